using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Meent.Services.Adressen.Invoer;

/// <summary>An object of the extract, or why there is none.</summary>
/// <param name="Deel">The file in the zip, and the zip within the zip.</param>
/// <param name="Nummer">How manieth of that file it is, from 1.</param>
internal sealed record Extractregel(string Deel, long Nummer, XElement? Object, string? Fout);

/// <summary>
/// The BAG extract: a zip with a zip an objecttype, each with XML files of ten thousand objects. Read as a stream: one object is in memory at a time; a zip
/// within the zip goes through a temporary file, since a zip has its index at the end.
/// </summary>
internal static class Extract
{
    private static readonly XmlReaderSettings Streng = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };

    /// <summary>All objects in a fixed order, after the place where an earlier reading stopped.</summary>
    public static IEnumerable<Extractregel> Lees(string bestand, string naDeel, long naNummer)
    {
        using var zip = ZipFile.OpenRead(bestand);
        foreach (var regel in Delen(zip, "", naDeel, naNummer)) yield return regel;
    }

    private static IEnumerable<Extractregel> Delen(ZipArchive zip, string pad, string naDeel, long naNummer)
    {
        foreach (var lid in zip.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var deel = pad + lid.FullName;
            if (lid.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && pad.Length == 0)
            {
                // Of a zip that sorts wholly before the place, nothing is left to read.
                if (string.CompareOrdinal(deel + "/\uffff", naDeel) < 0) continue;
                foreach (var regel in Ingesloten(lid, deel + "/", naDeel, naNummer)) yield return regel;
            }
            else if (lid.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && string.CompareOrdinal(deel, naDeel) >= 0)
            {
                foreach (var regel in Objecten(lid, deel)) if (deel != naDeel || regel.Nummer > naNummer) yield return regel;
            }
        }
    }

    private static IEnumerable<Extractregel> Ingesloten(ZipArchiveEntry lid, string pad, string naDeel, long naNummer)
    {
        var tijdelijk = Path.Combine(Path.GetTempPath(), $"meent-{Path.GetRandomFileName()}");
        try
        {
            lid.ExtractToFile(tijdelijk);
            using var zip = ZipFile.OpenRead(tijdelijk);
            foreach (var regel in Delen(zip, pad, naDeel, naNummer)) yield return regel;
        }
        finally
        {
            File.Delete(tijdelijk);
        }
    }

    private static IEnumerable<Extractregel> Objecten(ZipArchiveEntry lid, string deel)
    {
        using var inhoud = lid.Open();
        using var xml = XmlReader.Create(inhoud, Streng);
        for (var nummer = 1L; ; nummer++)
        {
            var (gevonden, fout) = Volgende(xml);
            if (gevonden is null && fout is null) yield break;
            yield return new Extractregel(deel, nummer, gevonden, fout);
            // After what is no XML there is nothing to go on with.
            if (fout is not null) yield break;
        }
    }

    private static (XElement? Object, string? Fout) Volgende(XmlReader xml)
    {
        try
        {
            while (!xml.EOF)
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "bagObject" }) return ((XElement)XNode.ReadFrom(xml), null);
                xml.Read();
            }

            return (null, null);
        }
        catch (XmlException fout)
        {
            return (null, $"geen geldige XML op regel {fout.LineNumber}, de rest van dit bestand is niet gelezen");
        }
    }
}
