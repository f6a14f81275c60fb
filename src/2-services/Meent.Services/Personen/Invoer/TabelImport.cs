using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Invoer;

/// <summary>
/// Reads landelijke tabellen as RvIG publishes them: <c>Tabel33 ….csv</c>. The first two columns are code and description; the head names the others by
/// their element of the Logisch Ontwerp.
/// </summary>
internal static class TabelImport
{
    /// <summary>The table that a file holds, by its name; null when it is none that is used here.</summary>
    public static Tabel? Welke(string bestand)
    {
        var naam = Path.GetFileName(bestand);
        return naam.Length > 7 && naam.StartsWith("Tabel", StringComparison.Ordinal)
            && int.TryParse(naam.AsSpan(5, 2), CultureInfo.InvariantCulture, out var nummer) && Enum.IsDefined((Tabel)nummer) && (Tabel)nummer != Tabel.AdellijkeTitels
            ? (Tabel)nummer
            : null;
    }

    /// <returns>The number of rows.</returns>
    public static async Task<int> Lees(Store store, Tabel tabel, Stream csv, CancellationToken stop)
    {
        var rijen = new List<Tabelwaarde>();
        using var tekst = new StreamReader(csv, leaveOpen: true);
        var kop = Csv.Splits(await tekst.ReadLineAsync(stop) ?? "", ',');
        while (await tekst.ReadLineAsync(stop) is { } regel)
        {
            if (Csv.Splits(regel, ',') is not [{ Length: > 0 } code, { Length: > 0 } omschrijving, ..] waarden) continue;
            rijen.Add(new(code, omschrijving.Trim()) { NieuweCode = Element("92.12"), Soort = Element("96.30"), DatumIngang = Dag(Element("99.98")), DatumEinde = Dag(Element("99.99")) });

            string? Element(string nummer) => kop.FindIndex(kolom => kolom.StartsWith(nummer, StringComparison.Ordinal)) is >= 0 and var i && i < waarden.Count && waarden[i].Length > 0 ? waarden[i] : null;
        }

        await store.WriteBulk(async session =>
        {
            foreach (var waarde in rijen) await Tabelopslag.Zet(session, tabel, waarde);
            return rijen.Count;
        }, stop);
        return rijen.Count;
    }

    // A day of which the register knows no more than the year is none that a value ends on.
    private static DateOnly? Dag(string? tekst) => DateOnly.TryParseExact(tekst, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag) ? dag : null;
}
