using System.Text.Json;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>The parts of a zaaktype.</summary>
public sealed class DeeltypeTests
{
    [EngineTheory, Trait("zgw", "ztc-015")]
    public async Task A_date_has_eight_digits_and_one_with_a_time_fourteen(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");
        foreach (var (formaat, lengte, mag) in new[] { ("datum", "8", true), ("datum", "10", false), ("datum_tijd", "14", true), ("datum_tijd", "8", false), ("tekst", "10", true), ("getal", "10,2", true) })
        {
            var inhoud = new { zaaktype, naam = "Dag", definitie = "Een dag", specificatie = new { formaat, lengte, kardinaliteit = "1" } };
            if (mag) await node.Vraag(201, HttpMethod.Post, "/eigenschappen", inhoud);
            else Assert.Equal(["specificatie.lengte invalid"], await node.Fouten(HttpMethod.Post, "/eigenschappen", inhoud));
        }
    }

    [EngineTheory, Trait("zgw", "historiemodel")]
    public async Task Its_dates_and_catalogus_are_those_of_the_zaaktype(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A", new { eindeGeldigheid = "2030-12-31" });
        var ander = await node.MaakCatalogus("ANDER");
        foreach (var deel in new[] { await node.Statustype(zaaktype), await node.Roltype(zaaktype), await node.Resultaattype(zaaktype), await node.Eigenschap(zaaktype), await node.Zaakobjecttype(zaaktype) })
        {
            var gelezen = await node.Lees(deel);
            Assert.Equal(("2024-01-01", "2030-12-31", "2024-01-01", JsonValueKind.Null),
                (gelezen.GetProperty("beginGeldigheid").GetString(), gelezen.GetProperty("eindeGeldigheid").GetString(), gelezen.GetProperty("beginObject").GetString(), gelezen.GetProperty("eindeObject").ValueKind));
            Assert.Equal((node.Catalogus, "A"), (gelezen.GetProperty("catalogus").GetString(), gelezen.GetProperty("zaaktypeIdentificatie").GetString()));
            Assert.Equal(["beginGeldigheid invalid"], await node.Fouten(HttpMethod.Patch, Pad(deel), new { beginGeldigheid = "2024-01-02" }));
            await node.Vraag(200, HttpMethod.Patch, Pad(deel), new { beginGeldigheid = "2024-01-01" });
        }

        Assert.Equal(["nonFieldErrors relations-incorrect-catalogus"],
            await node.Fouten(HttpMethod.Post, "/roltypen", new { zaaktype, omschrijving = "x", omschrijvingGeneriek = "adviseur", catalogus = ander }));
        await node.Publiceer(zaaktype);
        await node.Vraag(200, HttpMethod.Patch, Pad(zaaktype), new { eindeGeldigheid = "2031-01-01" });
        var roltype = (await node.Vraag(200, HttpMethod.Get, $"/roltypen?zaaktype={Uri.EscapeDataString(zaaktype)}")).GetProperty("results")[0];
        Assert.Equal("2031-01-01", roltype.GetProperty("eindeGeldigheid").GetString());
    }

    [EngineTheory]
    public async Task What_a_part_points_at_is_of_the_same_zaaktype(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var (zaaktype, ander) = (await node.Zaaktype("A"), await node.Zaaktype("B"));
        var (statustype, vreemd) = (await node.Statustype(zaaktype), await node.Statustype(ander));
        var eigenschap = await node.Eigenschap(zaaktype);

        var gewijzigd = await node.Vraag(200, HttpMethod.Patch, Pad(statustype), new { eigenschappen = new[] { eigenschap } });
        Assert.Equal([eigenschap], Teksten(gewijzigd, "eigenschappen"));
        Assert.Equal(["nonFieldErrors relations-incorrect-zaaktype"], await node.Fouten(HttpMethod.Patch, Pad(vreemd), new { eigenschappen = new[] { eigenschap } }));
        Assert.Equal(["nonFieldErrors relations-incorrect-zaaktype"], await node.Fouten(HttpMethod.Patch, Pad(eigenschap), new { statustype = vreemd }));
        Assert.Equal(["nonFieldErrors relations-incorrect-zaaktype"],
            await node.Fouten(HttpMethod.Post, "/zaaktype-informatieobjecttypen", new { zaaktype, informatieobjecttype = "Brief", volgnummer = 1, richting = "intern", statustype = vreemd }));
        Assert.Equal(["zaaktype invalid-resource"], await node.Fouten(HttpMethod.Post, "/statustypen", new { zaaktype = statustype, omschrijving = "x", volgnummer = 9 }));
        Assert.Equal(["nonFieldErrors unique"], await node.Fouten(HttpMethod.Post, "/statustypen", new { zaaktype, omschrijving = "x", volgnummer = 1 }));
        Assert.Equal(["volgnummer min_value"], await node.Fouten(HttpMethod.Post, "/statustypen", new { zaaktype, omschrijving = "x", volgnummer = 0 }));
        Assert.Equal(["volgnummer max_value"], await node.Fouten(HttpMethod.Post, "/statustypen", new { zaaktype, omschrijving = "x", volgnummer = 10_000 }));
        var los = await node.Vraag(200, HttpMethod.Patch, Pad(statustype), new { eigenschappen = Array.Empty<string>() });
        Assert.Empty(Teksten(los, "eigenschappen"));
    }

    [EngineTheory, Trait("zgw", "ztc-013")]
    public async Task A_url_of_a_type_in_another_catalogus_is_refused(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var catalogus = await node.MaakCatalogus("ANDER");
        var (brief, vergunning, zaaktype) = (await node.Informatieobjecttype("Brief", new { catalogus }), await node.Besluittype("Vergunning", new { catalogus }), await node.Zaaktype("X", new { catalogus }));
        string[] fout = ["nonFieldErrors relations-incorrect-catalogus"];

        Assert.Equal(fout, await node.Fouten(HttpMethod.Post, "/zaaktypen", Met(Zaaknode.Type(node.Catalogus, "A"), new { besluittypen = new[] { vergunning } })));
        Assert.Equal(fout, await node.Fouten(HttpMethod.Post, "/zaaktypen", Met(Zaaknode.Type(node.Catalogus, "A"), new { deelzaaktypen = new[] { zaaktype } })));
        Assert.Equal(fout, await node.Fouten(HttpMethod.Post, "/zaaktypen", Met(Zaaknode.Type(node.Catalogus, "A"), new { gerelateerdeZaaktypen = new[] { new { zaaktype, aardRelatie = "vervolg" } } })));
        var eigen = await node.Zaaktype("A");
        Assert.Equal(fout, await node.Fouten(HttpMethod.Post, "/zaaktype-informatieobjecttypen", new { zaaktype = eigen, informatieobjecttype = brief, volgnummer = 1, richting = "intern" }));
        Assert.Equal(["besluittypen.0 invalid-resource"], await node.Fouten(HttpMethod.Patch, Pad(eigen), new { besluittypen = new[] { brief } }));
        Assert.Equal(["besluittypen.0 bad-url"], await node.Fouten(HttpMethod.Patch, Pad(eigen), new { besluittypen = new[] { "https://elders.example/besluittypen/1" } }));
    }
}
