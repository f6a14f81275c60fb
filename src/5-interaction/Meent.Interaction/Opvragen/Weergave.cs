namespace Meent.Interaction.Opvragen;

/// <summary>How identifiers are shown to people.</summary>
internal static class Weergave
{
    /// <summary>1234 AB</summary>
    public static string Postcode(string? postcode) => postcode is { Length: 6 } ? $"{postcode[..4]} {postcode[4..]}" : postcode ?? "";

    /// <summary>In groups of four, as it stands in an advertisement.</summary>
    public static string Nummer(string nummer) => string.Join(' ', nummer.Chunk(4).Select(groep => new string(groep)));

    /// <summary>As it is kept: without spaces or dashes, in capitals.</summary>
    public static string KaalNummer(string nummer) => string.Concat(nummer.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
