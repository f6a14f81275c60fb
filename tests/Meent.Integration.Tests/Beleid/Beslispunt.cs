using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Tests.Beleid;

/// <summary>A policy decision point that answers what the test tells it, and keeps what it was asked.</summary>
internal sealed class Beslispunt : IAsyncDisposable
{
    private WebApplication _app = null!;

    public string Adres => _app.Urls.Single();

    public ConcurrentQueue<(JsonElement Vraag, Dictionary<string, string> Headers)> Vragen { get; } = new();

    public Func<HttpContext, Task> Antwoord { get; set; } = http => http.Response.WriteAsJsonAsync(new { decision = true });

    /// <param name="certificaat">Speaks TLS with it, and wants to see one of the caller.</param>
    public async Task<Beslispunt> Start(X509Certificate2? certificaat = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificaat is null) return;
            listen.UseHttps(https =>
            {
                https.ServerCertificate = certificaat;
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.AllowAnyClientCertificate();
            });
        }));
        _app = builder.Build();
        _app.MapPost("/access/v1/evaluation", async http =>
        {
            var vraag = await JsonDocument.ParseAsync(http.Request.Body);
            Vragen.Enqueue((vraag.RootElement, http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            await Antwoord(http);
        });
        await _app.StartAsync();
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
