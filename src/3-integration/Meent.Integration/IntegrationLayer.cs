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
    public static IServiceCollection AddIntegration(this IServiceCollection services) => services.AddTransport().AddFsc();

    /// <summary>Maps what is reached under an organisation's base URL: its Outway, and the administration of its Manager.</summary>
    public static void MapIntegration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOutway();
        endpoints.MapBeheer();
    }
}
