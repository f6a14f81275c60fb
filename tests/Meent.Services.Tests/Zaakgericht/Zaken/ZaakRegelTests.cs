using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>The rules for a zaak itself, at its creation and its change.</summary>
public sealed class ZaakRegelTests
{
    [EngineTheory, Trait("zgw", "zrc-001")]
    public async Task The_zaaktype_is_a_published_one_also_when_it_changes(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var catalogus = Zaaknode.Url((await node.Node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);
        var concept = Zaaknode.Url(await node.Node.Maak(Diensten.Catalogi, "/zaaktypen", Zaaknode.Type(catalogus, "CONCEPT")));
        var ander = (await node.Node.MaakZaaktype(catalogus, "ANDER", "geheim")).Zaaktype;
        var zaak = await node.Zaak();
        var pad = Zakennode.Pad(zaak);

        foreach (var (zaaktype, code) in new[] { (concept, "not-published"), (zaak, "invalid-resource"), (node.Node.Zaaktype[..^4] + "0000", "bad-url"), ("http://elders.example/zaaktypen/1", "bad-url") })
        {
            Assert.Equal([$"zaaktype {code}"], await node.Fouten(HttpMethod.Post, "/zaken", node.Node.Zaak(zaaktype: zaaktype)));
            Assert.Equal([$"zaaktype {code}"], await node.Fouten(HttpMethod.Put, pad, node.Node.Zaak(zaaktype: zaaktype)));
            Assert.Equal([$"zaaktype {code}"], await node.Fouten(HttpMethod.Patch, pad, new { zaaktype }));
        }

        Assert.Equal(ander, (await node.Vraag(200, HttpMethod.Patch, pad, new { zaaktype = ander })).GetProperty("zaaktype").GetString());
        // Neither of the types alone is enough to bring a zaak from one to the other.
        var eigen = await node.Zaak();
        await node.Beperkte(403, HttpMethod.Patch, Zakennode.Pad(eigen), new { zaaktype = ander });
        await node.Beperkte(403, HttpMethod.Patch, pad, new { zaaktype = node.Node.Zaaktype });
        // Permission on the type goes before what else is wrong.
        await node.Beperkte(403, HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(zaaktype: ander), new { registratiedatum = "2999-01-01" }));
    }

