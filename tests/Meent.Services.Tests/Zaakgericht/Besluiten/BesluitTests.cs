using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Besluiten;

public sealed class BesluitTests
{
    [EngineTheory, Trait("zgw", "brc-001"), Trait("zgw", "brc-002")]
    public async Task A_besluit_gets_a_number_its_type_is_published_and_both_stay(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var type = await node.Catalogi.Publiceer(await node.Catalogi.Besluittype("Vergunning"));
        var concept = await node.Catalogi.Besluittype("Concept");

        var besluit = await Vraag(node, 201, HttpMethod.Post, "/besluiten", Besluit(type, new { vervalreden = "tijdelijk" }));
        Assert.Matches("^BESLUIT-[0-9]{4}-[0-9]{10}$", besluit.GetProperty("identificatie").GetString());
        Assert.Equal("Besluit met tijdelijke werking", besluit.GetProperty("vervalredenWeergave").GetString());
        var nummer = besluit.GetProperty("identificatie").GetString();
        Assert.Equal(["identificatie identificatie-niet-uniek"], await Fouten(node, HttpMethod.Post, "/besluiten", Besluit(type, new { identificatie = nummer })));
        foreach (var (ander, code) in new[] { (concept, "not-published"), (node.Type, "invalid-resource"), (type[..^36] + Guid.NewGuid().ToString("D"), "bad-url") })
            Assert.Equal([$"besluittype {code}"], await Fouten(node, HttpMethod.Post, "/besluiten", Besluit(ander)));

        var pad = Documentnode.Pad(Zaaknode.Url(besluit));
        Assert.Equal(["besluittype wijzigen-niet-toegelaten"], await Fouten(node, HttpMethod.Patch, pad, new { besluittype = concept }));
        Assert.Equal(["identificatie wijzigen-niet-toegelaten"], await Fouten(node, HttpMethod.Patch, pad, new { identificatie = "B-2" }));
        Assert.Equal(["verantwoordelijkeOrganisatie wijzigen-niet-toegelaten"], await Fouten(node, HttpMethod.Patch, pad, new { verantwoordelijkeOrganisatie = "990000023" }));
        Assert.Equal(["identificatie wijzigen-niet-toegelaten"], await Fouten(node, HttpMethod.Put, pad, Besluit(type, new { identificatie = "B-2" })));
        var geheel = await Vraag(node, 200, HttpMethod.Put, pad, Besluit(type, new { identificatie = nummer, toelichting = "Anders" }));
        Assert.Equal("Anders", geheel.GetProperty("toelichting").GetString());
        Assert.False(geheel.TryGetProperty("vervalreden", out _));
        Assert.Equal(["create", "update"], (await Vraag(node, 200, HttpMethod.Get, $"{pad}/audittrail")).EnumerateArray().Select(r => r.GetProperty("actie").GetString()));

        await Vraag(node, 201, HttpMethod.Post, "/besluiten", Besluit(type));
        Assert.Equal(1, (await Vraag(node, 200, HttpMethod.Get, $"/besluiten?identificatie={nummer}&verantwoordelijkeOrganisatie=990000011&besluittype={Uri.EscapeDataString(type)}")).GetProperty("count").GetInt32());
        Assert.Equal(0, (await Vraag(node, 200, HttpMethod.Get, $"/besluiten?besluittype={Uri.EscapeDataString(concept)}")).GetProperty("count").GetInt32());
        Assert.Equal("Vergunning", (await Vraag(node, 200, HttpMethod.Get, $"{pad}?expand=besluittype")).GetProperty("_expand").GetProperty("besluittype").GetProperty("omschrijving").GetString());
    }

