using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Elders;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Toestemmingen;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Personen.Autorisaties;

/// <summary>Who may ask what of persons: kept by an administrator, and told to the consumer itself. Beside the standard.</summary>
internal static class AutorisatieApi
{
    private const string Gemeente = "gemeenteVanInschrijving";

    public static void MapAutorisaties(this IEndpointRouteBuilder routes)
    {
        var brp = routes.MapGroup(Diensten.Pad(Diensten.Personen)).WithTags("Autorisaties");
        var beheer = brp.MapGroup("/autorisaties").AlleenBekenden();
        beheer.MapGet("", Lijst).WithName("brp_autorisatie_list").WithSummary("Wie wat mag vragen, ook wat niet meer geldt.");
        beheer.MapPut("/{id:guid}", Zet).WithName("brp_autorisatie_update").WithSummary("Maakt of vervangt een autorisatie.");
        brp.MapGet("/toegestaan", Toegestaan).WithName("brp_toegestaan").WithSummary("Wat de beller met dit doel mag vragen.").WithMetadata(new PadAlsInstance(), new KentToestemming());
    }

    private static async Task<IResult> Lijst(HttpContext http, Stores stores)
    {
        Query.Alleen(http.Request, []);
        var alle = await Autorisatieboek.Lees(await stores.Get(http.Organisatie()), http.RequestAborted);
        return Results.Json(new { count = alle.Count, results = alle }, Bronnen.Json);
    }

    private static async Task<IResult> Zet(Guid id, HttpContext http, Stores stores, Autorisatieboek boek)
    {
        var autorisatie = (await Lichaam.Lees<Autorisatieinvoer>(http)).Als(id);
        var nieuw = await boek.Zet(await stores.Get(http.Organisatie()), autorisatie, http.RequestAborted);
        return Results.Json(autorisatie, Bronnen.Json, statusCode: nieuw ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Toegestaan(HttpContext http, Aanroepen aanroepen, Stores stores, Autorisatieboek boek)
    {
        var aanroep = await aanroepen.VanHaalCentraal(http, BrpProblemen.Geauthenticeerd, BrpProblemen.NietGeautoriseerd);
        Query.Alleen(http.Request, [Gemeente]);
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd(Machtiging.GeenDoel);
        // What a source elsewhere allows is known there.
        var autorisatie = Voorpost.Is(aanroep, Diensten.Personen) ? null : await boek.Van(await stores.Get(aanroep.Organisatie), aanroep, doel, http.RequestAborted);
        var gemeente = http.Request.Query[Gemeente].ToString();
        var vragen = Vraagtype.Alle.Select(type => Toegestane.Vraag(aanroep, doel, autorisatie, type, gemeente)).OfType<Toegestane>().ToList();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { doel = doel.Uri, gemeente = autorisatie?.Gemeente, datumEinde = autorisatie?.DatumEinde, vragen }, Bronnen.Json);
    }
}
