using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>
/// Fetches a JSON resource at a URL elsewhere that a client refers to: only from addresses that the organisation listed, in little time, of modest size,
/// without following a redirect out of the list, and never to an address inside the network unless that is said of the host. The address is checked
/// that is connected to, so a name that resolves to another address the second time gains nothing.
/// </summary>
internal sealed partial class Buitenwereld : IDisposable
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxDoorverwijzingen = 3;

    private static readonly JsonDocumentOptions Streng = new() { MaxDepth = 32 };

    // Apart, so that a connection to an inner address is never reused for a host of which that was not said.
    private readonly HttpMessageInvoker _openbaar = Verbinder(intern: false);
    private readonly HttpMessageInvoker _intern = Verbinder(intern: true);
    private readonly Buitenadressen _adressen;
    private readonly TimeProvider _klok;
    private readonly ILogger<Buitenwereld> _log;

    public Buitenwereld(Buitenadressen adressen, TimeProvider klok, ILogger<Buitenwereld> log) => (_adressen, _klok, _log) = (adressen, klok, log);

    /// <summary>How long a fetch may last, redirects included.</summary>
    public TimeSpan Tijd { get; init; } = TimeSpan.FromSeconds(5);

    /// <returns>What is there, or null with the reason why nothing can be fetched. What is no JSON is told as undefined.</returns>
    public async Task<JsonElement?> Haal(Organisatie organisatie, string url, CancellationToken stop)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;
        using var tijd = CancellationTokenSource.CreateLinkedTokenSource(stop);
        tijd.CancelAfter(Tijd);
        try
        {
            return await Volg(organisatie, uri, tijd.Token);
        }
        catch (Exception fout) when ((fout is HttpRequestException or IOException or OperationCanceledException) && !stop.IsCancellationRequested)
        {
            // The client hears only that it failed: the reason would tell it about our network.
            NietOpgehaald(_log, organisatie.Slug, uri.Host, fout is OperationCanceledException ? "te laat" : fout.Message);
            return null;
        }
    }

    public void Dispose()
    {
        _openbaar.Dispose();
        _intern.Dispose();
    }

    private async Task<JsonElement?> Volg(Organisatie organisatie, Uri uri, CancellationToken stop)
    {
        for (var keer = 0; keer <= MaxDoorverwijzingen; keer++)
        {
            if (_adressen.Vind(organisatie, uri) is not { } adres) throw new HttpRequestException("staat niet op de lijst");
            using var verzoek = Verzoek(uri, adres);
            using var antwoord = await (adres.Intern ? _intern : _openbaar).SendAsync(verzoek, stop);
            if (antwoord.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect && antwoord.Headers.Location is { } elders)
            {
                uri = new Uri(uri, elders);
                continue;
            }

            return antwoord.StatusCode == HttpStatusCode.OK ? await Lees(antwoord, stop) : throw new HttpRequestException($"HTTP {(int)antwoord.StatusCode}");
        }

        throw new HttpRequestException("te veel doorverwijzingen");
    }

    private HttpRequestMessage Verzoek(Uri uri, Buitenadres adres)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Get, uri);
        verzoek.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        verzoek.Headers.TryAddWithoutValidation(Headers.AcceptCrs, Headers.Wgs84);
        if (adres is { ClientId: { } client, Geheim: { } geheim })
            verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ZgwJwt.Maak(client, Encoding.UTF8.GetBytes(geheim), _klok.GetUtcNow(), client, "Meent"));
        return verzoek;
    }

    private static async Task<JsonElement> Lees(HttpResponseMessage antwoord, CancellationToken stop)
    {
        await using var stroom = await antwoord.Content.ReadAsStreamAsync(stop);
        var bytes = new byte[Math.Min(antwoord.Content.Headers.ContentLength ?? 16 * 1024, MaxBytes) + 1];
        var lengte = 0;
        while (await stroom.ReadAsync(bytes.AsMemory(lengte), stop) is > 0 and var gelezen)
        {
            lengte += gelezen;
            if (lengte > MaxBytes) throw new HttpRequestException("te groot");
            if (lengte == bytes.Length) Array.Resize(ref bytes, Math.Min(lengte * 2, MaxBytes + 1));
        }

        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, lengte), Streng);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static HttpMessageInvoker Verbinder(bool intern) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy would connect to addresses that are not seen here.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 16,
        ConnectCallback = (context, stop) => Verbinding.Maak(context.DnsEndPoint, intern, stop),
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "{Organisatie}: van {Host} kon niets worden opgehaald: {Reden}")]
    private static partial void NietOpgehaald(ILogger log, string organisatie, string host, string reden);
}
