using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Adressen;
using Meent.Services.Adressen.Demo;
using Meent.Services.Adressen.Voorkomens;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Adressen;

public sealed class ObjectenTests : IDisposable
{
    private const string Vbo = "/verblijfsobjecten/9901010000000006";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("/woonplaatsen/9901", "woonplaats")]
    [InlineData("/openbareruimten/9901300000000002", "openbareRuimte")]
    [InlineData("/nummeraanduidingen/9901200000000006", "nummeraanduiding")]
    [InlineData(Vbo, "verblijfsobject")]
    [InlineData("/panden/9901100000000006", "pand")]
    public async Task An_object_is_read_as_it_is_in_its_life_cycle_and_as_a_voorkomen(Engine engine, string pad, string naam)
    {
        await using var node = await Open(engine);

        var een = await Vraag(node, 200, pad);
        var leven = (await Vraag(node, 200, pad + "/lvc")).GetProperty("_embedded").GetProperty("voorkomens");
        var voorkomen = await Vraag(node, 200, pad + "/1/1557655500000");

        Assert.Equal(pad.Split('/')[^1], een.GetProperty(naam).GetProperty("identificatie").GetString());
        Assert.EndsWith("v2" + pad, Zelf(een), StringComparison.Ordinal);
        Assert.Equal(JsonSerializer.Serialize(een.GetProperty(naam)), JsonSerializer.Serialize(Assert.Single(leven.EnumerateArray()).GetProperty(naam)));
        Assert.EndsWith("v2" + pad + "/1/1557655500000", Zelf(voorkomen), StringComparison.Ordinal);
        Assert.Equal("notFound", (await Vraag(node, 404, pad[..^2] + "99")).GetProperty("code").GetString());
        Assert.Equal("notFound", (await Vraag(node, 404, pad + "?geldigOp=2000-01-01")).GetProperty("code").GetString());
    }

    [EngineTheory]
    [InlineData("/woonplaatsen?naam=duinwaarde", "woonplaatsen", 1)]
    [InlineData("/openbareruimten?woonplaatsIdentificatie=9901", "openbareruimten", 5)]
    [InlineData("/openbareruimten?woonplaatsNaam=Duinwaarde&openbareRuimteNaam=zeelaan", "openbareruimten", 1)]
    [InlineData("/nummeraanduidingen?postcode=9901AB&huisnummer=3", "nummeraanduidingen", 2)]
    [InlineData("/nummeraanduidingen?postcode=9901AB&huisnummer=3&exacteMatch=true", "nummeraanduidingen", 0)]
    [InlineData("/nummeraanduidingen?woonplaatsNaam=Duinwaarde&openbareRuimteNaam=Duinpad&huisnummer=3&huisletter=b", "nummeraanduidingen", 1)]
    [InlineData("/nummeraanduidingen?openbareRuimteIdentificatie=9901300000000001&huidig=true", "nummeraanduidingen", 4)]
    [InlineData("/verblijfsobjecten?pandIdentificatie=9901100000000006", "verblijfsobjecten", 2)]
    public async Task Objects_are_found_by_what_they_are_called_or_belong_to(Engine engine, string pad, string naam, int aantal)
    {
        await using var node = await Open(engine);

        Assert.Equal(aantal, (await Vraag(node, 200, pad)).GetProperty("_embedded").GetProperty(naam).GetArrayLength());
    }

    [EngineTheory]
    public async Task What_an_object_points_at_comes_along_when_asked(Engine engine)
    {
        await using var node = await Open(engine);

        var zonder = await Vraag(node, 200, Vbo);
        var alles = await Vraag(node, 200, Vbo + "?expand=true");
        var een = await Vraag(node, 200, Vbo + "?expand=maaktDeelUitVan");

        Assert.False(zonder.TryGetProperty("_embedded", out _));
        Assert.Equal(["self", "heeftAlsHoofdAdres", "maaktDeelUitVan"], zonder.GetProperty("_links").EnumerateObject().Select(link => link.Name));
        Assert.Equal("9901200000000006", alles.GetProperty("_embedded").GetProperty("heeftAlsHoofdAdres").GetProperty("nummeraanduiding").GetProperty("identificatie").GetString());
        Assert.Equal(["maaktDeelUitVan"], een.GetProperty("_embedded").EnumerateObject().Select(lid => lid.Name));
        Assert.Equal(["expand"], (await Vraag(node, 400, Vbo + "?expand=bestaatniet")).GetProperty("invalid-params").EnumerateArray().Select(fout => fout.GetProperty("code").GetString()));
        Assert.Equal("Polygon", (await Vraag(node, 200, "/woonplaatsen/9901?expand=geometrie")).GetProperty("_embedded").GetProperty("geometrie").GetProperty("vlak").GetProperty("type").GetString());
    }

    [EngineTheory]
    public async Task What_an_address_is_of_is_told_under_the_name_of_its_type(Engine engine)
    {
        await using var node = await Open(engine);

        var een = await Vraag(node, 200, "/adresseerbareobjecten/9901010000000006");
        var lijst = (await Vraag(node, 200, "/adresseerbareobjecten?nummeraanduidingIdentificatie=9901200000000006&huidig=true")).GetProperty("_embedded").GetProperty("adresseerbareObjecten");
        var leven = (await Vraag(node, 200, "/adresseerbareobjecten/9901010000000006/lvc")).GetProperty("_embedded").GetProperty("voorkomens");

        Assert.Equal(JsonSerializer.Serialize(await Vraag(node, 200, Vbo)), JsonSerializer.Serialize(een.GetProperty("verblijfsobject")));
        Assert.Equal(JsonSerializer.Serialize(een), JsonSerializer.Serialize(Assert.Single(lijst.EnumerateArray())));
        Assert.True(Assert.Single(leven.EnumerateArray()).TryGetProperty("verblijfsobject", out _));
        Assert.Equal("notFound", (await Vraag(node, 404, "/adresseerbareobjecten/9901020000000006")).GetProperty("code").GetString());
        Assert.Equal("paramsValidation", (await Vraag(node, 400, "/adresseerbareobjecten/9901100000000006")).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task The_past_is_told_with_the_knowledge_of_then(Engine engine)
    {
        await using var node = await Open(engine);
        await Hernoem(node);

        const string Pad = "/openbareruimten/9901300000000002";
        Assert.Equal("Duinlaan", Naam(await Vraag(node, 200, Pad)));
        Assert.Equal("Duinpad", Naam(await Vraag(node, 200, Pad + "?geldigOp=2021-12-31")));
        Assert.Equal("Duinlaan", Naam(await Vraag(node, 200, Pad + "?geldigOp=2022-01-01")));
        // It was registered ten days late: until then the old name was held to be valid.
        Assert.Equal("Duinpad", Naam(await Vraag(node, 200, Pad + "?geldigOp=2022-01-05&beschikbaarOp=2022-01-06T12:00")));
        Assert.Equal(2, (await Vraag(node, 200, Pad + "/lvc")).GetProperty("_embedded").GetProperty("voorkomens").GetArrayLength());
        Assert.Equal("unsupportedCombination", (await Vraag(node, 400, "/nummeraanduidingen?postcode=9901AB&huisnummer=3&huidig=true&geldigOp=2022-01-01")).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task What_lies_at_a_point_is_found_and_its_system_has_to_be_named(Engine engine)
    {
        await using var node = await Open(engine);
        var punt = (await Vraag(node, 200, Vbo)).GetProperty("verblijfsobject").GetProperty("geometrie").GetProperty("punt");

        var panden = (await OpPunt(node, 200, "/panden", punt)).GetProperty("_embedded").GetProperty("panden");

        Assert.Equal("9901100000000006", Assert.Single(panden.EnumerateArray()).GetProperty("pand").GetProperty("identificatie").GetString());
        Assert.Single((await OpPunt(node, 200, "/woonplaatsen", punt)).GetProperty("_embedded").GetProperty("woonplaatsen").EnumerateArray());
        Assert.Empty((await OpPunt(node, 200, "/panden", new { type = "Point", coordinates = (double[])[50_000, 400_000] })).GetProperty("_embedded").GetProperty("panden").EnumerateArray());
        Assert.Equal("acceptCrsMissing", (await Vraag(node, 412, Vbo, "")).GetProperty("code").GetString());
        Assert.Equal("crsNotAcceptable", (await Vraag(node, 406, Vbo, "epsg:4326")).GetProperty("code").GetString());
        Assert.Equal("contentCrsMissing", (await OpPunt(node, 412, "/panden", punt, "")).GetProperty("code").GetString());
        Assert.Equal("crsNotSupported", (await OpPunt(node, 415, "/panden", punt, "epsg:4326")).GetProperty("code").GetString());
        Assert.Equal("paramsValidation", (await OpPunt(node, 400, "/panden", new { type = "Punt" })).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/woonplaatsen", "paramsRequired")]
    [InlineData("/openbareruimten?openbareRuimteNaam=Zeelaan", "paramsCombination")]
    [InlineData("/openbareruimten?woonplaatsIdentificatie=9901&woonplaatsNaam=Duinwaarde", "unsupportedCombination")]
    [InlineData("/verblijfsobjecten?huidig=true", "paramsValidation", "pandIdentificatie required")]
    [InlineData("/panden/12?expand=true", "paramsValidation", "expand unknownParam", "identificatie pattern")]
    [InlineData("/nummeraanduidingen/9901200000000006?geldigOp=1983-05-00&beschikbaarOp=gisteren", "paramsValidation", "geldigOp date", "beschikbaarOp date")]
    public async Task A_wrong_question_is_refused_in_the_codes_of_the_standard(string pad, string code, params string[] fouten)
    {
        await using var node = await Open(Engine.Sqlite);

        var fout = await Vraag(node, 400, pad);

        Assert.Equal(code, fout.GetProperty("code").GetString());
        Assert.Equal(fouten, !fout.TryGetProperty("invalid-params", out var lijst) ? [] : lijst.EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}"));
    }

    public void Dispose() => _map.Dispose();

    private static async Task Hernoem(Proefnode node)
    {
        var nieuw = JsonNode.Parse((await Vraag(node, 200, "/openbareruimten/9901300000000002")).GetRawText())!.AsObject();
        nieuw.Remove("_links");
        var oud = nieuw.DeepClone().AsObject();
        oud["openbareRuimte"]!["voorkomen"]!["eindGeldigheid"] = "2022-01-01";
        nieuw["openbareRuimte"]!["naam"] = "Duinlaan";
        nieuw["openbareRuimte"]!["voorkomen"] = new JsonObject
        {
            ["tijdstipRegistratie"] = "2022-01-11T09:00:00Z",
            ["versie"] = 2,
            ["beginGeldigheid"] = "2022-01-01",
            ["tijdstipRegistratieLV"] = "2022-01-11T10:00:00Z",
        };
        await (await node.Store()).Write(async session =>
            await session.Zet(new Voorkomen(Objecttype.OpenbareRuimte, oud, EindLv: new DateTimeOffset(2022, 1, 11, 10, 0, 0, TimeSpan.Zero)))
            && await session.Zet(new Voorkomen(Objecttype.OpenbareRuimte, nieuw)));
    }

    private static string? Naam(JsonElement antwoord) => antwoord.GetProperty("openbareRuimte").GetProperty("naam").GetString();

    private static string? Zelf(JsonElement antwoord) => antwoord.GetProperty("_links").GetProperty("self").GetProperty("href").GetString();

    private static Task<JsonElement> Vraag(Proefnode node, int status, string pad, string crs = "epsg:28992") =>
        node.Vraag(status, HttpMethod.Get, Diensten.Adressen, pad, headers: headers => Zet(headers, Headers.AcceptCrs, crs));

    private static Task<JsonElement> OpPunt(Proefnode node, int status, string pad, object punt, string crs = "epsg:28992") =>
        node.Vraag(status, HttpMethod.Post, Diensten.Adressen, pad, punt, headers: headers =>
        {
            Zet(headers, Headers.AcceptCrs, "epsg:28992");
            Zet(headers, Headers.ContentCrs, crs);
        });

    private static void Zet(System.Net.Http.Headers.HttpRequestHeaders headers, string naam, string waarde)
    {
        headers.Remove(naam);
        if (waarde.Length > 0) headers.Add(naam, waarde);
    }

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddAdressen(), routes => routes.MapAdressen());
        await AdressenDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }
}
