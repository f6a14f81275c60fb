using System.Text.Json;
using Meent.Services.Objecten.Demo;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Objecten;

public sealed class ObjecttypeTests
{
    [EngineTheory]
    public async Task A_type_is_made_read_changed_and_removed(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var gemaakt = await node.Vraag(201, HttpMethod.Post, "/objecttypes", new
        {
            name = "Bank",
            namePlural = "Banken",
            dataClassification = "intern",
            labels = new { thema = "buiten" },
            documentationUrl = "https://example.com/bank",
            updateFrequency = "monthly",
        });
        var pad = gemaakt.GetProperty("url").GetString()![node.Basis.Length..];

        Assert.Equal($"/objecttypes/{gemaakt.GetProperty("uuid").GetGuid()}", pad);
        Assert.Equal("buiten", gemaakt.GetProperty("labels").GetProperty("thema").GetString());
        Assert.True(gemaakt.GetProperty("allowGeometry").GetBoolean());
        Assert.Equal(0, gemaakt.GetProperty("versions").GetArrayLength());
        var gewijzigd = await node.Vraag(200, HttpMethod.Patch, pad, new { description = "Om op te zitten" });
        Assert.Equal(("Bank", "Om op te zitten", "intern"), (Tekst(gewijzigd, "name"), Tekst(gewijzigd, "description"), Tekst(gewijzigd, "dataClassification")));
        var vervangen = await node.Vraag(200, HttpMethod.Put, pad, new { name = "Zitbank", namePlural = "Zitbanken" });
        Assert.Equal(("Zitbank", "", "open"), (Tekst(vervangen, "name"), Tekst(vervangen, "description"), Tekst(vervangen, "dataClassification")));
        Assert.Equal(gemaakt.GetProperty("createdAt").GetString(), Tekst(vervangen, "createdAt"));
        await node.Vraag(204, HttpMethod.Delete, pad);
        await node.Lees(pad, 404);
    }

    [EngineTheory]
    public async Task The_list_has_the_newest_first_and_a_filter(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        foreach (var (naam, niveau) in new[] { ("A", "open"), ("B", "intern"), ("C", "intern") })
            await node.Vraag(201, HttpMethod.Post, "/objecttypes", new { name = naam, namePlural = naam, dataClassification = niveau });

        var intern = await node.Lees("/objecttypes?dataClassification=intern");
        Assert.Equal(["C", "B"], intern.GetProperty("results").EnumerateArray().Select(t => Tekst(t, "name")));
        var tweede = await node.Lees("/objecttypes?pageSize=3&page=2");
        Assert.Equal((4, "Boom"), (tweede.GetProperty("count").GetInt32(), Tekst(tweede.GetProperty("results")[0], "name")));
        Assert.Equal($"{node.Basis}/objecttypes?pageSize=3&page=1", Tekst(tweede, "previous"));
        await node.Lees("/objecttypes?page=3", 404);
        Assert.Equal("dataClassification/invalid_choice", await node.Fout(HttpMethod.Get, "/objecttypes?dataClassification=geheim"));
        Assert.Equal("nonFieldErrors/unknown-parameters", await node.Fout(HttpMethod.Get, "/objecttypes?naam=x"));
    }

    [EngineTheory]
    public async Task The_same_types_are_served_at_the_path_of_the_objecttypen_api(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var basis = $"{node.Node.Organisatie.Basis}/objecttypen/api/v2";

        var type = await node.Vraag(200, HttpMethod.Get, $"/objecttypes/{Objectnode.Boom}", dienst: Diensten.Objecttypen);
        Assert.Equal($"{basis}/objecttypes/{Objectnode.Boom}", Tekst(type, "url"));
        Assert.Equal($"{basis}/objecttypes/{Objectnode.Boom}/versions/1", type.GetProperty("versions")[0].GetString());
        var versie = await node.Vraag(200, HttpMethod.Get, $"/objecttypes/{Objectnode.Boom}/versions/1", dienst: Diensten.Objecttypen);
        Assert.Equal(Tekst(type, "url"), Tekst(versie, "objectType"));
        // Whatever host and path a client knows it by.
        await node.Vraag(201, HttpMethod.Post, "/objects", new { type = $"https://elders.example/api/v2/objecttypes/{Objectnode.Boom}", record = new { typeVersion = 1, data = new { soort = "eik" }, startAt = "2020-01-01" } });
        await node.Vraag(404, HttpMethod.Get, "/objects", dienst: Diensten.Objecttypen);
    }

    [EngineTheory]
    public async Task What_is_wrong_with_a_type_is_named(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = $"/objecttypes/{Objectnode.Boom}";

        Assert.Equal("name/required", await node.Fout(HttpMethod.Post, "/objecttypes", new { namePlural = "x" }));
        Assert.Equal("name/max_length", await node.Fout(HttpMethod.Post, "/objecttypes", new { name = new string('x', 101), namePlural = "x" }));
        Assert.Equal("updateFrequency/invalid_choice", await node.Fout(HttpMethod.Post, "/objecttypes", new { name = "x", namePlural = "x", updateFrequency = "soms" }));
        Assert.Equal("labels/invalid", await node.Fout(HttpMethod.Post, "/objecttypes", new { name = "x", namePlural = "x", labels = new { a = 1 } }));
        Assert.Equal("labels/null_characters_not_allowed", await node.Fout(HttpMethod.Post, "/objecttypes", new { name = "x", namePlural = "x", labels = new { a = "\u0001" } }));
        Assert.Equal("uuid/unique", await node.Fout(HttpMethod.Post, "/objecttypes", new { uuid = Objectnode.Boom, name = "x", namePlural = "x" }));
        Assert.Equal("uuid/invalid", await node.Fout(HttpMethod.Post, "/objecttypes", new { uuid = "x", name = "x", namePlural = "x" }));
        Assert.Equal("uuid/immutable-field", await node.Fout(HttpMethod.Patch, pad, new { uuid = Objectnode.Bank }));
        await node.Vraag(200, HttpMethod.Patch, pad, new { uuid = Objectnode.Boom });
        Assert.Equal("nonFieldErrors/pending-versions", await node.Fout(HttpMethod.Delete, pad));
        await node.Lees("/objecttypes/geen-uuid", 404);
        await node.Vraag(404, HttpMethod.Patch, $"/objecttypes/{Objectnode.Bank}", new { name = "x" });
    }

