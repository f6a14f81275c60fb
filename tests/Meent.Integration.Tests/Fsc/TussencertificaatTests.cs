using System.Formats.Asn1;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;

namespace Meent.Integration.Tests.Fsc;

/// <summary>
/// Certificates as PKIoverheid issues them, over real TLS: an intermediate between anchor and Peer, and a second anchor for Peers from elsewhere. The whole
/// landscape stands on such certificates.
/// </summary>
public sealed class TussencertificaatTests(Ketenlandschap land) : KetenGesprek(land.Tuin), IClassFixture<Ketenlandschap>
{
    private const string Vreemde = "00000003990000099000";

    [Fact]
    public async Task A_landscape_on_certificates_with_an_intermediate_makes_contracts_and_calls()
    {
        using var antwoord = await Bronnen.Stuur(HttpMethod.Get, Voor("inzien"), Diensten.Personen, "x");
        Assert.True(antwoord.StatusCode == HttpStatusCode.OK, await antwoord.Content.ReadAsStringAsync());
        using var lijst = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, "certificaten");
        var json = System.Text.Json.JsonElement.Parse(await lijst.Content.ReadAsStringAsync());
        Assert.Equal((1, 2), (json.GetProperty("tussen").GetArrayLength(), json.GetProperty("ankers").GetArrayLength()));
    }

    [Fact]
    public async Task A_Peer_under_the_second_anchor_is_who_its_OIN_says_and_nobody_else()
    {
        var (blad, tussen) = land.Tweede.Peer(Vreemde);
        using var client = Client(blad, tussen);
        Assert.Equal("invalid_client", await Token(client, Proeftuin.Duinwaarde.Oin));
        // It is itself; only the grant is not there.
        Assert.Equal("invalid_scope", await Token(client, Vreemde));
    }

    [Fact]
    public async Task What_does_not_lead_to_an_anchor_gets_no_connection()
    {
        // The intermediate stays at home, and is fetched from nowhere.
        await Geweigerd(land.Eerste.Peer(Vreemde).Blad, null);
        // One of somebody else's tree.
        var vreemd = new Boom("Een ander anker");
        await Geweigerd(vreemd.Peer(Vreemde).Blad, vreemd.Tussen);
        // The right intermediate, but it did not issue this one.
        await Geweigerd(vreemd.Peer(Vreemde).Blad, land.Eerste.Tussen);
        // Issued by a Peer, which may not issue.
        var (peer, tussen) = land.Eerste.Peer(Vreemde);
        await Geweigerd(Boom.Onder(peer, Boom.Naam(Vreemde, "Onder een ander"), ca: false), [peer, .. tussen]);
        // No OIN in its name.
        await Geweigerd(land.Eerste.Blad(new X500DistinguishedName("CN=naamloos")), land.Eerste.Tussen);
        using var goed = Client(peer, tussen);
        Assert.Equal("invalid_scope", await Token(goed, Vreemde));
    }

    private async Task Geweigerd(X509Certificate2 blad, X509Certificate2Collection? tussen)
    {
        using var client = Client(blad, tussen);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Token(client, Vreemde));
    }

    private async Task<string> Token(HttpClient client, string als)
    {
        using var formulier = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = als, ["scope"] = "$1$3$" + new string('A', 86) });
        using var antwoord = await client.PostAsync(new Uri($"https://manager.duinwaarde.localhost:{Tuin.Poort}/v1/token"), formulier);
        return System.Text.Json.JsonElement.Parse(await antwoord.Content.ReadAsStringAsync()).GetProperty("error").GetString()!;
    }

    private static HttpClient Client(X509Certificate2 blad, X509Certificate2Collection? tussen) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = SslStreamCertificateContext.Create(blad, tussen ?? [], offline: true),
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        },
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}

/// <summary>A landscape whose Peers have certificates of the first of two anchors, by way of an intermediate.</summary>
public sealed class Ketenlandschap : IAsyncLifetime
{
    private readonly TijdelijkeMap _map = new();

