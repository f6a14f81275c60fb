using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Certificaten;

/// <summary>Where an organisation's certificate comes from.</summary>
internal enum Certificaatherkomst { Geen, Configuratie, Aanvraag, Proefanker }

/// <summary>The certificates of the organisations of this node, and the anchors of their Group: from configuration, else from the demo anchor.</summary>
internal sealed class CertificateStore
{
    private readonly ConcurrentDictionary<string, Lazy<Bezit>> _bezit = new(StringComparer.Ordinal);
    private readonly FscOptions _options;
    private readonly Adressen _adressen;
    private readonly TimeProvider _klok;
    private readonly string _map;
    private readonly Lazy<DemoAnker> _demo;
    private Lazy<(string Kenmerk, Vertrouwen Vertrouwen)> _groep;

    public CertificateStore(IOptions<FscOptions> options, OpslagOptions opslag, Adressen adressen, TimeProvider klok)
    {
        _options = options.Value;
        _adressen = adressen;
        _klok = klok;
        // Nothing is read or made before it is used: a command that only looks at the configuration leaves no files behind.
        _map = Path.Combine(opslag.Map, "certificaten");
        _demo = new(() => new DemoAnker(_map, klok));
        _groep = new(() => LeesGroep());
    }

    public Vertrouwen Vertrouwen => Volatile.Read(ref _groep).Value.Vertrouwen;

    /// <exception cref="NietIngericht">The Group has anchors of its own.</exception>
    public DemoAnker Proefanker => _options.Ankers.Count == 0 ? _demo.Value : throw new NietIngericht("Deze groep heeft eigen ankers; het proefanker geeft daarvoor niets uit.");

    /// <summary>Where an organisation's certificate comes from: configuration, else what was asked for here, else the demo anchor.</summary>
    public Certificaatherkomst Herkomst(Organisatie organisatie) =>
        _options.Certificaten.ContainsKey(organisatie.Slug) ? Certificaatherkomst.Configuratie
        : File.Exists(Aangevraagd(organisatie)) ? Certificaatherkomst.Aanvraag
        : _options.Ankers.Count == 0 ? Certificaatherkomst.Proefanker : Certificaatherkomst.Geen;

    /// <summary>The file of a certificate that was asked for here, with its key.</summary>
    public string Aangevraagd(Organisatie organisatie) => Path.Combine(_map, organisatie.Slug + ".uitgegeven");

    /// <exception cref="InvalidOperationException">It is not configured, or not of this organisation; the message names the key.</exception>
    public PeerCertificaat Van(Organisatie organisatie) => Houd(organisatie).Huidig;

    /// <summary>The certificate in use, and the one before it: what was signed with that one lives on for a while.</summary>
    public IEnumerable<PeerCertificaat> Alle(Organisatie organisatie)
    {
        var (huidig, vorig) = Houd(organisatie);
        return vorig is not null && vorig.Tot > _klok.GetUtcNow() ? [huidig, vorig] : [huidig];
    }

    /// <summary>The root certificates that the Group trusts.</summary>
    public X509Certificate2Collection Ankers()
    {
        if (_options.Ankers.Count == 0) return [_demo.Value.Anker()];
        var ankers = new X509Certificate2Collection();
        foreach (var bestand in _options.Ankers) ankers.ImportFromPemFile(bestand);
        return ankers;
    }

    /// <summary>Reads an organisation's certificate again: it may have been replaced, or near its end.</summary>
    /// <returns>Whether there is another.</returns>
    public bool Ververs(Organisatie organisatie)
    {
        var oud = _bezit.TryGetValue(organisatie.Slug, out var bezit) && bezit.IsValueCreated ? bezit.Value.Huidig : null;
        var nieuw = Laad(organisatie);
        if (nieuw.X5t == oud?.X5t) return false;
        _bezit[organisatie.Slug] = new(new Bezit(nieuw, oud));
        return true;
    }

    /// <summary>Reads anchors and revocation lists again. What was found out about certificates is forgotten when they changed.</summary>
    public void VerversGroep()
    {
        var groep = LeesGroep();
        if (groep.Kenmerk != Volatile.Read(ref _groep).Value.Kenmerk) Volatile.Write(ref _groep, new(() => groep));
    }

    private Bezit Houd(Organisatie organisatie) =>
        _bezit.GetOrAdd(organisatie.Slug, _ => new Lazy<Bezit>(() => new(Laad(organisatie), null))).Value;

    private (string Kenmerk, Vertrouwen Vertrouwen) LeesGroep()
    {
        var ankers = Ankers();
        var navraag = !_options.ControleerIntrekking ? Navraag.Niet : _options.IntrekkingVerplicht ? Navraag.Verplicht : Navraag.AlsHetKan;
        var lijsten = _options.Crls.Select(bestand => (Bestand: bestand, Inhoud: File.ReadAllBytes(bestand))).ToList();
        var kenmerk = string.Join(' ', ankers.Select(a => a.Thumbprint).Concat(lijsten.Select(l => Convert.ToHexString(SHA256.HashData(l.Inhoud)))));
        return (kenmerk, new Vertrouwen(ankers, navraag, _klok, [.. lijsten.Select(l => Intrekkingslijst.Lees(l.Bestand, l.Inhoud))]));
    }

    private PeerCertificaat Laad(Organisatie organisatie)
    {
        var certificaat = Herkomst(organisatie) switch
        {
            Certificaatherkomst.Configuratie => UitBestand(_options.Certificaten[organisatie.Slug]),
            Certificaatherkomst.Aanvraag => UitBestand(new() { Pem = Aangevraagd(organisatie), Sleutel = Aangevraagd(organisatie) }),
            Certificaatherkomst.Proefanker => new PeerCertificaat(Exporteerbaar(_demo.Value.Blad(organisatie, _adressen.Hostnamen(organisatie))), []),
            _ => throw new NietIngericht($"{FscOptions.Sectie}:Certificaten:{organisatie.Slug} ontbreekt, en er is er hier geen aangevraagd."),
        };
        if (certificaat.Peer.Id != organisatie.Oin)
        {
            throw new InvalidOperationException(
                $"{FscOptions.Sectie}:Certificaten:{organisatie.Slug} is van Peer '{certificaat.Peer.Id}', niet van {organisatie.Oin}.");
        }

        return certificaat;
    }

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

    private sealed record Bezit(PeerCertificaat Huidig, PeerCertificaat? Vorig);
}
