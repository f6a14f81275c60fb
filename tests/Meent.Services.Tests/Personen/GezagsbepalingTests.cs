using Meent.Services.Personen.Gezag;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Tests.Personen;

/// <summary>Who has gezag over a minor: the questions of the 'hoofdstroomschema', one by one. The child of Ada (ouder1) and Bob (ouder2) was born on 20 May 2020.</summary>
public sealed class GezagsbepalingTests
{
    private const string Ada = "999970082";
    private const string Bob = "999970094";
    private const string Cas = "999970100";
    private const string Geboorte = "20200520";
    private const string Beide = "GezamenlijkOuderlijkGezag 02 03";
    private const string OnderCuratele = ",\"11\":[[{\"3310\":\"1\"}]]";
    private const string Overleden = ",\"07\":[[{\"6710\":\"20240101\",\"6720\":\"O\"}]]";
    private const string InRni = ",\"07\":[[{\"6720\":\"R\"}]]";

    private static readonly DateOnly Vandaag = new(2026, 6, 1);

    [Theory]
    [InlineData("20080531", "")]
    [InlineData("20080601", "")]
    [InlineData("20080602", Beide)]
    [InlineData("00000000", "")]
    public void Only_over_who_is_under_age(string geboren, string verwacht) => Assert.Equal(verwacht, Uitkomst(Kind(geboren: geboren), Gehuwd(Ada, Bob), Gehuwd(Bob, Ada)));

    [Fact]
    public void Not_over_who_died() => Assert.Equal("", Uitkomst(Kind(erbij: Overleden), Gehuwd(Ada, Bob), Gehuwd(Bob, Ada)));

    [Theory]
    [InlineData("\"0910\":\"1999\"", "6030", "Gezag kan niet worden bepaald omdat minderjarige niet in Nederland woont.")]
    [InlineData("", "6030", "Gezag kan niet worden bepaald omdat relevante gegevens ontbreken. Het gaat om de volgende gegevens: gemeente van inschrijving van bevraagde persoon")]
    [InlineData("\"0910\":\"9901\",\"1420\":\"20240101\"", "6030", "Gezag kan niet worden bepaald omdat minderjarige buiten Nederland heeft verbleven.")]
    [InlineData("\"0910\":\"9901\"", "5010", "Gezag kan niet worden bepaald omdat minderjarige in het buitenland is geboren.")]
    public void What_happened_abroad_is_not_known(string verblijf, string land, string verwacht)
    {
        Assert.Equal("GezagNietTeBepalen " + verwacht, Uitkomst(Kind(verblijf: verblijf, land: land), Ouder(Ada), Ouder(Bob)));
        // Of parents who are married it makes no difference; but who does not live here is out of reach.
        var gehuwd = Uitkomst(Kind(verblijf: verblijf, land: land), Gehuwd(Ada, Bob), Gehuwd(Bob, Ada));
        Assert.Equal(verblijf.Contains("9901", StringComparison.Ordinal) ? Beide : "GezagNietTeBepalen " + verwacht, gehuwd);
    }

    [Fact]
    public void A_child_from_abroad_that_was_adopted_here_is_as_any_other() => Assert.Equal(Beide, Uitkomst(Kind(land: "5010", akte: "1AQ0001"), Ouder(Ada), Ouder(Bob)));

