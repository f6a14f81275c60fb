using System.Text.Json;
using Meent.Services.Logboek;
using Meent.Services.Tests.Logboek;
using Meent.Services.Tests.Personen;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Woz;
using Meent.Services.Woz.Demo;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Woz;

/// <summary>WOZ bevragen 1.0.0 at the source.</summary>
public sealed class WozApiTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("adresseerbaarObjectIdentificatie=9901010000000001", "990100000001")]
    [InlineData("nummeraanduidingIdentificatie=9901200000000004", "990100000004")]
    [InlineData("postcode=9901AA&huisnummer=12", "990100000001")]
    [InlineData("postcode=9901AB&huisnummer=3", "990100000006", "990100000007")]
    [InlineData("postcode=9901AB&huisnummer=3&huisletter=b", "990100000007")]
    [InlineData("rsin=990000059&pageSize=2", "990100000002", "990100000003")]
    [InlineData("kvkNummer=90000013&pageSize=1", "990100000002")]
    [InlineData("kvkNummer=90000099")]
    // Of the other municipality.
    [InlineData("nummeraanduidingIdentificatie=9902200000000001")]
    public async Task Objects_are_found_by_owner_and_by_address(Engine engine, string query, params string[] gevonden)
    {
        await using var node = await Open(engine);
        Assert.Equal(gevonden, Objecten(await Vraag(node, 200, "?" + query)).Select(woz => woz.GetProperty("identificatie").GetString()));
    }

    [EngineTheory]
    public async Task A_value_is_the_one_that_was_decided_last_without_what_was_annulled(Engine engine)
    {
        await using var node = await Open(engine);
        var woz = (await (await node.Store()).Read(session => session.Vind("990100000001")))!;
        await (await node.Store()).Write(session => session.Zet(woz with
        {
            Waarden =
            [
                Waarde(100_000, "2024-01-01", "2025-01-01", "beschikking_genomen"),
                Waarde(90_000, "2024-01-01", "2025-07-01", "bezwaar_veranderd", "hoger_beroep_aangetekend"),
                Waarde(80_000, "2024-01-01", "2025-09-01", "beschikking_vernietigd"),
                Waarde(120_000, "2025-01-01", "2026-01-01", "beroep_gehandhaafd"),
                Waarde(70_000, "2023-01-01", "2024-01-01", "beschikking_vernietigd"),
            ],
        }));

        Assert.Equal(
            """{"waarden":[{"vastgesteldeWaarde":120000,"waardepeildatum":"2025-01-01"},{"vastgesteldeWaarde":90000,"waardepeildatum":"2024-01-01","indicatieBezwaarBeroep":true}],"_links":{"self":{"href":"http://localhost:8080/duinwaarde/woz/api/v1/wozobjecten/990100000001"}}}""",
            JsonSerializer.Serialize(await Vraag(node, 200, "/990100000001?fields=waarden")));

        static Waarde Waarde(long euro, string peildatum, string ingang, params string[] statussen) => new()
        {
            VastgesteldeWaarde = euro,
            Waardepeildatum = DateOnly.ParseExact(peildatum, "O", null),
            Ingangsdatum = DateOnly.ParseExact(ingang, "O", null),
            BeschikkingsStatussen = statussen,
        };
    }

    [SharedEngineTheory]
    public async Task What_is_answered_is_what_the_standard_says(Engine engine)
    {
        await using var node = await Open(engine);
        var standaard = new Standaardschema("woz-bevragen-1.0.0.json");
        var lijst = await Vraag(node, 200, "?rsin=990000059&pageSize=100");
        Assert.True(Objecten(lijst).Count() > 3);
        Assert.Empty(standaard.Fouten(lijst, "WozObjectHalCollectie"));
        Assert.Empty(standaard.Fouten(await Vraag(node, 200, "/990100000001"), "WozObjectHal"));
        // The trace is what RFC 9457 lets an API add.
        foreach (var (status, pad, schema) in new[] { (400, "?postcode=9901AA", "BadRequestFoutbericht"), (400, "?rsin=x", "BadRequestFoutbericht"), (404, "/990199999999", "Foutbericht") })
            Assert.Equal([schema + ".traceId staat niet in de standaard"], standaard.Fouten(await Vraag(node, status, pad), schema));
    }

    [EngineTheory]
    public async Task A_list_is_told_in_pages(Engine engine)
    {
        await using var node = await Open(engine);
        var eerste = await Vraag(node, 200, "?kvkNummer=90000013&pageSize=3");
        var tweede = await Vraag(node, 200, "?kvkNummer=90000013&pageSize=3&page=2");
        Assert.Equal(3, Objecten(eerste).Count());
        Assert.Equal("http://localhost:8080/duinwaarde/woz/api/v1/wozobjecten?kvkNummer=90000013&pageSize=3&page=2", eerste.GetProperty("_links").GetProperty("next").GetProperty("href").GetString());
        Assert.True(tweede.GetProperty("_links").TryGetProperty("previous", out _));
        Assert.Empty(Objecten(eerste).Select(Tekst).Intersect(Objecten(tweede).Select(Tekst)));
    }

    [EngineTheory]
    [InlineData("aanduiding.postcode,belanghebbendeEigenaar.naam", """{"aanduiding":{"postcode":"9901AA"},"belanghebbendeEigenaar":{"naam":"F. Dijkgraaf"}}""")]
    [InlineData("waarden.waardepeildatum", """{"waarden":[{"waardepeildatum":"2025-01-01"},{"waardepeildatum":"2024-01-01"}]}""")]
    [InlineData("identificatie, kadastraalOnroerendeZaken", """{"identificatie":"990100000001"}""")]
    public async Task Only_what_is_asked_is_told(Engine engine, string fields, string verwacht)
    {
        await using var node = await Open(engine);
        var antwoord = Tekst(await Vraag(node, 200, "/990100000001?fields=" + Uri.EscapeDataString(fields)));
        Assert.Equal(verwacht, antwoord[..antwoord.IndexOf(",\"_links\"", StringComparison.Ordinal)] + "}");
    }

    [EngineTheory]
    public async Task A_person_in_the_answer_is_on_record_and_one_who_is_not_asked_is_not(Engine engine)
    {
        await using var node = await Open(engine);
        await Vraag(node, 200, "/990100000001?fields=waarden");
        Assert.Empty(await Regels(node));
        await Vraag(node, 200, "/990100000001?fields=waarden,belanghebbendeGebruiker.naam");
        var regel = Assert.Single(await Regels(node));
        Assert.Equal((node.Doel(WozApi.Activiteit), "WOZ-gegevens verstrekt"), (regel.Activiteit, regel.Naam));
        Assert.Contains("woz:belanghebbendeGebruiker.naam", regel.Attributen, StringComparison.Ordinal);
        // The owner of all these is no person.
        await Vraag(node, 200, "?rsin=990000059&fields=belanghebbendeEigenaar");
        Assert.Single(await Regels(node));
    }

    [EngineTheory]
    public async Task A_purpose_gives_what_it_covers_and_tells_what_it_does_not(Engine engine)
    {
        await using var node = await Open(engine);
        await (await node.Store()).Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, node.Doel("heffing"), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit
        {
            Naam = "Heffing",
            Doel = "Belasting heffen.",
            Grondslag = Grondslag.PubliekeTaak,
            Gegevens = ["woz:waarden", "woz:belanghebbendeEigenaar.naam"],
        })));

        await Vraag(node, 200, "/990100000001?fields=waarden.vastgesteldeWaarde,belanghebbendeEigenaar.naam", "heffing");
        var fout = await Vraag(node, 403, "/990100000001?fields=waarden,belanghebbendeEigenaar", "heffing");
        Assert.Equal("autorisation", fout.GetProperty("code").GetString());
        Assert.StartsWith("Het doel dekt deze velden niet: belanghebbendeEigenaar.", fout.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await Vraag(node, 403, "/990100000001", "heffing");
        await Vraag(node, 403, "/990100000001", null);
    }

    [Theory]
    [InlineData("", "paramsRequired")]
    [InlineData("?pageSize=5&fields=waarden", "paramsRequired")]
    [InlineData("?postcode=9901AA", "paramsCombination")]
    [InlineData("?huisletter=a", "paramsCombination")]
    [InlineData("?rsin=990000059&kvkNummer=90000013", "unsupportedCombination")]
    [InlineData("?rsin=990000059&postcode=9901AA&huisnummer=1", "unsupportedCombination")]
    [InlineData("?rsin=99000005", "paramsValidation", "rsin pattern")]
    [InlineData("?postcode=9901aa&huisnummer=0", "paramsValidation", "postcode pattern", "huisnummer minimum")]
    [InlineData("?rsin=990000059&pageSize=101&bsn=1", "paramsValidation", "bsn unknownParam", "pageSize maximum")]
    [InlineData("?rsin=990000059&fields=waarde", "paramsValidation", "fields fields")]
    [InlineData("?rsin=990000059&fields=", "paramsValidation", "fields fields")]
    [InlineData("/12?fields=x", "paramsValidation", "identificatie pattern", "fields fields")]
    [InlineData("/990100000001?page=1", "paramsValidation", "page unknownParam")]
    public async Task A_wrong_question_is_refused_in_the_codes_of_the_standard(string pad, string code, params string[] fouten)
    {
        await using var node = await Open(Engine.Sqlite);
        var fout = await Vraag(node, 400, pad);
        Assert.Equal(code, fout.GetProperty("code").GetString());
        Assert.Equal(fouten, !fout.TryGetProperty("invalidParams", out var lijst) ? [] : lijst.EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}"));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddWoz().AddLogboek(), routes => routes.MapWoz());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        await WozDemo.Vul(await node.Store());
        return node;
    }

    private static Task<JsonElement> Vraag(Proefnode node, int status, string pad, string? doel = WozApi.Activiteit) =>
        node.Vraag(status, HttpMethod.Get, Diensten.Woz, "/wozobjecten" + pad, doel: doel is null ? null : node.Doel(doel));

    private static async Task<List<(string Activiteit, string Naam, string Attributen)>> Regels(Proefnode node) =>
        await (await node.Store()).Read(session => session.Logregels("activiteit, naam, attributen", row => (row.Text(0), row.Text(1), row.Text(2))));

    private static IEnumerable<JsonElement> Objecten(JsonElement lijst) => lijst.GetProperty("_embedded").GetProperty("wozObjecten").EnumerateArray();

    private static string Tekst(JsonElement json) => JsonSerializer.Serialize(json);
}
