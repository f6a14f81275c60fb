using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>A zaak with one of everything, each made, read, changed and removed through every operation of the Zaken API.</summary>
internal sealed class ZakenScenario(Verkenner zrc, CatalogiScenario typen)
{
    /// <param name="elders">Where contactmomenten and verzoeken are.</param>
    public async Task Voer(string document, string besluit, string elders)
    {
        var zaak = Url(await zrc.Maak("/zaken", Zaak("P-1")));
        var pad = zaak[zrc.Basis.Length..];
        await zrc.Maak("/zaaknummer_reserveren", new { bronorganisatie = "990000011", aantal = 2 });
        await zrc.Stuur(HttpMethod.Post, "/zaken/_zoek", new { identificatie = "P-1", expand = "zaaktype" }, 200);
        await zrc.Stuur(HttpMethod.Put, zaak, Zaak("P-1"), 200);
        await zrc.Stuur(HttpMethod.Patch, zaak, new { omschrijving = "Anders" }, 200);

        var status = Url(await zrc.Maak("/statussen", new { zaak, statustype = typen.Statustypen[0], datumStatusGezet = "2026-06-02T10:00:00Z", statustoelichting = "Begonnen" }));
        var persoon = Url(await zrc.Maak("/rollen", Rol("natuurlijk_persoon", new { inpBsn = "999970008", geslachtsnaam = "Proef" })));
        foreach (var (soort, identificatie) in new (string, object)[]
        {
            ("niet_natuurlijk_persoon", new { innNnpId = "990000011" }), ("vestiging", new { vestigingsNummer = "000012345678" }),
            ("organisatorische_eenheid", new { identificatie = "BZ", naam = "Burgerzaken", isGehuisvestIn = "Stadhuis" }), ("medewerker", new { identificatie = "m1", achternaam = "Proef" }),
        })
            await zrc.Maak("/rollen", Rol(soort, identificatie));
        var resultaat = await Een("/resultaten", new { zaak, resultaattype = typen.Resultaattype, toelichting = "Goed" }, new { toelichting = "Beter" });
        var zaakobject = await Een("/zaakobjecten", Zaakobject(), new { relatieomschrijving = "Anders" });
        var zio = await Een("/zaakinformatieobjecten", new { zaak, informatieobject = document, titel = "Brief", beschrijving = "Een brief" }, new { titel = "Andere brief" });
        var eigenschap = await Een($"{pad}/zaakeigenschappen", new { zaak, eigenschap = typen.Eigenschap, waarde = "rood" }, new { waarde = "blauw" });
        var notitie = await Een("/zaaknotities", new { onderwerp = "Let op", tekst = "Een notitie", gerelateerdAan = zaak, status = "concept", notitieType = "intern" }, new { tekst = "Anders" });
        var moment = Url(await zrc.Maak("/zaakcontactmomenten", new { zaak, contactmoment = $"{elders}/contactmomenten/1" }));
        var verzoek = Url(await zrc.Maak("/zaakverzoeken", new { zaak, verzoek = $"{elders}/verzoeken/1" }));
        var contact = Url(await zrc.Maak("/klantcontacten", new { zaak, datumtijd = "2026-06-02T10:00:00Z", kanaal = "Balie" }));
        var zaakbesluit = Url(await zrc.Maak($"{pad}/besluiten", new { besluit }));

        foreach (var een in new[] { zaak, status, persoon, resultaat, zaakobject, zio, eigenschap })
        {
            await zrc.Haal(een);
            await zrc.Stuur(HttpMethod.Head, een, null, 200);
        }

        foreach (var een in new[] { notitie, moment, verzoek, contact, zaakbesluit }) await zrc.Haal(een);
        foreach (var lijst in new[]
        {
            "/zaken?expand=rollen,status,zaaktype,zaakobjecten,eigenschappen,zaakinformatieobjecten", "/statussen", "/rollen", "/resultaten", "/zaakobjecten", "/zaakinformatieobjecten", "/zaaknotities",
            "/zaakcontactmomenten", "/zaakverzoeken", "/klantcontacten", $"{pad}/zaakeigenschappen", $"{pad}/besluiten", $"{pad}/audittrail",
        })
            await zrc.Haal(lijst);
        var regel = (await zrc.Haal($"{pad}/audittrail"))[0].GetProperty("uuid").GetString();
        await zrc.Haal($"{pad}/audittrail/{regel}");

        foreach (var weg in new[] { persoon, resultaat, zaakobject, zio, eigenschap, notitie, moment, verzoek, zaakbesluit, zaak }) await zrc.Stuur(HttpMethod.Delete, weg, null, 204);

        object Rol(string betrokkeneType, object betrokkeneIdentificatie) => new { zaak, roltype = typen.Roltype, betrokkeneType, roltoelichting = "Proef", betrokkeneIdentificatie };
        object Zaakobject() => new { zaak, objectType = "pand", zaakobjecttype = typen.Zaakobjecttype, relatieomschrijving = "Betreft", objectIdentificatie = new { identificatie = "0000100000000001" } };
    }

    /// <summary>Made, replaced and changed.</summary>
    private async Task<string> Een(string pad, object geheel, object deel)
    {
        var url = Url(await zrc.Maak(pad, geheel));
        await zrc.Stuur(HttpMethod.Put, url, geheel, 200);
        await zrc.Stuur(HttpMethod.Patch, url, deel, 200);
        return url;
    }

    private object Zaak(string identificatie) => new
    {
        identificatie,
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype = typen.Zaaktype,
        startdatum = "2026-06-01",
        omschrijving = "Proef",
        zaakgeometrie = new { type = "Point", coordinates = new[] { 5.1, 52.1 } },
        kenmerken = new[] { new { kenmerk = "K1", bron = "Elders" } },
    };

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;
}
