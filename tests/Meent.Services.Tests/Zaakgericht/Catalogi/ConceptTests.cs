using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>What may still change once a type is published.</summary>
public sealed class ConceptTests
{
    private static readonly string[] NietConcept = ["nonFieldErrors non-concept-object"];
    private static readonly string[] NietConceptZaaktype = ["nonFieldErrors non-concept-zaaktype"];

    [EngineTheory, Trait("zgw", "ztc-009")]
    public async Task Of_a_published_type_only_the_last_day_can_be_set(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        foreach (var url in new[] { await node.Zaaktype("A", new { eindeGeldigheid = "2025-01-01" }), await node.Besluittype("Vergunning"), await node.Informatieobjecttype("Brief") })
        {
            var concept = await node.Lees(url);
            Assert.True(concept.GetProperty("concept").GetBoolean());
            // The client cannot say itself that it is published.
            Assert.True((await node.Beheerder(200, HttpMethod.Patch, Pad(url), new { concept = false })).GetProperty("concept").GetBoolean());
            await node.Publiceer(url);

            var gelezen = await node.Lees(url);
            Assert.False(gelezen.GetProperty("concept").GetBoolean());
            Assert.Equal(NietConcept, Fouten(await node.Beheerder(400, HttpMethod.Put, Pad(url), gelezen)));
            Assert.Equal(NietConcept, Fouten(await node.Beheerder(400, HttpMethod.Patch, Pad(url), new { beginGeldigheid = "2024-02-01" })));
            Assert.Equal(NietConcept, Fouten(await node.Beheerder(400, HttpMethod.Patch, Pad(url), new { eindeGeldigheid = "2026-01-01", beginGeldigheid = "2024-01-01" })));
            Assert.Equal(NietConcept, Fouten(await node.Beheerder(400, HttpMethod.Delete, Pad(url))));
            var beeindigd = await node.Beheerder(200, HttpMethod.Patch, Pad(url), new { eindeGeldigheid = "2024-12-12" });
            Assert.Equal("2024-12-12", beeindigd.GetProperty("eindeGeldigheid").GetString());
            Assert.Equal(["eindeGeldigheid date-mismatch"], Fouten(await node.Beheerder(400, HttpMethod.Patch, Pad(url), new { eindeGeldigheid = "2023-12-31" })));
        }
    }

