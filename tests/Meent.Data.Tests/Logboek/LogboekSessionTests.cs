using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Data.Tests.Logboek;

public sealed class LogboekSessionTests
{
    [EngineTheory]
    public async Task A_record_comes_back_as_it_was_written(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var regel = Regels.Nieuw(Pseudoniem(proef)) with { Aanroeper = "urn:nld:oin:00000001990000023000", Systeem = """{"service.name":"meent"}""" };
        await proef.Store.Write(session => session.Logboek(regel));

        var bewaard = Assert.Single(await proef.Store.Read(session => session.Logregels("nummer > 0"))).Regel;
        Assert.Equal(regel.Betrokkene!.Value.Tekst, bewaard.Betrokkene!.Value.Tekst);
        Assert.Equal(regel with { Betrokkene = null }, bewaard with { Betrokkene = null });
    }

    [EngineTheory]
    public async Task The_same_action_on_the_same_subject_is_kept_once(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        var regel = Regels.Nieuw(Pseudoniem(proef));

        Assert.Equal(1, await proef.Store.Write(session => session.Logboek([regel, regel])));
        Assert.Equal(0, await proef.Store.Write(session => session.Logboek(regel with { Naam = "Anders" })));
        Assert.Equal(1, await proef.Store.Write(session => session.Logboek(regel with { Betrokkene = null })));
    }

    [EngineTheory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(101)]
    public async Task A_batch_is_written_whole_and_what_was_there_is_left_alone(Engine engine, int aantal)
    {
        await using var proef = await TestStore.Create(engine);
        var regels = Enumerable.Range(0, aantal).Select(i => Regels.Nieuw(Pseudoniem(proef), $"Regel {i}")).ToList();
        await proef.Store.Write(session => session.Logboek(regels[3]));

        Assert.Equal(aantal - 1, await proef.Store.Write(session => session.Logboek([.. regels, regels[0]])));
        Assert.Equal(regels.Select(regel => regel.Naam).Order(), (await proef.Store.Read(session => session.Logregels("nummer > 0"))).Select(regel => regel.Regel.Naam).Order());
    }

    [EngineTheory]
    public async Task A_transaction_that_fails_leaves_no_record(Engine engine)
    {
        await using var proef = await TestStore.Create(engine);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await proef.Store.Write<int>(async session =>
        {
            await session.Logboek(Regels.Nieuw());
            throw new InvalidOperationException();
        }));

        Assert.Empty(await proef.Store.Read(session => session.Logregels("nummer > 0")));
    }

    [Fact]
    public void A_pseudonym_is_the_same_each_time_and_another_at_each_organisation_and_type()
    {
        using var map = new TijdelijkeMap();
        var pseudoniemen = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad }));
        var opnieuw = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad }));
        var (hier, daar) = (TestStore.TestOrganisatie(), TestStore.TestOrganisatie("lindewoude"));

        Assert.Equal(pseudoniemen.Van(hier, "BSN", "999970008").Tekst, opnieuw.Van(hier, "BSN", "999970008").Tekst);
        Assert.Equal(4, new[] { ("BSN", hier), ("BSN", daar), ("KVK", hier), ("KVK", daar) }
            .Select(geval => pseudoniemen.Van(geval.Item2, geval.Item1, "999970008").Tekst).Distinct().Count());
    }

    [Fact]
    public void Another_main_key_does_not_open_the_secret()
    {
        using var map = new TijdelijkeMap();
        new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad })).Van(TestStore.TestOrganisatie(), "BSN", "999970008");
        var anders = new Pseudoniemen(new Sleutelkluis(new OpslagOptions { Map = map.Pad, Hoofdsleutel = Convert.ToBase64String(new byte[32]) }));

        Assert.Throws<InvalidOperationException>(() => anders.Van(TestStore.TestOrganisatie(), "BSN", "999970008"));
    }

    private static Pseudoniem Pseudoniem(TestStore proef) =>
        proef.Services.GetRequiredService<Pseudoniemen>().Van(proef.Organisatie, "BSN", "999970008");
}
