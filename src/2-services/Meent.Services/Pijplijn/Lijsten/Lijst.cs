using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lezen;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// GET of a list: ids from a covering index, then the bodies of that page, spliced. <c>next</c> carries a cursor beside the page number, so that
/// following it costs the same on page 1,000 as on page 1.
/// </summary>
internal static class Lijst
{
    public static async Task Behandel(HttpContext http, Resource resource, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Crs.Controleer(http, resource);
        var vraag = Vraag.Lees(http.Request, resource, [aanroep.Organisatie.Basis]);
        using var buffer = new Buffer();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var betrokkenen = new Betrokkenen(resource);
        await store.Snapshot(async session =>
        {
            await Schrijf(session, resource, bereik, vraag, buffer, http.Request, betrokkenen);
            return 0;
        }, http.RequestAborted);
        await betrokkenen.Vastleggen(diensten, aanroep, http.RequestAborted);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    private static async ValueTask Schrijf(Session session, Resource resource, Bereik bereik, Vraag vraag, Buffer buffer, HttpRequest request, Betrokkenen betrokkenen)
    {
        var sleutels = await Tellingen.Lees(session, resource, bereik);
        var aantal = vraag.Gefilterd ? await Tellingen.Tel(session, resource, bereik, vraag) : sleutels.Sum(s => s.Aantal);
        if (vraag.Pagina > 1 && vraag.Cursor is null && (vraag.Pagina - 1L) * vraag.Grootte >= aantal) throw Weiger.NietGevonden();

        var basis = System.Text.Encoding.UTF8.GetBytes(session.Store.Organisatie.Basis);
        var adres = $"{session.Store.Organisatie.Basis}{resource.Pad}";
        var (sql, args) = Sleutelvraag.Maak(resource, bereik, vraag, sleutels);
        var resultaten = new Rijen(resource, basis, buffer, betrokkenen);
        if (!resource.KaleLijst) resultaten.Kop(aantal);
        await session.Each(
            $"SELECT {Samenstellen.Kolommen(resource)}, k.waarde FROM ({sql}) k JOIN {resource.Tabel} t ON t.id = k.id ORDER BY k.waarde {Richting(vraag)}, k.id {Richting(vraag)}",
            resultaten.Voeg, args);
        resultaten.Einde(vraag, adres, request);
    }

    internal static string Richting(Vraag vraag) => vraag.Aflopend ? "DESC" : "ASC";
}
