using System.Net;
using Meent.Configuratie;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Meent.Node;

/// <summary>One process: the five layers, put together. Commands build it too, without starting it.</summary>
internal static class Knooppunt
{
    /// <exception cref="ConfiguratieException">The configuration has mistakes.</exception>
    public static WebApplication Bouw(Instellingen instellingen)
    {
        var builder = instellingen.Builder();
        var opties = Lees(builder.Configuration);
        if (opties.IsDemo && builder.Configuration["ENVIRONMENT"] is null) builder.Environment.EnvironmentName = Environments.Development;
        Directory.CreateDirectory(opties.Data);

        builder.Services.AddSingleton(opties);
        builder.Services.AddSingleton(new OrganisatieLijst(opties.Lijst().Select(o => o.Organisatie(opties.Basis))));
        builder.Services.AddSingleton(new ApiClients(Democlients.Van(opties).Select(c => new ApiClient(c.Id, c.Geheim, c.Organisatie))));
        builder.Services.AddDataProtection().SetApplicationName("meent").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(opties.Data, "sleutels")));
        builder.Services.AddGezondheid().AddMeting(builder.Configuration);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(kestrel => Luister(kestrel, opties));

        builder.Services.AddData(new OpslagOptions
        {
            Database = opties.Database.Soort,
            Map = opties.Data,
            Postgres = opties.Database.Verbinding,
            MaxVerbindingen = opties.Database.MaxVerbindingen,
        });
        builder.Services.AddIntegration();

        var app = builder.Build();
        var fouten = app.Services.GetServices<IConfiguratieControle>().SelectMany(controle => controle.Fouten()).ToList();
        if (fouten.Count > 0) throw new ConfiguratieException(fouten);

        app.UseProblemen();
        app.UseOrganisatie();
        app.UseRouting();
        app.MapGezondheid();
        app.MapIntegration();
        return app;
    }

    private static MeentOptions Lees(ConfigurationManager configuratie)
    {
        var fouten = ConfiguratieControle.Controleer(configuratie);
        return fouten.Count == 0 ? configuratie.GetSection(MeentOptions.Sectie).Get<MeentOptions>() ?? new() : throw new ConfiguratieException(fouten);
    }

    private static void Luister(KestrelServerOptions kestrel, MeentOptions opties)
    {
        kestrel.AddServerHeader = false;
        foreach (var adres in opties.LuisterAdressen())
        {
            var binding = BindingAddress.Parse(adres);
            if (IPAddress.TryParse(binding.Host, out var ip)) kestrel.Listen(ip, binding.Port);
            else if (binding.Host == "localhost") kestrel.ListenLocalhost(binding.Port);
            else kestrel.ListenAnyIP(binding.Port);
        }
    }
}
