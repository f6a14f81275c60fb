using System.Diagnostics;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Logboek;

/// <summary>Which uses of their data a resident is given: of a period, page by page, with who asked.</summary>
public sealed class InzageTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Milan = "999970033";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    // Days are Dutch: that of the clock change has 25 hours.
    [InlineData("2026-10-25", "2026-10-25", "begin einde lang")]
    [InlineData("2026-10-25", null, "begin einde lang morgen later")]
    [InlineData(null, "2026-10-25", "eerder gisteren begin einde lang")]
    [InlineData("2026-10-24", "2026-10-25", "gisteren begin einde lang")]
    [InlineData("2026-10-26", "2026-10-26", "morgen")]
    [InlineData("2026-10-27", "2026-11-29", "")]
    [InlineData("2026-12-01", null, "")]
    [InlineData(null, "2026-09-29", "")]
    [InlineData(null, null, "eerder gisteren begin einde lang morgen later")]
    public async Task A_period_is_of_whole_Dutch_days_in_which_a_use_began(Engine engine, string? van, string? tot, string verwacht)
    {
        await using var node = await Start(engine);
        await Schrijf(node,
            Regel(node, "eerder", "2026-09-30T10:00:00Z"),
            Regel(node, "gisteren", "2026-10-24T21:59:59.999999Z"),
            Regel(node, "begin", "2026-10-24T22:00:00Z"),
            Regel(node, "einde", "2026-10-25T22:59:59.999999Z"),
            Regel(node, "lang", "2026-10-25T22:59:59.999999Z") with { Einde = Moment("2026-10-25T23:05:00Z") },
            Regel(node, "morgen", "2026-10-25T23:00:00Z"),
            Regel(node, "later", "2026-11-30T10:00:00Z"),
            Regel(node, "van een ander", "2026-10-25T12:00:00Z", Milan));
        Assert.Equal(verwacht, string.Join(' ', (await Namen(node, new { burgerservicenummer = Fenna, van, tot })).Order(Comparer<string>.Create((a, b) => Volgorde(a) - Volgorde(b)))));

        static int Volgorde(string naam) => Array.IndexOf(["eerder", "gisteren", "begin", "einde", "lang", "morgen", "later"], naam);
    }

    [EngineTheory]
    public async Task Pages_give_each_use_of_the_period_once_over_months_and_terms_the_latest_first(Engine engine)
    {
        await using var node = await Start(engine);
        var alle = Enumerable.Range(0, 120).Select(i => Regel(node, $"{i:000}", "2026-11-20T10:00:00Z") with
        {
            // Three at each moment, over some months, in tables of two terms.
            Begin = Moment("2026-11-20T10:00:00Z").AddDays(-(i / 3)),
            Bewaartermijn = i % 2 == 0 ? "P5Y" : "P2Y",
        }).ToArray();
        await Schrijf(node, alle);
        var (gezien, bladen, cursor) = (new List<string>(), 0, (string?)null);
        do
        {
            var blad = await Haal(node, new { burgerservicenummer = Fenna, van = "2026-10-15", cursor });
            Assert.InRange(blad.GetProperty("verwerkingen").GetArrayLength(), 1, 50);
            gezien.AddRange(Namen(blad));
            cursor = blad.GetProperty("cursor").GetString();
            bladen++;
        }
        while (cursor is not null);
        Assert.Equal(3, bladen);
        Assert.Equal(alle.Where(r => r.Begin >= Moment("2026-10-14T22:00:00Z")).Select(r => r.Naam), gezien.Order());
        Assert.Equal(gezien.OrderBy(naam => int.Parse(naam, null) / 3), gezien);
    }

    [EngineTheory]
    public async Task Who_asked_has_a_number_by_which_it_can_be_chosen_also_when_it_is_not_known_here(Engine engine)
    {
        await using var node = await Start(engine);
        await Schrijf(node,
            Regel(node, "1", "2026-11-03T10:00:00Z") with { Aanroeper = "urn:nld:oin:00000001990000023000" },
            Regel(node, "2", "2026-11-02T10:00:00Z") with { Aanroeper = "urn:nld:oin:00000009900000001000" },
            Regel(node, "3", "2026-11-01T10:00:00Z") with { Aanroeper = "https://elders.example/app" });
        var ontvangers = (await Haal(node, new { burgerservicenummer = Fenna })).GetProperty("verwerkingen").EnumerateArray().Select(v => v.GetProperty("ontvanger"));
        Assert.Equal(
            [("Gemeente Lindewoude", "00000001990000023000"), ("OIN 00000009900000001000", "00000009900000001000"), ("https://elders.example/app", null)],
            ontvangers.Select(o => (o.GetProperty("naam").GetString()!, o.GetProperty("oin").GetString())));
    }

    [EngineTheory]
    [InlineData("2026-11-02", "2026-11-01", "tot")]
    [InlineData("2026-11-31", null, null)]
    [InlineData("gisteren", null, null)]
    public async Task A_period_that_cannot_be_is_a_problem(Engine engine, string? van, string? tot, string? veld)
    {
        await using var node = await Start(engine);
        var probleem = await node.Vraag(400, HttpMethod.Post, Diensten.Logboek, "/inzage", new { burgerservicenummer = Fenna, van, tot }, doel: node.Doel("mijn-gegevens-inzien"));
        if (veld is not null) Assert.Equal(veld, Assert.Single(probleem.GetProperty("invalidParams").EnumerateArray()).GetProperty("name").GetString());
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddLogboek().AddVerwerkingsregister(), routes =>
        {
            routes.MapLogboek();
            routes.MapVerwerkingsregister();
        });
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static async Task Schrijf(Proefnode node, params Logregel[] regels) => await (await node.Store()).Write(session => session.Logboek(regels));

    private static Task<JsonElement> Haal(Proefnode node, object vraag) => node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/inzage", vraag, doel: node.Doel("mijn-gegevens-inzien"));

    private static async Task<IEnumerable<string>> Namen(Proefnode node, object vraag) => Namen(await Haal(node, vraag));

    private static IEnumerable<string> Namen(JsonElement blad) => blad.GetProperty("verwerkingen").EnumerateArray().Select(v => v.GetProperty("handeling").GetString()!);

    private static Logregel Regel(Proefnode node, string naam, string moment, string bsn = Fenna) => new()
    {
        Spoor = new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), null),
        Activiteit = node.Doel("toeristische-verhuur-toezicht"),
        Naam = naam,
        Begin = Moment(moment),
        Einde = Moment(moment),
        Betrokkene = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, LogboekAttributen.Bsn, bsn),
    };

    private static DateTimeOffset Moment(string tekst) => DateTimeOffset.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);
}
