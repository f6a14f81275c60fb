using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Lijsten;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Aanbiedingen;

/// <summary>Random checks of listings: a platform submits some, a screening authority says what is wrong with each, and the platform says that it has seen that.</summary>
internal static class AanbiedingenApi
{
    public static void MapAanbiedingen(this Versiegroep api)
    {
        var filters = Filters.Periode | Filters.Gebied | api.Rol switch
        {
            Rol.Str => Filters.Instantie,
            Rol.Lsa => Filters.Platform | Filters.Instantie,
            Rol.Ca => Filters.Platform | Filters.Vlaggen,
            _ => Filters.Platform | Filters.Instantie | Filters.Vlaggen | Filters.Status,
        };
        api.Lees("/listings", "getListings", "Listings in random checks, the newest first.", (http, toelating) => Lijst(http, toelating, api.Rol, filters)).Filtert(filters).Geeft(200, "ListingListResponse");
        api.Lees("/listings/count", "countListings", "Number of listings.", (http, toelating) => Tel(http, toelating, api.Rol, filters)).Filtert(filters).Geeft(200, "CountResponse");
    }

    public static void MapAanbieden(this Versiegroep api)
    {
        api.Post("/listings/bulk", "postListingsBulk", "Submit listings for a random check.", Aanbieden.Ontvang).Leest("ListingBulkRequest").Geeft(201, "ListingBulkResponse");
        api.Post("/listing-acknowledgements/bulk", "postListingAcknowledgementsBulk", "Acknowledge flagged listings.", Bevestigen.Ontvang)
            .Leest("ListingAcknowledgementBulkRequest").Geeft(201, "ListingAcknowledgementBulkResponse");
    }

    public static void MapScreenen(this Versiegroep api) =>
        api.Post("/listing-screenings/bulk", "postListingScreeningsBulk", "Submit what screening found.", Screenen.Ontvang).Leest("ListingScreeningBulkRequest").Geeft(201, "ListingScreeningBulkResponse");

    private static async Task<IResult> Lijst(HttpContext http, Toelating toelating, Rol rol, Filters filters)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Aanbiedingen);
        var vraag = Lijstvraag.Lees(http.Request, filters);
        var bodies = await deelnemer.Store.Read(async session => await Van(session, deelnemer) is { } bereik ? await session.Aanbiedingen(bereik, vraag) : [], deelnemer.Stop);
        await deelnemer.LegLezen("Advertenties van platforms opgevraagd", Gegeven.Aanbiedingen);
        return SdepJson.Lijst("listings", bodies);
    }

    private static async Task<IResult> Tel(HttpContext http, Toelating toelating, Rol rol, Filters filters)
    {
        var deelnemer = await toelating.Open(http, rol, Gegeven.Aanbiedingen);
        var vraag = Lijstvraag.Lees(http.Request, filters);
        return SdepJson.Aantal(await deelnemer.Store.Read(async session => await Van(session, deelnemer) is { } bereik ? await session.TelAanbiedingen(bereik, vraag) : 0, deelnemer.Stop));
    }

    /// <returns>Null for nothing at all.</returns>
    private static async ValueTask<Bereik?> Van(Data.Opslag.Session session, Deelnemer deelnemer)
    {
        if (deelnemer.Rol is not (Rol.Ca or Rol.Str)) return new Bereik(null, null, deelnemer.Rol == Rol.Lsa ? Stand.Wacht : null);
        if (await session.Partij(deelnemer) is not { } zelf) return null;
        return deelnemer.Rol == Rol.Str ? new Bereik(zelf.Id, null, Stand.Gevlagd) : new Bereik(null, zelf.Id, Stand.Gezien);
    }
}
