using static Meent.Services.Tests.Personen.Antwoorden;

namespace Meent.Services.Tests.Personen;

public sealed class PersoonAntwoordTests
{
    [Fact]
    public void Only_asked_fields_are_delivered() => Gelijk(
        """{"burgerservicenummer":"999970008","naam":{"voornamen":"Fenna"}}""",
        Over(Lijst(("01", ["0110", "9898704802", "0120", "999970008", "0210", "Fenna", "0240", "Dijkgraaf"])), "burgerservicenummer", "naam.voornamen"));

    [Fact]
    public void A_group_that_exists_without_asked_values_is_empty_and_one_that_does_not_exist_is_absent() => Gelijk(
        """{"naam":{},"kinderen":[],"nationaliteiten":[]}""",
        Over(Lijst(("01", ["0240", "Dijkgraaf"])), "naam.voorvoegsel", "overlijden", "verblijfstitel", "kinderen", "nationaliteiten"));

    [Theory]
    [InlineData("20200308", """{"type":"Datum","datum":"2020-03-08","langFormaat":"8 maart 2020"}""")]
    [InlineData("20200300", """{"type":"JaarMaandDatum","jaar":2020,"maand":3,"langFormaat":"maart 2020"}""")]
    [InlineData("20200000", """{"type":"JaarDatum","jaar":2020,"langFormaat":"2020"}""")]
    [InlineData("00000000", """{"type":"DatumOnbekend","onbekend":true,"langFormaat":"onbekend"}""")]
    public void A_date_has_the_form_of_what_is_known(string datum, string vorm) => Gelijk(
        $$$"""{"geboorte":{"datum":{{{vorm}}}}}""", Over(Lijst(("01", ["0310", datum])), "geboorte.datum.jaar"));

    [Theory]
    [InlineData("20060601", 20)]
    [InlineData("20060602", 19)]
    [InlineData("20060500", 20)]
    [InlineData("20060700", 19)]
    [InlineData("20060600", null)]
    [InlineData("20060000", null)]
    [InlineData("00000000", null)]
    public void Age_is_told_only_when_it_is_certain(string geboorte, int? leeftijd) =>
        Assert.Equal(leeftijd, Over(Lijst(("01", ["0310", geboorte])), "leeftijd")["leeftijd"]?.GetValue<int>());

