using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Tests.Pijplijn;

/// <summary>Somebody else's API on a loopback port, with what may be wrong with one.</summary>
internal sealed class Buitenserver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Buitenserver(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>Paths that were asked for, each with its Authorization.</summary>
    public ConcurrentQueue<(string Pad, string Authorization)> Gevraagd { get; } = new();

    public static async Task<Buitenserver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new Buitenserver(app);
        app.Use((http, next) =>
        {
            server.Gevraagd.Enqueue((http.Request.Path, http.Request.Headers.Authorization.ToString()));
            return next(http);
        });
        app.MapGet("/kanaal", () => Results.Json(new { url = "http://elders.example/kanaal", naam = "Duif", omschrijving = "Per duif." }));
        app.MapGet("/zaak", () => Results.Json(new { url = "http://elders.example/zaak", identificatie = "Z", zaaktype = "http://elders.example/zaaktype" }));
        app.MapGet("/besluit", () => Results.Json(new { url = "http://elders.example/besluit", besluittype = "http://elders.example/type", ingangsdatum = "2026-03-01", vervaldatum = "2028-03-01" }));
        app.MapGet("/leeg", () => Results.Json(new { }));
        app.MapGet("/tekst", () => Results.Text("geen json", "text/html"));
        app.MapGet("/weg", () => Results.NotFound());
        app.MapGet("/groot", async (HttpContext http) =>
        {
            var blok = System.Text.Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            for (var i = 0; i < 64; i++) await http.Response.Body.WriteAsync(blok, http.RequestAborted);
        });
        app.MapGet("/traag", async (HttpContext http) =>
        {
            await http.Response.WriteAsync("{", http.RequestAborted);
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        app.MapGet("/door", (string naar) => Results.Redirect(naar));
        app.MapGet("/rond", () => Results.Redirect("/rond"));
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
