using System.Net;
using System.Text.Json;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class ZaakTests
{
    [EngineTheory]
    public async Task A_created_zaak_is_read_back_and_gets_number_level_and_day(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);

        var zaak = await node.Maak(Diensten.Zaken, "/zaken", node.Zaak());

        var gelezen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{Zaaknode.Id(Zaaknode.Url(zaak))}");
        Assert.Equal(zaak.GetRawText(), gelezen.GetRawText());
        Assert.Matches("^ZAAK-[0-9]{4}-[0-9]{10}$", zaak.GetProperty("identificatie").GetString());
        Assert.Equal("zaakvertrouwelijk", zaak.GetProperty("vertrouwelijkheidaanduiding").GetString());
        Assert.NotEqual(JsonValueKind.Null, zaak.GetProperty("registratiedatum").ValueKind);
        Assert.Equal(JsonValueKind.Null, zaak.GetProperty("status").ValueKind);
        Assert.Empty(zaak.GetProperty("rollen").EnumerateArray());
    }

    [EngineTheory, Trait("zgw", "zrc-001")]
    public async Task A_zaaktype_must_exist_be_one_and_be_published(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var concept = Zaaknode.Url(await node.Maak(Diensten.Catalogi, "/zaaktypen", Zaaknode.Type((await Catalogus(node)), "CONCEPT")));

        Assert.Equal("not-published", await Code(node, node.Zaak(zaaktype: concept)));
        Assert.Equal("invalid-resource", await Code(node, node.Zaak(zaaktype: node.Roltype)));
        Assert.Equal("bad-url", await Code(node, node.Zaak(zaaktype: node.Zaaktype[..^1] + (node.Zaaktype.EndsWith('0') ? '1' : '0'))));
        Assert.Equal("bad-url", await Code(node, node.Zaak(zaaktype: "https://elders.example/zaaktypen/1")));
    }

    [EngineTheory, Trait("zgw", "zrc-002")]
    public async Task An_identificatie_is_unique_in_its_organisation_also_for_two_at_once(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);

        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => node.Node.Stuur(HttpMethod.Post, Diensten.Zaken, "/zaken", node.Zaak("Z-1"), Herkomst.Buiten)));

        Assert.Single(antwoorden, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var geweigerd in antwoorden.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            Assert.Equal(HttpStatusCode.BadRequest, geweigerd.StatusCode);
            Assert.Contains("identificatie-niet-uniek", await geweigerd.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [EngineTheory]
    public async Task Following_next_visits_each_zaak_once_and_count_is_right(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        for (var i = 0; i < 25; i++) await node.Maak(Diensten.Zaken, "/zaken", node.Zaak($"Z-{i:D2}"));

        foreach (var ordering in new[] { "", "&ordering=-identificatie", "&ordering=startdatum" })
        {
            var gezien = new List<string>();
            var pad = $"/zaken?pageSize=10{ordering}";
            while (pad is not null)
            {
                var blad = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, pad);
                Assert.Equal(25, blad.GetProperty("count").GetInt32());
                gezien.AddRange(blad.GetProperty("results").EnumerateArray().Select(z => z.GetProperty("identificatie").GetString()!));
                pad = blad.GetProperty("next").GetString() is { } next ? next[next.IndexOf("/zaken?", StringComparison.Ordinal)..] : null;
            }

            Assert.Equal(25, gezien.Distinct().Count());
            Assert.Equal(25, gezien.Count);
        }

        var tweede = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken?pageSize=10&page=2");
        Assert.Equal(10, tweede.GetProperty("results").GetArrayLength());
        await node.Vraag(404, HttpMethod.Get, Diensten.Zaken, "/zaken?pageSize=10&page=4");
    }

    [EngineTheory]
    public async Task Filters_narrow_and_an_unknown_one_is_refused(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("Z-1"));
        await node.Maak(Diensten.Zaken, "/zaken", node.Zaak("Z-2"));

        Assert.Equal(1, await Aantal(node, "identificatie=Z-1"));
        Assert.Equal(2, await Aantal(node, $"zaaktype={Uri.EscapeDataString(node.Zaaktype)}"));
        Assert.Equal(2, await Aantal(node, "startdatum__gte=2026-06-01&einddatum__isnull=true"));
        Assert.Equal(0, await Aantal(node, "startdatum__gt=2026-06-01"));
        Assert.Equal(0, await Aantal(node, "maximaleVertrouwelijkheidaanduiding=openbaar"));
        await node.Vraag(400, HttpMethod.Get, Diensten.Zaken, "/zaken?startdatum=gisteren");
        var fout = await node.Vraag(400, HttpMethod.Get, Diensten.Zaken, "/zaken?onbekend=1");
        Assert.Equal("unknown-parameters", fout.GetProperty("invalidParams")[0].GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task An_etag_changes_when_a_rol_comes_and_saves_the_body_until_then(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var zaak = Zaaknode.Url(await node.Maak(Diensten.Zaken, "/zaken", node.Zaak()));
        var pad = $"/zaken/{Zaaknode.Id(zaak)}";
        using var eerste = await node.Node.Stuur(HttpMethod.Head, Diensten.Zaken, pad, herkomst: Herkomst.Buiten);
        var etag = eerste.Headers.ETag!.ToString();

        using var bekend = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten, headers: h => h.TryAddWithoutValidation("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.NotModified, bekend.StatusCode);
        await node.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, node.Roltype));
        using var gewijzigd = await node.Node.Stuur(HttpMethod.Get, Diensten.Zaken, pad, herkomst: Herkomst.Buiten, headers: h => h.TryAddWithoutValidation("If-None-Match", etag));
        Assert.Equal(HttpStatusCode.OK, gewijzigd.StatusCode);
    }

    [EngineTheory]
    public async Task Folding_leaves_the_counts_as_they_were(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        for (var i = 0; i < 5; i++) await node.Maak(Diensten.Zaken, "/zaken", node.Zaak());

        await (await node.Node.Store()).Write(session => Tellingen.Vouw(session, "zaakgericht_tellingen"));

        Assert.Equal(5, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken")).GetProperty("count").GetInt32());
    }

    private static async Task<int> Aantal(Zaaknode node, string query) =>
        (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken?" + query)).GetProperty("count").GetInt32();

    private static async Task<string> Catalogus(Zaaknode node) =>
        Zaaknode.Url((await node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);

    private static async Task<string?> Code(Zaaknode node, object zaak) =>
        (await node.Vraag(400, HttpMethod.Post, Diensten.Zaken, "/zaken", zaak)).GetProperty("invalidParams")[0].GetProperty("code").GetString();
}
