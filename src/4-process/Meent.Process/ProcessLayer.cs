using Meent.Process.Api;
using Meent.Process.Connectoren;
using Meent.Process.Uitvoering;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Process;

/// <summary>Layer 4: processes as data, run by an engine whose state is in a bron of layer 2.</summary>
public static class ProcessLayer
{
    /// <param name="knoop">Name of this node, the same at each start of it; the machine's name by default.</param>
    public static IServiceCollection AddProcess(this IServiceCollection services, string? knoop = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Logschrijver>();
        services.TryAddSingleton<OrganisatieWekker>();
        services.AddSingleton(Knoop.Nieuw(knoop));
        services.AddSingleton<IConnector, VerhuurRegistreren>();
        services.AddSingleton<IConnector, HuishoudboekjeBeginnen>();
        services.AddSingleton<IConnector, ZaakAanmaken>();
        services.AddSingleton<IConnector, ZaakStatus>();
        services.AddSingleton<Zgw>();
        services.AddSingleton<Catalogus>();
        services.AddSingleton<Definities.Definities>();
        services.AddSingleton<ProcesstaatClient>();
        services.AddSingleton<Agenda>();
        services.AddSingleton<Uitvoerder>();
        services.AddHostedService<Hervatter>();
        return services;
    }

    public static void MapProcess(this IEndpointRouteBuilder endpoints) => endpoints.MapProcesApi();
}
