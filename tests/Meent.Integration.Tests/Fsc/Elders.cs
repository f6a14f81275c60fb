using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Tests.Fsc;

/// <summary>A program that is no Meent, behind the Inway of the provider: tells what reached it, and waits when told to.</summary>
internal sealed class Elders : IAsyncDisposable
{
    // Nothing listens on the port of discard.
    private const string Weg = "http://127.0.0.1:9";

    private WebApplication _app = null!;

    /// <summary>Holds every answer until it ends.</summary>
    public Task Wacht { get; set; } = Task.CompletedTask;

    /// <summary>Requests that came in.</summary>
    public int Bereikt { get; private set; }

    public async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(async http =>
        {
            Bereikt++;
            await Wacht.WaitAsync(http.RequestAborted);
            using var lichaam = new StreamReader(http.Request.Body);
            await http.Response.WriteAsJsonAsync(new Echo("Elders", "", http.Request.Method, http.Request.Path + http.Request.QueryString,
                http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await lichaam.ReadToEndAsync()));
        });
        await _app.StartAsync();
    }

    public Dictionary<string, DienstOptions> Diensten() => new()
    {
        ["vergunningen"] = new() { Adressen = { Weg, _app.Urls.Single() + "/basis" }, MeesteBytes = 1000 },
        ["smal"] = new() { Adressen = { _app.Urls.Single() }, MeesteGelijktijdig = 1 },
        ["traag"] = new() { Adressen = { _app.Urls.Single() }, Geduld = TimeSpan.FromMilliseconds(200) },
        ["weg"] = new() { Adressen = { Weg } },
    };

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
