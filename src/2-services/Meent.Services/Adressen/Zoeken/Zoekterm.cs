using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Meent.Services.Adressen.Zoeken;

/// <summary>What people type to find an address, taken apart: a postcode, a number with its letter and addition, and words of street and place.</summary>
/// <param name="Woorden">In lower case without accents; of each the beginning is enough.</param>
internal sealed partial record Zoekterm(string? Postcode, int? Huisnummer, string? Huisletter, string? Toevoeging, IReadOnlyList<string> Woorden)
{
    public bool IsLeeg => Postcode is null && Huisnummer is null && Woorden.Count == 0;

    public static Zoekterm Lees(string tekst)
    {
        var rest = tekst;
        string? postcode = null;
        if (PostcodePatroon().Match(rest) is { Success: true } gevonden)
        {
            postcode = (gevonden.Groups[1].Value + gevonden.Groups[2].Value).ToUpperInvariant();
            rest = rest.Remove(gevonden.Index, gevonden.Length).Insert(gevonden.Index, " ");
        }

        int? nummer = null;
        string? letter = null, toevoeging = null;
        // A street may have a number in its name (Plein 1944), so the last one is that of the house.
        if (NummerPatroon().Matches(rest).LastOrDefault() is { } cijfers && int.TryParse(cijfers.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var gelezen) && gelezen > 0)
        {
            nummer = gelezen;
            letter = Gevuld(cijfers.Groups[2].Value);
            toevoeging = Gevuld(cijfers.Groups[3].Value);
            rest = rest.Remove(cijfers.Index, cijfers.Length).Insert(cijfers.Index, " ");
        }

        return new Zoekterm(postcode, nummer, letter, toevoeging, [.. Splits(rest)]);
    }

    /// <summary>The words of a name, as they are compared.</summary>
    public static IEnumerable<string> Splits(string tekst)
    {
        var kaal = new StringBuilder(tekst.Length);
        foreach (var teken in tekst.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(teken) != UnicodeCategory.NonSpacingMark) kaal.Append(char.IsLetterOrDigit(teken) ? char.ToLowerInvariant(teken) : ' ');
        }

        return kaal.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct();
    }

    private static string? Gevuld(string tekst) => tekst.Length == 0 ? null : tekst.ToLowerInvariant();

    [GeneratedRegex(@"(?<![0-9A-Za-z])([1-9][0-9]{3}) ?([A-Za-z]{2})(?![0-9A-Za-z])")]
    private static partial Regex PostcodePatroon();

    [GeneratedRegex(@"(?<![0-9\p{L}])([0-9]{1,5})(?:[ ]?([A-Za-z])(?![0-9A-Za-z]))?(?:[ ]?-[ ]?([0-9A-Za-z]{1,4}))?(?![0-9\p{L}])")]
    private static partial Regex NummerPatroon();
}
