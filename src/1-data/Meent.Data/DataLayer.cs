using Meent.Data.Inhoud;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Data.Reservekopie;
using Meent.Standards.Landschap;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Data;

/// <summary>Layer 1: the store and the information models.</summary>
public static class DataLayer
{
    public static IServiceCollection AddData(this IServiceCollection services, OpslagOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Stores>().AddSingleton<IOmvangteller, Databaseteller>();
        return services.AddOutbox().AddLogregels().AddInhoud().AddReservekopieen();
    }
}
