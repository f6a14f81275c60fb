using Meent.Testing.Engines;

namespace Meent.Services.Tests.Objecten;

public sealed class FilterTests
{
    [EngineTheory]
    public async Task Data_is_found_by_each_operator(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.Maak(new { soort = "eik", hoogte = 10, geplant = "2000-11-01", afmetingen = new { stam = 4 }, inheems = true });
        await node.Maak(new { soort = "Beuk, rode", hoogte = 5.5, geplant = "2010-01-01", afmetingen = new { stam = 14 }, tags = new[] { "Laan", "park" } });
        await node.Maak(new { soort = "es", hoogte = "10", stam = 4 });
        Task<IEnumerable<string?>> Vind(string filter) => Vindt(node, $"/objects?{filter}&ordering=record__data__soort");

        Assert.Equal(["eik"], await Vind("data_attr=soort__exact__eik"));
        Assert.Empty(await Vind("data_attr=soort__exact__Eik"));
        Assert.Equal(["eik", "es"], await Vind("data_attr=hoogte__exact__10"));
        Assert.Equal(["eik"], await Vind("data_attr=geplant__exact__2000-11-01"));
        Assert.Equal(["eik"], await Vind("data_attr=inheems__exact__true"));
        Assert.Equal(["eik"], await Vind("data_attr=afmetingen__stam__exact__4"));
        Assert.Equal(["Beuk, rode"], await Vind("data_attr=hoogte__lt__10"));
        Assert.Equal(["Beuk, rode", "eik"], await Vind("data_attr=hoogte__lte__10"));
        Assert.Equal(["eik"], await Vind("data_attr=hoogte__gt__5.5"));
        Assert.Equal(["Beuk, rode", "eik"], await Vind("data_attr=hoogte__gte__5.5"));
        Assert.Equal(["Beuk, rode"], await Vind("data_attr=geplant__gte__2005-01-01"));
        Assert.Equal(["eik"], await Vind("data_attr=geplant__lt__2010-01-01"));
        Assert.Empty(await Vind("data_attr=soort__gt__1000-01-01"));
        Assert.Equal(["Beuk, rode"], await Vind("data_attr=soort__icontains__EUK, r"));
        Assert.Equal(["eik", "es"], await Vind("data_attr=hoogte__icontains__1"));
        Assert.Equal(["Beuk, rode"], await Vind("data_attr=tags__icontains__laan"));
        Assert.Equal(["eik", "es"], await Vind("data_attr=soort__in__es|eik|olm"));
        Assert.Equal(["eik", "es"], await Vind("data_attr=hoogte__in__10|11"));
        Assert.Equal(["eik"], await Vind("data_attr=soort__in__es|eik&data_attr=hoogte__gt__1"));
        Assert.Equal(["eik"], await Vind("data_attrs=afmetingen__stam__exact__4,soort__exact__eik"));
        Assert.Empty(await Vind("data_attr=onbekend__exact__1"));
        Assert.Empty(await Vind("data_attr=soort__icontains__%25"));
        Assert.Empty(await Vind("data_attr=soort__exact__' OR 1=1 --"));
        Assert.Equal(["Beuk, rode"], await Vind("data_icontains=LAAN"));
        Assert.Equal(["Beuk, rode", "eik"], await Vind("data_icontains=K"));
        Assert.Empty(await Vind("data_icontains=5.5"));
    }

