using System.Globalization;
using System.Text;
using System.Xml;

namespace Meent.Services.Huishoudboekje.Betalingen;

/// <summary>Versions of the ISO 20022 credit transfer that Dutch banks take.</summary>
internal enum PainVersie
{
    /// <summary>pain.001.001.03, of 2009.</summary>
    V03,

    /// <summary>pain.001.001.09, of 2019: the version of the EPC rulebooks since November 2023.</summary>
    V09,
}

/// <summary>The municipality's own account, from which is paid.</summary>
/// <param name="Bic">Left out where the bank is known from the IBAN, as it always is in the SEPA area.</param>
internal sealed record Opdrachtgever(string Naam, string Iban, string? Bic = null);

/// <summary>One payment.</summary>
/// <param name="Kenmerk">EndToEndId: comes back on the statement and in the bank's answer, so that each finds the other.</param>
/// <param name="Cent">Amount in cents, more than zero.</param>
internal sealed record Betaling(string Kenmerk, DateOnly Uitvoering, long Cent, string Naam, string Iban, string Omschrijving);

/// <summary>
/// Writes payments as pain.001: one block for each day, each payment booked by itself so that it can be found on the statement. What it holds is
/// fit for the strictest bank (EPC132-08); a statement is read leniently, an order is written strictly.
/// </summary>
internal static class Betaalbestand
{
    private const int Naamlengte = 70;
    private const int Omschrijvinglengte = 140;
    private const long MaxCent = 99_999_999_999;

    private static readonly XmlWriterSettings Instellingen = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <param name="id">Of the message: at most 35 characters, never used before at this bank.</param>
    /// <exception cref="ArgumentException">There is nothing to pay, or an amount is not between 0,01 and 999.999.999,99 euro.</exception>
    public static byte[] Schrijf(PainVersie versie, string id, DateTimeOffset moment, Opdrachtgever van, IReadOnlyCollection<Betaling> betalingen)
    {
        if (betalingen.Count == 0) throw new ArgumentException("Er is niets te betalen.", nameof(betalingen));
        if (betalingen.FirstOrDefault(b => b.Cent is <= 0 or > MaxCent) is { } fout) throw new ArgumentException($"Betaling {fout.Kenmerk} heeft geen bedrag dat een bank uitvoert.", nameof(betalingen));

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Instellingen))
        {
            xml.WriteStartElement("Document", versie == PainVersie.V03 ? "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03" : "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
            xml.WriteStartElement("CstmrCdtTrfInitn");
            xml.WriteStartElement("GrpHdr");
            xml.WriteElementString("MsgId", id);
            xml.WriteElementString("CreDtTm", moment.ToString("yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture));
            Totaal(xml, betalingen);
            Partij(xml, "InitgPty", van.Naam);
            xml.WriteEndElement();
            foreach (var (nummer, dag) in betalingen.GroupBy(b => b.Uitvoering).OrderBy(g => g.Key).Index()) Blok(xml, versie, $"{id[..Math.Min(id.Length, 30)]}-{nummer + 1}", van, dag.Key, [.. dag]);
        }

        return bytes.ToArray();
    }

    private static void Blok(XmlWriter xml, PainVersie versie, string id, Opdrachtgever van, DateOnly dag, List<Betaling> betalingen)
    {
        xml.WriteStartElement("PmtInf");
        xml.WriteElementString("PmtInfId", id);
        xml.WriteElementString("PmtMtd", "TRF");
        xml.WriteElementString("BtchBookg", "false");
        Totaal(xml, betalingen);
        Genest(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        var datum = dag.ToString("O", CultureInfo.InvariantCulture);
        if (versie == PainVersie.V03) xml.WriteElementString("ReqdExctnDt", datum);
        else Genest(xml, datum, "ReqdExctnDt", "Dt");
        Partij(xml, "Dbtr", van.Naam);
        Genest(xml, van.Iban, "DbtrAcct", "Id", "IBAN");
        if (van.Bic is { } bic) Genest(xml, bic, "DbtrAgt", "FinInstnId", versie == PainVersie.V03 ? "BIC" : "BICFI");
        else Genest(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        xml.WriteElementString("ChrgBr", "SLEV");
        foreach (var betaling in betalingen) Opdracht(xml, betaling);
        xml.WriteEndElement();
    }

    private static void Opdracht(XmlWriter xml, Betaling betaling)
    {
        xml.WriteStartElement("CdtTrfTxInf");
        Genest(xml, betaling.Kenmerk, "PmtId", "EndToEndId");
        xml.WriteStartElement("Amt");
        xml.WriteStartElement("InstdAmt");
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString(Bedrag(betaling.Cent));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Partij(xml, "Cdtr", betaling.Naam);
        Genest(xml, betaling.Iban, "CdtrAcct", "Id", "IBAN");
        if (Sepatekst.Schoon(betaling.Omschrijving, Omschrijvinglengte) is { Length: > 0 } tekst) Genest(xml, tekst, "RmtInf", "Ustrd");
        xml.WriteEndElement();
    }

    private static void Totaal(XmlWriter xml, IReadOnlyCollection<Betaling> betalingen)
    {
        xml.WriteElementString("NbOfTxs", betalingen.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("CtrlSum", Bedrag(betalingen.Sum(b => b.Cent)));
    }

    private static void Partij(XmlWriter xml, string element, string naam) => Genest(xml, Sepatekst.Schoon(naam, Naamlengte), element, "Nm");

    private static string Bedrag(long cent) => string.Create(CultureInfo.InvariantCulture, $"{cent / 100}.{cent % 100:00}");

    private static void Genest(XmlWriter xml, string tekst, params ReadOnlySpan<string> pad)
    {
        foreach (var naam in pad) xml.WriteStartElement(naam);
        xml.WriteString(tekst);
        foreach (var _ in pad) xml.WriteEndElement();
    }
}
