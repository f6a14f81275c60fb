using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Fsc;

/// <summary>Administers Managers and calls services through the Outway of Duinwaarde, as clients inside the organisations do.</summary>
public abstract class KetenGesprek(Proeftuin proeftuin)
{
    private protected Proeftuin Tuin { get; } = proeftuin;

    private protected Bronnen Bronnen { get; } = proeftuin.Services.GetRequiredService<Bronnen>();

    private protected static Namens Voor(string doel, string? gebruiker = null) => new(Proeftuin.Duinwaarde.Slug, Proeftuin.Duinwaarde.Verwerkingsactiviteit(doel), gebruiker);

    private protected static Namens Namens(Organisatie organisatie) => new(organisatie.Slug, "urn:beheer");

    private protected async Task<HttpResponseMessage> Outway(string hash, Action<HttpRequestMessage>? meer = null)
    {
        using var http = new HttpClient { BaseAddress = Tuin.Buiten };
        using var verzoek = new HttpRequestMessage(HttpMethod.Get, "/duinwaarde/outway/x");
        verzoek.Headers.TryAddWithoutValidation(Headers.FscGrantHash, hash);
        verzoek.Headers.Add("Authorization", "Bearer " + ZgwJwt.Maak("vreemd", System.Text.Encoding.UTF8.GetBytes(new string('x', 32)), DateTimeOffset.UtcNow, "", ""));
        meer?.Invoke(verzoek);
        return await http.SendAsync(verzoek);
    }

    /// <summary>Proposes, and has the provider sign by hand.</summary>
    private protected async Task<(string Contract, string Grant)> Sluit(Organisatie organisatie, string data)
    {
        var voorstel = await Voorstel(organisatie, data);
        var hash = voorstel.GetProperty("content_hash").GetString()!;
        await Wacht(async () => (await Contract(organisatie, hash)).GetProperty("deliveries")[0].GetProperty("delivered_at").ValueKind != JsonValueKind.Null);
        using (await Beheer(Proeftuin.Basis, HttpMethod.Put, $"contracten/{hash}/accept")) { }
        await Wacht(async () => (await Contract(organisatie, hash)).GetProperty("state").GetString() == "CONTRACT_STATE_VALID");
        return (hash, voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!);
    }

    /// <summary>Proposes, has the provider and others sign by hand, and waits until it is valid everywhere that matters.</summary>
    /// <returns>The hash of the grant.</returns>
    private protected async Task<string> SluitMet(string data, params Organisatie[] ook)
    {
        var voorstel = await Voorstel(Proeftuin.Duinwaarde, data);
        var hash = voorstel.GetProperty("content_hash").GetString()!;
        foreach (var partij in ook.Append(Proeftuin.Basis))
        {
            await Wacht(async () => (await Contracten(partij)).Any(c => c.GetProperty("content_hash").GetString() == hash));
            using (await Beheer(partij, HttpMethod.Put, $"contracten/{hash}/accept")) { }
        }

        foreach (var partij in new[] { Proeftuin.Duinwaarde, Proeftuin.Basis })
            await Wacht(async () => (await Contract(partij, hash)).GetProperty("state").GetString() == "CONTRACT_STATE_VALID");
        return voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!;
    }

    /// <summary>A contract of Duinwaarde with a Peer outside the landscape, which signs it.</summary>
    /// <returns>The hash of the grant.</returns>
    private protected async Task<string> Verbind(Tegenpartij peer, bool brengt = true, string naam = "elders")
    {
        using (var bekend = await peer.Stuur(HttpMethod.Put, Proeftuin.Duinwaarde, "/announce")) Assert.Equal(HttpStatusCode.OK, bekend.StatusCode);
        var voorstel = await Voorstel(Proeftuin.Duinwaarde,
            $$$"""{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"{{{peer.Oin}}}","name":"{{{naam}}}"}}""");
        await peer.Aanvaard(voorstel.GetProperty("content").GetRawText(), brengt ? Proeftuin.Duinwaarde : null);
        return voorstel.GetProperty("grants")[0].GetProperty("hash").GetString()!;
    }

    /// <summary>A connection to the zaken of the provider.</summary>
    /// <param name="kenmerk">Only to tell contracts apart.</param>
    private protected static string Zaken(string kenmerk, Organisatie? delegator = null, Organisatie? namens = null) => $$$"""
        {"type":"GRANT_TYPE_{{{(delegator is null ? "" : "DELEGATED_")}}}SERVICE_CONNECTION","properties":{"proef.kenmerk":"{{{kenmerk}}}"},
        {{{(delegator is null ? "" : $$""" "delegator":{"peer_id":"{{delegator.Oin}}"}, """)}}}
        "service":{{{Grants.Dienst(Proeftuin.Basis.Oin, "zaken", namens?.Oin).ToJsonString()}}}}
        """;

    private protected async Task<JsonElement> Voorstel(Organisatie organisatie, string data)
    {
        using var antwoord = await Bronnen.Stuur(HttpMethod.Post, Namens(organisatie), Diensten.Fsc, "contracten",
            new StringContent($$"""{"grants":[{"data":{{data}}}]}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(antwoord.StatusCode == HttpStatusCode.Created, await antwoord.Content.ReadAsStringAsync());
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
    }

    private protected async Task<JsonElement> Contract(Organisatie organisatie, string hash)
    {
        using var antwoord = await Beheer(organisatie, HttpMethod.Get, $"contracten/{hash}");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
    }

    private protected async Task<List<JsonElement>> Contracten(Organisatie organisatie)
    {
        using var antwoord = await Beheer(organisatie, HttpMethod.Get, "contracten?limit=1000");
        return [.. (await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("contracts").EnumerateArray()];
    }

    private protected async Task<JsonElement> Transactie(Organisatie organisatie, string id)
    {
        using var antwoord = await Beheer(organisatie, HttpMethod.Get, $"transacties?transaction_ids={id}");
        return Assert.Single((await antwoord.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("records").EnumerateArray().ToList());
    }

    private protected async Task<HttpResponseMessage> Beheer(Organisatie organisatie, HttpMethod methode, string pad)
    {
        var antwoord = await Bronnen.Stuur(methode, Namens(organisatie), Diensten.Fsc, pad);
        Assert.True(antwoord.IsSuccessStatusCode, $"{methode} {pad}: {antwoord.StatusCode} {await antwoord.Content.ReadAsStringAsync()}");
        return antwoord;
    }

    private protected static async Task Wacht(Func<Task<bool>> tot)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await tot()) return;
            await Task.Delay(25);
        }

        Assert.Fail("Het kwam er niet van.");
    }

    private protected static async Task<Echo> Echo(HttpResponseMessage antwoord)
    {
        Assert.True(antwoord.IsSuccessStatusCode, $"{antwoord.StatusCode} {await antwoord.Content.ReadAsStringAsync()}");
        return (await antwoord.Content.ReadFromJsonAsync<Echo>())!;
    }

    private protected static async Task<string?> Fout(HttpResponseMessage antwoord, HttpStatusCode status, string code, string domein)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == status, $"{antwoord.StatusCode} {tekst}");
        Assert.Equal(code, antwoord.Headers.GetValues(Headers.FscErrorCode).Single());
        var json = JsonElement.Parse(tekst);
        Assert.Equal(code, json.GetProperty("code").GetString());
        Assert.Equal(domein, json.GetProperty("domain").GetString());
        return json.GetProperty("message").GetString();
    }
}
