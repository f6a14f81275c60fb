using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Manager;
using Meent.Integration.Token;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Tests.Fsc;

/// <summary>
/// Another Peer of the Group, on a port of its own: a certificate of any kind, a Manager that keeps what it gets and does what the test tells it, and Inways.
/// </summary>
internal sealed class Tegenpartij : IAsyncDisposable
{
    public const string Host = "tegenpartij.localhost";

    /// <summary>Header in which its Inway tells in what way it was asked.</summary>
    public const string Protocol = "Proef-Protocol";

    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Proeftuin _tuin;
    private readonly ConcurrentDictionary<string, string> _contracten = new(StringComparer.Ordinal);

    private Tegenpartij(Proeftuin tuin, WebApplication app, X509Certificate2 certificaat)
    {
        (_tuin, _app, Certificaat) = (tuin, app, certificaat);
        Sleutels = [certificaat];
        _client = Peerclient.Met(certificaat);
    }

    public X509Certificate2 Certificaat { get; }
    public string Oin => PeerNaam.Van(Certificaat).Id;
    public string Adres => $"https://{Host}:{new Uri(_app.Urls.Single()).Port}";

    /// <summary>What its key set shows.</summary>
    public IReadOnlyList<X509Certificate2> Sleutels { get; set; }

    /// <summary>What came in at the Manager, as method and path.</summary>
    public ConcurrentQueue<string> Ontvangen { get; } = new();

    /// <summary>Status with which contracts and signatures are answered.</summary>
    public int Antwoord { get; set; } = 201;

    /// <summary>Addresses of its Inways; each token is for the next.</summary>
    public IReadOnlyList<string> Inways { get; set; } = [];

    public int Tokens { get; private set; }

    /// <summary>The form with which the last token was asked.</summary>
    public IFormCollection? Tokenvraag { get; private set; }

    /// <summary>Headers of the last request at the Inway.</summary>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <summary>How long its tokens live, in seconds.</summary>
    public int Tokenduur { get; set; } = 300;

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Klok { get; set; }

    /// <summary>Holds every token until it ends.</summary>
    public Task Tokenwacht { get; set; } = Task.CompletedTask;

    public static async Task<Tegenpartij> Start(Proeftuin tuin, AsymmetricAlgorithm? sleutel = null, string oin = "00000001990000061000", DateTimeOffset? tot = null)
    {
        var certificaat = Testcertificaat.Onder(tuin.Map, sleutel ?? ECDsa.Create(ECCurve.NamedCurves.nistP256), oin, Host, tot);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificaat;
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.AllowAnyClientCertificate();
        })));
        var app = builder.Build();
        var partij = new Tegenpartij(tuin, app, certificaat);
        app.Run(partij.Verwerk);
        await app.StartAsync();
        return partij;
    }

    /// <summary>Sends to a Manager in the landscape.</summary>
    public async Task<HttpResponseMessage> Stuur(HttpMethod methode, Organisatie aan, string pad, string? json = null)
    {
        using var verzoek = new HttpRequestMessage(methode, $"https://manager.{aan.Slug}.localhost:{_tuin.Poort}/v1{pad}")
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        verzoek.Headers.Add(Standards.Koppelvlak.Headers.FscManagerAddress, Adres);
        return await _client.SendAsync(verzoek);
    }

    public string Teken(string hash, HandtekeningSoort soort = HandtekeningSoort.Accept) => Handtekening.Zet(Certificaat, hash, soort, DateTimeOffset.UtcNow);

    /// <summary>Signs a contract, and brings the signature to one of the parties, or keeps it for whoever asks.</summary>
    public async Task Aanvaard(string content, Organisatie? breng)
    {
        var hash = Contract.Lees(content, metVoorvoegsel: true).Hash;
        _contracten[hash] = content;
        if (breng is null) return;
        using var antwoord = await Stuur(HttpMethod.Put, breng, $"/contracts/{Uri.EscapeDataString(hash)}/accept", $$"""{"content":{{content}},"signature":"{{Teken(hash)}}"}""");
        Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        Certificaat.Dispose();
    }

    private async Task Verwerk(HttpContext http)
    {
        var pad = http.Request.Path.Value!;
        if (pad == "/v1/.well-known/jwks.json")
        {
            await http.Response.WriteAsJsonAsync(Jwks.Van(Sleutels.Select(s => new PeerCertificaat(s, []))));
        }
        else if (pad == "/v1/token")
        {
            await Token(http);
        }
        else if (pad.StartsWith("/v1/contracts", StringComparison.Ordinal) && http.Request.Method == "GET")
        {
            var gevraagd = http.Request.Query["grant_hash"].ToString();
            var bekend = _contracten.Where(c => Contract.Lees(c.Value, metVoorvoegsel: true).Grants.Any(g => g.Hash == gevraagd))
                .Select(c => $$$"""{"content":{{{c.Value}}},"signatures":{ "accept": { "{{{Oin}}}": "{{{Teken(c.Key)}}}" }, "reject": {}, "revoke": {} } }""");
            await http.Response.WriteAsync($$$"""{"contracts":[{{{string.Join(',', bekend)}}}],"pagination":{"next_cursor":""}}""");
        }
        else if (pad.StartsWith("/v1/", StringComparison.Ordinal))
        {
            Ontvangen.Enqueue($"{http.Request.Method} {pad}");
            http.Response.StatusCode = Antwoord;
        }
        else
        {
            Headers = http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            http.Response.Headers[Protocol] = http.Request.Protocol;
            using var lichaam = new StreamReader(http.Request.Body);
            await http.Response.WriteAsync($"{pad} {await lichaam.ReadToEndAsync()}");
        }
    }

    private async Task Token(HttpContext http)
    {
        var inway = Inways[Tokens++ % Inways.Count];
        await Tokenwacht.WaitAsync(http.RequestAborted);
        var formulier = Tokenvraag = await http.Request.ReadFormAsync();
        var grant = _contracten.Values.SelectMany(c => Contract.Lees(c, metVoorvoegsel: true).Grants).First(g => g.Hash == formulier["scope"]);
        var nu = (DateTimeOffset.UtcNow + Klok).ToUnixTimeSeconds();
        var claims = new TokenClaims(
            grant.Hash, "meent-proeftuin", grant.OutwayPeer!, Oin, grant.ServiceName, inway, nu + Tokenduur, nu,
            Thumbprints.Certificate(http.Connection.ClientCertificate!), grant.Delegator, grant.ServiceDelegator, grant.Properties);
        await http.Response.WriteAsJsonAsync(new { access_token = Jws.Onderteken(Certificaat, claims.Json(), "JWT"), token_type = "bearer" });
    }
}
