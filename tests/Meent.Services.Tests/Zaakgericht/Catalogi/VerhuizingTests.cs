using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Besluiten;
using Meent.Services.Tests.Zaakgericht.Documenten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>Running zaken go to a newer version of their zaaktype.</summary>
public sealed class VerhuizingTests
{
    [EngineTheory]
    public async Task Zaken_go_with_their_parts_their_trail_and_an_event_each(Engine engine)
    {
        await using var wereld = await Wereld.Maak(engine);
        var (node, zaak) = (wereld.Node, await wereld.Zaak("Ontvangen"));

        var resultaat = await wereld.Verhuis(200, new { van = wereld.Oud, naar = wereld.Nieuw, toelichting = "Nieuwe versie" });

        Assert.Equal("""{"verhuisd":1,"geweigerd":[]}""", resultaat.GetRawText());
        var gelezen = await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(zaak));
        Assert.Equal(wereld.Nieuw, gelezen.GetProperty("zaaktype").GetString());
        var status = await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(gelezen.GetProperty("status").GetString()!));
        Assert.Equal(wereld.NieuweStatus["Ontvangen"], status.GetProperty("statustype").GetString());
        var rol = await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(Teksten(gelezen, "rollen")[0]));
        Assert.Equal(wereld.NieuwRoltype, rol.GetProperty("roltype").GetString());
        var eigenschap = await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"{Pad(zaak)}/zaakeigenschappen");
        Assert.Equal(wereld.NieuweEigenschap, eigenschap[0].GetProperty("eigenschap").GetString());
        var laatste = (await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"{Pad(zaak)}/audittrail")).EnumerateArray().Last();
        Assert.Equal(("partial_update", "Nieuwe versie", wereld.Oud), (laatste.GetProperty("actie").GetString(), laatste.GetProperty("toelichting").GetString(),
            laatste.GetProperty("wijzigingen").GetProperty("oud").GetProperty("zaaktype").GetString()));
        var rijen = await (await node.Zaken.Node.Store()).Read(s => s.All("SELECT s.zaaktype, z.zaaktype FROM zaakgericht_statussen s JOIN zaakgericht_zaken z ON z.id = s.zaak", row => (row.Guid(0), row.Guid(1))));
        Assert.All(rijen, rij => Assert.Equal(rij.Item1, rij.Item2));
        // The old version can go now, and a second time there is nothing to do.
        Assert.Equal(0, (await wereld.Verhuis(200, new { van = wereld.Oud, naar = wereld.Nieuw })).GetProperty("verhuisd").GetInt32());
        await node.Vraag(204, HttpMethod.Delete, Pad(wereld.Oud));
    }

    [EngineTheory]
    public async Task What_has_no_counterpart_keeps_all_of_them_until_one_is_named(Engine engine)
    {
        await using var wereld = await Wereld.Maak(engine);
        var (eerst, zaak) = (await wereld.Zaak("Ontvangen"), await wereld.Zaak("Vervallen"));

        Assert.Equal(["tegenhangers.statustype no-counterpart"], Fouten(await wereld.Verhuis(400, new { van = wereld.Oud, naar = wereld.Nieuw })));
        Assert.Equal(wereld.Oud, (await wereld.Node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(eerst))).GetProperty("zaaktype").GetString());
        // One that does not need it can go by itself.
        Assert.Equal(1, (await wereld.Verhuis(200, new { van = wereld.Oud, naar = wereld.Nieuw, zaken = new[] { eerst } })).GetProperty("verhuisd").GetInt32());
        var tegenhangers = new[] { new { van = wereld.OudeStatus["Vervallen"], naar = wereld.NieuweStatus["In behandeling"] } };
        Assert.Equal(1, (await wereld.Verhuis(200, new { van = wereld.Oud, naar = wereld.Nieuw, tegenhangers })).GetProperty("verhuisd").GetInt32());
        var gelezen = await wereld.Node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(zaak));
        var status = await wereld.Node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(gelezen.GetProperty("status").GetString()!));
        Assert.Equal(wereld.NieuweStatus["In behandeling"], status.GetProperty("statustype").GetString());
    }

    [EngineTheory, Trait("zgw", "brc-007"), Trait("zgw", "zrc-017")]
    public async Task A_zaak_with_a_besluit_or_document_that_the_new_version_does_not_allow_stays_and_says_why(Engine engine)
    {
        await using var wereld = await Wereld.Maak(engine);
        var (node, documenten) = (wereld.Node, new Documentnode { Catalogi = wereld.Node, Type = await wereld.Node.Publiceer(await wereld.Node.Informatieobjecttype("Brief")) });
        var foto = await node.Publiceer(await node.Informatieobjecttype("Foto"));
        var (vergunning, last) = (await node.Publiceer(await node.Besluittype("Vergunning")), await node.Publiceer(await node.Besluittype("Last")));
        var (met, kan, besluit, document) = (await wereld.Zaak("Ontvangen"), await wereld.Zaak("Ontvangen"), await wereld.Zaak("Ontvangen"), await wereld.Zaak("Ontvangen"));
        await Erbij(met, vergunning, documenten.Type);
        await Erbij(besluit, last, documenten.Type);
        await Erbij(document, vergunning, foto);

        var resultaat = await wereld.Verhuis(200, new { van = wereld.Oud, naar = wereld.Nieuw });

        Assert.Equal(2, resultaat.GetProperty("verhuisd").GetInt32());
        Assert.Equal(
            [
                (besluit, "De zaak heeft besluiten van een type dat het nieuwe zaaktype niet kent: Last."),
                (document, "De zaak heeft documenten van een type dat het nieuwe zaaktype niet kent: Foto."),
            ],
            resultaat.GetProperty("geweigerd").EnumerateArray().Select(een => (een.GetProperty("zaak").GetString()!, een.GetProperty("reden").GetString()!)));
        foreach (var (zaak, type) in new[] { (met, wereld.Nieuw), (kan, wereld.Nieuw), (besluit, wereld.Oud), (document, wereld.Oud) })
        {
            var gelezen = await node.Zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(zaak) + "?expand=status.statustype");
            Assert.Equal(type, gelezen.GetProperty("zaaktype").GetString());
            // Nothing went halfway.
            Assert.Equal(type, gelezen.GetProperty("_expand").GetProperty("status").GetProperty("_expand").GetProperty("statustype").GetProperty("zaaktype").GetString());
        }

        async Task Erbij(string zaak, string besluittype, string informatieobjecttype)
        {
            await node.Zaken.Maak(Diensten.Besluiten, "/besluiten", BesluitTests.Besluit(besluittype, new { zaak }));
            await node.Zaken.Maak(Diensten.Zaken, "/zaakinformatieobjecten", new { zaak, informatieobject = Zaaknode.Url(await documenten.Maak(new { informatieobjecttype })) });
        }
    }

    [EngineTheory, Trait("zgw", "zrc-016"), Trait("zgw", "zrc-018"), Trait("zgw", "zrc-019"), Trait("zgw", "zrc-020"), Trait("zgw", "brc-007"), Trait("zgw", "zrc-017")]
    public async Task A_zaak_gets_another_zaaktype_by_put_or_patch_when_nothing_it_has_is_of_the_old_one(Engine engine)
    {
        await using var wereld = await Wereld.Maak(engine);
        var (node, zaken) = (wereld.Node, wereld.Node.Zaken);
        var documenten = new Documentnode { Catalogi = node, Type = await node.Publiceer(await node.Informatieobjecttype("Brief")) };
        var (foto, vergunning, last) = (await node.Publiceer(await node.Informatieobjecttype("Foto")), await node.Publiceer(await node.Besluittype("Vergunning")), await node.Publiceer(await node.Besluittype("Last")));

        await Blijft(await wereld.Zaak("Ontvangen"), "zaaktype-mismatch");
        await Blijft(await Met(zaak => zaken.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, wereld.Roltype))), "zaaktype-mismatch");
        await Blijft(await Met(zaak => zaken.Maak(Diensten.Zaken, $"{Pad(zaak)}/zaakeigenschappen", new { zaak, eigenschap = wereld.Eigenschap, waarde = "AB-12-CD" })), "zaaktype-mismatch");
        await Blijft(await Met(zaak => zaken.Maak(Diensten.Besluiten, "/besluiten", BesluitTests.Besluit(last, new { zaak }))), "zaaktype-mismatch");
        await Blijft(await Met(zaak => Document(zaak, foto)), "missing-zaaktype-informatieobjecttype-relation");

        var kan = await Met(zaak => zaken.Maak(Diensten.Besluiten, "/besluiten", BesluitTests.Besluit(vergunning, new { zaak })));
        await Document(kan, documenten.Type);
        Assert.Equal(wereld.Nieuw, (await zaken.Vraag(200, HttpMethod.Patch, Diensten.Zaken, Pad(kan), new { zaaktype = wereld.Nieuw })).GetProperty("zaaktype").GetString());
        // What is left as it was is not looked at again.
        await zaken.Vraag(200, HttpMethod.Patch, Diensten.Zaken, Pad(await wereld.Zaak("Ontvangen")), new { zaaktype = wereld.Oud });

        async Task<string> Met(Func<string, Task> erbij)
        {
            var zaak = Zaaknode.Url(await zaken.Maak(Diensten.Zaken, "/zaken", zaken.Zaak(zaaktype: wereld.Oud)));
            await erbij(zaak);
            return zaak;
        }

        async Task Document(string zaak, string informatieobjecttype) =>
            await zaken.Maak(Diensten.Zaken, "/zaakinformatieobjecten", new { zaak, informatieobject = Zaaknode.Url(await documenten.Maak(new { informatieobjecttype })) });

        async Task Blijft(string zaak, string code)
        {
            Assert.Equal([$"nonFieldErrors {code}"], Fouten(await zaken.Vraag(400, HttpMethod.Patch, Diensten.Zaken, Pad(zaak), new { zaaktype = wereld.Nieuw })));
            Assert.Equal([$"nonFieldErrors {code}"], Fouten(await zaken.Vraag(400, HttpMethod.Put, Diensten.Zaken, Pad(zaak), zaken.Zaak(zaaktype: wereld.Nieuw))));
            Assert.Equal(wereld.Oud, (await zaken.Vraag(200, HttpMethod.Get, Diensten.Zaken, Pad(zaak))).GetProperty("zaaktype").GetString());
        }
    }

    [EngineTheory]
    public async Task Only_to_a_published_version_of_the_same_zaaktype_and_only_by_who_may_change_zaken(Engine engine)
    {
        await using var wereld = await Wereld.Maak(engine);
        var zaak = await wereld.Zaak("Ontvangen");
        var concept = await wereld.Node.Zaaktype("A", new { beginGeldigheid = "2030-01-01" });
        var ander = await wereld.Node.Publiceer(await wereld.Node.Zaaktype("B"));

        Assert.Equal(["naar not-published"], Fouten(await wereld.Verhuis(400, new { van = wereld.Oud, naar = concept })));
        Assert.Equal(["naar zaaktype-mismatch"], Fouten(await wereld.Verhuis(400, new { van = wereld.Oud, naar = ander })));
        Assert.Equal(["van bad-url"], Fouten(await wereld.Verhuis(400, new { van = "https://elders.example/1", naar = wereld.Nieuw })));
        Assert.Equal(["zaken.0 zaaktype-mismatch"], Fouten(await wereld.Verhuis(400, new { van = wereld.Nieuw, naar = wereld.Oud, zaken = new[] { zaak } })));
        Assert.Equal(["tegenhangers.0.naar relations-incorrect-zaaktype"],
            Fouten(await wereld.Verhuis(400, new { van = wereld.Oud, naar = wereld.Nieuw, tegenhangers = new[] { new { van = wereld.OudeStatus["Ontvangen"], naar = wereld.NieuwRoltype } } })));
        await wereld.Node.Zaken.Node.Vraag(403, HttpMethod.Post, Diensten.Catalogusbeheer, "/zaakverhuizingen", new { van = wereld.Oud, naar = wereld.Nieuw }, Herkomst.Buiten, headers: Proefnode.Als("zakenlezer"));
    }

    /// <summary>Two published versions of a zaaktype; the newer one has a statustype, a besluittype and an informatieobjecttype less.</summary>
    private sealed class Wereld : IAsyncDisposable
    {
        public required Catalogusnode Node { get; init; }
        public required string Oud { get; init; }
        public required string Nieuw { get; init; }
        public Dictionary<string, string> OudeStatus { get; } = [];
        public Dictionary<string, string> NieuweStatus { get; } = [];
        public string NieuwRoltype { get; private set; } = "";
        public string NieuweEigenschap { get; private set; } = "";
        public string Roltype { get; private set; } = "";
        public string Eigenschap { get; private set; } = "";

        public static async Task<Wereld> Maak(Engine engine)
        {
            var node = await Catalogusnode.Start(engine);
            var wereld = new Wereld
            {
                Node = node,
                Oud = await node.Zaaktype("A", new { eindeGeldigheid = "2025-12-31", besluittypen = new[] { "Vergunning", "Last" } }),
                Nieuw = await node.Zaaktype("A", new { beginGeldigheid = "2026-01-01", besluittypen = new[] { "Vergunning" } }),
            };
            (wereld.Roltype, wereld.Eigenschap) = await Delen(node, wereld.Oud, ["Ontvangen", "Vervallen", "Klaar"], wereld.OudeStatus);
            (wereld.NieuwRoltype, wereld.NieuweEigenschap) = await Delen(node, wereld.Nieuw, ["Ontvangen", "In behandeling", "Klaar"], wereld.NieuweStatus);
            await node.ZaaktypeInformatieobjecttype(wereld.Oud, "Brief");
            await node.ZaaktypeInformatieobjecttype(wereld.Oud, "Foto", 2);
            await node.ZaaktypeInformatieobjecttype(wereld.Nieuw, "Brief");
            await node.Publiceer(wereld.Oud);
            await node.Publiceer(wereld.Nieuw);
            return wereld;
        }

        public async Task<string> Zaak(string status)
        {
            var zaak = Zaaknode.Url(await Node.Zaken.Maak(Diensten.Zaken, "/zaken", Node.Zaken.Zaak(zaaktype: Oud)));
            await Node.Zaken.Maak(Diensten.Zaken, "/statussen", new { zaak, statustype = OudeStatus[status], datumStatusGezet = "2026-06-02T10:00:00Z" });
            await Node.Zaken.Maak(Diensten.Zaken, "/rollen", RolTests.Rol(zaak, Roltype));
            await Node.Zaken.Maak(Diensten.Zaken, $"{Pad(zaak)}/zaakeigenschappen", new { zaak, eigenschap = Eigenschap, waarde = "AB-12-CD" });
            return zaak;
        }

        public Task<JsonElement> Verhuis(int status, object opdracht) =>
            Node.Zaken.Node.Vraag(status, HttpMethod.Post, Diensten.Catalogusbeheer, "/zaakverhuizingen", opdracht, Herkomst.Buiten);

        public ValueTask DisposeAsync() => Node.DisposeAsync();

        private static async Task<(string Roltype, string Eigenschap)> Delen(Catalogusnode node, string zaaktype, string[] statussen, Dictionary<string, string> perNaam)
        {
            for (var i = 0; i < statussen.Length; i++) perNaam[statussen[i]] = await node.Statustype(zaaktype, i + 1, new { omschrijving = statussen[i] });
            return (await node.Roltype(zaaktype), await node.Eigenschap(zaaktype));
        }
    }
}
