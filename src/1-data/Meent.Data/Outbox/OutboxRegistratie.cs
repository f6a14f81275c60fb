using Meent.Data.Migraties;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Data.Outbox;

internal static class OutboxRegistratie
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.TryAddSingleton<OrganisatieWekker>();
        return services
            .AddBron("outbox", typeof(OutboxRegistratie).Assembly, "Meent.Data.Outbox.Migraties")
            .AddWerkvraag(null, "SELECT 1 FROM outbox_gebeurtenissen WHERE doorgegeven IS NULL LIMIT 1")
            .AddSingleton<Wekker>()
            .AddSingleton<Knooppunt>()
            .AddHostedService<Naloop>();
    }
}
