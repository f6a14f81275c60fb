using System.Diagnostics;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Tests.Personen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Logboek;

/// <summary>What a purpose may have, what it asks, and what would be enough.</summary>
public sealed class MinimalisatieTests : IDisposable
{
    private const string Toezicht = Proefregister.Toezicht;
    private const string Bewaken = "gegevensgebruik-bewaken";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_question_counts_once_and_each_person_in_its_answer_once(Engine engine)
    {
        await using var node = await Start(engine);
        await Vraag(node, 200, Toezicht, [Proefregister.Fenna, Proefregister.Milan], "naam.geslachtsnaam", "verblijfplaatsBinnenland.verblijfadres");
        await Vraag(node, 200, Toezicht, [Proefregister.Fenna], "naam.geslachtsnaam");
        await Vraag(node, 403, Toezicht, [Proefregister.Fenna], "geboorte");
        await Vraag(node, 200, Toezicht, ["999999999"], "naam.voornamen");
        await Verzegeld(node);

        var meting = (await Haal(node))[Toezicht];
        Assert.Equal(
            [
                "personen:burgerservicenummer True 0 0", "personen:naam True 2 3", "personen:naam.geslachtsnaam True 2 3",
                "personen:verblijfplaats True 1 2", "personen:verblijfplaats.verblijfadres True 1 2",
            ],
            meting.GetProperty("velden").EnumerateArray().Select(v => $"{v.GetProperty("veld")} {v.GetProperty("toegekend").GetBoolean()} {v.GetProperty("gevraagd")} {v.GetProperty("verstrekt")}"));
        Assert.Equal("kortGemeten", Stand(meting));
        Assert.Equal(Lijst(meting, "gegevens"), Lijst(meting, "voorstel"));
    }

    [EngineTheory]
    public async Task What_was_never_asked_is_proposed_to_go_and_then_refused_for_that_purpose_and_no_other(Engine engine)
    {
        await using var node = await Start(engine);
        await Schrijf(node, Toezicht, 95, 1, "personen:naam");
        await Schrijf(node, Toezicht, 5, 20, "personen:naam.geslachtsnaam personen:verblijfplaats.verblijfadres personen:verblijfplaats.verblijfadres.postcode");
        var meting = (await Haal(node))[Toezicht];
        Assert.Equal(("voorstel", 20), (Stand(meting), meting.GetProperty("antwoorden").GetInt64()));
        Assert.Equal(["personen:naam.geslachtsnaam", "personen:verblijfplaats.verblijfadres", "adressen:*", "kvk:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*"], Lijst(meting, "voorstel"));
        Assert.Equal(["personen:burgerservicenummer", "personen:naam", "personen:verblijfplaats"], Lijst(meting, "vervalt"));

        await Vraag(node, 200, Toezicht, [Proefregister.Fenna], "verblijfplaats");
        await Versmal(node, Toezicht, Lijst(meting, "voorstel"));
        await Vraag(node, 403, Toezicht, [Proefregister.Fenna], "verblijfplaats");
        await Vraag(node, 200, Toezicht, [Proefregister.Fenna], "naam.geslachtsnaam", "verblijfplaats.verblijfadres");
        await Vraag(node, 200, Proefregister.Alles, [Proefregister.Fenna], "verblijfplaats");
    }

    [EngineTheory]
    public async Task A_part_of_a_date_that_does_not_exist_counts_as_the_date_that_was_told(Engine engine)
    {
        await using var node = await Start(engine);
        await Vraag(node, 200, Proefregister.Alles, [Proefregister.Fenna], "geboorte.datum.verzonnen", "geboorte.datum.jaar.dag", "geboorte.datum", "verblijfplaatsBinnenland.verblijfadres.postcode", "geslacht.onzin");
        await Vraag(node, 400, Proefregister.Alles, [Proefregister.Fenna], "geboorte.verzonnen");
        await Verzegeld(node);
        var geteld = await (await node.Store()).Read(session => session.All("SELECT veld, gevraagd FROM logboek_velden ORDER BY veld", row => (row.Text(0), row.Long(1))));
        Assert.Equal([("personen:geboorte.datum", 1), ("personen:geslacht", 1), ("personen:verblijfplaats.verblijfadres.postcode", 1)], geteld.Where(een => een.Item1 != "personen:burgerservicenummer"));
    }

    [EngineTheory]
    public async Task With_little_use_or_little_time_it_is_too_early_to_tell(Engine engine)
    {
        await using var node = await Start(engine);
        await Registreer(node, "nieuw", DateTimeOffset.UtcNow.AddDays(-10), "personen:*");
        await Registreer(node, "precies", DateTimeOffset.UtcNow.AddDays(-200), "personen:naam", "verhuur:*");
        await Registreer(node, "elders", DateTimeOffset.UtcNow.AddDays(-200), "verhuur:*");
        await Schrijf(node, "nieuw", 1, 50, "personen:naam");
        Assert.Equal("kortGemeten", Stand((await Haal(node))[Toezicht]));
        await Schrijf(node, Toezicht, 91, 1, "personen:naam");
        await Schrijf(node, Toezicht, 5, 19, "personen:naam");
        await Schrijf(node, "precies", 5, 20, "personen:naam");

        var metingen = await Haal(node);
        Assert.Equal("weinig", Stand(metingen[Toezicht]));
        Assert.Equal("jong", Stand(metingen["nieuw"]));
        Assert.Equal("past", Stand(metingen["precies"]));
        Assert.DoesNotContain("elders", metingen.Keys);
        Assert.All(metingen.Values, meting => Assert.Empty(Lijst(meting, "vervalt")));
    }

