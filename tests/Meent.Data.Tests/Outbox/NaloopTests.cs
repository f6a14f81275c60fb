using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Outbox;

/// <summary>After a start a node looks after the organisations that were left with work, and opens no other database.</summary>
public sealed class NaloopTests
{
    private static readonly Organisatie[] Alle = [TestStore.TestOrganisatie("met-werk"), TestStore.TestOrganisatie("klaar"), TestStore.TestOrganisatie("gelezen"), TestStore.TestOrganisatie("nooit")];

    [EngineTheory]
    public async Task After_an_orderly_stop_only_an_organisation_with_work_is_opened(Engine engine)
    {
        using var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        await using (var eerste = Node(opslag)) await Gebruik(eerste);

        await using var tweede = Node(opslag);
        Assert.Equal(["met-werk"], await Nagelopen(tweede));
        Assert.Equal(["met-werk"], tweede.GetRequiredService<Stores>().Opened.Select(s => s.Organisatie.Slug));
    }

    [EngineTheory]
    public async Task After_a_kill_all_that_were_written_to_are_opened(Engine engine)
    {
        using var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        await using var gedood = Node(opslag);
        await Gebruik(gedood);

        await using var tweede = Node(opslag);
        Assert.Equal(["klaar", "met-werk"], await Nagelopen(tweede));
    }

    [EngineTheory]
    public async Task Work_that_is_done_takes_the_mark_away(Engine engine)
    {
        using var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        await using (var eerste = Node(opslag)) await Gebruik(eerste);
        await using (var tweede = Node(opslag))
        {
            var store = await tweede.GetRequiredService<Stores>().Get(Alle[0]);
            await store.Write(async session =>
            {
                foreach (var gebeurtenis in await session.OutboxWachtend(10)) await session.OutboxDoorgegeven(gebeurtenis.Id, DateTimeOffset.UtcNow);
                return true;
            });
        }

        await using var derde = Node(opslag);
        Assert.Empty(await Nagelopen(derde));
    }

    [EngineTheory]
    public async Task A_command_that_leaves_no_work_leaves_the_mark_of_the_node_beside_it(Engine engine)
    {
        using var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        await using var gedood = Node(opslag);
        await Gebruik(gedood);
        await using (var opdracht = Node(opslag))
            await (await opdracht.GetRequiredService<Stores>().Get(Alle[1])).Write(session => session.OutboxRuimOp(DateTimeOffset.UtcNow));

        await using var tweede = Node(opslag);
        Assert.Equal(["klaar", "met-werk"], await Nagelopen(tweede));
    }

    [EngineTheory]
    public async Task What_a_process_left_that_is_no_more_is_taken_over_and_not_looked_after_for_ever(Engine engine)
    {
        using var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        await using (var eerste = Node(opslag)) await Gebruik(eerste);
        foreach (var naam in (string[])["-9", ""]) await File.WriteAllBytesAsync(map.Bestand($"werk/klaar.{Environment.MachineName}{naam}"), []);
        await using (var tweede = Node(opslag)) Assert.Equal(["klaar", "met-werk"], await Nagelopen(tweede));

        await using var derde = Node(opslag);
        Assert.Equal(["met-werk"], await Nagelopen(derde));
    }

    private static async Task Gebruik(ServiceProvider node)
    {
        var stores = node.GetRequiredService<Stores>();
        await (await stores.Get(Alle[0])).Write(async session =>
        {
            await session.Outbox(new Gebeurtenis("zaken", "a", 1, "zaak", "a", "create", DateTimeOffset.UtcNow));
            return true;
        });
        await (await stores.Get(Alle[1])).Write(session => session.OutboxRuimOp(DateTimeOffset.UtcNow));
        await (await stores.Get(Alle[2])).Read(session => session.OutboxWachtend(1));
    }

    /// <summary>Starts what looks after the databases, and waits until it has done so.</summary>
    private static async Task<IEnumerable<string>> Nagelopen(ServiceProvider node)
    {
        var gewekt = new SortedSet<string>(StringComparer.Ordinal);
        node.GetRequiredService<OrganisatieWekker>().Volg(organisatie => gewekt.Add(organisatie.Slug));
        await node.GetRequiredService<Naloop>().Een(CancellationToken.None);
        return gewekt;
    }

    private static ServiceProvider Node(OpslagOptions opslag) =>
        new ServiceCollection().AddLogging().AddSingleton(new OrganisatieLijst(Alle)).AddData(opslag).AddSingleton<Naloop>().BuildServiceProvider();
}
