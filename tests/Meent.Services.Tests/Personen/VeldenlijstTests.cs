using Meent.Services.Personen.Velden;
using Meent.Testing;

namespace Meent.Services.Tests.Personen;

public sealed class VeldenlijstTests
{
    [SharedTheory]
    [InlineData("Persoon")]
    [InlineData("PersoonBeperkt")]
    [InlineData("GezagPersoonBeperkt")]
    public void Every_path_of_the_standard_exists_and_no_other(string soort)
    {
        var standaard = File.ReadLines(Omgeving.Shared("data", "brp", "fields", $"fields-{soort}.csv")).Skip(1).ToList();
        var lijst = Lijst(soort);

        Assert.DoesNotContain(standaard, pad => !pad.StartsWith("gezag.", StringComparison.Ordinal) && !(lijst.Bestaat(pad) && Veldenlijst.IsToegestaan(pad)));
        Assert.Empty(lijst.Alle.Except(standaard));
        Assert.Equal(standaard.Contains("gezag"), lijst.Bestaat("gezag"));
    }

    [Theory]
    [InlineData("geboorte.datum.jaar")]
    [InlineData("geboorte.datum.nietBestaand")]
    [InlineData("verblijfplaats.verblijfadres.land.omschrijving")]
    [InlineData("gezag")]
    public void Any_part_of_a_date_or_waardetabel_may_be_asked(string pad) => Assert.True(Veldenlijst.Persoon.Bestaat(pad) && Veldenlijst.IsToegestaan(pad));

    [Theory]
    [InlineData("Naam")]
    [InlineData("naam.bestaatNiet")]
    [InlineData("burgerservicenummer.deel")]
    [InlineData("verblijfplaatsBinnenland.verblijfadres.regel1")]
    [InlineData("verblijfplaatsBinnenland.verblijfadres.land")]
    [InlineData("adresseringBinnenland.adresregel3")]
    [InlineData("adresseringBinnenland.land")]
    [InlineData(".")]
    [InlineData("naam.")]
    public void A_path_that_the_standard_does_not_have_does_not_exist(string pad) => Assert.False(Veldenlijst.Persoon.Bestaat(pad));

    [Theory]
    [InlineData("rni.deelnemer.code")]
    [InlineData("verificatie")]
    [InlineData("geheimhoudingPersoonsgegevens")]
    [InlineData("opschortingBijhouding.reden")]
    [InlineData("naam.inOnderzoek.voornamen")]
    [InlineData("adressering.indicatieVastgesteldVerblijftNietOpAdres")]
    [InlineData("gezag.type")]
    public void What_is_delivered_automatically_may_not_be_asked(string pad) => Assert.False(Veldenlijst.IsToegestaan(pad));

    [SharedTheory]
    [InlineData("Persoon", 300)]
    [InlineData("PersoonBeperkt", 20)]
    [InlineData("GezagPersoonBeperkt", 20)]
    public void Protocollering_has_for_every_path_the_elements_that_the_standard_gives(string soort, int minstens)
    {
        var paden = File.ReadLines(Omgeving.Shared("data", "brp", "fields", "field-to-lo-rubrieken.csv"))
            .Where(regel => regel.StartsWith(soort + ",", StringComparison.Ordinal)).Select(regel => regel[(soort.Length + 1)..])
            .Where(regel => !regel.StartsWith('"') && !regel.StartsWith("gezag", StringComparison.Ordinal)).Select(regel => regel.Split(',', 2))
            .Select(delen => (Pad: delen[0], Standaard: delen[1].Trim('"'), Hier: Selectie.Van(Lijst(soort), [delen[0]]).Rubrieken)).ToList();

        Assert.True(paden.Count > minstens, $"{paden.Count}");
        Assert.DoesNotContain(paden, r => r.Standaard != r.Hier);
    }

    private static Veldenlijst Lijst(string soort) => soort switch
    {
        "Persoon" => Veldenlijst.Persoon,
        "PersoonBeperkt" => Veldenlijst.PersoonBeperkt,
        _ => Veldenlijst.GezagPersoonBeperkt,
    };
}
