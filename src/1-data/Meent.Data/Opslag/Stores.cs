using System.Collections.Concurrent;
using Meent.Data.Migraties;
using Meent.Data.Opslag.Postgres;
using Meent.Data.Opslag.Sqlite;
using Meent.Data.Outbox;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Opslag;

/// <summary>The databases of the organisations of this node; each is opened and migrated at its first use, and idle connections are closed.</summary>
public sealed partial class Stores : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Lazy<Task<Store>>> _open = new(StringComparer.Ordinal);
    private readonly Migrator _migrator;
    private readonly OpslagOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<Stores> _log;
    private readonly Wekker? _wekker;
    private readonly SemaphoreSlim _nodeBudget;
    private readonly ITimer _sweep;

    public Stores(IEnumerable<Bron> bronnen, OpslagOptions options, TimeProvider clock, ILogger<Stores> log, Wekker? wekker = null)
    {
        _migrator = new Migrator(bronnen);
        _options = options;
        _clock = clock;
        _log = log;
        _wekker = wekker;
        _nodeBudget = new SemaphoreSlim(options.MaxVerbindingen);
        _sweep = clock.CreateTimer(_ => CloseIdle(), null, Idle, Idle);
    }

    /// <exception cref="ProbleemException">503: this organisation's database cannot be opened; others are not affected.</exception>
    public ValueTask<Store> Get(Organisatie organisatie)
    {
        var opening = _open.GetOrAdd(organisatie.Slug, _ => new Lazy<Task<Store>>(() => Open(organisatie)));
        var task = opening.Value;
        return task.IsCompletedSuccessfully ? new ValueTask<Store>(task.Result) : Await(organisatie.Slug, opening);
    }

    /// <summary>The databases that are open now.</summary>
    public IEnumerable<Store> Opened => _open.Values.Where(o => o.IsValueCreated && o.Value.IsCompletedSuccessfully).Select(o => o.Value.Result);

    /// <summary>File of an organisation's SQLite database.</summary>
    public string SqliteFile(Organisatie organisatie) => Path.Combine(_options.Map, organisatie.Slug, "meent.db");

    /// <summary>Whether the organisation has a database, without opening or making it.</summary>
    internal async ValueTask<bool> Exists(Organisatie organisatie) => _options.Database == "postgres"
        ? await PostgresDatabase.Exists(PostgresConnection(organisatie))
        : File.Exists(SqliteFile(organisatie));

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        foreach (var store in Opened)
        {
            await store.Checkpoint();
            await store.DisposeAsync();
        }

        _open.Clear();
        _nodeBudget.Dispose();
    }

    private async ValueTask<Store> Await(string slug, Lazy<Task<Store>> opening)
    {
        try
        {
            return await opening.Value;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Forgotten, so that the next request tries again.
            _open.TryRemove(new KeyValuePair<string, Lazy<Task<Store>>>(slug, opening));
            OpenFailed(_log, slug, e);
            throw new ProbleemException(new Probleem(503, "serviceUnavailable", "De gegevens van deze organisatie zijn nu niet bereikbaar.") { RetryAfter = 10 });
        }
    }

    private async Task<Store> Open(Organisatie organisatie)
    {
        var store = await Create(organisatie);
        try
        {
            await _migrator.Run(store, CancellationToken.None);
            store.Epoch = await Migrator.Epoch(store, CancellationToken.None);
            store.Wekker = _wekker;
            _wekker?.Geopend(store);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private string PostgresConnection(Organisatie organisatie) =>
        _options.Postgres!.Replace("{organisatie}", organisatie.Slug.Replace('-', '_'), StringComparison.Ordinal);

    private async Task<Store> Create(Organisatie organisatie)
    {
        if (_options.Database == "postgres")
        {
            var connection = PostgresConnection(organisatie);
            await PostgresDatabase.EnsureExists(connection);
            return new PostgresStore(organisatie, connection, _nodeBudget);
        }

        var file = SqliteFile(organisatie);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new SqliteStore(organisatie, file, _clock);
    }

    private void CloseIdle()
    {
        var unusedSince = _clock.GetUtcNow() - Idle;
        foreach (var store in Opened) store.CloseIdle(unusedSince);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De database van {Organisatie} kan niet geopend worden.")]
    private static partial void OpenFailed(ILogger log, string organisatie, Exception e);
}
