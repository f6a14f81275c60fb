using Meent.Data.Migraties;
using Meent.Data.Outbox;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Logboek;

internal static class LogregelsRegistratie
{
    public static IServiceCollection AddLogregels(this IServiceCollection services) => services
        .AddBron("logboek", typeof(LogregelsRegistratie).Assembly, "Meent.Data.Logboek.Migraties", Diensten.Logboek)
        .AddWerkvraag(Diensten.Logboek, "SELECT 1 FROM logboek_ongezegeld LIMIT 1")
        .AddSingleton<Sleutelkluis>()
        .AddSingleton<Pseudoniemen>()
        .AddSingleton<Zegels>()
        .AddHostedService<Zegelaar>();
}
