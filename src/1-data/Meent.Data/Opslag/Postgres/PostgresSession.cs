using Meent.Standards;
using Npgsql;
using NpgsqlTypes;

namespace Meent.Data.Opslag.Postgres;

/// <summary>A connection out of the pool; statements are prepared by the driver after their second use.</summary>
internal sealed class PostgresSession(Store store, NpgsqlConnection connection) : Session(store)
{
    private readonly List<Statement> _waiting = [];

    public NpgsqlConnection Connection => connection;

    public override async ValueTask<int> Execute(string sql, params object?[] args)
    {
        var statement = new Statement(Command(sql, args));
        await Send(statement);
        return statement.Command.RecordsAffected;
    }

    public override ValueTask Later(string sql, params object?[] args) => Wait(new Statement(Command(sql, args)));

    public override ValueTask Later(Func<Exception, Exception> weigering, string sql, params object?[] args) => Wait(new Statement(Command(sql, args), weigering));

    public override ValueTask Now() => _waiting.Count == 0 ? ValueTask.CompletedTask : Send();

    public override ValueTask Each(string sql, Action<Row> visit, params object?[] args) => Send(new Statement(Command(sql, args), Visit: visit));

    public override bool Last(string sql, Action<Row> visit, params object?[] args)
    {
        _waiting.Add(new Statement(Command(sql, args), Visit: visit));
        return true;
    }

    /// <summary>Commits, in one round trip with what still waits. Not to be cancelled half-way: whether it was kept would be unknown.</summary>
    public async ValueTask Commit(NpgsqlTransaction transaction)
    {
        if (_waiting.Count > 0) await Send(new Statement(new NpgsqlBatchCommand("COMMIT")));
        else await transaction.CommitAsync(CancellationToken.None);
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

    private ValueTask Wait(Statement statement)
    {
        _waiting.Add(statement);
        return ValueTask.CompletedTask;
    }

    /// <summary>One round trip: what waits, in its order, and then this.</summary>
    private async ValueTask Send(Statement? last = null)
    {
        Statement[] sent = last is null ? [.. _waiting] : [.. _waiting, last];
        _waiting.Clear();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in sent) batch.BatchCommands.Add(statement.Command);
        try
        {
            if (Array.TrueForAll(sent, statement => statement.Visit is null)) await batch.ExecuteNonQueryAsync();
            else await Visit(batch, sent);
        }
        catch (PostgresException e)
        {
            var refused = Translate(e);
            if (refused is UniqueConflictException or ReferenceConflictException && Array.Find(sent, statement => statement.Command == e.BatchCommand)?.Weigering is { } weigering)
                throw weigering(refused);
            throw refused;
        }
    }

    private static async Task Visit(NpgsqlBatch batch, Statement[] sent)
    {
        await using var reader = await batch.ExecuteReaderAsync();
        var row = new Row(reader);
        foreach (var statement in sent)
        {
            if (statement.Visit is not { } visit) continue;
            while (await reader.ReadAsync()) visit(row);
            // To the next that has rows; it also reports what went wrong on the way there.
            await reader.NextResultAsync();
        }
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
        Guid[] ids => new NpgsqlParameter<Guid[]> { TypedValue = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        long[] numbers => new NpgsqlParameter<long[]> { TypedValue = numbers, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
        Utf8Text text => new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = text.Bytes, NpgsqlDbType = NpgsqlDbType.Text },
        DateOnly day => new NpgsqlParameter<string> { TypedValue = day.ToString("O", null), NpgsqlDbType = NpgsqlDbType.Text },
        DateTimeOffset instant => new NpgsqlParameter<long> { TypedValue = instant.Microseconden(), NpgsqlDbType = NpgsqlDbType.Bigint },
        _ => throw new NotSupportedException($"De opslag kent geen waarden van het type {value.GetType().Name}."),
    };

    /// <param name="Weigering">What to throw when an index or foreign key refuses it.</param>
    /// <param name="Visit">What looks at its rows; null for a statement that has none.</param>
    private sealed record Statement(NpgsqlBatchCommand Command, Func<Exception, Exception>? Weigering = null, Action<Row>? Visit = null);
}