    [EngineTheory, Trait("zgw", "brc-003"), Trait("zgw", "brc-004"), Trait("zgw", "brc-005"), Trait("zgw", "brc-008"), Trait("zgw", "brc-009")]
    public async Task A_document_of_a_besluit_is_of_its_types_and_is_mirrored_until_one_of_them_goes(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var type = await node.Catalogi.Publiceer(await node.Catalogi.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } }));
        var ander = await node.Catalogi.Publiceer(await node.Catalogi.Informatieobjecttype("Foto"));
        var besluit = Zaaknode.Url(await Vraag(node, 201, HttpMethod.Post, "/besluiten", Besluit(type)));
        var brief = Zaaknode.Url(await node.Maak());
        var foto = Zaaknode.Url(await node.Maak(new { informatieobjecttype = ander }));

        Assert.Equal(["informatieobject bad-url"], await Fouten(node, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject = brief[..^36] + Guid.NewGuid().ToString("D") }));
        Assert.Equal(["nonFieldErrors missing-besluittype-informatieobjecttype-relation"], await Fouten(node, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject = foto }));
        var relatie = Zaaknode.Url(await Vraag(node, 201, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject = brief }));
        Assert.Equal(["nonFieldErrors unique"], await Fouten(node, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject = brief }));
        foreach (var methode in new[] { HttpMethod.Put, HttpMethod.Patch }) await Vraag(node, 405, methode, Documentnode.Pad(relatie), new { besluit, informatieobject = foto });

        Assert.Equal(["besluit"], (await Spiegel(node, brief)).Select(o => o.GetProperty("objectType").GetString()));
        Assert.Equal(besluit, (await Spiegel(node, brief))[0].GetProperty("object").GetString());
        Assert.Equal(["nonFieldErrors pending-relations"], await node.Fouten(HttpMethod.Delete, Documentnode.Pad(brief)));
        Assert.Single((await Vraag(node, 200, HttpMethod.Get, $"/besluitinformatieobjecten?besluit={Uri.EscapeDataString(besluit)}")).EnumerateArray());
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, $"/enkelvoudiginformatieobjecten?objectinformatieobjecten_object={Uri.EscapeDataString(besluit)}")).GetProperty("count").GetInt32());

        await Vraag(node, 204, HttpMethod.Delete, Documentnode.Pad(relatie));
        Assert.Empty(await Spiegel(node, brief));
        relatie = Zaaknode.Url(await Vraag(node, 201, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject = brief }));
        await Vraag(node, 204, HttpMethod.Delete, Documentnode.Pad(besluit));
        foreach (var pad in new[] { Documentnode.Pad(besluit), Documentnode.Pad(relatie), $"{Documentnode.Pad(besluit)}/audittrail" }) await Vraag(node, 404, HttpMethod.Get, pad);
        Assert.Empty(await Spiegel(node, brief));
        await node.Vraag(204, HttpMethod.Delete, Documentnode.Pad(brief));
    }

    [EngineTheory, Trait("zgw", "brc-006"), Trait("zgw", "brc-007")]
    public async Task A_zaak_shows_the_besluiten_that_its_type_allows(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var (type, ander) = (await node.Catalogi.Publiceer(await node.Catalogi.Besluittype("Vergunning")), await node.Catalogi.Publiceer(await node.Catalogi.Besluittype("Ander")));
        var zaaktype = await node.Catalogi.Publiceer(await node.Catalogi.Compleet("MET-BESLUIT", new { besluittypen = new[] { "Vergunning" } }));
        var zaak = Zaaknode.Url(await node.Zaken.Maak(Diensten.Zaken, "/zaken", node.Zaken.Zaak(zaaktype: zaaktype)));
        var tweede = Zaaknode.Url(await node.Zaken.Maak(Diensten.Zaken, "/zaken", node.Zaken.Zaak(zaaktype: zaaktype)));

        Assert.Equal(["nonFieldErrors zaaktype-mismatch"], await Fouten(node, HttpMethod.Post, "/besluiten", Besluit(ander, new { zaak })));
        Assert.Equal(["zaak bad-url"], await Fouten(node, HttpMethod.Post, "/besluiten", Besluit(type, new { zaak = zaak[..^36] + Guid.NewGuid().ToString("D") })));
        var besluit = Zaaknode.Url(await Vraag(node, 201, HttpMethod.Post, "/besluiten", Besluit(type, new { zaak })));
        Assert.Equal([besluit], (await VanZaak(zaak)).Select(b => b.GetProperty("besluit").GetString()));
        Assert.Equal(["zaak wijzigen-niet-toegelaten"], await Fouten(node, HttpMethod.Patch, Documentnode.Pad(besluit), new { zaak = tweede }));
        await Vraag(node, 200, HttpMethod.Patch, Documentnode.Pad(besluit), new { vervaldatum = "2027-01-01" });
        Assert.Equal(1, (await Vraag(node, 200, HttpMethod.Get, $"/besluiten?zaak={Uri.EscapeDataString(zaak)}")).GetProperty("count").GetInt32());

        await Vraag(node, 204, HttpMethod.Delete, Documentnode.Pad(besluit));
        Assert.Empty(await VanZaak(zaak));

        async Task<JsonElement[]> VanZaak(string url) => [.. (await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"{Documentnode.Pad(url)}/besluiten")).EnumerateArray()];
    }

    [EngineTheory, Trait("zgw", "brc-006")]
    public async Task The_trail_of_a_zaak_says_of_its_besluiten_why_they_came_and_went(Engine engine)
    {
        await using var zgw = await Zaaknode.Start(engine);
        var keten = await Keten.Van(zgw);
        var zaak = await keten.Zaak();

        var besluit = Zaaknode.Url(await Met("Op verzoek", 201, HttpMethod.Post, "/besluiten", Besluit(keten.Besluittype, new { zaak })));
        await Met("Bij vergissing", 204, HttpMethod.Delete, Catalogusnode.Pad(besluit));

        var regels = (await keten.Lees(zaak, "/audittrail")).EnumerateArray().Where(regel => regel.GetProperty("resource").GetString() == "zaakbesluit");
        Assert.Equal(["create: Op verzoek", "destroy: Bij vergissing"], regels.Select(regel => $"{regel.GetProperty("actie").GetString()}: {regel.GetProperty("toelichting").GetString()}"));

        Task<JsonElement> Met(string toelichting, int status, HttpMethod methode, string pad, object? inhoud = null) =>
            zgw.Node.Vraag(status, methode, Diensten.Besluiten, pad, inhoud, Herkomst.Buiten, headers: koppen => koppen.Add("X-Audit-Toelichting", toelichting));
    }

    [EngineTheory, Trait("zgw", "drc-002"), Trait("zgw", "drc-003"), Trait("zgw", "drc-004")]
    public async Task A_mirror_is_made_and_removed_with_its_relation_only(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var type = await node.Catalogi.Publiceer(await node.Catalogi.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } }));
        var besluit = Zaaknode.Url(await Vraag(node, 201, HttpMethod.Post, "/besluiten", Besluit(type)));
        var informatieobject = Zaaknode.Url(await node.Maak());
        const string Pad = "/objectinformatieobjecten";

        Assert.Equal(["object bad-url"], await node.Fouten(HttpMethod.Post, Pad, new { informatieobject, objectType = "besluit", @object = besluit[..^36] + Guid.NewGuid().ToString("D") }));
        Assert.Equal(["object bad-url"], await node.Fouten(HttpMethod.Post, Pad, new { informatieobject, objectType = "verzoek", @object = "https://verzoeken.example/1" }));
        Assert.Equal(["object invalid-resource"], await node.Fouten(HttpMethod.Post, Pad, new { informatieobject, objectType = "besluit", @object = informatieobject }));
        Assert.Equal(["nonFieldErrors inconsistent-relation"], await node.Fouten(HttpMethod.Post, Pad, new { informatieobject, objectType = "besluit", @object = besluit }));
        await Vraag(node, 201, HttpMethod.Post, "/besluitinformatieobjecten", new { besluit, informatieobject });
        Assert.Equal(["nonFieldErrors unique"], await node.Fouten(HttpMethod.Post, Pad, new { informatieobject, objectType = "besluit", @object = besluit }));
        var spiegel = Zaaknode.Url(Assert.Single(await Spiegel(node, informatieobject)));
        Assert.Equal(["nonFieldErrors inconsistent-relation"], await node.Fouten(HttpMethod.Delete, Documentnode.Pad(spiegel)));
        await node.Vraag(405, HttpMethod.Put, Documentnode.Pad(spiegel), new { informatieobject, objectType = "besluit", @object = besluit });
    }

    private static async Task<JsonElement[]> Spiegel(Documentnode node, string informatieobject) =>
        [.. (await node.Vraag(200, HttpMethod.Get, $"/objectinformatieobjecten?informatieobject={Uri.EscapeDataString(informatieobject)}")).EnumerateArray()];

    internal static Dictionary<string, JsonElement> Besluit(string besluittype, object? anders = null) => Catalogusnode.Met(
        new { verantwoordelijkeOrganisatie = "990000011", besluittype, datum = "2026-06-01", ingangsdatum = "2026-06-02" }, anders);

    internal static Task<JsonElement> Vraag(Documentnode node, int status, HttpMethod methode, string pad, object? inhoud = null) =>
        node.Zaken.Node.Vraag(status, methode, Diensten.Besluiten, pad, inhoud, Herkomst.Buiten);

    private static async Task<string[]> Fouten(Documentnode node, HttpMethod methode, string pad, object inhoud) => Catalogusnode.Fouten(await Vraag(node, 400, methode, pad, inhoud));
}
