using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>The samples of two open source readers, with what those readers make of them beside each file.</summary>
public sealed partial class DialectTests
{
    private static readonly string Mt940 = Path.Combine("data", "bank", "wolph-mt940", "mt940_tests");

    private static readonly string Camt = Path.Combine("data", "bank", "genkgo-camt", "test", "data");

    /// <summary>Pieces without head or account, and accounts in another currency: nothing that can be booked.</summary>
    private static readonly Dictionary<string, string> Geweigerd = new(StringComparer.Ordinal)
    {
        ["betterplace/amount_formats.sta"] = "geen bankafschrift",
        ["betterplace/currency_in_25.sta"] = "geen bankafschrift",
        ["betterplace/empty_86.sta"] = "geen bankafschrift",
        ["betterplace/empty_entry_date.sta"] = "geen bankafschrift",
        ["betterplace/empty_line.sta"] = "geen rekening",
        ["betterplace/missing_crlf_at_end.sta"] = "geen bankafschrift",
        ["citi/mt940.txt"] = "USD",
        ["cmxl/account_balance_credit.sta"] = "geen bankafschrift",
        ["cmxl/account_balance_debit.sta"] = "geen bankafschrift",
        ["cmxl/account_identification_iban.sta"] = "geen bankafschrift",
        ["cmxl/account_identification_legacy.sta"] = "geen bankafschrift",
        ["cmxl/available_balance.sta"] = "geen bankafschrift",
        ["cmxl/closing_balance.sta"] = "geen bankafschrift",
        ["cmxl/mt940.sta"] = "DEM",
        ["cmxl/reference.sta"] = "geen rekening",
        ["cmxl/statement_details.sta"] = "geen bankafschrift",
        ["cmxl/statement_line.sta"] = "geen bankafschrift",
        ["cmxl/statement_number.sta"] = "geen bankafschrift",
        ["jejik/postfinance.sta"] = "CHF",
        ["mBank/mt940.sta"] = "PLN",
        ["mBank/with_newline_in_tnr.sta"] = "PLN",
        ["sberbank/171011_01234945.sta"] = "HUF",
        ["self-provided/empty_non_swift.sta"] = "geen bankafschrift",
        ["self-provided/invalid_statement.sta"] = "geen bankafschrift",
        ["self-provided/long_statement_number.sta"] = "TRY",
        ["self-provided/raiffeisen-cmi.sta"] = "HUF",
        ["self-provided/raphaelm.sta"] = "DEM",
        ["self-provided/sparkassen.sta"] = "geen bankafschrift",
        ["camt053.v2.minimal.xml"] = "SEK",
        ["camt053.v2.minimal.ultimate.xml"] = "SEK",
        ["camt053.v2.with-party-ids.xml"] = "SEK",
        ["camt053.v2.wrong.xml"] = "",
        ["camt053.v3.xml"] = "SEK",
        ["camt053.v4.xml"] = "SEK",
        ["camt053.v8.xml"] = "SEK",
        ["camt054.v2.xml"] = "SEK",
        ["camt054.v2.with-account-name.xml"] = "SEK",
        ["camt054.v4.xml"] = "SEK",
        ["camt054.v8.xml"] = "SEK",
        ["camt054.v8-with-UETR.xml"] = "SEK",
        ["camt054.v8-with-financial-institution.xml"] = "SEK",
        ["camt53.only-Dt-with-DtTm.xml"] = "RON",
    };

    // Two have no expected amounts beside them, and of one those are wrong: see the balances below.
    private static readonly string[] Saldi = ["ASNB/mt940.txt", "ASNB/mt940_with_spaces_for_entry_date.txt", "betterplace/sepa_mt9401.sta"];

    public static TheoryData<string> Mt940bestanden() => Bestanden(Mt940, ["*.sta", "mt940*.txt"]);

    public static TheoryData<string> Camtbestanden() => Bestanden(Camt, ["camt053*.xml", "camt054*.xml", "camt53*.xml"]);

