using System.Globalization;
using System.Text.RegularExpressions;

namespace Meent.Standards;

/// <summary>A term in whole years, months, weeks and days, as the standards write it (ISO 8601: <c>P8W</c>, <c>P1Y6M</c>).</summary>
public readonly partial record struct Duur(int Jaren, int Maanden, int Dagen)
{
    /// <summary>Null for what is no such term, or has hours.</summary>
    public static Duur? Lees(string? tekst)
    {
        if (tekst is null || Vorm().Match(tekst) is not { Success: true } gevonden) return null;
        int Deel(string naam) => int.TryParse(gevonden.Groups[naam].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) ? getal : 0;
        return new Duur(Deel("jaar"), Deel("maand"), Deel("week") * 7 + Deel("dag"));
    }

    /// <summary>The day on which the term that begins on this day ends; a month later than 31 January is the last day of February.</summary>
    public DateOnly Na(DateOnly begin) => begin.AddMonths(Jaren * 12 + Maanden).AddDays(Dagen);

    [GeneratedRegex(@"^P(?=\d)(?:(?<jaar>\d{1,3})Y)?(?:(?<maand>\d{1,4})M)?(?:(?<week>\d{1,4})W)?(?:(?<dag>\d{1,5})D)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Vorm();
}
