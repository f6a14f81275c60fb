using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>Types name each other; which versions are shown depends on the day (Catalogi 1.3, "Historiemodel").</summary>
[Trait("zgw", "historiemodel")]
public sealed class HistoriemodelTests
{
    [EngineTheory]
    public async Task A_published_type_shows_what_is_published_and_valid_on_the_day(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var oud = await node.Publiceer(await node.Besluittype("Vergunning", new { beginGeldigheid = "2020-01-01", eindeGeldigheid = "2023-12-31" }));
        var nu = await node.Publiceer(await node.Besluittype("Vergunning", new { beginGeldigheid = "2024-01-01" }));
        var toekomst = await node.Publiceer(await node.Besluittype("Vergunning", new { beginGeldigheid = "2999-01-01" }));
        await node.Besluittype("Vergunning");
        var zaaktype = await node.Publiceer(await node.Compleet("A", new { besluittypen = new[] { "Vergunning" }, beginGeldigheid = "2020-01-01" }));

        Assert.Equal([nu], Teksten(await node.Lees(zaaktype), "besluittypen"));
        Assert.Equal([oud], Teksten(await node.Lees(zaaktype, "?datumGeldigheid=2023-12-31"), "besluittypen"));
        Assert.Equal([nu], Teksten(await node.Lees(zaaktype, "?datumGeldigheid=2024-01-01"), "besluittypen"));
        Assert.Equal([nu, toekomst], Teksten(await node.Lees(zaaktype, "?datumGeldigheid=2999-01-01"), "besluittypen"));
        Assert.Empty(Teksten(await node.Lees(zaaktype, "?datumGeldigheid=2019-12-31"), "besluittypen"));
        Assert.Equal(["Vergunning"], Teksten(await node.Lees(zaaktype, "?datumGeldigheid=2019-12-31"), "besluittypeOmschrijving"));
        Assert.Equal(["datumGeldigheid invalid"], await node.Fouten(HttpMethod.Get, $"{Pad(zaaktype)}?datumGeldigheid=gisteren"));
        var lijst = await node.Vraag(200, HttpMethod.Get, "/zaaktypen?datumGeldigheid=2023-06-01");
        Assert.Equal([oud], Teksten(lijst.GetProperty("results").EnumerateArray().Single(z => Zaaknode.Url(z) == zaaktype), "besluittypen"));
        Assert.Equal([oud], (await node.Lijst("/besluittypen?datumGeldigheid=2023-12-31")));
        Assert.Equal([zaaktype], Teksten(await node.Lees(nu), "zaaktypen"));
        Assert.Equal(["unknown-parameters"], (await node.Fouten(HttpMethod.Get, $"{Pad(nu)}?datumGeldigheid=2024-01-01")).Select(f => f.Split(' ')[1]));
    }

