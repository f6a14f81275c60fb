using Npgsql;

namespace Meent.Data.Opslag.Postgres;

internal static class PostgresDatabase
{
    /// <summary>Makes the database of a connection string. The role needs CREATEDB only for that.</summary>
    public static async Task Create(string connectionString)
    {
        var (connection, name) = await Server(connectionString);
        await using var open = connection;
        try
        {
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'", connection);
            await create.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was first.
        }
    }

    private static async Task<(NpgsqlConnection Connection, string Name)> Server(string connectionString)
    {
        var wanted = new NpgsqlConnectionStringBuilder(connectionString);
        var name = wanted.Database!;
        wanted.Database = "postgres";
        wanted.Pooling = false;
        var connection = new NpgsqlConnection(wanted.ToString());
        await connection.OpenAsync();
        return (connection, name);
    }
}
