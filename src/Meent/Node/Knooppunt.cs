using System.Net;
using Meent.Configuratie;
using Meent.Data;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Demo;
using Meent.Integration;
using Meent.Interaction;
using Meent.Opdrachten;
using Meent.Process;
using Meent.Services;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Landschap;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Meent.Node;

/// <summary>One process: the five layers, put together. Commands build it too, without starting it.</summary>
internal static class Knooppunt
{
    /// <summary>Everything, whatever modules the node serves: for commands.</summary>
    /// <exception cref="ConfiguratieException">The configuration has mistakes.</exception>
    public static WebApplication Bouw(Instellingen instellingen) => Bouw(instellingen, static (_, _) => true);

    /// <summary>The modules that this node serves.</summary>
    /// <exception cref="ConfiguratieException">The configuration has mistakes.</exception>
    public static WebApplication BouwOmTeDienen(Instellingen instellingen) => Bouw(instellingen, static (opties, module) => opties.Heeft(module));

    private static WebApplication Bouw(Instellingen instellingen, Func<MeentOptions, string, bool> heeft)
    {
        var builder = instellingen.Builder();
        var fouten = ConfiguratieControle.Controleer(builder.Configuration);
        // With mistakes of its own the node is put together with defaults, so that the layers' mistakes are found in the same run.
        var opties = fouten.Count == 0 ? builder.Configuration.GetSection(MeentOptions.Sectie).Get<MeentOptions>() ?? new() : new MeentOptions();
        if (opties.IsDemo && builder.Configuration["ENVIRONMENT"] is null) builder.Environment.EnvironmentName = Environments.Development;

        builder.Services.AddSingleton(opties);
        builder.Services.AddSingleton(new OrganisatieLijst(opties.Lijst().Select(o => o.Organisatie(opties.Basis, Elders(builder.Configuration, o.Slug)))));
        builder.Services.AddSingleton(_ => new ApiClients(Democlients.Van(opties).Select(client => client.Client())));
        builder.Services.AddSingleton(opties.Limieten).AddSingleton(opties.Tls);
        builder.Services.AddDataProtection().SetApplicationName("meent").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(opties.Data, "sleutels")));
        builder.Services.AddGezondheid().AddMeting(builder.Configuration).AddLogfilter();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel => Luister(kestrel, opties));

        var opslag = new OpslagOptions
        {
            Database = opties.Database.Soort,
            Map = opties.Data,
            Postgres = opties.Database.Verbinding,
            Hoofdsleutel = opties.Hoofdsleutel,
            MaxVerbindingen = opties.Database.MaxVerbindingen,
            Inhoud = opties.Inhoud,
            Auditdagen = opties.Auditlog.Bewaardagen,
        };
        var (services, integratie, proces, interactie) =
            (heeft(opties, Modules.Services), heeft(opties, Modules.Integratie), heeft(opties, Modules.Proces), heeft(opties, Modules.Interactie));
        if (services || integratie) builder.Services.AddData(opslag);
        else builder.Services.AddSingleton(opslag).AddSingleton<Sleutelkluis>();
        if (proces) builder.Services.AddProcess();
        if (services) builder.Services.AddServices();
        if (integratie) builder.Services.AddIntegration(opties.Knoop);
        else builder.Services.AddWegen(opties.Knoop);
        if (services && opties.IsDemo) builder.Services.AddSingleton<Demovulling>();
        if (integratie && opties.IsDemo) builder.Services.Configure<FscOptions>(Democontracten.Beleid);
        if (interactie) builder.Services.AddSingleton<ILandschap, Landschapsopname>().AddInteraction();

        var app = builder.Build();
        fouten = [.. fouten, .. Laagcontrole.Fouten(app.Services)];
        if (fouten.Count > 0) throw new ConfiguratieException(fouten);

        Directory.CreateDirectory(opties.Data);
        app.UseProblemen();
        app.UseOrganisatie();
        if (services) app.UseServices();
        if (interactie) app.UseInteraction();
        app.UseLimieten();
        app.UseRouting();
        app.MapGezondheid();
        if (proces) app.MapProcess();
        if (services) app.MapServices();
        if (integratie) app.MapIntegration();
        if (interactie) app.MapInteraction();
        return app;
    }

    private static HashSet<string> Elders(IConfiguration configuratie, string slug) => [.. configuratie.GetSection($"{MeentOptions.Sectie}:Bronnen:{slug}").GetChildren().Select(bron => bron.Key)];

    private static void Luister(KestrelServerOptions kestrel, MeentOptions opties)
    {
        kestrel.AddServerHeader = false;
        foreach (var adres in opties.LuisterAdressen()) Luister(kestrel, adres, static _ => { });
        // Without TLS there is nothing to agree on HTTP/2 with, so it has a port of its own.
        if (opties.LuisterGrpc is { } grpc) Luister(kestrel, grpc, static poort => poort.Protocols = HttpProtocols.Http2);
        Tlspoort.Luister(kestrel, opties.Tls);
    }

    private static void Luister(KestrelServerOptions kestrel, string adres, Action<ListenOptions> zo)
    {
        var binding = BindingAddress.Parse(adres);
        if (IPAddress.TryParse(binding.Host, out var ip)) kestrel.Listen(ip, binding.Port, zo);
        else if (binding.Host == "localhost") kestrel.ListenLocalhost(binding.Port, zo);
        else kestrel.ListenAnyIP(binding.Port, zo);
    }
}
