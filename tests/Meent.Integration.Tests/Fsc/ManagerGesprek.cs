using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Speaks to the Manager of the provider as the Manager of another Peer does, by default that of Duinwaarde.</summary>
public abstract class ManagerGesprek(Proeftuin proeftuin)
{
    internal Proeftuin Tuin { get; } = proeftuin;

    internal CertificateStore Certificaten { get; } = proeftuin.Services.GetRequiredService<CertificateStore>();

    private protected string Teken(string hash, HandtekeningSoort soort = HandtekeningSoort.Accept, Organisatie? als = null) =>
        Handtekening.Zet(Certificaten.Van(als ?? Proeftuin.Duinwaarde).Certificaat, hash, soort, DateTimeOffset.UtcNow);

    /// <summary>Hands in a contract, has the other parties accept it, and the provider by hand.</summary>
    private protected async Task<Contract> Sluit(string content, params Organisatie[] ook)
    {
        var contract = Contract.Lees(content, metVoorvoegsel: true);
        using (var antwoord = await Dien(content)) Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        foreach (var partij in ook)
        {
            using var antwoord = await Stuur(HttpMethod.Put, Pad(contract.Hash, HandtekeningSoort.Accept), Lichaam(content, Teken(contract.Hash, als: partij)), als: partij);
            Assert.Equal(HttpStatusCode.Created, antwoord.StatusCode);
        }

        await Beheer("accept", contract.Hash);
        return contract;
    }

    /// <summary>The claims of a token for a grant.</summary>
    private protected async Task<JsonElement> Claims(string scope)
    {
        var (status, json) = await Token(scope);
        Assert.True(status == HttpStatusCode.OK, json.ToString());
        return Claims(json);
    }

    private protected static JsonElement Claims(JsonElement antwoord) => JsonElement.Parse(Jws.Lees(antwoord.GetProperty("access_token").GetString()!)!.Lading);

    private protected static string Pad(string hash, HandtekeningSoort soort) => $"/contracts/{Uri.EscapeDataString(hash)}/{Handtekening.Naam(soort)}";

    private protected Task<HttpResponseMessage> Dien(string content, string? jws = null, Organisatie? als = null, Organisatie? aan = null) =>
        Stuur(HttpMethod.Post, "/contracts", Lichaam(content, jws ?? Teken(Contract.Lees(content, metVoorvoegsel: true).Hash, als: als)), als, aan: aan);

    private protected static string Lichaam(string content, string jws) => $$"""{"content":{{content}},"signature":"{{jws}}"}""";

    private protected async Task Beheer(string wat, string hash)
    {
        using var antwoord = await Tuin.Services.GetRequiredService<Bronnen>()
            .Stuur(HttpMethod.Put, new Namens("basisregistraties", "urn:beheer"), Diensten.Fsc, $"contracten/{hash}/{wat}");
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync());
    }

    private protected Task<(HttpStatusCode Status, JsonElement Json)> Token(string grantType, string clientId, string? scope, Organisatie? als = null)
    {
        var velden = new Dictionary<string, string> { ["grant_type"] = grantType, ["client_id"] = clientId };
        if (scope is not null) velden["scope"] = scope;
        return VraagToken(velden, als);
    }

    /// <summary>A good request for a token, with some fields more.</summary>
    private protected Task<(HttpStatusCode Status, JsonElement Json)> Token(string scope, Dictionary<string, string>? meer = null) => VraagToken(new(meer ?? [])
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = Proeftuin.Duinwaarde.Oin,
        ["scope"] = scope,
    }, null);

    private async Task<(HttpStatusCode Status, JsonElement Json)> VraagToken(Dictionary<string, string> velden, Organisatie? als)
    {
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, Adres(Proeftuin.Basis, "/token")) { Content = new FormUrlEncodedContent(velden) };
        using var antwoord = await Client(als, Proeftuin.Basis).SendAsync(verzoek, CancellationToken.None);
        return (antwoord.StatusCode, JsonElement.Parse(await antwoord.Content.ReadAsStringAsync()));
    }

    private protected async Task<JsonElement> Json(HttpMethod methode, string pad, Organisatie? als = null, Organisatie? aan = null)
    {
        using var antwoord = await Stuur(methode, pad, null, als, aan: aan);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        return JsonElement.Parse(tekst);
    }

    private protected async Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, string? json, Organisatie? als = null, string? adres = null, Organisatie? aan = null)
    {
        var namens = als ?? Proeftuin.Duinwaarde;
        var ontvanger = aan ?? Proeftuin.Basis;
        using var verzoek = new HttpRequestMessage(methode, Adres(ontvanger, pad)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        verzoek.Headers.Add(Headers.FscManagerAddress, adres ?? $"https://manager.{namens.Slug}.localhost:{Tuin.Poort}");
        return await Client(namens, ontvanger).SendAsync(verzoek, CancellationToken.None);
    }

    private protected HttpMessageInvoker Client(Organisatie? als, Organisatie aan) => Tuin.Services.GetRequiredService<PeerClients>().Van(als ?? Proeftuin.Duinwaarde, aan.Oin);

    private protected Uri Adres(Organisatie organisatie, string pad) => new($"https://manager.{organisatie.Slug}.localhost:{Tuin.Poort}/v1{pad}");

    private protected string Content(Action<JsonObject>? anders = null)
    {
        var nu = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var content = new JsonObject
        {
            ["iv"] = Guid.CreateVersion7().ToString(),
            ["fsc_version"] = "2.0.0",
            ["group_id"] = "meent-proeftuin",
            ["validity"] = new JsonObject { ["not_before"] = nu - 10, ["not_after"] = nu + 1000 },
            ["grants"] = new JsonArray(Grants.Data(Grants.Verbinding(this))),
            ["hash_algorithm"] = "HASH_ALGORITHM_SHA3_512",
            ["created_at"] = nu,
        };
        anders?.Invoke(content);
        return content.ToJsonString();
    }

    /// <summary>A contract with one grant.</summary>
    private protected string Content(JsonObject grant) => Content(c => c["grants"] = new JsonArray(Grants.Data(grant)));

    private protected static async Task Geweigerd(HttpResponseMessage antwoord, string code)
    {
        using (antwoord)
        {
            var tekst = await antwoord.Content.ReadAsStringAsync();
            Assert.True(antwoord.StatusCode == HttpStatusCode.UnprocessableEntity, $"{antwoord.StatusCode} {tekst}");
            Assert.Equal(code, antwoord.Headers.GetValues(Headers.FscErrorCode).Single());
            Assert.Equal(code, JsonElement.Parse(tekst).GetProperty("code").GetString());
        }
    }
}
