using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Koppelvlak;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Distribution to Peers that are down, refuse, or sign without telling.</summary>
[Collection(ProeftuinCollectie.Naam)]
public sealed class BezorgingTests(Proeftuin proeftuin) : KetenGesprek(proeftuin)
{
    [Fact]
    public async Task A_Peer_that_is_down_gets_it_later_and_delays_nobody_else()
    {
        await using var stil = await Tegenpartij.Start(Tuin, oin: "00000001990000062000");
        await using var wakker = await Tegenpartij.Start(Tuin, oin: "00000001990000063000");
        stil.Antwoord = 503;
        foreach (var peer in new[] { stil, wakker })
        {
            using var bekend = await peer.Stuur(HttpMethod.Put, Proeftuin.Duinwaarde, "/announce");
        }

        await Voorstel(Proeftuin.Duinwaarde, $$$"""
            {"type":"GRANT_TYPE_DELEGATED_SERVICE_CONNECTION","delegator":{"peer_id":"{{{stil.Oin}}}"},
            "service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"{{{wakker.Oin}}}","name":"elders"}}
            """);
        await Wacht(() => Task.FromResult(wakker.Ontvangen.Contains("POST /v1/contracts") && stil.Ontvangen.Count > 1));
        var stand = await Stand(stil.Oin);
        Assert.Equal((0, 1, 0), (stand.GetProperty("delivered").GetInt32(), stand.GetProperty("open").GetInt32(), stand.GetProperty("refused").GetInt32()));
        Assert.StartsWith("503", stand.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(stil.Adres, stand.GetProperty("manager_address").GetString());

        stil.Antwoord = 201;
        await Wacht(async () => (await Stand(stil.Oin)).GetProperty("delivered").GetInt32() == 1);
        stand = await Stand(stil.Oin);
        Assert.Equal((0, JsonValueKind.Null), (stand.GetProperty("open").GetInt32(), stand.GetProperty("error").ValueKind));
    }

    [Fact]
    public async Task What_a_Peer_refuses_waits_for_a_person_who_sends_it_again()
    {
        await using var peer = await Tegenpartij.Start(Tuin, oin: "00000001990000064000");
        peer.Antwoord = 422;
        await Verbind(peer, brengt: false);
        await Wacht(async () => (await Stand(peer.Oin)).GetProperty("refused").GetInt32() == 1);
        Assert.Equal(0, (await Stand(peer.Oin)).GetProperty("open").GetInt32());

        peer.Antwoord = 201;
        using (await Beheer(Proeftuin.Duinwaarde, HttpMethod.Post, $"bezorgingen/{peer.Oin}")) { }
        await Wacht(async () => (await Stand(peer.Oin)).GetProperty("delivered").GetInt32() == 1);
    }

    private async Task<JsonElement> Stand(string peer)
    {
        using var antwoord = await Beheer(Proeftuin.Duinwaarde, HttpMethod.Get, "bezorgingen");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("peers").EnumerateArray().Single(p => p.GetProperty("peer_id").GetString() == peer);
    }
}
