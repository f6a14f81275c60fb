using Meent.Data.Opslag;
using Meent.Testing.Engines;
using Npgsql;

namespace Meent.Bench;

/// <summary>Where a measurement keeps its data: a folder, and for PostgreSQL a cluster of its own on a Unix socket; all gone at the end.</summary>
internal sealed class Plek : IAsyncDisposable
{
    // As a server of this size is set; everything that an acknowledged write needs (fsync, synchronous_commit) stays as it is delivered.
    private static readonly string[] Instelling =
        ["shared_buffers=2GB", "max_connections=500", "max_wal_size=16GB", "checkpoint_timeout=30min", "wal_compression=on", "random_page_cost=1.1"];

    private readonly PostgresServer? _server;

    private readonly bool _blijft;

    private Plek(string map, bool blijft, PostgresServer? server) => (Map, _blijft, _server) = (map, blijft, server);

    public string Map { get; }
    public bool IsPostgres => _server is not null;

    /// <param name="database"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="map">A folder that stays, so that a next run need not load again; without one it is temporary.</param>
    public static async Task<Plek> Maak(string database, string? map = null) => new(
        map is null ? Directory.CreateTempSubdirectory("meent-bench-").FullName : Directory.CreateDirectory(map).FullName, map is not null,
        database == "postgres" ? await PostgresServer.Start(Instelling) : null);

    public OpslagOptions Opslag => IsPostgres ? new() { Map = Map, Database = "postgres", Postgres = Verbinding("{organisatie}") } : new() { Map = Map };

    /// <summary>The same, as settings of the program.</summary>
    public IEnumerable<string> Instellingen => IsPostgres
        ? [$"Meent:Data={Map}", "Meent:Database:Soort=postgres", $"Meent:Database:Verbinding={Verbinding("{organisatie}")}"]
        : [$"Meent:Data={Map}"];

    /// <summary>How to reach an organisation's database: a file, or a connection string.</summary>
    public string Database(string slug) => IsPostgres ? Verbinding(slug) : Path.Combine(Map, slug, "meent.db");

    /// <summary>A second database with the same rows, for the bare endpoint; nobody may be using the first.</summary>
    public async Task<string> Kopieer(string slug)
    {
        if (!IsPostgres)
        {
            var kopie = Path.Combine(Map, "kaal.db");
            foreach (var rest in Directory.GetFiles(Map, "kaal.db*")) File.Delete(rest);
            File.Copy(Database(slug), kopie);
            return kopie;
        }

        await Voer("postgres", $"CREATE DATABASE kaal TEMPLATE meent_{slug}");
        return _server!.Verbinding("kaal");
    }

    /// <summary>What the autovacuum does in its time: statistics, and which pages need no look at the row.</summary>
    public Task Onderhoud(string slug) => IsPostgres ? Voer($"meent_{slug}", "VACUUM ANALYZE") : Task.CompletedTask;

    /// <summary>Connections that the server has open for Meent; 0 on SQLite.</summary>
    public async Task<long> Verbindingen() => IsPostgres ? (long)(await Vraag("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'meent'"))! : 0;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        if (!_blijft) Directory.Delete(Map, recursive: true);
    }

    private string Verbinding(string slug) => _server!.Verbinding("meent_" + slug);

    private async Task Voer(string database, string sql)
    {
        await using var verbinding = new NpgsqlConnection(_server!.Verbinding(database) + ";Pooling=false;Command Timeout=0");
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync();
    }

    private async Task<object?> Vraag(string sql)
    {
        await using var verbinding = new NpgsqlConnection(_server!.Verbinding("postgres") + ";Pooling=false");
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        return await opdracht.ExecuteScalarAsync();
    }
}