    [EngineTheory]
    public async Task A_version_is_a_draft_then_published_then_deprecated(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var versies = $"/objecttypes/{Objectnode.Boom}/versions";
        var concept = await node.Vraag(201, HttpMethod.Post, versies, new { jsonSchema = new { type = "object" } });

        Assert.Equal((2, "draft", JsonValueKind.Null), (concept.GetProperty("version").GetInt32(), Tekst(concept, "status"), concept.GetProperty("publishedAt").ValueKind));
        await node.Vraag(200, HttpMethod.Patch, versies + "/2", new { jsonSchema = new { type = "object", required = new[] { "naam" } } });
        var gepubliceerd = await node.Vraag(200, HttpMethod.Put, versies + "/2", new { status = "published", jsonSchema = new { type = "object", required = new[] { "soort" } } });
        Assert.Equal("soort", gepubliceerd.GetProperty("jsonSchema").GetProperty("required")[0].GetString());
        Assert.Equal(Tekst(gepubliceerd, "modifiedAt"), Tekst(gepubliceerd, "publishedAt"));
        Assert.Equal("nonFieldErrors/non-draft-version-update", await node.Fout(HttpMethod.Put, versies + "/2", new { jsonSchema = new { } }));
        Assert.Equal("nonFieldErrors/non-draft-version-update", await node.Fout(HttpMethod.Patch, versies + "/2", new { status = "draft" }));
        Assert.Equal("nonFieldErrors/non-draft-version-destroy", await node.Fout(HttpMethod.Delete, versies + "/2"));
        var vervallen = await node.Vraag(200, HttpMethod.Patch, versies + "/2", new { status = "deprecated" });
        Assert.Equal(Tekst(gepubliceerd, "publishedAt"), Tekst(vervallen, "publishedAt"));
        Assert.Equal([2, 1], (await node.Lees(versies)).GetProperty("results").EnumerateArray().Select(v => v.GetProperty("version").GetInt32()));
        Assert.Equal([1, 2], (await node.Lees($"/objecttypes/{Objectnode.Boom}")).GetProperty("versions").EnumerateArray().Select(v => int.Parse(v.GetString()!.Split('/')[^1], null)));
    }

    [EngineTheory]
    public async Task A_draft_can_be_removed_until_an_object_is_made_by_it(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var versies = $"/objecttypes/{Objectnode.Boom}/versions";
        await node.Vraag(201, HttpMethod.Post, versies, new { });
        await node.Vraag(204, HttpMethod.Delete, versies + "/2");
        await node.Vraag(201, HttpMethod.Post, versies, new { });
        await node.Vraag(201, HttpMethod.Post, "/objects", new { type = node.Type(), record = new { typeVersion = 2, startAt = "2020-01-01" } });

        Assert.Equal("nonFieldErrors/pending-relations", await node.Fout(HttpMethod.Delete, versies + "/2"));
    }

    [EngineTheory]
    public async Task What_is_wrong_with_a_version_is_named(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var versies = $"/objecttypes/{Objectnode.Boom}/versions";

        Assert.Equal("jsonSchema/invalid-json-schema", await node.Fout(HttpMethod.Post, versies, new { jsonSchema = new { type = "any" } }));
        Assert.Equal("jsonSchema/invalid-json-schema", await node.Fout(HttpMethod.Post, versies, new { jsonSchema = "boom" }));
        Assert.Equal("jsonSchema/invalid-json-schema", await node.Fout(HttpMethod.Post, versies, new { jsonSchema = new { properties = new { a = new { pattern = "(" } } } }));
        Assert.Equal("jsonSchema/invalid-json-schema", await node.Fout(HttpMethod.Post, versies, new Dictionary<string, object> { ["jsonSchema"] = new Dictionary<string, object> { ["$ref"] = "https://elders.example/schema" } }));
        Assert.Equal("status/invalid_choice", await node.Fout(HttpMethod.Post, versies, new { status = "af" }));
        Assert.Equal("nonFieldErrors/invalid-objecttype", await node.Fout(HttpMethod.Post, $"/objecttypes/{Objectnode.Bank}/versions", new { }));
        await node.Lees($"/objecttypes/{Objectnode.Bank}/versions", 404);
        await node.Lees(versies + "/9", 404);
        await node.Lees(versies + "/een", 404);
    }

    [EngineTheory]
    public async Task The_demo_has_its_trees_once_and_they_fit_their_own_schema(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        for (var i = 0; i < 2; i++) await ObjectenDemo.Vul(await node.Node.Store(), TimeProvider.System);

        var bomen = await node.Lees("/objects?ordering=-record__data__hoogte");
        Assert.Equal((6, "Plataan"), (bomen.GetProperty("count").GetInt32(), Objectnode.Soorten(bomen).First()));
    }

    private static string? Tekst(JsonElement json, string naam) => json.GetProperty(naam).GetString();
}
