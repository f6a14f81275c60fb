using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Logboek;

public sealed class LogboekApiTests : IDisposable
{
    private const string Fenna = "999970008";
    private const string Milan = "999970021";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_span_with_a_purpose_becomes_one_durable_record_however_often_it_is_sent(Engine engine)
    {
        await using var node = await Start(engine);
        var bericht = Bericht(Span(node, "00000000000000a1", Fenna), new { traceId = Trace, spanId = "00000000000000a2", name = "GET", attributes = new[] { Attribuut("url.path", "/x") } });
        for (var i = 0; i < 2; i++)
        {
            var antwoord = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", bericht);
            Assert.False(antwoord.TryGetProperty("partialSuccess", out _));
        }

        var regel = Assert.Single(await Regels(node));
        Assert.Equal("Registratie bekeken", regel.Naam);
        Assert.Equal((1764068470669, 1764068470700), (regel.Begin.ToUnixTimeMilliseconds(), regel.Einde.ToUnixTimeMilliseconds()));
        Assert.DoesNotContain(Fenna, JsonSerializer.Serialize(regel), StringComparison.Ordinal);
        Assert.DoesNotContain("url", regel.Attributen ?? "", StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task Spans_that_cannot_be_records_are_refused_with_a_reason_and_the_others_kept(Engine engine)
    {
        await using var node = await Start(engine);
        var antwoord = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(
            Span(node, "00000000000000b1", Fenna),
            Span(node, "00000000000000b2", "999970009"),
            Span(node, "0000000000000000", Fenna),
            Span(node, "00000000000000b3", Fenna, naam: "Zoek 999970021"),
            Span(node, "00000000000000b5", Fenna, erbij: Attribuut("dpl.core.user", "k.osman")),
            Span(node, "00000000000000b6", Fenna, erbij: Attribuut("dpl.nen7513.user_id", "k.osman")),
            Span(node, "00000000000000b7", Fenna, erbij: Attribuut("dpl.core.data_subject_id", Milan)),
            Span(node, "00000000000000b8", Fenna, begin: 1764068),
            Span(node, "00000000000000b9", Fenna, naam: "nul\0"),
            new { traceId = Trace, spanId = "00000000000000b4", attributes = new[] { Attribuut("dpl.core.data_subject_id", Fenna) } }));

        Assert.Equal("9", antwoord.GetProperty("partialSuccess").GetProperty("rejectedSpans").GetString());
        Assert.DoesNotContain("9999", antwoord.GetRawText(), StringComparison.Ordinal);
        Assert.Single(await Regels(node));
    }

    [EngineTheory]
    public async Task Only_the_own_organisation_writes_audits_and_reads_by_plain_subject(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(Span(node, "00000000000000c1", Fenna)), Herkomst.Buiten, headers: Proefnode.Als("zakenlezer"));
        await node.Vraag(401, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(Span(node, "00000000000000c1", Fenna)), Herkomst.Buiten, headers: h => h.Remove("Authorization"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/audit", new { handeling = "opgezocht" }, Herkomst.Inway);
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/inzage", new { burgerservicenummer = Fenna }, Herkomst.Buiten, node.Doel("mijn-gegevens-inzien"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/processing-activities", Zoek(Fenna), Herkomst.Buiten, node.Doel("mijn-gegevens-inzien"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/processing-activities", Zoek(Fenna), Herkomst.Intern, node.Doel("toeristische-verhuur-toezicht"));
        await node.Vraag(401, HttpMethod.Post, Diensten.Logboek, "/processing-activities", Zoek(Fenna), Herkomst.Buiten, headers: h => h.Remove("Authorization"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, "/processing-activities", new { traceId = Trace }, Herkomst.Buiten, headers: Proefnode.Als("zakenlezer"));
    }

    [EngineTheory]
    public async Task The_read_api_finds_by_subject_trace_and_activity_and_pages(Engine engine)
    {
        await using var node = await Start(engine);
        var spans = Enumerable.Range(0, 230).Select(i => Span(node, $"{i + 1:x16}", i % 2 == 0 ? Fenna : Milan, begin: 1764068470669 + i)).ToArray();
        await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(spans));

        var eerste = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/processing-activities", Zoek(Fenna), doel: node.Doel("mijn-gegevens-inzien"));
        var item = eerste.GetProperty("processingActivities")[0];
        Assert.Equal(100, eerste.GetProperty("processingActivities").GetArrayLength());
        Assert.Equal(1764068470669 + 228, item.GetProperty("startTime").GetInt64());
        Assert.Equal("0af76519-16cd-43dd-8448-eb211c80319c", item.GetProperty("traceId").GetString());
        var pseudoniem = item.GetProperty("attributes").GetProperty("dpl.core.data_subject_id").GetString()!;
        Assert.Matches("^[0-9a-f]{32}$", pseudoniem);

        // With the pseudonym no purpose is needed: it tells nothing of who it is.
        var tweede = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/processing-activities",
            new Dictionary<string, object> { ["dpl.core.data_subject_id"] = pseudoniem, ["cursor"] = eerste.GetProperty("cursor").GetString()! }, Herkomst.Buiten);
        Assert.Equal(15, tweede.GetProperty("processingActivities").GetArrayLength());
        Assert.False(tweede.TryGetProperty("cursor", out _));

        var trace = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/processing-activities", new { traceId = Trace, startTime = 1764068470669 + 220 });
        Assert.Equal(10, trace.GetProperty("processingActivities").GetArrayLength());
    }

    [EngineTheory]
    [InlineData("{}")]
    [InlineData("""{"startTime":1764068470669}""")]
    [InlineData("""{"traceId":"x"}""")]
    [InlineData("""{"traceId":"0af7651916cd43dd8448eb211c80319c","cursor":"x"}""")]
    [InlineData("""{"traceId":"0af7651916cd43dd8448eb211c80319c","onbekend":1}""")]
    [InlineData("""{"traceId":""")]
    public async Task A_question_without_a_trace_subject_or_activity_or_with_a_fault_gets_a_problem(Engine engine, string vraag)
    {
        await using var node = await Start(engine);
        var probleem = await node.Vraag(400, HttpMethod.Post, Diensten.Logboek, "/processing-activities", JsonDocumentOfTekst(vraag));
        Assert.NotEmpty(probleem.GetProperty("invalidParams").EnumerateArray());
    }

    [EngineTheory]
    public async Task A_resident_sees_own_records_with_purpose_and_ground_and_none_that_are_confidential(Engine engine)
    {
        await using var node = await Start(engine);
        var doelen = node.Services.GetRequiredService<Doelen>();
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "onderzoek-ondermijning",
            beginGeldigheid = "2020-01-01T00:00:00Z",
            activiteit = new { naam = "Onderzoek", doel = "Onderzoek", grondslag = "Publieke taak", vertrouwelijkheid = "vertrouwelijk" },
        }, doel: node.Doel("verwerkingsregister-bijhouden"));
        await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(
            Span(node, "00000000000000d1", Fenna, begin: Ms("2026-11-20T22:30:00Z")),
            Span(node, "00000000000000d2", Fenna, begin: Ms("2026-11-20T23:30:00Z")),
            Span(node, "00000000000000d3", Milan, begin: Ms("2026-11-20T23:30:00Z")),
            Span(node, "00000000000000d4", Fenna, begin: Ms("2026-11-20T23:40:00Z"), doel: "onderzoek-ondermijning")));

