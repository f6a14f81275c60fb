using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Sdep;

public sealed class ActiviteitenTests
{
    private const string Bulk = "/str/v2/activities/bulk";

    [EngineTheory]
    public async Task What_a_platform_reports_is_read_by_the_authority_of_the_area_and_by_no_other(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        var ander = await node.Gebied(Sdepnode.Buurgemeente);
        var uitslag = await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(gebied, "a-1"), Verblijven.Een(gebied), Verblijven.Een(ander, "b-1")));
        Assert.Equal((3, 3, 0), (Getal(uitslag, "totalReceived"), Getal(uitslag, "succeeded"), Getal(uitslag, "failed")));
        var items = uitslag.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["a-1", null, "b-1"], items.Select(item => item.GetProperty("activityId").GetString()));
        var gemaakt = items[1].GetProperty("activity").GetProperty("activityId").GetString()!;
        Assert.True(Guid.TryParse(gemaakt, out _));

        var gelezen = await node.Get("/ca/v1/activities", Sdepnode.Gemeente);
        Assert.Equal(2, gelezen.GetProperty("activities").GetArrayLength());
        Assert.Contains(gelezen.GetProperty("activities").EnumerateArray(), a => Tekst(a, "activityId") == gemaakt);
        var een = gelezen.GetProperty("activities").EnumerateArray().Single(a => Tekst(a, "activityId") == "a-1");
        Assert.Equal(items[0].GetProperty("activity").GetRawText(), een.GetRawText());
        Assert.Equal(("finished", "Kust", "Gemeente Zandhoek", "Logeerbij.example", "2026-06-01T10:00:00Z"), (Tekst(een, "status"), Tekst(een, "areaName"), Tekst(een, "competentAuthorityName"), Tekst(een, "platformName"), Tekst(een, "createdAt")));
        Assert.Equal(["b-1"], await node.Activiteiten(client: Sdepnode.Buurgemeente));
        Assert.Equal(3, Getal(await node.Get("/sta/v1/activities/count", "sta"), "count"));
        // Nothing tells how somebody logs in.
        Assert.DoesNotContain("\"platform\"", gelezen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            ["Verhuringen ontvangen van een platform", "Verhuringen van platforms opgevraagd", "Verhuringen van platforms opgevraagd"], await node.Logregels());
    }

    [EngineTheory]
    public async Task Each_item_of_a_file_with_mistakes_is_told_and_the_rest_is_taken(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        var zonder = Verblijven.Een(gebied, "zonder");
        zonder.Remove("url");
        var veel = Verblijven.Een(gebied, "veel");
        (veel["numberOfGuests"], veel["address"]!["postCode"], veel["activityName"]) = (0, "9901 AA", new string('x', 65));
        var uitslag = await node.Post(200, Bulk, Sdepnode.Platform, Verblijven.Bericht(
            Verblijven.Een(gebied, "dubbel"), zonder, JsonValue.Create("geen object"), veel, Verblijven.Een("weg", "elders"), Verblijven.Een(gebied, "dubbel", gasten: 3)));
        Assert.Equal((6, 1, 5), (Getal(uitslag, "totalReceived"), Getal(uitslag, "succeeded"), Getal(uitslag, "failed")));
        Assert.Equal(
            [
                "dubbel NOK duplicate_error:", "zonder NOK missing:url", " NOK dict_type:",
                "veel NOK string_too_long:activityName string_pattern_mismatch:address.postCode greater_than_equal:numberOfGuests", "elders NOK not_found_error:areaId", "dubbel OK",
            ],
            Regels(uitslag));
        Assert.Equal(["dubbel"], await node.Activiteiten());
        var mis = await node.Post(422, Bulk, Sdepnode.Platform, Verblijven.Bericht(zonder));
        Assert.Equal(1, Getal(mis, "failed"));
    }

    [EngineTheory]
    [InlineData("areaId", "\"a b\"", "string_pattern_mismatch:areaId")]
    [InlineData("areaId", "7", "string_type:areaId")]
    [InlineData("areaId", "\"\"", "string_too_short:areaId")]
    [InlineData("status", "\"planned\"", "enum:status")]
    [InlineData("registrationNumber", "null", "string_type:registrationNumber")]
    [InlineData("registrationNumber", "\"123456789012345678901234567890123\"", "string_too_long:registrationNumber")]
    [InlineData("numberOfGuests", "2.5", "int_type:numberOfGuests")]
    [InlineData("numberOfGuests", "1025", "less_than_equal:numberOfGuests")]
    [InlineData("numberOfGuests", "3", "value_error:")]
    [InlineData("countryOfGuests", "[\"NLD\",\"nld\"]", "value_error:countryOfGuests.1")]
    [InlineData("countryOfGuests", "[\"NLD\",\"XXX\"]", "value_error:countryOfGuests.1")]
    [InlineData("countryOfGuests", "[]", "too_short:countryOfGuests")]
    [InlineData("countryOfGuests", "\"NLD\"", "list_type:countryOfGuests")]
    [InlineData("temporal", "{\"startDatetime\":\"2026-05-01T14:00:00Z\",\"endDatetime\":\"2026-05-01T14:00:00Z\"}", "value_error:temporal.endDatetime")]
    [InlineData("temporal", "{\"startDatetime\":\"2024-12-31T14:00:00Z\",\"endDatetime\":\"2025-01-02T14:00:00Z\"}", "value_error:temporal.startDatetime")]
    [InlineData("temporal", "{\"startDatetime\":\"2026-05-01T14:00:00+02:00\",\"endDatetime\":\"2026-05-02T14:00:00Z\"}", "value_error:temporal.startDatetime")]
    [InlineData("temporal", "{\"startDatetime\":\"2026-02-30T14:00:00Z\",\"endDatetime\":\"2026-05-02T14:00:00Z\"}", "datetime_parsing:temporal.startDatetime")]
    [InlineData("temporal", "{\"startDatetime\":\"2026-05-01\",\"endDatetime\":\"2026-05-02\"}", "value_error:temporal.startDatetime value_error:temporal.endDatetime")]
    [InlineData("address", "{\"thoroughfare\":\"Zeelaan\",\"locatorDesignatorNumber\":0,\"locatorDesignatorLetter\":\"1\",\"postCode\":\"9901AA\",\"postName\":\"Duinwaarde\",\"fullAddress\":\"x\"}", "greater_than_equal:address.locatorDesignatorNumber string_pattern_mismatch:address.locatorDesignatorLetter")]
    public async Task A_field_that_is_wrong_is_named(Engine engine, string veld, string waarde, string fouten)
    {
        await using var node = await Sdepnode.Start(engine);
        var verblijf = Verblijven.Een(await node.Gebied(), "a-1");
        verblijf[veld] = JsonNode.Parse(waarde);
        Assert.Equal([$"a-1 NOK {fouten}"], Regels(await node.Post(422, Bulk, Sdepnode.Platform, Verblijven.Bericht(verblijf))));
    }

    [EngineTheory]
    public async Task The_first_version_takes_any_zone_and_shorter_texts(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied(regulation: "listing");
        var verblijf = Verblijven.Een(gebied, "a-1", begin: "2026-05-01T14:00:00+02:00", einde: "2026-05-03");
        var tijd = (await node.Post(201, "/str/v1/activities/bulk", Sdepnode.Platform, Verblijven.Bericht(verblijf))).GetProperty("results")[0].GetProperty("activity").GetProperty("temporal");
        Assert.Equal(("2026-05-01T12:00:00Z", "2026-05-03T00:00:00Z"), (Tekst(tijd, "startDatetime"), Tekst(tijd, "endDatetime")));
        // The second looks at what the area is regulated for.
        Assert.Equal(["a-2 NOK regulation_error:areaId"], Regels(await node.Post(422, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(gebied, "a-2")))));
        verblijf["url"] = "https://logeerbij.example/" + new string('x', 110);
        Assert.Equal(["a-1 NOK string_too_long:url"], Regels(await node.Post(422, "/str/v1/activities/bulk", Sdepnode.Platform, Verblijven.Bericht(verblijf))));
        await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(await node.Gebied(), "a-3")));
    }

    [EngineTheory]
    public async Task The_same_file_twice_is_the_same_stays(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        var bericht = Verblijven.Bericht(Verblijven.Een(gebied, "a-1"), Verblijven.Een(gebied), Verblijven.Een(gebied, begin: "2026-05-05T14:00:00Z", einde: "2026-05-06T10:00:00Z"));
        await node.Post(201, Bulk, Sdepnode.Platform, bericht);
        var eerst = await node.Activiteiten();
        node.Klok.Zet("2026-06-02T10:00:00Z");
        await node.Post(201, Bulk, Sdepnode.Platform, bericht);
        Assert.Equal(eerst.Order(StringComparer.Ordinal), (await node.Activiteiten()).Order(StringComparer.Ordinal));
        // What one platform sent is not what another did.
        await node.Post(201, Bulk, Sdepnode.Concurrent, bericht);
        Assert.Equal(6, (await node.Activiteiten()).Count);
        // Twice in one file without an id.
        Assert.Equal([" NOK duplicate_error:", " OK"], Regels(await node.Post(200, Bulk, Sdepnode.Concurrent, Verblijven.Bericht(Verblijven.Een(gebied, gasten: 5), Verblijven.Een(gebied, gasten: 5)))));
    }

    [EngineTheory]
    public async Task The_same_id_again_is_a_new_version(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(gebied, "a-1")));
        node.Klok.Zet("2026-06-02T10:00:00Z");
        var anders = Verblijven.Een(gebied, "a-1");
        anders["status"] = "cancelled";
        await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(anders));
        var een = Assert.Single((await node.Get("/ca/v1/activities", Sdepnode.Gemeente)).GetProperty("activities").EnumerateArray());
        Assert.Equal(("cancelled", "2026-06-02T10:00:00Z"), (Tekst(een, "status"), Tekst(een, "createdAt")));
        Assert.Equal(1, Getal(await node.Get("/ca/v1/activities/count", Sdepnode.Gemeente), "count"));
    }

    [EngineTheory]
    public async Task A_list_is_narrowed_and_told_in_pages(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var (een, twee) = (await node.Gebied(areaId: "een"), await node.Gebied(areaId: "twee"));
        await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(een, "a-1")));
        node.Klok.Zet("2026-06-01T10:00:00.000001Z");
        await node.Post(201, Bulk, Sdepnode.Platform, Verblijven.Bericht(Verblijven.Een(twee, "a-2")));
        node.Klok.Zet("2026-06-03T10:00:00Z");
        await node.Post(201, Bulk, Sdepnode.Concurrent, Verblijven.Bericht(Verblijven.Een(een, "b-1")));
        var platforms = (await node.Get("/ca/v2/platforms", Sdepnode.Gemeente)).GetProperty("platforms").EnumerateArray().ToDictionary(p => Tekst(p, "platformName"), p => Tekst(p, "platformId"));

        async Task Is(string vraag, params string[] ids)
        {
            Assert.Equal(ids, await node.Activiteiten("/ca/v2/activities?" + vraag));
            if (!vraag.Contains("limit", StringComparison.Ordinal)) Assert.Equal(ids.Length, Getal(await node.Get("/ca/v2/activities/count?" + vraag, Sdepnode.Gemeente), "count"));
        }

        await Is("", "b-1", "a-2", "a-1");
        await Is("areaId=een", "b-1", "a-1");
        await Is("areaId=een&platformId=" + platforms["Logeerbij.example"], "a-1");
        await Is("platformId=" + Guid.Empty);
        await Is("createdAtFrom=2026-06-01T10:00:00.000002Z", "b-1");
        await Is("createdAtTo=2026-06-01T10:00:00%2B00:00", "a-1");
        await Is("limit=1&offset=1", "a-2");
        await Is("iets=anders", "b-1", "a-2", "a-1");
        foreach (var (vraag, fout) in new[]
        {
            ("limit=0", "greater_than_equal:query.limit"), ("limit=1001", "less_than_equal:query.limit"), ("limit=x", "int_parsing:query.limit"), ("offset=-1", "greater_than_equal:query.offset"),
            ("createdAtFrom=2026-06-01T10:00:00", "value_error:query.createdAtFrom"), ("createdAtTo=gisteren", "datetime_from_date_parsing:query.createdAtTo"), ("areaId=a_b", "string_pattern_mismatch:query.areaId"),
        })
        {
            Assert.Equal(fout, Fouten(await node.Get("/ca/v2/activities?" + vraag, Sdepnode.Gemeente, 400)));
        }
    }

    [EngineTheory]
    [InlineData("{", "json_invalid:body")]
    [InlineData("[]", "dict_type:body")]
    [InlineData("{}", "missing:body.activities")]
    [InlineData("""{"activities":{}}""", "list_type:body.activities")]
    [InlineData("""{"activities":[]}""", "too_short:body.activities")]
    public async Task A_message_that_is_none_is_refused(Engine engine, string bericht, string fout)
    {
        await using var node = await Sdepnode.Start(engine);
        Assert.Equal(fout, Fouten(await node.Post(422, Bulk, Sdepnode.Platform, bericht)));
    }

    [EngineTheory]
    public async Task A_thousand_at_once_are_taken_and_one_more_is_not(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        var gebied = await node.Gebied();
        JsonObject Bericht(int aantal) => Verblijven.Bericht([.. Enumerable.Range(0, aantal).Select(nummer => Verblijven.Een(gebied, $"a-{nummer}"))]);
        Assert.Equal(1000, Getal(await node.Post(201, Bulk, Sdepnode.Platform, Bericht(1000)), "succeeded"));
        Assert.Equal("too_long:body.activities", Fouten(await node.Post(422, Bulk, Sdepnode.Platform, Bericht(1001))));
        Assert.Equal(1000, (await node.Activiteiten()).Count);
    }

    private static List<string> Regels(JsonElement uitslag) => [.. uitslag.GetProperty("results").EnumerateArray().Select(item =>
        $"{item.GetProperty("activityId")} {Tekst(item, "status")}{(item.TryGetProperty("errors", out var fouten) ? " " + Fouten(fouten) : "")}")];

    private static string Fouten(JsonElement fout) => string.Join(' ', fout.GetProperty("detail").EnumerateArray().Select(regel =>
        $"{Tekst(regel, "type")}:{(regel.TryGetProperty("loc", out var loc) ? string.Join('.', loc.EnumerateArray().Select(deel => deel.ToString())) : "")}"));

    private static string Tekst(JsonElement element, string veld) => element.GetProperty(veld).GetString()!;

    private static int Getal(JsonElement element, string veld) => element.GetProperty(veld).GetInt32();
}
