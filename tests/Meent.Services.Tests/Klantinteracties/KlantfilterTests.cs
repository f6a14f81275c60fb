using System.Text.Json;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

/// <summary>The query parameters of the lists, and what can be expanded.</summary>
public sealed class KlantfilterTests
{
    [EngineTheory]
    public async Task Each_filter_finds_what_it_says(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = await node.Maak("/partijen", new
        {
            nummer = "17",
            soortPartij = "persoon",
            indicatieActief = true,
            indicatieGeheimhouding = true,
            bezoekadres = new { adresregel1 = "Rue 1", land = "FR", nummeraanduidingId = "0001200000000001" },
            partijIdentificatoren = new[] { new { partijIdentificator = Klantnode.Bsn(Klantnode.Fenna) } },
        });
        var ander = await node.Partij("organisatie");
        var contact = await node.Klantcontact("Kapvergunning 100% snel", "2026-11-01T10:00:00+01:00");
        await node.Vraag(200, HttpMethod.Patch, $"/klantcontacten/{Klantnode.Uuid(contact)}", new { referentienummer = "99", reactie = "Tot morgen", indicatieContactGelukt = true });
        var later = await node.Klantcontact("Paspoort", "2026-11-02T10:00:00+01:00");
        var betrokkene = await node.Maak("/betrokkenen", new { wasPartij = Klantnode.Naar(partij), hadKlantcontact = Klantnode.Naar(contact), rol = "klant", initiator = true, organisatienaam = "Meent", contactnaam = new { voorletters = "F", achternaam = "Dijkgraaf" } });
        var adres = await node.Maak("/digitaleadressen", new { adres = "Fenna@voorbeeld.nl", soortDigitaalAdres = "email", omschrijving = "Thuis", referentie = "portaal", verificatieDatum = "2026-05-01", verstrektDoorBetrokkene = Klantnode.Naar(betrokkene), verstrektDoorPartij = Klantnode.Naar(partij) });
        await node.Maak("/digitaleadressen", new { adres = "0612345678", soortDigitaalAdres = "telefoonnummer" });
        var onderwerp = await node.Maak("/onderwerpobjecten", new { klantcontact = Klantnode.Naar(contact), wasKlantcontact = Klantnode.Naar(later), onderwerpobjectidentificator = new { objectId = "Z-1", codeObjecttype = "zaak", codeRegister = "open-zaak", codeSoortObjectId = "uuid" } });
        var bijlage = await node.Maak("/bijlagen", new { wasBijlageVanKlantcontact = Klantnode.Naar(contact), bijlageidentificator = new { objectId = "D-1", codeRegister = "open-zaak" } });
        var actor = await node.Maak("/actoren", new { naam = "Balie Oost", soortActor = "organisatorische_eenheid", indicatieActief = false, actoridentificator = new { objectId = "7", codeRegister = "obj", codeObjecttype = "afd", codeSoortObjectId = "idf" } });
        var taak = await node.Maak("/internetaken", new { nummer = "5", gevraagdeHandeling = "Bellen", aanleidinggevendKlantcontact = Klantnode.Naar(contact), toegewezenAanActor = Klantnode.Naar(actor), status = "te_verwerken" });
        var koppel = await node.Maak("/actorklantcontacten", new { actor = Klantnode.Naar(actor), klantcontact = Klantnode.Naar(contact) });
        var categorie = await node.Maak("/categorieen", new { naam = "vip" });
        var relatie = await node.Maak("/categorie-relaties", new { partij = Klantnode.Naar(partij), categorie = Klantnode.Naar(categorie), beginDatum = "2026-01-01", eindDatum = "2026-12-31" });
        var macht = await node.Maak("/vertegenwoordigingen", new { vertegenwoordigendePartij = Klantnode.Naar(partij), vertegenwoordigdePartij = Klantnode.Naar(ander) });
        var rekening = await node.Maak("/rekeningnummers", new { iban = "NL18BANK23481326", bic = "BANKNL2A", partij = Klantnode.Naar(partij) });
        await node.Weiger(HttpMethod.Post, "/vertegenwoordigingen", new { vertegenwoordigendePartij = Klantnode.Naar(partij), vertegenwoordigdePartij = Klantnode.Naar(partij) }, "vertegenwoordigdePartij", "invalid");
        static string Url(JsonElement resource) => Uri.EscapeDataString(resource.GetProperty("url").GetString()!);
        const string bsn = "objectId=" + Klantnode.Fenna;

        foreach (var (lijst, gezocht, wel, niet) in new (string, JsonElement, string[], string[])[]
        {
            ("partijen", partij,
                ["nummer=17", "soortPartij=persoon", "indicatieGeheimhouding=true", "bezoekadresAdresregel1=Rue 1", "bezoekadresLand=FR", "bezoekadresNummeraanduidingId=0001200000000001", "partijIdentificator__" + bsn,
                    "partijIdentificator__codeRegister=brp&partijIdentificator__codeObjecttype=natuurlijk_persoon&partijIdentificator__codeSoortObjectId=bsn", "categorierelatie__categorie__naam=goud,vip"],
                ["nummer=18", "indicatieActief=false", "bezoekadresAdresregel2=Rue 1", "correspondentieadresLand=FR", "categorierelatie__categorie__naam=goud", "partijIdentificator__codeRegister=hr", "subIdentificatorVan__objectId=1",
                    $"vertegenwoordigdePartij__uuid={Klantnode.Uuid(ander)}"]),
            ("partijen", ander, [$"vertegenwoordigdePartij__uuid={Klantnode.Uuid(partij)}", $"vertegenwoordigdePartij__url={Url(partij)}", "soortPartij=organisatie"], ["soortPartij=contactpersoon"]),
            ("klantcontacten", contact,
                ["inhoud=KAPVERGUNNING&onderwerp=100%25 SNEL", "reactie=morgen", "referentienummer=99", "indicatieContactGelukt=true", "plaatsgevondenOp=2026-11-01T09:00:00Z", $"hadBetrokkene__uuid={Klantnode.Uuid(betrokkene)}",
                    $"hadBetrokkene__url={Url(betrokkene)}", "hadBetrokkene__wasPartij=true", $"hadBetrokkene__wasPartij__uuid={Klantnode.Uuid(partij)}", $"hadBetrokkene__wasPartij__url={Url(partij)}",
                    "hadBetrokkene__wasPartij__partijIdentificator__" + bsn, "hadBetrokkene__digitaaladres__adres__icontains=fenna@", "leiddeTotInterneTaken=true", $"onderwerpobject__uuid={Klantnode.Uuid(onderwerp)}",
                    $"onderwerpobject__url={Url(onderwerp)}", "onderwerpobject__onderwerpobjectidentificatorObjectId=Z-1&onderwerpobject__onderwerpobjectidentificatorCodeObjecttype=zaak"],
                ["kanaal=balie", "vertrouwelijk=true", "onderwerp=100_", "nummer=1", "wasOnderwerpobject__onderwerpobjectidentificatorObjectId=Z-2"]),
            ("klantcontacten", later, ["hadBetrokkene__wasPartij=false", "leiddeTotInterneTaken=false", $"wasOnderwerpobject__uuid={Klantnode.Uuid(onderwerp)}", $"wasOnderwerpobject__url={Url(onderwerp)}", "wasOnderwerpobject__onderwerpobjectidentificatorCodeRegister=open-zaak"], []),
            ("betrokkenen", betrokkene,
                ["contactnaamVoorletters=F", "contactnaamAchternaam=Dijkgraaf", "organisatienaam=Meent", "hadKlantcontact__referentienummer=99", $"hadKlantcontact__uuid={Klantnode.Uuid(contact)}", $"hadKlantcontact__url={Url(contact)}",
                    "verstrektedigitaalAdres__adres=Fenna@voorbeeld.nl", $"verstrektedigitaalAdres__uuid={Klantnode.Uuid(adres)}", $"verstrektedigitaalAdres__url={Url(adres)}", "wasPartij__nummer=17",
                    $"wasPartij__uuid={Klantnode.Uuid(partij)}", $"wasPartij__url={Url(partij)}", "wasPartij__partijIdentificator__" + bsn],
                ["contactnaamVoornaam=F", "contactnaamVoorvoegselAchternaam=van", "hadKlantcontact__nummer=1", "wasPartij__partijIdentificator__codeRegister=hr"]),
            ("digitaleadressen", adres,
                ["adres=Fenna@voorbeeld.nl", "adres__icontains=FENNA", "isGeverifieerd=true", "omschrijving=thu", "referentie=portaal", "soortDigitaalAdres=email", "verificatieDatum=2026-05-01", "verificatieDatum__gt=2026-04-30",
                    "verificatieDatum__gte=2026-05-01", "verificatieDatum__lt=2026-05-02", "verificatieDatum__lte=2026-05-01", "verstrektDoorBetrokkene__rol=klant", $"verstrektDoorBetrokkene__uuid={Klantnode.Uuid(betrokkene)}",
                    $"verstrektDoorBetrokkene__url={Url(betrokkene)}", $"verstrektDoorPartij__uuid={Klantnode.Uuid(partij)}", $"verstrektDoorPartij__url={Url(partij)}", "verstrektDoorPartij__soortPartij=persoon", "verstrektDoorPartij__partijIdentificator__" + bsn],
                ["adres=fenna@voorbeeld.nl", "isStandaardAdres=true", "verificatieDatum__gt=2026-05-01"]),
            ("onderwerpobjecten", onderwerp, [$"klantcontact__uuid={Klantnode.Uuid(contact)}", $"klantcontact__url={Url(contact)}", $"wasKlantcontact__uuid={Klantnode.Uuid(later)}", $"wasKlantcontact__url={Url(later)}", "onderwerpobjectidentificatorCodeSoortObjectId=uuid"], [$"klantcontact__uuid={Klantnode.Uuid(later)}"]),
            ("bijlagen", bijlage, [$"klantcontact__uuid={Klantnode.Uuid(contact)}", "bijlageidentificatorObjectId=D-1&bijlageidentificatorCodeRegister=open-zaak"], ["bijlageidentificatorCodeObjecttype=x", "bijlageidentificatorCodeSoortObjectId=x"]),
            ("actoren", actor, ["naam=balie", "soortActor=organisatorische_eenheid", "indicatieActief=false", "actoridentificatorObjectId=7", "actoridentificatorCodeRegister=obj", "actoridentificatorCodeObjecttype=afd", "actoridentificatorCodeSoortObjectId=idf"], ["soortActor=medewerker"]),
            ("internetaken", taak, ["nummer=5", "status=te_verwerken", "actoren__naam=Balie Oost", $"toegewezenAanActor__uuid={Klantnode.Uuid(actor)}", $"toegewezenAanActor__url={Url(actor)}", $"aanleidinggevendKlantcontact__uuid={Klantnode.Uuid(contact)}",
                $"aanleidinggevendKlantcontact__url={Url(contact)}", $"klantcontact__uuid={Klantnode.Uuid(contact)}", "klantcontact__referentienummer=99", $"toegewezenOp={Uri.EscapeDataString(taak.GetProperty("toegewezenOp").GetString()!)}"], ["status=verwerkt", "referentienummer=5", "klantcontact__nummer=1"]),
            ("actorklantcontacten", koppel, [$"actor__uuid={Klantnode.Uuid(actor)}", $"actor__url={Url(actor)}", $"klantcontact__uuid={Klantnode.Uuid(contact)}", $"klantcontact__url={Url(contact)}"], [$"klantcontact__uuid={Klantnode.Uuid(later)}"]),
            ("categorie-relaties", relatie, ["beginDatum=2026-01-01", "eindDatum=2026-12-31", "categorie__naam=vip", $"categorie__uuid={Klantnode.Uuid(categorie)}", $"categorie__url={Url(categorie)}", "partij__nummer=17", $"partij__uuid={Klantnode.Uuid(partij)}", $"partij__url={Url(partij)}"], ["beginDatum=2026-01-02"]),
            ("vertegenwoordigingen", macht, [$"vertegenwoordigendePartij__uuid={Klantnode.Uuid(partij)}", $"vertegenwoordigendePartij__url={Url(partij)}", $"vertegenwoordigdePartij__uuid={Klantnode.Uuid(ander)}", $"vertegenwoordigdePartij__url={Url(ander)}"], [$"vertegenwoordigdePartij__uuid={Klantnode.Uuid(partij)}"]),
            ("rekeningnummers", rekening, ["iban=NL18BANK23481326", "bic=BANKNL2A", $"uuid={Klantnode.Uuid(rekening)}"], ["iban=NL"]),
            ("partij-identificatoren", (await node.Haal(partij, "partijen")).GetProperty("partijIdentificatoren")[0], ["partijIdentificatorObjectId=" + Klantnode.Fenna, "partijIdentificatorCodeRegister=brp", "partijIdentificatorCodeObjecttype=natuurlijk_persoon", "partijIdentificatorCodeSoortObjectId=bsn"], ["anderePartijIdentificator=x"]),
        })
        {
            foreach (var vraag in wel) Assert.Equal((vraag, $"{Klantnode.Uuid(gezocht)}"), (vraag, string.Join(' ', await node.Vind($"/{lijst}?{vraag}"))));
            foreach (var vraag in niet) Assert.Equal((vraag, ""), (vraag, string.Join(' ', await node.Vind($"/{lijst}?{vraag}"))));
        }

        foreach (var fout in new[] { "/partijen?soortPartij=x", "/partijen?indicatieActief=x", "/partijen?naam=x", "/klantcontacten?hadBetrokkene__uuid=x", "/klantcontacten?plaatsgevondenOp=x", "/betrokkenen?wasPartij__url=x", "/digitaleadressen?verificatieDatum=x", "/partijen?expand=x", "/partijen?expand=betrokkenen.wasPartij" })
            await node.Vraag(400, HttpMethod.Get, fout);
        await node.Vraag(404, HttpMethod.Get, "/partijen?page=2");
        Assert.Equal([Klantnode.Uuid(later), Klantnode.Uuid(contact)], await node.Vind("/klantcontacten"));
        Assert.Equal([Klantnode.Uuid(ander), Klantnode.Uuid(partij)], await node.Vind("/partijen"));
    }

