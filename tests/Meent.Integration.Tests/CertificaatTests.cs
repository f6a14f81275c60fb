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
    public async Task Who_ask_at_once_for_one_that_is_not_there_yet_all_get_the_same()
    {
        var anker = Anker();
        using var samen = new Barrier(8);
        for (var keer = 0; keer < 20; keer++)
        {
            var organisatie = Proeftuin.Duinwaarde with { Slug = $"duinwaarde{keer}" };
            var bladen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    samen.SignalAndWait();
                    return anker.Blad(organisatie, ["a.localhost"]);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
            Assert.Single(bladen.Select(Thumbprints.Certificate).Distinct());
        }
    }

    [Fact]
    public void Trusted_are_certificates_under_the_anchor_in_their_time_and_no_others()
    {
        using var blad = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        using var elders = new TijdelijkeMap();
        using var vreemd = new DemoAnker(elders.Pad, _klok).Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        var vertrouwen = new Vertrouwen([Anker().Anker()], Navraag.Niet, _klok);
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
        Assert.False(new Vertrouwen([ankerCertificaat], Navraag.Niet, _klok).Van(naamloos, null));
    }

    [Fact]
    public void A_revoked_certificate_is_not_trusted_and_neither_is_a_list_that_is_old_or_of_another()
    {
        using var blad = Anker().Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        using var ander = Anker().Blad(Proeftuin.Lindewoude, ["b.localhost"]);
        using var elders = new TijdelijkeMap();
        var vreemd = new DemoAnker(elders.Pad, _klok);
        vreemd.Anker().Dispose();

        var goed = Met(Lijst(_map.Pad, blad));
        Assert.False(goed.Van(blad, null));
        Assert.True(goed.Van(ander, null));
        Assert.True(Met(Lijst(_map.Pad)).Van(blad, null));
        Assert.False(Met(Lijst(elders.Pad)).Van(ander, null));
        _klok.Nu += TimeSpan.FromDays(8);
        Assert.False(Met(Lijst(_map.Pad, dagen: -1)).Van(ander, null));

        Vertrouwen Met(Intrekkingslijst lijst) => new([Anker().Anker()], Navraag.Niet, _klok, [lijst]);
    }

    [Theory]
    [InlineData(61, "Goed")]
    [InlineData(60, "Binnenkort")]
    [InlineData(15, "Binnenkort")]
    [InlineData(14, "Dringend")]
    [InlineData(0, "Verlopen")]
    public void The_end_of_a_certificate_is_told_60_and_14_days_ahead(int dagen, string verwacht) =>
        Assert.Equal(verwacht, Geldigheden.Van(_klok.Nu.AddDays(dagen), _klok.Nu).ToString());

    [Fact]
    public void Each_of_several_anchors_is_trusted()
    {
        using var elders = new TijdelijkeMap();
        var tweede = new DemoAnker(elders.Pad, _klok);
        using var blad = tweede.Blad(Proeftuin.Duinwaarde, ["a.localhost"]);
        using var eerste = Anker().Blad(Proeftuin.Lindewoude, ["b.localhost"]);
        var beide = new Vertrouwen([Anker().Anker(), tweede.Anker()], Navraag.Niet, _klok);
        Assert.True(beide.Van(blad, null) && beide.Van(eerste, null));
    }

    private Intrekkingslijst Lijst(string map, X509Certificate2? ingetrokken = null, int dagen = 7)
    {
        using var anker = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(map, "anker.pem"));
        using var sleutel = ECDsa.Create();
        sleutel.ImportFromPem(File.ReadAllText(Path.Combine(map, "anker.key")));
        using var uitgever = anker.CopyWithPrivateKey(sleutel);
        var lijst = new CertificateRevocationListBuilder();
        if (ingetrokken is not null) lijst.AddEntry(ingetrokken);
        var der = lijst.Build(uitgever, 1, _klok.Nu.AddDays(dagen), HashAlgorithmName.SHA256, thisUpdate: _klok.Nu.AddDays(-7));
        // Half of them as a file that people can read.
        return Intrekkingslijst.Lees("crl", ingetrokken is null ? der : System.Text.Encoding.ASCII.GetBytes(PemEncoding.WriteString("X509 CRL", der)));
    }

    private DemoAnker Anker() => new(_map.Pad, _klok);

    private sealed class Klok : TimeProvider
    {
        public DateTimeOffset Nu { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Nu;
    }
}
