using System.Globalization;
using System.Text;

namespace Meent.Services.Huishoudboekje.Betalingen;

/// <summary>Text in a payment file: only what every bank takes (EPC217-08, SEPA conversion table; Latin letters, digits and <c>/-?:().,'+</c> space).</summary>
internal static class Sepatekst
{
    private const string Leestekens = "/-?:().,'+ ";

    /// <summary>The text with letters without accents and a point for what cannot be sent; never with a slash at either end or two in a row.</summary>
    /// <param name="lengte">What the field holds at most; the rest falls off.</param>
    public static string Schoon(string tekst, int lengte)
    {
        var schoon = new StringBuilder(tekst.Length);
        foreach (var teken in tekst.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(teken) == UnicodeCategory.NonSpacingMark) continue;
            schoon.Append(Vervang(teken));
        }

        // EPC: content may not start or end with a slash, nor hold two together.
        while (schoon.ToString().Contains("//", StringComparison.Ordinal)) schoon.Replace("//", "/");
        var resultaat = schoon.ToString().Trim('/', ' ');
        return resultaat.Length > lengte ? resultaat[..lengte].TrimEnd('/', ' ') : resultaat;
    }

    private static string Vervang(char teken) => teken switch
    {
        _ when char.IsAsciiLetterOrDigit(teken) || Leestekens.Contains(teken, StringComparison.Ordinal) => teken.ToString(),
        '&' => "+",
        '_' => "-",
        '€' => "EUR",
        'ß' => "ss",
        'æ' => "ae",
        'Æ' => "AE",
        'œ' => "oe",
        'Œ' => "OE",
        'ø' => "o",
        'Ø' => "O",
        'ł' => "l",
        'Ł' => "L",
        'đ' => "d",
        'Đ' => "D",
        'ı' => "i",
        'ĳ' => "ij",
        'Ĳ' => "IJ",
        '‘' or '’' or '"' or '`' => "'",
        '–' or '—' => "-",
        '[' or '{' or '<' => "(",
        ']' or '}' or '>' => ")",
        _ when char.IsWhiteSpace(teken) => " ",
        _ => ".",
    };
}
