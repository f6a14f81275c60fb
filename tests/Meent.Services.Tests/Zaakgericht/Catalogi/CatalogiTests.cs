using System.Text.Json;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

public sealed class CatalogiTests
{
    [EngineTheory]
    public async Task Every_type_is_made_read_changed_listed_and_removed(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zaaktype = await node.Zaaktype("A");
        var statustype = await node.Statustype(zaaktype);
        foreach (var (url, veld) in new[]
        {
            (await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief", anders: new { statustype }), ""), (await node.Eigenschap(zaaktype, new { statustype }), "toelichting"),
            (await node.Roltype(zaaktype), "omschrijving"), (await node.Resultaattype(zaaktype), "toelichting"), (await node.Zaakobjecttype(zaaktype), "relatieOmschrijving"),
            (await node.Informatieobjecttype("Los"), "omschrijving"), (await node.Besluittype("Vergunning"), "toelichting"), (statustype, "statustekst"), (zaaktype, "toelichting"),
        })
        {
            var gelezen = await node.Lees(url);
            if (veld.Length > 0)
            {
                var deels = await node.Vraag(200, HttpMethod.Patch, Pad(url), new Dictionary<string, string> { [veld] = "Anders" });
                Assert.Equal("Anders", deels.GetProperty(veld).GetString());
                var geheel = await node.Vraag(200, HttpMethod.Put, Pad(url), gelezen);
                Assert.Equal(gelezen.GetRawText(), geheel.GetRawText());
            }

            var lijst = Pad(url)[..Pad(url).LastIndexOf('/')];
            if (!lijst.EndsWith("zaakobjecttypen", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(url, await node.Lijst(lijst));
                lijst += "?status=concept";
            }

            Assert.Contains(url, await node.Lijst(lijst));
            await node.Vraag(204, HttpMethod.Delete, Pad(url));
            await node.Vraag(404, HttpMethod.Get, Pad(url));
            Assert.Empty(await node.Lijst(lijst));
        }

        await node.Vraag(200, HttpMethod.Patch, Pad(node.Catalogus), new { naam = "Anders" });
        await node.Vraag(405, HttpMethod.Delete, Pad(node.Catalogus));
    }

    [EngineTheory]
    public async Task A_zaaktype_shows_its_parts_and_what_it_is_related_to_and_goes_with_its_parts(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var brief = await node.Informatieobjecttype("Brief");
        var vergunning = await node.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } });
        var ander = await node.Zaaktype("B");
        var zaaktype = await node.Zaaktype("A", new
        {
            besluittypen = new[] { "Vergunning" },
            deelzaaktypen = new[] { ander },
            gerelateerdeZaaktypen = new object[] { new { zaaktype = "B", aardRelatie = "vervolg" }, new { zaaktype = "https://elders.example/zaaktypen/1", aardRelatie = "bijdrage" } },
            trefwoorden = new[] { "een", "twee" },
        });
        var (statustype, roltype, resultaattype) = (await node.Statustype(zaaktype), await node.Roltype(zaaktype), await node.Resultaattype(zaaktype, new { besluittypen = new[] { vergunning } }));
        var (eigenschap, zaakobjecttype) = (await node.Eigenschap(zaaktype, new { statustype }), await node.Zaakobjecttype(zaaktype));
        var ziot = await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief");

        var gelezen = await node.Lees(zaaktype);

        Assert.Equal([statustype], Teksten(gelezen, "statustypen"));
        Assert.Equal([roltype], Teksten(gelezen, "roltypen"));
        Assert.Equal([resultaattype], Teksten(gelezen, "resultaattypen"));
        Assert.Equal([eigenschap], Teksten(gelezen, "eigenschappen"));
        Assert.Equal([zaakobjecttype], Teksten(gelezen, "zaakobjecttypen"));
        Assert.Equal([brief], Teksten(gelezen, "informatieobjecttypen"));
        Assert.Equal(["Brief"], Teksten(gelezen, "informatieobjecttypeOmschrijving"));
        Assert.Equal([vergunning], Teksten(gelezen, "besluittypen"));
        Assert.Equal(["Vergunning"], Teksten(gelezen, "besluittypeOmschrijving"));
        Assert.Equal([ander], Teksten(gelezen, "deelzaaktypen"));
        Assert.Equal(["B"], Teksten(gelezen, "deelzaaktypeIdentificaties"));
        Assert.Equal([$"{ander} B vervolg", "https://elders.example/zaaktypen/1  bijdrage"], gelezen.GetProperty("gerelateerdeZaaktypen").EnumerateArray().Select(r =>
            $"{r.GetProperty("zaaktype").GetString()} {r.GetProperty("zaaktypeIdentificatie").GetString()} {r.GetProperty("aardRelatie").GetString()}"));
        Assert.Equal([eigenschap], Teksten(await node.Lees(statustype), "eigenschappen"));
        Assert.Equal(brief, (await node.Lees(ziot)).GetProperty("informatieobjecttype").GetString());
        Assert.Equal([zaaktype], Teksten(await node.Lees(brief), "zaaktypen"));
        Assert.Equal([vergunning], Teksten(await node.Lees(brief), "besluittypen"));
        var besluittype = await node.Lees(vergunning);
        Assert.Equal([zaaktype], Teksten(besluittype, "zaaktypen"));
        Assert.Equal([resultaattype], Teksten(besluittype, "resultaattypen"));
        Assert.Equal([brief], Teksten(besluittype, "informatieobjecttypen"));
        Assert.Equal([resultaattype], Teksten(await node.Lees(zaakobjecttype), "resultaattypen"));
        var catalogus = await node.Lees(node.Catalogus);
        Assert.Equal([ander, zaaktype], Teksten(catalogus, "zaaktypen"));
        Assert.Equal(["Vergunning"], Teksten(catalogus, "besluittypeOmschrijving"));
        Assert.Equal([zaaktype], await node.Lijst("/zaaktypen?status=alles&trefwoorden=een,twee"));
        Assert.Empty(await node.Lijst("/zaaktypen?status=alles&trefwoorden=een,drie"));

        await node.Vraag(204, HttpMethod.Delete, Pad(zaaktype));
        foreach (var deel in new[] { statustype, roltype, resultaattype, eigenschap, zaakobjecttype, ziot }) await node.Vraag(404, HttpMethod.Get, Pad(deel));
        Assert.Empty(Teksten(await node.Lees(vergunning), "zaaktypen"));
    }

}
