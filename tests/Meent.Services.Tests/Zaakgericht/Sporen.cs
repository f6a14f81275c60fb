using System.Text;
using Meent.Data.Opslag;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>Where words and ids still stand: in each column of each table of the store, as text or as bytes, and in each file that the node keeps beside it.</summary>
internal static class Sporen
{
    private const string KolommenSqlite = "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY 1, 2";

    private const string KolommenPostgres =
        """
        SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT) FROM information_schema.columns c
        JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
        WHERE c.table_schema = 'public' ORDER BY 1, 2
        """;

    public static async Task<IReadOnlyList<Spoor>> InTabellen(Store store, Engine engine, params IReadOnlyList<string> woorden) => await store.Read(async session =>
    {
        var sporen = new List<Spoor>();
        foreach (var (tabel, kolom) in await session.All(engine == Engine.Sqlite ? KolommenSqlite : KolommenPostgres, row => (row.Text(0), row.Text(1))))
        {
            if (!await Staat(woorden)) continue;
            foreach (var woord in woorden)
                if (await Staat([woord])) sporen.Add(new Spoor(tabel, kolom, woord));

            async ValueTask<bool> Staat(IEnumerable<string> gezocht)
            {
                object?[] vormen = [.. gezocht.SelectMany(woord => Vormen(woord, engine))];
                var waarde = engine == Engine.Sqlite ? $"hex(\"{kolom}\")" : $"CAST(\"{kolom}\" AS TEXT)";
                return await session.One($"SELECT 1 FROM \"{tabel}\" WHERE {string.Join(" OR ", vormen.Select((_, i) => $"{waarde} LIKE ${i + 1}"))} LIMIT 1", _ => true, vormen);
            }
        }

        return sporen;
    });

    /// <summary>In files beside the database; that one is for <see cref="InTabellen"/> and <see cref="InDatabase"/>.</summary>
    public static IReadOnlyList<string> InBestanden(string map, params IReadOnlyList<string> woorden) => In(map, database: false, woorden);

    /// <summary>In the files of the database as they are, free pages and write-ahead log included; of SQLite only.</summary>
    public static IReadOnlyList<string> InDatabase(string map, params IReadOnlyList<string> woorden) => In(map, database: true, woorden);

    private static IReadOnlyList<string> In(string map, bool database, IReadOnlyList<string> woorden) =>
    [
        .. Directory.EnumerateFiles(map, "*", SearchOption.AllDirectories)
            .Where(pad => Path.GetFileName(pad).StartsWith("meent.db", StringComparison.Ordinal) == database && Heeft(pad, woorden)).Select(pad => Path.GetRelativePath(map, pad)),
    ];

    private static bool Heeft(string pad, IReadOnlyList<string> woorden)
    {
        using var stroom = new FileStream(pad, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var inhoud = new MemoryStream();
        stroom.CopyTo(inhoud);
        return woorden.Any(woord => pad.Contains(woord, StringComparison.OrdinalIgnoreCase) || inhoud.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(woord)) >= 0);
    }

    /// <summary>A word as text and as bytes in hexadecimal digits, an id also as the sixteen bytes that SQLite keeps.</summary>
    private static IEnumerable<string> Vormen(string woord, Engine engine)
    {
        if (engine == Engine.Postgres) yield return $"%{woord}%";
        yield return $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(woord))}%";
        if (Guid.TryParse(woord, out var id)) yield return $"%{Convert.ToHexStringLower(id.ToByteArray(bigEndian: true))}%";
    }
}

internal sealed record Spoor(string Tabel, string Kolom, string Woord);
