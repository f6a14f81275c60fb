using System.Text.Json;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>zrc-021, zrc-022 and zrc-026: what becomes of a zaak, and when.</summary>
public sealed class ArchiverenTests
{
    [EngineTheory, Trait("zgw", "zrc-021")]
    public async Task Each_afleidingswijze_dates_the_archive_of_a_zaak(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);

        var afgehandeld = await node.Zaak();
        await node.Sluit(afgehandeld, moment: "2026-02-28T23:30:00Z");
        Assert.Equal("vernietigen 2026-03-01 2031-03-01", await Stand(node, afgehandeld));

        var termijn = await node.Zaak();
        await node.Sluit(termijn, await node.MaakResultaattype(Zakennode.Brondatum("termijn", procestermijn: "P1Y1M")));
        Assert.Equal("vernietigen 2027-07-10 2032-07-10", await Stand(node, termijn));

        var eigenschap = await node.Zaak();
        await node.Maak(Zakennode.Pad(eigenschap) + "/zaakeigenschappen", new { eigenschap = node.Eigenschap, waarde = "20280229" });
        await node.Sluit(eigenschap, await node.MaakResultaattype(Zakennode.Brondatum("eigenschap", "einde")));
        Assert.Equal("vernietigen 2028-02-29 2033-02-28", await Stand(node, eigenschap));

        var vanObject = await node.MaakResultaattype(Zakennode.Brondatum("zaakobject", "groep/einde", "overige"));
        var zaakobject = await node.Zaak();
        foreach (var einde in new[] { "2029-01-02", "2030-01-02", "geen" })
            await node.Maak("/zaakobjecten", new { zaak = zaakobject, objectType = "overige", objectTypeOverige = "ding", objectIdentificatie = new { overigeData = new { groep = new { einde } } } });
        await node.Sluit(zaakobject, vanObject);
        Assert.Equal("vernietigen 2030-01-02 2035-01-02", await Stand(node, zaakobject));

        var andere = await node.Zaak();
        await node.Sluit(andere, moment: "2026-04-01T10:00:00Z");
        var gerelateerd = await node.Zaak(new { relevanteAndereZaken = new[] { new { url = andere, aardRelatie = "vervolg" } } });
        await node.Sluit(gerelateerd, await node.MaakResultaattype(Zakennode.Brondatum("gerelateerde_zaak")));
        Assert.Equal("vernietigen 2026-04-01 2031-04-01", await Stand(node, gerelateerd));

        var hoofdzaak = await node.Zaak();
        var deelzaak = await node.Zaak(new { hoofdzaak });
        await node.Sluit(deelzaak, await node.MaakResultaattype(Zakennode.Brondatum("hoofdzaak")));
        Assert.Equal("vernietigen - -", await Stand(node, deelzaak));
        await node.Sluit(hoofdzaak, moment: "2026-07-01T10:00:00Z");
        Assert.Equal("vernietigen 2026-07-01 2031-07-01", await Stand(node, deelzaak));
        await node.Maak("/statussen", node.Status(hoofdzaak, 1, "2026-07-02T10:00:00Z"));
        Assert.Equal("vernietigen - -", await Stand(node, deelzaak));

