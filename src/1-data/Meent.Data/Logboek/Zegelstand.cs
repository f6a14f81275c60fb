using System.Globalization;

namespace Meent.Data.Logboek;

/// <summary>
/// The last seal this node made, noted outside the database: who takes records off the end together with their seals is found out by it. It is no part
/// of a back-up, and a restore forgets it.
/// </summary>
internal sealed record Zegelstand(long Nummer, string Keten)
{
    public const string Naam = "logboek.zegelstand";

    public bool Is(Zegel zegel) => zegel.Nummer == Nummer && Convert.ToHexStringLower(zegel.Keten) == Keten;

    public static void Bewaar(string map, Zegel zegel)
    {
        Directory.CreateDirectory(map);
        var tijdelijk = Path.Combine(map, Naam + ".nieuw");
        File.WriteAllText(tijdelijk, string.Create(CultureInfo.InvariantCulture, $"{zegel.Nummer}:{Convert.ToHexStringLower(zegel.Keten)}\n"));
        File.Move(tijdelijk, Path.Combine(map, Naam), overwrite: true);
    }

    public static void Vergeet(string map)
    {
        if (Directory.Exists(map)) File.Delete(Path.Combine(map, Naam));
    }

    public static Zegelstand? Lees(string map)
    {
        var bestand = Path.Combine(map, Naam);
        if (!File.Exists(bestand)) return null;
        var delen = File.ReadAllText(bestand).Trim().Split(':');
        return new Zegelstand(long.Parse(delen[0], CultureInfo.InvariantCulture), delen[1]);
    }
}
