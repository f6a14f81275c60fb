using System.Collections.Concurrent;
using System.Net.Http.Json;
using Meent.Testing;

namespace Meent.Tests.Notificaties;

public sealed class KillTests : IDisposable
{
    private const string Dienst = "notificaties/api/v1/";
    private readonly TijdelijkeMap _map = new();

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_is_delivered_after_it_in_the_order_of_its_object()
    {
        await using var ontvanger = await Ontvanger.Start();
        // Slow, so that the kill finds messages in every state: in the outbox, waiting, under way, delivered but not marked.
        ontvanger.Antwoord = async _ =>
        {
            await Task.Delay(20);
            return 204;
        };
        var bevestigd = new ConcurrentDictionary<int, List<int>>();
        await using (var meent = await MeentProces.Start(_map.Pad))
        {
            using var client = meent.Client("duinwaarde");
            (await client.PostAsJsonAsync(Dienst + "kanaal", new { naam = "bomen", filters = Array.Empty<string>() })).EnsureSuccessStatusCode();
            (await client.PostAsJsonAsync(Dienst + "abonnement", new
            {
                callbackUrl = ontvanger.Url,
                auth = Ontvanger.Auth,
                kanalen = new[] { new { naam = "bomen", filters = new { } } },
            })).EnsureSuccessStatusCode();
            var publiceren = Task.WhenAll(Enumerable.Range(0, 12).Select(boom => Publiceer(client, boom, bevestigd.GetOrAdd(boom, _ => []))));
            await ontvanger.Wacht(() => ontvanger.Ontvangen.Count > 150, 60);
            await meent.Dood();
            await publiceren;
        }

        await using var weer = await MeentProces.Start(_map.Pad);
        await ontvanger.Wacht(() => bevestigd.All(boom => boom.Value.TrueForAll(Aangekomen(ontvanger, boom.Key).Contains)), 60);

        Assert.True(bevestigd.Sum(boom => boom.Value.Count) > 150);
        // One that was not acknowledged may be there as well; what arrived twice counts once, and none passed another.
        Assert.All(bevestigd.Keys, boom => Assert.Equal(Aangekomen(ontvanger, boom).Order(), Aangekomen(ontvanger, boom)));
    }

    public void Dispose() => _map.Dispose();

    private static async Task Publiceer(HttpClient client, int boom, List<int> bevestigd)
    {
        try
        {
            for (var nummer = 0; nummer < 10_000; nummer++)
            {
                using var antwoord = await client.PostAsJsonAsync(Dienst + "notificaties", new
                {
                    kanaal = "bomen",
                    hoofdObject = $"https://example.com/bomen/{boom}",
                    resource = "boom",
                    resourceUrl = $"https://example.com/bomen/{boom}/{nummer}",
                    actie = "update",
                    aanmaakdatum = "2026-11-22T09:30:00Z",
                });
                antwoord.EnsureSuccessStatusCode();
                bevestigd.Add(nummer);
            }
        }
        catch (HttpRequestException)
        {
            // The process is dead.
        }
    }

    private static List<int> Aangekomen(Ontvanger ontvanger, int boom) =>
        [.. ontvanger.Van($"https://example.com/bomen/{boom}").Select(url => int.Parse(url[(url.LastIndexOf('/') + 1)..], null))];
}