    [EngineTheory, Trait("zgw", "ztc-009")]
    public async Task A_correction_with_its_own_scope_only_adds(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        await node.Besluittype("Vergunning");
        var zaaktype = await node.Publiceer(await node.Zaaktype("A", new { besluittypen = new[] { "Vergunning" }, trefwoorden = new[] { "een" } }));
        var besluittype = await node.Publiceer(await node.Besluittype("Ontheffing", new { informatieobjecttypen = new[] { "Brief" } }));
        var informatieobjecttype = await node.Publiceer(await node.Informatieobjecttype("Brief", new { trefwoord = new[] { "post" } }));

        var gewijzigd = await node.Vraag(200, HttpMethod.Patch, Pad(zaaktype), new { besluittypen = new[] { "Vergunning", "Ontheffing" }, trefwoorden = new[] { "twee", "een" } });
        Assert.Equal(["Ontheffing", "Vergunning"], Teksten(gewijzigd, "besluittypeOmschrijving"));
        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(zaaktype), new { besluittypen = new[] { "Vergunning" } }));
        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(zaaktype), new { trefwoorden = new[] { "twee" } }));
        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(zaaktype), new { identificatie = "B" }));
        await node.Vraag(200, HttpMethod.Patch, Pad(besluittype), new { informatieobjecttypen = new[] { "Brief", "Bijlage" } });
        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(besluittype), new { informatieobjecttypen = new[] { "Bijlage" } }));
        await node.Vraag(200, HttpMethod.Patch, Pad(informatieobjecttype), new { trefwoord = new[] { "post", "mail" } });
        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(informatieobjecttype), new { omschrijving = "Mail" }));
        foreach (var url in new[] { zaaktype, besluittype, informatieobjecttype }) await node.Vraag(204, HttpMethod.Delete, Pad(url));
    }

    [EngineTheory, Trait("zgw", "ztc-010")]
    public async Task The_parts_of_a_published_zaaktype_stay_as_they_are(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");
        string[] delen =
        [
            await node.Statustype(zaaktype), await node.Roltype(zaaktype), await node.Resultaattype(zaaktype), await node.Eigenschap(zaaktype),
            await node.Zaakobjecttype(zaaktype), await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief"),
        ];
        await node.Publiceer(zaaktype);
        foreach (var deel in delen)
        {
            var lijst = Pad(deel)[..Pad(deel).LastIndexOf('/')];
            var gelezen = await node.Lees(deel);
            var nieuw = Met(gelezen, gelezen.TryGetProperty("volgnummer", out _) ? new { volgnummer = 7 } : null);
            Assert.Equal(NietConceptZaaktype, Fouten(await node.Beheerder(400, HttpMethod.Put, Pad(deel), gelezen)));
            Assert.Equal(NietConceptZaaktype, Fouten(await node.Beheerder(400, HttpMethod.Patch, Pad(deel), new { zaaktype })));
            Assert.Equal(NietConceptZaaktype, Fouten(await node.Beheerder(400, HttpMethod.Delete, Pad(deel))));
            Assert.Equal(NietConceptZaaktype, Fouten(await node.Beheerder(400, HttpMethod.Post, lijst, nieuw)));
            // With the scope for a correction it is another matter.
            await node.Vraag(201, HttpMethod.Post, lijst, nieuw);
            await node.Vraag(200, HttpMethod.Put, Pad(deel), gelezen);
        }

        Assert.Equal(NietConcept, await node.Fouten(HttpMethod.Patch, Pad(delen[0]), new { volgnummer = 3 }));
        var ander = await node.Zaaktype("B");
        Assert.Equal(NietConceptZaaktype, await node.Fouten(HttpMethod.Patch, Pad(delen[1]), new { zaaktype = ander }));
        foreach (var deel in delen) await node.Vraag(204, HttpMethod.Delete, Pad(deel));
    }

    [EngineTheory, Trait("zgw", "ztc-016")]
    public async Task Two_published_versions_are_never_valid_on_the_same_day(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        await node.Publiceer(await node.Zaaktype("A", new { beginGeldigheid = "2024-01-01", eindeGeldigheid = "2024-12-31" }));

        var zelfdeDag = await node.Zaaktype("A", new { beginGeldigheid = "2024-12-31" });
        Assert.Equal(["beginGeldigheid overlap"], await node.Fouten(HttpMethod.Post, $"{Pad(zelfdeDag)}/publish", new { }));
        Assert.True((await node.Lees(zelfdeDag)).GetProperty("concept").GetBoolean());
        var eerder = await node.Publiceer(await node.Zaaktype("A", new { beginGeldigheid = "2023-01-01", eindeGeldigheid = "2023-12-31" }));
        var later = await node.Publiceer(await node.Zaaktype("A", new { beginGeldigheid = "2025-01-01" }));
        Assert.Equal("2023-01-01", (await node.Lees(later)).GetProperty("beginObject").GetString());
        Assert.Equal(["beginGeldigheid overlap"], await node.Fouten(HttpMethod.Patch, Pad(eerder), new { eindeGeldigheid = "2024-01-01" }));
        await node.Publiceer(await node.Zaaktype("B", new { beginGeldigheid = "2024-06-01" }));
    }

    [EngineTheory, Trait("zgw", "ztc-014")]
    public async Task Who_reads_zaken_reads_their_types_but_writes_none(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");

        await node.Als("zakenlezer", 200, HttpMethod.Get, Pad(zaaktype));
        await node.Als("zakenlezer", 200, HttpMethod.Get, "/statustypen");
        var fout = await node.Als("zakenlezer", 403, HttpMethod.Patch, Pad(zaaktype), new { toelichting = "x" });
        Assert.Equal("permission_denied", fout.GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task A_type_that_is_in_use_stays(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaak = Zaaknode.Url(await node.Zaken.Maak("zaken", "/zaken", node.Zaken.Zaak()));

        Assert.Equal(["nonFieldErrors pending-relations"], await node.Fouten(HttpMethod.Delete, Pad(node.Zaken.Zaaktype)));
        await node.Zaken.Vraag(204, HttpMethod.Delete, "zaken", $"/zaken/{Zaaknode.Id(zaak)}");
        await node.Vraag(204, HttpMethod.Delete, Pad(node.Zaken.Zaaktype));
    }
}
