using System.Text;
using System.Text.Json;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

public sealed class Mt940Tests
{
    private static string Verwacht => File.ReadAllText(Omgeving.Shared("data", "bank", "expected", "hhb-automatisch-boeken-expected.json"));

    private static readonly string[] Apart = ["incorrect.txt", "ING.txt", "/Banktransacties persona 3 loon.txt"];

    /// <summary>Three files are left out, with tests of their own below: two are damaged, and of one the expected accounts are wrong.</summary>
    public static TheoryData<string> Bestanden()
    {
        var bestanden = new TheoryData<string>();
        using var verwacht = JsonDocument.Parse(Verwacht);
        foreach (var bestand in verwacht.RootElement.EnumerateObject().Select(b => b.Name))
        {
            if (bestand.EndsWith(".txt", StringComparison.Ordinal) && !Apart.Any(einde => bestand.EndsWith(einde, StringComparison.Ordinal)))
                bestanden.Add(bestand);
        }

        return bestanden;
    }

    [SharedTheory, MemberData(nameof(Bestanden))]
    public void Dates_amounts_and_other_accounts_of_a_sample_are_as_expected(string bestand)
    {
        using var verwacht = JsonDocument.Parse(Verwacht);
        var regels = verwacht.RootElement.GetProperty(bestand).EnumerateArray()
            .Select(r => (r.GetProperty("datum").GetString(), r.GetProperty("bedragCent").GetInt64(), r.GetProperty("tegenrekening").GetString() ?? ""));

        var gelezen = Mt940Lezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", bestand))).SelectMany(a => a.Regels);

        Assert.Equal(regels, gelezen.Select(r => ((string?)$"{r.Valutadatum:yyyy-MM-dd}", r.Cent, r.Tegenrekening ?? "")));
    }

    [SharedTheory]
    [InlineData("ABN", 1, 513861, 563862)]
    [InlineData("ING", 8, 66223, 56435)]
    [InlineData("BNG", 13, -2000000, 17060000)]
    public void The_balances_of_a_bank_are_read(string bank, int aantal, long begin, long eind)
    {
        var afschrift = Assert.Single(Mt940Lezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", "voorbeeldbankafschriften", "MT940", $"MT940-{bank}.txt"))));

        Assert.Equal((aantal, begin, eind), (afschrift.Regels.Count, afschrift.Begin!.Value.Cent, afschrift.Eind!.Value.Cent));
    }

    // The expected accounts of this file name the creditor identifier (CSID) where it looks like an IBAN; it is no account.
    [SharedFact]
    public void A_creditor_identifier_is_no_account()
    {
        var regels = Mt940Lezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", "voorbeeldbankafschriften", "MT940", "MT940-ING.txt")))[0].Regels;

        Assert.DoesNotContain(regels, r => r.Tegenrekening is { } rekening && rekening.Contains("ZZZ", StringComparison.Ordinal));
        Assert.Equal(6, regels.Count(r => r.Tegenrekening == "NL32INGB0000012345"));
    }

    // The old program booked 35 February; when money moved is not guessed here.
    [SharedTheory]
    [InlineData("MT940-incorrect.txt", "geen bankafschrift")]
    [InlineData("Banktransacties persona 3 loon.txt", "230235")]
    public void A_damaged_file_is_refused_with_the_reason(string bestand, string reden) => Assert.Contains(reden, Assert.Throws<LeesfoutException>(() =>
        Mt940Lezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", "voorbeeldbankafschriften", "MT940", bestand)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Words_broken_over_lines_are_whole_and_a_reversal_has_the_other_sign()
    {
        var regel = Lees(":61:2611021103RD12,50NTRFNONREF//B1\r\n:86:/TRTP/SEPA INCASSO/NAME/Woning\r\nstichting/EREF/E-77/MARF/M1");

        Assert.Equal((1250L, true, "Woningstichting", "E-77", "M1", "B1"),
            (regel.Cent, regel.Storno, regel.Tegennaam, regel.EndToEndId, regel.Machtiging, regel.Bankkenmerk));
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 3)), (regel.Valutadatum, regel.Boekdatum));
    }

    [Fact]
    public void A_booking_day_across_new_year_gets_the_year_that_is_nearest() =>
        Assert.Equal(new DateOnly(2027, 1, 2), Lees(":61:2612310102C1,00NTRFNONREF").Boekdatum);

    [Theory, InlineData("260231"), InlineData("260235"), InlineData("260431"), InlineData("261301"), InlineData("\u0662\u06660229")]
    public void A_day_that_does_not_exist_is_refused(string dag) => Assert.Throws<LeesfoutException>(() => Lees($":61:{dag}C1,00NTRFNONREF"));

    [Theory, InlineData("260230", 28), InlineData("240230", 29), InlineData("240229", 29)]
    public void The_thirtieth_of_February_is_its_last_day(string dag, int verwacht) =>
        Assert.Equal(verwacht, Lees($":61:{dag}C1,00NTRFNONREF").Valutadatum.Day);

    [Fact]
    public void Another_currency_is_refused_by_name() => Assert.Contains("USD", Assert.Throws<LeesfoutException>(() =>
        Mt940Lezer.Lees(Encoding.UTF8.GetBytes(":20:1\n:25:NL02ABNA0123456789\n:60F:C261101USD1,00\n"))).Message, StringComparison.Ordinal);

    private static Bankregel Lees(string regel) => Assert.Single(Assert.Single(Mt940Lezer.Lees(Encoding.UTF8.GetBytes(
        $":20:1\r\n:25:NL02ABNA0123456789EUR\r\n:28C:1\r\n:60F:C261101EUR0,00\r\n{regel}\r\n:62F:C261103EUR0,00\r\n-"))).Regels);
}
