using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten.Schemas;

/// <summary>Regular expressions of schemas, which their authors may have made slow: without backtracking, and where that cannot be, with a limit.</summary>
internal static class Patronen
{
    private const int MeesteOnthouden = 1_000;
    private static readonly TimeSpan Grens = TimeSpan.FromMilliseconds(200);
    private static readonly ConcurrentDictionary<string, Regex> Gemaakt = new(StringComparer.Ordinal);

    public static bool IsGeldig(string patroon)
    {
        try
        {
            Haal(patroon);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <exception cref="Standards.Problemen.ProbleemException">400: it takes too long to say.</exception>
    public static bool Past(string patroon, string tekst)
    {
        try
        {
            return Haal(patroon).IsMatch(tekst);
        }
        catch (RegexMatchTimeoutException)
        {
            throw Weiger.Ongeldig("nonFieldErrors", "invalid-json-schema", "Een patroon in het JSON-schema is te ingewikkeld voor deze gegevens.");
        }
    }

    private static Regex Haal(string patroon)
    {
        if (Gemaakt.TryGetValue(patroon, out var bekend)) return bekend;
        if (Gemaakt.Count >= MeesteOnthouden) Gemaakt.Clear();
        return Gemaakt[patroon] = Maak(patroon);
    }

    private static Regex Maak(string patroon)
    {
        try
        {
            return new Regex(patroon, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Grens);
        }
        catch (NotSupportedException)
        {
            return new Regex(patroon, RegexOptions.CultureInvariant, Grens);
        }
    }
}
