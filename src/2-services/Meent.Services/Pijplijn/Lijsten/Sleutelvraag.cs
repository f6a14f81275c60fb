using System.Globalization;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>
/// The query of a page. Who may see everything gets the rows in the order of the sort index, straight. Who may see some types gets a walk per
/// (type, rank) that has rows, merged as they come, so that it reads as many index entries as it shows, wherever those types lie in the order; the
/// planner would walk the sort index and skip the rest, which is linear when the rest lies in front. The counts say which walks there are.
/// </summary>
internal static class Sleutelvraag
{
    /// <summary>SQLite has a limit of 500 terms; past this a client sees so much that little is skipped.</summary>
    private const int MaxSamenvoegen = 200;

    /// <param name="lateraal">Whether the engine knows LATERAL.</param>
    /// <param name="kolommen">Of table <c>t</c>, as they are read; the value that is sorted by comes after them.</param>
    public static (string Sql, object?[] Args) Maak(bool lateraal, Resource resource, Bereik bereik, Vraag vraag, IReadOnlyList<Sleutel> sleutels, string kolommen)
    {
        var args = vraag.Args.ToList();
        var waar = new List<string>();
        if (vraag.Gefilterd) waar.Add(vraag.Voorwaarde);
        if (vraag.Cursor is { } cursor) waar.Add(Na(vraag, cursor, args));
        var springt = vraag.Cursor is null && vraag.Pagina > 1;
        var limiet = vraag.Grootte == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $"LIMIT {vraag.Grootte}{(springt ? $" OFFSET {(vraag.Pagina - 1L) * vraag.Grootte}" : "")}");
        var waarde = vraag.Sorteerkolom == "id" ? "''" : $"t.{vraag.Sorteerkolom}";
        var van = $"FROM {resource.Tabel} t";
        var kies = $"SELECT t.id AS id, {waarde} AS waarde {van}";

        if (Samen(resource, bereik, vraag, sleutels))
        {
            var gevonden = lateraal ? Wandelingen.Lateraal(resource, vraag, sleutels, kies, waar, args) : Wandelingen.Termen(resource, vraag, sleutels, kies, waar, args);
            return (MetRij(resource, vraag, gevonden, kolommen), [.. args]);
        }

        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        if (recht.Length > 0) waar.Add(recht);
        var rest = $"{(waar.Count > 0 ? $"WHERE {string.Join(" AND ", waar)} " : "")}ORDER BY {Volgorde(vraag, "t.id", vraag.Sorteerkolom == "id" ? null : waarde)} {limiet}";
        // What is skipped is skipped in the index, without a look at the rows.
        return (springt || vraag.Gefilterd || recht.Length > 0 ? MetRij(resource, vraag, $"{kies} {rest}", kolommen) : $"SELECT {kolommen}, {waarde} {van} {rest}", [.. args]);
    }

    /// <summary>
    /// Not with a filter: which index serves that one best is for the planner to say, and its count is linear anyway. Not for a page by number: to skip
    /// is cheaper on one index (at 1 M rows 51 ns a row) than in a merge (2,771 ns).
    /// </summary>
    private static bool Samen(Resource resource, Bereik bereik, Vraag vraag, IReadOnlyList<Sleutel> sleutels) =>
        vraag.Cursor is null == (vraag.Pagina == 1) && !bereik.Alles && resource.Zichtbaarheid.PerObject && !bereik.KijktNaarGereed(resource.Zichtbaarheid) && !vraag.Gefilterd
        && resource.Sorteervelden.Count > 0 && sleutels.Count is > 0 and <= MaxSamenvoegen;

    /// <summary>The rows of keys that were found.</summary>
    public static string MetRij(Resource resource, Vraag vraag, string sleutels, string kolommen) =>
        $"SELECT {kolommen}, k.waarde FROM ({sleutels}) k JOIN {resource.Tabel} t ON t.id = k.id ORDER BY {Volgorde(vraag)}";

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
    public static string Volgorde(Vraag vraag, string id = "k.id", string? waarde = "k.waarde") => $"{(waarde is null ? "" : $"{waarde} {Richting(vraag)}, ")}{id} {Richting(vraag)}";

    private static string Richting(Vraag vraag) => vraag.Aflopend ? "DESC" : "ASC";
}