        var inzage = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/inzage",
            new { burgerservicenummer = Fenna, van = "2026-11-21", tot = "2026-11-21" }, doel: node.Doel("mijn-gegevens-inzien"));

        // 23:30Z is the 21st in the Netherlands, 22:30Z still the 20th.
        var verwerking = Assert.Single(inzage.GetProperty("verwerkingen").EnumerateArray());
        Assert.Equal("Toezicht op toeristische verhuur", verwerking.GetProperty("doel").GetProperty("naam").GetString());
        Assert.Equal("Publieke taak", verwerking.GetProperty("doel").GetProperty("grondslag").GetString());
        Assert.Equal("Gemeente Duinwaarde", verwerking.GetProperty("organisatie").GetProperty("naam").GetString());
        Assert.Equal(["verhuur:adres"], verwerking.GetProperty("gegevens").EnumerateArray().Select(g => g.GetString()!));
    }

    [EngineTheory]
    public async Task A_term_of_the_register_decides_how_long_a_record_is_kept(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "kort-bewaard",
            beginGeldigheid = "2020-01-01T00:00:00Z",
            activiteit = new { naam = "Kort", doel = "Kort", grondslag = "Publieke taak", bewaartermijnLog = "P18M" },
        }, doel: node.Doel("verwerkingsregister-bijhouden"));
        await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(Span(node, "00000000000000a1", Fenna, doel: "kort-bewaard"), Span(node, "00000000000000a2", Fenna)));

        Assert.Equal(["P18M", "P5Y"], (await Regels(node)).Select(regel => regel.Bewaartermijn).Order());
    }

    [EngineTheory]
    public async Task What_an_employee_did_is_kept_apart_with_the_trace(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(204, HttpMethod.Post, Diensten.Logboek, "/audit", new { handeling = "persoon opgezocht", reden = "melding van buren" },
            doel: node.Doel("toeristische-verhuur-toezicht"), headers: h =>
            {
                h.Add(Headers.Gebruiker, "k.osman");
                h.Add("traceparent", $"00-{Trace}-00000000000000e1-01");
            });
        await node.Vraag(400, HttpMethod.Post, Diensten.Logboek, "/audit", new { handeling = "", reden = "over 999970021" });

        var audit = Assert.Single(await (await node.Store()).Read(session => session.AuditVan(System.Diagnostics.ActivityTraceId.CreateFromString(Trace))));
        Assert.Equal(("k.osman", "melding van buren"), (audit.Gebruiker, audit.Reden));
    }

    [EngineTheory]
    public async Task A_service_logs_who_asked_over_fsc_and_that_organisation_reads_only_its_own(Engine engine)
    {
        await using var node = await Start(engine);
        var token = "x." + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            """{"sub":"00000001990000023000","prp":{"doelbinding.doelen":[{"id":"urn:nld:oin:00000001990000023000:verwerkingsactiviteit:verhuur"}]}}""")) + ".x";
        void Fsc(System.Net.Http.Headers.HttpRequestHeaders h)
        {
            h.Add(Headers.FscAuthorization, $"Bearer {token}");
            h.Add("traceparent", $"00-{Trace}-00000000000000f1-01");
        }

        await node.Vraag(200, HttpMethod.Get, Diensten.Personen, "/proef", herkomst: Herkomst.Inway, headers: Fsc);
        await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/v1/traces", Bericht(Span(node, "00000000000000f2", Fenna)));

        var daar = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/processing-activities", new { traceId = Trace }, Herkomst.Inway, headers: Fsc);
        var attributen = Assert.Single(daar.GetProperty("processingActivities").EnumerateArray());
        Assert.Equal("urn:nld:oin:00000001990000023000", attributen.GetProperty("attributes").GetProperty("dpl.core.foreign_operation.processor").GetString());
        Assert.Equal("00000000000000f1", attributen.GetProperty("parentSpanId").GetString());
        var hier = await node.Vraag(200, HttpMethod.Post, Diensten.Logboek, "/inzage", new { burgerservicenummer = Fenna }, doel: node.Doel("mijn-gegevens-inzien"));
        var verstrekking = hier.GetProperty("verwerkingen").EnumerateArray().Single(v => v.GetProperty("ontvanger").ValueKind != JsonValueKind.Null);
        Assert.Equal("Gemeente Lindewoude", verstrekking.GetProperty("ontvanger").GetProperty("naam").GetString());
        Assert.EndsWith(":verhuur", verstrekking.GetProperty("doelOntvanger").GetString(), StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task Who_follows_a_record_elsewhere_needs_a_purpose_and_hears_when_nobody_answers(Engine engine)
    {
        await using var node = await Start(engine);
        const string elders = "/elders/00000001990000023000/processing-activities";
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, elders, new { traceId = Trace });
        await node.Vraag(403, HttpMethod.Post, Diensten.Logboek, elders, new { traceId = Trace }, Herkomst.Inway);
        await node.Vraag(400, HttpMethod.Post, Diensten.Logboek, elders, new { }, doel: node.Doel("mijn-gegevens-inzien"));
        // There is no integration layer on this node.
        await node.Vraag(502, HttpMethod.Post, Diensten.Logboek, elders, new { traceId = Trace }, doel: node.Doel("mijn-gegevens-inzien"));
    }

    [EngineTheory]
    public async Task Another_organisation_follows_a_record_about_its_resident_with_a_purpose_for_that(Engine engine)
    {
        await using var node = await Start(engine);
        static Action<System.Net.Http.Headers.HttpRequestHeaders> Fsc(string oin, string gegevens) => h =>
        {
            var claims = $$$"""{"sub":"{{{oin}}}","prp":{"doelbinding.doelen":[{"id":"urn:nld:oin:{{{oin}}}:verwerkingsactiviteit:inzien","gegevens":["{{{gegevens}}}"]}]}}""";
            h.Add(Headers.FscAuthorization, $"Bearer x.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.x");
            h.Add("traceparent", $"00-{Trace}-00000000000000f1-01");
        };
        const string lindewoude = "00000001990000023000";
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "onderzoek-ondermijning",
            beginGeldigheid = "2020-01-01T00:00:00Z",
            activiteit = new { naam = "Onderzoek", doel = "Onderzoek", grondslag = "Publieke taak", vertrouwelijkheid = "vertrouwelijk" },
        }, doel: node.Doel("verwerkingsregister-bijhouden"));
        await node.Vraag(200, HttpMethod.Get, Diensten.Personen, "/proef", herkomst: Herkomst.Inway, headers: Fsc(lindewoude, "personen:*"));
        // Confidential: not told, also not to who asked for it.
        await node.Vraag(200, HttpMethod.Get, Diensten.Personen, "/proef?activiteit=onderzoek-ondermijning", herkomst: Herkomst.Inway, headers: Fsc(lindewoude, "personen:*"));
        Task<JsonElement> Volg(int status, string bsn, string oin, string gegevens) => node.Vraag(
            status, HttpMethod.Post, Diensten.Logboek, "/processing-activities", new Dictionary<string, object>(Zoek(bsn)) { ["traceId"] = Trace }, Herkomst.Inway, headers: Fsc(oin, gegevens));

        var record = Assert.Single((await Volg(200, Fenna, lindewoude, "logboek:inzage")).GetProperty("processingActivities").EnumerateArray());
        Assert.Equal("Persoonsgegevens verstrekt", record.GetProperty("name").GetString());
        Assert.Equal("Mijn gegevens inzien", record.GetProperty("attributes").GetProperty("meent.processing_activity.name").GetString());
        Assert.Empty((await Volg(200, Milan, lindewoude, "logboek:inzage")).GetProperty("processingActivities").EnumerateArray());
        Assert.Empty((await Volg(200, Fenna, "00000001990000047000", "logboek:inzage")).GetProperty("processingActivities").EnumerateArray());
        await Volg(403, Fenna, lindewoude, "personen:*");
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddLogboek().AddVerwerkingsregister(), routes =>
        {
            routes.MapLogboek();
            routes.MapVerwerkingsregister();
            routes.MapGet(Diensten.Pad(Diensten.Personen) + "/proef", async (HttpContext http, Aanroepen aanroepen, Verwerkingslog log) =>
            {
                var organisatie = TestStore.TestOrganisatie();
                var regels = log.Regels(await aanroepen.Van(http), "Persoonsgegevens verstrekt", [new Betrokkene("BSN", Fenna)],
                    organisatie.Verwerkingsactiviteit((string?)http.Request.Query["activiteit"] ?? "mijn-gegevens-inzien"), ["personen:naam"]);
                await log.Schrijf(organisatie, regels);
                return Results.Json(new { });
            });
        });
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static async Task<List<Logregel>> Regels(Proefnode node) =>
        [.. (await (await node.Store()).Read(session => session.Zoek(new Logvraag(100) { Trace = System.Diagnostics.ActivityTraceId.CreateFromString(Trace) }))).Select(r => r.Regel)];

    private static object JsonDocumentOfTekst(string tekst)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(tekst);
        }
        catch (JsonException)
        {
            return tekst;
        }
    }

    private static Dictionary<string, object> Zoek(string bsn) => new() { ["dpl.core.data_subject_id"] = bsn, ["dpl.core.data_subject_id_type"] = "BSN" };

    private static object Bericht(params object[] spans) => new
    {
        resourceSpans = new[] { new { resource = new { attributes = new[] { Attribuut("service.name", "proef") } }, scopeSpans = new[] { new { spans } } } },
    };

    private static object Span(Proefnode node, string span, string bsn, long begin = 1764068470669, string naam = "Registratie bekeken", string doel = "toeristische-verhuur-toezicht", object? erbij = null) => new
    {
        traceId = Trace,
        spanId = span,
        name = naam,
        kind = 1,
        startTimeUnixNano = $"{begin}000000",
        endTimeUnixNano = $"{begin + 31}000000",
        attributes = new[]
        {
            Attribuut("dpl.core.processing_activity_id", node.Doel(doel)),
            Attribuut("dpl.core.data_subject_id", bsn),
            Attribuut("dpl.core.data_subject_id_type", "BSN"),
            Attribuut("meent.gegevens", "verhuur:adres"),
            Attribuut("url.query", "bsn=" + bsn),
            Attribuut("enduser.id", "k.osman"),
            erbij ?? Attribuut("dpl.read.externalReadAPI_id", "https://elders.example/logboek"),
        },
        status = new { code = 0 },
    };

    private static object Attribuut(string key, string waarde) => new { key, value = new { stringValue = waarde } };

    private static long Ms(string moment) => DateTimeOffset.Parse(moment, null).ToUnixTimeMilliseconds();
}
