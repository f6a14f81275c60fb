using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Objecten;

public sealed class ObjectTests
{
    private static readonly object Punt = new { type = "Point", coordinates = new[] { 4.4, 51.9 } };

    [EngineTheory]
    public async Task An_object_is_made_and_read_back_as_it_was_sent(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var uuid = Guid.CreateVersion7();
        var zaak = $"{node.Node.Organisatie.Basis}/zaken/api/v1/zaken/{Guid.CreateVersion7()}";
        var gemaakt = await node.Vraag(201, HttpMethod.Post, "/objects",
            node.Object(new { soort = "eik é", hoogte = 12.50, lijst = new[] { 1, 2 } }, geometry: Punt, references: new[] { new { type = "zaak", url = zaak } }, uuid: uuid));
        var gelezen = await node.Lees($"/objects/{uuid}");

        Assert.True(JsonElement.DeepEquals(gemaakt, gelezen), gelezen.GetRawText());
        Assert.Equal($"{node.Basis}/objects/{uuid}", gelezen.GetProperty("url").GetString());
        Assert.Equal(node.Type(), gelezen.GetProperty("type").GetString());
        var record = gelezen.GetProperty("record");
        Assert.Equal("""{"soort":"eik é","hoogte":12.5,"lijst":[1,2]}""", record.GetProperty("data").GetRawText());
        Assert.Equal((1, 1, "2020-01-01", JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null), (Getal(record, "index"), Getal(record, "typeVersion"), Tekst(record, "startAt"),
            record.GetProperty("endAt").ValueKind, record.GetProperty("correctionFor").ValueKind, record.GetProperty("correctedBy").ValueKind));
        Assert.Equal(zaak, record.GetProperty("references")[0].GetProperty("url").GetString());
        Assert.Equal(51.9, record.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble());
    }

    [EngineTheory]
    public async Task Each_change_is_a_record_and_the_day_says_which_one_holds(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik", hoogte = 1 }, "2020-01-01", Punt);
        var vervangen = await node.Vraag(200, HttpMethod.Put, pad, new { type = node.Type(), record = new { typeVersion = 1, data = new { soort = "beuk" }, startAt = "2021-01-01" } });
        var samen = await node.Vraag(200, HttpMethod.Patch, pad, new { record = new { data = new { hoogte = 9 }, startAt = "2099-01-01" } });

        Assert.Equal((2, JsonValueKind.Null), (Getal(vervangen.GetProperty("record"), "index"), vervangen.GetProperty("record").GetProperty("geometry").ValueKind));
        // What was written, although it holds from a later day.
        Assert.Equal((3, """{"soort":"beuk","hoogte":9}"""), (Getal(samen.GetProperty("record"), "index"), samen.GetProperty("record").GetProperty("data").GetRawText()));
        Assert.Equal("beuk", Soort(await node.Lees(pad)));
        Assert.Equal(2, Getal((await node.Lees(pad)).GetProperty("record"), "index"));
        Assert.Equal("eik", Soort(await node.Lees(pad + "?date=2020-06-01")));
        // On the day of a change both records hold; the newest counts.
        Assert.Equal("beuk", Soort(await node.Lees(pad + "?date=2021-01-01")));
        Assert.Equal(3, Getal((await node.Lees(pad + "?date=2099-01-02")).GetProperty("record"), "index"));
        await node.Lees(pad + "?date=2019-12-31", 404);
        foreach (var (dag, soort) in new[] { ("2020-06-01", "eik"), ("2021-01-01", "beuk"), ("2099-06-01", "beuk") }) Assert.Equal([soort], Objectnode.Soorten(await node.Lees($"/objects?date={dag}")));
        Assert.Empty(Objectnode.Soorten(await node.Lees("/objects?date=2019-12-31")));

        var historie = await node.Lees(pad + "/history");
        Assert.Equal(3, historie.GetProperty("count").GetInt32());
        Assert.Equal(["2021-01-01", "2099-01-01", null], historie.GetProperty("results").EnumerateArray().Select(r => Tekst(r, "endAt")));
        Assert.False(historie.GetProperty("results")[0].TryGetProperty("references", out _));
        Assert.Equal("beuk", (await node.Lees(pad + "/2")).GetProperty("data").GetProperty("soort").GetString());
        await node.Lees(pad + "/4", 404);
        Assert.Equal(2, Getal((await node.Lees(pad + "/history?pageSize=1&page=2")).GetProperty("results")[0], "index"));
    }

