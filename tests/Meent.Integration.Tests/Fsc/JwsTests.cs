using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Tests.Fsc;

public sealed class JwsTests
{
    private static readonly DateTimeOffset Nu = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("nistP256", "ES256")]
    [InlineData("nistP384", "ES384")]
    [InlineData("nistP521", "ES512")]
    public void Elliptic_keys_sign_with_the_algorithm_of_their_curve(string kromme, string alg)
    {
        using var sleutel = ECDsa.Create(ECCurve.CreateFromFriendlyName(kromme));
        using var certificaat = Zelf(new CertificateRequest("CN=test", sleutel, HashAlgorithmName.SHA256));
        Rondgang(certificaat, alg);
    }

    [Fact]
    public void Rsa_keys_sign_too()
    {
        using var sleutel = RSA.Create(2048);
        using var certificaat = Zelf(new CertificateRequest("CN=test", sleutel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Rondgang(certificaat, "RS256");
    }

    [Theory]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public void Rsa_with_the_larger_hashes_is_verified(string alg)
    {
        using var sleutel = RSA.Create(2048);
        using var certificaat = Zelf(new CertificateRequest("CN=test", sleutel, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var getekend = $"{Kop(alg, certificaat)}.{Base64Url.EncodeToString("{}"u8)}";
        var hash = alg == "RS384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA512;
        var handtekening = sleutel.SignData(Encoding.ASCII.GetBytes(getekend), hash, RSASignaturePadding.Pkcs1);
        Assert.True(Jws.Lees($"{getekend}.{Base64Url.EncodeToString(handtekening)}")!.Klopt(certificaat));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("PS256")]
    public void Other_algorithms_are_refused_by_name(string alg)
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificaat = Zelf(new CertificateRequest("CN=test", sleutel, HashAlgorithmName.SHA256));
        var fout = Assert.Throws<FscException>(() => Handtekening.Ontleed($"{Kop(alg, certificaat)}.{Base64Url.EncodeToString("{}"u8)}.AAAA"));
        Assert.Equal(FscCodes.UnknownSignatureAlgorithm, fout.Fout.Code);
    }

    [Fact]
    public void A_signature_over_another_contract_or_of_another_kind_is_refused()
    {
        using var sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificaat = Zelf(new CertificateRequest("CN=test", sleutel, HashAlgorithmName.SHA256));
        var jws = Handtekening.Ontleed(Handtekening.Zet(certificaat, "$1$1$abc", HandtekeningSoort.Accept, Nu));

        Assert.Equal(Nu.ToUnixTimeSeconds(), Handtekening.Controleer(jws, certificaat, "$1$1$abc", HandtekeningSoort.Accept).SignedAt);
        Assert.Equal(FscCodes.SignatureHashMismatch, Code(() => Handtekening.Controleer(jws, certificaat, "$1$1$def", HandtekeningSoort.Accept)));
        Assert.Equal(FscCodes.SignatureVerificationFailed, Code(() => Handtekening.Controleer(jws, certificaat, "$1$1$abc", HandtekeningSoort.Revoke)));
        Assert.Equal(FscCodes.SignatureVerificationFailed, Code(() => Handtekening.Ontleed("geen.jws")));

        static string Code(Action actie) => Assert.Throws<FscException>(actie).Fout.Code;
    }

    private static void Rondgang(X509Certificate2 certificaat, string alg)
    {
        var tekst = Jws.Onderteken(certificaat, "{\"a\":1}"u8);
        var jws = Jws.Lees(tekst)!;
        Assert.Equal(alg, jws.Alg);
        Assert.True(jws.Klopt(certificaat));
        Assert.False(Jws.Lees(tekst.Replace(Base64Url.EncodeToString("{\"a\":1}"u8), Base64Url.EncodeToString("{\"a\":2}"u8), StringComparison.Ordinal))!.Klopt(certificaat));
    }

    private static X509Certificate2 Zelf(CertificateRequest request) => request.CreateSelfSigned(Nu.AddDays(-1), Nu.AddDays(1));

    private static string Kop(string alg, X509Certificate2 certificaat) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"{{alg}}","x5t#S256":"{{Thumbprints.Certificate(certificaat)}}"}"""));
}
