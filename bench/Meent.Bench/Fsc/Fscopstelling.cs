using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Text;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Integration;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Landschappen;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Integration.Transport;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Bench.Fsc;

/// <summary>Two nodes in this process: Meent's FSC layer, and bare YARP with the same certificates, listeners and service.</summary>
internal sealed class Fscopstelling : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<int, byte[]> Antwoorden = new();
    public static readonly Organisatie Gemeente = new("duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", "http://localhost/duinwaarde", new HashSet<string>());
    public static readonly Organisatie Basis = new("basisregistraties", "Stichting Basisregistraties", "00000001990000035000", "990000035", null, "http://localhost/basisregistraties", new HashSet<string> { Dienst });
    public static readonly Organisatie Federatie = new("federatie", "Federatie Proeftuin", "00000001990000047000", "990000047", null, "http://localhost/federatie", new HashSet<string>());
    public const string Dienst = Standards.Koppelvlak.Diensten.Personen;
    private static readonly Landschapsdoel Doel = new("meten", "Meten", ["geen"], ["personen:naam"], "P1D");

    private readonly string _map = Directory.CreateTempSubdirectory("meent-bench-").FullName;
    private readonly int _http = MeentProces.VrijePoort(), _fsc = MeentProces.VrijePoort(), _kaalHttp = MeentProces.VrijePoort(), _kaalTls = MeentProces.VrijePoort();
    private readonly bool _http2;
    private readonly string _geheim = new('g', 32);
    private WebApplication _meent = null!;
    private WebApplication _kaal = null!;

    private Fscopstelling(bool http2) => _http2 = http2;

    public HttpMessageInvoker NaarInway { get; private set; } = null!;
    public string Inway => $"https://{Servernaam}:{_fsc}/x";
    public string Outway => $"http://127.0.0.1:{_http}/outway/x";
    public string Map => _map;
    public IServiceProvider Diensten => _meent.Services;

    /// <summary>For another proxy: the name in the provider's certificate, whose certificates are where, and where the service is over TCP.</summary>
    public static string Servernaam => $"inway.{Basis.Slug}.localhost";
    public static string Aanbieder => Basis.Slug;
    public static string Afnemer => Gemeente.Slug;
    public int Dienstpoort { get; } = MeentProces.VrijePoort();

    public string Manager(Organisatie organisatie) => $"https://manager.{organisatie.Slug}.localhost:{_fsc}/v1";

    /// <summary>Of a certificate, without what comes after the dot.</summary>
    public string Bestand(string naam) => Path.Combine(_map, "certificaten", naam);

    public static async Task<Fscopstelling> Start(bool http2 = false)
    {
        var opstelling = new Fscopstelling(http2);
        opstelling._meent = opstelling.Meent();
        await opstelling._meent.StartAsync();
        opstelling._kaal = opstelling.Kaal(opstelling._meent.Services);
        await opstelling._kaal.StartAsync();
        opstelling.NaarInway = opstelling._meent.Services.GetRequiredService<PeerClients>().Van(Gemeente, Basis.Oin);
        return opstelling;
    }

    public Uri KaalTls(string pad) => new($"https://inway.{Basis.Slug}.localhost:{_kaalTls}{pad}");

    public Uri KaalHttp(string pad) => new($"http://127.0.0.1:{_kaalHttp}{pad}");

    /// <returns>Hash of the grant.</returns>
    public async Task<string> SluitContract()
    {
        await _meent.Services.GetRequiredService<Landschap>().Sluit([Doel], _ => { }, CancellationToken.None);
        var verbindingen = await _meent.Services.GetRequiredService<Contractwijzer>().Lijst(Gemeente);
        return verbindingen.Single().Grant.Hash;
    }

    public Action<HttpRequestMessage> Client(string grant)
    {
        var jwt = "Bearer " + ZgwJwt.Maak("bench", Encoding.UTF8.GetBytes(_geheim), TimeProvider.System.GetUtcNow(), "", "");
        return verzoek =>
        {
            verzoek.Headers.TryAddWithoutValidation("Authorization", jwt);
            verzoek.Headers.TryAddWithoutValidation(Headers.FscGrantHash, grant);
        };
    }

    /// <summary>A token that is good for as long as a measurement may take.</summary>
    public Action<HttpRequestMessage> Token() => Zet(Jws.Onderteken(Certificaat(Basis).Certificaat, Claims().Json(), "JWT"));

    public async ValueTask DisposeAsync()
    {
        await _kaal.DisposeAsync();
        await _meent.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    private static Action<HttpRequestMessage> Zet(string token) => verzoek =>
    {
        verzoek.Headers.TryAddWithoutValidation(Headers.FscAuthorization, "Bearer " + token);
        verzoek.Headers.TryAddWithoutValidation(Headers.FscTransactionId, Guid.CreateVersion7().ToString());
    };

    private TokenClaims Claims()
    {
        var nu = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new TokenClaims("$1$3$bench", "meent-proeftuin", Gemeente.Oin, Basis.Oin, Dienst, $"https://{Servernaam}:{_fsc}",
            nu + 3600, nu - 1, Certificaat(Gemeente).X5t, null, null, System.Text.Json.JsonElement.Parse("""{"doelbinding.doelen":[{"id":"urn:meten"}]}"""));
    }

    private PeerCertificaat Certificaat(Organisatie organisatie) => _meent.Services.GetRequiredService<CertificateStore>().Van(organisatie);

    private WebApplication Meent()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, _http));
        builder.Services.AddSingleton(new OrganisatieLijst([Gemeente, Basis, Federatie]));
        builder.Services.AddSingleton(new ApiClients([new ApiClient("bench", _geheim)]));
        builder.Services.AddData(new OpslagOptions { Map = _map });
        builder.Services.AddIntegration();
        builder.Services.Configure<FscOptions>(o =>
        {
            o.Poort = _fsc;
            o.Http2 = _http2;
            o.ToegestaneDoelen.Add("*");
        });
        var app = builder.Build();
        app.Use((http, next) =>
        {
            // As the host does it, but the measured Outway is always that of the municipality.
            var slug = http.Request.Path.Value!.Split('/')[1];
            var organisatie = app.Services.GetRequiredService<OrganisatieLijst>().Vind(slug);
            if (organisatie is not null) (http.Request.PathBase, http.Request.Path) = ("/" + slug, http.Request.Path.Value[(slug.Length + 1)..]);
            http.ZetOrganisatie(organisatie ?? Gemeente);
            return http.Herkomst() == Herkomst.Inway ? Dien(http) : next(http);
        });
        app.UseRouting();
        app.MapIntegration();
        return app;
    }

    private WebApplication Kaal(IServiceProvider meent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var vertrouwen = meent.GetRequiredService<CertificateStore>().Vertrouwen;
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, _kaalHttp);
            k.Listen(IPAddress.Loopback, Dienstpoort);
            k.Listen(IPAddress.Loopback, _kaalTls, l => l.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => new(new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = Certificaat(Basis).Context,
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, c, keten, fouten) => vertrouwen.Tls(c, keten, fouten),
                }),
            }));
        });
        builder.Services.AddSingleton(new OrganisatieLijst([]));
        builder.Services.AddSingleton(new ApiClients([]));
        builder.Services.AddTransport().AddHttpForwarder();
        var app = builder.Build();
        var forwarder = app.Services.GetRequiredService<IHttpForwarder>();
        var log = meent.GetRequiredService<TransactieLog>();
        var naarTls = meent.GetRequiredService<PeerClients>().Van(Gemeente, Basis.Oin);
        var naarDienst = new HttpMessageInvoker(BronHandler.Http(app.Services.GetRequiredService<MemoryTransport>(), MemoryEndPoint.Inway));
        var claims = Claims();
        app.Run(async http =>
        {
            if (http.Herkomst() == Herkomst.Inway || http.Connection.LocalPort == Dienstpoort || http.Request.Path.Value == "/zelf")
            {
                await Dien(http);
                return;
            }

            var eerste = http.Connection.LocalPort == _kaalHttp;
            if (http.Request.Path.Value == "/log")
            {
                var regel = Transactie.Van(claims, Guid.CreateVersion7(), eerste ? Transactie.Uitgaand : Transactie.Inkomend, null, TimeProvider.System.GetUtcNow());
                await log.Schrijf(eerste ? Gemeente : Basis, regel, http.RequestAborted);
            }

            var (begin, client) = eerste ? ($"https://inway.{Basis.Slug}.localhost:{_kaalTls}", naarTls) : ("http://dienst.meent", naarDienst);
            await forwarder.SendAsync(http, begin, client, Doorgeven.Config, new Kaalweg());
        });
        return app;
    }

    private static Task Dien(HttpContext http)
    {
        var bytes = int.TryParse(http.Request.Query["bytes"], NumberStyles.None, CultureInfo.InvariantCulture, out var gevraagd) ? gevraagd : 200;
        var antwoord = Antwoorden.GetOrAdd(bytes, aantal => Encoding.UTF8.GetBytes($$"""{"gegevens":"{{new string('x', aantal - 15)}}"}"""));
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = antwoord.Length;
        return http.Response.Body.WriteAsync(antwoord, 0, antwoord.Length);
    }

    /// <summary>YARP's own way, with the host of the destination.</summary>
    private sealed class Kaalweg : HttpTransformer
    {
        public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
        {
            await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
            proxyRequest.Headers.Host = null;
        }
    }
}
