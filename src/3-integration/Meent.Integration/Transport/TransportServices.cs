using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Transport;

internal static class TransportServices
{
    public static IServiceCollection AddTransport(this IServiceCollection services, KnoopOptions? knoop = null)
    {
        knoop ??= new();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<InternClient>();
        services.TryAddSingleton<ZgwJwt>();
        services.TryAddSingleton<Bronnen>();
        services.TryAddSingleton(LimietOpties.Geen);
        services.TryAddSingleton<Limieten>();
        services.AddSingleton<MemoryTransport>();
        services.AddSingleton<IConnectionListenerFactory>(s => s.GetRequiredService<MemoryTransport>());
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.Listen(MemoryEndPoint.Intern, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(MemoryEndPoint.Inway, listen => listen.Protocols = HttpProtocols.Http1);
        });

        services.AddSingleton(knoop).AddSingleton<Knooplijn>();
        if (knoop.Luister is not null || knoop.Elders.Count > 0)
        {
            services.AddSingleton<Knoopsleutel>();
            services.AddSingleton(s => new Interngeheim(s.GetRequiredService<Knoopsleutel>().Geheim));
            services.AddSingleton<IConfigureOptions<KestrelServerOptions>, Knooppoort>();
        }

        services.AddTransient<BronHandler>();
        services.AddHttpClient(Bronnen.ClientName)
            .ConfigurePrimaryHttpMessageHandler<BronHandler>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
