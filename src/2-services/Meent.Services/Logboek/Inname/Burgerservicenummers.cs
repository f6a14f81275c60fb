using System.Text.RegularExpressions;
using Meent.Standards.Identificaties;

namespace Meent.Services.Logboek.Inname;

internal static partial class Burgerservicenummers
{
    /// <summary>Whether the text holds nine digits that can be a BSN.</summary>
    public static bool Bevat(string? tekst) => tekst is not null && NegenCijfers().Matches(tekst).Any(match => Bsn.TryParse(match.Value, out _));

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9]{9}(?![0-9A-Za-z])")]
    private static partial Regex NegenCijfers();
}
