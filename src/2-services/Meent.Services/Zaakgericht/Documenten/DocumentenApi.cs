using Meent.Services.Pijplijn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>The endpoints of the Documenten API.</summary>
internal static class DocumentenApi
{
    public static void MapDocumenten(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        var documenten = DocumentenResources.Informatieobjecten;
        routes.MapResource(documenten, diensten);
        routes.MapAudittrail(documenten, "enkelvoudiginformatieobject_uuid", diensten);
        routes.MapResource(DocumentenResources.Objectinformatieobjecten, diensten);
        routes.MapResource(DocumentenResources.Gebruiksrechten, diensten);
        routes.MapResource(DocumentenResources.Verzendingen, diensten);

        var groep = routes.MapGroup(documenten.Pad).WithTags(documenten.Meervoud).WithMetadata(documenten);
        groep.MapMethods("/{uuid}/download", [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http => Downloaden.Behandel(http, diensten)))
            .WithName("enkelvoudiginformatieobject_download").WithMetadata(new Scope(DocumentenResources.Lezen));
        groep.MapPost("/{uuid}/lock", (RequestDelegate)(http => Vergrendelen.Op(http, diensten)))
            .WithName("enkelvoudiginformatieobject_lock").WithMetadata(new Scope(Vergrendelen.Lock));
        groep.MapPost("/{uuid}/unlock", (RequestDelegate)(http => Vergrendelen.Af(http, diensten)))
            .WithName("enkelvoudiginformatieobject_unlock").WithMetadata(new Scope($"{Vergrendelen.Lock} | {Vergrendelen.Forceer}"));
        routes.MapPut($"{Documentpaden.Bestandsdelen}/{{uuid}}", (RequestDelegate)(http => Deelontvangst.Behandel(http, diensten)))
            .WithName("bestandsdeel_update").WithTags("bestandsdelen").WithMetadata(documenten, new Scope(DocumentenResources.Bijwerken));
        routes.MapGet($"{Documentpaden.Zaakdossiers}/{{zaak_uuid}}", (RequestDelegate)(http => Zaakdossier.Behandel(http, diensten)))
            .WithName("zaakdossier_download").WithTags("zaakdossiers").WithMetadata(documenten, new Scope(DocumentenResources.Lezen));
    }
}