    [EngineTheory, Trait("zgw", "zrc-002"), Trait("zgw", "zrc-009")]
    public async Task What_identifies_a_zaak_stays_and_its_level_always_has_a_value(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak(new { identificatie = "A-1" });
        var pad = Zakennode.Pad(zaak);

        Assert.Equal(["identificatie identificatie-niet-uniek"], await node.Fouten(HttpMethod.Post, "/zaken", node.Node.Zaak("A-1")));
        Assert.Equal(["identificatie wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Put, pad, node.Node.Zaak("A-2")));
        Assert.Equal(["bronorganisatie wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Patch, pad, new { bronorganisatie = "990000023" }));
        // A PUT that leaves it to us keeps what there is.
        Assert.Equal("A-1", (await node.Vraag(200, HttpMethod.Put, pad, node.Node.Zaak())).GetProperty("identificatie").GetString());
        Assert.Equal("zaakvertrouwelijk", (await node.Lees(zaak)).GetProperty("vertrouwelijkheidaanduiding").GetString());
        Assert.Equal("openbaar", (await node.Vraag(200, HttpMethod.Patch, pad, new { vertrouwelijkheidaanduiding = "openbaar" })).GetProperty("vertrouwelijkheidaanduiding").GetString());
        Assert.Equal("openbaar", (await node.Vraag(200, HttpMethod.Patch, pad, new { omschrijving = "x" })).GetProperty("vertrouwelijkheidaanduiding").GetString());
    }

    [EngineTheory, Trait("zgw", "zrc-012")]
    public async Task Groups_are_answered_with_their_structure_and_can_be_sent_back(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak(new { verlenging = (object?)null, opschorting = (object?)null });
        var pad = Zakennode.Pad(zaak);
        var gelezen = await node.Lees(zaak);
        Assert.Equal("""{"reden":"","duur":"P0D"}""", gelezen.GetProperty("verlenging").GetRawText());
        Assert.Equal("""{"indicatie":false,"reden":""}""", gelezen.GetProperty("opschorting").GetRawText());
        Assert.Equal("", gelezen.GetProperty("processobject").GetProperty("registratie").GetString());

        Assert.Equal(gelezen.GetRawText(), (await node.Vraag(200, HttpMethod.Put, pad, gelezen)).GetRawText());
        foreach (var methode in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch })
        {
            var plek = methode == HttpMethod.Post ? "/zaken" : pad;
            Assert.Equal(["opschorting.indicatie required", "opschorting.reden required"], await node.Fouten(methode, plek, Catalogusnode.Met(node.Node.Zaak(), new { opschorting = new { } })));
            Assert.Equal(["verlenging.reden required", "verlenging.duur required"], await node.Fouten(methode, plek, Catalogusnode.Met(node.Node.Zaak(), new { verlenging = new { } })));
            Assert.Equal(["verlenging.duur invalid"], await node.Fouten(methode, plek, Catalogusnode.Met(node.Node.Zaak(), new { verlenging = new { reden = "", duur = "morgen" } })));
        }

        Assert.True((await node.Vraag(200, HttpMethod.Patch, pad, new { opschorting = new { indicatie = true, reden = "Wacht" } })).GetProperty("opschorting").GetProperty("indicatie").GetBoolean());
        Assert.False((await node.Vraag(200, HttpMethod.Patch, pad, new { opschorting = (object?)null })).GetProperty("opschorting").GetProperty("indicatie").GetBoolean());
    }

    [EngineTheory, Trait("zgw", "zrc-013")]
    public async Task A_hoofdzaak_is_another_zaak_that_is_no_deelzaak(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (hoofdzaak, andere) = (await node.Zaak(), await node.Zaak());
        var deelzaak = await node.Zaak(new { hoofdzaak });

        Assert.Equal(["hoofdzaak no_match"], await node.Fouten(HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(), new { hoofdzaak = hoofdzaak[..^4] + "0000" })));
        Assert.Equal(["hoofdzaak no_match"], await node.Fouten(HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(), new { hoofdzaak = "http://elders.example/1" })));
        Assert.Equal(["hoofdzaak self-forbidden"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(andere), new { hoofdzaak = andere }));
        Assert.Equal(["hoofdzaak self-forbidden"], await node.Fouten(HttpMethod.Put, Zakennode.Pad(andere), Catalogusnode.Met(node.Node.Zaak(), new { hoofdzaak = andere })));
        Assert.Equal(["hoofdzaak deelzaak-als-hoofdzaak"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(andere), new { hoofdzaak = deelzaak }));
        Assert.Equal(["hoofdzaak deelzaak-als-hoofdzaak"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(hoofdzaak), new { hoofdzaak = andere }));

        Assert.Equal([deelzaak], Deelzaken(await node.Lees(hoofdzaak)));
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(deelzaak), new { hoofdzaak = andere });
        Assert.Empty(Deelzaken(await node.Lees(hoofdzaak)));
        Assert.Equal([deelzaak], Deelzaken(await node.Lees(andere)));
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(deelzaak), new { hoofdzaak = (string?)null });
        Assert.Empty(Deelzaken(await node.Lees(andere)));
    }

    [EngineTheory, Trait("zgw", "zrc-011")]
    public async Task Relevant_zaken_exist_and_may_name_each_other(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var een = await node.Zaak();
        object Relevant(params string[] urls) => new { relevanteAndereZaken = urls.Select(url => new { url, aardRelatie = "vervolg" }) };
        var twee = await node.Zaak(Relevant(een));

        Assert.Equal(["relevanteAndereZaken.1.url bad-url"], await node.Fouten(HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(), Relevant(een, een[..^4] + "0000"))));
        Assert.Equal(["relevanteAndereZaken.0.url bad-url"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(een), Relevant("http://elders.example/1")));
        Assert.Equal(["relevanteAndereZaken.0.url invalid-resource"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(een), Relevant(node.Node.Zaaktype)));
        Assert.Equal(["relevanteAndereZaken.0.url self-forbidden"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(een), Relevant(een)));
        // A loop: each dates the other's archive, and neither for ever.
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(een), Relevant(twee, twee));
        var type = await node.MaakResultaattype(Zakennode.Brondatum("gerelateerde_zaak"));
        await node.Sluit(een, type, "2026-05-01T10:00:00Z");
        await node.Sluit(twee, type, "2026-06-01T10:00:00Z");
        Assert.Equal("2031-06-01", (await node.Lees(een)).GetProperty("archiefactiedatum").GetString());
        Assert.Equal("2031-05-01", (await node.Lees(twee)).GetProperty("archiefactiedatum").GetString());

        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(een));
        var over = await node.Lees(twee);
        Assert.Empty(over.GetProperty("relevanteAndereZaken").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, over.GetProperty("archiefactiedatum").ValueKind);
    }

    [EngineTheory, Trait("zgw", "zrc-014")]
    public async Task Who_need_not_pay_has_not_paid(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        const string datum = "2026-05-01T10:00:00Z";
        var zaak = await node.Zaak(new { betalingsindicatie = "geheel", laatsteBetaaldatum = datum });
        var pad = Zakennode.Pad(zaak);
        var fout = new { betalingsindicatie = "nvt", laatsteBetaaldatum = datum };

        Assert.Equal(["laatsteBetaaldatum betaling-nvt"], await node.Fouten(HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(), fout)));
        Assert.Equal(["laatsteBetaaldatum betaling-nvt"], await node.Fouten(HttpMethod.Put, pad, Catalogusnode.Met(node.Node.Zaak(), fout)));
        Assert.Equal(["laatsteBetaaldatum betaling-nvt"], await node.Fouten(HttpMethod.Patch, pad, fout));
        Assert.Equal(["laatsteBetaaldatum betaling-nvt"], await node.Fouten(HttpMethod.Patch, pad, new { betalingsindicatie = "nvt", laatsteBetaalDatum = datum }));
        Assert.Equal(["laatsteBetaaldatum future_not_allowed"], await node.Fouten(HttpMethod.Patch, pad, new { laatsteBetaaldatum = "2999-01-01T00:00:00Z" }));
        var leeg = await node.Vraag(200, HttpMethod.Patch, pad, new { betalingsindicatie = "nvt" });
        Assert.Equal(JsonValueKind.Null, leeg.GetProperty("laatsteBetaaldatum").ValueKind);
        Assert.NotEqual("", leeg.GetProperty("betalingsindicatieWeergave").GetString());
        Assert.Equal(["laatsteBetaaldatum betaling-nvt"], await node.Fouten(HttpMethod.Patch, pad, new { laatsteBetaaldatum = datum }));
        await node.Vraag(200, HttpMethod.Patch, pad, new { betalingsindicatie = "", laatsteBetaaldatum = datum });
    }

    [EngineTheory, Trait("zgw", "zrc-015")]
    public async Task Products_are_those_of_the_zaaktype(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var catalogus = Zaaknode.Url((await node.Node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);
        var zaaktype = Zaaknode.Url(await node.Node.Maak(Diensten.Catalogi, "/zaaktypen", Catalogusnode.Met(Zaaknode.Type(catalogus, "P"), new { productenOfDiensten = new[] { "https://pdc.example/1", "https://pdc.example/2" } })));
        await node.Node.Maak(Diensten.Catalogi, "/statustypen", new { zaaktype, omschrijving = "x", volgnummer = 1 });
        await node.Node.Maak(Diensten.Catalogi, "/roltypen", new { zaaktype, omschrijving = "x", omschrijvingGeneriek = "initiator" });
        await node.Node.Vraag(200, HttpMethod.Post, Diensten.Catalogi, $"/zaaktypen/{Zaaknode.Id(zaaktype)}/publish", new { });
        object Met(params string[] producten) => new { zaaktype, productenOfDiensten = producten };

        var zaak = await node.Zaak(Met("https://pdc.example/2"));
        Assert.Equal(["productenOfDiensten invalid-products-services"], await node.Fouten(HttpMethod.Post, "/zaken", Catalogusnode.Met(node.Node.Zaak(), Met("https://pdc.example/2", "https://pdc.example/3"))));
        Assert.Equal(["productenOfDiensten invalid-products-services"], await node.Fouten(HttpMethod.Put, Zakennode.Pad(zaak), Catalogusnode.Met(node.Node.Zaak(), Met("https://pdc.example/3"))));
        Assert.Equal(["productenOfDiensten invalid-products-services"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(zaak), Met("https://pdc.example/3")));
        // Another zaaktype does not have what the zaak has.
        Assert.Equal(["productenOfDiensten invalid-products-services"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(zaak), new { zaaktype = node.Node.Zaaktype }));
        await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(zaak), Met("https://pdc.example/1", "https://pdc.example/2"));
    }

    [EngineTheory, Trait("zgw", "zrc-002")]
    public async Task Of_two_who_take_the_same_identificatie_at_once_one_gets_it(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var codes = new System.Collections.Concurrent.ConcurrentBag<int>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (i, _) =>
            codes.Add(await node.Poging(HttpMethod.Post, "/zaken", node.Node.Zaak($"SAMEN-{i % 3}"))));

        Assert.Equal([201, 201, 201, 400, 400, 400, 400, 400, 400, 400, 400, 400], codes.Order());
        Assert.Equal(["identificatie identificatie-niet-uniek"], await node.Fouten(HttpMethod.Post, "/zaken", node.Node.Zaak("SAMEN-0")));
        Assert.Equal(3, (await node.Vraag(200, HttpMethod.Get, "/zaken")).GetProperty("count").GetInt32());
    }

    [EngineTheory, Trait("zgw", "zrc-023")]
    public async Task A_zaak_is_destroyed_with_its_deelzaken_and_all_that_belongs_to_them(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var hoofdzaak = await node.Zaak();
        var (deelzaak, alleen) = (await node.Zaak(new { hoofdzaak }), await node.Zaak(new { hoofdzaak }));
        var sporen = new List<string> { hoofdzaak, hoofdzaak + "/audittrail", deelzaak, deelzaak + "/audittrail" };
        foreach (var zaak in new[] { hoofdzaak, deelzaak })
        {
            foreach (var (pad, inhoud) in new (string, object)[]
            {
                ("/rollen", RolTests.Rol(zaak, node.Node.Roltype)), ("/statussen", node.Status(zaak, 1, "2026-06-01T10:00:00Z")), ("/resultaten", new { zaak, resultaattype = node.Resultaattype }),
                ("/zaakobjecten", new { zaak, objectType = "pand", objectIdentificatie = new { identificatie = "1" } }), ("/klantcontacten", new { zaak, datumtijd = "2026-06-01T10:00:00Z" }),
                (Zakennode.Pad(zaak) + "/zaakeigenschappen", new { eigenschap = node.Eigenschap, waarde = "20260101" }), ("/zaaknotities", new { gerelateerdAan = zaak, onderwerp = "o", tekst = "t" }),
            })
                sporen.Add(Zaaknode.Url(await node.Maak(pad, inhoud)));
        }

        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(alleen));
        Assert.Equal([deelzaak], Deelzaken(await node.Lees(hoofdzaak)));
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(hoofdzaak));

        foreach (var url in sporen) await node.Vraag(404, HttpMethod.Get, Zakennode.Pad(url));
        foreach (var lijst in new[] { "/zaken", "/rollen", "/statussen", "/resultaten", "/zaakobjecten", "/klantcontacten", "/zaaknotities" })
            Assert.Equal((lijst, 0), (lijst, (await node.Vraag(200, HttpMethod.Get, lijst)).GetProperty("count").GetInt32()));
        Assert.Empty(await (await node.Node.Node.Store()).Read(session => session.All("SELECT regel FROM zaakgericht_audittrail WHERE hoofdobject LIKE '%/zaken/%'", row => row.Text(0))));
    }

    private static string[] Deelzaken(JsonElement zaak) => Catalogusnode.Teksten(zaak, "deelzaken");
}
