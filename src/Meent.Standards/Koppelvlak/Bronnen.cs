using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Meent.Standards.Koppelvlak;

/// <summary>For whom and for what a service is called; goes with every call.</summary>
/// <param name="Organisatie">Slug of the calling organisation.</param>
/// <param name="Doel">URI of the purpose in that organisation's register of processing activities.</param>
/// <param name="Gebruiker">Employee, or <c>burger</c>; never leaves the organisation.</param>
public sealed record Namens(string Organisatie, string Doel, string? Gebruiker = null);

/// <summary>
/// The only way in which layers 5 and 4 (and one bron another) reach data: HTTP over the integration layer, which finds the service inside
/// the organisation or at another one, and refuses what has no purpose.
/// </summary>
public sealed class Bronnen(IHttpClientFactory clients)
{
    /// <summary>Name of the HTTP client whose handler the integration layer supplies.</summary>
    public const string ClientName = "meent";

    /// <summary>Sends one request.</summary>
    /// <param name="pad">Path under the service's base path, such as <c>zaken/{uuid}</c>.</param>
    /// <returns>The answer, whatever its status; the caller disposes it.</returns>
    public Task<HttpResponseMessage> Stuur(
        HttpMethod methode, Namens namens, string dienst, string pad, HttpContent? inhoud = null, CancellationToken stop = default) =>
        Stuur(methode, namens, dienst, pad, inhoud, static _ => { }, stop);

    /// <summary>Sends one request with headers of its own, such as <c>If-Match</c> or <c>Idempotency-Key</c>.</summary>
    /// <returns>The answer, whatever its status; the caller disposes it.</returns>
    public Task<HttpResponseMessage> Stuur(
        HttpMethod methode, Namens namens, string dienst, string pad, HttpContent? inhoud, Action<HttpRequestHeaders> headers, CancellationToken stop)
    {
        var request = new HttpRequestMessage(methode, Adres(namens.Organisatie, dienst, pad)) { Content = inhoud };
        request.Headers.TryAddWithoutValidation(Headers.Verwerkingsactiviteit, namens.Doel);
        if (namens.Gebruiker is not null) request.Headers.TryAddWithoutValidation(Headers.Gebruiker, namens.Gebruiker);
        // The HTTP client would name a span of its own as the caller; the log records point at the action that asks (LDV 3.2.2).
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) request.Headers.TryAddWithoutValidation("traceparent", id);
        // Resources with geometry are refused without (Zaken API, "Coördinaatstelsel").
        // The kadaster tells it in metres only.
        request.Headers.TryAddWithoutValidation(Headers.AcceptCrs, dienst == Diensten.Brk ? Headers.Rijksdriehoek : Headers.Wgs84);
        if (inhoud is not null) request.Headers.TryAddWithoutValidation(Headers.ContentCrs, Headers.Wgs84);
        headers(request.Headers);
        return clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    /// <summary>Reads one resource; null when it does not exist (404).</summary>
    /// <exception cref="BronException">The service refused or failed.</exception>
    public async Task<T?> Haal<T>(Namens namens, string dienst, string pad, CancellationToken stop = default)
    {
        using var antwoord = await Stuur(HttpMethod.Get, namens, dienst, pad, null, stop);
        if (antwoord.StatusCode == System.Net.HttpStatusCode.NotFound) return default;
        return await Lees<T>(antwoord, dienst, stop);
    }

    /// <summary>Sends a body and reads the answer.</summary>
    /// <exception cref="BronException">The service refused or failed.</exception>
    public async Task<T> Zend<T>(HttpMethod methode, Namens namens, string dienst, string pad, object inhoud, CancellationToken stop = default)
    {
        using var antwoord = await Stuur(methode, namens, dienst, pad, JsonContent.Create(inhoud, inhoud.GetType(), options: Json), stop);
        return await Lees<T>(antwoord, dienst, stop);
    }

    /// <summary>Sends a request, with or without a body, of which only counts that it was granted.</summary>
    /// <exception cref="BronException">The service refused or failed.</exception>
    public Task Verricht(HttpMethod methode, Namens namens, string dienst, string pad, object? inhoud, CancellationToken stop = default) =>
        Verricht(methode, namens, dienst, pad, inhoud, static _ => { }, stop);

    /// <summary>As <see cref="Verricht(HttpMethod, Namens, string, string, object?, CancellationToken)"/>, with headers of its own.</summary>
    /// <exception cref="BronException">The service refused or failed.</exception>
    public async Task Verricht(
        HttpMethod methode, Namens namens, string dienst, string pad, object? inhoud, Action<HttpRequestHeaders> headers, CancellationToken stop)
    {
        using var json = inhoud is null ? null : JsonContent.Create(inhoud, inhoud.GetType(), options: Json);
        using var antwoord = await Stuur(methode, namens, dienst, pad, json, headers, stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, dienst, stop);
    }

    /// <summary>How the layers write and read each other's JSON.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    private static Uri Adres(string organisatie, string dienst, string pad) => new($"http://{organisatie}.meent/{dienst}/{pad.TrimStart('/')}");

    private static async Task<T> Lees<T>(HttpResponseMessage antwoord, string dienst, CancellationToken stop)
    {
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, dienst, stop);
        return await antwoord.Content.ReadFromJsonAsync<T>(Json, stop)
            ?? throw new BronException(dienst, (int)antwoord.StatusCode, "leeg", "De bron gaf een leeg antwoord.", []);
    }
}
