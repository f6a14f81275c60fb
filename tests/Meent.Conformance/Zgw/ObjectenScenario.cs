using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>A type with its versions, through every operation that both APIs have; and objects of it, through those of the Objecten API.</summary>
internal sealed class ObjectenScenario(Verkenner api)
{
    private static readonly object Punt = new { type = "Point", coordinates = new[] { 4.4, 51.9 } };

    /// <returns>URL of a type with a published version.</returns>
    public async Task<string> Typen()
    {
        var url = Url(await api.Maak("/objecttypes", Type("Lantaarn")));
        await api.Haal(url);
        await api.Haal("/objecttypes?dataClassification=intern&pageSize=1");
        await api.Stuur(HttpMethod.Put, url, Type("Lantaarnpaal"), 200);
        await api.Stuur(HttpMethod.Patch, url, new { contactPerson = "Beheer" }, 200);
        await api.Stuur(HttpMethod.Post, "/objecttypes", new { name = "" }, 400);
        var versie = Url(await api.Maak(Pad(url) + "/versions", new { jsonSchema = new { type = "object", required = new[] { "nummer" } } }));
        await api.Haal(versie);
        await api.Stuur(HttpMethod.Put, versie, new { jsonSchema = new { type = "object", required = new[] { "nummer" }, properties = new { nummer = new { type = "integer" } } } }, 200);
        await api.Stuur(HttpMethod.Patch, versie, new { status = "published" }, 200);
        await api.Stuur(HttpMethod.Delete, versie, null, 400);
        await api.Stuur(HttpMethod.Delete, Url(await api.Maak(Pad(url) + "/versions", new { })), null, 204);
        await api.Haal(Pad(url) + "/versions");
        await api.Stuur(HttpMethod.Delete, Url(await api.Maak("/objecttypes", Type("Weg"))), null, 204);
        return url;
    }

    public async Task Objecten(string type)
    {
        string[] zaken = ["https://zaken.example/1", "https://zaken.example/2"];
        object Inhoud(int nummer, string startAt) => new
        {
            type,
            record = new { typeVersion = 1, data = new { nummer, kleur = "groen" }, geometry = Punt, startAt, references = zaken.Select(url => new { type = "zaak", url }) },
        };
        var url = Url(await api.Maak("/objects", Inhoud(1, "2024-01-01")));
        await api.Maak("/objects", new { type, record = new { typeVersion = 1, data = new { nummer = 2 }, startAt = "2024-01-01" } });
        await api.Stuur(HttpMethod.Put, url, Inhoud(3, "2025-01-01"), 200);
        await api.Stuur(HttpMethod.Patch, url, new { record = new { data = new { hoogte = 6.5 }, correctionFor = 2 } }, 200);
        await api.Stuur(HttpMethod.Post, "/objects", Inhoud(-1, "morgen"), 400);
        await api.Haal(url);
        await api.Haal($"{Pad(url)}/1");
        await api.Haal($"{Pad(url)}/history?pageSize=2");
        await api.Haal($"/objects?type={Uri.EscapeDataString(type)}&typeVersion=1&date=2025-06-01&data_attr=nummer__gte__2&data_icontains=groen&ordering=-record__data__nummer&pageSize=1");
        await api.Stuur(HttpMethod.Post, "/objects/search", new
        {
            geometry = new { within = new { type = "Polygon", coordinates = new[] { new double[][] { [4, 51], [5, 51], [5, 53], [4, 53], [4, 51] } } } },
            type,
            data_attr = "nummer__exact__3",
        }, 200);
        await api.Haal("/permissions");
        await api.Stuur(HttpMethod.Delete, $"{Pad(url)}?zaak={Uri.EscapeDataString(zaken[0])}", null, 200);
        await api.Stuur(HttpMethod.Delete, url, null, 204);
    }

    private static object Type(string naam) => new
    {
        name = naam,
        namePlural = naam + "s",
        description = "Iets op straat",
        dataClassification = "intern",
        updateFrequency = "weekly",
        documentationUrl = "https://example.com/doc",
        labels = new { thema = "straat" },
    };

    private string Pad(string url) => url[api.Basis.Length..];

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;
}
