using static Meent.Services.Tests.Personen.Antwoorden;

namespace Meent.Services.Tests.Personen;

public sealed class VerblijfplaatsTests
{
    private static readonly string[] Zeelaan = ["0910", "9901", "1030", "20150801", "1110", "Zeelaan", "1120", "12", "1160", "9901AA", "1170", "Duinwaarde", "1180", "9901010000000001"];

    [Theory]
    [InlineData("", "", "", "Zeelaan 12")]
    [InlineData("", "A", "", "Zeelaan 12 A")]
    [InlineData("", "", "bis", "Zeelaan 12 bis")]
    [InlineData("", "", "2", "Zeelaan 12-2")]
    [InlineData("", "A", "2", "Zeelaan 12 A2")]
    [InlineData("to", "", "", "Zeelaan t/o 12")]
    [InlineData("by", "A", "", "Zeelaan bij 12 A")]
    public void The_first_line_joins_the_parts_of_the_number(string aanduiding, string letter, string toevoeging, string regel) => Gelijk(
        $$$"""{"adressering":{"adresregel1":"{{{regel}}}","adresregel2":"9901 AA  DUINWAARDE"}}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("08", [.. Zeelaan, .. Als("1130", letter), .. Als("1140", toevoeging), .. Als("1150", aanduiding)])), "adressering"));

    [Fact]
    public void Without_a_place_the_municipality_is_on_the_second_line() => Assert.Equal("9901 AA  DUINWAARDE", Over(
        Lijst(("01", ["0120", "999970008"]), ("08", ["0910", "9901", "1110", "Zeelaan", "1120", "12", "1160", "9901AA"])), "adressering.adresregel2")
        ["adressering"]!["adresregel2"]!.GetValue<string>());

    [Fact]
    public void An_address_is_told_as_such() => Gelijk(
        """
        {"verblijfplaats":{"type":"Adres","verblijfadres":{"korteStraatnaam":"Zeelaan","huisnummer":12,"postcode":"9901AA","woonplaats":"Duinwaarde"},
          "adresseerbaarObjectIdentificatie":"9901010000000001","datumVan":{"type":"Datum","datum":"2015-08-01","langFormaat":"1 augustus 2015"}}}
        """,
        Over(Lijst(("01", ["0120", "999970008"]), ("08", Zeelaan)), "verblijfplaats"));

    [Theory]
    [InlineData("1310", "5010", "VerblijfplaatsBuitenland")]
    [InlineData("1310", "0000", "VerblijfplaatsOnbekend")]
    [InlineData("1210", "Woonboot in de haven", "Locatie")]
    public void A_part_of_another_form_still_tells_the_type(string element, string waarde, string type) => Gelijk(
        $$$"""{"verblijfplaats":{"type":"{{{type}}}"}}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("08", [element, waarde])), "verblijfplaats.adresseerbaarObjectIdentificatie"));

    [Fact]
    public void The_alias_does_not_reach_abroad()
    {
        var lijst = Lijst(("01", ["0240", "Berg", "0410", "M"]), ("08", ["1310", "5010", "1330", "Rue du pomme 26"]));

        Gelijk("{}", Over(lijst, "verblijfplaatsBinnenland", "adresseringBinnenland.adresregel1"));
        Gelijk("""{"adressering":{"aanhef":"Geachte heer Berg"}}""", Over(lijst, "adresseringBinnenland.aanhef", "adresseringBinnenland.adresregel1"));
        Gelijk("""{"adressering":{"adresregel1":"Rue du pomme 26","land":{"code":"5010","omschrijving":"België"}}}""", Over(lijst, "adressering.adresregel1", "adressering.land"));
    }

    [Fact]
    public void An_identification_that_lost_its_zeros_is_not_told() => Gelijk(
        """{"verblijfplaats":{"type":"Adres"}}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("08", ["1110", "Zeelaan", "1180", "24010000123456"])), "verblijfplaats.adresseerbaarObjectIdentificatie"));

    [Theory]
    [InlineData("080000", """{"type":true,"functieAdres":true,"datumVan":true,"datumIngangOnderzoek":{"type":"JaarDatum","jaar":2020,"langFormaat":"2020"}}""")]
    [InlineData("081030", """{"datumVan":true,"datumIngangOnderzoek":{"type":"JaarDatum","jaar":2020,"langFormaat":"2020"}}""")]
    [InlineData("081410", null)]
    public void Asked_fields_under_investigation_are_marked(string aanduiding, string? inOnderzoek)
    {
        var antwoord = Over(
            Lijst(("01", ["0120", "999970008"]), ("08", [.. Zeelaan, "8310", aanduiding, "8320", "20200000"])), "verblijfplaats.functieAdres", "verblijfplaats.datumVan");

        if (inOnderzoek is null) Assert.Null(antwoord["verblijfplaats"]!["inOnderzoek"]);
        else Gelijk(inOnderzoek, antwoord["verblijfplaats"]!["inOnderzoek"]!);
    }

    [Fact]
    public void An_ended_investigation_is_not_told() => Assert.Null(Over(
        Lijst(("01", ["0120", "999970008", "8310", "010000", "8320", "20200000", "8330", "20210101"])), "burgerservicenummer")["inOnderzoek"]);

    [Fact]
    public void Vastgesteld_verblijft_niet_op_adres_is_told_with_the_address()
    {
        var antwoord = Over(
            Lijst(("01", ["0120", "999970008"]), ("08", [.. Zeelaan, "8310", "089999", "8320", "20200000"])),
            "verblijfplaats.verblijfadres.postcode", "adressering.adresregel1", "gemeenteVanInschrijving");

        Assert.True(antwoord["verblijfplaats"]!["indicatieVastgesteldVerblijftNietOpAdres"]!.GetValue<bool>());
        Assert.True(antwoord["adressering"]!["indicatieVastgesteldVerblijftNietOpAdres"]!.GetValue<bool>());
        Assert.True(antwoord["verblijfplaats"]!["verblijfadres"]!["inOnderzoek"]!["postcode"]!.GetValue<bool>());
        Assert.Null(antwoord["inOnderzoek"]);
    }

    private static string[] Als(string element, string waarde) => waarde.Length == 0 ? [] : [element, waarde];
}
