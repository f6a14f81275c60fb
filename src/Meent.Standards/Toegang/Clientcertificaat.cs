using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Meent.Standards.Toegang;

/// <summary>The certificate that a client shows on a TLS connection.</summary>
public static class Clientcertificaat
{
    /// <summary>As a token names it (<c>x5t#S256</c>: RFC 7515 §4.1.8, RFC 8705 §3.1).</summary>
    public static string X5t(X509Certificate2 certificaat) => Base64Url.EncodeToString(SHA256.HashData(certificaat.RawDataMemory.Span));

    /// <summary>Whether a text is a distinguished name (RFC 4514), such as <c>CN=zaaksysteem, O=Gemeente, C=NL</c>.</summary>
    public static bool IsNaam(string tekst)
    {
        try
        {
            return new X500DistinguishedName(tekst).Name.Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether it is of this subject (RFC 8705 §2.1.2, <c>tls_client_auth_subject_dn</c>), however the name is written.</summary>
    public static bool Heet(X509Certificate2 certificaat, string naam) => Gelezen(certificaat.SubjectName) == Gelezen(new X500DistinguishedName(naam));

    /// <summary>One that is made of text keeps that text; read from its bytes it is written as every other.</summary>
    private static string Gelezen(X500DistinguishedName naam) => new X500DistinguishedName(naam.RawData).Name;
}
