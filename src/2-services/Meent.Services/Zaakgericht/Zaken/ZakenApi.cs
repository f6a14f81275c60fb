using Meent.Services.Pijplijn;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The Zaken API 1.7.0.</summary>
internal static class ZakenApi
{
    public static void MapZaken(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        routes.MapResource(ZakenResources.Zaken, diensten);
        routes.MapWerklijst(diensten);
        routes.MapAudittrail(ZakenResources.Zaken, "zaak_uuid", diensten);
        routes.MapResource(ZakenResources.Statussen, diensten);
        routes.MapResource(ZakenResources.Rollen, diensten);
        routes.MapResource(ZaakdeelResources.Resultaten, diensten);
        routes.MapResource(ZaakdeelResources.Zaakobjecten, diensten);
        routes.MapResource(ZaakdeelResources.Zaakinformatieobjecten, diensten);
        routes.MapResource(ZaakdeelResources.Zaakeigenschappen, diensten);
        routes.MapResource(ZaakdeelResources.Zaakbesluiten, diensten);
        routes.MapResource(ZaakdeelResources.Zaakcontactmomenten, diensten);
        routes.MapResource(ZaakdeelResources.Zaakverzoeken, diensten);
        routes.MapResource(ZaakdeelResources.Klantcontacten, diensten);
        routes.MapResource(ZaakdeelResources.Zaaknotities, diensten);
        routes.MapZaaknummers(diensten);
    }
}