        var hand = await node.Zaak();
        await node.Sluit(hand, await node.MaakResultaattype(Zakennode.Brondatum("ander_datumkenmerk", "kenmerk", "pand")));
        Assert.Equal("vernietigen - -", await Stand(node, hand));
    }

    [EngineTheory, Trait("zgw", "zrc-021")]
    public async Task A_zaak_closes_without_its_brondatum_and_is_dated_when_that_comes(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        var pad = Zakennode.Pad(zaak) + "/zaakeigenschappen";
        await node.Sluit(zaak, await node.MaakResultaattype(Zakennode.Brondatum("eigenschap", "einde")));
        Assert.Equal("vernietigen - -", await Stand(node, zaak));
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, "/zaken?einddatum__isnull=false&archiefactiedatum__isnull=true")).GetProperty("count").GetInt32());

        var eigenschap = Zaaknode.Url(await node.Maak(pad, new { eigenschap = node.Eigenschap, waarde = "20270101" }));
        Assert.Equal("vernietigen 2027-01-01 2032-01-01", await Stand(node, zaak));
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(eigenschap), new { waarde = "20270102" });
        Assert.Equal("vernietigen 2027-01-02 2032-01-02", await Stand(node, zaak));
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(eigenschap));
        Assert.Equal("vernietigen - -", await Stand(node, zaak));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/zaken?archiefactiedatum__isnull=false")).GetProperty("count").GetInt32());
    }

    [EngineTheory, Trait("zgw", "zrc-021"), Trait("zgw", "zrc-026")]
    public async Task What_is_said_already_stays_and_what_is_kept_has_no_bewaartermijn(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);

        var bewaren = await node.Zaak();
        await node.Sluit(bewaren, await node.MaakResultaattype(nominatie: "blijvend_bewaren", termijn: "P20Y"));
        Assert.Equal("blijvend_bewaren - 2046-06-10", await Stand(node, bewaren));
        var zonder = await node.Zaak();
        await node.Sluit(zonder, await node.MaakResultaattype(nominatie: "blijvend_bewaren", termijn: null));
        Assert.Equal("blijvend_bewaren - -", await Stand(node, zonder));

        var gezegd = await node.Zaak(new { archiefnominatie = "blijvend_bewaren" });
        await node.Sluit(gezegd);
        Assert.StartsWith("blijvend_bewaren", await Stand(node, gezegd), StringComparison.Ordinal);
        var bekend = await node.Zaak(new { startdatumBewaartermijn = "2026-01-01" });
        await node.Sluit(bekend);
        Assert.Equal("vernietigen 2026-01-01 2031-01-01", await Stand(node, bekend));
        var hand = await node.Zaak(new { archiefactiedatum = "2040-01-01" });
        await node.Sluit(hand, await node.MaakResultaattype(Zakennode.Brondatum("ander_datumkenmerk", "kenmerk", "pand")));
        Assert.Equal("vernietigen - 2040-01-01", await Stand(node, hand));
    }

    [EngineTheory, Trait("zgw", "zrc-022")]
    public async Task Another_archiefstatus_asks_what_becomes_of_the_zaak_and_when(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        var pad = Zakennode.Pad(zaak);

        Assert.Equal("nog_te_archiveren", (await node.Lees(zaak)).GetProperty("archiefstatus").GetString());
        Assert.Equal(["archiefnominatie archiefnominatie-not-set", "archiefactiedatum archiefactiedatum-not-set"], await node.Fouten(HttpMethod.Patch, pad, new { archiefstatus = "gearchiveerd" }));
        Assert.Equal(["archiefactiedatum archiefactiedatum-not-set"], await node.Fouten(HttpMethod.Patch, pad, new { archiefstatus = "gearchiveerd", archiefnominatie = "vernietigen" }));
        Assert.Equal(["archiefnominatie archiefnominatie-not-set"], await node.Fouten(HttpMethod.Patch, pad, new { archiefstatus = "overgedragen", archiefactiedatum = "2030-01-01" }));
        await node.Vraag(200, HttpMethod.Patch, pad, new { archiefstatus = "gearchiveerd", archiefnominatie = "vernietigen", archiefactiedatum = "2030-01-01" });
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, "/zaken?archiefstatus=gearchiveerd&archiefnominatie=vernietigen")).GetProperty("count").GetInt32());
        Assert.Equal(["archiefactiedatum archiefactiedatum-not-set"], await node.Fouten(HttpMethod.Patch, pad, new { archiefactiedatum = (string?)null }));
    }

    /// <summary>Archiefnominatie, startdatumBewaartermijn and archiefactiedatum.</summary>
    private static async Task<string> Stand(Zakennode node, string zaak)
    {
        var gelezen = await node.Lees(zaak);
        return string.Join(' ', new[] { "archiefnominatie", "startdatumBewaartermijn", "archiefactiedatum" }.Select(veld => gelezen.GetProperty(veld) is { ValueKind: JsonValueKind.String } waarde ? waarde.GetString() : "-"));
    }
}
