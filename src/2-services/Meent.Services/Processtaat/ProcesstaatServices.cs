using Meent.Data.Migraties;
using Meent.Data.Outbox;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Processtaat;

internal static class ProcesstaatServices
{
    public static IServiceCollection AddProcesstaat(this IServiceCollection services) =>
        services.AddBron("processtaat", typeof(ProcesstaatServices).Assembly, "Meent.Services.Processtaat.Migraties", Diensten.Processtaat)
            .AddWerkvraag(Diensten.Processtaat, "SELECT 1 FROM processtaat_instanties WHERE gepland IS NOT NULL LIMIT 1")
            .AddTeller("processen", Diensten.Processtaat, "SELECT COUNT(*) FROM processtaat_instanties WHERE status IN ('actief', 'incident')");
}
