using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class ZoekTests
{
    [EngineTheory]
    public async Task A_search_takes_the_filters_of_the_list_and_many_ids(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaken = new List<string>();
        for (var i = 0; i < 5; i++) zaken.Add(Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak($"Z-{i}"))));

        var opId = await Zoek(node, new { uuid__in = new[] { Zaaknode.Id(zaken[1]), Zaaknode.Id(zaken[3]) }, ordering = "-identificatie" });
        Assert.Equal([zaken[3], zaken[1]], opId.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        Assert.Equal(2, opId.GetProperty("count").GetInt32());
        Assert.Equal(5, (await Zoek(node, new { zaaktype__in = new[] { node.Zaaktype } })).GetProperty("count").GetInt32());
        Assert.Equal(0, (await Zoek(node, new { startdatum__gt = "2026-06-01" })).GetProperty("count").GetInt32());

        var eerste = await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek?pageSize=2", new { bronorganisatie = "990000011" });
        var next = eerste.GetProperty("next").GetString()!;
        var tweede = await node.Vraag(200, HttpMethod.Post, Diensten.Zaken, next[next.IndexOf("/zaken/_zoek", StringComparison.Ordinal)..], new { bronorganisatie = "990000011" });
        Assert.Equal([zaken[2], zaken[3]], tweede.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
    }

    [EngineTheory]
    public async Task An_empty_search_an_unknown_criterion_and_a_wrong_area_are_refused(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);

        Assert.Equal("empty_search_body", Code(await Zoek(node, new { }, 400)));
        Assert.Equal("empty_search_body", Code(await Zoek(node, new { ordering = "startdatum" }, 400)));
        Assert.Equal("unknown-parameters", Code(await Zoek(node, new { kleur = "rood" }, 400)));
        Assert.Equal("invalid", Code(await Zoek(node, new { zaakgeometrie = new { within = new { type = "Bol" } } }, 400)));
        Assert.Equal("required", Code(await Zoek(node, new { zaakgeometrie = new { } }, 400)));
        Assert.Equal("invalid", Code(await Zoek(node, new { uuid__in = new[] { "geen-uuid" } }, 400)));
    }

    [EngineTheory]
    public async Task An_area_finds_what_lies_within_it_and_not_what_lies_in_its_box_only(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var binnen = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", Op(node, 4.4, 51.9)));
        await node.Maak(Diensten.Zaken, "/zaken", Op(node, 4.9, 52.4));
        await node.Maak(Diensten.Zaken, "/zaken", Op(node, 6.0, 53.0));
        await node.Maak(Diensten.Zaken, "/zaken", node.Zaak());
        // A triangle: the second case lies in its box, beyond its long side.
        var zaakgeometrie = new { within = new { type = "Polygon", coordinates = new[] { new double[][] { [4, 51.5], [5, 51.5], [4, 52.5], [4, 51.5] } } } };

        var gevonden = await Zoek(node, new { zaakgeometrie });

        Assert.Equal([binnen], gevonden.GetProperty("results").EnumerateArray().Select(Zaaknode.Url));
        Assert.Equal(1, gevonden.GetProperty("count").GetInt32());
        Assert.Equal(0, (await Zoek(node, new { zaakgeometrie, identificatie = "elders" })).GetProperty("count").GetInt32());
        Assert.Equal("invalid", Code(await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken", Op(node, 400, 52))));
    }

    private static object Op(Zaaknode node, double lengte, double breedte) => new
    {
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype = node.Zaaktype,
        startdatum = "2026-06-01",
        zaakgeometrie = new { type = "Point", coordinates = new[] { lengte, breedte } },
    };

    private static Task<JsonElement> Zoek(Zaaknode node, object criteria, int status = 200) => node.Vraag(status, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", criteria);

    private static string? Code(JsonElement probleem) => probleem.GetProperty("invalidParams")[0].GetProperty("code").GetString();
}
