using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Afleiding;

/// <summary>What kind of place category 08 tells about.</summary>
internal enum Verblijf
{
    Geen = -1,
    Adres,
    Locatie,
    Buitenland,
    Onbekend,
}

/// <summary>The lines of an address as they go on an envelope, from category 08.</summary>
internal static class Adresregels
{
    public const string LandOnbekend = "0000";

    private const string Nederland = "6030";

    public static Verblijf Soort(Voorkomen verblijfplaats) => verblijfplaats["1310"] switch
    {
        LandOnbekend => Verblijf.Onbekend,
        not null => Verblijf.Buitenland,
        _ when verblijfplaats["1110"] is not null => Verblijf.Adres,
        _ when verblijfplaats["1210"] is not null => Verblijf.Locatie,
        _ => Verblijf.Geen,
    };

    public static string? Regel1(Voorkomen v) => Soort(v) switch
    {
        Verblijf.Adres => IsCompleet(v) ? Adres(v) : null,
        Verblijf.Locatie => v["1210"],
        Verblijf.Buitenland => v["1330"],
        _ => null,
    };

    public static string? Regel2(Voorkomen v, Tabelwaarden tabellen) => Soort(v) switch
    {
        Verblijf.Adres when IsCompleet(v) && v["1160"] is { Length: 6 } postcode => $"{postcode[..4]} {postcode[4..]}  {Plaats(v, tabellen)}",
        Verblijf.Locatie => Gemeente(v, tabellen),
        Verblijf.Buitenland => v["1340"],
        _ => null,
    };

    public static string? Regel3(Voorkomen v) => Soort(v) == Verblijf.Buitenland ? v["1350"] : null;

    /// <summary>The country below the lines; not when there are none, nor for an address of a non-resident in the Netherlands.</summary>
    public static string? Land(Voorkomen v) =>
        Soort(v) == Verblijf.Buitenland && v["1310"] is not Nederland && (v["1330"] ?? v["1340"] ?? v["1350"]) is not null ? v["1310"] : null;

    private static bool IsCompleet(Voorkomen v) => v["1110"] is not "." && v["1120"]?.TrimStart('0') is { Length: > 0 };

    // Straat [t/o|bij] huisnummer [ huisletter][toevoeging]: without a letter a digit comes after a hyphen, a letter after a space.
    private static string Adres(Voorkomen v)
    {
        var aanduiding = v["1150"] switch { "to" => " t/o", "by" => " bij", _ => "" };
        var (letter, toevoeging) = (v["1130"], v["1140"]);
        var achter = (letter, toevoeging) switch
        {
            (null, null) => "",
            (null, _) => (char.IsAsciiDigit(toevoeging[0]) ? "-" : " ") + toevoeging,
            _ => $" {letter}{toevoeging}",
        };
        return $"{v["1110"]}{aanduiding} {v["1120"]!.TrimStart('0')}{achter}";
    }

    private static string? Plaats(Voorkomen v, Tabelwaarden tabellen) =>
        v["1170"] is { } plaats and not "." ? plaats.ToUpperInvariant() : Gemeente(v, tabellen);

    private static string? Gemeente(Voorkomen v, Tabelwaarden tabellen) =>
        v["0910"] is { } code ? tabellen.Omschrijving(Tabel.Gemeenten, code)?.ToUpperInvariant() : null;
}
