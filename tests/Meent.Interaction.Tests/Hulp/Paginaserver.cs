using System.Net;
using System.Net.Sockets;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>The interaction layer on a real Kestrel; only the services behind it are played.</summary>
public sealed class Paginaserver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Paginaserver(WebApplication app, string basis, Landgoed land)
    {
        (_app, Basis, Land) = (app, basis, land);
    }

    public string Basis { get; }

    internal Landgoed Land { get; }

    internal IServiceProvider Diensten => _app.Services;

    internal IReadOnlyList<Endpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <param name="provider">Plays the OpenID provider that the settings name.</param>
    public static async Task<Paginaserver> Start(string omgeving = "Development", IReadOnlyDictionary<string, string?>? instellingen = null, HttpMessageHandler? provider = null)
    {
        var basis = $"http://localhost:{VrijePoort()}";
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = omgeving });
        builder.Configuration.AddInMemoryCollection(instellingen ?? new Dictionary<string, string?>());
        builder.WebHost.UseKestrelCore().UseUrls(basis);
        builder.Services.AddRoutingCore().AddDataProtection();
        builder.Services.AddLogging();
        var land = new Landgoed();
        builder.Services.AddSingleton(new OrganisatieLijst(
        [
            new("duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", basis + "/duinwaarde", new HashSet<string> { "verhuur", "processen", "logboek", "toegang", "verwerkingsregister", "zaken", "toestemmingen" }),
            new("lindewoude", "Gemeente Lindewoude", "00000001990000023000", "990000023", "9902", basis + "/lindewoude", new HashSet<string> { "verhuur", "processen", "logboek", "toegang" }),
            new("basisregistraties", "Stichting Basisregistraties Proeftuin", "00000001990000035000", "990000035", null, basis + "/basisregistraties", new HashSet<string> { "personen", "adressen" }),
        ]));
        builder.Services.AddSingleton<Bronnen>().AddHttpClient(Bronnen.ClientName).ConfigurePrimaryHttpMessageHandler(() => land);
        builder.Services.AddSingleton<Meent.Standards.Landschap.ILandschap>(new Uitzicht());
        builder.Services.AddInteraction();
        if (provider is not null) builder.Services.AddHttpClient(Inloggen.OidcClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => provider);
        var app = builder.Build();
        app.Use((http, next) =>
        {
            var delen = (http.Request.Path.Value ?? "").Split('/', 3);
            if (delen.Length > 1 && http.RequestServices.GetRequiredService<OrganisatieLijst>().Vind(delen[1]) is { } organisatie)
            {
                http.Request.PathBase = "/" + delen[1];
                http.Request.Path = delen.Length > 2 ? "/" + delen[2] : "";
                http.ZetOrganisatie(organisatie);
            }

            return next(http);
        });
        app.UseInteraction();
        app.UseRouting();
        app.MapInteraction();
        await app.StartAsync();
        return new Paginaserver(app, basis, land);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static int VrijePoort()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }
}
