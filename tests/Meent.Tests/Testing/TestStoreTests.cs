using Meent.Testing.Engines;

namespace Meent.Tests.Testing;

public sealed class TestStoreTests
{
    [EngineTheory]
    public async Task A_test_store_is_empty_and_keeps_what_is_written(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);

        await proef.Store.Write(session => session.Execute("CREATE TABLE proef (naam TEXT)"));
        await proef.Store.Write(session => session.Execute("INSERT INTO proef (naam) VALUES ($1)", "a"));

        Assert.Equal("a", await proef.Store.Read(session => session.One("SELECT naam FROM proef", row => row.Text(0))));
    }
}
