using Meent.Data.Migraties;
using Meent.Services.Pijplijn;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Processtaat;

internal static class ProcesstaatServices
{
    public static IServiceCollection AddProcesstaat(this IServiceCollection services) =>
        services.AddBron("processtaat", typeof(ProcesstaatServices).Assembly, "Meent.Services.Processtaat.Migraties", Diensten.Processtaat)
            .AddTeller("processen", Diensten.Processtaat, "SELECT COUNT(*) FROM processtaat_instanties WHERE status IN ('actief', 'incident')");
}
