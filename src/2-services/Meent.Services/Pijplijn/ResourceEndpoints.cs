using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Lijsten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Pijplijn;

/// <summary>The endpoints of a declared resource.</summary>
internal static class ResourceEndpoints
{
    public static void MapResource<T>(this IEndpointRouteBuilder routes, Resource<T> resource, Dienstverlening diensten) where T : class
    {
        var groep = routes.MapGroup(resource.Pad).WithTags(resource.Meervoud).WithMetadata(resource);
        groep.MapMethods("/{uuid}", [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)(http => LeesEen.Behandel(http, resource, diensten)))
            .WithName($"{resource.Naam}_read").WithMetadata(new Scope(resource.ScopeLezen));
        groep.MapGet("", (RequestDelegate)(http => Lijst.Behandel(http, resource, diensten)))
            .WithName($"{resource.Naam}_list").WithMetadata(new Scope(resource.ScopeLezen));
        if (resource.ScopeAanmaken is { } aanmaken)
        {
            groep.MapPost("", (RequestDelegate)(http => Aanmaken.Behandel(http, resource, diensten)))
                .WithName($"{resource.Naam}_create").WithMetadata(new Scope(aanmaken));
        }
    }
}

/// <summary>The scope that an endpoint asks for; a test sees to it that every endpoint says how it is protected.</summary>
internal sealed record Scope(string Naam);
