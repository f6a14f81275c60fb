using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Pijplijn;

/// <summary>The endpoints of a declared resource.</summary>
internal static class ResourceEndpoints
{
    public static void MapResource<T>(this IEndpointRouteBuilder routes, Resource<T> resource, Dienstverlening diensten) where T : class
    {
        diensten.Resources.Voeg(resource);
        var groep = routes.MapGroup(resource.Pad).WithTags(resource.Meervoud).WithMetadata(resource);
        groep.MapMethods("/{uuid}", [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http => LeesEen.Behandel(http, resource, diensten)))
            .WithName($"{resource.Bewerkingsnaam}_read").WithMetadata(new Scope(resource.ScopeLezen.ToString()));
        groep.MapGet("", (RequestDelegate)(http => Lijst.Behandel(http, resource, diensten)))
            .WithName($"{resource.Bewerkingsnaam}_list").WithMetadata(new Scope(resource.ScopeLezen.ToString()));
        if (resource.Zoekbaar)
        {
            groep.MapPost("/_zoek", (RequestDelegate)(http => Zoeken.Behandel(http, resource, diensten)))
                .WithName($"{resource.Bewerkingsnaam}__zoek").WithMetadata(new Scope(resource.ScopeLezen.ToString()));
        }

        if (resource.ScopeAanmaken is { } aanmaken)
        {
            groep.MapPost("", (RequestDelegate)(http => Aanmaken.Behandel(http, resource, diensten)))
                .WithName($"{resource.Bewerkingsnaam}_create").WithMetadata(new Scope(aanmaken.ToString()));
        }

        if (resource.ScopeBijwerken is { } bijwerken)
        {
            groep.MapPut("/{uuid}", (RequestDelegate)(http => Wijzigen.Behandel(http, resource, diensten, Actie.Update)))
                .WithName($"{resource.Bewerkingsnaam}_update").WithMetadata(new Scope(bijwerken.ToString()));
            groep.MapPatch("/{uuid}", (RequestDelegate)(http => Wijzigen.Behandel(http, resource, diensten, Actie.PartialUpdate)))
                .WithName($"{resource.Bewerkingsnaam}_partial_update").WithMetadata(new Scope(bijwerken.ToString()));
        }

        if (resource.ScopeVerwijderen is { } verwijderen)
        {
            groep.MapDelete("/{uuid}", (RequestDelegate)(http => Verwijderen.Behandel(http, resource, diensten)))
                .WithName($"{resource.Bewerkingsnaam}_delete").WithMetadata(new Scope(verwijderen.ToString()));
        }
    }

    /// <summary>The audit trail of a hoofdobject: <c>/zaken/{zaak_uuid}/audittrail</c>.</summary>
    /// <param name="parameter">Name of the hoofdobject's id in the path.</param>
    public static void MapAudittrail(this IEndpointRouteBuilder routes, Resource resource, string parameter, Dienstverlening diensten)
    {
        var groep = routes.MapGroup($"{resource.Pad}/{{{parameter}}}/audittrail").WithTags("audittrail").WithMetadata(resource, new Scope(Audittrail.Lezen));
        groep.MapGet("", (RequestDelegate)(http => Audittrail.Lijst(http, resource, parameter, diensten))).WithName($"audittrail{resource.Naam}_list");
        groep.MapGet("/{uuid}", (RequestDelegate)(http => Audittrail.Een(http, resource, parameter, diensten))).WithName($"audittrail{resource.Naam}_read");
    }
}

/// <summary>The scope that an endpoint asks for; a test sees to it that every endpoint says how it is protected.</summary>
internal sealed record Scope(string Naam);
