using System.Globalization;
using System.Text.RegularExpressions;

namespace Meent.Standards;

/// <summary>
/// A term by the calendar (ISO 8601: <c>P5Y</c>, <c>P1M14D</c>, <c>P6W</c>): five years are five times the same day of the year, however many days
/// that takes. Times within a day are read and do not count.
/// </summary>
public readonly partial record struct Periode(int Maanden, int Dagen)
{
    public static bool TryParse(string? tekst, out Periode periode)
    {
        periode = default;
        if (tekst is null || Iso().Match(tekst) is not { Success: true } gevonden || tekst.EndsWith('P') || tekst.EndsWith('T')) return false;
        periode = new Periode((Getal(gevonden, "jaren") * 12) + Getal(gevonden, "maanden"), (Getal(gevonden, "weken") * 7) + Getal(gevonden, "dagen"));
        return true;
    }

    /// <summary>Null for what is no such term.</summary>
    public static Periode? Lees(string? tekst) => TryParse(tekst, out var periode) ? periode : null;

    /// <returns>Null when no calendar reaches that day.</returns>
    public DateOnly? Na(DateOnly dag) =>
        ((dag.Year - 1) * 12L) + dag.Month + Maanden > 9999 * 12 || dag.AddMonths(Maanden) is var maanden && maanden.DayNumber + (long)Dagen > DateOnly.MaxValue.DayNumber
            ? null
            : dag.AddMonths(Maanden).AddDays(Dagen);

    private static int Getal(Match match, string groep) =>
        match.Groups[groep] is { Success: true } getal ? int.Parse(getal.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    // Six digits at most: no number overflows, and no term of the law is longer.
    [GeneratedRegex(@"^P(?:(?<jaren>\d{1,6})Y)?(?:(?<maanden>\d{1,6})M)?(?:(?<weken>\d{1,6})W)?(?:(?<dagen>\d{1,6})D)?(?:T(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,6}(?:\.\d{1,9})?S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
