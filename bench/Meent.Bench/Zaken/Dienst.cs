using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Meent.Configuratie;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Integration.Transport;
using Meent.Services;
using Meent.Services.Pijplijn;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;

namespace Meent.Bench.Zaken;

/// <summary>
/// The services of one municipality in this process, with clients of the measurement's own. On the loopback they answer outside requests; there is no
/// FSC port.
/// </summary>
internal sealed class Dienst : IAsyncDisposable
{
    public const int Poort = 18080;
    public const string Slug = "duinwaarde";
    public static readonly string Geheim = new('g', 48);

    private readonly WebApplication _app;

    private Dienst(WebApplication app, Store store) => (_app, Store) = (app, store);

    public Store Store { get; }
    public Dienstverlening Diensten => _app.Services.GetRequiredService<Dienstverlening>();
    public TimeProvider Klok => Diensten.Klok;

    public static async Task<Dienst> Start(OpslagOptions opslag, params ApiClient[] clients)
    {
        // The same organisation as in the demo landscape, so that its data can be served by the program too.
        var organisatie = Demolandschap.Organisaties.Single(o => o.Slug == Slug).Organisatie($"http://localhost:{Poort}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, Poort));
        builder.Services.AddSingleton(new OrganisatieLijst([organisatie]));
        builder.Services.AddSingleton(new ApiClients([new ApiClient("alles", Geheim) { HeeftAlleAutorisaties = true }, .. clients]));
        builder.Services.AddData(opslag);
        builder.Services.AddServices();
        builder.Services.AddTransport();
        var app = builder.Build();
        app.UseProblemen();
        app.Use((http, next) =>
        {
            (http.Request.PathBase, http.Request.Path) = ("/" + Slug, http.Request.Path.Value![(Slug.Length + 1)..]);
            http.ZetOrganisatie(organisatie);
            return next(http);
        });
        app.UseServices();
        app.UseRouting();
        app.MapServices();
        await app.StartAsync();
        return new Dienst(app, await app.Services.GetRequiredService<Stores>().Get(organisatie));
    }

    private static readonly ConcurrentDictionary<string, string> Tokens = new();

    /// <summary>Signed once: what the client does is not what is measured.</summary>
    public static string Token(string client) =>
        Tokens.GetOrAdd(client, static client => ZgwJwt.Maak(client, Encoding.UTF8.GetBytes(Geheim), TimeProvider.System.GetUtcNow(), "", ""));

    /// <summary>A client of the APIs of the municipality, wherever they run.</summary>
    public static HttpClient Client(string id)
    {
        var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{Poort}/{Slug}/"), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(id));
        http.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        return http;
    }

    /// <summary>The bytes of a request.</summary>
    public static byte[] Vraag(string methode, string pad, string client, string? body = null) => Encoding.UTF8.GetBytes(
        $"{methode} {pad} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token(client)}\r\nAccept-Crs: EPSG:4326\r\nContent-Crs: EPSG:4326\r\n{(body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
