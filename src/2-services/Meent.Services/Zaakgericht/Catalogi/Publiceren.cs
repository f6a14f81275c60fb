using Meent.Data.Modellen.Catalogi;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Http;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>POST zaaktypen/{uuid}/publish: a concept becomes definitive.</summary>
internal static class Publiceren
{
    public static async Task Behandel(HttpContext http, Dienstverlening diensten)
    {
        var resource = CatalogiResources.Zaaktypen;
        var aanroep = await diensten.Aanroepen.Van(http);
        aanroep.Eis(resource.ScopeAanmaken!, resource);
        if (!Guid.TryParseExact(http.Request.RouteValues["uuid"] as string, "D", out var id)) throw Weiger.NietGevonden();
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        await store.Write(async session =>
        {
            // The lock first: two who publish at once must not both read a concept.
            if (await session.Execute("UPDATE zaakgericht_zaaktypen SET version = version + 1 WHERE id = $1", id) == 0) throw Weiger.NietGevonden();
            var zaaktype = Vorm.VanBewaard<ZaakType>(await session.One("SELECT body FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bytes(0), id));
            if (!zaaktype.Concept) return 0;
            await CatalogiRegels.Publiceerbaar(session, id, zaaktype);
            var body = Vorm.Bewaar(zaaktype with { Concept = false }, resource.Url(id, null), id, resource.MetUuid);
            return await session.Execute("UPDATE zaakgericht_zaaktypen SET body = $2, concept = 0 WHERE id = $1", id, new Utf8Text(body));
        }, http.RequestAborted);

        using var buffer = new Buffer();
        http.Response.Headers.ETag = await LeesEen.Haal(store, resource, id, null, Bereik.Volledig, buffer, http);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }
}