    [EngineTheory]
    public async Task The_day_of_registration_says_what_was_known(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik" }, "2020-01-01");
        var vandaag = DateOnly.ParseExact(Tekst((await node.Lees(pad)).GetProperty("record"), "registrationAt")!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        node.Klok.Dagen = 10;
        await node.Vraag(200, HttpMethod.Patch, pad, new { record = new { data = new { soort = "beuk" }, correctionFor = 1 } });

        Assert.Equal("eik", Soort(await node.Lees($"{pad}?registrationDate={vandaag.AddDays(9):O}")));
        Assert.Equal("beuk", Soort(await node.Lees($"{pad}?registrationDate={vandaag.AddDays(10):O}")));
        await node.Lees($"{pad}?registrationDate={vandaag.AddDays(-1):O}", 404);
        Assert.Equal(["eik"], Objectnode.Soorten(await node.Lees($"/objects?registrationDate={vandaag:O}")));
        Assert.Equal("nonFieldErrors/invalid-date-query-params", await node.Fout(HttpMethod.Get, "/objects?date=2020-01-01&registrationDate=2020-01-01"));
        Assert.Equal("date/invalid", await node.Fout(HttpMethod.Get, "/objects?date=2020-31-01"));
        var (eerste, tweede) = (await node.Lees(pad + "/1"), await node.Lees(pad + "/2"));
        Assert.Equal((2, 1), (Getal(eerste, "correctedBy"), Getal(tweede, "correctionFor")));
        Assert.Equal("record.correctionFor/unique", await node.Fout(HttpMethod.Patch, pad, new { record = new { correctionFor = 1 } }));
        Assert.Equal("record.correctionFor/does_not_exist", await node.Fout(HttpMethod.Patch, pad, new { record = new { correctionFor = 8 } }));
    }

    [EngineTheory]
    public async Task A_patch_merges_data_to_any_depth_and_leaves_the_rest(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var verwijzingen = new[] { new { type = "zaak", url = "https://elders.example/zaken/1" } };
        var pad = await node.Maak(new { soort = "eik", afmetingen = new { stam = 40, kroon = new { breed = 3, hoog = 4 } }, tags = new[] { 1, 2 } }, "2020-01-01", Punt, references: verwijzingen);

        var record = (await node.Vraag(200, HttpMethod.Patch, pad, new { record = new { data = new { afmetingen = new { kroon = new { hoog = 5 } }, tags = new[] { 3 }, oud = (string?)null } } })).GetProperty("record");
        Assert.Equal("""{"soort":"eik","afmetingen":{"stam":40,"kroon":{"breed":3,"hoog":5}},"tags":[3],"oud":null}""", record.GetProperty("data").GetRawText());
        Assert.Equal(("2020-01-01", JsonValueKind.Object, 1), (Tekst(record, "startAt"), record.GetProperty("geometry").ValueKind, record.GetProperty("references").GetArrayLength()));
        // The merged whole is held against the schema, not the part.
        Assert.Equal("nonFieldErrors/invalid-json-schema", await node.Fout(HttpMethod.Patch, pad, new { record = new { data = new { soort = 5 } } }));
        Assert.Equal(2, (await node.Lees(pad + "/history")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task What_is_wrong_with_an_object_is_named(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        await node.MaakType(Objectnode.Bank, "Bank", new { type = "object", additionalProperties = false }, allowGeometry: false);
        var pad = await node.Maak(new { soort = "eik" });
        var uuid = Guid.Parse(Zaaknode.Id(pad));
        Task<string> Post(object inhoud) => node.Fout(HttpMethod.Post, "/objects", inhoud);
        object Met(object record, string? type = null) => new { type = type ?? node.Type(), record };

        Assert.Equal("nonFieldErrors/invalid-json-schema", await Post(node.Object(new { hoogte = 3 })));
        Assert.Equal("nonFieldErrors/invalid-json-schema", await Post(Met(new { typeVersion = 7, data = new { soort = "eik" }, startAt = "2020-01-01" })));
        Assert.Equal("nonFieldErrors/geometry-not-allowed", await Post(node.Object(new { }, geometry: Punt, type: Objectnode.Bank)));
        Assert.Equal("type/no_match", await Post(Met(new { typeVersion = 1, startAt = "2020-01-01" }, "boom")));
        Assert.Equal("type/max_length", await Post(Met(new { typeVersion = 1, startAt = "2020-01-01" }, $"https://elders.example/{new string('a', 1000)}/{Objectnode.Boom}")));
        Assert.Equal("type/does_not_exist", await Post(Met(new { typeVersion = 1, startAt = "2020-01-01" }, node.Type(Guid.CreateVersion7()))));
        Assert.Equal("record/required", await Post(new { type = node.Type() }));
        Assert.Equal("record.typeVersion/required", await Post(Met(new { startAt = "2020-01-01" })));
        Assert.Equal("record.startAt/invalid", await Post(Met(new { typeVersion = 1, startAt = "morgen" })));
        Assert.Equal("record.data/invalid", await Post(Met(new { typeVersion = 1, data = new[] { 1 }, startAt = "2020-01-01" })));
        Assert.Equal("record.geometry/invalid", await Post(Met(new { typeVersion = 1, geometry = new { type = "Point", coordinates = Array.Empty<int>() }, startAt = "2020-01-01" })));
        Assert.Equal("record.correctionFor/does_not_exist", await Post(Met(new { typeVersion = 1, data = new { soort = "eik" }, startAt = "2020-01-01", correctionFor = 1 })));
        Assert.Equal("record.references.0.type/invalid_choice", await Post(node.Object(new { soort = "eik" }, references: new[] { new { type = "boek", url = "https://elders.example/1" } })));
        Assert.Equal("record.references/unique", await Post(node.Object(new { soort = "eik" }, references: new[] { new { type = "zaak", url = "https://elders.example/1" }, new { type = "zaak", url = "https://elders.example/1" } })));
        Assert.Equal("uuid/unique", await Post(node.Object(new { soort = "eik" }, uuid: uuid)));
        Assert.Equal("nonFieldErrors/null_characters_not_allowed", await Post(node.Object(new { soort = "\0" })));
        Assert.Equal("record.data/max_length", await Post(node.Object(Enumerable.Range(0, 1001).ToDictionary(i => i == 0 ? "soort" : $"n{i}", i => (object)$"{i}"))));
        Assert.Equal("type/immutable-field", await node.Fout(HttpMethod.Patch, pad, new { type = node.Type(Objectnode.Bank) }));
        Assert.Equal("uuid/immutable-field", await node.Fout(HttpMethod.Patch, pad, new { uuid = Guid.CreateVersion7() }));
        await node.Lees("/objects/geen-uuid", 404);
        await node.Lees(pad + "/een", 404);
        await node.Vraag(404, HttpMethod.Put, $"/objects/{Guid.CreateVersion7()}", node.Object(new { soort = "eik" }));
    }

    [EngineTheory]
    public async Task Texts_of_any_length_and_half_characters_make_no_error_of_ours(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var lang = new string('x', 50_000) + "slot";
        await node.Maak(new { soort = lang, afmetingen = new Dictionary<string, object> { [new string('k', 3_000)] = 1e300, ["groot"] = 3 } });

        Assert.Single(Objectnode.Soorten(await node.Vraag(200, HttpMethod.Post, "/objects/search", new { data_icontains = "XSLOT" })));
        Assert.Equal("data_icontains/max_length", await node.Fout(HttpMethod.Post, "/objects/search", new { data_icontains = lang }));
        using var half = new StringContent($$$$$"""{"type":"{{{{{node.Type()}}}}}","record":{"typeVersion":1,"startAt":"2020-01-01","data":{"soort":"\ud800"}}}""", System.Text.Encoding.UTF8, "application/json");
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, "/objecten/api/v2/objects") { Content = half };
        verzoek.Headers.TryAddWithoutValidation("Authorization", $"Token {Objectnode.Beheer}");
        verzoek.Headers.Add("Content-Crs", "EPSG:4326");
        using var antwoord = await node.Node.Http.SendAsync(verzoek);
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        await node.Maak(new { soort = "eik", n = new { waarde = 1e308 } });
        Assert.Equal(2, (await node.Lees("/objects")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task An_object_goes_with_its_records_and_stays_while_another_zaak_refers_to_it(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var (een, twee) = ($"{node.Node.Organisatie.Basis}/zaken/api/v1/zaken/1", "https://elders.example/zaken/2");
        var pad = await node.Maak(new { soort = "eik" }, references: new[] { new { type = "zaak", url = een }, new { type = "zaak", url = twee } });

        var behouden = await node.Vraag(200, HttpMethod.Delete, $"{pad}?zaak={Uri.EscapeDataString(een)}");
        Assert.Equal(node.Basis + pad, behouden.GetProperty("behouden")[0].GetString());
        Assert.Equal([twee], (await node.Lees(pad)).GetProperty("record").GetProperty("references").EnumerateArray().Select(r => r.GetProperty("url").GetString()));
        await node.Vraag(200, HttpMethod.Delete, $"{pad}?zaak={Uri.EscapeDataString("https://elders.example/zaken/3")}");
        Assert.Equal("zaak/invalid", await node.Fout(HttpMethod.Delete, pad + "?zaak=twee"));
        await node.Vraag(204, HttpMethod.Delete, $"{pad}?zaak={Uri.EscapeDataString(twee)}");
        await node.Lees(pad, 404);
        await node.Lees(pad + "/history", 404);
        await node.Vraag(404, HttpMethod.Delete, pad);
        Assert.Equal((0L, 0L), await (await node.Node.Store()).Read(async s => (await s.One("SELECT COUNT(*) FROM objecten_records", r => r.Long(0)), await s.One("SELECT COUNT(*) FROM objecten_waarden", r => r.Long(0)))));
    }

    [EngineTheory]
    public async Task Who_has_an_object_already_is_told_so_and_head_agrees(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik" });
        using var eerste = await node.Stuur(HttpMethod.Get, pad);
        using var kop = await node.Stuur(HttpMethod.Head, pad);
        using var bekend = await node.Stuur(HttpMethod.Get, pad, headers: h => h.IfNoneMatch.Add(eerste.Headers.ETag!));

        Assert.Equal(eerste.Headers.ETag, kop.Headers.ETag);
        Assert.Equal(eerste.Content.Headers.ContentLength, kop.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotModified, bekend.StatusCode);
        Assert.Equal("EPSG:4326", eerste.Headers.GetValues("Content-Crs").Single());
    }

    [EngineTheory]
    public async Task Who_changes_what_another_changed_meanwhile_is_told(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik" });
        var gelezen = await Versie();

        Assert.Equal(HttpStatusCode.OK, await Als(gelezen, HttpMethod.Patch, new { record = new { data = new { soort = "beuk" } } }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Als(gelezen, HttpMethod.Patch, new { record = new { data = new { soort = "es" } } }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Als(gelezen, HttpMethod.Put, new { type = node.Type(), record = new { typeVersion = 1, data = new { soort = "es" }, startAt = "2021-01-01" } }));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Als(gelezen, HttpMethod.Delete, null));
        Assert.Equal("beuk", Soort(await node.Lees(pad)));
        // A star asks only that it is there.
        Assert.Equal(HttpStatusCode.OK, await Als(EntityTagHeaderValue.Any, HttpMethod.Patch, new { record = new { references = new[] { new { type = "zaak", url = "https://elders.example/zaken/1" } } } }));
        Assert.Equal(HttpStatusCode.NoContent, await Als(await Versie(), HttpMethod.Delete, null));

        async Task<EntityTagHeaderValue> Versie()
        {
            using var antwoord = await node.Stuur(HttpMethod.Get, pad);
            return antwoord.Headers.ETag!;
        }

        async Task<HttpStatusCode> Als(EntityTagHeaderValue versie, HttpMethod methode, object? inhoud)
        {
            using var antwoord = await node.Stuur(methode, pad, inhoud, headers: h => h.IfMatch.Add(versie));
            return antwoord.StatusCode;
        }
    }

    [EngineTheory]
    public async Task What_is_sent_says_its_coordinate_system_and_what_is_asked_need_not(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik" });
        async Task<int> Status(HttpMethod methode, string waar, object? inhoud, string? accept, string? content)
        {
            using var antwoord = await node.Stuur(methode, waar, inhoud, headers: h =>
            {
                h.Remove("Accept-Crs");
                h.Remove("Content-Crs");
                if (accept is not null) h.Add("Accept-Crs", accept);
                if (content is not null) h.Add("Content-Crs", content);
            });
            return (int)antwoord.StatusCode;
        }

        Assert.Equal(200, await Status(HttpMethod.Get, pad, null, null, null));
        Assert.Equal(406, await Status(HttpMethod.Get, pad, null, "EPSG:28992", null));
        Assert.Equal(412, await Status(HttpMethod.Post, "/objects", node.Object(new { soort = "eik" }), null, null));
        Assert.Equal(412, await Status(HttpMethod.Patch, pad, new { }, null, null));
        Assert.Equal(412, await Status(HttpMethod.Post, "/objects/search", new { }, null, null));
        Assert.Equal(406, await Status(HttpMethod.Post, "/objects", node.Object(new { soort = "eik" }), null, "EPSG:28992"));
        Assert.Equal(201, await Status(HttpMethod.Post, "/objects", node.Object(new { soort = "eik" }), null, "EPSG:4326"));
        Assert.Equal(204, await Status(HttpMethod.Delete, pad, null, null, null));
    }

    [EngineTheory]
    public async Task Subscribers_hear_of_each_change_in_its_order(Engine engine)
    {
        await using var node = await Objectnode.Start(engine);
        var pad = await node.Maak(new { soort = "eik" });
        await node.Vraag(200, HttpMethod.Put, pad, new { type = node.Type(), record = new { typeVersion = 1, data = new { soort = "beuk" }, startAt = "2021-01-01" } });
        await node.Vraag(200, HttpMethod.Patch, pad, new { record = new { data = new { hoogte = 1 } } });
        await node.Fout(HttpMethod.Patch, pad, new { record = new { data = new { soort = 1 } } });
        await node.Vraag(204, HttpMethod.Delete, pad);

        var gebeurtenissen = await (await node.Node.Store()).Read(s => s.All("SELECT kanaal, actie, hoofdobject, kenmerken FROM outbox_gebeurtenissen ORDER BY versie", r => (r.Text(0), r.Text(1), r.Text(2), r.Text(3))));
        Assert.Equal(["create", "update", "partial_update", "destroy"], gebeurtenissen.Select(g => g.Item2));
        Assert.All(gebeurtenissen, g => Assert.Equal(("objecten", $"\u0001/objecten/api/v2{pad}"), (g.Item1, g.Item3)));
        Assert.Equal($"\u0001/objecten/api/v2/objecttypes/{Objectnode.Boom}", JsonSerializer.Deserialize<Dictionary<string, string>>(gebeurtenissen[0].Item4)!["objectType"]);
    }

    private static string? Soort(JsonElement object_) => object_.GetProperty("record").GetProperty("data").GetProperty("soort").GetString();

    private static string? Tekst(JsonElement json, string naam) => json.GetProperty(naam).GetString();

    private static int Getal(JsonElement json, string naam) => json.GetProperty(naam).GetInt32();
}
