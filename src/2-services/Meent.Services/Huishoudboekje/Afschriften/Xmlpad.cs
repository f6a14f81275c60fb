using System.Xml;
using System.Xml.Linq;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>Elements by local name: every version of a CAMT message has a namespace of its own.</summary>
internal static class Xmlpad
{
    private const int MaxTekens = 25_000_000;

    /// <summary>For files from outside: no entities, nothing fetched, an end to their size.</summary>
    public static readonly XmlReaderSettings Veilig = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxTekens,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static IEnumerable<XElement> Kinderen(this XElement ouder, string naam) => ouder.Elements().Where(e => e.Name.LocalName == naam);

    public static XElement? Kind(this XElement ouder, params ReadOnlySpan<string> pad)
    {
        var punt = ouder;
        foreach (var naam in pad)
        {
            punt = punt.Elements().FirstOrDefault(e => e.Name.LocalName == naam);
            if (punt is null) return null;
        }

        return punt;
    }

    /// <summary>The text at a path; null when there is none, or when it holds elements rather than text.</summary>
    public static string? Op(this XElement ouder, params ReadOnlySpan<string> pad) =>
        ouder.Kind(pad) is { HasElements: false } blad && blad.Value.Trim() is { Length: > 0 } tekst ? tekst : null;
}
