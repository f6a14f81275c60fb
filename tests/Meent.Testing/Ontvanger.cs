using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Testing;

/// <summary>A subscriber on a loopback port, which lets in only who has its token and answers as the test tells it.</summary>
public sealed class Ontvanger : IAsyncDisposable
{
    public const string Auth = "Bearer geheim-van-de-ontvanger";

    private readonly WebApplication _app;

    private Ontvanger(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/callback";

    /// <summary>Status for a message; 204 unless the test decides otherwise.</summary>
    public Func<JsonElement, Task<int>> Antwoord { get; set; } = _ => Task.FromResult(204);

    /// <summary>Content-Type of the last message.</summary>
    public string? Mediatype { get; private set; }

    /// <summary>Messages that were accepted, in order of arrival.</summary>
    public ConcurrentQueue<JsonElement> Ontvangen { get; } = new();

    public static async Task<Ontvanger> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var ontvanger = new Ontvanger(app);
        app.MapPost("/callback", (Delegate)ontvanger.Neem);
        app.MapPost("/open", () => Results.NoContent());
        await app.StartAsync();
        return ontvanger;
    }

    /// <summary>What arrived of one object, without what arrived twice.</summary>
    public List<string> Van(string hoofdobject) => [.. Ontvangen.Where(bericht => bericht.GetProperty("hoofdObject").GetString() == hoofdobject)
        .Select(bericht => bericht.GetProperty("resourceUrl").GetString()!).Distinct()];

    public async Task Wacht(Func<bool> tot, int seconden = 20)
    {
        for (var einde = Environment.TickCount64 + (seconden * 1000); !tot(); await Task.Delay(10))
            Assert.True(Environment.TickCount64 < einde, $"Na {seconden} s waren er {Ontvangen.Count} berichten.");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Neem(HttpContext http)
    {
        if (http.Request.Headers.Authorization != Auth) return Results.StatusCode(403);
        var bericht = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        // A CloudEvent has its channel in the data.
        var inhoud = bericht.TryGetProperty("data", out var data) ? data : bericht;
        if (inhoud.GetProperty("kanaal").GetString() == "test") return Results.NoContent();
        Mediatype = http.Request.ContentType;
        var status = await Antwoord(bericht);
        if (status is >= 200 and < 300) Ontvangen.Enqueue(bericht);
        return Results.StatusCode(status);
    }
}
