using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Verhuur;
using Meent.Services.Verwerkingsregister;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services;

/// <summary>Layer 2: the standard APIs and their rules, a pair a component.</summary>
public static class ServicesLayer
{
    public static IServiceCollection AddServices(this IServiceCollection services)
    {
        services.TryAddSingleton<Aanroepen>();
        return services
            .AddVerwerkingsregister()
            .AddLogboek()
            .AddVerhuur();
    }

    public static void MapServices(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVerwerkingsregister();
        endpoints.MapLogboek();
        endpoints.MapVerhuur();
    }
}
