using Meent.Services.Logboek.Inname;
using Meent.Services.Logboek.Lezen;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Logboek;

/// <summary>The logbook of data processing (Logboek Dataverwerkingen 1.0.0): who used which data, when, for what.</summary>
internal static class LogboekApi
{
    public static IServiceCollection AddLogboek(this IServiceCollection services)
    {
        Tracering.Aan();
        return services
            .AddTeller("logregels", Diensten.Logboek, "SELECT COUNT(*) FROM logboek_regels")
            .AddSingleton<Verwerkingslog>()
            .AddSingleton<Duiding>()
            .AddSingleton<IBeheertaak, VerifyTaak>();
    }

    public static void MapLogboek(this IEndpointRouteBuilder routes)
    {
        var logboek = routes.MapGroup(Diensten.Pad(Diensten.Logboek)).WithTags("Logboek");
        logboek.MapInname();
        logboek.MapAudit();
        logboek.MapLezen();
        logboek.MapInzage();
    }
}
