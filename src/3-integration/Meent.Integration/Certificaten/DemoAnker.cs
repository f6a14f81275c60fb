using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Certificaten;

/// <summary>A trust anchor of our own with OIN certificates under it, for development: what PKIoverheid is in production.</summary>
internal sealed class DemoAnker(string map, TimeProvider klok)
{
    private static readonly TimeSpan AnkerDuur = TimeSpan.FromDays(3650);
    private static readonly TimeSpan BladDuur = TimeSpan.FromDays(397);
    private static readonly TimeSpan Verversen = TimeSpan.FromDays(30);

    // Organisations that start together need the one anchor, and who asks twice at once must not read what is half written.
    private readonly Lock _maken = new();

    private string AnkerPem => Path.Combine(map, "anker.pem");
    private string AnkerSleutel => Path.Combine(map, "anker.key");

    /// <summary>The root certificate, without its key.</summary>
    public X509Certificate2 Anker()
    {
        lock (_maken)
        {
            if (!File.Exists(AnkerPem)) Maak();
        }

        return X509CertificateLoader.LoadCertificateFromFile(AnkerPem);
    }

    /// <summary>The organisation's certificate; made when absent, renewed under the same key when it nears its end.</summary>
    public X509Certificate2 Blad(Organisatie organisatie, IReadOnlyList<string> hostnamen)
    {
        lock (_maken) return Lees(organisatie, hostnamen);
    }

    private X509Certificate2 Lees(Organisatie organisatie, IReadOnlyList<string> hostnamen)
    {
        var (pem, sleutel) = (Path.Combine(map, organisatie.Slug + ".pem"), Path.Combine(map, organisatie.Slug + ".key"));
        if (File.Exists(pem) && File.Exists(sleutel))
        {
            var bestaand = X509Certificate2.CreateFromPemFile(pem, sleutel);
            if (bestaand.NotAfter > (klok.GetUtcNow() + Verversen).LocalDateTime && PeerNaam.Van(bestaand).Id == organisatie.Oin) return bestaand;
            bestaand.Dispose();
        }

        // Whoever asks first makes the anchor, and its folder.
        using var anker = Anker();
        using var eigen = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(sleutel)) eigen.ImportFromPem(File.ReadAllText(sleutel));
        else Sleutelbestand.Schrijf(sleutel, eigen.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(pem, Onderteken(Peerverzoek.Maak(organisatie, hostnamen, eigen)).ExportCertificatePem());
        return X509Certificate2.CreateFromPemFile(pem, sleutel);
    }

    private void Maak()
    {
        Directory.CreateDirectory(map);
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var verzoek = new CertificateRequest("CN=Meent proeftuin anker, O=Meent proeftuin, C=NL", sleutel, HashAlgorithmName.SHA256);
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        verzoek.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        verzoek.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(verzoek.PublicKey, critical: false));
        var nu = klok.GetUtcNow();
        using var anker = verzoek.CreateSelfSigned(nu.AddDays(-1), nu + AnkerDuur);
        Sleutelbestand.Schrijf(AnkerSleutel, sleutel.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(AnkerPem, anker.ExportCertificatePem());
    }

    /// <summary>Issues what is asked for.</summary>
    public X509Certificate2 Onderteken(CertificateRequest verzoek)
    {
        using var anker = Anker();
        using var sleutel = ECDsa.Create();
        sleutel.ImportFromPem(File.ReadAllText(AnkerSleutel));
        verzoek.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(anker, true, false));
        var nu = klok.GetUtcNow();
        return verzoek.Create(anker.SubjectName, X509SignatureGenerator.CreateForECDsa(sleutel), nu.AddHours(-1), nu + BladDuur, RandomNumberGenerator.GetBytes(16));
    }
}
