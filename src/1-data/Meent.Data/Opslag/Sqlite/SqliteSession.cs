using Meent.Standards;
using Microsoft.Data.Sqlite;

namespace Meent.Data.Opslag.Sqlite;

/// <summary>A connection with its prepared statements. All work is synchronous, so each ValueTask that it returns is already completed.</summary>
internal sealed class SqliteSession(Store store, SqliteConnection connection) : Session(store), IDisposable
{
    // Statements built from a filter combination are many; past this number the cache starts anew rather than growing.
    private const int MaxStatements = 300;

    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    public SqliteConnection Connection { get; } = connection;
    public DateTimeOffset LastUsed { get; set; }

    public override ValueTask<int> Execute(string sql, params object?[] args)
    {
        try
        {
            return ValueTask.FromResult(Command(sql, args).ExecuteNonQuery());
        }
        catch (SqliteException e)
        {
            throw SqliteFouten.Translate(e);
        }
    }

    public override ValueTask Each(string sql, Action<Row> visit, params object?[] args)
    {
        try
        {
            using var reader = Command(sql, args).ExecuteReader();
            var row = new Row(reader);
            while (reader.Read()) visit(row);
            return ValueTask.CompletedTask;
        }
        catch (SqliteException e)
        {
            throw SqliteFouten.Translate(e);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Command(string sql, object?[] args)
    {
        if (!_statements.TryGetValue(sql, out var command))
        {
            if (_statements.Count >= MaxStatements) Forget();
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < args.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            _statements.Add(sql, command);
        }

        for (var i = 0; i < args.Length; i++) command.Parameters[i].Value = Value(args[i]);
        return command;
    }

    private void Forget()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
    }

    private static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        Utf8Text text => System.Text.Encoding.UTF8.GetString(text.Bytes.Span),
        DateOnly day => day.ToString("O", null),
        DateTimeOffset instant => instant.Microseconden(),
        bool flag => flag ? 1L : 0L,
        int number => (long)number,
        _ => value,
    };
}
