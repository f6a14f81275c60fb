using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Certificates of Peers that run no Meent, under the demo anchor of a folder: of any key and any time.</summary>
internal static class Testcertificaat
{
    /// <param name="map">Data folder of the landscape.</param>
    public static X509Certificate2 Onder(string map, AsymmetricAlgorithm sleutel, string oin, string host, DateTimeOffset? tot = null, byte[]? serienummer = null)
    {
        using var anker = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(map, "certificaten", "anker.pem"));
        using var ankersleutel = Ankersleutel(map);
        var naam = new X500DistinguishedNameBuilder();
        naam.AddCountryOrRegion("NL");
        naam.AddOrganizationName("Een ander systeem");
        naam.Add("2.5.4.5", oin, UniversalTagNumber.PrintableString);
        naam.AddCommonName(host);
        var verzoek = sleutel is RSA rsa
            ? new CertificateRequest(naam.Build(), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(naam.Build(), (ECDsa)sleutel, HashAlgorithmName.SHA256);
        var namen = new SubjectAlternativeNameBuilder();
        namen.AddDnsName(host);
        verzoek.CertificateExtensions.Add(namen.Build());
        var blad = verzoek.Create(
            anker.SubjectName, X509SignatureGenerator.CreateForECDsa(ankersleutel), DateTimeOffset.UtcNow.AddHours(-1), tot ?? DateTimeOffset.UtcNow.AddDays(90),
            serienummer ?? RandomNumberGenerator.GetBytes(12));
        return sleutel is RSA eigen ? blad.CopyWithPrivateKey(eigen) : blad.CopyWithPrivateKey((ECDsa)sleutel);
    }

    public static ECDsa Ankersleutel(string map)
    {
        var sleutel = ECDsa.Create();
        sleutel.ImportFromPem(File.ReadAllText(Path.Combine(map, "certificaten", "anker.key")));
        return sleutel;
    }
}
