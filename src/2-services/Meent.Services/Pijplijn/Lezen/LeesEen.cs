using Meent.Data.Opslag;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Pijplijn.Lezen;

/// <summary>GET and HEAD of one resource.</summary>
internal static class LeesEen
{
    public static async Task Behandel(HttpContext http, Resource resource, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        var bereik = aanroep.Eis(resource.ScopeLezen, resource);
        Query.Alleen(http.Request, []);
        Crs.Controleer(http, resource);
        var id = Adressering.Id(http);

        using var buffer = new Buffer();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var betrokkenen = new Betrokkenen(resource);
        var gevonden = await Haal(store, resource, id, Adressering.Ouder(http, resource), bereik, buffer, http, betrokkenen);
        await betrokkenen.Vastleggen(diensten, aanroep, http.RequestAborted);
        var response = http.Response;
        response.Headers["API-version"] = resource.ApiVersie;
        response.Headers.ETag = gevonden;
        if (ETag.Bekend(http.Request, gevonden))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }

    /// <returns>The ETag; the buffer holds the answer unless the client has it already.</returns>
    public static async Task<string> Haal(Store store, Resource resource, Guid id, Guid? ouder, Bereik bereik, Buffer buffer, HttpContext http, Betrokkenen? betrokkenen = null)
    {
        var basis = System.Text.Encoding.UTF8.GetBytes(store.Organisatie.Basis);
        var zicht = resource.Zichtbaarheid;
        var sql = $"SELECT {Samenstellen.Kolommen(resource)}{(zicht.PerObject ? $", t.{zicht.Typekolom}, {(zicht.Rangkolom is null ? "0" : "t." + zicht.Rangkolom)}" : "")} FROM {resource.Tabel} t WHERE t.id = $1{(ouder is null ? "" : $" AND t.{resource.Nest!.Kolom} = $2")}";
        string? etag = null;
        var verboden = false;
        await store.Read(async session =>
        {
            List<Link>? gespild = null;
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
                if (!ETag.Bekend(http.Request, etag)) Samenstellen.Schrijf(row, resource, basis, buffer, link => (gespild ??= []).Add(link));
            }, ouder is null ? [id] : [id, ouder]);
            if (gespild is not null) await Spil.VulAan(session, gespild, id, basis, buffer);
            return 0;
        }, http.RequestAborted);
        if (verboden) throw Weiger.GeenRecht();
        return etag ?? throw Weiger.NietGevonden();
    }
}