    [EngineTheory]
    public async Task What_was_granted_lately_is_not_proposed_to_go_and_what_was_searched_by_stays(Engine engine)
    {
        await using var node = await Start(engine);
        await Registreer(node, "groeit", DateTimeOffset.UtcNow.AddDays(-200), "personen:naam", "personen:geboorte", "personen:geslacht");
        await Versmal(node, "groeit", ["personen:naam", "personen:geboorte", "personen:geslacht", "personen:partners"]);
        await Schrijf(node, "groeit", 95, 1, "personen:naam");
        await Schrijf(node, "groeit", 5, 20, "personen:naam", " personen:geboorte.datum");
        Assert.Equal(["personen:naam", "personen:geboorte.datum", "personen:partners"], Lijst((await Haal(node))["groeit"], "voorstel"));
    }

    [EngineTheory]
    public async Task Where_the_source_is_elsewhere_own_programs_are_counted_and_nothing_is_proposed(Engine engine)
    {
        await using var node = await Start(engine, o => o with { Diensten = o.Diensten.Except([Diensten.Personen]).ToHashSet(StringComparer.Ordinal) });
        await Schrijf(node, Toezicht, 95, 1, "personen:naam", alsBron: false);
        await Schrijf(node, Toezicht, 5, 25, "personen:naam.geslachtsnaam verhuur:registraties", alsBron: false);
        var meting = (await Haal(node))[Toezicht];
        Assert.Equal(("elders", 25), (Stand(meting), meting.GetProperty("antwoorden").GetInt64()));
        Assert.Equal(["personen:burgerservicenummer 0", "personen:naam 25", "personen:naam.geslachtsnaam 25", "personen:verblijfplaats 0"], meting.GetProperty("velden").EnumerateArray().Select(v => $"{v.GetProperty("veld")} {v.GetProperty("gevraagd")}"));
        Assert.Empty(Lijst(meting, "vervalt"));
    }

    [EngineTheory]
    public async Task Only_who_watches_over_the_use_of_data_sees_it(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, "/minimalisatie");
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, "/minimalisatie", doel: node.Doel(Toezicht));
        await node.Vraag(403, HttpMethod.Get, Diensten.Logboek, "/minimalisatie", herkomst: Herkomst.Inway, doel: node.Doel(Bewaken));
        await node.Vraag(400, HttpMethod.Get, Diensten.Logboek, "/minimalisatie?jaar=1", doel: node.Doel(Bewaken));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine, Func<Organisatie, Organisatie>? anders = null)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddLogboek().AddVerwerkingsregister().AddPersonen(), routes =>
        {
            routes.MapLogboek();
            routes.MapPersonen();
        }, anders: anders);
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        if (anders is null) await PersonenDemo.Vul(await node.Store());
        return node;
    }

    private static async Task<Dictionary<string, JsonElement>> Haal(Proefnode node) =>
        (await node.Vraag(200, HttpMethod.Get, Diensten.Logboek, "/minimalisatie", doel: node.Doel(Bewaken))).GetProperty("activiteiten").EnumerateArray().ToDictionary(a => a.GetProperty("activiteit").GetString()!.Split(':')[^1]);

    private static string Stand(JsonElement meting) => meting.GetProperty("stand").GetString()!;

    private static List<string> Lijst(JsonElement meting, string naam) => [.. meting.GetProperty(naam).EnumerateArray().Select(een => een.GetString()!)];

    private static Task Vraag(Proefnode node, int status, string doel, string[] bsns, params string[] fields) =>
        node.Vraag(status, HttpMethod.Post, Diensten.Personen, "/personen", new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsns, fields }, doel: node.Doel(doel));

    /// <summary>As the source writes them, of some days ago.</summary>
    private static async Task Schrijf(Proefnode node, string activiteit, int dagen, int aantal, string gegevens, string gezocht = "", bool alsBron = true)
    {
        var moment = DateTimeOffset.UtcNow.AddDays(-dagen);
        await (await node.Store()).Write(session => session.Logboek([.. Enumerable.Range(0, aantal).Select(_ => new Logregel
        {
            Spoor = new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), null),
            Activiteit = node.Doel(activiteit),
            Naam = "Persoonsgegevens verstrekt",
            Begin = moment,
            Einde = moment,
            Attributen = alsBron ? $$"""{"meent.gegevens":"{{gegevens}}","meent.vraag":"1{{gezocht}}"}""" : $$"""{"meent.gegevens":"{{gegevens}}"}""",
        })]));
        await Verzegeld(node);
    }

    private static async Task Verzegeld(Proefnode node)
    {
        var store = await node.Store();
        while (await store.Read(session => session.One("SELECT 1 FROM logboek_ongezegeld LIMIT 1", _ => true))) await Task.Delay(20);
    }

    private static async Task Registreer(Proefnode node, string code, DateTimeOffset begin, params string[] gegevens) => await Voeg(node, new Versie(
        Guid.CreateVersion7(), 1, node.Doel(code), begin, null, begin, new Activiteit { Naam = code, Doel = code, Grondslag = Grondslag.PubliekeTaak, Gegevens = gegevens }));

    private static async Task Versmal(Proefnode node, string code, IReadOnlyList<string> gegevens)
    {
        var nu = DateTimeOffset.UtcNow;
        var oud = (await node.Services.GetRequiredService<Doelen>().VindVersie(node.Organisatie, node.Doel(code), nu))!;
        await Voeg(node, oud with { Nummer = oud.Nummer + 1, Begin = nu, Vastgelegd = nu, Activiteit = oud.Activiteit with { Gegevens = gegevens } });
    }

    private static async Task Voeg(Proefnode node, Versie versie)
    {
        await (await node.Store()).Write(session => Register.Voeg(session, versie));
        node.Services.GetRequiredService<Doelen>().Vergeet(node.Organisatie);
    }
}
