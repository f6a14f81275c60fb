using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Zaken;

/// <summary>Which documents a browser may show by itself. Others are only saved: what a document says it is, is not believed.</summary>
internal static class Inkijk
{
    private static readonly HashSet<string> Soorten = new(StringComparer.OrdinalIgnoreCase) { "application/pdf", "image/png", "image/jpeg", "text/plain" };

    public static bool Kan(Document document) => document.Formaat is { } formaat && Soorten.Contains(formaat);
}
