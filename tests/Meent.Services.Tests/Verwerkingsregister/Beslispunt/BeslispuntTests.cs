using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Verwerkingsregister.Beslispunt;
using Meent.Standards.Beleid;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verwerkingsregister.Beslispunt;

/// <summary>AuthZEN on the register; the files are examples of our own with all that the standards have in their tables.</summary>
public sealed class BeslispuntTests : IDisposable
{
    private const string Doel = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:proef";
    private const string Evaluatie = "/access/v1/evaluation";

    // The names and signs as people read them.
    private static readonly JsonSerializerOptions Leesbaar = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task Questions_answers_and_records_are_those_of_the_files(Engine engine)
    {
        await using var node = await Start(engine);
        foreach (var (soort, pad) in new[] { ("evaluatie", Evaluatie), ("evaluaties", Evaluatie + "s") })
        {
            var (status, antwoord) = await Stuur(node, pad, Bestand($"{soort}-verzoek.json"));
            Assert.Equal(200, status);
            Gelijk($"{soort}-antwoord.json", antwoord);
            Gelijk($"{soort}-adl.json", Genormaliseerd(await Laatste(node), soort == "evaluaties"));
        }

        Gelijk("metadata.json", await node.Http.GetStringAsync(new Uri("/.well-known/authzen-configuration", UriKind.Relative)));
        Gelijk("metadata.json", await node.Http.GetStringAsync(new Uri("/.well-known/authzen-configuration/duinwaarde", UriKind.Relative)));
    }

    [Theory]
    [InlineData("execute_all", "[true,false,true]")]
    [InlineData("deny_on_first_deny", "[true,false]")]
    [InlineData("permit_on_first_permit", "[true]")]
    public async Task A_series_ends_where_its_semantics_say(string semantiek, string verwacht)
    {
        await using var node = await Start(Engine.Sqlite);
        var vraag = Vraag();
        vraag["evaluations"] = new JsonArray(new JsonObject(), new JsonObject { ["resource"] = new JsonObject { ["type"] = "dienst", ["id"] = "kvk" } }, new JsonObject());
        vraag["options"] = new JsonObject { ["evaluations_semantic"] = semantiek };
        var (_, antwoord) = await Stuur(node, Evaluatie + "s", vraag.ToJsonString());
        Assert.Equal(verwacht, JsonSerializer.Serialize(JsonElement.Parse(antwoord).GetProperty("evaluations").EnumerateArray().Select(e => e.GetProperty("decision").GetBoolean())));
        Assert.Single(await Records(node));
    }

    [Fact]
    public async Task A_series_of_none_is_the_single_question()
    {
        await using var node = await Start(Engine.Sqlite);
        var vraag = Vraag();
        vraag["evaluations"] = new JsonArray();
        var (_, antwoord) = await Stuur(node, Evaluatie + "s", vraag.ToJsonString());
        Assert.True(JsonElement.Parse(antwoord).GetProperty("decision").GetBoolean());
        Assert.Equal(Beslissing.Evaluaties, (await Laatste(node)).GetProperty("event_name").GetString());
    }

    [Theory]
    // Without a purpose; with one of nobody; of a service that it does not cover.
    [InlineData("""{"name":"GET"}""", "personen", "doelbindingOntbreekt", "action.properties.processing_activity_id")]
    [InlineData("""{"name":"GET","properties":{"processing_activity_id":"urn:x"}}""", "personen", "doelbindingOnbekend", "urn:x")]
    [InlineData($$$"""{"name":"GET","properties":{"processing_activity_id":"{{{Doel}}}"}}""", "kvk", "doelbindingDektNiet", "kvk:*")]
    [InlineData($$$"""{"name":"zaken.heropenen","properties":{"processing_activity_id":"{{{Doel}}}"}}""", "zaken", "doelbindingDektNiet", "scope:zaken.heropenen")]
    public async Task A_refusal_names_what_is_missing(string actie, string dienst, string code, string ontbreekt)
    {
        await using var node = await Start(Engine.Sqlite);
        var vraag = Vraag(actie);
        vraag["resource"]!["id"] = dienst;
        var (status, antwoord) = await Stuur(node, Evaluatie, vraag.ToJsonString());
        Assert.Equal(200, status);
        var context = JsonElement.Parse(antwoord).GetProperty("context");
        Assert.False(JsonElement.Parse(antwoord).GetProperty("decision").GetBoolean());
        Assert.Equal(code, Assert.Single(context.GetProperty("reason_admin").EnumerateObject()).Name);
        Assert.Equal([ontbreekt], context.GetProperty("missing").EnumerateArray().Select(e => e.GetString()));
    }

    [Theory]
    [InlineData("[]", "geen JSON-object")]
    [InlineData("{", "geen geldige JSON")]
    [InlineData("""{"subject":{"type":"a","id":"b"},"subject":{"type":"a","id":"c"}}""", "twee keer")]
    [InlineData("{}", "subject")]
    [InlineData("""{"subject":{"type":"a"}}""", "subject.id")]
    [InlineData("""{"subject":{"type":"a","id":"b"},"action":{}}""", "action.name")]
    [InlineData("""{"subject":{"type":"a","id":"b"},"action":{"name":"x"},"resource":{"type":"a","id":1}}""", "resource.id")]
    [InlineData("""{"subject":{"type":"a","id":"b"},"action":{"name":"x"},"resource":{"type":"a","id":"b"},"context":[]}""", "context")]
    [InlineData("""{"subject":{"type":"a","id":"b"},"action":{"name":"x"},"resource":{"type":"a","id":"b"},"context":{"time":"gisteren"}}""", "context.time")]
    public async Task What_is_no_question_is_told_in_a_sentence_and_has_no_record(string lichaam, string noemt)
    {
        await using var node = await Start(Engine.Sqlite);
        var (status, antwoord) = await Stuur(node, Evaluatie, lichaam);
        Assert.Equal(400, status);
        Assert.Contains(noemt, antwoord, StringComparison.Ordinal);
        Assert.Empty(await Records(node));
    }

