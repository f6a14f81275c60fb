using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Data.Logboek;

namespace Meent.Integration.Transport;

/// <summary>
/// The key pair with which the nodes of a cluster know each other. All derive the same one from the main key (<c>Meent:Hoofdsleutel</c>), so there is
/// nothing to hand out: whoever has another key is no node of this cluster, whatever its certificate says.
/// </summary>
internal sealed class Knoopsleutel(Sleutelkluis kluis, TimeProvider klok)
{
    private readonly Lazy<X509Certificate2> _certificaat = new(() => Maak(kluis, klok));
    private readonly Lazy<byte[]> _geheim = new(() => kluis.VanKnopen("intern"));

    /// <summary>Secret of the internal client, the same at every node.</summary>
    public byte[] Geheim => _geheim.Value;

    public SslStreamCertificateContext Context => SslStreamCertificateContext.Create(_certificaat.Value, null, offline: true);

    /// <summary>Whether the other side has the same key.</summary>
    public bool IsKnoop(X509Certificate? ander) => ander is not null && CryptographicOperations.FixedTimeEquals(ander.GetPublicKey(), _certificaat.Value.GetPublicKey());

    private static X509Certificate2 Maak(Sleutelkluis kluis, TimeProvider klok)
    {
        using var sleutel = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = kluis.VanKnopen("mtls") });
        var aanvraag = new CertificateRequest("CN=knoop", sleutel, HashAlgorithmName.SHA256);
        // The key is what is compared; the dates only keep TLS content.
        return aanvraag.CreateSelfSigned(klok.GetUtcNow().AddDays(-1), klok.GetUtcNow().AddYears(10));
    }
}
