using System.Text.Json;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class PartijTests
{
    [EngineTheory]
    public async Task A_partij_shows_its_kind_its_numbers_and_what_belongs_to_it(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var adres = await node.Maak("/digitaleadressen", new { adres = "fenna@voorbeeld.nl", soortDigitaalAdres = "email", omschrijving = "thuis" });
        var rekening = await node.Maak("/rekeningnummers", new { iban = "NL18BANK23481326", bic = "BANKNL2A" });
        var partij = await node.Maak("/partijen", new
        {
            soortPartij = "persoon",
            indicatieActief = true,
            voorkeurstaal = "nld",
            digitaleAdressen = new[] { Klantnode.Naar(adres) },
            voorkeursDigitaalAdres = Klantnode.Naar(adres),
            rekeningnummers = new[] { Klantnode.Naar(rekening) },
            voorkeursRekeningnummer = Klantnode.Naar(rekening),
            partijIdentificatoren = new[] { new { partijIdentificator = Klantnode.Bsn(Klantnode.Fenna) } },
            bezoekadres = new { straatnaam = "Duinweg", huisnummer = 1, postcode = "1234 AB", stad = "Duinwaarde", land = "NL" },
            partijIdentificatie = new { contactnaam = new { voorletters = "F", voornaam = "Fenna", voorvoegselAchternaam = "", achternaam = "Dijkgraaf" } },
        });

        Assert.Matches("^[0-9]{10}$", partij.GetProperty("nummer").GetString());
        Assert.Equal("Fenna Dijkgraaf", partij.GetProperty("partijIdentificatie").GetProperty("volledigeNaam").GetString());
        Assert.Equal([Klantnode.Uuid(adres)], Klantnode.Ids(partij.GetProperty("digitaleAdressen")));
        Assert.Equal([Klantnode.Uuid(rekening)], Klantnode.Ids(partij.GetProperty("rekeningnummers")));
        Assert.EndsWith($"/digitaleadressen/{Klantnode.Uuid(adres)}", partij.GetProperty("voorkeursDigitaalAdres").GetProperty("url").GetString(), StringComparison.Ordinal);
        var nummer = partij.GetProperty("partijIdentificatoren")[0];
        Assert.Equal(Klantnode.Fenna, nummer.GetProperty("partijIdentificator").GetProperty("objectId").GetString());
        Assert.Equal(Klantnode.Uuid(partij), Klantnode.Uuid(nummer.GetProperty("identificeerdePartij")));
        Assert.Equal(["partijidentificator vastgelegd", "partij vastgelegd"], await node.Zgw.Gelogd());

        await node.Haal(partij, "partijen");
        await node.Vraag(200, HttpMethod.Get, "/partijen");
        Assert.Equal(["partijen geraadpleegd", "partijen geraadpleegd"], (await node.Zgw.Gelogd()).Skip(2));
    }

    [EngineTheory]
    public async Task A_contactpersoon_worked_for_an_organisatie_and_no_other(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var (persoon, organisatie) = (await node.Partij(), await node.Partij("organisatie", new { naam = "De Meent B.V." }));

        var contactpersoon = await node.Partij("contactpersoon", new { werkteVoorPartij = Klantnode.Naar(organisatie), contactnaam = new { achternaam = "Osman" } });
        Assert.Equal(Klantnode.Uuid(organisatie), Klantnode.Uuid(contactpersoon.GetProperty("partijIdentificatie").GetProperty("werkteVoorPartij")));
        await node.Weiger(HttpMethod.Post, "/partijen",
            new { soortPartij = "contactpersoon", indicatieActief = true, partijIdentificatie = new { werkteVoorPartij = Klantnode.Naar(persoon) } }, "partijIdentificatie.werkteVoorPartij.uuid", "invalid");
        await node.Weiger(HttpMethod.Post, "/partijen", new { soortPartij = "organisatie", indicatieActief = true, partijIdentificatie = new { naam = 1 } }, "partijIdentificatie.naam", "invalid");
        await node.Weiger(HttpMethod.Post, "/partijen", new { soortPartij = "dier" }, "soortPartij", "invalid_choice");

        await node.Vraag(204, HttpMethod.Delete, $"/partijen/{Klantnode.Uuid(organisatie)}");
        Assert.Equal(JsonValueKind.Null, (await node.Haal(contactpersoon, "partijen")).GetProperty("partijIdentificatie").GetProperty("werkteVoorPartij").ValueKind);
        var anders = await node.Vraag(200, HttpMethod.Patch, $"/partijen/{Klantnode.Uuid(contactpersoon)}", new { soortPartij = "persoon" });
        Assert.False(anders.TryGetProperty("partijIdentificatie", out _));
    }

    [EngineTheory]
    public async Task What_a_partij_prefers_is_its_own(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var (een, twee) = (await node.Partij(), await node.Partij());
        var adres = await node.Maak("/digitaleadressen", new { adres = "een@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorPartij = Klantnode.Naar(een) });
        var (padEen, padTwee) = ($"/partijen/{Klantnode.Uuid(een)}", $"/partijen/{Klantnode.Uuid(twee)}");

        await node.Weiger(HttpMethod.Patch, padTwee, new { voorkeursDigitaalAdres = Klantnode.Naar(adres) }, "voorkeursDigitaalAdres", "invalid");
        await node.Weiger(HttpMethod.Patch, padTwee, new { voorkeursDigitaalAdres = new { uuid = Guid.NewGuid() } }, "voorkeursDigitaalAdres.uuid", "invalid");
        await node.Weiger(HttpMethod.Patch, padTwee, new { voorkeursDigitaalAdres = new { uuid = "x" } }, "voorkeursDigitaalAdres.uuid", "invalid");
        await node.Vraag(200, HttpMethod.Patch, padEen, new { voorkeursDigitaalAdres = Klantnode.Naar(adres) });
        await node.Vraag(200, HttpMethod.Patch, padTwee, new { digitaleAdressen = new[] { Klantnode.Naar(adres) }, voorkeursDigitaalAdres = Klantnode.Naar(adres) });
        Assert.Equal(JsonValueKind.Null, (await node.Haal(een, "partijen")).GetProperty("voorkeursDigitaalAdres").ValueKind);
        Assert.Empty(Klantnode.Ids((await node.Haal(een, "partijen")).GetProperty("digitaleAdressen")));
        Assert.Equal(Klantnode.Uuid(adres), Klantnode.Uuid((await node.Haal(twee, "partijen")).GetProperty("voorkeursDigitaalAdres")));

        await node.Vraag(204, HttpMethod.Delete, $"/digitaleadressen/{Klantnode.Uuid(adres)}");
        Assert.Equal(JsonValueKind.Null, (await node.Haal(twee, "partijen")).GetProperty("voorkeursDigitaalAdres").ValueKind);
    }

    [EngineTheory]
    public async Task A_partij_takes_with_it_what_is_its_own(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var (partij, contact) = (await node.Partij(bsn: Klantnode.Fenna), await node.Klantcontact());
        var betrokkene = await node.Maak("/betrokkenen", new { wasPartij = Klantnode.Naar(partij), hadKlantcontact = Klantnode.Naar(contact), rol = "klant", initiator = true });
        var vanBetrokkene = await node.Maak("/digitaleadressen", new { adres = "0612345678", soortDigitaalAdres = "telefoonnummer", verstrektDoorBetrokkene = Klantnode.Naar(betrokkene) });
        var eigen = await node.Maak("/digitaleadressen", new { adres = "f@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorPartij = Klantnode.Naar(partij) });
        var categorie = await node.Maak("/categorieen", new { naam = "Ondernemer \"groot\"" });
        await node.Maak("/categorie-relaties", new { partij = Klantnode.Naar(partij), categorie = Klantnode.Naar(categorie), eindDatum = "2027-01-01" });
        var getoond = (await node.Haal(partij, "partijen")).GetProperty("categorieRelaties")[0];
        Assert.Equal(("Ondernemer \"groot\"", "2027-01-01"), (getoond.GetProperty("categorieNaam").GetString(), getoond.GetProperty("eindDatum").GetString()));

        await node.Vraag(204, HttpMethod.Delete, $"/partijen/{Klantnode.Uuid(partij)}");

        foreach (var weg in new[] { "betrokkenen", "partij-identificatoren", "categorie-relaties" }) Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/" + weg)).GetProperty("count").GetInt32());
        await node.Vraag(404, HttpMethod.Get, $"/digitaleadressen/{Klantnode.Uuid(eigen)}");
        Assert.Equal(JsonValueKind.Null, (await node.Haal(vanBetrokkene, "digitaleadressen")).GetProperty("verstrektDoorBetrokkene").ValueKind);
        Assert.Empty(Klantnode.Ids((await node.Haal(contact, "klantcontacten")).GetProperty("hadBetrokkenen")));
        Assert.Contains("partij verwijderd", await node.Zgw.Gelogd());
    }

    [EngineTheory]
    public async Task A_number_is_given_once(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var gewenst = await node.Maak("/partijen", new { nummer = "1234567890", soortPartij = "persoon", indicatieActief = true });
        Assert.Equal("1234567890", gewenst.GetProperty("nummer").GetString());
        await node.Weiger(HttpMethod.Post, "/partijen", new { nummer = "1234567890", soortPartij = "persoon", indicatieActief = true }, "nummer", "unique");
        await node.Weiger(HttpMethod.Post, "/partijen", new { nummer = "twaalf", soortPartij = "persoon", indicatieActief = true }, "nummer", "invalid");
        var (een, twee) = (await node.Partij(), await node.Partij());
        Assert.NotEqual(een.GetProperty("nummer").GetString(), twee.GetProperty("nummer").GetString());
        var zelfde = await node.Vraag(200, HttpMethod.Put, $"/partijen/{Klantnode.Uuid(een)}", new { soortPartij = "persoon", indicatieActief = false });
        Assert.Equal(een.GetProperty("nummer").GetString(), zelfde.GetProperty("nummer").GetString());
    }
}