    [Theory]
    [InlineData("", "", Beide)]
    [InlineData(Overleden, "", "EenhoofdigOuderlijkGezag 03")]
    [InlineData("", OnderCuratele, "EenhoofdigOuderlijkGezag 02")]
    [InlineData(Overleden, Overleden, "TijdelijkGeenGezag Tijdelijk geen gezag omdat beide ouders overleden zijn.")]
    [InlineData(OnderCuratele, Overleden, "TijdelijkGeenGezag Tijdelijk geen gezag omdat een ouder overleden is en de andere ouder onder curatele staat.")]
    [InlineData(InRni, "", "GezagNietTeBepalen Gezag kan niet worden bepaald omdat relevante gegevens ontbreken bij het bepalen van het huwelijk/partnerschap van de ouder(s). Het gaat om de volgende gegevens: ouder1 van bevraagde persoon is niet in BRP geregistreerd")]
    public void Parents_who_are_married_have_it_together_as_far_as_they_can(string ada, string bob, string verwacht) =>
        Assert.Equal(verwacht, Uitkomst(Kind(), Gehuwd(Ada, Bob, erbij: ada), Gehuwd(Bob, Ada, erbij: bob)));

    [Theory]
    // Divorced after the birth: still both. Before it: as if they never were, and the child was not acknowledged; then she who gave birth.
    [InlineData("20230101", Beide)]
    [InlineData("20190101", "EenhoofdigOuderlijkGezag 02")]
    public void A_divorce_takes_nothing_away_but_before_the_birth(string gescheiden, string verwacht) =>
        Assert.Equal(verwacht, Uitkomst(Kind(), Gehuwd(Ada, Bob, einde: gescheiden), Gehuwd(Bob, Ada, einde: gescheiden)));

    [Theory]
    // Acknowledged since 2023: both, by law.
    [InlineData("1AC0001", "", "", "20200520", "20230101", "M", Beide)]
    [InlineData("1AC0001", "", "1AC0001", "20200520", "20221231", "M", "EenhoofdigOuderlijkGezag 02")]
    // Before that day: not who acknowledged it.
    [InlineData("1AC0001", "", "1AC0001", "20200520", "20200601", "M", "EenhoofdigOuderlijkGezag 02")]
    [InlineData("1AC0001", "1AC0001", "", "20200601", "20200520", "V", "EenhoofdigOuderlijkGezag 03")]
    // Nobody did, or both: who gave birth; if that can be told.
    [InlineData("", "", "", "20200520", "20200520", "M", "EenhoofdigOuderlijkGezag 02")]
    [InlineData("", "", "", "20200520", "20200520", "V", "GezagNietTeBepalen Gezag kan niet worden bepaald omdat niet kan worden vastgesteld welke ouder de geboortemoeder is.")]
    [InlineData("1AB0001", "", "", "20200520", "", "M", "GezagNietTeBepalen Gezag kan niet worden bepaald omdat relevante gegevens ontbreken bij het bepalen van de erkenning. Het gaat om de volgende gegevens: datum ingang familiebetrekking van ouder 2")]
    // Adopted: both.
    [InlineData("1AQ0001", "", "", "20200520", "20200520", "V", Beide)]
    public void Parents_who_never_married(string akte, string akteAda, string akteBob, string sindsAda, string sindsBob, string geslachtBob, string verwacht) =>
        Assert.Equal(verwacht, Uitkomst(Kind(akte: akte, akteAda: akteAda, akteBob: akteBob, sindsAda: sindsAda, sindsBob: sindsBob, geslachtBob: geslachtBob), Ouder(Ada), Ouder(Bob)));

    [Theory]
    [InlineData("20230101", Beide)]
    [InlineData("20221231", "EenhoofdigOuderlijkGezag 02")]
    public void Of_a_child_born_since_2023_both_have_it(string geboren, string verwacht) => Assert.Equal(verwacht, Uitkomst(Kind(geboren: geboren), Ouder(Ada), Ouder(Bob)));

