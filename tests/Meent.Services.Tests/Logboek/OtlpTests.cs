using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Meent.Data.Logboek;
using Meent.Services.Logboek;
using Meent.Services.Logboek.Inname;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Meent.Services.Tests.Logboek;

/// <summary>The wire of OpenTelemetry, in and out.</summary>
public sealed class OtlpTests : IDisposable
{
    private const string Fenna = "999970008";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    [InlineData(OtlpExportProtocol.Grpc)]
    public async Task The_exporter_of_OpenTelemetry_writes_the_records_of_its_application_and_not_its_telemetry(Engine engine, OtlpExportProtocol protocol)
    {
        await using var node = await Start(engine);
        using var bron = new ActivitySource($"proef.{Guid.CreateVersion7()}");
        using var sporen = Sdk.CreateTracerProviderBuilder().AddSource(bron.Name)
            .SetResourceBuilder(ResourceBuilder.CreateEmpty().AddService("zaaksysteem", serviceVersion: "2.1"))
            .AddOtlpExporter(uit =>
            {
                uit.Protocol = protocol;
                uit.Endpoint = protocol == OtlpExportProtocol.Grpc ? node.Grpc : new Uri(node.Http.BaseAddress!, Diensten.Pad(Diensten.Logboek) + "/v1/traces");
                uit.Headers = $"Authorization={Proefnode.TokenVan("zaaksysteem")}";
            }).Build();
        ActivityTraceId trace;
        using (var telemetrie = bron.StartActivity("GET /personen")!)
        {
            trace = telemetrie.TraceId;
            using var verwerking = bron.StartActivity("Persoon bekeken")!;
            verwerking.SetTag("dpl.core.processing_activity_id", node.Doel("zaken-behandelen"));
            verwerking.SetTag("dpl.core.data_subject_id", Fenna);
            verwerking.SetTag("dpl.core.data_subject_id_type", "BSN");
            verwerking.SetStatus(ActivityStatusCode.Ok);
        }

        Assert.True(sporen.ForceFlush(10_000));
        var regel = Assert.Single(await (await node.Store()).Read(session => session.Zoek(new Logvraag(10) { Trace = trace }))).Regel;
        Assert.Equal(("Persoon bekeken", Standards.Logboek.Logstatus.Ok), (regel.Naam, regel.Status));
        Assert.NotNull(regel.Spoor.Ouder);
        Assert.Equal(node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, "BSN", Fenna).Tekst, regel.Betrokkene!.Value.Tekst);
        Assert.Contains("zaaksysteem", regel.Systeem, StringComparison.Ordinal);
        Assert.InRange(regel.Einde, regel.Begin, DateTimeOffset.UtcNow);
    }

    [EngineTheory]
    public async Task What_is_refused_over_protobuf_is_told_in_protobuf(Engine engine)
    {
        await using var node = await Start(engine);
        // A span without an activity, in a request that is packed.
        var (status, antwoord) = await Stuur(node, Bericht(span =>
        {
            span.Bytes(1, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 });
            span.Bytes(2, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 });
            span.Deel(9, attribuut =>
            {
                attribuut.Tekst(1, "dpl.core.data_subject_id");
                attribuut.Deel(2, waarde => waarde.Tekst(1, Fenna));
            });
        }), gzip: true);
        Assert.Equal(HttpStatusCode.OK, status);
        var (geweigerd, reden) = Gedeeltelijk(antwoord);
        Assert.Equal(1UL, geweigerd);
        Assert.Contains("processing_activity_id", reden, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await Stuur(node, [0x0A, 0x7F, 0x01], gzip: false)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Stuur(node, [1, 2, 3], gzip: false, codering: "gzip")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Stuur(node, [], gzip: false, codering: "br")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Stuur(node, [], gzip: false, headers: Proefnode.Als("zakenlezer"))).Status);
        Assert.Empty((await Stuur(node, [], gzip: false)).Antwoord);
    }

    [EngineTheory]
    public async Task What_is_refused_over_gRPC_is_told_in_the_trailers(Engine engine)
    {
        await using var node = await Start(engine);
        Assert.Equal("16", await Grpc(node, [0, 0, 0, 0, 0], null));
        Assert.Equal("0", await Grpc(node, [0, 0, 0, 0, 0], Proefnode.TokenVan("app")));
        Assert.Equal("3", await Grpc(node, [0, 0, 0, 0, 9], Proefnode.TokenVan("app")));
        Assert.Equal("3", await Grpc(node, [0, 0, 0, 0, 2, 0x0A, 0x7F], Proefnode.TokenVan("app")));
    }

    [EngineTheory]
    public async Task Sealed_records_reach_the_collector_in_order_also_after_it_was_away(Engine engine)
    {
        var (ontvangen, weg) = (new List<OtlpSpan>(), 1);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/v1/traces", async (HttpContext http) =>
        {
            if (Interlocked.Decrement(ref weg) >= 0) return Results.StatusCode(503);
            using var geheel = new MemoryStream();
            await http.Request.Body.CopyToAsync(geheel);
            lock (ontvangen) ontvangen.AddRange(OtlpProto.Lees(geheel.ToArray()).ResourceSpans!.SelectMany(r => r.ScopeSpans!).SelectMany(s => s.Spans!));
            return http.Request.Headers["api-key"] == "geheim" ? Results.Ok() : Results.Unauthorized();
        });
        await collector.StartAsync();
        await using var node = await Start(engine, new()
        {
            ["Meent:Logboek:duinwaarde:Collector:Adres"] = collector.Urls.First(),
            ["Meent:Logboek:duinwaarde:Collector:Intern"] = "true",
            ["Meent:Logboek:duinwaarde:Collector:Koppen:api-key"] = "geheim",
        });
        var store = await node.Store();
        foreach (var i in Enumerable.Range(0, 3)) await store.Write(session => session.Logboek(Regel(node, $"Handeling {i}")));

        await Tot(() =>
        {
            lock (ontvangen) return ontvangen.Count >= 3;
        });
        Assert.Equal(["Handeling 0", "Handeling 1", "Handeling 2"], ontvangen.Select(span => span.Name!));
        Assert.All(ontvangen, span => Assert.DoesNotContain(Fenna, System.Text.Json.JsonSerializer.Serialize(span), StringComparison.Ordinal));
        Assert.Contains(ontvangen[0].Attributes!, a => a is { Key: "dpl.core.data_subject_id_type", Value.StringValue: "BSN" });
        Assert.Equal(1764068470669000000UL, ontvangen[0].StartTimeUnixNano);
    }

    public void Dispose() => _map.Dispose();

    private static Logregel Regel(Proefnode node, string naam) => new()
    {
        Spoor = Standards.Logboek.Spoor.Nieuw(),
        Activiteit = node.Doel("zaken-behandelen"),
        Naam = naam,
        Begin = DateTimeOffset.FromUnixTimeMilliseconds(1764068470669),
        Einde = DateTimeOffset.FromUnixTimeMilliseconds(1764068470700),
        Betrokkene = node.Services.GetRequiredService<Pseudoniemen>().Van(node.Organisatie, "BSN", Fenna),
    };

    private async Task<Proefnode> Start(Engine engine, Dictionary<string, string?>? instellingen = null)
    {
        var node = await Proefnode.Start(engine, _map, services =>
        {
            services.AddLogboek().AddVerwerkingsregister();
            if (instellingen is not null) services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(instellingen).Build());
        }, routes => routes.MapLogboek());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static byte[] Bericht(Action<Protoschrijver> span)
    {
        var bericht = new Protoschrijver();
        bericht.Deel(1, resource => resource.Deel(2, scope => scope.Deel(2, span)));
        return bericht.Bericht.ToArray();
    }

    private static async Task<(HttpStatusCode Status, byte[] Antwoord)> Stuur(Proefnode node, byte[] bericht, bool gzip, string? codering = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var ingepakt = new MemoryStream();
        using (var stroom = new GZipStream(ingepakt, CompressionLevel.Fastest, leaveOpen: true)) stroom.Write(bericht);
        using var inhoud = new ByteArrayContent(gzip ? ingepakt.ToArray() : bericht);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        if (gzip || codering is not null) inhoud.Headers.ContentEncoding.Add(codering ?? "gzip");
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, Diensten.Pad(Diensten.Logboek) + "/v1/traces") { Content = inhoud };
        verzoek.Headers.Add("Authorization", Proefnode.TokenVan("app"));
        headers?.Invoke(verzoek.Headers);
        using var antwoord = await node.Http.SendAsync(verzoek);
        Assert.Equal("application/x-protobuf", antwoord.Content.Headers.ContentType!.MediaType);
        return (antwoord.StatusCode, await antwoord.Content.ReadAsByteArrayAsync());
    }

    private static (ulong Geweigerd, string Reden) Gedeeltelijk(byte[] antwoord)
    {
        var lezer = new Protolezer(antwoord);
        Assert.True(lezer.Volgende());
        var deel = new Protolezer(lezer.Bytes());
        Assert.True(deel.Volgende());
        var geweigerd = deel.Varint();
        Assert.True(deel.Volgende());
        return (geweigerd, deel.Tekst());
    }

    private static async Task<string> Grpc(Proefnode node, byte[] bericht, string? token)
    {
        using var client = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, new Uri(node.Grpc, "/opentelemetry.proto.collector.trace.v1.TraceService/Export"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(bericht),
        };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        if (token is not null) verzoek.Headers.Add("Authorization", token);
        using var antwoord = await client.SendAsync(verzoek);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        await antwoord.Content.ReadAsByteArrayAsync();
        return Assert.Single(antwoord.TrailingHeaders.GetValues("grpc-status"));
    }

    private static async Task Tot(Func<bool> zo)
    {
        for (var i = 0; i < 1500 && !zo(); i++) await Task.Delay(20);
        Assert.True(zo());
    }
}