    [EngineTheory]
    public async Task What_is_linked_can_be_read_along(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var (partij, contact) = (await node.Partij(bsn: Klantnode.Fenna), await node.Klantcontact());
        var betrokkene = await node.Maak("/betrokkenen", new { wasPartij = Klantnode.Naar(partij), hadKlantcontact = Klantnode.Naar(contact), rol = "klant", initiator = true });
        await node.Maak("/betrokkenen", new { hadKlantcontact = Klantnode.Naar(contact), rol = "vertegenwoordiger", initiator = false });
        var adres = await node.Maak("/digitaleadressen", new { adres = "x@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorBetrokkene = Klantnode.Naar(betrokkene) });
        var los = await node.Maak("/digitaleadressen", new { adres = "y@voorbeeld.nl", soortDigitaalAdres = "email" });

        var uit = await node.Haal(contact, "klantcontacten", "?expand=hadBetrokkenen.wasPartij,hadBetrokkenen.digitaleAdressen,leiddeTotInterneTaken");
        var betrokkenen = uit.GetProperty("_expand").GetProperty("hadBetrokkenen");
        Assert.Equal(Klantnode.Uuid(partij), Klantnode.Uuid(betrokkenen[0].GetProperty("_expand").GetProperty("wasPartij")));
        Assert.Equal("x@voorbeeld.nl", betrokkenen[0].GetProperty("_expand").GetProperty("digitaleAdressen")[0].GetProperty("adres").GetString());
        Assert.Equal(JsonValueKind.Null, betrokkenen[1].GetProperty("_expand").GetProperty("wasPartij").ValueKind);
        Assert.Empty(uit.GetProperty("_expand").GetProperty("leiddeTotInterneTaken").EnumerateArray());
        Assert.Equal("telefoon", (await node.Haal(adres, "digitaleadressen", "?expand=verstrektDoorBetrokkene.hadKlantcontact")).GetProperty("_expand").GetProperty("verstrektDoorBetrokkene").GetProperty("_expand").GetProperty("hadKlantcontact").GetProperty("kanaal").GetString());
        Assert.Equal(JsonValueKind.Null, (await node.Haal(los, "digitaleadressen", "?expand=verstrektDoorBetrokkene")).GetProperty("_expand").GetProperty("verstrektDoorBetrokkene").ValueKind);
        var lijst = await node.Vraag(200, HttpMethod.Get, "/partijen?expand=betrokkenen.hadKlantcontact,digitaleAdressen,categorieRelaties");
        Assert.Equal(1, lijst.GetProperty("results")[0].GetProperty("_expand").GetProperty("betrokkenen").GetArrayLength());
        await node.Vraag(400, HttpMethod.Get, $"/betrokkenen/{Klantnode.Uuid(betrokkene)}?expand=wasPartij");
        Assert.Contains("partijen geraadpleegd", await node.Zgw.Gelogd());
    }
}
