using System.Xml;
using System.Xml.Linq;
using Meent.Services.Huishoudboekje.Afschriften;

namespace Meent.Services.Huishoudboekje.Betalingen;

/// <summary>What the bank says of a payment (ISO 20022 external code set <c>TxSts</c>, narrowed to what the employee has to know).</summary>
internal enum Bankoordeel
{
    /// <summary>Received or accepted, not settled yet (RCVD, ACTC, ACCP, ACWC, PDNG).</summary>
    InBehandeling,

    /// <summary>The money has gone (ACSP, ACSC, ACCC).</summary>
    Uitgevoerd,

    /// <summary>Refused (RJCT) or cancelled (CANC).</summary>
    Geweigerd,
}

/// <param name="Kenmerk">EndToEndId of the payment.</param>
/// <param name="Reden">Codes of the bank, such as AC04 (account closed), with its own text if there is one.</param>
internal sealed record Betalingsoordeel(string Kenmerk, Bankoordeel Oordeel, string? Reden);

/// <summary>The bank's answer to a payment file: a pain.002 of any version.</summary>
/// <param name="Bericht">Id of the message that it answers.</param>
/// <param name="Geheel">Of all payments that it does not name one by one; null when it says nothing of the whole.</param>
internal sealed record Bankantwoord(string Bericht, Bankoordeel? Geheel, string? Reden, IReadOnlyList<Betalingsoordeel> Betalingen)
{
    /// <exception cref="LeesfoutException">It is no pain.002, or not one that can be trusted.</exception>
    public static Bankantwoord Lees(Stream bestand)
    {
        XElement wortel;
        try
        {
            using var lezer = XmlReader.Create(bestand, Xmlpad.Veilig);
            wortel = XDocument.Load(lezer).Root!;
        }
        catch (XmlException e)
        {
            throw new LeesfoutException($"Dit is geen goed XML-bestand (regel {e.LineNumber}, teken {e.LinePosition}).");
        }

        if (wortel.Kind("CstmrPmtStsRpt") is not { } rapport) throw new LeesfoutException("Dit is geen antwoord van de bank (pain.002).");
        var groep = rapport.Kind("OrgnlGrpInfAndSts") ?? throw new LeesfoutException("Het antwoord zegt niet bij welk betaalbestand het hoort.");
        return new Bankantwoord(
            groep.Op("OrgnlMsgId") ?? throw new LeesfoutException("Het antwoord zegt niet bij welk betaalbestand het hoort."),
            groep.Op("GrpSts") is { } status ? Oordeel(status) : null,
            Redenen(groep),
            [.. rapport.Kinderen("OrgnlPmtInfAndSts").SelectMany(Blok)]);
    }

    /// <summary>What the answer says of a payment: by name, or as part of the whole; null when it says nothing.</summary>
    public Betalingsoordeel? Van(string kenmerk) =>
        Betalingen.FirstOrDefault(b => b.Kenmerk == kenmerk) ?? (Geheel is { } geheel ? new Betalingsoordeel(kenmerk, geheel, Reden) : null);

    private static IEnumerable<Betalingsoordeel> Blok(XElement blok)
    {
        foreach (var regel in blok.Kinderen("TxInfAndSts"))
        {
            if (regel.Op("OrgnlEndToEndId") is not { } kenmerk) continue;
            // A payment without a status of its own has that of its block.
            if ((regel.Op("TxSts") ?? blok.Op("PmtInfSts")) is { } status && Oordeel(status) is { } oordeel)
                yield return new Betalingsoordeel(kenmerk, oordeel, Redenen(regel) ?? Redenen(blok));
        }
    }

    /// <summary>Null for PART, which says that one has to look at each.</summary>
    private static Bankoordeel? Oordeel(string status) => status switch
    {
        "RJCT" or "CANC" => Bankoordeel.Geweigerd,
        "ACSP" or "ACSC" or "ACCC" => Bankoordeel.Uitgevoerd,
        "RCVD" or "ACTC" or "ACCP" or "ACWC" or "ACWP" or "PDNG" or "ACFC" or "PATC" => Bankoordeel.InBehandeling,
        "PART" => null,
        _ => throw new LeesfoutException($"De bank geeft een status die Meent niet kent: {status}."),
    };

    private static string? Redenen(XElement bij)
    {
        var redenen = bij.Kinderen("StsRsnInf")
            .Select(r => string.Join(' ', new[] { r.Op("Rsn", "Cd") ?? r.Op("Rsn", "Prtry") }.Concat(r.Kinderen("AddtlInf").Select(t => t.Value.Trim())).Where(t => !string.IsNullOrEmpty(t))))
            .Where(t => t.Length > 0).ToList();
        return redenen.Count == 0 ? null : string.Join("; ", redenen);
    }
}
