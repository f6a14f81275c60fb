using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Bulk;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Invoer;
using Meent.Services.Sdep.Lijsten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Activiteiten;

/// <summary>Activities: platforms submit them, a competent authority reads those in its own areas, who watches over all reads all.</summary>
internal static class ActiviteitenApi
{
    public static void MapInsturen(this Versiegroep api)
    {
        var schema = api.Versie == 1 ? Schemas.ActiviteitV1 : Schemas.ActiviteitV2;
        api.Post("/activities/bulk", "postActivitiesBulk", "Submit activities.", (http, toelating) => Ontvang(http, toelating, schema, metRegulation: api.Versie > 1))
            .Leest("ActivityBulkRequest").Geeft(StatusCodes.Status201Created, "ActivityBulkResponse");
    }

    public static void MapActiviteiten(this Versiegroep api)
    {
        var filters = Filters.Periode | Filters.Gebied | Filters.Platform | (api.Rol == Rol.Ca ? Filters.Geen : Filters.Instantie);
        api.Lees("/activities", "getActivities", "Activities, the newest first.", (http, toelating) => Lijst(http, toelating, api.Rol, filters)).Filtert(filters).Geeft(200, "ActivityListResponse");
        api.Lees("/activities/count", "countActivities", "Number of activities.", (http, toelating) => Tel(http, toelating, api.Rol, filters)).Filtert(filters).Geeft(200, "CountResponse");
    }

    private static async Task<IResult> Ontvang(HttpContext http, Toelating toelating, Schema schema, bool metRegulation)
    {
        var deelnemer = await toelating.Open(http, Rol.Str, Gegeven.Activiteiten);
        var items = await Bulkbericht.Lees(http, "activities");
        var insturen = new Insturen(items, schema, metRegulation);
        await deelnemer.Store.Write(async session =>
        {
            await insturen.Verwerk(session, deelnemer);
            return true;
        }, deelnemer.Stop);
        return insturen.Uitslag.Antwoord();
    }

    private static async Task<IResult> Lijst(HttpContext http, Toelating toelating, Rol rol, Filters filters)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Activiteiten);
        var vraag = Lijstvraag.Lees(http.Request, filters);
        var bodies = await deelnemer.Store.Read(async session => await session.Bereik(deelnemer) is var (alles, wie) && (alles || wie is not null) ? await session.Activiteiten(wie, vraag) : [], deelnemer.Stop);
        await deelnemer.LegLezen("Verhuringen van platforms opgevraagd", Gegeven.Activiteiten);
        return SdepJson.Lijst("activities", bodies);
    }

    private static async Task<IResult> Tel(HttpContext http, Toelating toelating, Rol rol, Filters filters)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Activiteiten);
        var vraag = Lijstvraag.Lees(http.Request, filters);
        return SdepJson.Aantal(await deelnemer.Store.Read(
            async session => await session.Bereik(deelnemer) is var (alles, wie) && (alles || wie is not null) ? await session.TelActiviteiten(wie, vraag) : 0, deelnemer.Stop));
    }
}
