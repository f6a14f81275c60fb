using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>Customers and the contacts with them, through every operation of Klantinteracties and Contactgegevens.</summary>
internal sealed class KlantinteractiesScenario(Verkenner api)
{
    public async Task Voer()
    {
        var organisatie = await Maak("/partijen", new { soortPartij = "organisatie", indicatieActief = true, partijIdentificatie = new { naam = "De Meent" } });
        var kvk = await Maak("/partij-identificatoren", Nummer("niet_natuurlijk_persoon", "kvk_nummer", "12345678", organisatie));
        var adres = await Maak("/digitaleadressen", new { adres = "fenna@voorbeeld.nl", soortDigitaalAdres = "email", verificatieDatum = "2026-01-01" });
        var rekening = await Maak("/rekeningnummers", new { iban = "NL18BANK23481326", bic = "BANKNL2A" });
        var persoon = Partij("persoon", new { contactnaam = new { voornaam = "Fenna", achternaam = "Dijkgraaf" } }, adres, rekening);
        var partij = await Maak("/partijen", persoon);
        await Maak("/partijen", Partij("contactpersoon", new { werkteVoorPartij = Naar(organisatie), contactnaam = new { achternaam = "Osman" } }));
        var afdeling = await Maak("/actoren", new { naam = "Burgerzaken", soortActor = "organisatorische_eenheid", actorIdentificatie = new { omschrijving = "Balie" } });
        await Maak("/actoren", new { naam = "Chatbot", soortActor = "geautomatiseerde_actor", actorIdentificatie = new { functie = "Antwoorden" } });
        var medewerker = new { naam = "Kemal", soortActor = "medewerker", actoridentificator = new { objectId = "kemal" }, actorIdentificatie = new { functie = "Behandelaar", telefoonnummer = "0612345678" } };
        var actor = await Maak("/actoren", medewerker);

        object contact = new { kanaal = "telefoon", onderwerp = "Vraag", taal = "nld", vertrouwelijk = false, metadata = new { bron = "KISS" } };
        object betrokkene = new { rol = "klant", initiator = true, wasPartij = Naar(partij), contactnaam = new { achternaam = "Dijkgraaf" } };
        object zaak = new { onderwerpobjectidentificator = new { objectId = "Z-1", codeObjecttype = "zaak" } };
        var gemaakt = await api.Maak("/maak-klantcontact", new { klantcontact = contact, betrokkene, onderwerpobject = zaak });
        var (klantcontact, wie, waarover) = (gemaakt.GetProperty("klantcontact"), gemaakt.GetProperty("betrokkene"), gemaakt.GetProperty("onderwerpobject"));
        var los = await Maak("/klantcontacten", contact);
        object erbij = new { rol = "vertegenwoordiger", initiator = false, hadKlantcontact = Naar(klantcontact), organisatienaam = "De Meent" };
        var nogEen = await Maak("/betrokkenen", erbij);
        await Maak("/digitaleadressen", new { adres = "0612345678", soortDigitaalAdres = "telefoonnummer", verstrektDoorBetrokkene = Naar(wie) });
        var aanwezig = new { actor = Naar(actor), klantcontact = Naar(klantcontact) };
        var taak = new { gevraagdeHandeling = "Terugbellen", aanleidinggevendKlantcontact = Naar(klantcontact), toegewezenAanActoren = new[] { Naar(actor), Naar(afdeling) }, status = "te_verwerken" };
        var bijlage = new { wasBijlageVanKlantcontact = Naar(klantcontact), bijlageidentificator = new { objectId = "D-1" } };
        object onderwerp = new { klantcontact = Naar(klantcontact), wasKlantcontact = Naar(los), onderwerpobjectidentificator = new { objectId = "Z-2" } };
        var categorie = await Maak("/categorieen", new { naam = "Ondernemer" });
        var relatie = new { partij = Naar(partij), categorie = Naar(categorie), eindDatum = "2027-01-01" };
        var macht = new { vertegenwoordigendePartij = Naar(partij), vertegenwoordigdePartij = Naar(organisatie) };
        await Maak("/internetaken", taak);
        await Maak("/bijlagen", bijlage);
        var tweede = await Maak("/onderwerpobjecten", onderwerp);

        await Elk("/actorklantcontacten", await Maak("/actorklantcontacten", aanwezig), aanwezig, new { });
        await Elk("/internetaken", await Maak("/internetaken", taak), taak, new { status = "verwerkt" });
        await Elk("/bijlagen", await Maak("/bijlagen", bijlage), bijlage, new { bijlageidentificator = (object?)null });
        await Elk("/categorie-relaties", await Maak("/categorie-relaties", relatie), relatie, new { categorie = (object?)null });
        await Maak("/categorie-relaties", relatie);
        await Elk("/vertegenwoordigingen", await Maak("/vertegenwoordigingen", macht), macht, new { });
        foreach (var uit in new[] { "/klantcontacten?expand=hadBetrokkenen.wasPartij,hadBetrokkenen.digitaleAdressen,leiddeTotInterneTaken,gingOverOnderwerpobjecten,omvatteBijlagen", "/betrokkenen?expand=digitaleAdressen",
                     "/digitaleadressen?expand=verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken", "/partijen?expand=betrokkenen.hadKlantcontact,categorieRelaties,digitaleAdressen" })
            await api.Haal(uit);
        await Elk("/partij-identificatoren", kvk, Nummer("niet_natuurlijk_persoon", "rsin", "990000011", organisatie), new { anderePartijIdentificator = "x" });
        await Elk("/digitaleadressen", adres, new { adres = "0201234567", soortDigitaalAdres = "telefoonnummer", verstrektDoorPartij = Naar(partij), isStandaardAdres = true }, new { omschrijving = "thuis" });
        await Elk("/rekeningnummers", rekening, new { iban = "NL18BANK23481326" }, new { partij = Naar(partij) });
        await Elk("/betrokkenen", nogEen, erbij, new { rol = "klant" });
        await Elk("/categorieen", categorie, new { naam = "Vaste klant" }, new { naam = "vip" });
        await Elk("/actoren", actor, medewerker, new { indicatieActief = false });
        await Elk("/onderwerpobjecten", waarover, zaak, new { klantcontact = Naar(klantcontact) });
        await api.Stuur(HttpMethod.Delete, Url(tweede) + "?cascade=true", null, 200);
        await Elk("/klantcontacten", await Maak("/klantcontacten", contact), contact, new { indicatieContactGelukt = true });
        await Elk("/partijen", partij, Partij("organisatie", new { naam = "Anders" }), new { indicatieGeheimhouding = true });
        foreach (var (pad, fout) in new (string, object)[] { ("/partijen", new { soortPartij = "x" }), ("/klantcontacten", new { kanaal = "" }), ("/internetaken", new { status = "x" }) }) await api.Stuur(HttpMethod.Post, pad, fout, 400);
    }

