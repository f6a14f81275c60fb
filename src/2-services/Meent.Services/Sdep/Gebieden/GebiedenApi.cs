using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Services.Sdep.Lijsten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Sdep.Gebieden;

/// <summary>Areas: a competent authority keeps its own, all others read those of all.</summary>
internal static class GebiedenApi
{
    private const string Antwoord = "AreaResponse";
    private const string Lijst = "AreaListResponse";

    public static void MapEigenGebieden(this Versiegroep api)
    {
        api.Post("/areas", "postArea", "Submit an area.", Voeg).Leest("AreaRequest", "multipart/form-data").Geeft(201, Antwoord);
        api.Lees("/areas", "getOwnAreas", "Own areas.", (http, toelating) => Alle(http, toelating, api.Rol, 1_000)).Filtert(Filters.Geen).Geeft(200, Lijst);
        api.Lees("/areas/count", "countOwnAreas", "Number of own areas.", (http, toelating) => Tel(http, toelating, api.Rol)).Geeft(200, "CountResponse");
        api.Lees("/areas/{areaId}", "getOwnArea", "Shapefile of an own area.", (http, toelating) => Bestand(http, toelating, api.Rol)).GeeftZip();
        api.Verwijder("/areas/{areaId}", "deleteOwnArea", "End an own area.", Verwijder).Geeft(204);
    }

    /// <param name="meest">How many when the caller does not say; null for all.</param>
    public static void MapGebieden(this Versiegroep api, int? meest, bool metBestand)
    {
        api.Lees("/areas", "getAreas", "Areas of all competent authorities.", (http, toelating) => Alle(http, toelating, api.Rol, meest)).Filtert(Filters.Geen).Geeft(200, Lijst);
        api.Lees("/areas/count", "countAreas", "Number of areas.", (http, toelating) => Tel(http, toelating, api.Rol)).Geeft(200, "CountResponse");
        if (metBestand) api.Lees("/areas/{areaId}", "getArea", "Shapefile of an area.", (http, toelating) => Bestand(http, toelating, api.Rol)).GeeftZip();
    }

    private static async Task<IResult> Voeg(HttpContext http, Toelating toelating)
    {
        var deelnemer = await toelating.Open(http, Rol.Ca, Gegeven.Gebieden);
        var nieuw = await Upload.Lees(http);
        var body = await deelnemer.Store.Write(async session => await session.Voeg(nieuw, await session.Vergrendel(deelnemer), deelnemer.Klok.GetUtcNow()), deelnemer.Stop);
        return SdepJson.Antwoord(json => json.WriteRawValue(body), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Alle(HttpContext http, Toelating toelating, Rol rol, int? meest)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Gebieden);
        var deel = Lijstvraag.Lees(http.Request, meest: meest).Deel;
        return SdepJson.Lijst("areas", await deelnemer.Store.Read(async session => await session.Bereik(deelnemer) is var (alles, wie) && (alles || wie is not null)
            ? await session.Gebieden(wie, deel) : [], deelnemer.Stop));
    }

    private static async Task<IResult> Tel(HttpContext http, Toelating toelating, Rol rol)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Gebieden);
        return SdepJson.Aantal(await deelnemer.Store.Read(async session => await session.Bereik(deelnemer) is var (alles, wie) && (alles || wie is not null)
            ? await session.TelGebieden(wie) : 0, deelnemer.Stop));
    }

    private static async Task<IResult> Bestand(HttpContext http, Toelating toelating, Rol rol)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Gebieden);
        var areaId = AreaId(http);
        var bestand = await deelnemer.Store.Read(async session => await session.Bereik(deelnemer) is var (alles, wie) && (alles || wie is not null)
            ? await session.Bestand(areaId, wie) : null, deelnemer.Stop);
        return bestand is var (naam, inhoud) ? Results.Bytes(inhoud, "application/zip", naam) : throw SdepException.NietGevonden($"Area '{areaId}'");
    }

    private static async Task<IResult> Verwijder(HttpContext http, Toelating toelating)
    {
        var deelnemer = await toelating.Open(http, Rol.Ca, Gegeven.Gebieden);
        var areaId = AreaId(http);
        var beeindigd = await deelnemer.Store.Write(
            async session => await session.Partij(deelnemer) is { } instantie && await session.Beeindig(areaId, instantie.Id, deelnemer.Klok.GetUtcNow()), deelnemer.Stop);
        return beeindigd ? Results.NoContent() : throw SdepException.NietGevonden($"Area '{areaId}'");
    }

    private static string AreaId(HttpContext http) => http.GetRouteValue("areaId") is string areaId && Lijstvraag.IsId(areaId) ? areaId
        : throw new SdepException(HttpMethods.IsDelete(http.Request.Method) ? 422 : 400, new Foutregel("String should match pattern '^[A-Za-z0-9-]+$', with at most 64 characters", "string_pattern_mismatch", "path", "areaId"));
}
