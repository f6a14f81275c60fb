using System.Text.Json;
using Meent.Services.Adressen;
using Meent.Services.Adressen.Demo;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Adressen;

public sealed class AdressenApiTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("postcode=9901AA&huisnummer=12", "Zeelaan 12")]
    [InlineData("postcode=9901aa&huisnummer=12", "Zeelaan 12")]
    [InlineData("postcode=9901AB&huisnummer=3", "Duinpad 3 A", "Duinpad 3 B")]
    [InlineData("postcode=9901AB&huisnummer=3&huisletter=b", "Duinpad 3 B")]
    [InlineData("postcode=9901AB&huisnummer=3&exacteMatch=true")]
    [InlineData("postcode=9901AC&huisnummer=23&huisnummertoevoeging=2&exacteMatch=true", "Strandweg 23-2")]
    [InlineData("postcode=9902BB&huisnummer=12&huisletter=A&exacteMatch=true", "Molenweg 12 a")]
    [InlineData("woonplaatsNaam=duinwaarde&openbareRuimteNaam=burgemeester duinker van zandenstraat&huisnummer=8", "Burg Duinker v Zandenstr 8")]
    [InlineData("adresseerbaarObjectIdentificatie=9901010000000001", "Zeelaan 12")]
    [InlineData("zoekresultaatIdentificatie=9901200000000006", "Duinpad 3 A")]
    [InlineData("zoekresultaatIdentificatie=weg")]
    [InlineData("pandIdentificatie=9901100000000006", "Duinpad 3 A", "Duinpad 3 B")]
    [InlineData("postcode=1234AB&huisnummer=1")]
    public async Task Addresses_are_found_by_what_is_known(Engine engine, string query, params string[] regels)
    {
        await using var node = await Open(engine);

        var antwoord = await Vraag(node, 200, "?" + query);

        Assert.Equal(regels, antwoord.GetProperty("_embedded").GetProperty("adressen").EnumerateArray().Select(a => a.GetProperty("adresregel5").GetString()));
    }

    [EngineTheory]
    public async Task An_address_is_read_by_its_nummeraanduiding(Engine engine)
    {
        await using var node = await Open(engine);

        var adres = await Vraag(node, 200, "/9901200000000006");

        Assert.Equal(
            """{"openbareRuimteNaam":"Duinpad","korteNaam":"Duinpad","huisnummer":3,"huisletter":"A","postcode":"9901AB","woonplaatsNaam":"Duinwaarde","nummeraanduidingIdentificatie":"9901200000000006","openbareRuimteIdentificatie":"9901300000000002","woonplaatsIdentificatie":"9901","adresseerbaarObjectIdentificatie":"9901010000000006","pandIdentificaties":["9901100000000006"],"adresregel5":"Duinpad 3 A","adresregel6":"9901 AB  DUINWAARDE","_links":{"self":{"href":"B/adressen/9901200000000006"},"nummeraanduiding":{"href":"B/nummeraanduidingen/9901200000000006"},"openbareRuimte":{"href":"B/openbareruimten/9901300000000002"},"woonplaats":{"href":"B/woonplaatsen/9901"},"adresseerbaarObject":{"href":"B/verblijfsobjecten/9901010000000006"},"panden":[{"href":"B/panden/9901100000000006"}]}}""",
            JsonSerializer.Serialize(adres).Replace("http://localhost:8080/duinwaarde/lvbag/individuelebevragingen/v2", "B", StringComparison.Ordinal));
        Assert.Equal("notFound", (await Vraag(node, 404, "/9901200000009999")).GetProperty("code").GetString());
        Assert.Equal("pattern", (await Vraag(node, 400, "/990120000000")).GetProperty("invalid-params")[0].GetProperty("code").GetString());
    }

    [EngineTheory]
    [InlineData("zeel 12", "Zeelaan 12, 9901AA Duinwaarde")]
    [InlineData("9901 ab 3b", "Duinpad 3 B, 9901AB Duinwaarde")]
    [InlineData("DUINPAD 3, Duinwaarde", "Duinpad 3 A, 9901AB Duinwaarde", "Duinpad 3 B, 9901AB Duinwaarde")]
    [InlineData("duinw duinpad 3 a", "Duinpad 3 A, 9901AB Duinwaarde")]
    [InlineData("strandweg 23-2", "Strandweg 23-2, 9901AC Duinwaarde")]
    [InlineData("zándenstraat 8", "Burgemeester Duinker van Zandenstraat 8, 9901AE Duinwaarde")]
    [InlineData("dorpsstraat 1")]
    [InlineData("12")]
    [InlineData("!")]
    public async Task Whoever_types_the_beginning_of_what_they_know_finds_the_address(Engine engine, string zoek, params string[] omschrijvingen)
    {
        await using var node = await Open(engine);
        var gevonden = (await Vraag(node, 200, $"/zoek?zoek={Uri.EscapeDataString(zoek)}")).GetProperty("_embedded").GetProperty("zoekresultaten").EnumerateArray().ToList();
        Assert.Equal(omschrijvingen, gevonden.Select(r => r.GetProperty("omschrijving").GetString()));
        foreach (var resultaat in gevonden)
        {
            var adressen = (await Vraag(node, 200, $"?zoekresultaatIdentificatie={resultaat.GetProperty("identificatie").GetString()}")).GetProperty("_embedded").GetProperty("adressen");
            Assert.Equal(resultaat.GetProperty("identificatie").GetString(), Assert.Single(adressen.EnumerateArray()).GetProperty("nummeraanduidingIdentificatie").GetString());
        }
    }

    [EngineTheory]
    public async Task What_is_found_is_told_in_pages_over_all_streets(Engine engine)
    {
        await using var node = await Open(engine);
        var alle = new List<string>();
        for (var pagina = 1; ; pagina++)
        {
            var blad = await Vraag(node, 200, $"/zoek?zoek=duinw&pageSize=10&page={pagina}");
            alle.AddRange(blad.GetProperty("_embedded").GetProperty("zoekresultaten").EnumerateArray().Select(r => r.GetProperty("identificatie").GetString()!));
            if (!blad.GetProperty("_links").TryGetProperty("next", out _)) break;
        }

        Assert.Equal(14, alle.Distinct().Count());
        Assert.Equal(14, alle.Count);
        Assert.Equal("required", (await Vraag(node, 400, "/zoek?page=1")).GetProperty("invalid-params")[0].GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task A_list_is_told_in_pages(Engine engine)
    {
        await using var node = await Open(engine);
        var store = await node.Store();
        var voorbeeld = JsonSerializer.Deserialize<Adres>((await store.Read(s => s.Vind("9901200000000006")))!.Body, Bronnen.Json)!;
        await store.Write(async session =>
        {
            for (var i = 0; i < 15; i++) await session.Zet(voorbeeld with { Huisletter = null, Huisnummertoevoeging = $"{i:00}", Huisnummer = 99, NummeraanduidingIdentificatie = $"99012000000001{i:00}" });
            return 0;
        });

        var eerste = await Vraag(node, 200, "?postcode=9901AB&huisnummer=99&pageSize=10");
        var tweede = await Vraag(node, 200, "?postcode=9901AB&huisnummer=99&pageSize=10&page=2");

        Assert.Equal((10, 5), (Aantal(eerste), Aantal(tweede)));
        Assert.Equal("http://localhost:8080/duinwaarde/lvbag/individuelebevragingen/v2/adressen?postcode=9901AB&huisnummer=99&pageSize=10&page=2", Link(eerste, "next"));
        Assert.Equal(Link(eerste, "next"), Link(tweede, "self"));
        Assert.False(tweede.GetProperty("_links").TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("", "paramsRequired")]
    [InlineData("?postcode=9901AA", "paramsCombination")]
    [InlineData("?huisnummer=12", "paramsCombination")]
    [InlineData("?postcode=9901AA&huisnummer=1&adresseerbaarObjectIdentificatie=9901010000000001", "unsupportedCombination")]
    [InlineData("?pandIdentificatie=9901100000000006&huisnummer=1", "unsupportedCombination")]
    [InlineData("?pandIdentificatie=9901100000000006&expand=true", "unsupportedCombination")]
    [InlineData("?postcode=1234aa&huisnummer=1&expand=pand", "paramsValidation", "expand expand Deel van de parameterwaarde niet correct: pand.")]
    [InlineData("?postcode=1234aa&huisnummer=a", "paramsValidation", "huisnummer integer Waarde is geen geldige integer.")]
    [InlineData("?postcode=123aa&huisnummer=1", "paramsValidation", "postcode pattern Waarde voldoet niet aan patroon ^[1-9]{1}[0-9]{3}[ ]{0,1}[a-zA-Z]{2}$.")]
    [InlineData("?postcode=1234aa&huisnummer=123456", "paramsValidation", "huisnummer maximum Waarde is hoger dan maximum 99999.")]
    [InlineData("?postcode=1234aa&huisnummer=1&exacteMatch=ja", "paramsValidation", "exacteMatch boolean Waarde is geen geldige boolean.")]
    [InlineData("?postcode=1234aa&huisnummer=1&straat=x&pageSize=1", "paramsValidation", "straat unknownParam Parameter is niet verwacht.", "pageSize minimum Waarde is lager dan minimum 10.")]
    public async Task A_wrong_question_is_refused_in_the_codes_of_the_standard(string query, string code, params string[] fouten)
    {
        await using var node = await Open(Engine.Sqlite);

        var fout = await Vraag(node, 400, query);

        Assert.Equal(code, fout.GetProperty("code").GetString());
        Assert.Equal("/lvbag/individuelebevragingen/v2/adressen", fout.GetProperty("instance").GetString());
        Assert.Equal(fouten, !fout.TryGetProperty("invalid-params", out var lijst) ? [] : lijst.EnumerateArray().Select(f =>
            $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()} {f.GetProperty("reason").GetString()}"));
    }

    [EngineTheory]
    public async Task The_demo_addresses_are_those_of_both_municipalities(Engine engine)
    {
        await using var node = await Open(engine);
        var aantallen = await (await node.Store()).Read(s => s.All("SELECT woonplaats, COUNT(*) FROM adressen_adressen GROUP BY woonplaats ORDER BY woonplaats", row => (row.Text(0), row.Long(1))));

        Assert.Equal([("duinwaarde", 14L), ("lindewoude", 5L)], aantallen);
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddAdressen(), routes => routes.MapAdressen());
        await AdressenDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static Task<JsonElement> Vraag(Proefnode node, int status, string pad) => node.Vraag(status, HttpMethod.Get, Diensten.Adressen, "/adressen" + pad);

    private static int Aantal(JsonElement antwoord) => antwoord.GetProperty("_embedded").GetProperty("adressen").GetArrayLength();

    private static string? Link(JsonElement antwoord, string naam) => antwoord.GetProperty("_links").GetProperty(naam).GetProperty("href").GetString();
}
