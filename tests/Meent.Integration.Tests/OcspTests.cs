using System.Diagnostics;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Certificaten;
using Meent.Testing;

namespace Meent.Integration.Tests;

/// <summary>What the OCSP responder of the issuer says of a certificate (RFC 6960), and what it means that it says nothing.</summary>
public sealed class OcspTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();
    private readonly ECDsa _sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _anker;
    private readonly int _poort = MeentProces.VrijePoort();
    private Process? _responder;

    public OcspTests()
    {
        // The runtime keeps answers on disk by their issuer: another test is another issuer.
        var verzoek = new CertificateRequest($"CN=Anker {Guid.CreateVersion7()}", _sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        verzoek.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(verzoek.PublicKey, critical: false));
        _anker = verzoek.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(10));
        File.WriteAllText(_map.Bestand("anker.pem"), _anker.ExportCertificatePem());
        File.WriteAllText(_map.Bestand("anker.key"), _sleutel.ExportPkcs8PrivateKeyPem());
    }

    [ProgrammaFact("openssl", "openssl")]
    public async Task A_certificate_that_the_responder_calls_revoked_is_not_trusted_and_another_is()
    {
        using var goed = Blad();
        using var ingetrokken = Blad();
        _responder = await Responder((goed, false), (ingetrokken, true));
        foreach (var navraag in new[] { Navraag.Verplicht, Navraag.AlsHetKan })
        {
            Assert.True(Met(navraag).Van(goed, null), $"{navraag}");
            Assert.False(Met(navraag).Van(ingetrokken, null), $"{navraag}");
        }

        Assert.True(Met(Navraag.Niet).Van(ingetrokken, null));
    }

    [Fact]
    public void Without_an_answer_a_certificate_is_refused_unless_that_was_said_to_be_no_reason()
    {
        using var blad = Blad();
        Assert.False(Met(Navraag.Verplicht).Van(blad, null));
        Assert.True(Met(Navraag.AlsHetKan).Van(blad, null));
    }

    public void Dispose()
    {
        _responder?.Kill();
        _responder?.Dispose();
        _anker.Dispose();
        _sleutel.Dispose();
        _map.Dispose();
    }

    private Vertrouwen Met(Navraag navraag) => new([_anker], navraag, TimeProvider.System);

    /// <summary>A certificate of a Peer that names the responder.</summary>
    private X509Certificate2 Blad()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var naam = new X500DistinguishedNameBuilder();
        naam.AddOrganizationName("Gemeente Alfa");
        naam.Add("2.5.4.5", "00000001990000011000", UniversalTagNumber.PrintableString);
        naam.AddCommonName("alfa.localhost");
        var verzoek = new CertificateRequest(naam.Build(), sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([$"http://localhost:{_poort}/"], null, critical: false));
        verzoek.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_anker, true, false));
        var nummer = RandomNumberGenerator.GetBytes(12);
        nummer[0] = 1;
        return verzoek.Create(_anker, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(5), nummer);
    }

    private async Task<Process> Responder(params (X509Certificate2 Certificaat, bool Ingetrokken)[] bekend)
    {
        // The index of openssl ca: state, end, day of revocation, serial number, file, name.
        await File.WriteAllLinesAsync(_map.Bestand("index.txt"), bekend.Select(b => string.Join('\t',
            b.Ingetrokken ? "R" : "V", Dag(b.Certificaat.NotAfter), b.Ingetrokken ? Dag(DateTime.Now.AddHours(-1)) : "", b.Certificaat.SerialNumber, "unknown", "/CN=alfa")));
        var responder = Process.Start(new ProcessStartInfo("openssl",
            ["ocsp", "-port", _poort.ToString(CultureInfo.InvariantCulture), "-index", _map.Bestand("index.txt"), "-CA", _map.Bestand("anker.pem"),
             "-rsigner", _map.Bestand("anker.pem"), "-rkey", _map.Bestand("anker.key"), "-nmin", "5"])
        { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        // A connection to see whether it is there would be taken for a request.
        while (await responder.StandardError.ReadLineAsync() is { } regel)
        {
            if (regel.Contains("waiting", StringComparison.Ordinal)) return responder;
        }

        throw new InvalidOperationException("openssl ocsp begon niet.");

        static string Dag(DateTime lokaal) => lokaal.ToUniversalTime().ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
    }
}