    [Theory]
    [InlineData(true, "", "", "GezamenlijkGezag 02 derde Cas")]
    [InlineData(true, "", Overleden, "EenhoofdigOuderlijkGezag 02")]
    [InlineData(true, Overleden, "", "Voogdij derde Cas")]
    [InlineData(true, OnderCuratele, Overleden, "TijdelijkGeenGezag Tijdelijk geen gezag omdat de ouder onder curatele staat en de niet-ouder overleden is.")]
    [InlineData(false, "", "", "EenhoofdigOuderlijkGezag 02")]
    [InlineData(false, OnderCuratele, "", "TijdelijkGeenGezag Tijdelijk geen gezag omdat de ouder onder curatele staat.")]
    public void An_only_parent_has_it_with_the_partner_of_then(bool gehuwd, string ada, string cas, string verwacht) => Assert.Equal(
        verwacht, Uitkomst(Kind(bob: null), gehuwd ? Gehuwd(Ada, Cas, erbij: ada) : Ouder(Ada, ada), null, Ouder(Cas, cas, naam: "Cas")));

    [Theory]
    [InlineData(".", "GezagNietTeBepalen Gezag kan niet worden bepaald omdat één of meer ouders van minderjarige onbekend zijn.")]
    [InlineData(null, "TijdelijkGeenGezag Tijdelijk geen gezag omdat beide ouders onbekend zijn.")]
    public void Parents_who_are_not_known(string? naam, string verwacht) => Assert.Equal(verwacht, Uitkomst(Kind(ada: naam, bob: naam), null, null));

    [Theory]
    [InlineData("12", "", "", Beide)]
    [InlineData("12", OnderCuratele, "", "EenhoofdigOuderlijkGezag 03")]
    [InlineData("1", "", Overleden, "EenhoofdigOuderlijkGezag 02")]
    [InlineData("2", "", "", "EenhoofdigOuderlijkGezag 03")]
    [InlineData("2", "", Overleden, "TijdelijkGeenGezag Tijdelijk geen gezag omdat de ouder overleden is.")]
    [InlineData("1D", "", "", "GezamenlijkGezag 02 derde ?")]
    [InlineData("2D", "", Overleden, "Voogdij")]
    [InlineData("D", "", "", "Voogdij")]
    public void A_ruling_goes_before_the_law(string uitspraak, string ada, string bob, string verwacht) =>
        Assert.Equal(verwacht, Uitkomst(Kind(uitspraak: uitspraak), Gehuwd(Ada, Bob, erbij: ada), Gehuwd(Bob, Ada, erbij: bob)));

    [Fact]
    public void A_ruling_of_which_the_day_is_not_known_decides_nothing() => Assert.Equal(
        "GezagNietTeBepalen Gezag kan niet worden bepaald omdat relevante gegevens ontbreken. Het gaat om de volgende gegevens: ingangsdatum geldigheid van gezagsverhouding",
        Uitkomst(Kind(uitspraak: "1", sinds: "00000000"), Ouder(Ada), Ouder(Bob)));

    [Theory]
    // Married again after it; adopted after it.
    [InlineData("1", "20250101", "", Beide)]
    [InlineData("1", "20220101", "", "EenhoofdigOuderlijkGezag 02")]
    [InlineData("D", "20220101", "1AQ0001", Beide)]
    public void A_ruling_ends_by_what_happened_since(string uitspraak, string hertrouwd, string akte, string verwacht) => Assert.Equal(
        verwacht, Uitkomst(Kind(uitspraak: uitspraak, akte: akte, sindsAda: "20240301", sindsBob: "20240301"), Hertrouwd(Ada, Bob, hertrouwd), Hertrouwd(Bob, Ada, hertrouwd)));

    [Theory]
    [InlineData("010120", false)]
    [InlineData("010310", true)]
    [InlineData("010000", true)]
    [InlineData("010410", false)]
    public void What_decided_and_is_under_investigation_is_remembered(string aanduiding, bool verwacht)
    {
        using var lijst = Persoonslijst.Lees(Kind(onderzoek: aanduiding));
        var kind = new Gezagslijst(lijst, Vandaag);

        new Gezagsbepaling(kind, null, null, _ => null).Bepaal();

        Assert.Equal(verwacht, kind.WasInOnderzoek);
    }

