using Meent.Data.Opslag;
using Meent.Data.Opslag.Sqlite;

namespace Meent.Data.Migraties;

/// <summary>Brings an organisation's database to the schema of this release: each migration once, in one transaction with its mark; a new database all of them in one.</summary>
internal sealed class Migrator(IEnumerable<Bron> bronnen)
{
    private const string Mark = "INSERT INTO meent_migraties (bron, nummer, naam) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private readonly List<Bron> _bronnen = [.. bronnen];
    private readonly Dictionary<Bron, List<Migratie>> _migraties = bronnen.ToDictionary(bron => bron, bron => bron.Migraties().ToList());

    /// <returns>The number of migrations applied.</returns>
    public async Task<int> Run(Store store, CancellationToken stop)
    {
        // A database of this release is only read, so that opening one writes nothing.
        if (!await IsBegonnen(store, stop)) await store.Write(Begin, stop);
        var done = (await store.Read(session =>
            session.All("SELECT bron, nummer FROM meent_migraties", row => (row.Text(0), (int)row.Long(1))), stop)).ToHashSet();
        var todo = _bronnen.Where(bron => Nodig(bron, store)).SelectMany(bron => _migraties[bron]).Where(m => !done.Contains((m.Bron.Naam, m.Nummer))).ToList();
        // A new database gets all at once: a commit for each of hundreds of migrations is what starting one would cost.
        if (done.Count == 0 && todo.Count > 0 && await store.Write(session => ApplyAll(session, todo), stop)) return todo.Count;
        foreach (var migratie in todo) await store.Write(session => Apply(session, migratie), stop);
        return todo.Count;
    }

    /// <summary>The epoch of this database, made when it was first migrated.</summary>
    public static async Task<string> Epoch(Store store, CancellationToken stop) =>
        (await store.Read(session => session.One("SELECT epoch FROM meent_epoch", row => row.Text(0)), stop))!;

    /// <summary>Gives the database a new epoch, as after a restore.</summary>
    public static ValueTask<int> NieuwEpoch(Session session) => session.Execute("UPDATE meent_epoch SET epoch = $1", Nieuw());

    private static string Nieuw() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    private static bool Nodig(Bron bron, Store store) => bron.Diensten.Count == 0 || bron.Diensten.Overlaps(store.Organisatie.Diensten);

    private static async ValueTask<bool> IsBegonnen(Store store, CancellationToken stop) => store is SqliteStore sqlite
        ? File.Exists(sqlite.File) && await store.Read(session => session.One("SELECT 1 FROM sqlite_schema WHERE name = 'meent_epoch'", _ => true), stop)
        : await store.Read(session => session.One("SELECT 1 FROM pg_class WHERE oid = to_regclass('meent_epoch')", _ => true), stop);

    /// <summary>What a database knows of itself.</summary>
    private static async ValueTask<int> Begin(Session session)
    {
        await session.Execute(Text(session.Store,
            """
            CREATE TABLE IF NOT EXISTS meent_migraties (
              bron TEXT NOT NULL,
              nummer BIGINT NOT NULL,
              naam TEXT NOT NULL,
              PRIMARY KEY (bron, nummer)
            );
            """));
        await session.Execute(Text(session.Store, "CREATE TABLE IF NOT EXISTS meent_epoch (\n  epoch TEXT PRIMARY KEY\n);"));
        return await session.Execute("INSERT INTO meent_epoch (epoch) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM meent_epoch)", Nieuw());
    }

    /// <returns>Whether it was done here: another node may have begun at the same time.</returns>
    private static async ValueTask<bool> ApplyAll(Session session, List<Migratie> todo)
    {
        if (await Apply(session, todo[0]) == 0) return false;
        foreach (var migratie in todo.Skip(1))
        {
            await session.Later(Mark, migratie.Bron.Naam, migratie.Nummer, migratie.Naam);
            await Schema(session, migratie);
        }

        return true;
    }

    private static async ValueTask<int> Apply(Session session, Migratie migratie)
    {
        // Two nodes may start at once: the mark is inserted first, so the second waits for the first and then finds nothing to do.
        var mine = await session.Execute(Mark, migratie.Bron.Naam, migratie.Nummer, migratie.Naam);
        if (mine > 0) await Schema(session, migratie);
        return mine;
    }

    private static async ValueTask Schema(Session session, Migratie migratie)
    {
        foreach (var statement in Statements(Text(session.Store, migratie.Sql()))) await session.Later(statement);
    }

    private static string Text(Store store, string sql) => store is SqliteStore ? Dialect.Sqlite(sql) : Dialect.Postgres(sql);

    private static IEnumerable<string> Statements(string sql) => sql.Split(";\n").Select(s => s.Trim().TrimEnd(';')).Where(s => s.Split('\n').Any(line =>
        line.Trim().Length > 0 && !line.TrimStart().StartsWith("--", StringComparison.Ordinal)));
}
