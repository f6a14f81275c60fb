using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Meent.Testing;

namespace Meent.Tests.Node;

/// <summary>The port on which TLS ends in the program itself: who shows a certificate gets a token that is worth nothing without it (RFC 8705).</summary>
public sealed class TlspoortTests : IDisposable
{
    private const string Geheim = "0123456789abcdef0123456789abcdef";
    private const string Zaken = "duinwaarde/zaken/api/v1/zaken";

    private readonly TijdelijkeMap _map = new();
    private readonly ECDsa _ankersleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly int _poort = MeentProces.VrijePoort();

    [Fact]
    public async Task A_client_with_a_certificate_gets_a_token_that_is_good_on_its_own_connection_only()
    {
        using var anker = Anker("Anker", _ankersleutel);
        await using var meent = await Start(anker);
        using var eigen = Geef(anker, "CN=zaaksysteem, O=Gemeente Duinwaarde, C=NL");
        using var ander = Geef(anker, "CN=ander, O=Gemeente Duinwaarde, C=NL");
        using var client = Client(eigen);

        using var metadata = JsonDocument.Parse(await client.GetStringAsync(new Uri("duinwaarde/.well-known/oauth-authorization-server", UriKind.Relative)));
        Assert.Contains("tls_client_auth", metadata.RootElement.GetProperty("token_endpoint_auth_methods_supported").EnumerateArray().Select(methode => methode.GetString()));
        Assert.Equal($"https://localhost:{_poort}/duinwaarde/oauth/token", metadata.RootElement.GetProperty("mtls_endpoint_aliases").GetProperty("token_endpoint").GetString());
        var token = await Token(client, HttpStatusCode.OK, "zaaksysteem");
        Assert.Equal(HttpStatusCode.OK, await Lees(client, token));
        Assert.Equal(HttpStatusCode.OK, await Lees(client, token));

        // With another's certificate, with none, and where TLS does not reach.
        using var anders = Client(ander);
        using var zonder = Client(null);
        using var gewoon = new HttpClient { BaseAddress = new Uri(meent.Basis + "/") };
        foreach (var een in new[] { anders, zonder, gewoon })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Lees(een, token));
            Assert.Equal("invalid_client", await Token(een, HttpStatusCode.Unauthorized, "zaaksysteem"));
        }

        Assert.Equal("invalid_client", await Token(client, HttpStatusCode.Unauthorized, "ander"));
        Assert.Equal("invalid_client", await Token(client, HttpStatusCode.Unauthorized, ""));
        // The token of the standard needs no certificate here either.
        Assert.Equal(HttpStatusCode.OK, await Lees(zonder, MeentProces.Jwt("ander", Geheim, DateTimeOffset.UtcNow)));
    }

    [Fact]
    public async Task A_certificate_of_somebody_else_for_something_else_or_of_before_gets_no_connection()
    {
        using var anker = Anker("Anker", _ankersleutel);
        using var vreemd = Anker("Anker", ECDsa.Create(ECCurve.NamedCurves.nistP256));
        const string Naam = "CN=zaaksysteem, O=Gemeente Duinwaarde, C=NL";
        await using var meent = await Start(anker);

        foreach (var certificaat in new[] { Geef(vreemd, Naam), Geef(anker, Naam, doel: "1.3.6.1.5.5.7.3.1"), Geef(anker, Naam, tot: DateTimeOffset.UtcNow.AddHours(-1)) })
        {
            using (certificaat)
            using (var client = Client(certificaat))
                await Assert.ThrowsAsync<HttpRequestException>(() => Token(client, HttpStatusCode.OK, "zaaksysteem"));
        }
    }

    public void Dispose()
    {
        _ankersleutel.Dispose();
        _map.Dispose();
    }

    private Task<MeentProces> Start(X509Certificate2 anker)
    {
        using var server = Geef(anker, "CN=localhost", doel: "1.3.6.1.5.5.7.3.1");
        File.WriteAllText(_map.Bestand("server.pem"), server.ExportCertificatePem());
        File.WriteAllText(_map.Bestand("server.key"), server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(_map.Bestand("anker.pem"), anker.ExportCertificatePem());
        return MeentProces.Start(
            _map.Pad, $"Meent:Tls:Luister=https://127.0.0.1:{_poort}", $"Meent:Tls:Basis=https://localhost:{_poort}", $"Meent:Tls:Certificaat={_map.Bestand("server.pem")}",
            $"Meent:Tls:Sleutel={_map.Bestand("server.key")}", $"Meent:Tls:Ankers:0={_map.Bestand("anker.pem")}",
            "Meent:Clients:0:Id=zaaksysteem", "Meent:Clients:0:Organisatie=duinwaarde", "Meent:Clients:0:Certificaat=CN=zaaksysteem,O=Gemeente Duinwaarde,C=NL",
            "Meent:Clients:1:Id=ander", "Meent:Clients:1:Organisatie=duinwaarde", $"Meent:Clients:1:Geheim={Geheim}");
    }

    private HttpClient Client(X509Certificate2? certificaat) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions { ClientCertificates = certificaat is null ? [] : [certificaat], RemoteCertificateValidationCallback = (_, _, _, _) => true },
    })
    { BaseAddress = new Uri($"https://localhost:{_poort}/") };

    /// <returns>The token, or the code of the fault.</returns>
    private static async Task<string> Token(HttpClient client, HttpStatusCode status, string clientId)
    {
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId });
        using var antwoord = await client.PostAsync(new Uri("duinwaarde/oauth/token", UriKind.Relative), formulier);
        var json = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync());
        Assert.Equal(status, antwoord.StatusCode);
        return json.GetProperty(status == HttpStatusCode.OK ? "access_token" : "error").GetString()!;
    }

    private static async Task<HttpStatusCode> Lees(HttpClient client, string token)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, Zaken);
        verzoek.Headers.Add("Authorization", "Bearer " + token);
        verzoek.Headers.Add("Accept-Crs", "EPSG:4326");
        using var antwoord = await client.SendAsync(verzoek);
        return antwoord.StatusCode;
    }

    private static X509Certificate2 Anker(string naam, ECDsa sleutel)
    {
        var verzoek = new CertificateRequest($"CN={naam}", sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return verzoek.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static X509Certificate2 Geef(X509Certificate2 anker, string naam, string doel = "1.3.6.1.5.5.7.3.2", DateTimeOffset? tot = null)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest(naam, sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(doel)], critical: false));
        using var certificaat = verzoek.Create(anker, DateTimeOffset.UtcNow.AddDays(-1), tot ?? DateTimeOffset.UtcNow.AddDays(1), RandomNumberGenerator.GetBytes(8));
        return certificaat.CopyWithPrivateKey(sleutel);
    }
}