    [Fact]
    public void A_deceased_person_has_no_age_but_a_reason() => Gelijk(
        """{"opschortingBijhouding":{"reden":{"code":"O","omschrijving":"overlijden"},"datum":{"type":"Datum","datum":"2024-02-11","langFormaat":"11 februari 2024"}}}""",
        Over(Lijst(("01", ["0310", "19380105"]), ("06", ["0810", "20240211"]), ("07", ["6710", "20240211", "6720", "O"])), "leeftijd"));

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("7", true)]
    public void Geheimhouding_is_delivered_unasked(string indicatie, bool geheim) =>
        Assert.Equal(geheim, Over(Lijst(("01", ["0120", "999970057"]), ("07", ["7010", indicatie])), "burgerservicenummer")["geheimhoudingPersoonsgegevens"] is not null);

    [Fact]
    public void A_place_that_is_no_municipality_is_told_by_name_alone() => Gelijk(
        """{"geboorte":{"plaats":{"omschrijving":"Rabat"}}}""", Over(Lijst(("01", ["0320", "Rabat"])), "geboorte.plaats"));

    [Fact]
    public void A_code_that_the_table_does_not_have_is_told_alone() => Gelijk(
        """{"geboorte":{"land":{"code":"1234"}}}""", Over(Lijst(("01", ["0330", "1234"])), "geboorte.land"));

    [Theory]
    [InlineData("0001", null, "Nationaliteit")]
    [InlineData("0499", null, "Staatloos")]
    [InlineData("0000", null, "NationaliteitOnbekend")]
    [InlineData("0500", null, "VastgesteldNietNederlander")]
    [InlineData(null, "V", "VastgesteldNietNederlander")]
    [InlineData(null, "B", "BehandeldAlsNederlander")]
    public void A_nationality_tells_its_type_whatever_is_asked(string? code, string? bijzonder, string type) => Gelijk(
        $$$"""{"nationaliteiten":[{"type":"{{{type}}}"}]}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("04", [.. code is null ? Array.Empty<string>() : ["0510", code], .. bijzonder is null ? Array.Empty<string>() : ["6510", bijzonder]])),
            "nationaliteiten.redenOpname"));

    [Fact]
    public void An_ended_nationality_is_history() => Gelijk(
        """{"nationaliteiten":[]}""", Over(Lijst(("01", ["0120", "999970008"]), ("04", ["0510", "0001", "6410", "410"])), "nationaliteiten"));

    [Fact]
    public void Parents_are_told_as_they_stand_on_this_list_and_one_with_only_technical_data_is_not() => Gelijk(
        """{"ouders":[{"ouderAanduiding":"1","naam":{"voornamen":"Trijntje"}}]}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("02", ["0210", "Trijntje", "0240", "Zandstra"]), ("03", ["8110", "9901", "8510", "19870314"])),
            "ouders.ouderAanduiding", "ouders.naam.voornamen"));

    [Fact]
    public void An_unknown_child_is_an_empty_object_and_a_stillborn_one_is_not_told() => Gelijk(
        """{"kinderen":[{}]}""",
        Over(Lijst(("01", ["0120", "999970008"]), ("09", ["0240", "."]), ("09", ["0240", "Dijkgraaf", "8910", "L"])), "kinderen.burgerservicenummer"));

    [Fact]
    public void Of_dissolved_relations_only_the_last_is_told_with_when_it_began() => Gelijk(
        """
        {"partners":[{"naam":{"voornamen":"Laatste"},
          "aangaanHuwelijkPartnerschap":{"datum":{"type":"Datum","datum":"2001-08-08","langFormaat":"8 augustus 2001"}},
          "ontbindingHuwelijkPartnerschap":{"datum":{"type":"JaarDatum","jaar":2018,"langFormaat":"2018"}}}]}
        """,
        Over(
            """
            {"01":[[{"0120":"999970008"}]],
             "05":[[{"0210":"Eerste","0710":"20000101"}],
                   [{"0210":"Laatste","0710":"20180000"},{"0210":"Fout","0610":"19990101","8410":"O"},{"0210":"Laatste","0610":"20010808"}]]}
            """,
            "partners.naam.voornamen", "partners.aangaanHuwelijkPartnerschap.datum", "partners.ontbindingHuwelijkPartnerschap"));

    [Fact]
    public void Rni_participants_are_told_for_the_categories_that_were_asked_about() => Gelijk(
        """{"naam":{"geslachtsnaam":"Jansen"},"rni":[{"deelnemer":{"code":"0101","omschrijving":"Belastingdienst"},"categorie":"Persoon"}]}""",
        Over(Lijst(("01", ["0240", "Jansen", "8810", "101"]), ("08", ["1310", "5010", "8810", "0101"])), "naam.geslachtsnaam"));

    [Fact]
    public void Verification_is_told_unasked() => Gelijk(
        """{"naam":{},"verificatie":{"omschrijving":"bewijs nationaliteit"}}""",
        Over(Lijst(("01", ["0240", "."]), ("07", ["7120", "bewijs nationaliteit"])), "naam.geslachtsnaam"));

    [Fact]
    public void An_investigation_into_the_person_says_nothing_of_other_categories() => Gelijk(
        """{"burgerservicenummer":"999970008","naam":{"inOnderzoek":{"voornamen":true,"datumIngangOnderzoek":{"type":"JaarDatum","jaar":2020,"langFormaat":"2020"}}},"inOnderzoek":{"burgerservicenummer":true,"datumIngangOnderzoekPersoon":{"type":"JaarDatum","jaar":2020,"langFormaat":"2020"}}}""",
        Over(Lijst(("01", ["0120", "999970008", "8310", "010000", "8320", "20200000"])), "burgerservicenummer", "naam.voornamen", "overlijden", "verblijfstitel", "europeesKiesrecht"));
}
