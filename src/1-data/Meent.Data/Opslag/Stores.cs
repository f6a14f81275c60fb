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
    private readonly Verbindingsbudget _budget;
    private readonly Werkmerken _merken;
    private readonly List<Werkvraag> _werkvragen;
    private readonly ITimer _sweep;
    private int _sweeping;

    public Stores(IEnumerable<Bron> bronnen, OpslagOptions options, TimeProvider clock, ILogger<Stores> log, Wekker? wekker = null, IEnumerable<Werkvraag>? werkvragen = null, Knooppunt? knooppunt = null)
    {
        _migrator = new Migrator(bronnen);
        _options = options;
        _clock = clock;
        _log = log;
        _wekker = wekker;
        _budget = new Verbindingsbudget(options.MaxVerbindingen);
        _merken = new Werkmerken(options, knooppunt, clock);
        _werkvragen = [.. werkvragen ?? []];
        _sweep = clock.CreateTimer(_ => _ = Sweep(), null, Idle, Idle);
    }

    /// <exception cref="ProbleemException">503: this organisation's database cannot be opened; others are not affected.</exception>
    public ValueTask<Store> Get(Organisatie organisatie)
    {
        var opening = _open.GetOrAdd(organisatie.Slug, _ => new Lazy<Task<Store>>(() => Open(organisatie)));
        var task = opening.Value;
        return task.IsCompletedSuccessfully ? new ValueTask<Store>(task.Result) : Await(organisatie.Slug, opening);
    }

    /// <summary>As <see cref="Get"/>, for an organisation that is marked: what processes that are no more left there is from now on this one's to look after.</summary>
    internal async ValueTask<Store> Erf(Organisatie organisatie)
    {
        var store = await Get(organisatie);
        if (store.Merk is { } merk) _merken.Erf(organisatie.Slug, merk);
        return store;
    }

    /// <summary>The databases that are open now.</summary>
    public IEnumerable<Store> Opened => _open.Values.Where(o => o.IsValueCreated && o.Value.IsCompletedSuccessfully).Select(o => o.Value.Result);

    /// <summary>File of an organisation's SQLite database.</summary>
    public string SqliteFile(Organisatie organisatie) => Path.Combine(_options.Map, organisatie.Slug, "meent.db");

    /// <summary>Slugs of the organisations at which a node may have left work for the background.</summary>
    internal IReadOnlySet<string> MetWerk() => _merken.Slugs();

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        foreach (var store in Opened)
        {
            await Rust(store, DateTimeOffset.MaxValue);
            await store.Checkpoint();
            await store.DisposeAsync();
        }

        _open.Clear();
        _budget.Dispose();
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
        var store = Create(organisatie);
        try
        {
            if (store is PostgresStore postgres) await postgres.EnsureExists();
            await _migrator.Run(store, CancellationToken.None);
            store.Epoch = await Migrator.Epoch(store, CancellationToken.None);
            store.Wekker = _wekker;
            store.Merk = _merken.Van(organisatie.Slug);
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

    private Store Create(Organisatie organisatie)
    {
        if (_options.Database == "postgres") return new PostgresStore(organisatie, PostgresConnection(organisatie), _budget);

        var file = SqliteFile(organisatie);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new SqliteStore(organisatie, file, _clock);
    }

    private async Task Sweep()
    {
        if (Interlocked.Exchange(ref _sweeping, 1) != 0) return;
        var unusedSince = _clock.GetUtcNow() - Idle;
        foreach (var store in Opened)
        {
            await Rust(store, unusedSince);
            store.CloseIdle(unusedSince);
        }

        Volatile.Write(ref _sweeping, 0);
    }

    /// <summary>Of an organisation that has come to rest: takes the mark away when nothing waits.</summary>
    private async Task Rust(Store store, DateTimeOffset sinds)
    {
        if (store.Merk is not { } merk || !merk.IsStil(sinds, out var keren)) return;
        try
        {
            foreach (var vraag in _werkvragen.Where(vraag => vraag.Geldt(store.Organisatie)))
            {
                if (!await store.Read(vraag.IsEr)) continue;
                merk.Blijf(keren);
                return;
            }

            merk.Neem(keren);
        }
        catch (Exception e) when (e is ProbleemException or System.Data.Common.DbException or IOException)
        {
            // Out of reach now: the mark stays, which costs a look at the next start.
            merk.Blijf(keren);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De database van {Organisatie} kan niet geopend worden.")]
    private static partial void OpenFailed(ILogger log, string organisatie, Exception e);
}
