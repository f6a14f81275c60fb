using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Notificaties;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Notificaties;

public sealed class BezorgingTests : IDisposable
{
    private static readonly Bezorgopties Kort = new() { EersteHerhaling = TimeSpan.FromMilliseconds(10), MaxPogingen = 2, Ronde = TimeSpan.FromMilliseconds(20) };

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task What_was_given_up_is_seen_and_sent_again_when_asked(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        var kapot = true;
        ontvanger.Antwoord = bericht => Task.FromResult(kapot && bericht.GetProperty("resourceUrl").GetString()!.EndsWith("/2", StringComparison.Ordinal) ? 500 : 204);
        await using var node = await BezorgerTests.Start(_map, engine, Kort);
        var url = (await BezorgerTests.Abonneer(node, ontvanger.Url)).GetProperty("url").GetString()!;
        var id = url[(url.LastIndexOf('/') + 1)..];
        for (var versie = 1; versie <= 3; versie++) await BezorgerTests.Gebeurt(node, "a", versie);
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count == 2);
        await Tot(node, "opgegeven", 1);

        var lijst = await Vraag(node, "/afleveringen?stand=opgegeven&abonnement=" + id);
        var dood = Assert.Single(lijst.GetProperty("results").EnumerateArray());
        Assert.Equal(("HTTP 500", 2, "opgegeven"), (dood.GetProperty("fout").GetString(), dood.GetProperty("pogingen").GetInt32(), dood.GetProperty("stand").GetString()));
        Assert.Equal(BezorgerTests.Adres("versie/2"), dood.GetProperty("bericht").GetProperty("resourceUrl").GetString());
        var overzicht = Assert.Single((await Vraag(node, "/abonnementen")).GetProperty("results").EnumerateArray());
        Assert.Equal((url, 0, 1), (overzicht.GetProperty("abonnement").GetString(), overzicht.GetProperty("wachtend").GetInt32(), overzicht.GetProperty("opgegeven").GetInt32()));
        Assert.Equal(3, (await Vraag(node, "/afleveringen?pageSize=2")).GetProperty("count").GetInt32());
        Assert.Equal(1, (await Vraag(node, "/afleveringen?pageSize=2&page=2")).GetProperty("results").GetArrayLength());

