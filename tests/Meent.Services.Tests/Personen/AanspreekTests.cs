using static Meent.Services.Tests.Personen.Antwoorden;

namespace Meent.Services.Tests.Personen;

/// <summary>Aanhef, aanschrijfwijze and gebruikInLopendeTekst; the cases are those of the rules of the standard.</summary>
public sealed class AanspreekTests
{
    [Theory]
    [InlineData("E", "Geachte mevrouw Van Berg", "J. van Berg", "mevrouw Van Berg")]
    [InlineData("P", "Geachte mevrouw De Boer", "J. de Boer", "mevrouw De Boer")]
    [InlineData("V", "Geachte mevrouw De Boer-van Berg", "J. de Boer-van Berg", "mevrouw De Boer-van Berg")]
    [InlineData("N", "Geachte mevrouw Van Berg-de Boer", "J. van Berg-de Boer", "mevrouw Van Berg-de Boer")]
    public void The_surname_follows_naamgebruik(string naamgebruik, string aanhef, string naam, string lopend) => Gelijk(
        $$$"""{"adressering":{"aanhef":"{{{aanhef}}}","aanschrijfwijze":{"naam":"{{{naam}}}"},"gebruikInLopendeTekst":"{{{lopend}}}"}}""",
        Aanspreking(Lijst(
            ("01", ["0210", "Jo", "0230", "van", "0240", "Berg", "0410", "V", "6110", naamgebruik]),
            ("05", ["0230", "de", "0240", "Boer", "0610", "20100101"]))));

    [Fact]
    public void Someone_of_unknown_sex_is_greeted_by_initials() => Gelijk(
        """{"adressering":{"aanhef":"Geachte J. van Berg","aanschrijfwijze":{"naam":"J. van Berg"},"gebruikInLopendeTekst":"J. van Berg"}}""",
        Aanspreking(Lijst(("01", ["0210", "Jo", "0230", "van", "0240", "Berg", "0410", "O", "6110", "E"]))));

    [Fact]
    public void Without_a_known_surname_nothing_is_composed() => Gelijk(
        """{"adressering":{}}""", Aanspreking(Lijst(("01", ["0210", "Jo", "0240", ".", "0410", "V", "6110", "E"]))));

    [Fact]
    public void Of_several_actual_partners_the_oldest_relation_counts() => Assert.Equal("Geachte heer Oud", Aanspreking(Lijst(
        ("01", ["0240", "Berg", "0410", "M", "6110", "P"]),
        ("05", ["0240", "Nieuw", "0610", "20150101"]),
        ("05", ["0240", "Oud", "0610", "20010101"])))["adressering"]!["aanhef"]!.GetValue<string>());

    [Theory]
    [InlineData("B", "M", "Hoogwelgeboren heer", "J. baron van Berg", "De hoogwelgeboren heer", "baron van Berg")]
    [InlineData("G", "V", "Hooggeboren vrouwe", "J. gravin van Berg", "De hooggeboren vrouwe", "gravin van Berg")]
    [InlineData("PS", "M", "Hoogheid", "J. prins van Berg", "De hoogheid", "prins van Berg")]
    [InlineData("JH", "M", "Hoogwelgeboren heer", "Jonkheer J. van Berg", "De hoogwelgeboren heer", "jonkheer van Berg")]
    public void Nobility_is_addressed_by_title(string titel, string geslacht, string aanhef, string naam, string aanspreekvorm, string lopend) => Gelijk(
        $$$"""{"adressering":{"aanhef":"{{{aanhef}}}","aanschrijfwijze":{"naam":"{{{naam}}}","aanspreekvorm":"{{{aanspreekvorm}}}"},"gebruikInLopendeTekst":"{{{lopend}}}"}}""",
        Aanspreking(Lijst(("01", ["0210", "Jo", "0220", titel, "0230", "van", "0240", "Berg", "0410", geslacht, "6110", "E"]))));

    [Fact]
    public void A_woman_who_uses_her_partners_name_bears_his_title_as_a_courtesy() => Gelijk(
        """{"adressering":{"aanhef":"Hoogwelgeboren vrouwe","aanschrijfwijze":{"naam":"J. barones de Boer","aanspreekvorm":"De hoogwelgeboren vrouwe"},"gebruikInLopendeTekst":"barones de Boer"}}""",
        Aanspreking(Lijst(
            ("01", ["0210", "Jo", "0240", "Berg", "0410", "V", "6110", "P"]),
            ("05", ["0220", "B", "0230", "de", "0240", "Boer", "0610", "20100101"]))));

    [Fact]
    public void A_womans_predicaat_gives_way_to_her_partner() => Assert.Equal("Geachte mevrouw Berg", Aanspreking(Lijst(
        ("01", ["0220", "JV", "0240", "Berg", "0410", "V", "6110", "E"]),
        ("05", ["0240", "Boer", "0610", "20100101"])))["adressering"]!["aanhef"]!.GetValue<string>());

    [Theory]
    [InlineData("JH", "V", "jonkvrouw Jo van Berg")]
    [InlineData("BS", "M", "Jo baron van Berg")]
    [InlineData(null, "V", "Jo van Berg")]
    public void The_full_name_has_the_title_in_the_form_of_the_sex(string? titel, string geslacht, string naam) => Assert.Equal(
        naam,
        Over(Lijst(("01", [.. titel is null ? Array.Empty<string>() : ["0220", titel], "0210", "Jo", "0230", "van", "0240", "Berg", "0410", geslacht])), "naam.volledigeNaam")
            ["naam"]!["volledigeNaam"]!.GetValue<string>());

    [Theory]
    [InlineData("Suzanne Maria", "S.M.")]
    [InlineData("A Bert", "A B.")]
    public void Initials_have_points_unless_the_name_is_one_letter(string voornamen, string voorletters) => Assert.Equal(
        voorletters, Over(Lijst(("01", ["0210", voornamen, "0240", "Berg"])), "naam.voorletters")["naam"]!["voorletters"]!.GetValue<string>());

    private static System.Text.Json.Nodes.JsonNode Aanspreking(string lijst) =>
        Over(lijst, "adressering.aanhef", "adressering.aanschrijfwijze", "adressering.gebruikInLopendeTekst");
}
