using Meent.Data.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Logboek.Lezen;
using Meent.Services.Logboek.Signalen;
using Meent.Services.Logboek.Uitvoer;
using Meent.Services.Logboek.Verwerkingenlogging;
using Meent.Services.Pijplijn;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Logboek;

/// <summary>The logbook of data processing (Logboek Dataverwerkingen 1.0.0): who used which data, when, for what.</summary>
internal static class LogboekApi
{
    /// <summary>Of an application of the organisation that writes records.</summary>
    public const string ScopeSchrijven = "logboek.schrijven";

    /// <summary>Of an application of the organisation that reads records.</summary>
    public const string ScopeLezen = "logboek.lezen";

    public static IServiceCollection AddLogboek(this IServiceCollection services)
    {
        Tracering.Aan();
        services.AddHttpClient(nameof(Uitvoerder), client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddDataProtection();
        services.TryAddSingleton<Bewaartermijnen>();
        services.TryAddSingleton<Bronnen>();
        return services.AddSignalen()
            .AddTeller("logregels", Diensten.Logboek, session => session.AantalLogregels())
            .AddSingleton<Verwerkingslog>()
            .AddSingleton<Innemer>()
            .AddSingleton<Duiding>()
            .AddSingleton<Actieweergave>().AddSingleton<Acties>().AddSingleton<Objectlijst>()
            .AddSingleton<Collectoren>().AddSingleton<IConfiguratieControle>(diensten => diensten.GetRequiredService<Collectoren>())
            .AddHostedService<Uitvoerder>()
            .AddSingleton(diensten => diensten.GetRequiredService<Collectoren>().Werkvraag())
            .AddSingleton<IBeheertaak, VerifyTaak>();
    }

    public static void MapLogboek(this IEndpointRouteBuilder routes)
    {
        var logboek = routes.MapGroup(Diensten.Pad(Diensten.Logboek)).WithTags("Logboek");
        routes.MapGrpc();
        logboek.MapInname();
        logboek.MapAudit();
        logboek.MapLezen();
        logboek.MapInzage();
        logboek.MapGebruik();
        logboek.MapMinimalisatie();
        logboek.MapSignalen();
        routes.MapBewerking();
        routes.MapInzageVng();
    }
}
