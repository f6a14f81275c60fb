using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Lijsten;
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
        Query.Alleen(http.Request, [
            .. resource.Uitvouwbaar.Count > 0 ? Uitvouwen : [], .. resource.Versies is null ? [] : Versiekeuze.Parameters, .. resource.MetPeildatum ? Peildatum.Parameters : []]);
        if (resource.MetPeildatum && Peildatum.Lees(Vraag.Parameters(http.Request.Query)) is { } dag) aanroep = aanroep with { Dag = dag };
        Crs.Controleer(http, resource);
        var (id, ouder) = (Adressering.Id(http), Adressering.Ouder(http, resource));
        var keuze = http.Request.Query.TryGetValue("expand", out var paden) ? Keuze.VanPaden(paden.ToString(), resource) : null;

        using var buffer = new Buffer();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var betrokkenen = new Betrokkenen(resource);
        var etag = keuze is null
            ? await Haal(store, resource, id, ouder, bereik, aanroep.Dag, buffer, http, betrokkenen)
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
        Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, DateOnly dag, Buffer buffer, HttpContext http, Betrokkenen? betrokkenen = null)
    {
        var lezing = new Lezing(store, resource, id, ouder, bereik, dag, buffer) { Versie = Versiekeuze.Lees(http.Request, resource), Request = http.Request, Betrokkenen = betrokkenen };
        return await store.Read(lezing.Lees, http.RequestAborted);
    }

    /// <summary>With what stands behind its links: that can change by itself, so the ETag is that of the bytes.</summary>
    private static async Task<string> HaalUit(
        Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, Keuze keuze, Aanroep aanroep, Dienstverlening diensten, Buffer buffer, HttpContext http, Betrokkenen betrokkenen)
    {
        var versie = Versiekeuze.Lees(http.Request, resource);
        var uitvouwer = await store.Snapshot(async session =>
        {
            var uitvouwer = new Uitvouwer(session, aanroep, diensten);
            await new Lezing(store, resource, id, ouder, bereik, aanroep.Dag, buffer) { Versie = versie, Betrokkenen = betrokkenen }.Lees(session);
            var stuk = new Stuk(buffer.Inhoud.ToArray());
            await uitvouwer.Vouw(resource, [stuk], keuze);
            buffer.Terug(0);
            Uitschrijven.Schrijf(stuk, keuze, buffer);
            return uitvouwer;
        }, http.RequestAborted);
        foreach (var ook in uitvouwer.Betrokkenen.Values) await ook.Vastleggen(diensten, aanroep, http.RequestAborted);
        return ETag.VanInhoud(buffer.Inhoud.Span);
    }
}
