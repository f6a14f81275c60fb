using System.Globalization;
using Meent.Data.Opslag;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Invoer;

/// <summary>
/// Reads landelijke tabellen as RvIG publishes them: <c>Tabel33 ….csv</c>, whose first two columns are code and description.
/// </summary>
internal static class TabelImport
{
    /// <summary>The table that a file holds, by its name; null when it is none that is used here.</summary>
    public static Tabel? Welke(string bestand)
    {
        var naam = Path.GetFileName(bestand);
        return naam.Length > 7 && naam.StartsWith("Tabel", StringComparison.Ordinal)
            && int.TryParse(naam.AsSpan(5, 2), CultureInfo.InvariantCulture, out var nummer) && Enum.IsDefined((Tabel)nummer)
            ? (Tabel)nummer
            : null;
    }

    /// <returns>The number of rows.</returns>
    public static async Task<int> Lees(Store store, Tabel tabel, Stream csv, CancellationToken stop)
    {
        var rijen = new List<(string Code, string Omschrijving)>();
        using var tekst = new StreamReader(csv, leaveOpen: true);
        await tekst.ReadLineAsync(stop);
        while (await tekst.ReadLineAsync(stop) is { } regel)
            if (Csv.Splits(regel, ',') is [{ Length: > 0 } code, { Length: > 0 } omschrijving, ..]) rijen.Add((code, omschrijving.Trim()));
        await store.WriteBulk(async session =>
        {
            foreach (var (code, omschrijving) in rijen) await Tabelopslag.Zet(session, tabel, code, omschrijving);
            return rijen.Count;
        }, stop);
        return rijen.Count;
    }
}
