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

/// <summary>The figures of how often personal data was used.</summary>
public sealed class GebruikApiTests : IDisposable
{
    private const string Vraag = "/gebruik?van=2026-09&tot=2026-11";
    private const string Toezicht = "toeristische-verhuur-toezicht";
    private static readonly DateTimeOffset November = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task Figures_say_for_what_at_whose_request_and_of_how_many_persons_unless_they_are_few(Engine engine)
    {
        await using var node = await Start(engine);
        await Schrijf(node, [.. Enumerable.Range(0, 5).Select(i => Regel(node, Toezicht, i))]);
        await Schrijf(node, [Regel(node, Toezicht, 1) with { Aanroeper = "urn:nld:oin:00000001990000023000", Status = Logstatus.Error }, Regel(node, Toezicht, 1) with { Begin = November.AddMonths(-3) }]);

        var antwoord = await Haal(node);
        Assert.Equal(5, antwoord.GetProperty("drempel").GetInt32());
        Assert.Equal(["2026-11"], antwoord.GetProperty("maanden").EnumerateArray().Select(m => m.GetProperty("maand").GetString()!));
        var (zelf, ander) = antwoord.GetProperty("regels").EnumerateArray().ToList() is [var een, var twee] ? (een, twee) : throw new InvalidOperationException(antwoord.GetRawText());
        Assert.Equal(("Toezicht op toeristische verhuur", 5, 5, "geldig"), (zelf.GetProperty("naam").GetString(), zelf.GetProperty("aantal").GetInt64(), zelf.GetProperty("betrokkenen").GetInt64(), zelf.GetProperty("register").GetString()));
        Assert.Equal(JsonValueKind.Null, zelf.GetProperty("aanroeper").ValueKind);
        Assert.Equal(("Gemeente Lindewoude", 1, 1), (ander.GetProperty("aanroeper").GetProperty("naam").GetString(), ander.GetProperty("aantal").GetInt64(), ander.GetProperty("mislukt").GetInt64()));
        Assert.Equal(JsonValueKind.Null, ander.GetProperty("betrokkenen").ValueKind);
        Assert.DoesNotContain("9999", antwoord.GetRawText(), StringComparison.Ordinal);
    }

    [EngineTheory]
    [InlineData("van=2026-11&tot=2026-11", "2026-11")]
    [InlineData("van=2026-10&tot=2026-10", "2026-10")]
    [InlineData("van=2026-09&tot=2026-10", "2026-09 2026-10")]
    [InlineData("tot=2026-09", "2026-08 2026-09")]
    [InlineData("van=2026-08&tot=2026-08", "2026-08")]
    [InlineData("van=2026-12&tot=2027-01", "")]
    [InlineData("van=2025-01&tot=2026-07", "")]
    public async Task A_period_is_of_whole_months_in_UTC(Engine engine, string vraag, string verwacht)
    {
        await using var node = await Start(engine);
        foreach (var moment in (string[])["2026-11-01T00:00:00Z", "2026-10-31T23:59:59Z", "2026-10-01T00:00:00Z", "2026-09-30T23:59:59Z", "2026-08-31T22:30:00Z"])
            await Schrijf(node, [Regel(node, Toezicht, 1) with { Begin = DateTimeOffset.Parse(moment, null) }]);
        var antwoord = await node.Vraag(200, HttpMethod.Get, Diensten.Logboek, $"/gebruik?{vraag}", doel: node.Doel("gegevensgebruik-bewaken"));
        Assert.Equal(verwacht, string.Join(' ', antwoord.GetProperty("maanden").EnumerateArray().Select(m => m.GetProperty("maand").GetString()).Order()));
        Assert.Equal(verwacht, string.Join(' ', antwoord.GetProperty("regels").EnumerateArray().Select(r => r.GetProperty("maand").GetString()).Order()));
    }

