using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Toegang;

namespace Meent.Integration.Fsc.Crypto;

/// <summary>The two thumbprints of FSC, which must not be confused.</summary>
internal static class Thumbprints
{
    /// <summary>Of the certificate: <c>x5t#S256</c> in JWS headers and <c>cnf</c> (RFC 7515 4.1.8, RFC 8705 3.1).</summary>
    public static string Certificate(X509Certificate2 certificate) => Clientcertificaat.X5t(certificate);

    /// <summary>Of the public key: <c>public_key_thumbprint</c> in contracts; survives a renewal that keeps the key.</summary>
    public static string PublicKey(X509Certificate2 certificate) => PublicKey(certificate.PublicKey);

    /// <inheritdoc cref="PublicKey(X509Certificate2)"/>
    public static string PublicKey(PublicKey key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
