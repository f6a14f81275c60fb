using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Tests;

/// <summary>A node on a loopback port with the components that a test names, for one organisation.</summary>
internal sealed class Proefnode : IAsyncDisposable
{
    private const string HerkomstHeader = "Proef-Herkomst";
    private const string Geheim = "0123456789abcdef0123456789abcdef";

    /// <summary>Clients with few scopes.</summary>
    private static readonly ApiClient[] Beperkt =
    [
        new("catalogusbeheerder", Geheim) { Autorisaties = [new Autorisatie("ztc", ["catalogi.lezen", "catalogi.schrijven"])] },
        new("publicatie", Geheim) { HeeftAlleAutorisaties = true, AlleenIsGereedVoorPublicatie = true },
        new("gewoon", Geheim) { Autorisaties = [new Autorisatie("zrc", ["zaken.lezen"])], Scopes = ["create:normal", "read:normal", "update:normal", "delete:normal"] },
        new("zakenlezer", Geheim) { Autorisaties = [new Autorisatie("zrc", ["zaken.lezen"])] },
    ];

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private Proefnode(WebApplication app, Organisatie organisatie)
    {
        (_app, Organisatie) = (app, organisatie);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public Organisatie Organisatie { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Address that speaks HTTP/2, for gRPC.</summary>
    public Uri Grpc => new(_app.Urls.Last());

    /// <summary>For paths that are of no service.</summary>
    public HttpClient Http => _http;

    public Task<Store> Store() => Services.GetRequiredService<Stores>().Get(Organisatie).AsTask();

    /// <summary>A token of the client of the tests, for a user.</summary>
    public static string TokenVan(string gebruiker) => $"Bearer {ZgwJwt.Maak("proef", System.Text.Encoding.UTF8.GetBytes(Geheim), DateTimeOffset.UtcNow, gebruiker, gebruiker)}";

    public string Doel(string naam) => Organisatie.Verwerkingsactiviteit(naam);

    public static async Task<Proefnode> Start(
        Engine engine, TijdelijkeMap map, Action<IServiceCollection> services, Action<IEndpointRouteBuilder> routes, OpslagOptions? opslag = null, Func<Organisatie, Organisatie>? anders = null)
    {
        Tracering.Aan();
        var organisatie = anders?.Invoke(TestStore.TestOrganisatie()) ?? TestStore.TestOrganisatie();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, poort => poort.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders().AddProvider(new Testuitvoer());
        builder.Services.AddLogfilter();
        builder.Services.AddRouting().AddHttpClient();
        builder.Services.AddSingleton(new OrganisatieLijst([organisatie, TestStore.TestOrganisatie("lindewoude") with { Naam = "Gemeente Lindewoude", Oin = "00000001990000023000" }]));
        builder.Services.AddSingleton(new ApiClients([new ApiClient("proef", Geheim) { HeeftAlleAutorisaties = true }, .. Beperkt])).AddSingleton<InternClient>().AddSingleton<ZgwJwt>().AddSingleton<Rechtenboek>().AddSingleton<Aanroepen>().AddSingleton<Doelen>().AddSingleton<Bewaartermijnen>();
        services(builder.Services);
        // What the register says is read at the door of every service.
        if (!builder.Services.Any(service => service.ServiceType == typeof(Bijhouden))) builder.Services.AddVerwerkingsregister();
        builder.Services.AddData(opslag ?? await TestStore.Opslag(engine, map));
        var app = builder.Build();
        app.UseProblemen();
        app.Use((http, next) =>
        {
            http.ZetOrganisatie(organisatie);
            if (Enum.TryParse<Herkomst>(http.Request.Headers[HerkomstHeader], out var herkomst) && herkomst != Herkomst.Buiten)
                http.Features.Set<IConnectionEndPointFeature>(new Eindpunt { LocalEndPoint = new MemoryEndPoint(herkomst) });
            return next(http);
        });
        app.UseRouting();
        routes(app);
        await app.StartAsync();
        return new Proefnode(app, organisatie);
    }

    /// <summary>Sends as another client than <c>proef</c>.</summary>
    public static Action<HttpRequestHeaders> Als(string client) => headers =>
    {
        headers.Remove("Authorization");
        headers.Add("Authorization", $"Bearer {ZgwJwt.Maak(client, System.Text.Encoding.UTF8.GetBytes(Geheim), DateTimeOffset.UtcNow, "", "")}");
    };

    public async Task<HttpResponseMessage> Stuur(
        HttpMethod methode, string dienst, string pad, object? inhoud = null, Herkomst herkomst = Herkomst.Intern, string? doel = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(methode, Diensten.Pad(dienst) + pad);
        if (inhoud is not null) request.Content = JsonContent.Create(inhoud, options: Bronnen.Json);
        request.Headers.Add(HerkomstHeader, herkomst.ToString());
        request.Headers.Add("Authorization", herkomst == Herkomst.Intern
            ? Services.GetRequiredService<InternClient>().Authorization(null)
            : $"Bearer {ZgwJwt.Maak("proef", System.Text.Encoding.UTF8.GetBytes(Geheim), DateTimeOffset.UtcNow, "", "")}");
        if (doel is not null) request.Headers.Add(Headers.Verwerkingsactiviteit, doel);
        request.Headers.Add(Headers.AcceptCrs, Headers.Wgs84);
        if (inhoud is not null) request.Headers.Add(Headers.ContentCrs, Headers.Wgs84);
        headers?.Invoke(request.Headers);
        return await _http.SendAsync(request);
    }

    /// <summary>Sends a body as it is, inside the organisation.</summary>
    public async Task<HttpResponseMessage> StuurInhoud(
        HttpMethod methode, string dienst, string pad, HttpContent inhoud, string? doel = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(methode, Diensten.Pad(dienst) + pad) { Content = inhoud };
        request.Headers.Add(HerkomstHeader, nameof(Herkomst.Intern));
        request.Headers.Add("Authorization", Services.GetRequiredService<InternClient>().Authorization(null));
        if (doel is not null) request.Headers.Add(Headers.Verwerkingsactiviteit, doel);
        headers?.Invoke(request.Headers);
        return await _http.SendAsync(request);
    }

    /// <summary>Sends and reads an answer that must have the status given.</summary>
    public async Task<JsonElement> Vraag(
        int status, HttpMethod methode, string dienst, string pad, object? inhoud = null, Herkomst herkomst = Herkomst.Intern, string? doel = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var antwoord = await Stuur(methode, dienst, pad, inhoud, herkomst, doel, headers);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
        return tekst.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Eindpunt : IConnectionEndPointFeature
    {
        public System.Net.EndPoint? LocalEndPoint { get; set; }
        public System.Net.EndPoint? RemoteEndPoint { get; set; }
    }
}