    [EngineTheory]
    public async Task An_expression_of_another_shape_is_refused(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        Task<string> Fout(string vraag) => node.Fout(HttpMethod.Get, "/objects?" + vraag);

        Assert.Equal("data_attr/invalid-data-attr-query", await Fout("data_attr=hoogte__exact"));
        Assert.Equal("data_attr/invalid-data-attr-query", await Fout("data_attr=hoogte__not__1"));
        Assert.Equal("data_attr/invalid-data-attr-query", await Fout("data_attr=hoogte__lt__hoog"));
        Assert.Equal("data_attr/invalid-data-attr-query", await Fout("data_attr=stam__exact__4,soort__exact__eik"));
        Assert.Equal("data_attrs/invalid-data-attrs-query", await Fout("data_attrs=stam__exact__4,soort"));
        Assert.Equal("data_attr/null_characters_not_allowed", await Fout("data_attr=soort__exact__%00"));
        Assert.Equal("data_attr/max_length", await Fout($"data_attr=soort__exact__{new string('x', 1001)}"));
        Assert.Equal("type/invalid", await Fout("type=boom"));
        Assert.Equal("type/invalid_choice", await Fout($"type={Uri.EscapeDataString(node.Type(Guid.CreateVersion7()))}"));
        Assert.Equal("typeVersion/invalid", await Fout("typeVersion=een"));
        Assert.Equal("ordering/invalid_choice", await Fout("ordering=hoogte"));
        Assert.Equal("pageSize/invalid", await Fout("pageSize=501"));
        Assert.Equal("nonFieldErrors/unknown-parameters", await Fout("kleur=rood"));
    }

