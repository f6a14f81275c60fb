using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Tests.Invoer;

public sealed class GedoodTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task After_a_kill_during_writes_every_acknowledged_registration_is_there_and_its_event_delivered()
    {
        await using var ontvanger = await Ontvanger.Start();
        List<string> gegeven;
        await using (var meent = await MeentProces.Start(_map.Pad))
        {
            await Schrijvers.Abonneer(meent, ontvanger);
            using var gebruiker = new Gebruiker(meent);
            await using var schrijvers = new Schrijvers(gebruiker);
            await schrijvers.Wacht(() => schrijvers.Gegeven.Count > 200);
            await meent.Dood();
            await schrijvers.Stop();
            Assert.Empty(schrijvers.Geweigerd);
            gegeven = [.. schrijvers.Gegeven];
        }

        await using var weer = await MeentProces.Start(_map.Pad);
        using var lezer = new Gebruiker(weer);
        Assert.Equal(gegeven.Count, gegeven.Distinct().Count());
        foreach (var nummer in gegeven) Assert.Equal(200, (await lezer.Get($"{Gebruiker.Register}/{nummer}")).Status);
        await ontvanger.Wacht(() => Schrijvers.Gehoord(ontvanger).IsSupersetOf(gegeven), 60);
    }

    [PostgresFact]
    public async Task When_PostgreSQL_is_killed_during_writes_nothing_acknowledged_is_lost_and_the_node_goes_on_when_it_is_back()
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var postgres = await PostgresServer.Start();
        await using var meent = await MeentProces.Start(
            _map.Pad, "Meent:Database:Soort=postgres", $"Meent:Database:Verbinding={postgres.Verbinding("meent_{organisatie}")}");
        await Schrijvers.Abonneer(meent, ontvanger);
        using var gebruiker = new Gebruiker(meent);
        await using var schrijvers = new Schrijvers(gebruiker);
        await schrijvers.Wacht(() => schrijvers.Gegeven.Count > 100);

        await postgres.Dood();
        await schrijvers.Wacht(() => schrijvers.Geweigerd.Count > 50);
        (await gebruiker.Get(Gebruiker.Register)).IsProbleem(503, "serviceUnavailable");
        Assert.Equal(503, (await gebruiker.Get("ready")).Status);
        Assert.Equal(200, (await gebruiker.Get("/live")).Status);
        await postgres.Herstart();
        var voor = schrijvers.Gegeven.Count;
        await schrijvers.Wacht(() => schrijvers.Gegeven.Count > voor + 100);
        await schrijvers.Stop();

        Assert.All(schrijvers.Geweigerd, antwoord => antwoord.IsProbleem(503, "serviceUnavailable"));
        foreach (var nummer in schrijvers.Gegeven) Assert.Equal(200, (await gebruiker.Get($"{Gebruiker.Register}/{nummer}")).Status);
        await ontvanger.Wacht(() => Schrijvers.Gehoord(ontvanger).IsSupersetOf(schrijvers.Gegeven), 60);
        Assert.DoesNotContain("fail: Meent.Problemen", meent.Uitvoer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_what_it_does_and_leaves_no_write_ahead_log()
    {
        await using var meent = await MeentProces.Start(_map.Pad);
        using var gebruiker = new Gebruiker(meent);
        var bezig = Enumerable.Range(0, 16).Select(i => gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag($"kamer {i}"))).ToList();
        await Task.WhenAny(bezig);

        Assert.Equal(0, await meent.Stop());

        Assert.All(await Task.WhenAll(bezig), a => Assert.Equal(201, a.Status));
        Assert.DoesNotContain(Directory.GetFiles(meent.Data, "*-wal", SearchOption.AllDirectories), w => new FileInfo(w).Length > 0);
    }

    public void Dispose() => _map.Dispose();
}
