using System.Text;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>A page that is asked for, by a list or a search.</summary>
/// <param name="Keuze">What to expand, or which members; null for the objects as they are.</param>
/// <param name="Parameters">Of the query, as they come back in <c>next</c>.</param>
internal sealed record Bladvraag(Resource Resource, Aanroep Aanroep, Bereik Bereik, Vraag Vraag, Keuze? Keuze, IReadOnlyDictionary<string, string> Parameters);

/// <summary>
/// A page: ids from a covering index, then the bodies of that page, spliced. <c>next</c> carries a cursor beside the page number, so that
/// following it costs the same on page 1,000 as on page 1.
/// </summary>
internal static class Pagina
{
    public static async Task Beantwoord(HttpContext http, Bladvraag blad, Dienstverlening diensten)
    {
        var (resource, aanroep) = (blad.Resource, blad.Aanroep);
        using var buffer = new Buffer();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var betrokkenen = new Betrokkenen(resource);
        foreach (var bsn in blad.Vraag.Personen) betrokkenen.Voeg(bsn);
        var adres = $"{store.Organisatie.Basis}{http.Request.Path}";
        var uitvouwer = await store.Snapshot(async session =>
        {
            var uitvouwer = new Uitvouwer(session, aanroep, diensten);
            if (Adressering.Ouder(http, resource) is { } ouder) await Zicht.Eis(session, resource.Nest!.Ouder, ouder, blad.Bereik);
            await Schrijf(session, blad, adres, buffer, betrokkenen, uitvouwer);
            return uitvouwer;
        }, http.RequestAborted);
        await betrokkenen.Vastleggen(diensten, aanroep, http.RequestAborted);
        foreach (var ook in uitvouwer.Betrokkenen.Values) await ook.Vastleggen(diensten, aanroep, http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static async ValueTask Schrijf(Session session, Bladvraag blad, string adres, Buffer buffer, Betrokkenen betrokkenen, Uitvouwer uitvouwer)
    {
        var (resource, vraag) = (blad.Resource, blad.Vraag);
        IReadOnlyList<Sleutel> sleutels = [];
        long aantal = 0;
        Gebied? gebied = null;
        if (vraag.Zone is not null)
        {
            gebied = await Gebied.Zoek(session, resource, blad.Bereik, vraag);
            aantal = gebied.Aantal;
        }
        else if (!resource.KaleLijst)
        {
            sleutels = await Tellingen.Lees(session, resource, blad.Bereik);
            aantal = vraag.Gefilterd || blad.Bereik.KijktNaarGereed(resource.Zichtbaarheid) ? await Tellingen.Tel(session, resource, blad.Bereik, vraag) : sleutels.Sum(s => s.Aantal);
        }

        if (vraag.Pagina > 1 && vraag.Cursor is null && (vraag.Pagina - 1L) * vraag.Grootte >= aantal && !resource.KaleLijst) throw Weiger.NietGevonden();
        buffer.Schrijf(resource.KaleLijst ? "[" : Rijen.Kop(aantal));
        var rijen = new Rijen(resource, Encoding.UTF8.GetBytes(session.Store.Organisatie.Basis), buffer, betrokkenen);
        var kolommen = Samenstellen.Kolommen(resource, blad.Aanroep.Dag);
        var (sql, args) = gebied?.Rijen(kolommen) ?? Sleutelvraag.Maak(session.Store.HasLateral, resource, blad.Bereik, vraag, sleutels, kolommen);
        await session.Each(sql, rijen.Voeg, args);
        if (blad.Keuze is { } keuze) await Uit(session, rijen, keuze, resource, buffer, uitvouwer);
        else await rijen.VulAan(session);

        var isLaatste = rijen.Aantal < vraag.Grootte || (long)vraag.Pagina * vraag.Grootte >= aantal;
        buffer.Schrijf(resource.KaleLijst ? "]" : Rijen.Staart(vraag, adres, blad.Parameters, isLaatste, gebied is null ? rijen.Einde(vraag) : null));
    }

    private static async ValueTask Uit(Session session, Rijen rijen, Keuze keuze, Resource resource, Buffer buffer, Uitvouwer uitvouwer)
    {
        var stukken = (await rijen.Los(session)).ConvertAll(los => new Stuk(los.Json));
        await uitvouwer.Vouw(resource, stukken, keuze);
        for (var i = 0; i < stukken.Count; i++)
        {
            if (i > 0) buffer.Schrijf(","u8);
            Uitschrijven.Schrijf(stukken[i], keuze, buffer);
        }
    }
}
