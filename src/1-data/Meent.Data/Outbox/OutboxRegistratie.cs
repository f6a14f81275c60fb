using Meent.Data.Migraties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Outbox;

internal static class OutboxRegistratie
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddBron("outbox", typeof(OutboxRegistratie).Assembly, "Meent.Data.Outbox.Migraties")
        .AddSingleton<Wekker>()
        .AddSingleton<Knooppunt>()
        .AddHostedService<Naloop>();
}