    [EngineTheory]
    public async Task What_is_used_and_not_in_the_register_then_is_told(Engine engine)
    {
        await using var node = await Start(engine);
        await Registreer(node, "gestopt", einde: November.AddDays(-5));
        await Schrijf(node, [Regel(node, "gestopt", 1), Regel(node, "verzonnen", 1), Regel(node, Toezicht, 1)]);
        var regels = (await Haal(node)).GetProperty("regels").EnumerateArray().ToDictionary(r => r.GetProperty("activiteit").GetString()!.Split(':')[^1], r => (r.GetProperty("register").GetString(), r.GetProperty("naam").GetString()));
        Assert.Equal(("goldNiet", "gestopt"), regels["gestopt"]);
        Assert.Equal(("onbekend", null), regels["verzonnen"]);
        Assert.Equal("geldig", regels[Toezicht].Item1);
    }

    [EngineTheory]
    public async Task Only_who_watches_sees_figures_and_confidential_ones_only_with_a_purpose_for_that(Engine engine)
    {
        await using var node = await Start(engine);
        await Registreer(node, "ondermijning", vertrouwelijk: true);
        await Registreer(node, "alleen-cijfers", gegevens: ["logboek:gebruik"]);
        await Schrijf(node, [Regel(node, "ondermijning", 1)]);
        Assert.Single((await Haal(node)).GetProperty("regels").EnumerateArray());
        Assert.Empty((await node.Vraag(200, HttpMethod.Get, Diensten.Logboek, Vraag, doel: node.Doel("alleen-cijfers"))).GetProperty("regels").EnumerateArray());

        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, Vraag);
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, Vraag, doel: node.Doel(Toezicht));
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, Vraag, herkomst: Herkomst.Buiten, doel: node.Doel("gegevensgebruik-bewaken"));
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, Vraag, herkomst: Herkomst.Inway, doel: node.Doel("gegevensgebruik-bewaken"));
        foreach (var fout in (string[])["van=2026-13", "van=x&tot=2026-01", "van=2026-02&tot=2026-01", "van=2019-01&tot=2026-01", "jaar=2026", "tot=9999-12"])
            await node.Vraag(400, HttpMethod.Get, Diensten.Logboek, $"/gebruik?{fout}", doel: node.Doel("gegevensgebruik-bewaken"));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddLogboek().AddVerwerkingsregister(), routes =>
        {
            routes.MapLogboek();
            routes.MapVerwerkingsregister();
        });
        await VerwerkingsregisterDemo.Vul(await node.Store(), new Toen());
        return node;
    }

    private static Task<JsonElement> Haal(Proefnode node) => node.Vraag(200, HttpMethod.Get, Diensten.Logboek, Vraag, doel: node.Doel("gegevensgebruik-bewaken"));

    private static async Task Registreer(Proefnode node, string code, DateTimeOffset? einde = null, bool vertrouwelijk = false, string[]? gegevens = null) =>
        await (await node.Store()).Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, node.Doel(code), November.AddYears(-1), einde, November, new Activiteit
        {
            Naam = code,
            Doel = code,
            Grondslag = Grondslag.PubliekeTaak,
            Gegevens = gegevens ?? [],
            Vertrouwelijkheid = vertrouwelijk ? Vertrouwelijkheid.Vertrouwelijk : Vertrouwelijkheid.Normaal,
        })));

    private static async Task Schrijf(Proefnode node, Logregel[] regels)
    {
        var store = await node.Store();
        await store.Write(session => session.Logboek(regels));
        while (await store.Read(session => session.One("SELECT 1 FROM logboek_ongezegeld LIMIT 1", _ => true))) await Task.Delay(20);
    }

    private static Logregel Regel(Proefnode node, string activiteit, int wie) => new()
    {
        Spoor = new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), null),
        Activiteit = node.Doel(activiteit),
        Naam = "Registratie bekeken",
        Begin = November,
        Einde = November,
        Betrokkene = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, LogboekAttributen.Kvk, $"{wie}"),
    };

    /// <summary>So that the register holds at the time of the records.</summary>
    private sealed class Toen : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => November;
    }
}
