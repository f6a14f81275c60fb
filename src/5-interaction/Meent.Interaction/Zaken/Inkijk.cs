using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Zaken;

/// <summary>Which documents a browser may show by itself. Others are only saved: what a document says it is, is not believed.</summary>
internal static class Inkijk
{
    private static readonly HashSet<string> Soorten = new(StringComparer.OrdinalIgnoreCase) { "application/pdf", "image/png", "image/jpeg", "text/plain" };

    /// <summary>It may load nothing and run nothing; the viewer of a browser cannot show a PDF in a sandbox.</summary>
    public static string Beleid(Document document) => document.Formaat is "application/pdf"
        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        : "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; frame-ancestors 'none'";

    public static bool Kan(Document document) => document.Formaat is { } formaat && Soorten.Contains(formaat);
}
