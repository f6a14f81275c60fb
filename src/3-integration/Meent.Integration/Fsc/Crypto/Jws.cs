using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>A JWS in compact form with <c>x5t#S256</c>: contract signatures and access tokens.</summary>
internal sealed class Jws
{
    private readonly byte[] _getekend;
    private readonly byte[] _handtekening;

    private Jws(string alg, string x5t, byte[] lading, byte[] getekend, byte[] handtekening)
    {
        (Alg, X5t, Lading) = (alg, x5t, lading);
        (_getekend, _handtekening) = (getekend, handtekening);
    }

    public string Alg { get; }

    /// <summary>Thumbprint of the certificate that signed.</summary>
    public string X5t { get; }

    public byte[] Lading { get; }

    /// <summary>FSC Core 4.2.3 and 4.3.1 allow these six.</summary>
    public bool BekendAlgoritme => Alg is "RS256" or "RS384" or "RS512" or "ES256" or "ES384" or "ES512";

    public static string Onderteken(X509Certificate2 certificaat, ReadOnlySpan<byte> lading, string? typ = null)
    {
        using var ecdsa = certificaat.GetECDsaPrivateKey();
        using var rsa = ecdsa is null ? certificaat.GetRSAPrivateKey() : null;
        if (ecdsa is null && rsa is null) throw new CryptographicException("Het certificaat heeft geen sleutel om mee te tekenen.");
        var alg = ecdsa?.KeySize switch { 256 => "ES256", 384 => "ES384", 521 => "ES512", _ => "RS256" };
        var kop = new Dictionary<string, string> { ["alg"] = alg, ["x5t#S256"] = Thumbprints.Certificate(certificaat) };
        if (typ is not null) kop["typ"] = typ;

        var getekend = $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(kop))}.{Base64Url.EncodeToString(lading)}";
        var bytes = Encoding.ASCII.GetBytes(getekend);
        var handtekening = ecdsa?.SignData(bytes, Hash(alg)) ?? rsa!.SignData(bytes, Hash(alg), RSASignaturePadding.Pkcs1);
        return $"{getekend}.{Base64Url.EncodeToString(handtekening)}";
    }

    /// <returns>Null when the text is no JWS.</returns>
    public static Jws? Lees(string tekst)
    {
        var delen = tekst.Split('.');
        if (delen.Length != 3) return null;
        try
        {
            using var kop = IJson.Parse(Base64Url.DecodeFromChars(delen[0]));
            if (kop.RootElement.ValueKind != JsonValueKind.Object) return null;
            return new Jws(
                Lid(kop.RootElement, "alg"), Lid(kop.RootElement, "x5t#S256"), Base64Url.DecodeFromChars(delen[1]),
                Encoding.ASCII.GetBytes($"{delen[0]}.{delen[1]}"), Base64Url.DecodeFromChars(delen[2]));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Whether this certificate's key made the signature, with the algorithm that the header names and the key allows.</summary>
    public bool Klopt(X509Certificate2 certificaat)
    {
        if (!BekendAlgoritme || X5t != Thumbprints.Certificate(certificaat)) return false;
        try
        {
            if (Alg[0] == 'E')
            {
                using var ecdsa = certificaat.GetECDsaPublicKey();
                return ecdsa?.KeySize == Kromme(Alg) && ecdsa.VerifyData(_getekend, _handtekening, Hash(Alg));
            }

            using var rsa = certificaat.GetRSAPublicKey();
            return rsa is { KeySize: >= 2048 } && rsa.VerifyData(_getekend, _handtekening, Hash(Alg), RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // RFC 7518 3.4 ties each ES algorithm to one curve.
    private static int Kromme(string alg) => alg switch { "ES256" => 256, "ES384" => 384, _ => 521 };

    private static HashAlgorithmName Hash(string alg) => alg[2..] switch
    {
        "256" => HashAlgorithmName.SHA256,
        "384" => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    private static string Lid(JsonElement kop, string naam) =>
        kop.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString()! : "";
}
