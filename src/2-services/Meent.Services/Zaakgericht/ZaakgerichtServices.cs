using Meent.Data.Inhoud;
using Meent.Data.Migraties;
using Meent.Services.Pijplijn;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Catalogi.Beheer;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Services.Zaakgericht.Invoer;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Services.Zaakgericht.Vernietiging;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Zaakgericht;

/// <summary>The bron of the ZGW APIs.</summary>
internal static class ZaakgerichtServices
{
    public static IServiceCollection AddZaakgericht(this IServiceCollection services) =>
        services.AddBron(
                "zaakgericht", typeof(ZaakgerichtServices).Assembly, "Meent.Services.Zaakgericht.Migraties",
                Diensten.Zaken, Diensten.Catalogi, Diensten.Documenten, Diensten.Besluiten, Diensten.Referentielijsten, Diensten.Autorisaties, Diensten.Rechten, Diensten.Catalogusbeheer)
            .AddReferentielijsten()
            .AddSingleton<Invoerkeuze>().AddSingleton<IConfiguratieControle>(d => d.GetRequiredService<Invoerkeuze>()).AddSingleton<IBeheertaak, ImportZgw>()
            .AddSingleton<IBeheertaak, ImportCatalogus>()
            .AddInhoudverwijzing("zaakgericht", "zaakgericht_enkelvoudiginformatieobjecten", "inhoud")
            .AddInhoudverwijzing("zaakgericht", "zaakgericht_informatieobjectversies", "inhoud")
            .AddInhoudverwijzing("zaakgericht", "zaakgericht_bestandsdelen", "inhoud")
            .AddVernietiging()
            .AddZaakomvang()
            .AddTeller("zaken", Diensten.Zaken, "SELECT COUNT(*) FROM zaakgericht_zaken");

    public static void MapZaakgericht(this IEndpointRouteBuilder routes)
    {
        var diensten = routes.ServiceProvider.GetRequiredService<Dienstverlening>();
        routes.MapReferentielijsten();
        routes.MapAutorisaties(diensten);
        routes.MapVernietiging();
        routes.MapCatalogi(diensten);
        routes.MapCatalogusbeheer(diensten);
        routes.MapDocumenten(diensten);
        routes.MapResource(BesluitenResources.Besluiten, diensten);
        routes.MapAudittrail(BesluitenResources.Besluiten, "besluit_uuid", diensten);
        routes.MapResource(BesluitenResources.Besluitinformatieobjecten, diensten);
        routes.MapZaken(diensten);
    }
}
