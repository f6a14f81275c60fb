using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Tests.Fsc;
using Meent.Testing;

namespace Meent.Integration.Tests;

public sealed class CertificaatTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();
    private readonly Klok _klok = new();

    public void Dispose() => _map.Dispose();

    [Fact]
    public void A_certificate_carries_the_OIN_the_name_and_the_hosts()
    {
        using var blad = Anker().Blad(Proeftuin.Duinwaarde, ["manager.duinwaarde.localhost", "inway.duinwaarde.localhost"]);
        Assert.Equal(new PeerNaam(Proeftuin.Duinwaarde.Oin, Proeftuin.Duinwaarde.Naam), PeerNaam.Van(blad));
        Assert.True(blad.MatchesHostname("inway.duinwaarde.localhost"));
        Assert.False(blad.MatchesHostname("inway.lindewoude.localhost"));
    }

    [Fact]
    public void Near_its_end_it_is_renewed_under_the_same_key_so_that_contracts_stay_good()
    {
        using var eerste = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        using var nogEens = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        Assert.Equal(Thumbprints.Certificate(eerste), Thumbprints.Certificate(nogEens));
        _klok.Nu += TimeSpan.FromDays(380);
        using var nieuw = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        Assert.NotEqual(Thumbprints.Certificate(eerste), Thumbprints.Certificate(nieuw));
        Assert.Equal(Thumbprints.PublicKey(eerste), Thumbprints.PublicKey(nieuw));
    }

    [Fact]
    public void Trusted_are_certificates_under_the_anchor_in_their_time_and_no_others()
    {
        using var blad = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        using var elders = new TijdelijkeMap();
        using var vreemd = new DemoAnker(elders.Pad, _klok).Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        var vertrouwen = new Vertrouwen([Anker().Anker()], false, _klok);
        Assert.True(vertrouwen.Van(blad, null));
        Assert.True(vertrouwen.Van(blad, null));
        Assert.False(vertrouwen.Van(vreemd, null));
        Assert.False(vertrouwen.Van(vreemd, [new DemoAnker(elders.Pad, _klok).Anker()]));
        _klok.Nu += TimeSpan.FromDays(400);
        Assert.False(vertrouwen.Van(blad, null));
    }

    [Fact]
    public void A_certificate_without_a_Peer_in_its_name_is_not_trusted()
    {
        var anker = Anker();
        var ankerCertificaat = anker.Anker();
        using var sleutel = ECDsa.Create();
        sleutel.ImportFromPem(File.ReadAllText(_map.Bestand("anker.key")));
        using var uitgever = ankerCertificaat.CopyWithPrivateKey(sleutel);
        using var eigen = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var naamloos = new CertificateRequest("CN=iemand", eigen, HashAlgorithmName.SHA256).Create(uitgever, _klok.Nu, _klok.Nu.AddDays(1), [1, 2, 3]);
        Assert.False(new Vertrouwen([ankerCertificaat], false, _klok).Van(naamloos, null));
    }

    private DemoAnker Anker() => new(_map.Pad, _klok);

    private sealed class Klok : TimeProvider
    {
        public DateTimeOffset Nu { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Nu;
    }
}
