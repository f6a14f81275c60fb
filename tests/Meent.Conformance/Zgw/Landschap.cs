using Meent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meent.Conformance.Zgw;

/// <summary>The running program with its demo landscape.</summary>
public sealed class Landschap : IAsyncLifetime, IDisposable
{
    private readonly TijdelijkeMap _map = new();

    public MeentProces Meent { get; private set; } = null!;

    /// <summary>APIs that Meent does not have itself, such as Contactmomenten: any path is a resource.</summary>
    public WebApplication Elders { get; } = Maak();

    public async Task InitializeAsync()
    {
        if (!Omgeving.HeeftShared) return;
        Elders.MapGet("/{**pad}", (HttpContext http) => Results.Json(new { url = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}", besluittype = "https://elders.example/besluittypen/1", ingangsdatum = "2026-06-01" }));
        await Elders.StartAsync();
        Meent = await MeentProces.Start(_map.Pad, $"Meent:Buitenwereld:duinwaarde:0:Adres={Elders.Urls.First()}", "Meent:Buitenwereld:duinwaarde:0:Intern=true");
    }

    public async Task DisposeAsync()
    {
        if (Meent is not null) await Meent.DisposeAsync();
        await Elders.DisposeAsync();
    }

    public void Dispose() => _map.Dispose();

    private static WebApplication Maak()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
