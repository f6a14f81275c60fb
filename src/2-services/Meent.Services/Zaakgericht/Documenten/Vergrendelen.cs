using System.Text.Json;
using Meent.Data.Inhoud;
using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>drc-009: POST lock and unlock. Unlocking puts the parts of a content together.</summary>
internal static class Vergrendelen
{
    public const string Lock = "documenten.lock";
    public const string Forceer = "documenten.geforceerd-unlock";

    private const int Hap = 128 * 1024;

    public static async Task Op(HttpContext http, Dienstverlening diensten)
    {
        var resource = DocumentenResources.Informatieobjecten;
        var verzoek = await Verzoek.Van(http, resource, Lock, diensten);
        var id = Adressering.Id(http);
        var slot = Sloten.Nieuw();
        await verzoek.Store.Write(async session =>
        {
            await Zicht.Eis(session, resource, id, verzoek.Bereik);
            return await session.Execute("UPDATE zaakgericht_enkelvoudiginformatieobjecten SET slot = $2, version = version + 1 WHERE id = $1 AND slot IS NULL", id, slot) == 1
                ? true : throw Sloten.Fout("existing-lock", "Het document is al vergrendeld.");
        }, http.RequestAborted);
        using var buffer = new Buffer();
        buffer.Schrijf($"{{\"lock\":\"{slot}\"}}");
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    public static async Task Af(HttpContext http, Dienstverlening diensten)
    {
        var resource = DocumentenResources.Informatieobjecten;
        var verzoek = await Verzoek.Van(http, resource, new Scopes(Lock, Forceer), diensten);
        var id = Adressering.Id(http);
        var sleutel = await Sleutel(http);
        var (geforceerd, delen, integriteit) = await verzoek.Store.Read(async session =>
        {
            await Zicht.Eis(session, resource, id, verzoek.Bereik);
            return (await Toets(session, verzoek, id, sleutel), await Bestandsdelen.Van(session, id), await HaalIntegriteit(session, id));
        }, http.RequestAborted);

        var isHeel = delen.TrueForAll(deel => deel.Inhoud is not null);
        if (!isHeel && !geforceerd) throw Sloten.Fout("incomplete-upload", "Nog niet alle bestandsdelen zijn ontvangen.");
        Ontvangst? samen = null;
        if (delen.Count > 0 && isHeel) samen = await VoegSamen(http, delen, integriteit, geforceerd, diensten);
        await verzoek.Store.Write(async session =>
        {
            var rij = await Rij.Pak(session, resource, id, null) ?? throw Weiger.NietGevonden();
            // While the parts were put together another may have been first.
            await Toets(session, verzoek, id, sleutel);
            if (!delen.SequenceEqual(await Bestandsdelen.Van(session, id)) || (samen is not null && await HaalIntegriteit(session, id) != integriteit))
                throw Sloten.Fout("incomplete-upload", "De bestandsdelen zijn intussen gewijzigd.");
            if (delen.Count > 0) await Voltooi(session, verzoek, id, rij, samen, diensten);
            return await session.Execute("UPDATE zaakgericht_enkelvoudiginformatieobjecten SET slot = NULL WHERE id = $1", id);
        }, http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The newest version gets the content that came in parts, or does without when it never came whole.</summary>
    private static async ValueTask Voltooi(Session session, Verzoek verzoek, Guid id, Rij rij, Ontvangst? samen, Dienstverlening diensten)
    {
        var resource = DocumentenResources.Informatieobjecten;
        await Bestandsdelen.Verwijder(session, id, diensten.Inhoud);
        await Documentinhoud.Herschrijf(session, id, document => Documentinhoud.Met(document, id, samen?.Naam, samen?.Lengte));
        if (samen is not null) session.AfterCommit(samen.Bevestig);
        var (versie, body) = await session.One("SELECT version, body FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => (row.Long(0), row.Bytes(1)), id);
        var document = Vorm.VanBewaard<EnkelvoudigInformatieObject>(body);
        var schrijven = new Schrijven<EnkelvoudigInformatieObject>(resource, verzoek.Aanroep, Actie.PartialUpdate, id, document, document, versie, verzoek.Nu, static _ => "") { Toelichting = verzoek.Toelichting };
        await Nasleep.Meld(session, schrijven, resource.Url(id, null), rij.Body, body);
    }

    /// <returns>The parts as one content; null when it is not the content that its checksum says, and that is not waited for.</returns>
    private static async Task<Ontvangst?> VoegSamen(HttpContext http, List<Bestandsdeel> delen, Integriteit? integriteit, bool geforceerd, Dienstverlening diensten)
    {
        var organisatie = http.Organisatie();
        var samen = diensten.Inhoud.Ontvang(organisatie);
        http.Response.RegisterForDisposeAsync(samen);
        using var telling = Controletelling.Van(integriteit);
        var buffer = new byte[Hap];
        foreach (var deel in delen)
        {
            await using var bron = await diensten.Inhoud.Open(organisatie, deel.Inhoud!, http.RequestAborted) ?? throw new FileNotFoundException(deel.Inhoud);
            int gelezen;
            while ((gelezen = await bron.ReadAsync(buffer, http.RequestAborted)) > 0)
            {
                telling?.Voeg(buffer.AsSpan(0, gelezen));
                await samen.Schrijf(buffer.AsMemory(0, gelezen), http.RequestAborted);
            }
        }

        var getal = Integriteitsregels.Getal(integriteit, telling, samen);
        if (geforceerd && !Integriteitsregels.Klopt(integriteit, getal)) return null;
        Integriteitsregels.Eis(integriteit, getal);
        await samen.Bewaar(http.RequestAborted);
        return samen;
    }

    private static ValueTask<Integriteit?> HaalIntegriteit(Session session, Guid id) => session.One(
        "SELECT body FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => Vorm.VanBewaard<EnkelvoudigInformatieObject>(row.Span(0)).Integriteit, id);

    /// <returns>Whether it is forced: without the lock, by who may do so (drc-009).</returns>
    private static async ValueTask<bool> Toets(Session session, Verzoek verzoek, Guid id, string sleutel)
    {
        var (slot, type, rang) = await session.One(
            "SELECT slot, informatieobjecttype, vertrouwelijkheid FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => (row.TextOrNull(0), row.Guid(1), row.Long(2)), id);
        if (sleutel.Length == 0)
        {
            var zicht = DocumentenResources.Informatieobjecten.Zichtbaarheid;
            return Rechten.BereikOfNiets(verzoek.Aanroep, Forceer, zicht)?.Omvat(type, rang) == true
                ? true : throw Sloten.Fout("missing-lock-id", "Noem de lock waarmee het document vergrendeld is.");
        }

        return slot is not null && Sloten.Past(slot, sleutel) ? false : throw Sloten.Fout("incorrect-lock-id", "Dit is niet de lock waarmee het document vergrendeld is.");
    }

    private static async Task<string> Sleutel(HttpContext http)
    {
        if (http.Request.ContentLength is null or 0 && http.Request.Headers.TransferEncoding.Count == 0) return "";
        using var json = await Inhoud.Lees(http);
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Verwachtte een object.");
        if (!json.RootElement.TryGetProperty("lock", out var waarde) || waarde.ValueKind == JsonValueKind.Null) return "";
        return waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : throw Weiger.Ongeldig("lock", "invalid", "Geen geldige tekenreeks.");
    }
}
