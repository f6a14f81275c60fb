using Meent.Services.Pijplijn;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Catalogi;

internal static class CatalogiApi
{
    public static void MapCatalogi(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        routes.MapResource(CatalogiResources.Catalogussen, diensten);
        routes.MapResource(CatalogiResources.Zaaktypen, diensten);
        routes.MapPublish(CatalogiResources.Zaaktypen, z => z.Concept, z => z with { Concept = false }, diensten);
        routes.MapResource(CatalogiResources.Statustypen, diensten);
        routes.MapResource(CatalogiResources.Resultaattypen, diensten);
        routes.MapResource(CatalogiResources.Roltypen, diensten);
        routes.MapResource(CatalogiResources.Eigenschappen, diensten);
        routes.MapResource(CatalogiResources.Zaakobjecttypen, diensten);
        routes.MapResource(CatalogiResources.ZaaktypeInformatieobjecttypen, diensten);
        routes.MapResource(CatalogiResources.Informatieobjecttypen, diensten);
        routes.MapPublish(CatalogiResources.Informatieobjecttypen, i => i.Concept, i => i with { Concept = false }, diensten);
        routes.MapResource(CatalogiResources.Besluittypen, diensten);
        routes.MapPublish(CatalogiResources.Besluittypen, b => b.Concept, b => b with { Concept = false }, diensten);
    }
}
