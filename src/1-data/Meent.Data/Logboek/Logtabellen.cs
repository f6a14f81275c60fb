using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Sqlite;
using Meent.Data.Reservekopie;
using Microsoft.Data.Sqlite;

namespace Meent.Data.Logboek;

/// <summary>The tables by retention class and month, made when their first record comes.</summary>
internal static class Logtabellen
{
    private const string Kolommen = "nummer, termijn, begin, einde";

    /// <summary>Of each class the newest that this node has written to. Older ones are looked up each time: any node may drop them.</summary>
    private static readonly ConditionalWeakTable<Store, ConcurrentDictionary<string, Logtabel>> Nieuwste = [];

    /// <summary>Those that are there, the newest month first.</summary>
    public static ValueTask<List<Logtabel>> Alle(Session session) =>
        session.All($"SELECT {Kolommen} FROM logboek_tabellen WHERE vervallen IS NULL ORDER BY begin DESC, nummer DESC", Logtabel.Lees);

    public static ValueTask<Logtabel?> Een(Session session, long nummer) =>
        session.One($"SELECT {Kolommen} FROM logboek_tabellen WHERE nummer = $1 AND vervallen IS NULL", Logtabel.Lees, nummer);

    /// <summary>The table for records of this class that began in the month of this moment.</summary>
    public static async ValueTask<Logtabel> Voor(Session session, string termijn, DateTimeOffset moment)
    {
        var begin = Logtabel.Maand(moment);
        var nieuwste = Nieuwste.GetOrCreateValue(session.Store);
        if (nieuwste.TryGetValue(termijn, out var bekend) && bekend.Begin == begin) return bekend;
        var tabel = await Vind(session, termijn, begin) ?? await Maak(session, termijn, begin);
        // Not before the commit: what this transaction made may be undone.
        session.AfterCommit(() => nieuwste.AddOrUpdate(termijn, tabel, (_, ander) => ander.Begin > tabel.Begin ? ander : tabel));
        return tabel;
    }

    /// <summary>After a back-up was put back its tables are others.</summary>
    public static void Vergeet(Store store) => Nieuwste.Remove(store);

    /// <summary>Makes a table that another database has, empty, with room for the same numbers.</summary>
    public static async ValueTask MaakNa(Session session, long nummer)
    {
        if (nummer == Logtabel.Oud) return;
        var (naam, vanaf) = (Logtabel.NaamVan(nummer), Logtabel.VanafVan(nummer));
        foreach (var zin in Zinnen(naam)) await session.Execute(session.Store is SqliteStore ? Dialect.Sqlite(zin) : Dialect.Postgres(zin));
        // The sequence of SQLite holds the last number, that of PostgreSQL the next.
        await session.Execute(session.Store is SqliteStore
            ? $"INSERT INTO sqlite_sequence (name, seq) VALUES ('{naam}', {vanaf})"
            : $"ALTER TABLE {naam} ALTER COLUMN nummer RESTART WITH {vanaf + 1}");
    }

    /// <summary>Numbers of the tables besides the first.</summary>
    public static ValueTask<List<long>> Nummers(Session session) =>
        session.All("SELECT nummer FROM logboek_tabellen WHERE vervallen IS NULL AND nummer > 0", row => row.Long(0));

    /// <summary>The same, of a back-up; none when it is of an organisation without a logbook.</summary>
    public static List<long> In(SqliteConnection kopie)
    {
        var nummers = new List<long>();
        if (SqliteKopie.Doe(kopie, "SELECT 1 FROM sqlite_schema WHERE name = 'logboek_tabellen'") is null) return nummers;
        using var opdracht = kopie.CreateCommand();
        opdracht.CommandText = "SELECT nummer FROM logboek_tabellen WHERE vervallen IS NULL AND nummer > 0";
        using var rijen = opdracht.ExecuteReader();
        while (rijen.Read()) nummers.Add(rijen.GetInt64(0));
        return nummers;
    }

    /// <summary>Whether this is the name of a table that no migration makes.</summary>
    public static bool IsVanMaand(string naam) => naam.StartsWith("logboek_regels_", StringComparison.Ordinal);

    private static ValueTask<Logtabel?> Vind(Session session, string termijn, DateTimeOffset begin) =>
        session.One($"SELECT {Kolommen} FROM logboek_tabellen WHERE termijn = $1 AND begin = $2 AND nummer > 0 AND vervallen IS NULL", Logtabel.Lees, termijn, begin);

    private static async ValueTask<Logtabel> Maak(Session session, string termijn, DateTimeOffset begin)
    {
        // One at a time: of two that miss the same table, the second finds what the first made.
        await session.Execute("UPDATE logboek_beurt SET id = id WHERE id = 1");
        if (await Vind(session, termijn, begin) is { } gemaakt) return gemaakt;
        var tabel = new Logtabel(await session.One("SELECT MAX(nummer) + 1 FROM logboek_tabellen", row => row.Long(0)), termijn, begin, begin.AddMonths(1));
        await session.Execute($"INSERT INTO logboek_tabellen ({Kolommen}) VALUES ($1, $2, $3, $4)", tabel.Nummer, tabel.Termijn, tabel.Begin, tabel.Einde);
        await MaakNa(session, tabel.Nummer);
        return tabel;
    }

    private static IEnumerable<string> Zinnen(string naam) =>
    [
        $"""
        CREATE TABLE {naam} (
          nummer NUMMER,
          trace BYTES NOT NULL,
          span BYTES NOT NULL,
          ouder BYTES,
          activiteit TEXT NOT NULL,
          betrokkene BYTES NOT NULL,
          betrokkene_type TEXT,
          aanroeper TEXT,
          naam TEXT NOT NULL,
          status BIGINT NOT NULL,
          begin BIGINT NOT NULL,
          einde BIGINT NOT NULL,
          attributen TEXT,
          systeem TEXT,
          zout BYTES NOT NULL
        );
        """,
        $"CREATE UNIQUE INDEX {naam}_trace ON {naam} (trace, span, betrokkene)",
        $"CREATE INDEX {naam}_betrokkene ON {naam} (betrokkene, begin, nummer)",
        $"CREATE INDEX {naam}_activiteit ON {naam} (activiteit, begin, nummer)",
    ];
}
