using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>A besluit with its documents, through every operation of the Besluiten API.</summary>
internal sealed class BesluitenScenario(Verkenner brc, CatalogiScenario typen)
{
    public async Task<string> Besluit(string identificatie, string? zaak = null) => Url(await brc.Maak("/besluiten", Inhoud(identificatie, zaak)));

    public async Task Voer(string document)
    {
        var besluit = await Besluit("B-1");
        var pad = besluit[brc.Basis.Length..];
        await brc.Stuur(HttpMethod.Put, besluit, Inhoud("B-1", null), 200);
        await brc.Stuur(HttpMethod.Patch, besluit, new { toelichting = "Anders" }, 200);
        var bio = Url(await brc.Maak("/besluitinformatieobjecten", new { besluit, informatieobject = document }));
        await brc.Haal(besluit);
        await brc.Haal(bio);
        foreach (var lijst in new[] { "/besluiten?expand=besluittype", "/besluitinformatieobjecten", $"{pad}/audittrail" }) await brc.Haal(lijst);
        await brc.Haal($"{pad}/audittrail/{(await brc.Haal($"{pad}/audittrail"))[0].GetProperty("uuid").GetString()}");
        foreach (var weg in new[] { bio, besluit }) await brc.Stuur(HttpMethod.Delete, weg, null, 204);
    }

    private object Inhoud(string identificatie, string? zaak) => new
    {
        identificatie,
        verantwoordelijkeOrganisatie = "990000011",
        besluittype = typen.Besluittype,
        zaak = zaak ?? "",
        datum = "2026-06-01",
        ingangsdatum = "2026-06-02",
    };

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;
}
