using Meent.Data.Inhoud;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>PUT bestandsdelen/{uuid}: one part of a content, as multipart, from the network to a file.</summary>
internal static class Deelontvangst
{
    private const int Hap = 128 * 1024;
    private const int MaxVeld = 1024;
    private const long Omhulsel = 64 * 1024;

    // The frames of a body in chunks count too; small chunks have much of it.
    private const long Kaders = 2;

    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var resource = DocumentenResources.Informatieobjecten;
        var verzoek = await Verzoek.Van(http, resource, DocumentenResources.Bijwerken, diensten);
        var id = Adressering.Id(http);
        var deel = await verzoek.Store.Read(async session =>
        {
            var (gevonden, ouder) = await Bestandsdelen.Vind(session, id) ?? throw Weiger.NietGevonden();
            await Zicht.Eis(session, resource, ouder, verzoek.Bereik);
            return gevonden;
        }, http.RequestAborted);

        var ontvangst = diensten.Inhoud.Ontvang(verzoek.Store.Organisatie);
        http.Response.RegisterForDisposeAsync(ontvangst);
        var sleutel = await Lees(http, ontvangst, deel.Omvang);
        if (sleutel.Length == 0) throw Weiger.Ongeldig("lock", "required", "Dit veld is vereist.");
        if (ontvangst.Lengte != deel.Omvang) throw Sloten.Fout("file-size", $"Dit deel heeft {deel.Omvang} bytes; er kwamen er {ontvangst.Lengte}.");
        var naam = await ontvangst.Bewaar(http.RequestAborted);

        var klaar = await verzoek.Store.Write(session => Bewaar(session, id, sleutel, naam, ontvangst, diensten), http.RequestAborted);
        using var buffer = new Buffer();
        buffer.Kopieer(System.Text.Encoding.UTF8.GetBytes(Bestandsdelen.Json(klaar, sleutel)), System.Text.Encoding.UTF8.GetBytes(verzoek.Store.Organisatie.Basis));
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static async ValueTask<Bestandsdeel> Bewaar(Session session, Guid id, string sleutel, string naam, Ontvangst ontvangst, Dienstverlening diensten)
    {
        // While it came, the document may have been unlocked, or its parts made anew.
        var (deel, ouder) = await Bestandsdelen.Vind(session, id) ?? throw Weiger.NietGevonden();
        await session.Execute("UPDATE zaakgericht_enkelvoudiginformatieobjecten SET version = version + 1 WHERE id = $1", ouder);
        await Sloten.Eis(session, ouder, sleutel);
        if (deel.Inhoud is { } vorige && vorige != naam) diensten.Inhoud.Verlaat(session, vorige);
        await session.Execute("UPDATE zaakgericht_bestandsdelen SET inhoud = $2 WHERE id = $1", id, naam);
        await Bestandsdelen.Toon(session, ouder);
        session.AfterCommit(ontvangst.Bevestig);
        return deel with { Inhoud = naam };
    }

    /// <returns>The lock; empty when it was not sent.</returns>
    private static async Task<string> Lees(HttpContext http, Ontvangst ontvangst, long omvang)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var soort) || soort.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(soort.Boundary).Value is not { Length: > 0 } grens)
            throw new ProbleemException(new(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund.", "Stuur multipart/form-data met inhoud en lock."));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limiet)
            limiet.MaxRequestBodySize = (omvang * Kaders) + Omhulsel;
        var (sleutel, lezer) = ("", new MultipartReader(grens, http.Request.Body));
        try
        {
            while (await lezer.ReadNextSectionAsync(http.RequestAborted) is { } sectie)
            {
                var naam = ContentDispositionHeaderValue.TryParse(sectie.ContentDisposition, out var plaatsing) ? HeaderUtilities.RemoveQuotes(plaatsing.Name).Value : null;
                if (naam == "inhoud") await Inhoud(sectie.Body, ontvangst, omvang, http.RequestAborted);
                else if (naam == "lock") sleutel = await Veld(sectie.Body, http.RequestAborted);
            }
        }
        catch (Exception fout) when (fout is InvalidDataException or IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            throw new ProbleemException(new(400, "parse_error", "Malformed request.", "Het bericht is geen heel multipart/form-data."));
        }

        return sleutel;
    }

    private static async Task Inhoud(Stream bron, Ontvangst ontvangst, long omvang, CancellationToken stop)
    {
        if (ontvangst.Lengte > 0) throw Weiger.Ongeldig("inhoud", "invalid", "Dit veld komt twee keer voor.");
        var buffer = new byte[Hap];
        int gelezen;
        while ((gelezen = await bron.ReadAsync(buffer, stop)) > 0)
        {
            await ontvangst.Schrijf(buffer.AsMemory(0, gelezen), stop);
            if (ontvangst.Lengte > omvang) throw Sloten.Fout("file-size", $"Dit deel heeft {omvang} bytes; er kwamen er meer.");
        }
    }

    private static async Task<string> Veld(Stream bron, CancellationToken stop)
    {
        var buffer = new byte[MaxVeld];
        var lengte = await bron.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop);
        return lengte < MaxVeld ? System.Text.Encoding.UTF8.GetString(buffer, 0, lengte) : throw Weiger.Ongeldig("lock", "max_length", "Dit is te lang voor een lock.");
    }
}
