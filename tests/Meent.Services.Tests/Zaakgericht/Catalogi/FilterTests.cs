using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>The query parameters of the Catalogi API, and who hears of a change.</summary>
public sealed class FilterTests
{
    [EngineTheory]
    public async Task Parts_are_found_by_their_zaaktype_and_types_by_what_they_name(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var brief = await node.Publiceer(await node.Informatieobjecttype("Brief"));
        var besluittype = await node.Publiceer(await node.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } }));
        await node.Publiceer(await node.Besluittype("Ontheffing"));
        var zaaktype = await node.Zaaktype("FILTER", new { besluittypen = new[] { "Vergunning" }, eindeGeldigheid = "2024-12-31" });
        var (status, rol, resultaat) = (await node.Statustype(zaaktype), await node.Roltype(zaaktype), await node.Resultaattype(zaaktype));
        var (eigenschap, objecttype, ziot) = (await node.Eigenschap(zaaktype), await node.Zaakobjecttype(zaaktype), await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief"));
        await node.Publiceer(zaaktype);
        var url = Uri.EscapeDataString(zaaktype);

        foreach (var (pad, deel) in new[] { ("/statustypen", status), ("/roltypen", rol), ("/resultaattypen", resultaat), ("/eigenschappen", eigenschap), ("/zaakobjecttypen", objecttype) })
        {
            foreach (var vraag in new[] { $"zaaktype={url}", "zaaktypeIdentificatie=FILTER", "zaaktypeIdentificatie=FILTER&datumGeldigheid=2024-12-31" }) Assert.Equal([deel], await node.Lijst($"{pad}?{vraag}"));
            Assert.Empty(await node.Lijst($"{pad}?zaaktypeIdentificatie=FILTER&datumGeldigheid=2025-01-01"));
            Assert.Empty(await node.Lijst($"{pad}?zaaktypeIdentificatie=ANDERS"));
        }

        foreach (var vraag in new[] { "zaaktype_identificatie=FILTER", "zaaktype_identificatie=FILTER&datum_geldigheid=2024-06-01" }) Assert.Equal([resultaat], await node.Lijst($"/resultaattypen?{vraag}"));
        foreach (var vraag in new[] { $"informatieobjecttype={Uri.EscapeDataString(brief)}", "informatieobjecttype=Brief", $"zaaktype={url}&richting=inkomend&status=alles" }) Assert.Equal([ziot], await node.Lijst($"/zaaktype-informatieobjecttypen?{vraag}"));
        Assert.Empty(await node.Lijst("/zaaktype-informatieobjecttypen?richting=intern"));
        foreach (var vraag in new[] { $"zaaktypen={url}", "zaaktypen=FILTER", $"informatieobjecttypen={Uri.EscapeDataString(brief)}", "informatieobjecttypen=Brief", "omschrijving=Vergunning" })
            Assert.Equal([besluittype], await node.Lijst($"/besluittypen?{vraag}"));
        var catalogus = Uri.EscapeDataString(node.Catalogus);
        foreach (var vraag in new[] { $"catalogus={catalogus}", "anderObjecttype=false", "relatieOmschrijving=Betreft", "datumBeginGeldigheid=2024-01-01", "datumEindeGeldigheid=2024-12-31", $"objecttype={Uri.EscapeDataString("https://objecttypen.example/pand")}" })
            Assert.Equal([objecttype], await node.Lijst($"/zaakobjecttypen?{vraag}"));
        Assert.Empty(await node.Lijst("/zaakobjecttypen?anderObjecttype=true"));
        Assert.Equal([rol], await node.Lijst($"/roltypen?zaaktype={url}&omschrijvingGeneriek=initiator"));
        Assert.Equal(["omschrijvingGeneriek invalid"], await node.Fouten(HttpMethod.Get, "/roltypen?omschrijvingGeneriek=baas"));
        Assert.Equal(["status invalid"], await node.Fouten(HttpMethod.Get, "/zaaktypen?status=oud"));
        Assert.Equal(["nonFieldErrors unknown-parameters"], await node.Fouten(HttpMethod.Get, "/zaaktypen?kleur=rood"));
    }

    [EngineTheory]
    public async Task What_a_type_is_related_to_comes_along_when_asked(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A", new { gerelateerdeZaaktypen = new[] { new { zaaktype = "B", aardRelatie = "vervolg" } } });
        var (statustype, ander) = (await node.Statustype(zaaktype), await node.Zaaktype("B"));

        var uit = (await node.Lees(zaaktype, "?expand=statustypen.zaaktype,gerelateerdeZaaktypen,catalogus")).GetProperty("_expand");

        Assert.Equal(statustype, Zaaknode.Url(uit.GetProperty("statustypen")[0]));
        Assert.Equal(zaaktype, Zaaknode.Url(uit.GetProperty("statustypen")[0].GetProperty("_expand").GetProperty("zaaktype")));
        Assert.Equal(ander, Zaaknode.Url(uit.GetProperty("gerelateerdeZaaktypen")[0]));
        Assert.Equal(node.Catalogus, Zaaknode.Url(uit.GetProperty("catalogus")));
        await node.Vraag(404, HttpMethod.Get, $"{Pad(zaaktype)}?expand=omschrijving");
    }

    [EngineTheory]
    public async Task A_change_of_a_type_is_told_on_its_channel_with_its_catalogus(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        foreach (var (kanaal, url) in new[] { ("zaaktypen", await node.Zaaktype("A")), ("besluittypen", await node.Besluittype("Vergunning")), ("informatieobjecttypen", await node.Informatieobjecttype("Brief")) })
        {
            await node.Vraag(200, HttpMethod.Put, Pad(url), await node.Lees(url));
            await node.Publiceer(url);
            await node.Vraag(204, HttpMethod.Delete, Pad(url));
            var gebeurtenissen = await (await node.Zaken.Node.Store()).Read(s => s.All(
                "SELECT kanaal, actie, kenmerken FROM outbox_gebeurtenissen WHERE resource_url LIKE $1 ORDER BY versie, volgorde", row => (Kanaal: row.Text(0), Actie: row.Text(1), Kenmerken: row.Text(2)), $"%{Zaaknode.Id(url)}"));
            Assert.Equal(["create", "update", "partial_update", "destroy"], gebeurtenissen.Select(g => g.Actie));
            Assert.All(gebeurtenissen, g => Assert.Equal(kanaal, g.Kanaal));
            Assert.All(gebeurtenissen, g => Assert.Contains(Zaaknode.Id(node.Catalogus), g.Kenmerken, StringComparison.Ordinal));
        }
    }
}
