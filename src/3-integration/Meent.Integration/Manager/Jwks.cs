using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Meent.Integration.Certificaten;

namespace Meent.Integration.Manager;

/// <summary>The key set of a Manager (RFC 7517): the certificates with which it signs contracts and tokens.</summary>
internal static class Jwks
{
    public static object Van(params IEnumerable<PeerCertificaat> eigen) => new { keys = eigen.Select(Sleutel).ToArray() };

    private static Dictionary<string, object> Sleutel(PeerCertificaat eigen)
    {
        var sleutel = new Dictionary<string, object> { ["use"] = "sig", ["kid"] = eigen.X5t, ["x5t#S256"] = eigen.X5t };
        using var ecdsa = eigen.Certificaat.GetECDsaPublicKey();
        using var rsa = eigen.Certificaat.GetRSAPublicKey();
        if (ecdsa is not null)
        {
            var punt = ecdsa.ExportParameters(false).Q;
            (sleutel["kty"], sleutel["crv"]) = ("EC", ecdsa.KeySize == 521 ? "P-521" : $"P-{ecdsa.KeySize}");
            (sleutel["x"], sleutel["y"]) = (Base64Url.EncodeToString(punt.X), Base64Url.EncodeToString(punt.Y));
        }
        else
        {
            var delen = rsa!.ExportParameters(false);
            sleutel["kty"] = "RSA";
            (sleutel["n"], sleutel["e"]) = (Base64Url.EncodeToString(delen.Modulus), Base64Url.EncodeToString(delen.Exponent));
        }

        // The whole chain except the root (FSC Core 4.4.1.11).
        sleutel["x5c"] = new[] { eigen.Certificaat }.Concat(eigen.Tussen).Select(c => Convert.ToBase64String(c.RawData)).ToArray();
        return sleutel;
    }

    /// <summary>The certificates in a key, the leaf first; null when there are none. They prove more than the bare key, which is not looked at.</summary>
    public static X509Certificate2Collection? Keten(JsonElement sleutel)
    {
        if (!sleutel.TryGetProperty("x5c", out var x5c) || x5c.ValueKind != JsonValueKind.Array || x5c.GetArrayLength() == 0) return null;
        return [.. x5c.EnumerateArray().Select(c => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(c.GetString()!)))];
    }
}