    private static string Uitkomst(string kind, string? ada, string? bob, string? cas = null)
    {
        using var lijst = Persoonslijst.Lees(kind);
        var anderen = new[] { ada, bob, cas }.Select(tekst => tekst is null ? null : Persoonslijst.Lees(tekst)).ToList();
        try
        {
            var lijsten = anderen.Select(een => een is null ? null : new Gezagslijst(een, Vandaag)).ToList();
            var uitkomst = new Gezagsbepaling(new Gezagslijst(lijst, Vandaag), lijsten[0], lijsten[1], bsn => lijsten.Find(een => een?.Bsn == bsn)).Bepaal();
            if (uitkomst is null) return "";
            var derde = uitkomst.Derde is { } bekend ? "derde " + bekend["0240"] : uitkomst.Soort == Gezagsoort.GezamenlijkGezag ? "derde ?" : null;
            return string.Join(' ', [uitkomst.Soort.ToString(), .. uitkomst.Ouders, .. new[] { derde, uitkomst.Toelichting }.OfType<string>()]);
        }
        finally
        {
            anderen.ForEach(een => een?.Dispose());
        }
    }

    private static string Kind(
        string geboren = Geboorte, string land = "6030", string verblijf = "\"0910\":\"9901\"", string? ada = "Ada", string? bob = "Bob", string akte = "", string akteAda = "", string akteBob = "",
        string sindsAda = Geboorte, string sindsBob = Geboorte, string geslachtBob = "M", string? uitspraak = null, string sinds = "20240201", string? onderzoek = null, string erbij = "")
    {
        string Deel(string element, string? waarde) => string.IsNullOrEmpty(waarde) ? "" : $",\"{element}\":\"{waarde}\"";
        string Verwant(string categorie, string? naam, string bsn, string sindsdien, string nummer, string geslacht) =>
            naam is null ? "" : $",\"{categorie}\":[[{{\"0240\":\"{naam}\",\"0120\":\"{bsn}\",\"0310\":\"19900101\"{Deel("6210", sindsdien)}{Deel("8120", nummer)}{Deel("0410", geslacht)}}}]]";
        var gezag = uitspraak is null ? "" : $",\"11\":[[{{\"3210\":\"{uitspraak}\",\"8510\":\"{sinds}\"}}]]";
        return $"{{\"01\":[[{{\"0120\":\"999970112\",\"0240\":\"Kind\",\"0310\":\"{geboren}\",\"0330\":\"{land}\"{Deel("8120", akte)}{Deel("8310", onderzoek)}}}]]{Verwant("02", ada, Ada, sindsAda, akteAda, "V")}{Verwant("03", bob, Bob, sindsBob, akteBob, geslachtBob)},\"08\":[[{{{verblijf}}}]]{gezag}{erbij}}}";
    }

    private static string Ouder(string bsn, string erbij = "", string naam = "Iemand") => $"{{\"01\":[[{{\"0120\":\"{bsn}\",\"0240\":\"{naam}\",\"0310\":\"19900101\"}}]]{erbij}}}";

    private static string Gehuwd(string bsn, string met, string? einde = null, string erbij = "")
    {
        var begin = $"{{\"0120\":\"{met}\",\"0240\":\"Cas\",\"0310\":\"19900101\",\"0610\":\"20150101\"}}";
        return Ouder(bsn, $",\"05\":[[{(einde is null ? "" : $"{{\"0120\":\"{met}\",\"0240\":\"Cas\",\"0710\":\"{einde}\",\"0740\":\"S\"}},")}{begin}]]{erbij}");
    }

    private static string Hertrouwd(string bsn, string met, string opnieuw) => Ouder(
        bsn, $",\"05\":[[{{\"0120\":\"{met}\",\"0610\":\"{opnieuw}\"}}],[{{\"0120\":\"{met}\",\"0710\":\"20210101\",\"0740\":\"S\"}},{{\"0120\":\"{met}\",\"0610\":\"20150101\"}}]]");
}