        kapot = false;
        var pad = $"/afleveringen/{dood.GetProperty("nummer").GetInt64()}";
        await Stuur(node, 202, pad + "/opnieuw");
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count == 3);
        await Tot(node, "afgeleverd", 3);
        Assert.Equal("afgeleverd", (await Vraag(node, pad)).GetProperty("stand").GetString());

        // Everything again, in its order; and nothing of a time when nothing was.
        Assert.Equal(3, (await Stuur(node, 202, $"/abonnementen/{id}/opnieuw", new { stand = "afgeleverd" })).GetProperty("aantal").GetInt32());
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count == 6);
        Assert.Equal(Enumerable.Range(1, 3).Select(v => BezorgerTests.Adres($"versie/{v}")), ontvanger.Ontvangen.Skip(3).Select(b => b.GetProperty("resourceUrl").GetString()));
        Assert.Equal(0, (await Stuur(node, 202, $"/abonnementen/{id}/opnieuw", new { tot = "2020-01-01T00:00:00Z" })).GetProperty("aantal").GetInt32());
    }

    [EngineTheory]
    public async Task Each_sees_its_own_and_wrong_questions_are_refused(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await BezorgerTests.Start(_map, engine);
        var url = (await BezorgerTests.Abonneer(node, ontvanger.Url)).GetProperty("url").GetString()!;
        var id = url[(url.LastIndexOf('/') + 1)..];
        await BezorgerTests.Gebeurt(node, "a", 1);
        await Tot(node, "afgeleverd", 1);

        // Another organisation, by the Inway.
        static void Ander(System.Net.Http.Headers.HttpRequestHeaders h) => h.Add(Headers.FscAuthorization, "Bearer x.eyJzdWIiOiIwMDAwMDAwMTk5MDAwMDAyMzAwMCJ9.x");
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Diensten.Bezorging, "/afleveringen", herkomst: Herkomst.Inway, headers: Ander)).GetProperty("count").GetInt32());
        await node.Vraag(404, HttpMethod.Get, Diensten.Bezorging, "/afleveringen/1", herkomst: Herkomst.Inway, headers: Ander);
        await node.Vraag(404, HttpMethod.Post, Diensten.Bezorging, $"/abonnementen/{id}/opnieuw", new { }, Herkomst.Inway, headers: Ander);
        await node.Vraag(404, HttpMethod.Put, Diensten.Bezorging, $"/abonnementen/{id}", new { vorm = "cloudevents" }, Herkomst.Inway, headers: Ander);

        foreach (var fout in (string[])["/afleveringen?stand=weg", "/afleveringen?abonnement=x", "/afleveringen?page=0", "/afleveringen?pageSize=501", "/afleveringen?x=1"])
            await node.Vraag(400, HttpMethod.Get, Diensten.Bezorging, fout);
        await node.Vraag(400, HttpMethod.Post, Diensten.Bezorging, $"/abonnementen/{id}/opnieuw", new { stand = "weg" });
        await node.Vraag(400, HttpMethod.Post, Diensten.Bezorging, $"/abonnementen/{id}/opnieuw", new { onbekend = 1 });
        await node.Vraag(400, HttpMethod.Put, Diensten.Bezorging, $"/abonnementen/{id}", new { vorm = "xml" });
        await node.Vraag(404, HttpMethod.Put, Diensten.Bezorging, $"/abonnementen/{Guid.CreateVersion7()}", new { vorm = "zgw" });
    }

    [EngineTheory]
    public async Task Who_wants_CloudEvents_gets_them_in_the_profile_of_the_government(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await BezorgerTests.Start(_map, engine);
        var url = (await BezorgerTests.Abonneer(node, ontvanger.Url)).GetProperty("url").GetString()!;
        await node.Vraag(200, HttpMethod.Put, Diensten.Bezorging, $"/abonnementen/{url[(url.LastIndexOf('/') + 1)..]}", new { vorm = "cloudevents" });
        await BezorgerTests.Gebeurt(node, "a", 7);
        await ontvanger.Wacht(() => !ontvanger.Ontvangen.IsEmpty);

        var gebeurtenis = Assert.Single(ontvanger.Ontvangen);
        Assert.Equal(
            ["specversion=1.0", "source=urn:nld:oin:00000001990000011000:systeem:meent", "type=nl.overheid.zaken.zaak-gemuteerd", "time=2026-11-22T09:30:00+00:00", "subject=a",
             "sequence=0000000000000000007", "datacontenttype=application/json", $"dataref={BezorgerTests.Adres("versie/7")}"],
            gebeurtenis.EnumerateObject().Where(lid => lid.Name is not ("id" or "data")).Select(lid => $"{lid.Name}={lid.Value.GetString()}"));
        Assert.True(Guid.TryParse(gebeurtenis.GetProperty("id").GetString(), out _));
        Assert.Equal(["kanaal", "hoofdObject", "resource", "actie", "kenmerken"], gebeurtenis.GetProperty("data").EnumerateObject().Select(lid => lid.Name));
        Assert.Equal("application/cloudevents+json; charset=utf-8", ontvanger.Mediatype);
    }

    [EngineTheory]
    public async Task A_node_that_comes_back_goes_on_with_the_turn_that_it_held_when_it_was_killed(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        var opslag = await TestStore.Opslag(engine, _map);
        string naam;
        await using (var node = await Start(engine, opslag))
        {
            await BezorgerTests.Abonneer(node, ontvanger.Url);
            naam = node.Services.GetRequiredService<Knooppunt>().Naam;
        }

        // As it is left by a kill: the turn is taken for longer than this test may last.
        await using (var ander = await Proefnode.Start(engine, _map, _ => { }, _ => { }, opslag))
            await (await ander.Store()).Write(session => session.NeemBeurt("bezorgen", naam, DateTimeOffset.UtcNow, TimeSpan.FromDays(1)));

        await using var weer = await Start(engine, opslag);
        await BezorgerTests.Gebeurt(weer, "a", 1);
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count == 1);
    }

    [Fact]
    public void A_node_has_the_same_name_after_a_restart_and_another_than_those_that_run()
    {
        var opslag = new OpslagOptions { Map = _map.Pad };
        using var tweede = new Knooppunt(opslag);
        string eerste;
        using (var ander = new Knooppunt(opslag))
        {
            eerste = ander.Naam;
            Assert.NotEqual(tweede.Naam, eerste);
        }

        using var weer = new Knooppunt(opslag);
        Assert.Equal(eerste, weer.Naam);
    }

    public void Dispose() => _map.Dispose();

    /// <summary>With the options of the product.</summary>
    private Task<Proefnode> Start(Engine engine, OpslagOptions opslag) => Proefnode.Start(engine, _map, services => services.AddNotificaties(), routes => routes.MapNotificaties(), opslag);

    private static Task<JsonElement> Vraag(Proefnode node, string pad) => node.Vraag(200, HttpMethod.Get, Diensten.Bezorging, pad);

    private static Task<JsonElement> Stuur(Proefnode node, int status, string pad, object? inhoud = null) => node.Vraag(status, HttpMethod.Post, Diensten.Bezorging, pad, inhoud ?? new { });

    private static async Task Tot(Proefnode node, string stand, int aantal)
    {
        for (var einde = Environment.TickCount64 + 20_000; (await Vraag(node, "/afleveringen?stand=" + stand)).GetProperty("count").GetInt32() != aantal; await Task.Delay(10))
            Assert.True(Environment.TickCount64 < einde, $"Na 20 s waren er geen {aantal} {stand}.");
    }
}
