using Meent.Data.Migraties;
using Meent.Data.Outbox;
using Meent.Integration.Afrekening;
using Meent.Integration.Beheer;
using Meent.Integration.Beleid;
using Meent.Integration.Certificaten;
using Meent.Integration.Elders;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Integration.Gids;
using Meent.Integration.Inway;
using Meent.Integration.Manager;
using Meent.Integration.Outway;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Integration.Transport;
using Meent.Standards.Beheer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Meent.Integration;

internal static class FscServices
{
    public static IServiceCollection AddFsc(this IServiceCollection services)
    {
        services.AddOptions<FscOptions>().BindConfiguration(FscOptions.Sectie);
        services.AddSingleton<IConfiguratieControle, FscControle>();
        services.AddBron("integratie", typeof(FscServices).Assembly, "Meent.Integration.Migraties")
            .AddWerkvraag(null, "SELECT 1 FROM integratie_bezorgingen WHERE volgende IS NOT NULL LIMIT 1")
            .AddSingleton(diensten => Voorstellen(diensten.GetRequiredService<ContractTabel>(), diensten.GetRequiredService<TimeProvider>()));
        services.AddHttpForwarder();
        FscTaken.Registreer(services);

        services.AddSingleton<Adressen>().AddSingleton<CertificateStore>().AddSingleton<Certificaataanvraag>().AddSingleton<Certificaatbeheer>().AddSingleton<Certificaattaken>();
        services.AddSingleton<PeerClients>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, FscListener>();
        services.AddSingleton<IStartupFilter, FscPijplijn>();
        services.AddSingleton<IBeheertaak, CertificatenTaak>();
        services.AddSingleton<Certificaatwacht>().AddHostedService(diensten => diensten.GetRequiredService<Certificaatwacht>());

        services.AddSingleton<ManagerClient>().AddSingleton<Peeradressen>().AddSingleton<Doelvertalingen>().AddSingleton<Contractwijzer>().AddSingleton<Tekenbeleid>();
        services.AddSingleton<ContractTabel>().AddSingleton<ContractDienst>().AddSingleton<Bezorgbel>().AddSingleton<Verzoener>().AddSingleton<Bezorgronde>().AddHostedService<Bezorger>();
        services.AddSingleton<ContractMaker>().AddSingleton<ContractLezer>().AddSingleton<Groepsgids>().AddSingleton<Proefaanroep>();

        services.AddSingleton<Gidsbeeld>().AddSingleton<Peiler>().AddHostedService(diensten => diensten.GetRequiredService<Peiler>());
        services.AddSingleton<Landschappen.Landschap>();
        services.AddSingleton<Dienstenaanbod>().AddSingleton<Aliassen>();
        services.AddHostedService<Bewaarder>().AddSingleton<TransactieLog>().AddSingleton<Tokencontrole>().AddSingleton<InwayProxy>();
        services.AddSingleton<Afrekeningen>().AddSingleton<Opgaven>().AddSingleton<Afrekentaken>();
        services.AddSingleton<Beslislog>().AddSingleton<Beslistaken>().AddSingleton<Beleidstoets>();
        services.AddOptions<BronnenOptions>().BindConfiguration("Meent:Bronnen");
        services.AddSingleton<IConfiguratieControle, BronControle>().AddSingleton<Bronpoort>();
        services.AddSingleton<Registertoets>().AddSingleton<Tokenvoorraad>().AddSingleton<OutwayProxy>();
        return services;
    }

    private static Werkvraag Voorstellen(ContractTabel tabel, TimeProvider klok) => new(null, async sessie => (await Verzoener.Open(tabel, sessie, klok.GetUtcNow())).Count > 0);

    public static void MapOutway(this IEndpointRouteBuilder endpoints)
    {
        endpoints.Map(BronHandler.OutwayPad + "/{**pad}", (HttpContext http, OutwayProxy outway, Bronpoort bronnen) =>
            FscPijplijn.Veilig(http, FscDomein.Outway, h => Bronpoort.IsGevraagd(h) ? bronnen.Verwerk(h) : outway.Verwerk(h)));
        endpoints.Map(Aliassen.Pad + "/{alias}/{**pad}", (HttpContext http, string alias, OutwayProxy outway) =>
            FscPijplijn.Veilig(http, FscDomein.Outway, h => outway.Verwerk(h, alias)));
    }
}
