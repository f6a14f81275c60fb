using Meent.Testing.Engines;

namespace Meent.Data.Tests.Opslag;

public sealed class VerbindingsbudgetTests
{
    [PostgresFact]
    public async Task One_organisation_that_is_busy_leaves_connections_for_the_others()
    {
        await using var proef = await TestStore.Create(Engine.Postgres, opties: opties => opties with { MaxVerbindingen = 9 });
        var andere = await proef.Stores.Get(TestStore.TestOrganisatie("heuvelrade"));
        var vrij = new TaskCompletionSource();
        // More than its own eight, and more than the node has.
        var drukte = Enumerable.Range(0, 20).Select(async _ => await proef.Store.Read(async session =>
        {
            await vrij.Task;
            return await session.One("SELECT 1", row => row.Long(0));
        })).ToList();

        Assert.Equal(2, await andere.Read(session => session.One("SELECT 2", row => row.Long(0))).AsTask().WaitAsync(TimeSpan.FromMinutes(1)));

        vrij.SetResult();
        Assert.All(await Task.WhenAll(drukte), getal => Assert.Equal(1, getal));
    }
}
