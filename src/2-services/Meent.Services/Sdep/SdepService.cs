using Meent.Data.Migraties;
using Meent.Services.Pijplijn;
using Meent.Services.Sdep.Aanbiedingen;
using Meent.Services.Sdep.Activiteiten;
using Meent.Services.Sdep.Beschrijving;
using Meent.Services.Sdep.Bewaring;
using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Gebieden;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Sdep;

/// <summary>
/// The single digital entry point of Regulation (EU) 2024/1028: platforms submit what was rented, authorities say where that must be reported and read it.
/// The paths behind its base are those of the national one, so that a client of that one is a client of this.
/// </summary>
internal static class SdepService
{
    public static IServiceCollection AddSdep(this IServiceCollection services) => services
        .AddBron(Diensten.Sdep, typeof(SdepService).Assembly, "Meent.Services.Sdep.Migraties", Diensten.Sdep)
        .AddTeller("activiteiten van platforms", Diensten.Sdep, "SELECT COUNT(*) FROM sdep_activiteiten WHERE ended IS NULL")
        .AddTeller("advertenties van platforms", Diensten.Sdep, "SELECT COUNT(*) FROM sdep_aanbiedingen WHERE ended IS NULL")
        .AddSingleton<Toelating>()
        .AddHostedService<Opruimer>();

    public static void MapSdep(this IEndpointRouteBuilder routes)
    {
        Map(Versiegroep.Van(routes, "/auth/v1", Rol.Str, 1), "tokens", api => api.MapToken());
        foreach (var versie in new[] { 1, 2 })
        {
            Map(Versiegroep.Van(routes, Rol.Ca, versie), "competent authorities", api =>
            {
                api.MapEigenGebieden();
                api.MapActiviteiten();
                if (versie == 1) return;
                api.MapAanbiedingen();
                api.MapPlatforms();
            });
            Map(Versiegroep.Van(routes, Rol.Str, versie), "platforms", api =>
            {
                api.MapGebieden(versie == 1 ? null : 1_000, metBestand: true);
                api.MapInsturen();
                if (versie == 1) return;
                api.MapAanbieden();
                api.MapAanbiedingen();
            });
            Map(Versiegroep.Van(routes, Rol.Sta, versie), "statistics authority", api =>
            {
                api.MapActiviteiten();
                if (versie > 1) api.MapAanbiedingen();
                api.MapRegister();
            });
        }

        Map(Versiegroep.Van(routes, Rol.Lsa, 2), "listing screening authority", api =>
        {
            api.MapAanbiedingen();
            api.MapScreenen();
            api.MapRegister();
        });
        Map(Versiegroep.Van(routes, Rol.Lma, 2), "listing monitoring authority", api =>
        {
            api.MapAanbiedingen();
            api.MapRegister();
        });

        Map(Versiegroep.Van(routes, Rol.Ama, 1), "activity monitoring authority", api =>
        {
            api.MapActiviteiten();
            api.MapRegister();
        });
        Algemeen.Map(routes);
    }

    private static void MapRegister(this Versiegroep api)
    {
        api.MapPlatforms();
        api.MapInstanties();
        api.MapGebieden(1_000, metBestand: false);
    }

    private static void Map(Versiegroep api, string titel, Action<Versiegroep> map)
    {
        map(api);
        api.MapBeschrijving(titel);
    }
}
