using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Lijsten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Deelnemers;

/// <summary>Who takes part: what the ids in filters and answers stand for.</summary>
internal static class DeelnemersApi
{
    public static void MapPlatforms(this Versiegroep api) => Map(api, "platforms", "platforms", "Platforms", "PlatformListResponse", platforms: true);

    public static void MapInstanties(this Versiegroep api) => Map(api, "competent-authorities", "competentAuthorities", "CompetentAuthorities", "CompetentAuthorityListResponse", platforms: false);

    private static void Map(Versiegroep api, string pad, string veld, string naam, string schema, bool platforms)
    {
        api.Lees("/" + pad, "get" + naam, $"The {pad} that take part.", async (http, toelating) =>
        {
            var deelnemer = await toelating.Open(http, api.Rol, Gegeven.Deelnemers);
            var deel = Lijstvraag.Lees(http.Request).Deel;
            return SdepJson.Lijst(veld, await deelnemer.Store.Read(session => session.Partijen(platforms, deel), deelnemer.Stop));
        }).Filtert(Filters.Geen).Geeft(StatusCodes.Status200OK, schema);
        api.Lees($"/{pad}/count", "count" + naam, $"Number of {pad}.", async (http, toelating) =>
        {
            var deelnemer = await toelating.Open(http, api.Rol, Gegeven.Deelnemers);
            return SdepJson.Aantal(await deelnemer.Store.Read(session => session.TelPartijen(platforms), deelnemer.Stop));
        }).Geeft(StatusCodes.Status200OK, "CountResponse");
    }
}
