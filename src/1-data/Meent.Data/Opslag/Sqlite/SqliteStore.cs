using System.Collections.Concurrent;
using Meent.Standards.Organisaties;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Meent.Data.Opslag.Sqlite;

/// <summary>
/// One file in WAL mode: one writer that groups commits (<see cref="SqliteWriter"/>) and a few readers with prepared statements. More readers than
/// twice the cores only wait for each other.
/// </summary>
internal sealed class SqliteStore : Store
{
    private static readonly int MaxReaders = Math.Max(2, Environment.ProcessorCount * 2);

    static SqliteStore()
    {
        Batteries_V2.Init();
        // A connection is in one hand at a time, so SQLite need not lock it at each call, nor count its memory under one lock. Refused, and no harm,
        // when something else in the process used SQLite before.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly SemaphoreSlim _free = new(MaxReaders);
    private readonly SqliteWriter _writer;
    private readonly TimeProvider _clock;

    public SqliteStore(Organisatie organisatie, string file, TimeProvider clock) : base(organisatie)
    {
        File = file;
        _clock = clock;
        _writer = new SqliteWriter(() => Open(readOnly: false), clock);
    }

    public string File { get; }

    public override async ValueTask<T> Read<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default)
    {
        await _free.WaitAsync(stop);
        var session = _readers.TryTake(out var idle) ? idle : null;
        try
        {
            session ??= Open(readOnly: true);
            session.LastUsed = _clock.GetUtcNow();
            return Completed(query(session));
        }
        finally
        {
            if (session is not null) _readers.Add(session);
            _free.Release();
        }
    }

    public override ValueTask<T> Snapshot<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default) => Read(async session =>
    {
        await session.Execute("BEGIN");
        try
        {
            return await query(session);
        }
        finally
        {
            await session.Execute("COMMIT");
        }
    }, stop);

    internal override ValueTask<T> Commit<T>(Func<Session, ValueTask<T>> change, Schrijfwijze wijze, CancellationToken stop) => _writer.Write(change, wijze, stop);

    /// <summary>The result of work that must not have left the thread; otherwise statements of two requests would mix on one connection.</summary>
    internal static T Completed<T>(ValueTask<T> task) => task.IsCompleted
        ? task.GetAwaiter().GetResult()
        : throw new InvalidOperationException("Binnen een sessie mag alleen op de sessie zelf gewacht worden.");

    internal override void CloseIdle(DateTimeOffset unusedSince)
    {
        for (var i = _readers.Count; i > 0 && _readers.TryTake(out var session); i--)
        {
            if (session.LastUsed < unusedSince) session.Dispose();
            else _readers.Add(session);
        }

        _writer.CloseIdle(unusedSince);
    }

    public override async ValueTask Checkpoint() => await _writer.Outside(session => session.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));

    public override async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        while (_readers.TryTake(out var session)) session.Dispose();
        _free.Dispose();
    }

    private SqliteSession Open(bool readOnly)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = File,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        using var pragma = connection.CreateCommand();
        // synchronous=FULL: a commit is on the disk when it returns. A checkpoint each 4,000 pages keeps the log near 16 MB.
        // secure_delete: what is removed or replaced does not stay behind in a page that happens to be free.
        pragma.CommandText = readOnly
            ? "PRAGMA query_only=ON; PRAGMA cache_size=-4000; PRAGMA mmap_size=268435456; PRAGMA busy_timeout=5000"
            : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=30000";
        pragma.ExecuteNonQuery();
        return new SqliteSession(this, connection) { LastUsed = _clock.GetUtcNow() };
    }
}
