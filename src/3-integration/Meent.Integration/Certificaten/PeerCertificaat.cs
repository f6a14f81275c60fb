using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Certificaten;

/// <summary>A Peer's certificate with its key: for mTLS, contract signatures and access tokens.</summary>
internal sealed class PeerCertificaat
{
    public PeerCertificaat(X509Certificate2 certificaat, X509Certificate2Collection tussen)
    {
        Certificaat = certificaat;
        Tussen = tussen;
        Peer = PeerNaam.Van(certificaat);
        X5t = Thumbprints.Certificate(certificaat);
        PublicKeyThumbprint = Thumbprints.PublicKey(certificaat);
        // offline: never fetch intermediates from the address in a certificate.
        Context = SslStreamCertificateContext.Create(certificaat, tussen, offline: true);
    }

    public X509Certificate2 Certificaat { get; }

    /// <summary>The certificates between this one and the root, which is not among them.</summary>
    public X509Certificate2Collection Tussen { get; }

    public PeerNaam Peer { get; }
    public string X5t { get; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset Tot => Certificaat.NotAfter;

    public string PublicKeyThumbprint { get; }
    public SslStreamCertificateContext Context { get; }
}