    /// <summary>The other API of the bron: as simple as it gets.</summary>
    public async Task VoerContactgegevens()
    {
        var organisatie = new { handelsnaam = "De Meent", oprichtingsdatum = "2020-01-01", adres = new { straatnaam = "Duinweg", huisnummer = 1, postcode = "1234 AB", stad = "Duinwaarde" } };
        await Elk("/organisatie", await Maak("/organisatie", organisatie), organisatie, new { opheffingsdatum = "2026-01-01" });
        var persoon = new { geboortedatum = "1980-01-01", geslachtsnaam = "Dijkgraaf", geslacht = "v", adres = new { adresregel1 = "Rue 1", land = "FR" } };
        await Elk("/persoon", await Maak("/persoon", persoon), persoon, new { geslacht = "" });
        await api.Stuur(HttpMethod.Post, "/persoon", new { geslacht = "x" }, 400);
    }

    private Task<JsonElement> Maak(string pad, object inhoud) => api.Maak(pad, inhoud);

    /// <summary>The other operations of a resource, the last of which removes it.</summary>
    private async Task Elk(string pad, JsonElement resource, object heel, object deel)
    {
        var url = Url(resource);
        await api.Haal(url);
        await api.Haal(pad);
        await api.Stuur(HttpMethod.Put, url, heel, 200);
        await api.Stuur(HttpMethod.Patch, url, deel, 200);
        await api.Stuur(HttpMethod.Delete, url, null, 204);
    }

    private static object Partij(string soortPartij, object partijIdentificatie, JsonElement? adres = null, JsonElement? rekening = null) => new
    {
        soortPartij,
        indicatieActief = true,
        partijIdentificatie,
        digitaleAdressen = adres is { } a ? [Naar(a)] : Array.Empty<object>(),
        voorkeursDigitaalAdres = adres is { } v ? Naar(v) : null,
        rekeningnummers = rekening is { } r ? [Naar(r)] : Array.Empty<object>(),
        bezoekadres = new { straatnaam = "Duinweg", huisnummer = 1, postcode = "1234 AB", stad = "Duinwaarde" },
    };

    private static object Nummer(string codeObjecttype, string codeSoortObjectId, string objectId, JsonElement partij) => new
    {
        identificeerdePartij = Naar(partij),
        partijIdentificator = new { codeRegister = "hr", codeObjecttype, codeSoortObjectId, objectId },
    };

    private static object Naar(JsonElement resource) => new { uuid = resource.GetProperty("uuid").GetGuid() };

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;
}
