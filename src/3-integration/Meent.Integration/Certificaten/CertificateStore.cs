using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Certificaten;

/// <summary>The certificates of the organisations of this node, and the anchors of their Group: from configuration, else from the demo anchor.</summary>
internal sealed class CertificateStore
{
    private readonly ConcurrentDictionary<string, Lazy<PeerCertificaat>> _certificaten = new(StringComparer.Ordinal);
    private readonly FscOptions _options;
    private readonly Adressen _adressen;
    private readonly Lazy<DemoAnker> _demo;
    private readonly Lazy<Vertrouwen> _vertrouwen;

    public CertificateStore(IOptions<FscOptions> options, OpslagOptions opslag, Adressen adressen, TimeProvider klok)
    {
        _options = options.Value;
        _adressen = adressen;
        // Nothing is read or made before it is used: a command that only looks at the configuration leaves no files behind.
        _demo = new(() => new DemoAnker(Path.Combine(opslag.Map, "certificaten"), klok));
        _vertrouwen = new(() => new Vertrouwen(Ankers(), _options.ControleerIntrekking, klok));
    }

    public Vertrouwen Vertrouwen => _vertrouwen.Value;

    /// <exception cref="InvalidOperationException">It is not configured, or not of this organisation; the message names the key.</exception>
    public PeerCertificaat Van(Organisatie organisatie) =>
        _certificaten.GetOrAdd(organisatie.Slug, _ => new Lazy<PeerCertificaat>(() => Laad(organisatie))).Value;

    private PeerCertificaat Laad(Organisatie organisatie)
    {
        var certificaat = _options.Certificaten.TryGetValue(organisatie.Slug, out var bestand)
            ? UitBestand(bestand)
            : new PeerCertificaat(Exporteerbaar(Demo(organisatie)), []);
        if (certificaat.Peer.Id != organisatie.Oin)
        {
            throw new InvalidOperationException(
                $"{FscOptions.Sectie}:Certificaten:{organisatie.Slug} is van Peer '{certificaat.Peer.Id}', niet van {organisatie.Oin}.");
        }

        return certificaat;
    }

    private X509Certificate2Collection Ankers()
    {
        if (_options.Ankers.Count == 0) return [_demo.Value.Anker()];
        var ankers = new X509Certificate2Collection();
        foreach (var bestand in _options.Ankers) ankers.ImportFromPemFile(bestand);
        return ankers;
    }

    private X509Certificate2 Demo(Organisatie organisatie) => _options.Ankers.Count == 0
        ? _demo.Value.Blad(organisatie, _adressen.Hostnamen(organisatie))
        : throw new InvalidOperationException($"{FscOptions.Sectie}:Certificaten:{organisatie.Slug} ontbreekt.");

    private static PeerCertificaat UitBestand(CertificaatOptions bestand)
    {
        var alle = new X509Certificate2Collection();
        X509Certificate2 eigen;
        if (bestand.Pfx is not null)
        {
            alle.AddRange(X509CertificateLoader.LoadPkcs12CollectionFromFile(bestand.Pfx, bestand.Wachtwoord));
            eigen = alle.First(c => c.HasPrivateKey);
        }
        else
        {
            alle.ImportFromPemFile(bestand.Pem!);
            eigen = Exporteerbaar(X509Certificate2.CreateFromPemFile(bestand.Pem!, bestand.Sleutel));
        }

        var tussen = alle.Where(c => c.Thumbprint != eigen.Thumbprint && !c.SubjectName.RawData.AsSpan().SequenceEqual(c.IssuerName.RawData));
        return new PeerCertificaat(eigen, [.. tussen]);
    }

    // SChannel cannot use a key that only lives in memory.
    private static X509Certificate2 Exporteerbaar(X509Certificate2 certificaat) =>
        OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(certificaat.Export(X509ContentType.Pfx), null) : certificaat;
}
