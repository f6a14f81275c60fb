using System.Text.Json;
using Meent.Services.Pijplijn;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>Expanding in the APIs of catalogi, documenten and besluiten, and in searches.</summary>
public sealed class UitvouwbaarTests
{
    private static readonly Resource[] Resources =
    [
        CatalogiResources.Catalogussen, CatalogiResources.Zaaktypen, CatalogiResources.Besluittypen, CatalogiResources.Informatieobjecttypen, CatalogiResources.Statustypen,
        CatalogiResources.Resultaattypen, CatalogiResources.Roltypen, CatalogiResources.Eigenschappen, CatalogiResources.Zaakobjecttypen, CatalogiResources.ZaaktypeInformatieobjecttypen,
        DocumentenResources.Informatieobjecten, DocumentenResources.Gebruiksrechten, DocumentenResources.Objectinformatieobjecten, DocumentenResources.Verzendingen,
        BesluitenResources.Besluiten, BesluitenResources.Besluitinformatieobjecten,
    ];

    [EngineTheory, Trait("zgw", "drc-011"), Trait("zgw", "drc-012")]
    public async Task Each_attribute_comes_along_just_as_it_is_read_by_itself(Engine engine)
    {
        await using var zgw = await Zaaknode.Start(engine);
        var keten = await Wereld(zgw);
        foreach (var resource in Resources)
        {
            var alle = string.Join(',', resource.Uitvouwbaar);
            var lijst = Resultaten(await Vraag(zgw, 200, resource));
            Assert.NotEmpty(lijst);
            var samen = Resultaten(await Vraag(zgw, 200, resource, $"?expand={alle}"));
            Assert.Equal(lijst.Select(Zaaknode.Url), samen.Select(Zaaknode.Url));
            for (var i = 0; i < lijst.Count; i++)
            {
                foreach (var lid in resource.Uitvouwbaar)
                {
                    await Klopt(lijst[i], lid, samen[i].GetProperty("_expand"));
                    var een = (await keten.Lees(Zaaknode.Url(lijst[i]), $"?expand={lid}")).GetProperty("_expand");
                    Assert.Equal([lid], een.EnumerateObject().Select(uit => uit.Name));
                    await Klopt(lijst[i], lid, een);
                }
            }
        }

        async Task Klopt(JsonElement resource, string lid, JsonElement uit)
        {
            var (link, gevonden) = (resource.GetProperty(lid), uit.GetProperty(lid));
            if (link.ValueKind == JsonValueKind.Array)
            {
                Assert.Equal(link.GetArrayLength(), gevonden.GetArrayLength());
                for (var i = 0; i < link.GetArrayLength(); i++) Assert.Equal((await keten.Lees(link[i].GetString()!)).GetRawText(), gevonden[i].GetRawText());
            }
            else if (link.ValueKind == JsonValueKind.String && link.GetString() is { Length: > 0 } url) Assert.Equal((await keten.Lees(url)).GetRawText(), gevonden.GetRawText());
            else Assert.Equal("{}", gevonden.GetRawText());
        }
    }

    [EngineTheory, Trait("zgw", "drc-012"), Trait("zgw", "zrc-026")]
    public async Task Every_segment_of_a_path_is_expanded_from_api_to_api(Engine engine)
    {
        await using var zgw = await Zaaknode.Start(engine);
        var keten = await Wereld(zgw);
        var (recht, relatie, besluit) = (await Eerste(DocumentenResources.Gebruiksrechten), await Eerste(BesluitenResources.Besluitinformatieobjecten), await Eerste(BesluitenResources.Besluiten));

        Assert.Equal("KETEN", Diep(await keten.Lees(recht, "?expand=informatieobject.informatieobjecttype.catalogus.zaaktypen"), "informatieobject", "informatieobjecttype", "catalogus").GetProperty("domein").GetString());
        Assert.Equal(keten.Zaaktype, Zaaknode.Url(Diep(await keten.Lees(relatie, "?expand=besluit.zaak.zaaktype,informatieobject"), "besluit", "zaak", "zaaktype")));
        Assert.Equal("Brief", Diep(await keten.Lees(relatie, "?expand=besluit.besluittype.informatieobjecttypen"), "besluit", "besluittype").GetProperty("_expand").GetProperty("informatieobjecttypen")[0].GetProperty("omschrijving").GetString());
        Assert.Equal("Aanvrager", Diep(await keten.Lees(besluit, "?expand=zaak.rollen.roltype,zaak.zaakinformatieobjecten.informatieobject"), "zaak").GetProperty("_expand").GetProperty("rollen")[0].GetProperty("_expand").GetProperty("roltype").GetProperty("omschrijving").GetString());
        var zaaktype = (await keten.Lees(keten.Zaaktype, "?expand=informatieobjecttypen.catalogus,statustypen.zaaktype")).GetProperty("_expand");
        Assert.Equal("KETEN", Diep(zaaktype.GetProperty("informatieobjecttypen")[0], "catalogus").GetProperty("domein").GetString());
        Assert.Equal([keten.Zaaktype, keten.Zaaktype], zaaktype.GetProperty("statustypen").EnumerateArray().Select(statustype => Zaaknode.Url(Diep(statustype, "zaaktype"))));

        async Task<string> Eerste(Resource resource) => Zaaknode.Url(Resultaten(await Vraag(zgw, 200, resource))[0]);
    }

