using Meent.Integration.Transport;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration;

/// <summary>Layer 3: how services are reached, inside an organisation and between organisations (FSC).</summary>
public static class IntegrationLayer
{
    /// <remarks>
    /// Adds the in-memory listeners to Kestrel in code, after which Kestrel ignores <c>urls</c>: the host names its own listeners in code or
    /// under <c>Kestrel:Endpoints</c>.
    /// </remarks>
    public static IServiceCollection AddIntegration(this IServiceCollection services) => services.AddTransport();

    public static void MapIntegration(this IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);
}