    public Ketenlandschap() => Tuin = new()
    {
        Instelling = fsc =>
        {
            fsc.Ankers.Add(Bewaar("eerste.pem", Eerste.Anker.ExportCertificatePem()));
            fsc.Ankers.Add(Bewaar("tweede.pem", Tweede.Anker.ExportCertificatePem()));
            foreach (var organisatie in (Organisatie[])[Proeftuin.Duinwaarde, Proeftuin.Lindewoude, Proeftuin.Basis, Proeftuin.Federatie])
            {
                var (blad, tussen) = Eerste.Peer(organisatie.Oin, organisatie.Naam, $"manager.{organisatie.Slug}.localhost", $"inway.{organisatie.Slug}.localhost", $"outway.{organisatie.Slug}.localhost");
                using var sleutel = blad.GetECDsaPrivateKey()!;
                fsc.Certificaten[organisatie.Slug] = new()
                {
                    Pem = Bewaar($"{organisatie.Slug}.pem", blad.ExportCertificatePem() + "\n" + tussen.ExportCertificatePems()),
                    Sleutel = Bewaar($"{organisatie.Slug}.key", sleutel.ExportPkcs8PrivateKeyPem()),
                };
            }
        },
    };

    internal Proeftuin Tuin { get; }

    internal Boom Eerste { get; } = new("Eerste anker");

    internal Boom Tweede { get; } = new("Tweede anker");

    public Task InitializeAsync() => Tuin.InitializeAsync();

    public async Task DisposeAsync()
    {
        await Tuin.DisposeAsync();
        _map.Dispose();
    }

    private string Bewaar(string naam, string pem)
    {
        File.WriteAllText(_map.Bestand(naam), pem);
        return _map.Bestand(naam);
    }
}

/// <summary>A root, an intermediate, and what that issues.</summary>
internal sealed class Boom
{
    private readonly X509Certificate2 _tussen;

    public Boom(string naam)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest($"CN={naam}", sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        Anker = verzoek.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(30));
        _tussen = Onder(Anker, new X500DistinguishedName($"CN=Uitgever onder {naam}"), ca: true);
        Tussen = [X509CertificateLoader.LoadCertificate(_tussen.RawData)];
    }

    public X509Certificate2 Anker { get; }

    public X509Certificate2Collection Tussen { get; }

    public (X509Certificate2 Blad, X509Certificate2Collection Tussen) Peer(string oin, string naam = "Een organisatie van elders", params string[] hosts) => (Blad(Naam(oin, naam), hosts), Tussen);

    public X509Certificate2 Blad(X500DistinguishedName naam, params string[] hosts) => Onder(_tussen, naam, ca: false, hosts);

    public static X500DistinguishedName Naam(string oin, string naam)
    {
        var bouwer = new X500DistinguishedNameBuilder();
        bouwer.AddOrganizationName(naam);
        bouwer.Add("2.5.4.5", oin, UniversalTagNumber.PrintableString);
        bouwer.AddCommonName("peer");
        return bouwer.Build();
    }

    public static X509Certificate2 Onder(X509Certificate2 uitgever, X500DistinguishedName naam, bool ca, params string[] hosts)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var uitgeversleutel = uitgever.GetECDsaPrivateKey()!;
        var verzoek = new CertificateRequest(naam, sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(ca, false, 0, critical: true));
        if (hosts.Length > 0)
        {
            var namen = new SubjectAlternativeNameBuilder();
            foreach (var host in hosts) namen.AddDnsName(host);
            verzoek.CertificateExtensions.Add(namen.Build());
        }

        using var blad = verzoek.Create(
            uitgever.SubjectName, X509SignatureGenerator.CreateForECDsa(uitgeversleutel), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), RandomNumberGenerator.GetBytes(12));
        return blad.CopyWithPrivateKey(sleutel);
    }
}
