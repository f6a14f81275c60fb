using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Certificaten;

/// <summary>What a certificate of a Peer is asked to say: OIN and name as the Digikoppeling profile has them, and the hosts of its components.</summary>
internal static class Peerverzoek
{
    public static CertificateRequest Maak(Organisatie organisatie, IReadOnlyList<string> hostnamen, AsymmetricAlgorithm sleutel)
    {
        var naam = new X500DistinguishedNameBuilder();
        naam.AddCountryOrRegion("NL");
        naam.AddOrganizationName(organisatie.Naam);
        naam.Add("2.5.4.5", organisatie.Oin, System.Formats.Asn1.UniversalTagNumber.PrintableString);
        naam.AddCommonName(hostnamen[0]);
        var verzoek = sleutel is RSA rsa
            ? new CertificateRequest(naam.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(naam.Build(), (ECDsa)sleutel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        foreach (var hostnaam in hostnamen) namen.AddDnsName(hostnaam);
        verzoek.CertificateExtensions.Add(namen.Build());
        verzoek.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        verzoek.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        // Server and client authentication: a Peer is both.
        verzoek.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], critical: false));
        verzoek.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(verzoek.PublicKey, critical: false));
        return verzoek;
    }
}
