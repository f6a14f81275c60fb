namespace Meent.Data.Modellen;

/// <summary>The eight levels, from open to most secret; kept in index columns by rank, so that 'at most' is one comparison.</summary>
public static class Vertrouwelijkheidaanduiding
{
    public const string Openbaar = "openbaar";
    public const string BeperktOpenbaar = "beperkt_openbaar";
    public const string Intern = "intern";
    public const string Zaakvertrouwelijk = "zaakvertrouwelijk";
    public const string Vertrouwelijk = "vertrouwelijk";
    public const string Confidentieel = "confidentieel";
    public const string Geheim = "geheim";
    public const string ZeerGeheim = "zeer_geheim";

    private static readonly string[] Oplopend =
        [Openbaar, BeperktOpenbaar, Intern, Zaakvertrouwelijk, Vertrouwelijk, Confidentieel, Geheim, ZeerGeheim];

    /// <summary>1 (open) to 8; 0 for a word that is none of them.</summary>
    public static int Rang(string woord) => Array.IndexOf(Oplopend, woord) + 1;

    /// <summary>The word for a rank.</summary>
    public static string Woord(long rang) => Oplopend[rang - 1];
}
