using System.Globalization;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// The query that finds the ids of a page. A client that may see much walks the sort index and skips the rest; one that may see little gets a
/// short walk per (type, rank) that exists, merged: the planner cannot know which, the counts do. (Measured at 1 M rows: the wrong one of the two
/// costs 1.6-4.8 s against 1-2 ms.)
/// </summary>
internal static class Sleutelvraag
{
    private const int MaxSamenvoegen = 64;

    public static (string Sql, object?[] Args) Maak(Resource resource, Bereik bereik, Vraag vraag, IReadOnlyList<Sleutel> sleutels)
    {
        var args = vraag.Args.ToList();
        var waar = new List<string>();
        if (vraag.Gefilterd) waar.Add(vraag.Voorwaarde);
        if (vraag.Cursor is { } cursor) waar.Add(Na(vraag, cursor, args));
        var limiet = vraag.Grootte == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $"LIMIT {vraag.Grootte}{(vraag.Cursor is null && vraag.Pagina > 1 ? $" OFFSET {(vraag.Pagina - 1L) * vraag.Grootte}" : "")}");
        var volgorde = $"ORDER BY t.{vraag.Sorteerkolom} {Richting(vraag)}{(vraag.Sorteerkolom == "id" ? "" : $", t.id {Richting(vraag)}")}";
        var kies = $"SELECT t.id, {(vraag.Sorteerkolom == "id" ? "'' AS waarde" : $"t.{vraag.Sorteerkolom} AS waarde")} FROM {resource.Tabel} t";

        if (!bereik.Alles && resource.Zichtbaarheid.PerObject && !bereik.KijktNaarGereed(resource.Zichtbaarheid) && vraag.Cursor is null == (vraag.Pagina == 1) && Dun(sleutels, resource))
            return (Samengevoegd(resource, vraag, sleutels, kies, waar, volgorde, args), [.. args]);

        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        if (recht.Length > 0) waar.Add(recht);
        return ($"{kies}{(waar.Count > 0 ? $" WHERE {string.Join(" AND ", waar)}" : "")} {volgorde} {limiet}", [.. args]);
    }

    /// <summary>Whether the client may see so little that walking the sort index would skip much.</summary>
    private static bool Dun(IReadOnlyList<Sleutel> sleutels, Resource resource) =>
        resource.Sorteervelden.Count > 0 && sleutels.Count is > 0 and <= MaxSamenvoegen && sleutels.Sum(s => s.Aantal) * 20 < sleutels[0].Totaal;

    private static string Samengevoegd(Resource resource, Vraag vraag, IReadOnlyList<Sleutel> sleutels, string kies, List<string> waar, string volgorde, List<object?> args)
    {
        var grootte = vraag.Grootte.ToString(CultureInfo.InvariantCulture);
        var delen = sleutels.Select(sleutel =>
        {
            args.Add(sleutel.Type);
            args.Add(sleutel.Rang);
            var eigen = $"t.{resource.Zichtbaarheid.Typekolom} = ${args.Count - 1} AND t.{resource.Zichtbaarheid.Rangkolom} = ${args.Count}";
            return $"SELECT * FROM ({kies} WHERE {string.Join(" AND ", [eigen, .. waar])} {volgorde} LIMIT {grootte}) d";
        });
        return $"SELECT id, waarde FROM ({string.Join(" UNION ALL ", delen)}) m ORDER BY waarde {Richting(vraag)}, id {Richting(vraag)} LIMIT {grootte}";
    }

    private static string Na(Vraag vraag, Cursor cursor, List<object?> args)
    {
        var teken = vraag.Aflopend ? "<" : ">";
        args.Add(cursor.Id);
        var id = $"${args.Count}";
        if (vraag.Sorteerkolom == "id") return $"t.id {teken} {id}";
        args.Add(cursor.Waarde ?? "");
        return $"(t.{vraag.Sorteerkolom}, t.id) {teken} (${args.Count}, {id})";
    }

    /// <summary>The order of a page whose keys have been found.</summary>
    public static string Volgorde(Vraag vraag, string id = "k.id", string waarde = "k.waarde") => $"{waarde} {Richting(vraag)}, {id} {Richting(vraag)}";

    private static string Richting(Vraag vraag) => vraag.Aflopend ? "DESC" : "ASC";
}
