using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Uitvouwen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>GET and HEAD of one resource.</summary>
internal static class LeesEen
{
    private static readonly string[] Uitvouwen = ["expand"];

    public static async Task Behandel(HttpContext http, Resource resource, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Query.Alleen(http.Request, resource.Uitvouwbaar.Count > 0 ? Uitvouwen : []);
        Crs.Controleer(http, resource);
        var (id, ouder) = (Adressering.Id(http), Adressering.Ouder(http, resource));
        var keuze = http.Request.Query.TryGetValue("expand", out var paden) ? Keuze.VanPaden(paden.ToString()) : null;

        using var buffer = new Buffer();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var betrokkenen = new Betrokkenen(resource);
        var etag = keuze is null
            ? await Haal(store, resource, id, ouder, bereik, buffer, http, betrokkenen)
            : await HaalUit(store, resource, id, ouder, bereik, keuze, aanroep, diensten, buffer, http, betrokkenen);
        await betrokkenen.Vastleggen(diensten, aanroep, http.RequestAborted);
        var response = http.Response;
        response.Headers["API-version"] = resource.ApiVersie;
        response.Headers.ETag = etag;
        if (ETag.Bekend(http.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    /// <returns>The ETag; the buffer holds the answer unless the client has it already.</returns>
    public static async Task<string> Haal(
        Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, Buffer buffer, HttpContext http, Betrokkenen? betrokkenen = null) =>
        await store.Read(session => Een(session, resource, id, ouder, bereik, buffer, http.Request, betrokkenen), http.RequestAborted);

    /// <summary>With what stands behind its links: that can change by itself, so the ETag is that of the bytes.</summary>
    private static async Task<string> HaalUit(
        Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, Keuze keuze, Aanroep aanroep, Dienstverlening diensten, Buffer buffer, HttpContext http, Betrokkenen betrokkenen)
    {
        var uitvouwer = await store.Snapshot(async session =>
        {
            var uitvouwer = new Uitvouwer(session, aanroep, diensten);
            await Een(session, resource, id, ouder, bereik, buffer, null, betrokkenen);
            var stuk = new Stuk(buffer.Inhoud.ToArray());
            await uitvouwer.Vouw(resource, [stuk], keuze);
            buffer.Terug(0);
            Uitschrijven.Schrijf(stuk, keuze, buffer);
            return uitvouwer;
        }, http.RequestAborted);
        foreach (var ook in uitvouwer.Betrokkenen.Values) await ook.Vastleggen(diensten, aanroep, http.RequestAborted);
        return ETag.VanInhoud(buffer.Inhoud.Span);
    }

    /// <param name="request">Its conditions decide whether the answer is written at all; null to write it always.</param>
    private static async ValueTask<string> Een(
        Session session, Resource resource, Guid id, Guid? ouder, Bereik bereik, Buffer buffer, HttpRequest? request, Betrokkenen? betrokkenen)
    {
        var store = session.Store;
        var basis = System.Text.Encoding.UTF8.GetBytes(store.Organisatie.Basis);
        var zicht = resource.Zichtbaarheid;
        var sql = $"SELECT {Samenstellen.Kolommen(resource)}{(zicht.PerObject ? $", t.{zicht.Typekolom}, {(zicht.Rangkolom is null ? "0" : "t." + zicht.Rangkolom)}" : "")} FROM {resource.Tabel} t WHERE t.id = $1{(ouder is null ? "" : $" AND t.{resource.Nest!.Kolom} = $2")}";
        string? etag = null;
        var verboden = false;
        List<(int, Link)>? gespild = null;
        await session.Each(sql, row =>
        {
            var typekolom = 3 + resource.Leeskolommen.Count;
            if (zicht.PerObject && !bereik.Omvat(row.Guid(typekolom), row.Long(typekolom + 1)))
            {
                verboden = true;
                return;
            }

            betrokkenen?.Voeg(row);
            etag = ETag.Maak(store, row.Long(1), store.Organisatie.Basis, Samenstellen.Invloeden(row, resource));
            if (request is null || !ETag.Bekend(request, etag)) Samenstellen.Schrijf(row, resource, basis, buffer, link => (gespild ??= []).Add((buffer.Lengte, link)));
        }, ouder is null ? [id] : [id, ouder]);
        if (verboden) throw Weiger.GeenRecht();
        if (gespild is not null)
        {
            var heel = await Spil.VulAan(session, buffer.Inhoud, id, gespild, basis);
            buffer.Terug(0);
            buffer.Schrijf(heel);
        }

        return etag ?? throw Weiger.NietGevonden();
    }
}
