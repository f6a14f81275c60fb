using System.Collections.Concurrent;
using System.Net.Http.Json;
using Meent.Testing;

namespace Meent.Tests.Invoer;

/// <summary>Eight programs that register rentals without end, and remember what was answered.</summary>
internal sealed class Schrijvers : IAsyncDisposable
{
    private readonly CancellationTokenSource _genoeg = new();
    private readonly Task _bezig;

    public Schrijvers(Gebruiker gebruiker) =>
        _bezig = Task.WhenAll(Enumerable.Range(0, 8).Select(schrijver => Task.Run(() => Schrijf(gebruiker, schrijver))));

    /// <summary>Numbers that were given: these must be there for ever.</summary>
    public ConcurrentBag<string> Gegeven { get; } = [];

    /// <summary>All other answers.</summary>
    public ConcurrentBag<Antwoord> Geweigerd { get; } = [];

    public async Task Wacht(Func<bool> tot)
    {
        for (var einde = Environment.TickCount64 + 60_000; !tot(); await Task.Delay(20))
            Assert.True(Environment.TickCount64 < einde, $"Na een minuut: {Gegeven.Count} gegeven, {Geweigerd.Count} geweigerd.");
    }

    public async Task Stop()
    {
        await _genoeg.CancelAsync();
        await _bezig;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _genoeg.Dispose();
    }

    /// <summary>Lets somebody hear of all registrations of Duinwaarde.</summary>
    public static async Task Abonneer(MeentProces meent, Ontvanger ontvanger)
    {
        using var client = meent.Client("duinwaarde");
        using var antwoord = await client.PostAsJsonAsync("notificaties/api/v1/abonnement", new
        {
            callbackUrl = ontvanger.Url,
            auth = Ontvanger.Auth,
            kanalen = new[] { new { naam = "vakantieverhuur", filters = new { } } },
        });
        antwoord.EnsureSuccessStatusCode();
    }

    /// <summary>The registrations that a subscriber heard of.</summary>
    public static HashSet<string> Gehoord(Ontvanger ontvanger) =>
        [.. ontvanger.Ontvangen.Select(bericht => bericht.GetProperty("kenmerken").GetProperty("registratienummer").GetString()!)];

    private async Task Schrijf(Gebruiker gebruiker, int schrijver)
    {
        try
        {
            for (var i = 0; !_genoeg.IsCancellationRequested; i++)
            {
                var antwoord = await gebruiker.Post(Gebruiker.Register, Gebruiker.Aanvraag($"kamer {schrijver}-{i}"));
                if (antwoord.Status == 201) Gegeven.Add(antwoord.Json.GetProperty("registratienummer").GetString()!);
                else Geweigerd.Add(antwoord);
            }
        }
        catch (HttpRequestException)
        {
            // The process was killed.
        }
    }
}