    [EngineTheory]
    public async Task Only_objects_of_a_type_and_a_version_are_found(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.MaakType(Objectnode.Bank, "Bank", new { type = "object" });
        await node.Vraag(201, HttpMethod.Post, $"/objecttypes/{Objectnode.Boom}/versions", new { });
        await node.Maak(new { soort = "eik" });
        await node.Maak(new { soort = "bank" }, type: Objectnode.Bank);
        await node.Vraag(201, HttpMethod.Post, "/objects", new { type = node.Type(), record = new { typeVersion = 2, data = new { soort = "es" }, startAt = "2020-01-01" } });
        var type = Uri.EscapeDataString(node.Type());

        Assert.Equal(["es", "eik"], await Vindt(node, $"/objects?type={type}"));
        Assert.Equal(["es"], await Vindt(node, $"/objects?type={type}&typeVersion=2"));
        Assert.Equal(["bank"], await Vindt(node, $"/objects?type={Uri.EscapeDataString($"https://elders.example/x/{Objectnode.Bank}")}"));
    }

    [EngineTheory]
    public async Task A_list_is_ordered_by_members_of_the_record_and_of_data(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.Maak(new { soort = "a", hoogte = 10 }, "2020-01-02");
        await node.Maak(new { soort = "b", hoogte = -3.5 }, "2020-01-01");
        await node.Maak(new { soort = "c" }, "2020-01-03");
        await node.Maak(new { soort = "d", hoogte = 9 }, "2020-01-02");

        Assert.Equal(["d", "c", "b", "a"], await Vindt(node, "/objects"));
        Assert.Equal(["b", "d", "a", "c"], await Vindt(node, "/objects?ordering=record__data__hoogte"));
        Assert.Equal(["c", "a", "d", "b"], await Vindt(node, "/objects?ordering=-record__data__hoogte"));
        Assert.Equal(["c", "d", "a", "b"], await Vindt(node, "/objects?ordering=-record__startAt,-record__data__soort"));
        Assert.Equal(["c", "a", "d", "b"], await Vindt(node, "/objects?ordering=-record__startAt,record__data__soort"));
        Assert.Equal(["b", "d"], await Vindt(node, "/objects?ordering=record__data__hoogte&pageSize=2"));
        Assert.Equal(["a", "c"], await Vindt(node, "/objects?ordering=record__data__hoogte&pageSize=2&page=2"));
    }

    [EngineTheory]
    public async Task Pages_are_followed_by_next_and_by_number(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        for (var i = 0; i < 7; i++) await node.Maak(new { soort = $"s{i}" });
        foreach (var vraag in new[] { "pageSize=3", "pageSize=3&ordering=record__data__soort", "pageSize=3&data_attr=soort__icontains__s&data_attr=soort__in__s0|s1|s2|s3|s4|s5|s6" })
        {
            var gevolgd = new List<string?>();
            var genummerd = new List<string?>();
            var volgende = "/objects?" + vraag;
            for (var nummer = 1; volgende is not null; nummer++)
            {
                var blad = await node.Lees(volgende);
                Assert.Equal(7, blad.GetProperty("count").GetInt32());
                gevolgd.AddRange(Objectnode.Soorten(blad));
                genummerd.AddRange(Objectnode.Soorten(await node.Lees($"/objects?{vraag}&page={nummer}")));
                volgende = blad.GetProperty("next").GetString()?[node.Basis.Length..];
            }

            Assert.Equal(7, gevolgd.Distinct().Count());
            Assert.Equal(gevolgd, genummerd);
        }

        await node.Lees("/objects?pageSize=3&page=4", 404);
        await node.Lees("/objects?page=0", 404);
    }

    [EngineTheory]
    public async Task An_area_finds_what_lies_within_it_together_with_other_filters(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.Maak(new { soort = "binnen" }, geometry: Punt(4.4, 51.9));
        await node.Maak(new { soort = "hoek" }, geometry: Punt(4.9, 52.4));
        await node.Maak(new { soort = "buiten" }, geometry: Punt(6.0, 53.0));
        await node.Maak(new { soort = "nergens" });
        await node.Maak(new { soort = "ook binnen" }, geometry: Punt(4.2, 51.8));
        // A triangle: the second lies in its box, beyond its long side.
        var geometry = new { within = new { type = "Polygon", coordinates = new[] { new double[][] { [4, 51.5], [5, 51.5], [4, 52.5], [4, 51.5] } } } };
        async Task<IEnumerable<string?>> Zoek(object inhoud, string vraag = "") => Objectnode.Soorten(await node.Vraag(200, HttpMethod.Post, "/objects/search" + vraag, inhoud));

        Assert.Equal(["ook binnen", "binnen"], await Zoek(new { geometry }));
        Assert.Equal(["binnen"], await Zoek(new { geometry, data_attr = "soort__exact__binnen" }));
        Assert.Equal(["binnen"], await Zoek(new { geometry, data_attr = new[] { "soort__icontains__binnen", "soort__exact__binnen" } }));
        Assert.Equal(["binnen", "ook binnen"], await Zoek(new { geometry, ordering = "record__data__soort", type = node.Type(), typeVersion = 1 }));
        Assert.Equal(["binnen"], await Zoek(new { geometry }, "?pageSize=1&page=2"));
        Assert.Empty(await Zoek(new { geometry, date = "2019-01-01" }));
        Assert.Equal(5, (await Zoek(new { })).Count());
        Assert.Equal("geometry.within/invalid", await node.Fout(HttpMethod.Post, "/objects/search", new { geometry = new { within = new { type = "Bol" } } }));
        Assert.Equal("nonFieldErrors/unknown-parameters", await node.Fout(HttpMethod.Post, "/objects/search", new { kleur = "rood" }));
    }

    [EngineTheory]
    public async Task Only_the_fields_that_are_asked_for_are_shown(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik", hoogte = 3 }, geometry: Punt(4, 52));
        await node.Maak(new { soort = "es" });

        Assert.Equal($$$$$"""{"url":"{{{{{node.Basis}}}}}{{{{{pad}}}}}","record":{"data":{"hoogte":3},"geometry":{"type":"Point","coordinates":[4,52]}}}""", (await node.Lees(pad + "?fields=record__geometry,url, record__data__hoogte")).GetRawText());
        Assert.Equal("""[{"record":{"index":1,"data":{}}},{"record":{"index":1,"data":{"hoogte":3}}}]""", (await node.Lees("/objects?fields=record__index,record__data__hoogte")).GetProperty("results").GetRawText());
        Assert.Equal("fields/invalid", await node.Fout(HttpMethod.Get, pad + "?fields=url,kleur"));
    }

    private static async Task<IEnumerable<string?>> Vindt(Objectnode node, string pad) => Objectnode.Soorten(await node.Lees(pad));

    private static object Punt(double lengte, double breedte) => new { type = "Point", coordinates = new[] { lengte, breedte } };
}
