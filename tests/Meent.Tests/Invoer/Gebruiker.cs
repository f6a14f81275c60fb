using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Meent.Testing;

namespace Meent.Tests.Invoer;

/// <summary>A program that uses the rental register of Duinwaarde as a client of its API.</summary>
internal sealed class Gebruiker(MeentProces meent) : IDisposable
{
    public const string Register = "verhuur/api/v1/registraties";
    public const string Meldingen = "verhuur/api/v1/meldingen";
    private const string Doel = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:toeristische-verhuur-registreren";

    private readonly HttpClient _client = meent.Client("duinwaarde");

    /// <summary>A request that is right; each name is another registration.</summary>
    public static object Aanvraag(string naam, string bsn = "999970008") => new
    {
        verhuurder = new { burgerservicenummer = bsn },
        adresseerbaarObjectIdentificatie = "9901010000000001",
        nummeraanduidingIdentificatie = "9901200000000001",
        deel = "gedeelte",
        gebruik = "hoofdverblijf",
        slaapplaatsen = 2,
        maximumGasten = 2,
        eenheidsnaam = naam,
    };

    public Task<Antwoord> Post(string pad, object inhoud, string? doel = Doel) => Stuur(HttpMethod.Post, pad, JsonContent.Create(inhoud), doel);

    public Task<Antwoord> PostTekst(string pad, string inhoud) => Stuur(HttpMethod.Post, pad, new StringContent(inhoud, Encoding.UTF8, "application/json"), Doel);

    public Task<Antwoord> Get(string pad, string? authorization = null) => Stuur(HttpMethod.Get, pad, null, Doel, authorization);

    /// <returns>The number given.</returns>
    public async Task<string> Registreer(string naam)
    {
        var antwoord = await Post(Register, Aanvraag(naam));
        Assert.Equal(201, antwoord.Status);
        return antwoord.Json.GetProperty("registratienummer").GetString()!;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Antwoord> Stuur(HttpMethod methode, string pad, HttpContent? inhoud, string? doel, string? authorization = null)
    {
        using var verzoek = new HttpRequestMessage(methode, pad) { Content = inhoud };
        // Large bodies wait for the server's word, so that its refusal is read and not lost on a closed connection.
        verzoek.Headers.ExpectContinue = inhoud is StringContent { Headers.ContentLength: > 1_000_000 };
        verzoek.Headers.Add("Accept-Crs", "EPSG:4326");
        verzoek.Headers.Add("Content-Crs", "EPSG:4326");
        if (doel is not null) verzoek.Headers.Add("VerwerkingsactiviteitUrl", doel);
        if (authorization is not null) verzoek.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var antwoord = await _client.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return new Antwoord((int)antwoord.StatusCode, antwoord.Content.Headers.ContentType?.MediaType, tekst);
    }
}

internal sealed record Antwoord(int Status, string? Soort, string Tekst)
{
    public JsonElement Json => JsonDocument.Parse(Tekst).RootElement;

    /// <summary>It is a problem of RFC 9457 with this status and code; with a field, it names that field.</summary>
    public void IsProbleem(int status, string code, string? veld = null)
    {
        Assert.True(Status == status, $"verwacht {status}, kreeg {Status}: {Tekst}");
        Assert.Equal("application/problem+json", Soort);
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.Equal(code, Json.GetProperty("code").GetString());
        Assert.False(string.IsNullOrEmpty(Json.GetProperty("title").GetString()));
        if (veld is not null) Assert.Contains(Json.GetProperty("invalidParams").EnumerateArray(), v => v.GetProperty("name").GetString() == veld);
    }
}
