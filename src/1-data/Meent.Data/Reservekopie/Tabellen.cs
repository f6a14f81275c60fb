using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Sqlite;
using Microsoft.Data.Sqlite;

namespace Meent.Data.Reservekopie;

/// <summary>A table with its columns, in an order in which rows can be put back.</summary>
/// <param name="Verwijst">Tables that it has foreign keys to.</param>
internal sealed record Tabel(string Naam, IReadOnlyList<string> Kolommen, IReadOnlySet<string> Verwijst);

internal static class Tabellen
{
    /// <summary>What a database knows of itself, and is not copied: its schema and its epoch.</summary>
    private static readonly string[] Eigen = ["meent_migraties", "meent_epoch"];

    private const string Sqlite = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    private const string Postgres = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name";

    /// <summary>The tables of a SQLite database, those that others refer to first.</summary>
    public static List<Tabel> OpVolgorde(SqliteConnection database)
    {
        var over = Lijst(database, Sqlite).Where(naam => !Eigen.Contains(naam))
            .Select(naam => new Tabel(naam, Lijst(database, $"SELECT name FROM pragma_table_info('{naam}') ORDER BY cid"),
                Lijst(database, $"SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('{naam}')").Where(t => t != naam).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        var volgorde = new List<Tabel>();
        while (over.Count > 0)
        {
            var klaar = over.FindAll(t => !over.Exists(ander => t.Verwijst.Contains(ander.Naam)));
            if (klaar.Count == 0) throw new InvalidOperationException("Tabellen verwijzen in een kring naar elkaar: " + string.Join(", ", over.Select(t => t.Naam)));
            volgorde.AddRange(klaar);
            over.RemoveAll(klaar.Contains);
        }

        return volgorde;
    }

    /// <summary>Name of a table with more rows than migrations put there, or null when the organisation has no data.</summary>
    /// <param name="leeg">A database with nothing but the migrations.</param>
    public static async ValueTask<string?> EersteMetGegevens(Store store, Store leeg, CancellationToken stop)
    {
        var namen = await store.Read(session => session.All(store is SqliteStore ? Sqlite : Postgres, row => row.Text(0)), stop);
        foreach (var naam in namen.Where(naam => !Eigen.Contains(naam)))
        {
            var begin = Logtabellen.IsVanMaand(naam) ? 0 : await leeg.Read(session => session.One($"SELECT count(*) FROM {naam}", row => row.Long(0)), stop);
            if (await store.Read(session => session.One($"SELECT count(*) FROM (SELECT 1 FROM {naam} LIMIT {begin + 1}) AS rijen", row => row.Long(0)), stop) > begin) return naam;
        }

        return null;
    }

    private static List<string> Lijst(SqliteConnection database, string sql)
    {
        using var opdracht = database.CreateCommand();
        opdracht.CommandText = sql;
        using var lezer = opdracht.ExecuteReader();
        var namen = new List<string>();
        while (lezer.Read()) namen.Add(lezer.GetString(0));
        return namen;
    }
}
