using Meent.Data.Outbox;
using Meent.Testing.Engines;

namespace Meent.Data.Tests.Outbox;

public sealed class OutboxSessionTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [EngineTheory]
    public async Task Events_wait_in_the_order_of_their_object_until_they_are_handed_on(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await proef.Store.Write(async session =>
        {
            foreach (var (zaak, versie, actie) in new[] { ("b", 1, "create"), ("a", 2, "update"), ("a", 1, "create"), ("a", 2, "partial_update") })
                await session.Outbox(Nieuw(zaak, versie, actie));
            return true;
        });
        var wachtend = await proef.Store.Read(session => session.OutboxWachtend(10));

        Assert.Equal(["a:create", "a:update", "a:partial_update", "b:create"], wachtend.Select(g => $"{g.Hoofdobject}:{g.Actie}"));
        Assert.Equal("990000011", wachtend[0].Kenmerken!["bronorganisatie"]);
        await proef.Store.Write(session => session.OutboxDoorgegeven(wachtend[0].Id, Moment));
        Assert.Equal(3, (await proef.Store.Read(session => session.OutboxWachtend(10))).Count);
    }

    [EngineTheory]
    public async Task One_of_two_nodes_has_the_turn_until_its_term_ends(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var duur = TimeSpan.FromSeconds(10);
        Task<bool> Neem(string houder, int seconde) =>
            proef.Store.Write(session => session.NeemBeurt("bezorgen", houder, Moment.AddSeconds(seconde), duur)).AsTask();

        Assert.True(await Neem("a", 0));
        Assert.False(await Neem("b", 9));
        Assert.True(await Neem("a", 9));
        Assert.False(await Neem("b", 18));
        Assert.True(await Neem("b", 19));
        await proef.Store.Write(session => session.GeefBeurtTerug("bezorgen", "b"));
        Assert.True(await Neem("a", 20));
    }

    private static Gebeurtenis Nieuw(string zaak, long versie, string actie) =>
        new("zaken", zaak, versie, "zaak", zaak, actie, Moment, new Dictionary<string, string> { ["bronorganisatie"] = "990000011" });
}