    [EngineTheory]
    public async Task A_concept_shows_other_concepts_too(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var brief = await node.Informatieobjecttype("Brief");
        var besluittype = await node.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } });
        var ander = await node.Zaaktype("B");
        var zaaktype = await node.Zaaktype("A", new { besluittypen = new[] { "Vergunning" }, deelzaaktypen = new[] { "B" }, gerelateerdeZaaktypen = new[] { new { zaaktype = "B", aardRelatie = "vervolg" } } });
        var ziot = await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief");
        Assert.Equal([besluittype], Teksten(await node.Lees(zaaktype), "besluittypen"));
        Assert.Equal([brief], Teksten(await node.Lees(zaaktype), "informatieobjecttypen"));

        await node.Publiceer(zaaktype);

        var gepubliceerd = await node.Lees(zaaktype);
        foreach (var veld in new[] { "besluittypen", "informatieobjecttypen", "deelzaaktypen", "gerelateerdeZaaktypen" }) Assert.Empty(gepubliceerd.GetProperty(veld).EnumerateArray());
        Assert.Equal(["B"], Teksten(gepubliceerd, "deelzaaktypeIdentificaties"));
        Assert.Equal(brief, (await node.Lees(ziot)).GetProperty("informatieobjecttype").GetString());
        Assert.Equal([zaaktype], Teksten(await node.Lees(brief), "zaaktypen"));
        foreach (var type in new[] { brief, besluittype, ander }) await node.Publiceer(type);
        gepubliceerd = await node.Lees(zaaktype);
        Assert.Equal([besluittype], Teksten(gepubliceerd, "besluittypen"));
        Assert.Equal([brief], Teksten(gepubliceerd, "informatieobjecttypen"));
        Assert.Equal([ander], Teksten(gepubliceerd, "deelzaaktypen"));
        Assert.Equal(ander, gepubliceerd.GetProperty("gerelateerdeZaaktypen")[0].GetProperty("zaaktype").GetString());
        // Another concept of the same name does not show in what is published.
        await node.Zaaktype("A", new { besluittypen = new[] { "Vergunning" } });
        Assert.Equal([zaaktype], Teksten(await node.Lees(besluittype), "zaaktypen"));
    }

    [EngineTheory]
    public async Task Names_come_before_the_types_that_bear_them_and_urls_become_names(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A", new { besluittypen = new[] { "Nog niet" } });
        var ziot = await node.ZaaktypeInformatieobjecttype(zaaktype, "Later");
        Assert.Empty(Teksten(await node.Lees(zaaktype), "besluittypen"));
        Assert.Equal("Later", (await node.Lees(ziot)).GetProperty("informatieobjecttype").GetString());

        var besluittype = await node.Besluittype("Nog niet");
        Assert.Equal([besluittype], Teksten(await node.Lees(zaaktype), "besluittypen"));
        // Back as it was read, with URLs and members that it only shows.
        await node.Vraag(200, HttpMethod.Put, Pad(zaaktype), await node.Lees(zaaktype));
        Assert.Equal(["Nog niet"], Teksten(await node.Lees(zaaktype), "besluittypeOmschrijving"));
        var ander = await node.Zaaktype("B", new { besluittypen = new[] { besluittype, "Nog niet" } });
        Assert.Equal(["Nog niet"], Teksten(await node.Lees(ander), "besluittypeOmschrijving"));
        var weg = await node.Vraag(200, HttpMethod.Patch, Pad(ander), new { besluittypen = Array.Empty<string>() });
        Assert.Empty(Teksten(weg, "besluittypeOmschrijving"));
    }

    [EngineTheory]
    public async Task An_etag_changes_with_what_is_shown(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Compleet("A", new { besluittypen = new[] { "Vergunning" } });
        await node.Publiceer(zaaktype);
        var eerst = await Etag(node, zaaktype);
        Assert.Equal(eerst, await Etag(node, zaaktype));
        Assert.Equal(304, await Status(node, HttpMethod.Get, zaaktype, eerst));

        await node.Publiceer(await node.Besluittype("Vergunning"));

        Assert.NotEqual(eerst, await Etag(node, zaaktype));
        Assert.Equal(200, await Status(node, HttpMethod.Get, zaaktype, eerst));
        Assert.Equal(304, await Status(node, HttpMethod.Head, zaaktype, await Etag(node, zaaktype)));
    }

    private static async Task<string> Etag(Catalogusnode node, string url)
    {
        using var antwoord = await node.Zaken.Node.Stuur(HttpMethod.Head, Diensten.Catalogi, Pad(url), herkomst: Herkomst.Buiten);
        return antwoord.Headers.ETag!.ToString();
    }

    private static async Task<int> Status(Catalogusnode node, HttpMethod methode, string url, string etag)
    {
        using var antwoord = await node.Zaken.Node.Stuur(methode, Diensten.Catalogi, Pad(url), herkomst: Herkomst.Buiten, headers: h => h.Add("If-None-Match", etag));
        return (int)antwoord.StatusCode;
    }
}
