using System.Net;
using System.Net.Sockets;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration.Landschappen;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Two municipalities, a provider and a Directory in one Kestrel, over real TLS, with a service that tells what reached it.</summary>
public sealed class Proeftuin : IAsyncLifetime
{
    public static readonly Organisatie Duinwaarde = Org("duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "9901", Diensten.Verhuur);
    public static readonly Organisatie Lindewoude = Org("lindewoude", "Gemeente Lindewoude", "00000001990000023000", "9902", Diensten.Verhuur);
    public static readonly Organisatie Basis = Org("basisregistraties", "Stichting Basisregistraties Proeftuin", "00000001990000035000", null, Diensten.Personen, Diensten.Adressen, Diensten.Zaken);
    public static readonly Organisatie Federatie = Org("federatie", "Federatie Proeftuin", "00000001990000047000", null);

    public static readonly Landschapsdoel[] Doelen =
    [
        new("inzien", "Eigen gegevens inzien", ["https://wetten.overheid.nl/jci1.3:c:BWBR0033715"], ["personen:naam", "personen:verblijfplaats"], "P5Y"),
        new("registreren", "Toeristische verhuur registreren", ["https://wetten.overheid.nl/jci1.3:c:BWBR0035303"], ["personen:verblijfplaats"], "P5Y"),
    ];

    private readonly TijdelijkeMap _map = new();
    private readonly Engine _engine;
    private WebApplication _app = null!;

    public Proeftuin()
        : this(Engine.Sqlite) { }

    internal Proeftuin(Engine engine) => _engine = engine;

    /// <summary>Settings beside those of every test.</summary>
    internal Action<FscOptions> Meer { get; init; } = _ => { };

    internal LimietOpties Limieten { get; init; } = LimietOpties.Geen;

    /// <summary>Settings beside those of the landscape.</summary>
    internal Action<FscOptions> Instelling { get; init; } = _ => { };

    /// <summary>Token of a client that can only send a fixed header.</summary>
    public const string VastToken = "0123456789abcdef0123456789abcdef";

    /// <summary>Another program, with services that the provider offers.</summary>
    internal Elders Elders { get; } = new();

    public int Poort { get; } = VrijePoort();
    public Uri Buiten { get; private set; } = null!;
    public string Map => _map.Pad;
    public IServiceProvider Services => _app.Services;

    /// <summary>Number of requests that reached the service.</summary>
    public int Bereikt { get; private set; }

    /// <summary>Called when a request has reached the service, before it is answered.</summary>
    public Func<HttpContext, Task>? BijService { get; set; }

    public async Task InitializeAsync()
    {
        await Elders.Start();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(new Testuitvoer());
        builder.Services.AddLogfilter();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(new OrganisatieLijst([Duinwaarde, Lindewoude, Basis, Federatie]));
        builder.Services.AddSingleton(new ApiClients([new ApiClient("vreemd", new string('x', 32)), new ApiClient("beheer", new string('y', 32)), new ApiClient("kastje", "") { Token = ApiClients.Vingerafdruk(VastToken) }]));
        builder.Services.AddData(await TestStore.Opslag(_engine, _map));
        builder.Services.AddSingleton(Limieten).AddIntegration();
        builder.Services.Configure<FscOptions>(o =>
        {
            o.Poort = Poort;
            o.Beheerders.Add("beheer");
            o.ToegestaneDoelen.Add("inzien");
            o.ToegestaneDoelen.Add("registreren");
            Instelling(o);
            o.Diensten[Basis.Slug] = Elders.Diensten();
            o.Aliassen[Duinwaarde.Slug] = new()
            {
                ["brp"] = new() { Dienst = Diensten.Personen, Doel = Duinwaarde.Verwerkingsactiviteit("inzien"), Host = "brp.outway.localhost", Clients = { "kastje" } },
                ["zonder-doel"] = new() { Dienst = Diensten.Personen, Clients = { "kastje" } },
                ["niet-voor-kastje"] = new() { Dienst = Diensten.Personen },
            };
            Meer(o);
        });
        _app = builder.Build();
        _app.UseProblemen();
        _app.Use((http, next) =>
        {
            var delen = http.Request.Path.Value!.Split('/', 3);
            if (http.RequestServices.GetRequiredService<OrganisatieLijst>().Vind(delen[1]) is { } organisatie)
            {
                http.Request.PathBase = "/" + delen[1];
                http.Request.Path = "/" + delen.ElementAtOrDefault(2);
                http.ZetOrganisatie(organisatie);
            }

            return next(http);
        });
        _app.UseRouting();
        _app.MapIntegration();
        foreach (var dienst in new[] { Diensten.Personen, Diensten.Zaken })
        {
            _app.Map(Diensten.Pad(dienst) + "/{**pad}", async (HttpContext http) =>
            {
                Bereikt++;
                http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
                if (BijService is { } bij) await bij(http);
                using var lichaam = new StreamReader(http.Request.Body);
                return Results.Json(new Echo(
                    $"{http.Herkomst()}", http.Organisatie().Slug, http.Request.Method, http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget[(http.Organisatie().Slug.Length + 1)..],
                    http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await lichaam.ReadToEndAsync()));
            });
        }

        await _app.StartAsync();
        await _app.Services.GetRequiredService<Landschap>().Sluit(Doelen, _ => { }, CancellationToken.None);
        Buiten = new Uri(_app.Urls.Single(u => u.StartsWith("http://127", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await Elders.DisposeAsync();
        _map.Dispose();
    }

    /// <summary>Makes the transaction log of an organisation fail, until it is disposed of.</summary>
    internal async Task<IAsyncDisposable> ZonderLog(Organisatie organisatie, string tabel = "integratie_transacties")
    {
        var store = await Services.GetRequiredService<Stores>().Get(organisatie);
        await store.Write(s => s.Execute($"ALTER TABLE {tabel} RENAME TO integratie_weg"));
        return new Herstel(store, tabel);
    }

    private sealed class Herstel(Store store, string tabel) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await store.Write(s => s.Execute($"ALTER TABLE integratie_weg RENAME TO {tabel}"));
    }

    private static Organisatie Org(string slug, string naam, string oin, string? gemeentecode, params string[] diensten) =>
        new(slug, naam, oin, oin[8..17], gemeentecode, $"http://localhost/{slug}", diensten.ToHashSet(StringComparer.Ordinal));

    private static int VrijePoort()
    {
        using var luisteraar = new TcpListener(IPAddress.Loopback, 0);
        luisteraar.Start();
        return ((IPEndPoint)luisteraar.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Naam)]
public sealed class ProeftuinCollectie : ICollectionFixture<Proeftuin>
{
    public const string Naam = "proeftuin";
}

/// <summary>What the service saw.</summary>
internal sealed record Echo(string Herkomst, string Organisatie, string Methode, string Pad, Dictionary<string, string> Headers, string Lichaam);
