using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Meent.Services.Verhuur.Registraties;

/// <summary>
/// Number of one unit at one address of one host: the four digits of the municipality that issued it and sixteen random hexadecimal characters
/// (R1). It says nothing about a person and cannot be guessed (Regulation (EU) 2024/1028 art. 5), and stays what it is when municipalities merge (R4).
/// </summary>
internal readonly record struct Registratienummer
{
    public const int Lengte = 20;

    private Registratienummer(string waarde) => Waarde = waarde;

    /// <summary>The twenty characters, as they are kept and compared.</summary>
    public string Waarde { get; }

    public string Gemeentecode => Waarde[..4];

    /// <summary>In groups of four, as people read it and as it stands in an advertisement.</summary>
    public string Weergave => string.Join(' ', Waarde.Chunk(4).Select(groep => new string(groep)));

    public static Registratienummer Nieuw(string gemeentecode) => new(gemeentecode + RandomNumberGenerator.GetHexString(16));

    /// <summary>Reads a number as people type it: with or without spaces and dashes, in any case (R3).</summary>
    public static bool TryParse([NotNullWhen(true)] string? tekst, out Registratienummer nummer)
    {
        nummer = default;
        // A bound before the work: the public check reads whatever anybody sends.
        if (tekst is null or { Length: > 3 * Lengte }) return false;
        var tekens = string.Concat(tekst.Where(teken => teken is not (' ' or '-' or '\u00a0' or '\t'))).ToUpperInvariant();
        if (tekens.Length != Lengte || !tekens.AsSpan(0, 4).ContainsOnlyDigits() || !tekens.All(char.IsAsciiHexDigitUpper)) return false;
        nummer = new Registratienummer(tekens);
        return true;
    }

    public override string ToString() => Waarde;
}

file static class Cijfers
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> tekens) => !tekens.ContainsAnyExceptInRange('0', '9');
}
