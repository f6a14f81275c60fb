using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Testing;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>Payments to the bank (pain.001) and what it answers (pain.002).</summary>
public sealed class BetaalbestandTests
{
    private static readonly Opdrachtgever Gemeente = new("Gemeente Duinwaarde, derdengelden", "NL91ABNA0417164300", "ABNANL2A");

    private static readonly Betaling[] Drie =
    [
        new("0199f1f0000070008000000000000001", new(2026, 4, 2), 64_500, "Woningbouw Zee & Duin", "NL20INGB0001234567", "Huur april, kenmerk 12/34"),
        new("0199f1f0000070008000000000000002", new(2026, 4, 7), 1, "Café „José” – Ærø", "NL20INGB0001234567", "//Één cent//_€"),
        new("0199f1f0000070008000000000000003", new(2026, 4, 2), 9_999, new string('n', 90), "NL20INGB0001234567", new string('o', 200)),
    ];

    [Theory]
    [InlineData(nameof(PainVersie.V03))]
    [InlineData(nameof(PainVersie.V09))]
    public void Payments_of_a_day_are_together_and_the_sums_are_right(string versie)
    {
        var rapport = XDocument.Load(new MemoryStream(Schrijf(versie, Gemeente))).Root!.Kind("CstmrCdtTrfInitn")!;
        Assert.Equal(("3", "745.00"), (rapport.Op("GrpHdr", "NbOfTxs"), rapport.Op("GrpHdr", "CtrlSum")));
        var blokken = rapport.Kinderen("PmtInf").ToList();
        Assert.Equal([("2", "744.99"), ("1", "0.01")], blokken.Select(b => (b.Op("NbOfTxs"), b.Op("CtrlSum"))));
        Assert.Equal(["2026-04-02", "2026-04-07"], blokken.Select(b => b.Op("ReqdExctnDt") ?? b.Op("ReqdExctnDt", "Dt")));
        Assert.All(blokken, b => Assert.Equal("false", b.Op("BtchBookg")));
        var cent = blokken[1].Kind("CdtTrfTxInf")!;
        Assert.Equal((Drie[1].Kenmerk, "0.01", "Cafe .Jose. - AEro", "Een cent/-EUR"), (cent.Op("PmtId", "EndToEndId"), cent.Op("Amt", "InstdAmt"), cent.Op("Cdtr", "Nm"), cent.Op("RmtInf", "Ustrd")));
        var lang = blokken[0].Kinderen("CdtTrfTxInf").Last();
        Assert.Equal((70, 140), (lang.Op("Cdtr", "Nm")!.Length, lang.Op("RmtInf", "Ustrd")!.Length));
    }

    [SharedTheory]
    [InlineData(nameof(PainVersie.V03), true)]
    [InlineData(nameof(PainVersie.V03), false)]
    [InlineData(nameof(PainVersie.V09), true)]
    [InlineData(nameof(PainVersie.V09), false)]
    public void The_file_is_valid_by_the_schema_of_iso_20022(string versie, bool metBic)
    {
        var naam = versie == nameof(PainVersie.V03) ? "pain.001.001.03" : "pain.001.001.09";
        var schemas = new XmlSchemaSet();
        schemas.Add($"urn:iso:std:iso:20022:tech:xsd:{naam}", Omgeving.Shared("data", "bank", "iso20022-xsd-debian", "hbci4j", naam + ".xsd"));
        var document = XDocument.Load(new MemoryStream(Schrijf(versie, metBic ? Gemeente : Gemeente with { Bic = null })));
        var fouten = new List<string>();
        document.Validate(schemas, (_, fout) => fouten.Add(fout.Message));
        Assert.Empty(fouten);
        // The schema is really held against it.
        document.Descendants().First(e => e.Name.LocalName == "ChrgBr").Value = "OURS";
        document.Validate(schemas, (_, fout) => fouten.Add(fout.Message));
        Assert.NotEmpty(fouten);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_000_000_000)]
    public void What_no_bank_pays_is_not_written(long cent) =>
        Assert.Throws<ArgumentException>(() => Betaalbestand.Schrijf(PainVersie.V09, "x", DateTimeOffset.UnixEpoch, Gemeente, [Drie[0] with { Cent = cent }]));

    [Fact]
    public void The_answer_of_the_bank_is_read_by_payment_block_and_whole()
    {
        var antwoord = Lees("""
            <OrgnlGrpInfAndSts><OrgnlMsgId>M1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>M1-1</OrgnlPmtInfId><PmtInfSts>ACSP</PmtInfSts>
              <TxInfAndSts><OrgnlEndToEndId>een</OrgnlEndToEndId></TxInfAndSts>
              <TxInfAndSts><OrgnlEndToEndId>twee</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Rekening opgeheven</AddtlInf></StsRsnInf></TxInfAndSts>
            </OrgnlPmtInfAndSts>
            """);
        Assert.Equal("M1", antwoord.Bericht);
        Assert.Equal(new Betalingsoordeel("een", Bankoordeel.Uitgevoerd, null), antwoord.Van("een"));
        Assert.Equal(new Betalingsoordeel("twee", Bankoordeel.Geweigerd, "AC04 Rekening opgeheven"), antwoord.Van("twee"));
        Assert.Null(antwoord.Van("drie"));

        var geheel = Lees("<OrgnlGrpInfAndSts><OrgnlMsgId>M2</OrgnlMsgId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>DU01</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>");
        Assert.Equal(new Betalingsoordeel("ieder", Bankoordeel.Geweigerd, "DU01"), geheel.Van("ieder"));
    }

    [Theory]
    [InlineData("geen xml", "regel 1")]
    [InlineData("<Document><CstmrCdtTrfInitn/></Document>", "pain.002")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Document>&e;</Document>", "XML")]
    [InlineData("<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts/></CstmrPmtStsRpt></Document>", "betaalbestand")]
    [InlineData("<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId><GrpSts>ZZZZ</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>", "ZZZZ")]
    public void What_is_no_answer_is_refused_with_the_reason(string bestand, string deel) =>
        Assert.Contains(deel, Assert.Throws<LeesfoutException>(() => Bankantwoord.Lees(new MemoryStream(Encoding.UTF8.GetBytes(bestand)))).Message, StringComparison.Ordinal);

    private static byte[] Schrijf(string versie, Opdrachtgever van) =>
        Betaalbestand.Schrijf(Enum.Parse<PainVersie>(versie), "0199f1f00000700080000000000000ff", new DateTimeOffset(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(2)), van, Drie);

    private static Bankantwoord Lees(string rapport) => Bankantwoord.Lees(new MemoryStream(Encoding.UTF8.GetBytes(
        $"<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>A</MsgId></GrpHdr>{rapport}</CstmrPmtStsRpt></Document>")));
}
