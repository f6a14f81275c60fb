using Meent.Integration.Beheer;
using Meent.Integration.Transport;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration;

/// <summary>Layer 3: how services are reached, inside an organisation and between organisations (FSC).</summary>
public static class IntegrationLayer
{
    /// <summary>Needs the organisations, the API clients and layer 1.</summary>
    /// <remarks>
    /// Adds the in-memory listeners and the FSC port to Kestrel in code, after which Kestrel ignores <c>urls</c>: the host names its own listeners
    /// in code or under <c>Kestrel:Endpoints</c>.
    /// </remarks>
    /// <param name="knoop">Where other nodes are; none when this one serves everything.</param>
    public static IServiceCollection AddIntegration(this IServiceCollection services, KnoopOptions? knoop = null) => services.AddWegen(knoop).AddFsc();

    /// <summary>Only the ways to services, for a node that does not serve this layer.</summary>
    public static IServiceCollection AddWegen(this IServiceCollection services, KnoopOptions? knoop = null) => services.AddTransport(knoop);

    /// <summary>Maps what is reached under an organisation's base URL: its Outway, and the administration of its Manager.</summary>
    public static void MapIntegration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOutway();
        endpoints.MapBeheer();
    }
}
