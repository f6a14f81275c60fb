using Meent.Standards;
using Npgsql;
using NpgsqlTypes;

namespace Meent.Data.Opslag.Postgres;

/// <summary>A connection out of the pool; statements are prepared by the driver after their second use.</summary>
internal sealed class PostgresSession(Store store, NpgsqlConnection connection) : Session(store)
{
    public NpgsqlConnection Connection => connection;

    public override async ValueTask<int> Execute(string sql, params object?[] args)
    {
        try
        {
            await using var command = Command(sql, args);
            return await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException e)
        {
            throw Translate(e);
        }
    }

    public override async ValueTask Each(string sql, Action<Row> visit, params object?[] args)
    {
        try
        {
            await using var command = Command(sql, args);
            await using var reader = await command.ExecuteReaderAsync();
            var row = new Row(reader);
            while (await reader.ReadAsync()) visit(row);
        }
        catch (PostgresException e)
        {
            throw Translate(e);
        }
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

    private NpgsqlCommand Command(string sql, object?[] args)
    {
        var command = new NpgsqlCommand(sql, connection);
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
