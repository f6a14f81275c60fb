using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>Reads CAMT.053 and CAMT.054 as banks write them: by local name, without the schema, which most samples break. A DTD is refused.</summary>
internal static partial class CamtLezer
{
    public static IReadOnlyList<Afschrift> Lees(byte[] inhoud)
    {
        var wortel = Laad(inhoud).Root!;
        if (!Naamruimte().IsMatch(wortel.Name.NamespaceName))
            throw new LeesfoutException("Dit is geen bankafschrift in CAMT.053 of CAMT.054, versie 01 tot en met 08.");
        var afschriften = wortel.Elements().SelectMany(e => e.Elements()).Where(e => e.Name.LocalName is "Stmt" or "Ntfctn").Select(Afschrift).ToArray();
        return afschriften.Length > 0 ? afschriften : throw new LeesfoutException("Er staat geen afschrift in het bestand.");
    }

    private static XDocument Laad(byte[] inhoud)
    {
        try
        {
            return Ontleed(new MemoryStream(inhoud));
        }
        catch (XmlException fout) when (fout.InnerException is DecoderFallbackException || fout.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase))
        {
            // ABN AMRO labels ISO 8859-15 as UTF-8; read again as what it is. A text reader does not look at the label.
            return Opnieuw(inhoud);
        }
        catch (XmlException fout)
        {
            throw new LeesfoutException($"Het bestand is geen geldige XML (regel {fout.LineNumber}).");
        }
    }

    private static XDocument Opnieuw(byte[] inhoud)
    {
        try
        {
            return Ontleed(new MemoryStream(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(inhoud))));
        }
        catch (XmlException fout)
        {
            throw new LeesfoutException($"Het bestand is geen geldige XML (regel {fout.LineNumber}).");
        }
    }

    private static XDocument Ontleed(Stream stroom)
    {
        using var lezer = XmlReader.Create(stroom, Xmlpad.Veilig);
        return XDocument.Load(lezer);
    }

    private static Afschrift Afschrift(XElement bron)
    {
        var rekening = bron.Op("Acct", "Id", "IBAN") ?? bron.Op("Acct", "Id", "Othr", "Id") ?? throw new LeesfoutException("Het afschrift noemt geen rekening.");
        if (bron.Op("Acct", "Ccy") is { } munt && munt != "EUR") throw new LeesfoutException($"De rekening is in {munt}; alleen euro's kunnen worden verwerkt.");
        var regels = bron.Kinderen("Ntry").Where(Geboekt).SelectMany(r => CamtRegel.Lees(r, rekening)).ToArray();
        return new(rekening, bron.Op("Id"), bron.Op("ElctrncSeqNb") ?? bron.Op("LglSeqNb"), Saldo(bron, "OPBD", "PRCD"), Saldo(bron, "CLBD"), regels);
    }

    // Pending and informative entries are announced, not booked: they come back as booked in a later statement.
    private static bool Geboekt(XElement regel) => (regel.Op("Sts", "Cd") ?? regel.Op("Sts")) is not ("PDNG" or "INFO");

    private static Saldo? Saldo(XElement bron, params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            var saldo = bron.Kinderen("Bal").FirstOrDefault(b => Code(b, code));
            if (saldo is not null) return new(CamtRegel.Bedrag(saldo), CamtRegel.Dag(saldo.Kind("Dt")));
        }

        return null;
    }

    private static bool Code(XElement saldo, string code) => saldo.Op("Tp", "CdOrPrtry", "Cd") == code;

    [GeneratedRegex(@"^urn:iso:std:iso:20022:tech:xsd:camt\.05[34]\.001\.0[1-8]$")]
    private static partial Regex Naamruimte();
}
