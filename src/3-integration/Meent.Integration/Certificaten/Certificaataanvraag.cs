using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Certificaten;

/// <summary>A request for a certificate that is out with an issuer.</summary>
/// <param name="Csr">PKCS #10, as PEM.</param>
internal sealed record Aanvraag(string Csr, string PublicKeyThumbprint, DateTimeOffset Gemaakt);

/// <summary>
/// Asks for a certificate and takes it into use. The private key is made here and leaves the data folder never: out goes the request, in comes the chain.
/// </summary>
internal sealed class Certificaataanvraag(CertificateStore certificaten, Adressen adressen, OpslagOptions opslag, TimeProvider klok)
{
    public const string Ec = "P-256";
    public const string Rsa = "RSA-3072";

    public Aanvraag? Lees(Organisatie organisatie)
    {
        var bestand = Bestand(organisatie);
        if (!File.Exists(bestand)) return null;
        var pem = File.ReadAllText(bestand);
        var csr = pem[pem.IndexOf("-----BEGIN CERTIFICATE REQUEST-----", StringComparison.Ordinal)..];
        var sleutel = CertificateRequest.LoadSigningRequestPem(csr, HashAlgorithmName.SHA256).PublicKey;
        return new Aanvraag(csr, Thumbprints.PublicKey(sleutel), File.GetLastWriteTimeUtc(bestand));
    }

    /// <summary>Makes a request; one that was out is forgotten.</summary>
    /// <param name="soort"><see cref="Ec"/> or <see cref="Rsa"/> for a new key; null to keep the key in use, under which contracts as consumer stay good.</param>
    public Aanvraag Maak(Organisatie organisatie, string? soort)
    {
        ControleerHier(organisatie);
        using var sleutel = soort switch
        {
            Ec => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            Rsa => RSA.Create(3072),
            null => Huidige(organisatie),
            _ => throw Fout($"soort moet '{Ec}' of '{Rsa}' zijn"),
        };
        var csr = Peerverzoek.Maak(organisatie, adressen.Hostnamen(organisatie), sleutel).CreateSigningRequestPem();
        Sleutelbestand.Vervang(Bestand(organisatie), $"{sleutel.ExportPkcs8PrivateKeyPem()}\n{csr}\n");
        return Lees(organisatie)!;
    }

    /// <returns>Whether there was one.</returns>
    public bool Vergeet(Organisatie organisatie)
    {
        var wasEr = File.Exists(Bestand(organisatie));
        File.Delete(Bestand(organisatie));
        return wasEr;
    }

    /// <summary>Takes what the issuer gave into use: the certificate of the request, and those between it and an anchor.</summary>
    /// <exception cref="FscException">It is not of this request, of another organisation, not of this time, or not under an anchor of the Group.</exception>
    public void Neem(Organisatie organisatie, string pem)
    {
        ControleerHier(organisatie);
        var aanvraag = Lees(organisatie) ?? throw new FscException(409, FscCodes.InvalidRequest, "Er staat geen aanvraag open.");
        var keten = Ontleed(pem);
        var blad = keten.FirstOrDefault(c => Thumbprints.PublicKey(c.PublicKey) == aanvraag.PublicKeyThumbprint) ?? throw Fout("geen van de certificaten hoort bij de sleutel van de aanvraag");
        if (PeerNaam.Van(blad).Id is var houder && houder != organisatie.Oin) throw Fout($"het certificaat is van '{houder}', niet van OIN {organisatie.Oin}");
        var nu = klok.GetUtcNow();
        if (blad.NotBefore > nu.LocalDateTime || blad.NotAfter <= nu.LocalDateTime) throw Fout("het certificaat geldt nu niet");
        X509Certificate2Collection tussen = [.. keten.Where(c => c != blad && !c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData))];
        if (!certificaten.Vertrouwen.Van(blad, tussen)) throw Fout("het certificaat valt niet onder een anker van de groep, of een certificaat daartussen ontbreekt");

        var bewaard = File.ReadAllText(Bestand(organisatie));
        var sleutel = bewaard[..bewaard.IndexOf("-----BEGIN CERTIFICATE REQUEST-----", StringComparison.Ordinal)];
        // Key and certificate in one file: neither is ever there without the other.
        Sleutelbestand.Vervang(certificaten.Aangevraagd(organisatie), sleutel + string.Join('\n', tussen.Prepend(blad).Select(c => c.ExportCertificatePem())) + "\n");
        Vergeet(organisatie);
        certificaten.Ververs(organisatie);
    }

    /// <summary>Has the demo anchor issue what was asked for, where there is no other.</summary>
    public void NeemVanProefanker(Organisatie organisatie)
    {
        var aanvraag = Lees(organisatie) ?? throw new FscException(409, FscCodes.InvalidRequest, "Er staat geen aanvraag open.");
        Neem(organisatie, certificaten.Proefanker.Onderteken(CertificateRequest.LoadSigningRequestPem(
            aanvraag.Csr, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions)).ExportCertificatePem());
    }

    private string Bestand(Organisatie organisatie) => Path.Combine(opslag.Map, "certificaten", organisatie.Slug + ".aanvraag");

    private void ControleerHier(Organisatie organisatie)
    {
        if (certificaten.Herkomst(organisatie) == Certificaatherkomst.Configuratie)
            throw new FscException(409, FscCodes.InvalidRequest, $"Het certificaat staat in de configuratie ({FscOptions.Sectie}:Certificaten:{organisatie.Slug}); vervang het daar.");
    }

    private AsymmetricAlgorithm Huidige(Organisatie organisatie)
    {
        var eigen = certificaten.Van(organisatie).Certificaat;
        return (AsymmetricAlgorithm?)eigen.GetECDsaPrivateKey() ?? eigen.GetRSAPrivateKey()!;
    }

    private static X509Certificate2Collection Ontleed(string pem)
    {
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal)) throw Fout("er staat een sleutel bij; die hoort hier niet, en vertrouw hem niet meer");
        var keten = new X509Certificate2Collection();
        try
        {
            keten.ImportFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw Fout("dit is geen PEM met certificaten");
        }

        return keten.Count > 0 ? keten : throw Fout("dit is geen PEM met certificaten");
    }

    private static FscException Fout(string wat) => new(422, FscCodes.InvalidRequest, $"{char.ToUpperInvariant(wat[0])}{wat[1..]}.");
}
