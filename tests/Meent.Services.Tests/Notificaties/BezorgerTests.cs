using System.Collections.Concurrent;
using System.Diagnostics;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Notificaties;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Notificaties;

public sealed class BezorgerTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task An_event_reaches_who_subscribed_to_it_within_two_seconds_of_its_commit(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await Start(engine);
        await Abonneer(node, ontvanger.Url, new { zaaktype = "", bronorganisatie = "990000011" });
        var klok = Stopwatch.StartNew();
        await Gebeurt(node, "a", 1, bronorganisatie: "990000023");
        await Gebeurt(node, "b", 1);
        await ontvanger.Wacht(() => !ontvanger.Ontvangen.IsEmpty);

        Assert.InRange(klok.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        var bericht = Assert.Single(ontvanger.Ontvangen);
        Assert.Equal("http://localhost:8080/duinwaarde/zaken/api/v1/zaken/b", bericht.GetProperty("hoofdObject").GetString());
        Assert.Equal("990000011", bericht.GetProperty("kenmerken").GetProperty("bronorganisatie").GetString());
        Assert.Equal("2026-11-22T09:30:00+00:00", bericht.GetProperty("aanmaakdatum").GetString());
    }

    [EngineTheory]
    public async Task A_subscriber_that_often_fails_gets_every_event_in_the_order_of_its_object(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        var onderweg = new ConcurrentDictionary<string, int>();
        var teller = 0;
        ontvanger.Antwoord = async bericht =>
        {
            var zaak = bericht.GetProperty("hoofdObject").GetString()!;
            Assert.Equal(1, onderweg.AddOrUpdate(zaak, 1, (_, aantal) => aantal + 1));
            await Task.Delay(2);
            onderweg[zaak] = 0;
            return Interlocked.Increment(ref teller) % 7 == 0 ? 503 : 204;
        };
        await using var node = await Start(engine, new Bezorgopties { EersteHerhaling = TimeSpan.FromMilliseconds(1), Ronde = TimeSpan.FromMilliseconds(20), MaxPogingen = 1000 });
        await Abonneer(node, ontvanger.Url);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async zaak =>
        {
            for (var versie = 1; versie <= 12; versie++) await Gebeurt(node, $"z{zaak}", versie);
        }));
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count >= 120, 60);

        var volgorde = Enumerable.Range(1, 12).Select(versie => Adres($"versie/{versie}")).ToList();
        Assert.All(Enumerable.Range(0, 10), zaak => Assert.Equal(volgorde, ontvanger.Van(Adres($"z{zaak}"))));
        Assert.Equal(120, ontvanger.Ontvangen.Count);
    }

    /// <summary>While a round looks for what is due, what was under way may arrive: that is not sent again.</summary>
    [EngineTheory]
    public async Task Events_that_each_follow_the_arrival_of_the_one_before_arrive_once(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        await using var node = await Start(engine, new Bezorgopties { Ronde = TimeSpan.FromMilliseconds(5) });
        await Abonneer(node, ontvanger.Url);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async zaak =>
        {
            for (var versie = 1; versie <= 40; versie++)
            {
                await Gebeurt(node, $"z{zaak}", versie);
                await ontvanger.Wacht(() => ontvanger.Van(Adres($"z{zaak}")).Count >= versie, 60);
            }
        }));
        await Task.Delay(TimeSpan.FromMilliseconds(500));

        Assert.Equal(240, ontvanger.Ontvangen.Count);
    }

    [EngineTheory]
    public async Task A_dead_subscriber_delays_only_itself_and_gets_everything_when_it_is_back(Engine engine)
    {
        await using var levend = await Ontvanger.Start();
        await using var dood = await Ontvanger.Start();
        var leeft = false;
        dood.Antwoord = async _ =>
        {
            if (!leeft) await Task.Delay(3000);
            return leeft ? 204 : 500;
        };
        await using var node = await Start(engine, new Bezorgopties { EersteHerhaling = TimeSpan.FromMilliseconds(100), LangsteHerhaling = TimeSpan.FromSeconds(1) });
        await Abonneer(node, dood.Url);
        await Abonneer(node, levend.Url);
        for (var versie = 1; versie <= 5; versie++)
        {
            var klok = Stopwatch.StartNew();
            await Gebeurt(node, "a", versie);
            await levend.Wacht(() => levend.Ontvangen.Count == versie);
            Assert.InRange(klok.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        }

        leeft = true;
        await dood.Wacht(() => dood.Ontvangen.Count >= 5);
        Assert.Equal(levend.Van(Adres("a")), dood.Van(Adres("a")));
    }

    [EngineTheory]
    public async Task A_message_that_is_always_refused_is_put_aside_and_those_after_it_arrive(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        ontvanger.Antwoord = bericht => Task.FromResult(bericht.GetProperty("resourceUrl").GetString()!.EndsWith("/1", StringComparison.Ordinal) ? 400 : 204);
        await using var node = await Start(engine, new Bezorgopties { EersteHerhaling = TimeSpan.FromMilliseconds(10), MaxPogingen = 3, Ronde = TimeSpan.FromMilliseconds(20) });
        await Abonneer(node, ontvanger.Url);
        await Gebeurt(node, "a", 1);
        await Gebeurt(node, "a", 2);
        await ontvanger.Wacht(() => !ontvanger.Ontvangen.IsEmpty);

        Assert.Equal([Adres("versie/2")], ontvanger.Van(Adres("a")));
        var (pogingen, fout) = await (await node.Store()).Read(session => session.One(
            "SELECT pogingen, fout FROM notificaties_afleveringen WHERE stand = 2", row => (row.Long(0), row.Text(1))));
        Assert.Equal((3, "HTTP 400"), (pogingen, fout));
    }

    [EngineTheory]
    public async Task Two_nodes_deliver_nothing_twice_and_the_second_takes_over_when_the_first_stops(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        var opslag = await TestStore.Opslag(engine, _map);
        var eerste = await Start(engine, opslag: opslag);
        await using var tweede = await Start(engine, opslag: opslag);
        await Abonneer(eerste, ontvanger.Url);
        for (var versie = 1; versie <= 20; versie++) await Gebeurt(versie % 2 == 0 ? eerste : tweede, "a", versie);
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count >= 20);
        Assert.Equal(20, ontvanger.Ontvangen.Count);

        await eerste.DisposeAsync();
        for (var versie = 21; versie <= 30; versie++) await Gebeurt(tweede, "a", versie);
        await ontvanger.Wacht(() => ontvanger.Ontvangen.Count >= 30, 30);
        Assert.Equal(Enumerable.Range(1, 30).Select(versie => Adres($"versie/{versie}")), ontvanger.Van(Adres("a")));
    }

    [EngineTheory]
    public async Task What_a_stopped_node_left_is_delivered_after_the_next_start_without_being_asked(Engine engine)
    {
        await using var ontvanger = await Ontvanger.Start();
        var opslag = await TestStore.Opslag(engine, _map);
        ontvanger.Antwoord = _ => Task.FromResult(ontvanger.Ontvangen.Count < 3 ? 204 : 503);
        await using (var node = await Start(engine, opslag: opslag))
        {
            await Abonneer(node, ontvanger.Url);
            for (var versie = 1; versie <= 8; versie++) await Gebeurt(node, "a", versie);
            await ontvanger.Wacht(() => ontvanger.Ontvangen.Count == 3);
        }

        ontvanger.Antwoord = _ => Task.FromResult(204);
        await using var nieuw = await Start(engine, opslag: opslag);
        await ontvanger.Wacht(() => ontvanger.Van(Adres("a")).Count == 8, 30);
        Assert.Equal(Enumerable.Range(1, 8).Select(versie => Adres($"versie/{versie}")), ontvanger.Van(Adres("a")));
    }

    public void Dispose() => _map.Dispose();

    internal static Task<Proefnode> Start(TijdelijkeMap map, Engine engine, Bezorgopties? opties = null, OpslagOptions? opslag = null) => Proefnode.Start(
        engine, map, services =>
        {
            services.AddNotificaties();
            services.AddSingleton(opties ?? new Bezorgopties());
        },
        routes => routes.MapNotificaties(), opslag);

    private Task<Proefnode> Start(Engine engine, Bezorgopties? opties = null, OpslagOptions? opslag = null) => Start(_map, engine, opties, opslag);

    internal static async Task<System.Text.Json.JsonElement> Abonneer(Proefnode node, string url, object? filters = null) => await node.Vraag(
        201, HttpMethod.Post, Diensten.Notificaties, "/abonnement",
        new { callbackUrl = url, auth = Ontvanger.Auth, kanalen = new[] { new { naam = "zaken", filters = filters ?? new { } } } });

    internal static string Adres(string pad) => $"http://localhost:8080/duinwaarde/zaken/api/v1/zaken/{pad}";

    internal static async Task Gebeurt(Proefnode node, string zaak, long versie, string bronorganisatie = "990000011") => await (await node.Store()).Write(async session =>
    {
        await session.Outbox(new Gebeurtenis(
            "zaken", $"\u0001/zaken/api/v1/zaken/{zaak}", versie, "zaak", $"\u0001/zaken/api/v1/zaken/versie/{versie}", "update",
            new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero),
            new Dictionary<string, string> { ["bronorganisatie"] = bronorganisatie, ["zaaktype"] = "x" }));
        return true;
    });
}