    [EngineTheory, Trait("zgw", "drc-013"), Trait("zgw", "drc-014"), Trait("zgw", "zrc-027"), Trait("zgw", "zrc-028")]
    public async Task What_cannot_be_expanded_is_not_found_also_when_there_is_nothing_to_expand(Engine engine)
    {
        await using var zgw = await Zaaknode.Start(engine);
        foreach (var resource in Resources) await Vraag(zgw, 404, resource, "?expand=bestaatniet");
        var keten = await Wereld(zgw);
        foreach (var resource in Resources)
        {
            await Vraag(zgw, 404, resource, "?expand=bestaatniet");
            await Vraag(zgw, 404, resource, "?expand=url");
            var een = Resultaten(await Vraag(zgw, 200, resource))[0];
            await zgw.Vraag(404, HttpMethod.Get, resource.Dienst, $"{Catalogi.Catalogusnode.Pad(Zaaknode.Url(een))}?expand=bestaatniet");
            if (resource.Uitvouwbaar.FirstOrDefault(lid => een.GetProperty(lid) is { ValueKind: JsonValueKind.String } link && link.GetString() is { Length: > 0 }) is { } gevuld)
                await Vraag(zgw, 404, resource, $"?expand={gevuld}.bestaatniet");
            await Vraag(zgw, 400, resource, $"?expand={string.Join('.', Enumerable.Repeat("a", 40))}");
        }

        await zgw.Vraag(404, HttpMethod.Post, Diensten.Documenten, "/enkelvoudiginformatieobjecten/_zoek", new { bronorganisatie = "990000011", expand = "titel" });
        await zgw.Vraag(404, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek?expand=identificatie", new { identificatie = "is er niet" });
        await zgw.Vraag(404, HttpMethod.Post, Diensten.Zaken, "/zaken/_zoek", new { bronorganisatie = "990000011", expand = "zaaktype.doel" });
    }

    [EngineTheory]
    public async Task A_search_expands_as_the_list_does_asked_in_its_body_or_in_the_query(Engine engine)
    {
        await using var zgw = await Zaaknode.Start(engine);
        var keten = await Wereld(zgw);
        foreach (var (resource, expand, filter) in new[]
        {
            ((Resource)DocumentenResources.Informatieobjecten, "informatieobjecttype.catalogus", new Dictionary<string, string> { ["bronorganisatie"] = "990000011" }),
            (Services.Zaakgericht.Zaken.ZakenResources.Zaken, "zaaktype.besluittypen,zaakinformatieobjecten.informatieobject.informatieobjecttype,rollen.roltype,status", new Dictionary<string, string> { ["zaaktype"] = keten.Zaaktype }),
        })
        {
            var lijst = Resultaten(await Vraag(zgw, 200, resource, $"?expand={expand}&{string.Join('&', filter.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"))}")).Select(een => een.GetRawText()).ToList();
            Assert.NotEmpty(lijst);
            Assert.Equal(lijst, Resultaten(await zgw.Vraag(200, HttpMethod.Post, resource.Dienst, $"/{resource.Meervoud}/_zoek?expand={expand}", filter)).Select(een => een.GetRawText()));
            Assert.Equal(lijst, Resultaten(await zgw.Vraag(200, HttpMethod.Post, resource.Dienst, $"/{resource.Meervoud}/_zoek", new Dictionary<string, string>(filter) { ["expand"] = expand })).Select(een => een.GetRawText()));
        }
    }

    /// <summary>Something of everything.</summary>
    private static async Task<Keten> Wereld(Zaaknode zgw)
    {
        var keten = await Keten.Van(zgw);
        var catalogi = keten.Documenten.Catalogi;
        await catalogi.Resultaattype(keten.Zaaktype);
        await catalogi.Eigenschap(keten.Zaaktype, new { statustype = keten.Statustype });
        await catalogi.Zaakobjecttype(keten.Zaaktype);
        var (zaak, document) = (await keten.Zaak(), await keten.Document());
        await keten.Document();
        await zgw.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, keten.Roltype));
        await keten.Status(zaak);
        await keten.BijZaak(zaak, document);
        await keten.BijBesluit(await keten.Besluit(zaak), document);
        await keten.Besluit();
        await keten.Gebruiksrecht(document);
        await keten.Verzending(document);
        return keten;
    }

    private static Task<JsonElement> Vraag(Zaaknode zgw, int status, Resource resource, string vraag = "") => zgw.Vraag(status, HttpMethod.Get, resource.Dienst, $"/{resource.Meervoud}{vraag}");

    private static List<JsonElement> Resultaten(JsonElement lijst) => [.. (lijst.ValueKind == JsonValueKind.Array ? lijst : lijst.GetProperty("results")).EnumerateArray()];

    private static JsonElement Diep(JsonElement resource, params IEnumerable<string> leden) => leden.Aggregate(resource, (een, lid) => een.GetProperty("_expand").GetProperty(lid));
}
