using System.Globalization;
using Meent.Data.Modellen.Catalogi;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// Whether a value is what the specificatie of its eigenschap says. It is kept all the same; the answer warns (Zaken API 1.7.0, <c>X-Warning</c>).
/// </summary>
internal static class Specificatie
{
    private static readonly string[] Datums = ["yyyyMMdd", "yyyy-MM-dd"];
    private static readonly string[] Tijden = ["yyyyMMddHHmmss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns>What is wrong, in ASCII since it goes into a header; null when nothing is.</returns>
    public static string? Klacht(EigenschapSpecificatie specificatie, string waarde)
    {
        if (specificatie.Waardenverzameling.Count > 0 && !specificatie.Waardenverzameling.Contains(waarde)) return "de waarde staat niet in de waardenverzameling";
        return specificatie.Formaat switch
        {
            "getal" => IsGetal(waarde, specificatie.Lengte) ? null : "de waarde is geen getal van de lengte in de specificatie",
            "datum" => Datum(waarde) is null ? "de waarde is geen datum (JJJJMMDD)" : null,
            "datum_tijd" => Moment(waarde) is null ? "de waarde is geen datum met tijd (JJJJMMDDuummss)" : null,
            _ => int.TryParse(specificatie.Lengte, NumberStyles.None, CultureInfo.InvariantCulture, out var lengte) && waarde.Length > lengte
                ? "de waarde is langer dan de specificatie toestaat" : null,
        };
    }

    /// <summary>The day that a value names, in any of the forms that catalogues ask for (ztc-015) or clients send; a moment counts by the Dutch calendar.</summary>
    public static DateOnly? Dag(string waarde) => Datum(waarde) ?? Moment(waarde);

    private static DateOnly? Datum(string waarde) =>
        DateOnly.TryParseExact(waarde, Datums, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;

    /// <summary>The Dutch day of a moment; without a zone it is the time on a Dutch clock.</summary>
    private static DateOnly? Moment(string waarde)
    {
        if (!DateTime.TryParseExact(waarde, Tijden, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var tijd)) return null;
        return tijd.Kind == DateTimeKind.Unspecified ? DateOnly.FromDateTime(tijd) : new DateTimeOffset(tijd).LokaleDag();
    }

    /// <param name="lengte"><c>5</c>, or <c>5,2</c> for digits before and after the comma.</param>
    private static bool IsGetal(string waarde, string lengte)
    {
        var (heel, deel) = Delen(waarde.StartsWith('-') ? waarde[1..] : waarde);
        if (heel.Length == 0 || !heel.All(char.IsAsciiDigit) || !deel.All(char.IsAsciiDigit)) return false;
        var (maxHeel, maxDeel) = Delen(lengte);
        return !int.TryParse(maxHeel, NumberStyles.None, CultureInfo.InvariantCulture, out var cijfers)
            || (heel.Length <= cijfers && deel.Length <= (int.TryParse(maxDeel, NumberStyles.None, CultureInfo.InvariantCulture, out var achter) ? achter : 0));
    }

    private static (string Heel, string Deel) Delen(string getal) =>
        getal.IndexOfAny([',', '.']) is >= 0 and var komma ? (getal[..komma], getal[(komma + 1)..]) : (getal, "");
}
