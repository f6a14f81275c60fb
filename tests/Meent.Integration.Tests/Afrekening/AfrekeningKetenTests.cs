using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Meent.Integration.Tests.Fsc;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Integration.Tests.Afrekening;

/// <summary>Both sides of one connection count the same, each in its own log, through the API for administrators.</summary>
public sealed class AfrekeningKetenTests
{
    private const int Verzoeken = 5;

    [EngineTheory]
    public async Task Both_sides_come_to_the_same_amount_with_the_same_proof(Engine engine)
    {
        await using var tuin = new Proeftuin(engine);
        await tuin.InitializeAsync();
        var bronnen = tuin.Services.GetRequiredService<Bronnen>();
        var (levert, neemt) = (Proeftuin.Basis, Proeftuin.Duinwaarde);
        foreach (var organisatie in new[] { levert, neemt })
            Assert.Equal(HttpStatusCode.NoContent, await Zet(organisatie, $"prijzen/{levert.Oin}/personen/verzoek/2026-01-01", """{"bedrag":0.125}"""));
        for (var i = 0; i < Verzoeken; i++)
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, new(neemt.Slug, neemt.Verwerkingsactiviteit("inzien")), Diensten.Personen, "x");
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        }

        var maand = TimeProvider.System.Vandaag().ToString("yyyy-MM", null);
        var onze = Regel(await Json(levert, $"afrekeningen/{maand}?bewijs=true"), "levert", neemt.Oin);
        var hunne = Regel(await Json(neemt, $"afrekeningen/{maand}?bewijs=true"), "neemt-af", levert.Oin);
        Assert.Equal(JsonSerializer.Serialize(onze), JsonSerializer.Serialize(hunne));
        Assert.Equal((Verzoeken, 0.125m, 0.63m), (onze.GetProperty("aantal").GetInt32(), onze.GetProperty("prijs").GetDecimal(), onze.GetProperty("bedrag").GetDecimal()));

        var csv = await Tekst(levert, $"afrekeningen/{maand}/csv");
        Assert.Contains(";5;0,125;0,63;", csv, StringComparison.Ordinal);
        Assert.Contains(onze.GetProperty("bewijs").GetString()!, csv, StringComparison.Ordinal);
        Assert.Equal(maand, (await Json(levert, "afrekeningen")).GetProperty("maanden")[0].GetProperty("maand").GetString());
        Assert.Equal(0.125m, Assert.Single((await Json(levert, "prijzen")).GetProperty("prijzen").EnumerateArray()).GetProperty("bedrag").GetDecimal());

        // A month that runs is not closed, and what is no price is refused.
        Assert.Equal(HttpStatusCode.Conflict, await Status(HttpMethod.Post, levert, $"afrekeningen/{maand}/sluiting", null));
        Assert.Equal(HttpStatusCode.Conflict, await Status(HttpMethod.Get, levert, $"afrekeningen/{maand}/controle", null));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(HttpMethod.Get, levert, "afrekeningen/2026-13", null));
        foreach (var fout in new[] { "{}", """{"bedrag":"1"}""", """{"bedrag":-1}""", """{"bedrag":0.0000001}""", """{"bedrag":1e30}""", "[1]" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await Zet(levert, $"prijzen/{levert.Oin}/personen/verzoek/2026-02-01", fout));
        Assert.Equal(HttpStatusCode.BadRequest, await Zet(levert, $"prijzen/{levert.Oin}/personen/verzoek/2026-02-01", "geen json"));
        foreach (var pad in new[] { $"{levert.Oin}/personen/kilo/2026-02-01", $"{levert.Oin}/personen/maand/1-2-2026", "x/personen/maand/2026-02-01" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await Zet(levert, $"prijzen/{pad}", """{"bedrag":1}"""));

        Assert.Equal(HttpStatusCode.NoContent, await Status(HttpMethod.Delete, levert, $"prijzen/{levert.Oin}/personen/verzoek/2026-01-01", null));
        Assert.Equal(0m, Regel(await Json(levert, $"afrekeningen/{maand}"), "levert", neemt.Oin).GetProperty("bedrag").GetDecimal());

        Task<HttpStatusCode> Zet(Organisatie organisatie, string pad, string inhoud) => Status(HttpMethod.Put, organisatie, pad, inhoud);

        async Task<HttpStatusCode> Status(HttpMethod methode, Organisatie organisatie, string pad, string? inhoud)
        {
            using var json = inhoud is null ? null : new StringContent(inhoud, Encoding.UTF8, "application/json");
            using var antwoord = await bronnen.Stuur(methode, new(organisatie.Slug, "urn:beheer"), Diensten.Fsc, pad, json);
            return antwoord.StatusCode;
        }

        async Task<string> Tekst(Organisatie organisatie, string pad)
        {
            using var antwoord = await bronnen.Stuur(HttpMethod.Get, new(organisatie.Slug, "urn:beheer"), Diensten.Fsc, pad);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            return await antwoord.Content.ReadAsStringAsync();
        }

        async Task<JsonElement> Json(Organisatie organisatie, string pad) => JsonElement.Parse(await Tekst(organisatie, pad));
    }

    private static JsonElement Regel(JsonElement afrekening, string kant, string peer) => Assert.Single(
        afrekening.GetProperty("peers").EnumerateArray().Single(p => p.GetProperty("kant").GetString() == kant && p.GetProperty("peer_id").GetString() == peer).GetProperty("regels").EnumerateArray());
}
