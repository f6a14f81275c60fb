using Meent.Data.Migraties;
using Meent.Services.Contactgegevens;
using Meent.Services.Klantinteracties.Actoren;
using Meent.Services.Klantinteracties.Contacten;
using Meent.Services.Klantinteracties.Partijen;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Klantinteracties;

/// <summary>The bron of customer contact: Klantinteracties and Contactgegevens.</summary>
internal static class KlantinteractiesServices
{
    public static IServiceCollection AddKlantinteracties(this IServiceCollection services) => services.AddBron(
        "klantcontact", typeof(KlantinteractiesServices).Assembly, "Meent.Services.Klantinteracties.Migraties", Diensten.Klantinteracties, Diensten.Contactgegevens);

    public static void MapKlantinteracties(this IEndpointRouteBuilder routes)
    {
        var diensten = routes.ServiceProvider.GetRequiredService<Dienstverlening>();
        routes.MapResource(ActorResources.Actoren, diensten);
        routes.MapResource(ActorResources.Actorklantcontacten, diensten);
        routes.MapResource(ContactResources.Klantcontacten, diensten);
        routes.MapResource(ContactResources.Betrokkenen, diensten);
        routes.MapResource(ContactResources.Bijlagen, diensten);
        routes.MapResource(ContactResources.Onderwerpobjecten, diensten);
        routes.MapResource(InterneTaken.Resource, diensten);
        routes.MapResource(PartijResources.Partijen, diensten);
        routes.MapResource(Identificatoren.Resource, diensten);
        routes.MapResource(DigitaleAdressen.Resource, diensten);
        routes.MapResource(Rekeningnummers.Resource, diensten);
        routes.MapResource(RelatieResources.Vertegenwoordigingen, diensten);
        routes.MapResource(RelatieResources.Categorieen, diensten);
        routes.MapResource(RelatieResources.CategorieRelaties, diensten);
        routes.MapContactgegevens(diensten);
        routes.MapAudittrail(PartijResources.Partijen, "partij_uuid", diensten);
        routes.MapAudittrail(ContactResources.Klantcontacten, "klantcontact_uuid", diensten);
        routes.MapAudittrail(InterneTaken.Resource, "internetaak_uuid", diensten);

        var scope = new Scope(Klantresource.Bijwerken);
        routes.MapDelete($"{Klantpaden.Onderwerpobjecten}/{{uuid}}", (RequestDelegate)(http => OnderwerpobjectVerwijderen.Behandel(http, diensten)))
            .WithName("onderwerpobject_delete").WithTags("onderwerpobjecten").WithMetadata(ContactResources.Onderwerpobjecten, scope);
        routes.MapPost($"{Diensten.Pad(Diensten.Klantinteracties)}/maak-klantcontact", (RequestDelegate)(http => MaakKlantcontact.Behandel(http, diensten)))
            .WithName("maakklantcontact_create").WithTags("maak-klantcontact").WithMetadata(ContactResources.Klantcontacten, scope);
    }
}
