using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Tests.Elders;

/// <summary>A source over TLS that answers as the test tells it, with a token server beside it.</summary>
internal sealed class Slechtebron : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TijdelijkeMap _map = new();

    private Slechtebron(WebApplication app, X509Certificate2 certificaat)
    {
        _app = app;
        Anker = _map.Bestand("anker.pem");
        File.WriteAllText(Anker, certificaat.ExportCertificatePem());
    }

    public string Adres => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>PEM file by which its certificate is trusted.</summary>
    public string Anker { get; }

    public int Tokens { get; private set; }

    /// <summary>Headers of the last question.</summary>
    public IHeaderDictionary Laatste { get; private set; } = new HeaderDictionary();

    public Func<HttpContext, Task> Antwoord { get; set; } = http => http.Response.WriteAsync("""{"type":"RaadpleegMetBurgerservicenummer","personen":[]}""");

    public static async Task<Slechtebron> Start()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var aanvraag = new CertificateRequest("CN=localhost", sleutel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        namen.AddDnsName("localhost");
        aanvraag.CertificateExtensions.Add(namen.Build());
        var nu = TimeProvider.System.GetUtcNow();
        var certificaat = aanvraag.CreateSelfSigned(nu.AddDays(-1), nu.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, poort => poort.UseHttps(certificaat)));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var bron = new Slechtebron(app, certificaat);
        app.MapPost("/token", (HttpContext http) =>
        {
            bron.Tokens++;
            return http.Request.Headers.Authorization == "Basic " + Convert.ToBase64String("afnemer:geheim"u8) ? Results.Json(new { access_token = $"token-{bron.Tokens}", token_type = "Bearer", expires_in = 3600 }) : Results.StatusCode(401);
        });
        app.MapPost("/brp/personen", (HttpContext http) =>
        {
            bron.Laatste = new HeaderDictionary(http.Request.Headers.ToDictionary());
            return bron.Antwoord(http);
        });
        await app.StartAsync();
        return bron;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _map.Dispose();
    }
}
