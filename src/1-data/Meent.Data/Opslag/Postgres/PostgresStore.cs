using System.Data;
using Meent.Standards.Organisaties;
using Npgsql;

namespace Meent.Data.Opslag.Postgres;

/// <summary>One database. The pool stays small: on two cores 64 backends do 30-60 % less than 16.</summary>
internal sealed class PostgresStore : Store
{
    private const int PoolSize = 8;

    private readonly NpgsqlDataSource _source;

    // Who waits for a connection of this pool waits here, and takes none of the node's budget meanwhile.
    private readonly SemaphoreSlim _places = new(PoolSize);
    private readonly Verbindingsbudget _budget;

    /// <param name="budget">Connections that this node may have open over all its organisations together.</param>
    public PostgresStore(Organisatie organisatie, string connectionString, Verbindingsbudget budget) : base(organisatie)
    {
        _budget = budget;
        ConnectionString = connectionString;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MinPoolSize = 0,
            MaxPoolSize = PoolSize,
            ConnectionIdleLifetime = 30,
            ConnectionPruningInterval = 10,
            NoResetOnClose = true,
            MaxAutoPrepare = 300,
            AutoPrepareMinUsages = 2,
            // Says which of the statements that travel together was refused.
            IncludeFailedBatchedCommand = true,
            ApplicationName = "meent",
        });
    }

    public string ConnectionString { get; }

    public override bool HasLateral => true;

    public override ValueTask<T> Read<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default) =>
        Connected(connection => query(new PostgresSession(this, connection)), stop);

    public override ValueTask<T> Snapshot<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default) => Connected(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var result = await query(new PostgresSession(this, connection));
        await transaction.CommitAsync(stop);
        return result;
    }, stop);

    internal override async ValueTask<T> Commit<T>(Func<Session, ValueTask<T>> change, Schrijfwijze wijze, CancellationToken stop)
    {
        var (result, afterCommit) = await Connected(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            var session = new PostgresSession(this, connection);
            var changed = await change(session);
            await CommitDurably(session, transaction);
            return (changed, session.TakeAfterCommit());
        }, stop);
        afterCommit?.ForEach(action => action());
        return result;
    }

    internal override void CloseIdle(DateTimeOffset unusedSince)
    {
        // The pool prunes itself.
    }

    /// <summary>Makes the database when it is not there.</summary>
    internal async Task EnsureExists()
    {
        try
        {
            // The connection stays in the pool, for the migrations.
            await using var connection = await _source.OpenConnectionAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await PostgresDatabase.Create(ConnectionString);
        }
    }

    internal void SluitPool() => _source.Clear();

    public override ValueTask DisposeAsync()
    {
        _budget.Vergeet(this);
        _places.Dispose();
        return _source.DisposeAsync();
    }

    private static async Task CommitDurably(PostgresSession session, NpgsqlTransaction transaction)
    {
        try
        {
            await session.Commit(transaction);
        }
        catch (PostgresException e)
        {
            throw PostgresSession.Translate(e);
        }
        catch (NpgsqlException)
        {
            throw Problemen.CommitUnknown();
        }
    }

    private async ValueTask<T> Connected<T>(Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        try
        {
            await _budget.Neem(this, stop);
            try
            {
                return await Open(work, stop);
            }
            finally
            {
                _budget.Geef(this);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    private async ValueTask<T> Open<T>(Func<NpgsqlConnection, ValueTask<T>> work, CancellationToken stop)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync(stop);
            return await work(connection);
        }
        catch (PostgresException e)
        {
            // Refused at the door: it is starting, stopping, or full.
            throw PostgresSession.Translate(e);
        }
        catch (NpgsqlException)
        {
            // The connection broke, and so have those that wait in the pool: the next request makes a new one.
            _source.Clear();
            throw Problemen.Unreachable();
        }
    }
}
