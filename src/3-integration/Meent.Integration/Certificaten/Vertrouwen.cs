using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Fsc.Crypto;

namespace Meent.Integration.Certificaten;

/// <summary>Whether the issuer is asked if a certificate was revoked, and what it means that it does not answer.</summary>
internal enum Navraag { Niet, AlsHetKan, Verplicht }

/// <summary>
/// Which certificates are of the Group: those under its trust anchors, and no others; the store of the operating system has no say. Building a chain
/// costs more than a whole hop, so an answer is kept for a while.
/// </summary>
internal sealed class Vertrouwen(
    X509Certificate2Collection ankers, Navraag navraag, TimeProvider klok, IReadOnlyList<Intrekkingslijst>? lijsten = null)
{
    private const int MeesteOnthouden = 10_000;

    // A handshake waits for the answer of the issuer.
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Onthouden = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (bool Goed, DateTimeOffset Tot)> _antwoorden = new(StringComparer.Ordinal);

    /// <param name="tussen">Certificates that came along and may lead to an anchor.</param>
    public bool Van(X509Certificate2 certificaat, X509Certificate2Collection? tussen)
    {
        var thumbprint = Thumbprints.Certificate(certificaat);
        var nu = klok.GetUtcNow();
        if (_antwoorden.TryGetValue(thumbprint, out var antwoord) && antwoord.Tot > nu && certificaat.NotAfter > nu.LocalDateTime) return antwoord.Goed;

        var goed = PeerNaam.Van(certificaat).IsGeldig && Bouw(certificaat, tussen, nu);
        if (_antwoorden.Count >= MeesteOnthouden) _antwoorden.Clear();
        // A chain that failed may only lack intermediates this time; and whoever sends such certificates should not fill the memory.
        if (goed) _antwoorden[thumbprint] = (goed, nu + Onthouden);
        return goed;
    }

    /// <summary>For TLS: the name is checked by TLS itself, the chain here.</summary>
    public bool Tls(X509Certificate? certificaat, X509Chain? keten, SslPolicyErrors fouten)
    {
        if (certificaat is null || fouten.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        var tussen = new X509Certificate2Collection();
        if (keten is not null)
        {
            tussen.AddRange(keten.ChainPolicy.ExtraStore);
            foreach (var element in keten.ChainElements) tussen.Add(element.Certificate);
        }

        return Van(certificaat as X509Certificate2 ?? X509CertificateLoader.LoadCertificate(certificaat.GetRawCertData()), tussen);
    }

    private bool Bouw(X509Certificate2 certificaat, X509Certificate2Collection? tussen, DateTimeOffset nu)
    {
        var begin = klok.GetTimestamp();
        var (goed, antwoord) = Vraag(certificaat, tussen, nu);
        // The runtime may ask over a connection that the issuer has just closed, and then takes that for no answer: once more, over a new one.
        // Who lets us wait is not asked twice.
        return antwoord || klok.GetElapsedTime(begin) >= Geduld ? goed : Vraag(certificaat, tussen, nu).Goed;
    }

    private (bool Goed, bool Antwoord) Vraag(X509Certificate2 certificaat, X509Certificate2Collection? tussen, DateTimeOffset nu)
    {
        using var keten = new X509Chain();
        keten.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        keten.ChainPolicy.CustomTrustStore.AddRange(ankers);
        if (tussen is not null) keten.ChainPolicy.ExtraStore.AddRange(tussen);
        keten.ChainPolicy.DisableCertificateDownloads = true;
        keten.ChainPolicy.RevocationMode = navraag == Navraag.Niet ? X509RevocationMode.NoCheck : X509RevocationMode.Online;
        keten.ChainPolicy.UrlRetrievalTimeout = Geduld;
        if (navraag == Navraag.AlsHetKan)
            keten.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreEndRevocationUnknown | X509VerificationFlags.IgnoreCertificateAuthorityRevocationUnknown;
        keten.ChainPolicy.VerificationTime = nu.LocalDateTime;
        var goed = keten.Build(certificaat) && (lijsten is not { Count: > 0 } || NietIngetrokken(keten, lijsten, nu));
        return (goed, !keten.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.OfflineRevocation)));
    }

    /// <summary>With lists, each certificate below the anchor must be spoken for by one of its issuer that is not out of date (Digikoppeling PKI004).</summary>
    private static bool NietIngetrokken(X509Chain keten, IReadOnlyList<Intrekkingslijst> lijsten, DateTimeOffset nu)
    {
        var schakels = keten.ChainElements.Select(e => e.Certificate).ToList();
        return schakels.Zip(schakels.Skip(1)).All(paar => lijsten.Any(lijst =>
            lijst.Volgende > nu && lijst.Uitgever.AsSpan().SequenceEqual(paar.Second.SubjectName.RawData) && lijst.IsVan(paar.Second) && !lijst.Noemt(paar.First)));
    }
}
