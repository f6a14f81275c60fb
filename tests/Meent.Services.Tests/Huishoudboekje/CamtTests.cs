using System.Text;
using System.Text.Json;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

public sealed class CamtTests
{
    private static string Verwacht => File.ReadAllText(Omgeving.Shared("data", "bank", "expected", "hhb-automatisch-boeken-expected.json"));

    /// <summary>Files that the old program read and that are refused here: see <see cref="A_sample_that_cannot_be_trusted_is_refused_with_the_reason"/>.</summary>
    private static readonly string[] Geweigerd = ["Negative_amount_CAMT.053_v1.xml", "camt onbekende iban.xml", "camt onbekende iban copy.xml"];

    public static TheoryData<string> Bestanden()
    {
        var bestanden = new TheoryData<string>();
        using var verwacht = JsonDocument.Parse(Verwacht);
        foreach (var bestand in verwacht.RootElement.EnumerateObject().Select(b => b.Name))
        {
            if (bestand.EndsWith(".xml", StringComparison.Ordinal) && !Geweigerd.Contains(Path.GetFileName(bestand))) bestanden.Add(bestand);
        }

        return bestanden;
    }

    [SharedTheory, MemberData(nameof(Bestanden))]
    public void Dates_amounts_and_other_accounts_of_a_sample_are_as_expected(string bestand)
    {
        using var verwacht = JsonDocument.Parse(Verwacht);
        var regels = verwacht.RootElement.GetProperty(bestand).EnumerateArray()
            .Select(r => (r.GetProperty("datum").GetString(), r.GetProperty("bedragCent").GetInt64(), r.GetProperty("tegenrekening").GetString()));

        var gelezen = CamtLezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", bestand))).SelectMany(a => a.Regels);

        Assert.Equal(regels, gelezen.Select(r => ((string?)$"{r.Valutadatum:yyyy-MM-dd}", r.Cent, r.Tegenrekening)));
    }

    [SharedTheory]
    [InlineData("Negative_amount_CAMT.053_v1.xml", "geen bedrag")]
    [InlineData("camt onbekende iban.xml", "USD")]
    [InlineData("camt onbekende iban copy.xml", "USD")]
    public void A_sample_that_cannot_be_trusted_is_refused_with_the_reason(string bestand, string reden)
    {
        var inhoud = File.ReadAllBytes(Omgeving.Shared("data", "bank", "voorbeeldbankafschriften", bestand));

        Assert.Contains(reden, Assert.Throws<LeesfoutException>(() => CamtLezer.Lees(inhoud)).Message, StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("CAMT_ABN.xml", 29, 100001, 10001)]
    [InlineData("CAMT_RABO.xml", 6, 83, 67)]
    [InlineData("CAMT_ING.xml", 9, 100000, 160500)]
    public void The_lines_of_a_bank_add_up_to_its_closing_balance(string bestand, int aantal, long begin, long eind)
    {
        var afschrift = Assert.Single(CamtLezer.Lees(File.ReadAllBytes(Omgeving.Shared("data", "bank", "backend-tests", bestand))));

        Assert.Equal((aantal, begin, eind, 0L), (afschrift.Regels.Count, afschrift.Begin!.Value.Cent, afschrift.Eind!.Value.Cent, afschrift.Verschil));
    }

    [Fact]
    public void A_file_with_a_DTD_is_refused() => Assert.Throws<LeesfoutException>(() => CamtLezer.Lees(Encoding.UTF8.GetBytes(
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Bericht(Regel("<Amt Ccy='EUR'>1.00</Amt>")))));

    [Theory]
    [InlineData("<Amt Ccy='USD'>1.00</Amt>", "USD")]
    [InlineData("<Amt Ccy='EUR'>1.001</Amt>", "decimalen")]
    [InlineData("<Amt Ccy='EUR'>-1.00</Amt>", "geen bedrag")]
    [InlineData("<Amt>1.00</Amt>", "munt")]
    public void An_amount_that_cannot_be_booked_is_refused_with_the_reason(string bedrag, string reden) =>
        Assert.Contains(reden, Assert.Throws<LeesfoutException>(() => Lees(Regel(bedrag))).Message, StringComparison.Ordinal);

    [Fact]
    public void Details_that_add_up_are_lines_of_their_own_and_others_stay_one_line()
    {
        const string Detail = "<TxDtls><Refs><EndToEndId>{0}</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy='EUR'>{1}</Amt></TxAmt></AmtDtls></TxDtls>";
        static string Batch(string tweede) => Regel("<Amt Ccy='EUR'>10.00</Amt>",
            $"<NtryDtls>{Detail.Replace("{0}", "A").Replace("{1}", "4.00")}{Detail.Replace("{0}", "B").Replace("{1}", tweede)}</NtryDtls>");

        Assert.Equal([(-400L, "A"), (-600L, "B")], Lees(Batch("6.00")).Regels.Select(r => (r.Cent, r.EndToEndId!)));
        Assert.Equal([-1000L], Lees(Batch("5.00")).Regels.Select(r => r.Cent));
    }

    // Fifteen digits fit, a hundred of them added up do not.
    [Fact]
    public void Amounts_that_would_not_add_up_are_refused_before_they_are_added()
    {
        const string Detail = "<TxDtls><Amt Ccy='EUR'>999999999999999</Amt></TxDtls>";

        Assert.Throws<LeesfoutException>(() => Lees(Regel("<Amt Ccy='EUR'>1.00</Amt>", $"<NtryDtls>{string.Concat(Enumerable.Repeat(Detail, 100))}</NtryDtls>")));
        Assert.Equal(-100, Lees(Regel("<Amt Ccy='EUR'>000000000000000001.00</Amt>")).Regels[0].Cent);
    }

    [Fact]
    public void What_is_only_announced_is_no_line() => Assert.Empty(Lees(Regel("<Amt Ccy='EUR'>1.00</Amt>", "<Sts><Cd>PDNG</Cd></Sts>")).Regels);

    private static Afschrift Lees(string regel) => Assert.Single(CamtLezer.Lees(Encoding.UTF8.GetBytes(Bericht(regel))));

    private static string Regel(string bedrag, string rest = "") =>
        $"<Ntry>{bedrag}<CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-02</Dt></BookgDt>{rest}</Ntry>";

    private static string Bericht(string regel) => "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Id>1</Id>" +
        $"<Acct><Id><IBAN>NL02ABNA0123456789</IBAN></Id></Acct>{regel}</Stmt></BkToCstmrStmt></Document>";
}