    [Fact]
    public async Task Only_a_program_of_the_own_organisation_gets_an_answer_and_each_gets_its_request_id_back()
    {
        await using var node = await Start(Engine.Sqlite);
        foreach (var (client, verwacht) in new[] { ("proef", 200), ("onbekend", 401) })
        {
            using var verzoek = new HttpRequestMessage(HttpMethod.Post, Evaluatie) { Content = new StringContent(Vraag().ToJsonString(), Encoding.UTF8, "application/json") };
            Proefnode.Als(client)(verzoek.Headers);
            verzoek.Headers.Add("X-Request-ID", "nummer-1");
            using var antwoord = await node.Http.SendAsync(verzoek);
            Assert.Equal((client, verwacht), (client, (int)antwoord.StatusCode));
            Assert.Equal("nummer-1", antwoord.Headers.GetValues("X-Request-ID").Single());
            Assert.Equal(verwacht == 200 ? "application/json" : "text/plain", antwoord.Content.Headers.ContentType!.MediaType);
        }

        using var peer = new HttpRequestMessage(HttpMethod.Post, Evaluatie) { Content = JsonContent.Create(Vraag()) };
        peer.Headers.Add("Proef-Herkomst", nameof(Herkomst.Inway));
        peer.Headers.Add(Headers.FscAuthorization, $"Bearer x.{Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"sub":"00000001990000023000"}""")).TrimEnd('=')}.x");
        using var geweigerd = await node.Http.SendAsync(peer);
        Assert.Equal(403, (int)geweigerd.StatusCode);
        Assert.Single(await Records(node));
    }

    [EngineTheory]
    public async Task A_decision_that_cannot_be_recorded_is_not_given(Engine engine)
    {
        await using var node = await Start(engine);
        await (await node.Store()).Write(s => s.Execute("ALTER TABLE verwerkingsregister_beslissingen RENAME TO verwerkingsregister_weg"));
        var (status, antwoord) = await Stuur(node, Evaluatie, Vraag().ToJsonString());
        Assert.True(status >= 500, $"{status} {antwoord}");
        Assert.DoesNotContain("decision", antwoord, StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task Old_decisions_go_and_later_ones_stay(Engine engine)
    {
        await using var node = await Start(engine);
        await Stuur(node, Evaluatie, Vraag().ToJsonString());
        var store = await node.Store();
        Assert.Equal(0, await Beslisboek.Wis(store, DateTimeOffset.UtcNow.AddMinutes(-1), default));
        Assert.Equal(1, await Beslisboek.Wis(store, DateTimeOffset.UtcNow.AddMinutes(1), default));
        Assert.Empty(await Records(node));
    }

    public void Dispose() => _map.Dispose();

    private static JsonObject Vraag(string actie = $$$"""{"name":"GET","properties":{"processing_activity_id":"{{{Doel}}}"}}""") => new()
    {
        ["subject"] = new JsonObject { ["type"] = "medewerker", ["id"] = "k.postma" },
        ["action"] = JsonNode.Parse(actie),
        ["resource"] = new JsonObject { ["type"] = "dienst", ["id"] = "personen" },
    };

    private static async Task<(int Status, string Antwoord)> Stuur(Proefnode node, string pad, string lichaam)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, pad) { Content = new StringContent(lichaam, Encoding.UTF8, "application/json") };
        Proefnode.Als("proef")(verzoek.Headers);
        using var antwoord = await node.Http.SendAsync(verzoek);
        return ((int)antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync());
    }

    private static async Task<List<JsonElement>> Records(Proefnode node) =>
        [.. (await node.Services.GetRequiredService<Beslisboek>().Pagina(node.Organisatie, 10, null, default)).Select(r => JsonElement.Parse(r.Record))];

    private static async Task<JsonElement> Laatste(Proefnode node) => (await Records(node))[0];

    /// <summary>What differs from run to run: the own span and the moment, and the trace where none came in.</summary>
    private static string Genormaliseerd(JsonElement record, bool metTrace)
    {
        var json = JsonNode.Parse(record.GetRawText())!;
        Assert.Matches("^[0-9a-f]{16}$", json["span_id"]!.GetValue<string>());
        Assert.InRange(json["timestamp"]!.GetValue<long>(), DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeMilliseconds());
        (json["span_id"], json["timestamp"]) = ("0000000000000001", 1);
        if (metTrace) json["trace_id"] = "00000000000000000000000000000001";
        return json.ToJsonString();
    }

    private static void Gelijk(string bestand, string json) => Assert.Equal(Bestand(bestand), JsonNode.Parse(json)!.ToJsonString(Leesbaar) + "\n");

    private static string Bestand(string naam) => File.ReadAllText(Omgeving.Pad($"tests/Meent.Services.Tests/Verwerkingsregister/Beslispunt/{naam}"));

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister(), routes => routes.MapVerwerkingsregister());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "proef",
            beginGeldigheid = "2025-01-01T00:00:00Z",
            activiteit = new { naam = "Proef", doel = "Proberen.", grondslag = "Publieke taak", gegevens = (string[])["personen:naam", "personen:verblijfplaats"] },
        }, doel: node.Doel(Bijhouden.Doel));
        return node;
    }
}