    [SharedTheory, MemberData(nameof(Mt940bestanden))]
    public void The_amounts_of_an_MT940_sample_are_as_expected(string bestand)
    {
        var pad = Omgeving.Shared(Mt940, bestand);
        if (Geweigerd.TryGetValue(bestand, out var reden)) AssertGeweigerd(pad, reden);
        else if (!Saldi.Contains(bestand)) Assert.Equal(Bedragen(Path.ChangeExtension(pad, "yml")), Lees(pad).SelectMany(a => a.Regels).Select(r => r.Cent));
    }

    // That reader takes the reversal of a credit (RC) for money that came in. The balances of the bank itself say that it went out.
    [SharedTheory]
    [InlineData("ASNB/mt940.txt", 8)]
    [InlineData("ASNB/mt940_with_spaces_for_entry_date.txt", 8)]
    [InlineData("betterplace/sepa_mt9401.sta", 97)]
    public void The_lines_of_an_MT940_sample_add_up_to_its_closing_balance(string bestand, int aantal)
    {
        var afschriften = Lees(Omgeving.Shared(Mt940, bestand));

        Assert.Equal(aantal, afschriften.Sum(a => a.Regels.Count));
        Assert.All(afschriften, a => Assert.Equal(0, a.Verschil));
    }

    [SharedTheory, MemberData(nameof(Camtbestanden))]
    public void The_amounts_of_a_CAMT_sample_are_as_expected(string bestand)
    {
        var pad = Omgeving.Shared(Camt, bestand);
        if (Geweigerd.TryGetValue(bestand, out var reden))
        {
            AssertGeweigerd(pad, reden);
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(pad, "json")));
        var verwacht = document.RootElement.GetProperty("getEntries").EnumerateArray()
            .Select(r => long.Parse(r.GetProperty("getAmount").GetProperty("getAmount").GetString()!, CultureInfo.InvariantCulture));

        // What is expected are the lines of the last statement in the file.
        Assert.Equal(verwacht, Lees(pad)[^1].Regels.Select(r => r.Cent));
    }

    [Fact]
    public void An_empty_file_and_one_that_is_too_large_are_refused()
    {
        Assert.Contains("leeg", Assert.Throws<LeesfoutException>(() => Afschriftlezer.Lees([])).Message, StringComparison.Ordinal);
        Assert.Contains("groter", Assert.Throws<LeesfoutException>(() => Afschriftlezer.Lees(new byte[Afschriftlezer.MaxBytes + 1])).Message, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("CAMT_DANGEROUS.xml")]
    [InlineData("incorrect.xml")]
    [InlineData("incorrect.txt")]
    [InlineData("GameOver.jpg")]
    public void What_is_no_statement_is_refused(string bestand) => AssertGeweigerd(Omgeving.Shared("data", "bank", "backend-tests", bestand), "");

    private static IReadOnlyList<Afschrift> Lees(string pad) => Afschriftlezer.Lees(File.ReadAllBytes(pad));

    private static void AssertGeweigerd(string pad, string reden) =>
        Assert.Contains(reden, Assert.Throws<LeesfoutException>(() => Lees(pad)).Message, StringComparison.Ordinal);

    private static IEnumerable<long> Bedragen(string pad)
    {
        var tekst = File.ReadAllText(pad);
        return Bedrag().Matches(tekst[tekst.IndexOf("\ntransactions:", StringComparison.Ordinal)..])
            .Select(m => decimal.ToInt64(decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) * 100));
    }

    private static TheoryData<string> Bestanden(string map, string[] patronen)
    {
        var bestanden = new TheoryData<string>();
        var wortel = Omgeving.Shared(map);
        foreach (var pad in patronen.SelectMany(p => Directory.EnumerateFiles(wortel, p, SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
            bestanden.Add(Path.GetRelativePath(wortel, pad));
        return bestanden;
    }

    [GeneratedRegex(@"\n    amount: !!python/object:mt940.models.Amount\n      amount: !!python/object/apply:decimal.Decimal\n      - '([-0-9.]+)'")]
    private static partial Regex Bedrag();
}
