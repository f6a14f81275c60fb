using Meent.Testing.Engines;
using Npgsql;

namespace Meent.Tests.Testing;

public sealed class PostgresServerTests
{
    [EngineTheory]
    [InlineData("a")]
    [InlineData("b")]
    public async Task A_test_runs_on_both_engines_and_gets_an_empty_database_of_its_own(Engine engine, string naam)
    {
        if (engine == Engine.Sqlite) return;

        var server = await PostgresServer.Gedeeld;
        await using var verbinding = new NpgsqlConnection(await server.NieuweDatabase());
        await verbinding.OpenAsync();
        await using var opdracht = new NpgsqlCommand($"CREATE TABLE proef AS SELECT '{naam}' AS naam; SELECT count(*) FROM proef", verbinding);

        Assert.Equal(1L, await opdracht.ExecuteScalarAsync());
    }
}
