using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

/// <summary>Whatever is sent, the answer is a problem in the codes of the standard, and nothing is kept.</summary>
public sealed class SlechteInvoerTests
{
    private static readonly string[] Lijsten =
    [
        "actoren", "actorklantcontacten", "betrokkenen", "bijlagen", "categorieen", "categorie-relaties", "digitaleadressen", "internetaken", "klantcontacten", "onderwerpobjecten",
        "partijen", "partij-identificatoren", "rekeningnummers", "vertegenwoordigingen",
    ];

    [EngineTheory]
    public async Task Nothing_that_is_sent_breaks_a_resource(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var leden = new[]
        {
            "naam", "soortActor", "actor", "klantcontact", "wasPartij", "hadKlantcontact", "wasBijlageVanKlantcontact", "bijlageidentificator", "partij", "categorie", "beginDatum", "adres", "verstrektDoorPartij", "nummer",
            "toegewezenAanActoren", "toegewezenAanActor", "status", "metadata", "plaatsgevondenOp", "hoofdOnderwerpType", "onderwerpobjectidentificator", "soortPartij", "partijIdentificatie", "actorIdentificatie", "digitaleAdressen",
            "partijIdentificatoren", "voorkeursDigitaalAdres", "partijIdentificator", "subIdentificatorVan", "iban", "bic", "bezoekadres", "contactnaam", "indicatieActief",
        };
        var waarden = new[] { "null", "1", "-1.5", "true", "\"\"", "\"x\"", "\"\\u0000\"", "\"\\u0001/x\"", "[]", "[null]", "[1]", "[[]]", "{}", "{\"uuid\":1}", "{\"uuid\":\"x\"}", "{\"uuid\":null}", "[{\"uuid\":\"x\"}]", "{\"x\":{\"y\":[]}}", "\"9999-99-99\"" };
        foreach (var lijst in Lijsten.Append("maak-klantcontact"))
        {
            foreach (var lichaam in new[] { "", "[]", "null", "1", "{", "{\"a\":1,\"a\":2}", "\"x\"" }) await Geweigerd(node, $"/{lijst}", lichaam);
            foreach (var waarde in waarden) await Stuur(node, $"/{lijst}", "{" + string.Join(',', leden.Select(lid => $"\"{lid}\":{waarde}")) + "}");
        }

        foreach (var lijst in Lijsten.Where(l => l is not ("categorieen" or "bijlagen" or "onderwerpobjecten" or "categorie-relaties")))
            Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, $"/{lijst}")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Nothing_that_is_asked_breaks_a_list(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        foreach (var lijst in Lijsten)
        {
            foreach (var vraag in new[] { "page=0", "page=x", "page=99999999999", "pageSize=0", "pageSize=501", "cursor=x", "ordering=x", "expand=x.y.z", "x=1", "page=1&page=2", "uuid=%00", "naam=%00", "nummer=%00" })
                Assert.InRange(await Status(node, HttpMethod.Get, $"/{lijst}?{vraag}", null), 400, 404);
            var nul = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Guid.NewGuid():N}\n\0"));
            Assert.Equal(200, await Status(node, HttpMethod.Get, $"/{lijst}?cursor={nul}", null));
            foreach (var pad in new[] { $"/{lijst}/x", $"/{lijst}/{Guid.NewGuid()}" })
            {
                foreach (var methode in new[] { HttpMethod.Get, HttpMethod.Delete }) Assert.Equal(404, await Status(node, methode, pad, null));
            }

            Assert.Equal(404, await Status(node, HttpMethod.Patch, $"/{lijst}/{Guid.NewGuid()}", "{}"));
        }
    }

    private static async Task Geweigerd(Klantnode node, string pad, string lichaam) => Assert.Equal((pad, lichaam, 400), (pad, lichaam, await Status(node, HttpMethod.Post, pad, lichaam)));

    private static async Task Stuur(Klantnode node, string pad, string lichaam)
    {
        var status = await Status(node, HttpMethod.Post, pad, lichaam);
        Assert.True(status is 201 or 400, $"{status}: {pad} {lichaam}");
    }

    private static async Task<int> Status(Klantnode node, HttpMethod methode, string pad, string? lichaam)
    {
        using var verzoek = new HttpRequestMessage(methode, Diensten.Pad(Diensten.Klantinteracties) + pad);
        verzoek.Headers.Add("Authorization", "Token " + Klantnode.Token);
        if (lichaam is not null) verzoek.Content = new StringContent(lichaam, Encoding.UTF8, "application/json");
        using var antwoord = await node.Zgw.Node.Http.SendAsync(verzoek);
        if ((int)antwoord.StatusCode is >= 400 and < 500) Assert.True(JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync()).TryGetProperty("code", out _));
        return (int)antwoord.StatusCode;
    }
}
