using Meent.Standards;
using Npgsql;
using NpgsqlTypes;

namespace Meent.Data.Opslag.Postgres;

/// <summary>A connection out of the pool; statements are prepared by the driver after their second use.</summary>
internal sealed class PostgresSession(Store store, NpgsqlConnection connection) : Session(store)
{
    private readonly List<NpgsqlBatchCommand> _waiting = [];

    public NpgsqlConnection Connection => connection;

    public override async ValueTask<int> Execute(string sql, params object?[] args)
    {
        try
        {
            await using var batch = Batch(sql, args);
            await batch.ExecuteNonQueryAsync();
            return batch.BatchCommands[^1].RecordsAffected;
        }
        catch (PostgresException e)
        {
            throw Translate(e);
        }
    }

    public override ValueTask Later(string sql, params object?[] args)
    {
        _waiting.Add(Command(sql, args));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask Each(string sql, Action<Row> visit, params object?[] args)
    {
        try
        {
            await using var batch = Batch(sql, args);
            await using var reader = await batch.ExecuteReaderAsync();
            var row = new Row(reader);
            while (await reader.ReadAsync()) visit(row);
        }
        catch (PostgresException e)
        {
            throw Translate(e);
        }
    }

    /// <summary>Commits, in one round trip with what still waits. Not to be cancelled half-way: whether it was kept would be unknown.</summary>
    public async Task Commit(NpgsqlTransaction transaction)
    {
        if (_waiting.Count == 0)
        {
            await transaction.CommitAsync(CancellationToken.None);
            return;
        }

        await using var batch = Batch("COMMIT", []);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    internal static Exception Translate(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new UniqueConflictException(e.ConstraintName ?? "", e),
        PostgresErrorCodes.ForeignKeyViolation => new ReferenceConflictException(e),
        PostgresErrorCodes.DiskFull => Problemen.DiskFull(),
        // Class 57P: the server stops, falls over or is not ready; transient: a deadlock, no connection or memory left.
        _ when e.IsTransient || e.SqlState.StartsWith("57P", StringComparison.Ordinal) => Problemen.Unreachable(),
        _ => e,
    };

    /// <summary>One round trip: what waits, in its order, and then this.</summary>
    private NpgsqlBatch Batch(string sql, object?[] args)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var waiting in _waiting) batch.BatchCommands.Add(waiting);
        _waiting.Clear();
        batch.BatchCommands.Add(Command(sql, args));
        return batch;
    }

    private static NpgsqlBatchCommand Command(string sql, object?[] args)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var arg in args) command.Parameters.Add(Parameter(arg));
        return command;
    }

    private static NpgsqlParameter Parameter(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        string text => new NpgsqlParameter<string> { TypedValue = text, NpgsqlDbType = NpgsqlDbType.Text },
        Guid id => new NpgsqlParameter<Guid> { TypedValue = id, NpgsqlDbType = NpgsqlDbType.Uuid },
        long number => new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint },
        int number => new NpgsqlParameter<long> { TypedValue = number, NpgsqlDbType = NpgsqlDbType.Bigint },
        bool flag => new NpgsqlParameter<long> { TypedValue = flag ? 1 : 0, NpgsqlDbType = NpgsqlDbType.Bigint },
        byte[] bytes => new NpgsqlParameter<byte[]> { TypedValue = bytes, NpgsqlDbType = NpgsqlDbType.Bytea },
        Utf8Text text => new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = text.Bytes, NpgsqlDbType = NpgsqlDbType.Text },
        DateOnly day => new NpgsqlParameter<string> { TypedValue = day.ToString("O", null), NpgsqlDbType = NpgsqlDbType.Text },
        DateTimeOffset instant => new NpgsqlParameter<long> { TypedValue = instant.Microseconden(), NpgsqlDbType = NpgsqlDbType.Bigint },
        _ => throw new NotSupportedException($"De opslag kent geen waarden van het type {value.GetType().Name}."),
    };
}
