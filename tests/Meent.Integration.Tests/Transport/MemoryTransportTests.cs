using System.Net;
using Meent.Integration.Transport;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Tests.Transport;

public sealed class MemoryTransportTests : IAsyncLifetime
{
    private static readonly Organisatie Duinwaarde = new(
        "duinwaarde", "Gemeente Duinwaarde", "00000001990000011000", "990000011", "9901", "http://localhost:8080/duinwaarde",
        new HashSet<string> { Diensten.Verhuur });

    private readonly TaskCompletionSource _afgebroken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;
    private Bronnen _bronnen = null!;
    private Uri _buiten = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(new OrganisatieLijst([Duinwaarde]));
        builder.Services.AddSingleton(new ApiClients([]));
        builder.Services.AddTransport();
        _app = builder.Build();
        _app.MapGet("/duinwaarde/verhuur/api/v1/herkomst", (HttpContext http) => $"{http.Herkomst()} {http.Request.QueryString}");
        _app.MapGet("/herkomst", (HttpContext http) => $"{http.Herkomst()}");
        _app.MapGet("/duinwaarde/verhuur/api/v1/wie", (HttpContext http, ZgwJwt jwt) =>
            jwt.Controleer(http.Request.Headers.Authorization, "duinwaarde", out var reden)?.UserId ?? reden);
        _app.MapPost("/duinwaarde/verhuur/api/v1/echo", async (HttpContext http) =>
        {
            using var alles = new System.IO.MemoryStream();
            await http.Request.Body.CopyToAsync(alles, http.RequestAborted);
            return Results.Bytes(alles.ToArray());
        });
        _app.MapGet("/duinwaarde/verhuur/api/v1/traag", async (HttpContext http) =>
        {
            http.RequestAborted.Register(() => _afgebroken.TrySetResult());
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        await _app.StartAsync();
        _bronnen = _app.Services.GetRequiredService<Bronnen>();
        _buiten = new Uri(_app.Urls.Single(u => u.Contains("127.0.0.1", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Own_service_is_reached_over_the_internal_listener() =>
        Assert.Equal("Intern ?a=1", await Tekst("herkomst?a=1"));

    [Fact]
    public async Task Socket_listener_stays_beside_it_and_counts_as_outside()
    {
        using var http = new HttpClient();
        Assert.Equal("Buiten", await http.GetStringAsync(new Uri(_buiten, "/herkomst")));
    }

    [Fact]
    public async Task Caller_is_the_internal_client_with_the_user_in_its_token() => Assert.Equal("m.visser", await Tekst("wie", "m.visser"));

    [Fact]
    public async Task Large_bodies_cross_with_back_pressure()
    {
        var groot = new byte[3_000_000];
        Random.Shared.NextBytes(groot);
        using var antwoord = await _bronnen.Stuur(HttpMethod.Post, Namens(), Diensten.Verhuur, "echo", new ByteArrayContent(groot));
        Assert.Equal(groot, await antwoord.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Cancelling_the_call_aborts_the_request_at_the_service()
    {
        using var stop = new CancellationTokenSource(200);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bronnen.Stuur(HttpMethod.Get, Namens(), Diensten.Verhuur, "traag", null, stop.Token));
        await _afgebroken.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Many_calls_at_once_share_a_pool_of_connections()
    {
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Tekst($"herkomst?i={i}")));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"Intern ?i={i}"), antwoorden);
    }

    [Fact]
    public async Task Unknown_service_or_organisation_is_refused_at_once()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => _bronnen.Stuur(HttpMethod.Get, Namens(), "onbekend", "x"));
        await Assert.ThrowsAsync<HttpRequestException>(() => _bronnen.Stuur(HttpMethod.Get, Namens() with { Organisatie = "elders" }, Diensten.Verhuur, "x"));
    }

    private static Namens Namens(string? gebruiker = null) => new("duinwaarde", "urn:doel", gebruiker);

    private async Task<string> Tekst(string pad, string? gebruiker = null)
    {
        using var antwoord = await _bronnen.Stuur(HttpMethod.Get, Namens(gebruiker), Diensten.Verhuur, pad);
        return await antwoord.Content.ReadAsStringAsync();
    }
}
