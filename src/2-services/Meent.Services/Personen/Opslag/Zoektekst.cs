using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Meent.Services.Personen.Opslag;

/// <summary>Texts as they are searched: without regard to capitals, and found without their diacritics too.</summary>
internal static class Zoektekst
{
    /// <summary>In small letters.</summary>
    [return: NotNullIfNotNull(nameof(tekst))]
    public static string? Klein(string? tekst) => tekst?.Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>In small letters of the ASCII alphabet.</summary>
    [return: NotNullIfNotNull(nameof(tekst))]
    public static string? Kaal(string? tekst)
    {
        if (Klein(tekst) is not { } klein || Ascii.IsValid(klein)) return tekst?.ToLowerInvariant();
        var kaal = new StringBuilder(klein.Length);
        foreach (var teken in klein.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(teken) != UnicodeCategory.NonSpacingMark) kaal.Append(Los(teken));
        return kaal.ToString();
    }

    // Letters that are no letter with a sign to Unicode, as the register writes them without (Logisch Ontwerp BRP, bijlage II).
    private static string Los(char teken) => teken switch
    {
        'æ' => "ae",
        'đ' or 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'ł' => "l",
        'ŋ' => "n",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ŧ' => "t",
        'þ' => "th",
        _ => teken.ToString(),
    };
}
