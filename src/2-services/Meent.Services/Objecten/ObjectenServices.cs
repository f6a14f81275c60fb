using Meent.Data.Migraties;
using Meent.Services.Objecten.Lijsten;
using Meent.Services.Objecten.Rechten;
using Meent.Services.Objecten.Records;
using Meent.Services.Objecten.Typen;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Objecten;

/// <summary>The bron of the Objecten API 2.7.0. Its objecttypen are served at the path of the Objecttypen API too, for clients that know two.</summary>
internal static class ObjectenServices
{
    public static IServiceCollection AddObjecten(this IServiceCollection services) => services
        .AddBron("objecten", typeof(ObjectenServices).Assembly, "Meent.Services.Objecten.Migraties", Diensten.Objecten, Diensten.Objecttypen)
        .AddTeller("objecten", Diensten.Objecten, "SELECT COUNT(*) FROM objecten_objecten");

    public static void MapObjecten(this IEndpointRouteBuilder routes)
    {
        var diensten = routes.ServiceProvider.GetRequiredService<Dienstverlening>();
        var api = routes.MapGroup(Diensten.Pad(Diensten.Objecten));
        MapObjects(api.MapGroup("/objects").WithTags("objects"), diensten);
        api.MapGet("/permissions", Doe(http => Permissies.Lijst(http, diensten))).WithName("permission_list").WithTags("permissions");
        MapObjecttypes(api, Diensten.Objecten, "", diensten);
        MapObjecttypes(routes.MapGroup(Diensten.Pad(Diensten.Objecttypen)), Diensten.Objecttypen, "objecttypen_", diensten);
    }

    private static void MapObjects(RouteGroupBuilder groep, Dienstverlening diensten)
    {
        groep.MapGet("", Doe(http => Objectlijst.Lijst(http, diensten))).WithName("object_list");
        groep.MapPost("", Doe(http => Schrijven.Maak(http, diensten))).WithName("object_create");
        groep.MapPost("/search", Doe(http => Objectlijst.Zoek(http, diensten))).WithName("object_search");
        groep.MapMethods("/{uuid}", [HttpMethods.Get, HttpMethods.Head], Doe(http => Lezen.Een(http, diensten))).WithName("object_read");
        groep.MapPut("/{uuid}", Doe(http => Schrijven.Wijzig(http, deels: false, diensten))).WithName("object_update");
        groep.MapPatch("/{uuid}", Doe(http => Schrijven.Wijzig(http, deels: true, diensten))).WithName("object_partial_update");
        groep.MapDelete("/{uuid}", Doe(http => Verwijderen.Behandel(http, diensten))).WithName("object_delete");
        groep.MapGet("/{uuid}/history", Doe(http => Lezen.Geschiedenis(http, diensten))).WithName("object_history");
        groep.MapGet("/{uuid}/{index}", Doe(http => Lezen.Record(http, diensten))).WithName("object_history_detail");
    }

    /// <param name="voorvoegsel">Of the names of the operations, which are unique over all APIs.</param>
    private static void MapObjecttypes(RouteGroupBuilder api, string dienst, string voorvoegsel, Dienstverlening diensten)
    {
        var typen = api.MapGroup("/objecttypes").WithTags("objecttypes");
        typen.MapGet("", Doe(http => Objecttypen.Lijst(http, dienst, diensten))).WithName($"{voorvoegsel}objecttype_list");
        typen.MapPost("", Doe(http => Objecttypen.Maak(http, dienst, diensten))).WithName($"{voorvoegsel}objecttype_create");
        typen.MapMethods("/{uuid}", [HttpMethods.Get, HttpMethods.Head], Doe(http => Objecttypen.Een(http, dienst, diensten))).WithName($"{voorvoegsel}objecttype_read");
        typen.MapPut("/{uuid}", Doe(http => Objecttypen.Wijzig(http, dienst, deels: false, diensten))).WithName($"{voorvoegsel}objecttype_update");
        typen.MapPatch("/{uuid}", Doe(http => Objecttypen.Wijzig(http, dienst, deels: true, diensten))).WithName($"{voorvoegsel}objecttype_partial_update");
        typen.MapDelete("/{uuid}", Doe(http => Objecttypen.Verwijder(http, dienst, diensten))).WithName($"{voorvoegsel}objecttype_delete");

        var versies = typen.MapGroup("/{objecttype_uuid}/versions");
        versies.MapGet("", Doe(http => Typeversies.Lijst(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_list");
        versies.MapPost("", Doe(http => Typeversies.Maak(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_create");
        versies.MapMethods("/{version}", [HttpMethods.Get, HttpMethods.Head], Doe(http => Typeversies.Een(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_read");
        versies.MapPut("/{version}", Doe(http => Typeversies.Wijzig(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_update");
        versies.MapPatch("/{version}", Doe(http => Typeversies.Wijzig(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_partial_update");
        versies.MapDelete("/{version}", Doe(http => Typeversies.Verwijder(http, dienst, diensten))).WithName($"{voorvoegsel}objecttypeversion_delete");
    }

    private static RequestDelegate Doe(RequestDelegate behandel) => behandel;
}
