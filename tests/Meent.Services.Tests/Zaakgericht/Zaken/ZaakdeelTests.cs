using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>The sub-resources of a zaak, each with its verbs, filters and rules.</summary>
public sealed class ZaakdeelTests
{
    private static readonly string[] Onveranderlijk = ["zaak wijzigen-niet-toegelaten"];

    [EngineTheory, Trait("zgw", "zrc-020")]
    public async Task A_zaak_has_one_resultaat_of_its_zaaktype(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        var vreemd = await node.Node.MaakZaaktype(await Catalogus(node), "B");
        var vreemdType = await node.MaakResultaattype(zaaktype: vreemd.Zaaktype);

        Assert.Equal(["nonFieldErrors zaaktype-mismatch"], await node.Fouten(HttpMethod.Post, "/resultaten", new { zaak, resultaattype = vreemdType }));
        Assert.Equal(["resultaattype bad-url"], await node.Fouten(HttpMethod.Post, "/resultaten", new { zaak, resultaattype = node.Resultaattype[..^4] + "0000" }));
        Assert.Equal(["resultaattype invalid-resource"], await node.Fouten(HttpMethod.Post, "/resultaten", new { zaak, resultaattype = zaak }));
        var resultaat = await node.Maak("/resultaten", new { zaak, resultaattype = node.Resultaattype, toelichting = "Goed" });
        var url = Zaaknode.Url(resultaat);
        Assert.Equal(url, (await node.Lees(zaak)).GetProperty("resultaat").GetString());
        Assert.Equal(["zaak unique"], await node.Fouten(HttpMethod.Post, "/resultaten", new { zaak, resultaattype = node.Resultaattype }));

        Assert.Equal("Beter", (await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(url), new { toelichting = "Beter" })).GetProperty("toelichting").GetString());
        Assert.Equal("Best", (await node.Vraag(200, HttpMethod.Put, Zakennode.Pad(url), new { zaak, resultaattype = node.Resultaattype, toelichting = "Best" })).GetProperty("toelichting").GetString());
        Assert.Equal(Onveranderlijk, await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { zaak = andere }));
        Assert.Equal(["resultaattype wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { resultaattype = await node.MaakResultaattype() }));
        Assert.Equal(1, await Aantal(node, $"/resultaten?zaak={Uri.EscapeDataString(zaak)}&resultaattype={Uri.EscapeDataString(node.Resultaattype)}"));
        Assert.Equal(0, await Aantal(node, $"/resultaten?zaak={Uri.EscapeDataString(andere)}"));

        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(url));
        Assert.Equal(JsonValueKind.Null, (await node.Lees(zaak)).GetProperty("resultaat").ValueKind);
        await node.Maak("/resultaten", new { zaak, resultaattype = node.Resultaattype });
    }

    [EngineTheory, Trait("zgw", "zrc-018")]
    public async Task A_zaakeigenschap_lives_under_its_zaak_and_warns_of_a_value_that_is_not_as_specified(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        var pad = Zakennode.Pad(zaak) + "/zaakeigenschappen";

        var eigenschap = await node.Maak(pad, new { zaak, eigenschap = node.Eigenschap, waarde = "20260701" });
        var url = Zaaknode.Url(eigenschap);
        Assert.Equal("einde", eigenschap.GetProperty("naam").GetString());
        Assert.StartsWith(zaak + "/zaakeigenschappen/", url, StringComparison.Ordinal);
        Assert.Equal(url, (await node.Lees(zaak)).GetProperty("eigenschappen")[0].GetString());
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, pad)).GetArrayLength());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Zakennode.Pad(andere) + "/zaakeigenschappen")).GetArrayLength());
        await node.Vraag(404, HttpMethod.Get, Zakennode.Pad(andere) + "/zaakeigenschappen/" + Zaaknode.Id(url));

        using (var gewaarschuwd = await node.Node.Node.Stuur(HttpMethod.Put, Diensten.Zaken, Zakennode.Pad(url), new { zaak, eigenschap = node.Eigenschap, waarde = "morgen" }, Herkomst.Buiten))
        {
            Assert.Equal(200, (int)gewaarschuwd.StatusCode);
            Assert.Contains("specificatie", Assert.Single(gewaarschuwd.Headers.GetValues("X-Warning")), StringComparison.Ordinal);
        }

        using (var goed = await node.Node.Node.Stuur(HttpMethod.Patch, Diensten.Zaken, Zakennode.Pad(url), new { waarde = "2026-07-01" }, Herkomst.Buiten))
            Assert.False(goed.Headers.Contains("X-Warning"));
        Assert.Equal(Onveranderlijk, await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { zaak = andere }));
        Assert.Equal(["eigenschap wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { eigenschap = await node.MaakEigenschap("x", "tekst", "8") }));

        var vreemd = await node.Node.MaakZaaktype(await Catalogus(node), "B");
        var inVreemde = await node.Zaak(new { zaaktype = vreemd.Zaaktype });
        Assert.Equal(["nonFieldErrors zaaktype-mismatch"], await node.Fouten(HttpMethod.Post, Zakennode.Pad(inVreemde) + "/zaakeigenschappen", new { zaak = inVreemde, eigenschap = node.Eigenschap, waarde = "x" }));
        Assert.Equal(["zaak invalid"], await node.Fouten(HttpMethod.Post, pad, new { zaak = andere, eigenschap = node.Eigenschap, waarde = "x" }));

        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(url));
        Assert.Empty((await node.Lees(zaak)).GetProperty("eigenschappen").EnumerateArray());
    }

    [EngineTheory]
    public async Task A_zaakobject_is_named_by_its_url_or_identified_in_the_shape_of_its_type(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        object Pand(object? identificatie, string objectType = "pand", string overige = "") => new { zaak, objectType, objectTypeOverige = overige, objectIdentificatie = identificatie };

        var pand = await node.Maak("/zaakobjecten", Pand(new { identificatie = "0001" }));
        var url = Zaaknode.Url(pand);
        Assert.Equal("0001", pand.GetProperty("objectIdentificatie").GetProperty("identificatie").GetString());
        Assert.Equal(url, (await node.Lees(zaak)).GetProperty("zaakobjecten")[0].GetString());
        Assert.Equal("", (await node.Maak("/zaakobjecten", Pand(new { inpBsn = "999970008" }, "natuurlijk_persoon"))).GetProperty("objectIdentificatie").GetProperty("geslachtsnaam").GetString());
        var overig = await node.Maak("/zaakobjecten", Pand(new { overigeData = new { kleur = "rood" } }, "overige", "auto"));
        Assert.Equal("rood", overig.GetProperty("objectIdentificatie").GetProperty("overigeData").GetProperty("kleur").GetString());

        Assert.Equal(["objectIdentificatie.identificatie required"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(new { })));
        Assert.Equal(["nonFieldErrors invalid-zaakobject"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(null)));
        Assert.Equal(["objectType invalid_choice"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(new { }, "luchtschip")));
        Assert.Equal(["objectTypeOverige missing-object-type-overige"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(new { overigeData = new { } }, "overige")));
        Assert.Equal(["objectTypeOverige invalid-object-type-overige-usage"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(new { identificatie = "1" }, "pand", "auto")));
        Assert.Equal(["objectIdentificatie.huisnummer max_value"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", Pand(
            new { identificatie = "1", wplWoonplaatsNaam = "W", gorOpenbareRuimteNaam = "G", huisnummer = 100_000 }, "adres")));
        Assert.Equal(["object bad-url"], await node.Fouten(HttpMethod.Post, "/zaakobjecten", new { zaak, objectType = "pand", @object = "http://elders.example/1" }));

        Assert.Equal("Om", (await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(url), new { relatieomschrijving = "Om" })).GetProperty("relatieomschrijving").GetString());
        Assert.Equal(["objectType wijzigen-niet-toegelaten"], await node.Fouten(HttpMethod.Put, Zakennode.Pad(url), Pand(new { inpBsn = "" }, "natuurlijk_persoon")));
        Assert.Equal(Onveranderlijk, await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { zaak = andere }));
        Assert.Equal(1, await Aantal(node, "/zaakobjecten?objectType=pand"));
        Assert.Equal(3, await Aantal(node, $"/zaakobjecten?zaak={Uri.EscapeDataString(zaak)}"));
        Assert.Equal(0, await Aantal(node, "/zaakobjecten?object=http%3A%2F%2Felders.example%2F1"));
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(url));
        Assert.Equal(2, (await node.Lees(zaak)).GetProperty("zaakobjecten").GetArrayLength());
    }

    [EngineTheory]
    public async Task A_status_shows_who_set_it_and_the_rol_shows_the_status(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        var rol = Zaaknode.Url(await node.Maak("/rollen", RolTests.Rol(zaak, node.Node.Roltype)));
        var vreemde = Zaaknode.Url(await node.Maak("/rollen", RolTests.Rol(andere, node.Node.Roltype)));

        Assert.Equal(["gezetdoor zaak-mismatch"], await node.Fouten(HttpMethod.Post, "/statussen",
            new { zaak, statustype = node.Node.Statustypen[0], datumStatusGezet = "2026-06-01T10:00:00Z", gezetdoor = vreemde }));
        var status = Zaaknode.Url(await node.Maak("/statussen", new { zaak, statustype = node.Node.Statustypen[0], datumStatusGezet = "2026-06-01T10:00:00Z", gezetdoor = rol }));
        var eerder = Zaaknode.Url(await node.Maak("/statussen", node.Status(zaak, 1, "2026-05-01T10:00:00Z")));

        Assert.Equal(status, (await node.Lees(rol)).GetProperty("statussen")[0].GetString());
        Assert.Empty((await node.Lees(status)).GetProperty("zaakinformatieobjecten").EnumerateArray());
        var laatste = await node.Vraag(200, HttpMethod.Get, $"/statussen?zaak={Uri.EscapeDataString(zaak)}&indicatieLaatstGezetteStatus=true");
        Assert.Equal(status, Zaaknode.Url(laatste.GetProperty("results")[0]));
        Assert.Equal(1, laatste.GetProperty("count").GetInt32());
        var overige = await node.Vraag(200, HttpMethod.Get, $"/statussen?indicatieLaatstGezetteStatus=false&statustype={Uri.EscapeDataString(node.Node.Statustypen[0])}");
        Assert.Equal(eerder, Zaaknode.Url(overige.GetProperty("results")[0]));
    }

    [EngineTheory]
    public async Task Contacts_are_kept_and_numbered(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();

        var contact = await node.Maak("/klantcontacten", new { zaak, datumtijd = "2026-06-01T10:00:00Z", kanaal = "balie" });
        Assert.Equal(14, contact.GetProperty("identificatie").GetString()!.Length);
        Assert.Equal(["identificatie unique"], await node.Fouten(HttpMethod.Post, "/klantcontacten", new { zaak, datumtijd = "2026-06-01T10:00:00Z", identificatie = contact.GetProperty("identificatie").GetString() }));
        Assert.Equal(["datumtijd future_not_allowed"], await node.Fouten(HttpMethod.Post, "/klantcontacten", new { zaak, datumtijd = "2999-06-01T10:00:00Z" }));
        Assert.Equal(1, await Aantal(node, $"/klantcontacten?zaak={Uri.EscapeDataString(zaak)}"));
        Assert.Equal(Zaaknode.Url(contact), Zaaknode.Url(await node.Lees(Zaaknode.Url(contact))));
        await node.Vraag(405, HttpMethod.Delete, Zakennode.Pad(Zaaknode.Url(contact)));
        Assert.Equal(["contactmoment bad-url"], await node.Fouten(HttpMethod.Post, "/zaakcontactmomenten", new { zaak, contactmoment = "http://elders.example/1" }));
        Assert.Equal(["verzoek bad-url"], await node.Fouten(HttpMethod.Post, "/zaakverzoeken", new { zaak, verzoek = "http://elders.example/1" }));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/zaakverzoeken")).GetArrayLength());
    }

    [EngineTheory]
    public async Task A_note_can_be_changed_while_it_is_a_concept(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();

        var notitie = await node.Maak("/zaaknotities", new { gerelateerdAan = zaak, onderwerp = "Énig 100%", tekst = "Bellen_met Jan", aangemaaktDoor = "Piet" });
        var url = Zaaknode.Url(notitie);
        Assert.Equal(("intern", "concept"), (notitie.GetProperty("notitieType").GetString(), notitie.GetProperty("status").GetString()));
        Assert.False(notitie.TryGetProperty("uuid", out _));
        await node.Maak("/zaaknotities", new { gerelateerdAan = zaak, onderwerp = "Ander", tekst = "Niets", notitieType = "extern", status = "definitief" });

        foreach (var (vraag, aantal) in new[]
        {
            ("onderwerp=Ander", 1), ("onderwerp=ander", 0), ("onderwerp__icontains=%C3%A9NIG", 1), ("onderwerp__icontains=0%25", 1), ("onderwerp__icontains=%25", 1), ("tekst__icontains=n_m", 1), ("tekst__icontains=_", 1),
            ("tekst=Niets", 1), ("aangemaaktDoor=Piet", 1), ("aangemaaktDoor__icontains=IE", 1), ("notitieType=extern", 1), ("status=concept", 1), ($"gerelateerdAan={Uri.EscapeDataString(zaak)}", 2),
            ("aanmaakdatum__gte=2020-01-01T00:00:00Z", 2), ("aanmaakdatum__lt=2020-01-01T00:00:00Z", 0), ("wijzigingsdatum__gt=2999-01-01T00:00:00Z", 0), ("wijzigingsdatum__lte=2999-01-01T00:00:00Z", 2), ("pageSize=1", 2),
        })
            Assert.Equal((vraag, aantal), (vraag, await Aantal(node, "/zaaknotities?" + vraag)));

        Assert.Equal("Nu", (await node.Vraag(200, HttpMethod.Patch, Zakennode.Pad(url), new { onderwerp = "Nu" })).GetProperty("onderwerp").GetString());
        await node.Vraag(200, HttpMethod.Put, Zakennode.Pad(url), new { gerelateerdAan = zaak, onderwerp = "Klaar", tekst = "x", status = "definitief" });
        Assert.Equal(["nonFieldErrors invalid"], await node.Fouten(HttpMethod.Patch, Zakennode.Pad(url), new { onderwerp = "Toch niet" }));
        Assert.Equal(["onderwerp blank", "tekst required"], await node.Fouten(HttpMethod.Post, "/zaaknotities", new { gerelateerdAan = zaak, onderwerp = "" }));
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(url));
    }

    [EngineTheory]
    public async Task Reserved_numbers_are_never_given_to_another_zaak(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);

        var een = await node.Maak("/zaaknummer_reserveren", new { bronorganisatie = "990000011" });
        var meer = await node.Maak("/zaaknummer_reserveren", new { bronorganisatie = "990000011", aantal = 3 });
        var nummers = meer.EnumerateArray().Select(n => n.GetProperty("zaaknummer").GetString()!).Append(een.GetProperty("zaaknummer").GetString()!).ToList();
        Assert.Equal(4, nummers.Distinct().Count());
        var eigen = (await node.Lees(await node.Zaak(new { identificatie = nummers[0] }))).GetProperty("identificatie").GetString();
        Assert.Equal(nummers[0], eigen);
        for (var i = 0; i < 5; i++) Assert.DoesNotContain((await node.Lees(await node.Zaak())).GetProperty("identificatie").GetString(), nummers);

        Assert.Equal(["bronorganisatie required"], await node.Fouten(HttpMethod.Post, "/zaaknummer_reserveren", new { aantal = 1 }));
        Assert.Equal(["aantal min_value"], await node.Fouten(HttpMethod.Post, "/zaaknummer_reserveren", new { bronorganisatie = "990000011", aantal = 0 }));
        Assert.Equal(["bronorganisatie invalid"], await node.Fouten(HttpMethod.Post, "/zaaknummer_reserveren", new { bronorganisatie = "990000012" }));
        node.Geef("zaken.lezen");
        await node.Beperkte(403, HttpMethod.Post, "/zaaknummer_reserveren", new { bronorganisatie = "990000011" });
    }

    private static async Task<int> Aantal(Zakennode node, string pad) => (await node.Vraag(200, HttpMethod.Get, pad)).GetProperty("count").GetInt32();

    private static async Task<string> Catalogus(Zakennode node) =>
        Zaaknode.Url((await node.Node.Vraag(200, HttpMethod.Get, Diensten.Catalogi, "/catalogussen")).GetProperty("results")[0]);
}
