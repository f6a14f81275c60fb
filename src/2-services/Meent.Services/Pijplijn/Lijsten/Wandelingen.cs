using System.Globalization;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// The keys of a page out of a walk of the index per (type, rank): each reads about as many entries as it shows. Two forms, because what one engine merges
/// of its own accord the other sorts whole.
/// </summary>
internal static class Wandelingen
{
    // Of what the walks would need if the page came from all alike. More costs entries on each page, less lets one rich walk be read further for nothing.
    private const int Ruimte = 4;

    /// <summary>SQLite: plain terms under one ORDER BY, from each of which it takes as much as the merge needs.</summary>
    /// <param name="kies">SELECT of id and waarde from table <c>t</c>.</param>
    /// <param name="waar">What each term asks besides its type and rank.</param>
    public static string Termen(Resource resource, Vraag vraag, IReadOnlyList<Sleutel> sleutels, string kies, List<string> waar, List<object?> args)
    {
        var delen = sleutels.Select(sleutel =>
        {
            args.Add(sleutel.Type);
            args.Add(sleutel.Rang);
            return $"{kies} WHERE {Eigen(resource.Zichtbaarheid, $"${args.Count - 1}", $"${args.Count}", waar)}";
        });
        return $"{string.Join(" UNION ALL ", delen)} ORDER BY {Volgorde(vraag)} LIMIT {vraag.Grootte.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>
    /// PostgreSQL: there, terms with a WHERE of their own are planned one by one and sorted whole (at 1 M rows 87 to 190 ms a page). The first of each walk
    /// give a key that the page cannot go beyond; up to that key each walk is then read. One text, however many walks: it is planned once.
    /// </summary>
    /// <inheritdoc cref="Termen"/>
    public static string Lateraal(Resource resource, Vraag vraag, IReadOnlyList<Sleutel> sleutels, string kies, List<string> waar, List<object?> args)
    {
        var kolom = vraag.Sorteerkolom == "id" ? null : $"t.{vraag.Sorteerkolom}";
        args.Add(sleutels.Select(s => s.Type).ToArray());
        args.Add(sleutels.Select(s => s.Rang).ToArray());
        var paren = $"SELECT * FROM unnest(${args.Count - 1}, ${args.Count}) s (type, rang)";
        args.Add(Math.Min(vraag.Grootte, (Ruimte * (long)vraag.Grootte / sleutels.Count) + 1));
        var begin = $"${args.Count}";

        // With less than a page at the beginnings there is no such key, and each walk goes to its end.
        var (teken, uiterste, laatste) = vraag.Aflopend ? (">=", "min", Guid.Empty) : ("<=", "max", Guid.AllBitsSet);
        args.Add(laatste);
        var id = $"coalesce((SELECT id FROM grens), ${args.Count})";
        var tot = kolom is null
            ? $"t.id {teken} {id}"
            : $"({kolom}, t.id) {teken} (coalesce((SELECT waarde FROM grens), (SELECT {uiterste}({vraag.Sorteerkolom}) FROM {resource.Tabel})), {id})";

        string Wandel(IEnumerable<string> voorwaarden, string hoogstens) =>
            $"SELECT l.id, l.waarde FROM paren s CROSS JOIN LATERAL ({kies} WHERE {Eigen(resource.Zichtbaarheid, "s.type", "s.rang", voorwaarden)} ORDER BY {Sleutelvraag.Volgorde(vraag, "t.id", kolom)} LIMIT {hoogstens}) l ORDER BY {Volgorde(vraag)}";
        var grootte = vraag.Grootte.ToString(CultureInfo.InvariantCulture);
        return $"WITH paren AS MATERIALIZED ({paren}), grens AS MATERIALIZED ({Wandel(waar, begin)} OFFSET {grootte} - 1 LIMIT 1) {Wandel([.. waar, tot], grootte)} LIMIT {grootte}";
    }

    private static string Eigen(Zichtbaarheid zicht, string type, string rang, IEnumerable<string> waar) =>
        string.Join(" AND ", [$"t.{zicht.Typekolom} = {type}", $"t.{zicht.Rangkolom} = {rang}", .. waar]);

    private static string Volgorde(Vraag vraag) => Sleutelvraag.Volgorde(vraag, "id", vraag.Sorteerkolom == "id" ? null : "waarde");
}
