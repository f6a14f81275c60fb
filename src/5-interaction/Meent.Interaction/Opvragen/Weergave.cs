namespace Meent.Interaction.Opvragen;

/// <summary>How identifiers are shown to people.</summary>
internal static class Weergave
{
    /// <summary>1234 AB</summary>
    public static string Postcode(string? postcode) => postcode is { Length: 6 } ? $"{postcode[..4]} {postcode[4..]}" : postcode ?? "";

    /// <summary>In groups of four, as it stands in an advertisement.</summary>
    public static string Nummer(string nummer) => string.Join(' ', nummer.Chunk(4).Select(groep => new string(groep)));

    /// <summary>Actions in one line that begins as a sentence does, whatever their records begin with.</summary>
    public static string Zin(IEnumerable<string> delen) =>
        string.Join(", ", delen) is { Length: > 0 } tekst ? string.Concat(tekst[..1].ToUpperInvariant(), tekst.AsSpan(1)) : "";

    /// <summary>As it is kept: without spaces or dashes, in capitals.</summary>
    public static string KaalNummer(string nummer) => string.Concat(nummer.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>A header holds no line ends.</summary>
    public static string EenRegel(string tekst) => string.Join(' ', tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
