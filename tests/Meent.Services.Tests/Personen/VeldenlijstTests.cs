using Meent.Services.Personen.Velden;
using Meent.Testing;

namespace Meent.Services.Tests.Personen;

public sealed class VeldenlijstTests
{
    [SharedFact]
    public void Every_path_of_the_standard_exists_and_no_other()
    {
        var standaard = File.ReadLines(Omgeving.Shared("data", "brp", "fields", "fields-Persoon.csv")).Skip(1).ToList();

        Assert.DoesNotContain(standaard, pad => !pad.StartsWith("gezag.", StringComparison.Ordinal) && !(Veldenlijst.Bestaat(pad) && Veldenlijst.IsToegestaan(pad)));
        Assert.Empty(Veldenlijst.Alle.Except(standaard));
    }

    [Theory]
    [InlineData("geboorte.datum.jaar")]
    [InlineData("geboorte.datum.nietBestaand")]
    [InlineData("verblijfplaats.verblijfadres.land.omschrijving")]
    [InlineData("gezag")]
    public void Any_part_of_a_date_or_waardetabel_may_be_asked(string pad) => Assert.True(Veldenlijst.Bestaat(pad) && Veldenlijst.IsToegestaan(pad));

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
    public void A_path_that_the_standard_does_not_have_does_not_exist(string pad) => Assert.False(Veldenlijst.Bestaat(pad));

    [Theory]
    [InlineData("rni.deelnemer.code")]
    [InlineData("verificatie")]
    [InlineData("geheimhoudingPersoonsgegevens")]
    [InlineData("opschortingBijhouding.reden")]
    [InlineData("naam.inOnderzoek.voornamen")]
    [InlineData("adressering.indicatieVastgesteldVerblijftNietOpAdres")]
    [InlineData("gezag.type")]
    public void What_is_delivered_automatically_may_not_be_asked(string pad) => Assert.False(Veldenlijst.IsToegestaan(pad));

    [SharedFact]
    public void Protocollering_has_for_every_path_the_elements_that_the_standard_gives()
    {
        var paden = File.ReadLines(Omgeving.Shared("data", "brp", "fields", "field-to-lo-rubrieken.csv"))
            .Where(regel => regel.StartsWith("Persoon,", StringComparison.Ordinal)).Select(regel => regel["Persoon,".Length..])
            .Where(regel => !regel.StartsWith('"') && !regel.StartsWith("gezag", StringComparison.Ordinal)).Select(regel => regel.Split(',', 2))
            .Select(delen => (Pad: delen[0], Standaard: delen[1].Trim('"'), Hier: Selectie.Van([delen[0]]).Rubrieken)).ToList();

        Assert.True(paden.Count > 300);
        Assert.DoesNotContain(paden, r => r.Standaard != r.Hier);
    }
}
