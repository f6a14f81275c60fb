using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Testing;

/// <summary>An OpenTelemetry collector (OTLP/HTTP, protobuf) on a loopback port, which keeps what it gets of traces.</summary>
public sealed class Verzamelaar : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Verzamelaar(WebApplication app) => _app = app;

    /// <summary>The messages as they came; text in protobuf stands there as it is.</summary>
    public ConcurrentQueue<byte[]> Sporen { get; } = new();

    /// <summary>What a program needs in its environment to send everything here at once.</summary>
    public IReadOnlyDictionary<string, string> Omgeving => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_TRACES_SAMPLER"] = "always_on",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
    };

    public static async Task<Verzamelaar> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var verzamelaar = new Verzamelaar(app);
        app.MapPost("/v1/traces", async (HttpContext http) =>
        {
            using var inhoud = new MemoryStream();
            await http.Request.Body.CopyToAsync(inhoud);
            verzamelaar.Sporen.Enqueue(inhoud.ToArray());
        });
        app.MapPost("/v1/metrics", () => Results.Ok());
        await app.StartAsync();
        return verzamelaar;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
