using System.Collections.Concurrent;
using Meent.Testing;

namespace Meent.Tests.Invoer;

public sealed class GedoodTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task After_a_kill_during_writes_every_acknowledged_registration_is_there()
    {
        var gegeven = new ConcurrentBag<string>();
        await using (var meent = await MeentProces.Start(_map.Pad))
        {
            using var gebruiker = new Gebruiker(meent);
            await gebruiker.Registreer("eerste");
            var schrijvers = Enumerable.Range(0, 8).Select(w => Task.Run(async () =>
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        var antwoord = await gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag($"kamer {w}-{i}"));
                        if (antwoord.Status == 201) gegeven.Add(antwoord.Json.GetProperty("registratienummer").GetString()!);
                    }
                }
                catch (HttpRequestException)
                {
                    // It was killed.
                }
            })).ToList();
            while (gegeven.Count < 200) await Task.Delay(20);
            await meent.Dood();
            await Task.WhenAll(schrijvers);
        }

        await using var weer = await MeentProces.Start(_map.Pad);
        using var lezer = new Gebruiker(weer);
        Assert.Equal(gegeven.Count, gegeven.Distinct().Count());
        foreach (var nummer in gegeven) Assert.Equal(200, (await lezer.Get($"{Gebruiker.Register}/{nummer}")).Status);
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
