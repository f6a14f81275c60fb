using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>What the pipeline does with PUT, PATCH and DELETE of any resource, shown on zaken.</summary>
public sealed class MutatieTests
{
    [EngineTheory]
    public async Task A_patch_changes_what_it_names_and_a_put_everything_but_what_is_read_only(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = await node.Maak(Diensten.Zaken, "/zaken", node.Zaak());
        var pad = $"/zaken/{Zaaknode.Id(Zaaknode.Url(zaak))}";

        var deels = await node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, pad, new { omschrijving = "Anders", einddatum = "2026-01-01", url = "http://elders.example/x" });
        Assert.Equal("Anders", deels.GetProperty("omschrijving").GetString());
        Assert.Equal(zaak.GetProperty("identificatie").GetString(), deels.GetProperty("identificatie").GetString());
        Assert.Equal(JsonValueKind.Null, deels.GetProperty("einddatum").ValueKind);
        Assert.Equal(Zaaknode.Url(zaak), Zaaknode.Url(deels));

        var geheel = await node.Vraag(200, HttpMethod.Put, Diensten.Zaken, pad, node.Zaak(zaak.GetProperty("identificatie").GetString()));
        Assert.Equal("", geheel.GetProperty("omschrijving").GetString());
        Assert.Equal(geheel.GetRawText(), (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, pad)).GetRawText());
    }

    [EngineTheory, Trait("zgw", "zrc-002")]
    public async Task What_is_fixed_stays_and_a_group_that_is_sent_is_complete(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var pad = $"/zaken/{Zaaknode.Id(Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("A-1"))))}";

        Assert.Equal(["identificatie wijzigen-niet-toegelaten"], Fouten(await node.Vraag(400, HttpMethod.Patch, Diensten.Zaken, pad, new { identificatie = "A-2" })));
        Assert.Equal(["opschorting.indicatie required", "opschorting.reden required"], Fouten(await node.Vraag(400, HttpMethod.Patch, Diensten.Zaken, pad, new { opschorting = new { } })));
        Assert.Contains("startdatum required", Fouten(await node.Vraag(400, HttpMethod.Put, Diensten.Zaken, pad, new { omschrijving = "te weinig" })));
        await node.Vraag(404, HttpMethod.Patch, Diensten.Zaken, $"/zaken/{Guid.NewGuid():D}", new { omschrijving = "x" });
    }

    [EngineTheory, Trait("zgw", "zrc-023")]
    public async Task What_is_deleted_goes_with_its_parts_its_counts_and_its_trail(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var rol = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype)));
        var blijft = await node.Maak(Diensten.Zaken, "/zaken", node.Zaak());

        await node.Vraag(204, HttpMethod.Delete, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");

        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/rollen/{Zaaknode.Id(rol)}");
        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}/audittrail");
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken");
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());
        Assert.Equal(Zaaknode.Url(blijft), Zaaknode.Url(lijst.GetProperty("results")[0]));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/rollen")).GetProperty("count").GetInt32());
        await node.Vraag(404, HttpMethod.Delete, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
    }

    [EngineTheory]
    public async Task A_rol_that_is_deleted_leaves_its_zaak_and_stays_in_the_trail(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var rollen = new List<string>();
        for (var i = 0; i < 3; i++) rollen.Add(Zaaknode.Url(await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype))));

        await node.Vraag(204, HttpMethod.Delete, Diensten.Zaken, $"/rollen/{Zaaknode.Id(rollen[1])}");

        var gelezen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}");
        Assert.Equal([rollen[0], rollen[2]], gelezen.GetProperty("rollen").EnumerateArray().Select(r => r.GetString()));
        var spoor = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}/audittrail");
        Assert.Equal(["create zaak", "create rol", "create rol", "create rol", "destroy rol"],
            spoor.EnumerateArray().Select(r => $"{r.GetProperty("actie").GetString()} {r.GetProperty("resource").GetString()}"));
        var laatste = spoor[4];
        Assert.Equal((rollen[1], zaak, "zrc"), (laatste.GetProperty("resourceUrl").GetString(), laatste.GetProperty("hoofdObject").GetString(), laatste.GetProperty("bron").GetString()));
        Assert.False(laatste.GetProperty("wijzigingen").TryGetProperty("nieuw", out _));
        Assert.Equal(rollen[1], laatste.GetProperty("wijzigingen").GetProperty("oud").GetProperty("url").GetString());
        var een = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}/audittrail/{laatste.GetProperty("uuid").GetString()}");
        Assert.Equal(laatste.GetRawText(), een.GetRawText());
        Assert.Contains("rol verwijderd", await node.Gelogd());
    }

    [EngineTheory]
    public async Task Another_level_of_a_zaak_holds_for_its_parts_and_its_counts(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype));

        await node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, $"/zaken/{Zaaknode.Id(zaak)}", new { vertrouwelijkheidaanduiding = "geheim" });

        var rangen = await (await node.Node.Store()).Read(session => session.All(
            "SELECT z.vertrouwelijkheid, r.vertrouwelijkheid FROM zaakgericht_zaken z JOIN zaakgericht_rollen r ON r.zaak = z.id", row => (row.Long(0), row.Long(1))));
        Assert.Equal([(7, 7)], rangen);
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/rollen")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task Who_changes_what_another_changed_meanwhile_is_told(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var pad = $"/zaken/{Zaaknode.Id(Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak())))}";
        using var gelezen = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten);
        var etag = gelezen.Headers.ETag!.ToString();

        await node.Node.Vraag(200, HttpMethod.Patch, Diensten.Zaken, pad, new { omschrijving = "Eerst" }, Herkomst.Buiten, headers: h => h.Add("If-Match", etag));
        await node.Node.Vraag(412, HttpMethod.Patch, Diensten.Zaken, pad, new { omschrijving = "Te laat" }, Herkomst.Buiten, headers: h => h.Add("If-Match", etag));
        await node.Node.Vraag(412, HttpMethod.Delete, Diensten.Zaken, pad, herkomst: Herkomst.Buiten, headers: h => h.Add("If-Match", etag));
        Assert.Equal("Eerst", (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, pad)).GetProperty("omschrijving").GetString());
        using var nu = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten);
        await node.Node.Vraag(204, HttpMethod.Delete, Diensten.Zaken, pad, herkomst: Herkomst.Buiten, headers: h => h.Add("If-Match", nu.Headers.ETag!.ToString()));
    }

    [EngineTheory]
    public async Task Without_a_coordinate_system_412_and_with_another_406(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);

        await node.Node.Vraag(412, HttpMethod.Get, Diensten.Zaken, "/zaken", herkomst: Herkomst.Buiten, headers: h => h.Remove(Headers.AcceptCrs));
        await node.Node.Vraag(412, HttpMethod.Post, Diensten.Zaken, "/zaken", node.Zaak(), Herkomst.Buiten, headers: h => h.Remove(Headers.ContentCrs));
        await node.Node.Vraag(406, HttpMethod.Get, Diensten.Zaken, "/zaken", herkomst: Herkomst.Buiten, headers: h =>
        {
            h.Remove(Headers.AcceptCrs);
            h.Add(Headers.AcceptCrs, "EPSG:28992");
        });
        await node.Node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/rollen", herkomst: Herkomst.Buiten, headers: h => h.Remove(Headers.AcceptCrs));
    }

    private static IEnumerable<string> Fouten(JsonElement probleem) =>
        probleem.GetProperty("invalidParams").EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}");
}
