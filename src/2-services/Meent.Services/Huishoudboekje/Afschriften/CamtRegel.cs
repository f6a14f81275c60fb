using System.Globalization;
using System.Xml.Linq;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>An entry of a CAMT message as lines: one, or one a detail when the details of a batch add up to it.</summary>
internal static class CamtRegel
{
    public static IEnumerable<Bankregel> Lees(XElement regel, string eigen)
    {
        var totaal = Bedrag(regel);
        var valuta = Dag(regel.Kind("ValDt"));
        var boek = Dag(regel.Kind("BookgDt")) ?? valuta ?? throw new LeesfoutException("Een regel op het afschrift heeft geen datum.");
        var details = regel.Kinderen("NtryDtls").SelectMany(d => d.Kinderen("TxDtls")).ToArray();
        var kop = new Bankregel(totaal, boek, valuta ?? boek) { Storno = regel.Op("RvslInd") is "true" or "1" };
        var delen = details.Length > 1 ? details.Select(d => Deelbedrag(d, totaal)).ToArray() : [];
        if (delen.Length == 0 || delen.Contains(null) || delen.Sum() != totaal) return [Vul(kop, regel, details.FirstOrDefault(), eigen)];
        return details.Zip(delen, (d, deel) => Vul(kop with { Cent = deel!.Value }, regel, d, eigen));
    }

    /// <summary>The amount of an entry, detail or balance with its sign; only euros.</summary>
    public static long Bedrag(XElement houder)
    {
        var cent = Cent(houder.Kind("Amt") ?? throw new LeesfoutException("Een regel op het afschrift heeft geen bedrag."));
        return houder.Op("CdtDbtInd") switch
        {
            "CRDT" => cent,
            "DBIT" => -cent,
            _ => throw new LeesfoutException("Bij een bedrag staat niet of het af of bij is."),
        };
    }

    public static DateOnly? Dag(XElement? datum)
    {
        var tekst = datum?.Op("Dt") ?? datum?.Op("DtTm") ?? datum?.Kind("Dt")?.Op("DtTm");
        if (tekst is null) return null;
        return DateOnly.TryParseExact(tekst.AsSpan(0, Math.Min(10, tekst.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag : throw new LeesfoutException("Een datum op het afschrift bestaat niet.");
    }

    private static long Cent(XElement bedrag)
    {
        var munt = bedrag.Attribute("Ccy")?.Value;
        if (munt != "EUR") throw new LeesfoutException(munt is null ? "Bij een bedrag staat geen munt." : $"Een bedrag is in {munt}; alleen euro's kunnen worden verwerkt.");
        return Centen.Lees(bedrag.Value);
    }

    private static long? Deelbedrag(XElement detail, long totaal)
    {
        var bedrag = detail.Kind("Amt") ?? detail.Kind("AmtDtls", "TxAmt", "Amt");
        if (bedrag is null) return null;
        var bij = detail.Op("CdtDbtInd") is { } richting ? richting == "CRDT" : totaal > 0;
        return bij ? Cent(bedrag) : -Cent(bedrag);
    }

    private static Bankregel Vul(Bankregel kop, XElement regel, XElement? detail, string eigen)
    {
        // Some programs write the accounts beside the parties rather than in them.
        var ander = detail?.Kind("RltdPties") ?? detail;
        var (eerst, dan) = kop.Cent >= 0 ? ("Dbtr", "Cdtr") : ("Cdtr", "Dbtr");
        var kant = Rekening(ander, eerst) is { } gevonden && gevonden != eigen ? eerst : Rekening(ander, dan) is { } omgekeerd && omgekeerd != eigen ? dan : eerst;
        return kop with
        {
            Tegenrekening = Rekening(ander, kant) is { } rekening && rekening != eigen ? rekening : null,
            Tegennaam = Naam(ander?.Kind(kant)),
            EndToEndId = detail?.Op("Refs", "EndToEndId") is { } id && id != "NOTPROVIDED" ? id : null,
            Machtiging = detail?.Op("Refs", "MndtId"),
            Bankkenmerk = detail?.Op("Refs", "AcctSvcrRef") ?? regel.Op("AcctSvcrRef"),
            Omschrijving = Omschrijving(regel, detail),
        };
    }

    private static string? Rekening(XElement? partijen, string kant) =>
        partijen?.Op(kant + "Acct", "Id", "IBAN") ?? partijen?.Op(kant + "Acct", "Id", "Othr", "Id");

    // From version 08 a party is either Pty or Agt; an older bank puts the name in the first address line.
    private static string? Naam(XElement? partij) =>
        partij?.Op("Nm") ?? partij?.Op("Pty", "Nm") ?? partij?.Op("PstlAdr", "AdrLine") ?? partij?.Op("Pty", "PstlAdr", "AdrLine");

    private static string Omschrijving(XElement regel, XElement? detail)
    {
        var vrij = detail?.Kind("RmtInf")?.Kinderen("Ustrd").Select(u => u.Value.Trim()) ?? [];
        string?[] delen = [regel.Op("AddtlNtryInf"), .. vrij, detail?.Op("RmtInf", "Strd", "CdtrRefInf", "Ref"), detail?.Op("AddtlTxInf")];
        return string.Join(' ', delen.Where(d => !string.IsNullOrEmpty(d)).Distinct(StringComparer.Ordinal));
    }
}
