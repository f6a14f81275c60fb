using System.Text.Json;
using Meent.Services.Sdep.Invoer;
using Meent.Services.Tests.Personen;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Sdep;

/// <summary>What is served, held against the description that is served with it.</summary>
public sealed class BeschrijvingTests
{
    [SharedEngineTheory]
    public async Task Every_operation_answers_what_its_description_says(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        await node.Gebied(areaId: "kust");
        var gezien = new HashSet<string>();
        foreach (var versie in new[] { "v1", "v2" })
        {
            await Is(node, gezien, $"/str/{versie}", "POST /activities/bulk", Sdepnode.Platform, 201, Sdepnode.Json(Verblijven.Bericht(Verblijven.Een("kust", "a-1"))));
            await Is(node, gezien, $"/str/{versie}", "POST /activities/bulk", Sdepnode.Platform, 200, Sdepnode.Json(Verblijven.Bericht(Verblijven.Een("kust"), Verblijven.Een("weg"))));
            await Is(node, gezien, $"/str/{versie}", "POST /activities/bulk", Sdepnode.Platform, 422, Sdepnode.Json(Verblijven.Bericht(Verblijven.Een("weg"))));
            await Is(node, gezien, $"/ca/{versie}", "POST /areas", Sdepnode.Gemeente, 201, Sdepnode.Bestand("x.zip", Sdepnode.Zip, ("areaId", "einde")));
            await Is(node, gezien, $"/ca/{versie}", "POST /areas", Sdepnode.Gemeente, 422, Sdepnode.Bestand(null, [], ("areaId", "einde")));
        }

        await Is(node, gezien, "/str/v2", "POST /listings/bulk", Sdepnode.Platform, 201, Sdepnode.Json(Verblijven.Aanbod(Verblijven.Advertentie("kust", "l-1"))));
        await Is(node, gezien, "/lsa/v2", "POST /listing-screenings/bulk", "lsa", 422, Sdepnode.Json(new { screenings = new[] { new { platformId = "weg", listingId = "l-1", createdAt = "2026-06-01T10:00:00Z", flags = new[] { "UNK" } } } }));
        await Is(node, gezien, "/str/v2", "POST /listing-acknowledgements/bulk", Sdepnode.Platform, 422, Sdepnode.Json(new { acknowledgements = new[] { new { listingId = "l-1", createdAt = "2026-06-01T10:00:00Z" } } }));
        foreach (var (groep, client) in Groepen)
        {
            var document = await node.Vraag(200, HttpMethod.Get, groep + "/openapi.json", client: null);
            foreach (var pad in document.GetProperty("paths").EnumerateObject().Where(pad => pad.Value.TryGetProperty("get", out _)))
                await Is(node, gezien, groep, "GET " + pad.Name, client, 200);
        }

        await Is(node, gezien, "/auth/v1", "POST /token", Sdepnode.Platform, 400);
        await Is(node, gezien, "/ca/v1", "DELETE /areas/{areaId}", Sdepnode.Gemeente, 204);
        await Is(node, gezien, "/ca/v2", "DELETE /areas/{areaId}", Sdepnode.Gemeente, 404);
        foreach (var (groep, _) in Groepen)
        {
            var document = await node.Vraag(200, HttpMethod.Get, groep + "/openapi.json", client: null);
            Assert.Empty(document.GetProperty("paths").EnumerateObject().SelectMany(pad => pad.Value.EnumerateObject().Select(op => $"{groep} {op.Name.ToUpperInvariant()} {pad.Name}")).Except(gezien));
        }
    }

    [Fact]
    public void Countries_are_those_of_the_standard() => Assert.Equal(249 + 1, Landen.Aantal);

    [SharedEngineTheory]
    public async Task The_description_tells_the_limits_of_its_version(Engine engine)
    {
        await using var node = await Sdepnode.Start(engine);
        foreach (var (versie, url, adres) in new[] { ("v1", 128, 318), ("v2", 2048, 328) })
        {
            var document = await node.Vraag(200, HttpMethod.Get, $"/str/{versie}/openapi.json", client: null);
            var schemas = document.GetProperty("components").GetProperty("schemas");
            Assert.Equal(url, schemas.GetProperty("ActivityRequest").GetProperty("properties").GetProperty("url").GetProperty("maxLength").GetInt32());
            Assert.Equal(adres, schemas.GetProperty("Address").GetProperty("properties").GetProperty("fullAddress").GetProperty("maxLength").GetInt32());
            Assert.Equal("postActivitiesBulk", document.GetProperty("paths").GetProperty("/activities/bulk").GetProperty("post").GetProperty("operationId").GetString());
        }
    }

    private static (string Groep, string Client)[] Groepen { get; } =
    [
        ("/ca/v1", Sdepnode.Gemeente), ("/ca/v2", Sdepnode.Gemeente), ("/str/v1", Sdepnode.Platform), ("/str/v2", Sdepnode.Platform), ("/sta/v1", "sta"), ("/sta/v2", "sta"), ("/ama/v1", "ama"), ("/lsa/v2", "lsa"), ("/lma/v2", "lma"),
    ];

    private static async Task Is(Sdepnode node, HashSet<string> gezien, string groep, string operatie, string client, int status, HttpContent? inhoud = null)
    {
        var (methode, pad) = (operatie.Split(' ')[0], operatie.Split(' ')[1]);
        gezien.Add($"{groep} {operatie}");
        var document = await node.Vraag(200, HttpMethod.Get, groep + "/openapi.json", client: null);
        using var antwoord = await node.Stuur(new HttpMethod(methode), groep + pad.Replace("{areaId}", "kust", StringComparison.Ordinal), client, inhoud);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{groep} {operatie}: {(int)antwoord.StatusCode} {tekst}");
        Assert.Equal(document.GetProperty("info").GetProperty("version").GetString(), Assert.Single(antwoord.Headers.GetValues("API-Version")));
        var beschreven = document.GetProperty("paths").GetProperty(pad).GetProperty(methode.ToLowerInvariant()).GetProperty("responses").GetProperty($"{status}");
        if (!beschreven.TryGetProperty("content", out var soorten))
        {
            Assert.Empty(tekst);
            return;
        }

        var schema = soorten.GetProperty(antwoord.Content.Headers.ContentType!.MediaType!).GetProperty("schema");
        if (antwoord.Content.Headers.ContentType!.MediaType != "application/json") return;
        var standaard = new Standaardschema(document.GetProperty("components").GetProperty("schemas"));
        var keuzes = schema.TryGetProperty("anyOf", out var meer) ? meer.EnumerateArray().ToList() : [schema];
        var fouten = keuzes.Select(keuze => standaard.Fouten(JsonSerializer.Deserialize<JsonElement>(tekst), keuze.GetProperty("$ref").GetString()!.Split('/')[^1])).MinBy(lijst => lijst.Count)!;
        Assert.True(fouten.Count == 0, $"{groep} {operatie}: {string.Join("; ", fouten)}");
    }
}
