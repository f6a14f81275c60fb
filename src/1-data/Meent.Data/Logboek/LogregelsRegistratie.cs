using Meent.Data.Migraties;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Logboek;

internal static class LogregelsRegistratie
{
    public static IServiceCollection AddLogregels(this IServiceCollection services) => services
        .AddBron("logboek", typeof(LogregelsRegistratie).Assembly, "Meent.Data.Logboek.Migraties", Diensten.Logboek)
        .AddSingleton<Sleutelkluis>()
        .AddSingleton<Pseudoniemen>()
        .AddSingleton<Zegels>()
        .AddHostedService<Zegelaar>();
}
