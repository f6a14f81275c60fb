using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Meent.Integration.Elders;

/// <summary>An access token of OAuth 2.0 client credentials; one is fetched however many wait for it.</summary>
internal sealed class Brontoken(BronOAuthOptions opties, HttpClient http, TimeProvider klok) : IDisposable
{
    private static readonly TimeSpan Marge = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ZonderDuur = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _een = new(1);
    private (string Tekst, DateTimeOffset Tot)? _token;

    /// <exception cref="HttpRequestException">None was given.</exception>
    public async ValueTask<string> Geef(CancellationToken stop)
    {
        await _een.WaitAsync(stop);
        try
        {
            if (_token is not { } token || token.Tot <= klok.GetUtcNow()) _token = token = await Haal(stop);
            return token.Tekst;
        }
        finally
        {
            _een.Release();
        }
    }

    public void Vergeet() => _token = null;

    public void Dispose() => _een.Dispose();

    private async Task<(string Tekst, DateTimeOffset Tot)> Haal(CancellationToken stop)
    {
        var velden = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
        if (opties.Scope is { } scope) velden["scope"] = scope;
        if (opties.Resource is { } resource) velden["resource"] = resource;
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, opties.TokenAdres);
        // RFC 6749 §2.3.1: both are written as in a form before they become one.
        if (!opties.InBody && opties.Geheim.Length > 0)
        {
            verzoek.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(opties.ClientId)}:{Uri.EscapeDataString(opties.Geheim)}")));
        }
        else
        {
            velden["client_id"] = opties.ClientId;
            if (opties.Geheim.Length > 0) velden["client_secret"] = opties.Geheim;
        }

        verzoek.Content = new FormUrlEncodedContent(velden);
        using var antwoord = await http.SendAsync(verzoek, stop);
        if (!antwoord.IsSuccessStatusCode) throw new HttpRequestException($"de tokenserver antwoordde {(int)antwoord.StatusCode}", null, antwoord.StatusCode);
        try
        {
            using var json = JsonDocument.Parse(await antwoord.Content.ReadAsByteArrayAsync(stop));
            var duur = json.RootElement.TryGetProperty("expires_in", out var seconden) && seconden.TryGetInt32(out var aantal) ? TimeSpan.FromSeconds(aantal) - Marge : ZonderDuur;
            return (json.RootElement.GetProperty("access_token").GetString()!, klok.GetUtcNow() + duur);
        }
        catch (Exception fout) when (fout is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HttpRequestException("de tokenserver gaf geen token", fout);
        }
    }
}
