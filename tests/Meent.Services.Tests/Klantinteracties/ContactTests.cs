using System.Text.Json;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class ContactTests
{
    [EngineTheory]
    public async Task A_contact_with_who_and_what_about_is_made_whole_or_not_at_all(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = await node.Partij(bsn: Klantnode.Fenna);
        var wie = new { wasPartij = Klantnode.Naar(partij), rol = "klant", initiator = true, contactnaam = new { voornaam = "Fenna", achternaam = "Dijkgraaf" } };
        var zaak = new { objectId = "095be615-a8ad-4c33-8e9c-c7612fbf6c9f", codeObjecttype = "zgw-Zaak", codeRegister = "openzaak", codeSoortObjectId = "uuid" };

        var gemaakt = await node.Maak("/maak-klantcontact", new { klantcontact = Klantnode.Contact(), betrokkene = wie, onderwerpobject = new { onderwerpobjectidentificator = zaak } });

        var (contact, betrokkene, onderwerp) = (gemaakt.GetProperty("klantcontact"), gemaakt.GetProperty("betrokkene"), gemaakt.GetProperty("onderwerpobject"));
        Assert.Equal("Fenna Dijkgraaf", betrokkene.GetProperty("volledigeNaam").GetString());
        Assert.Equal(Klantnode.Uuid(contact), Klantnode.Uuid(betrokkene.GetProperty("hadKlantcontact")));
        Assert.Equal([Klantnode.Uuid(betrokkene)], Klantnode.Ids(contact.GetProperty("hadBetrokkenen")));
        Assert.Equal([Klantnode.Uuid(onderwerp)], Klantnode.Ids(contact.GetProperty("gingOverOnderwerpobjecten")));
        Assert.Equal(1, (await node.Sql("SELECT count(*) FROM outbox_gebeurtenissen WHERE kanaal = 'klantcontacten' AND actie = 'create'", row => row.Long(0)))[0]);

        await node.Weiger(HttpMethod.Post, "/maak-klantcontact", new { klantcontact = Klantnode.Contact(), betrokkene = new { wasPartij = new { uuid = Guid.NewGuid() }, rol = "klant", initiator = true } }, "betrokkene.wasPartij.uuid", "invalid");
        await node.Weiger(HttpMethod.Post, "/maak-klantcontact", new { klantcontact = new { kanaal = "" }, betrokkene = new { rol = "buurman" } }, "betrokkene.rol", "invalid_choice");
        await node.Weiger(HttpMethod.Post, "/maak-klantcontact", new { klantcontact = new { kanaal = "" } }, "klantcontact.onderwerp", "required");
        await node.Weiger(HttpMethod.Post, "/maak-klantcontact", new { betrokkene = wie }, "klantcontact", "required");
        await node.Vraag(400, HttpMethod.Post, "/maak-klantcontact", new { klantcontact = "x", betrokkene = "y" });
        await node.Vraag(400, HttpMethod.Post, "/maak-klantcontact", new[] { 1 });
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, "/klantcontacten")).GetProperty("count").GetInt32());
        Assert.False((await node.Maak("/maak-klantcontact", new { klantcontact = Klantnode.Contact() })).TryGetProperty("betrokkene", out _));
    }

    [EngineTheory]
    public async Task A_contact_follows_its_rules(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var contact = await node.Klantcontact();
        var pad = $"/klantcontacten/{Klantnode.Uuid(contact)}";

        Assert.Matches("^[0-9]{10}$", contact.GetProperty("nummer").GetString());
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("referentienummer").ValueKind);
        Assert.Equal("{}", contact.GetProperty("metadata").GetRawText());
        await node.Vraag(200, HttpMethod.Patch, pad, new { indicatieContactGelukt = true, referentienummer = "42", metadata = new { bron = "KISS" } });
        await node.Weiger(HttpMethod.Patch, pad, new { verdereActieOndernomen = true }, "nonFieldErrors", "no-further-action-when-contact-succesful");
        await node.Weiger(HttpMethod.Patch, pad, new { metadata = new { bron = 1 } }, "metadata.bron", "invalid");
        await node.Weiger(HttpMethod.Patch, pad, new { metadata = new { bron = new string('x', 256) } }, "metadata.bron", "max_length");
        await node.Weiger(HttpMethod.Patch, pad, new { metadata = new { bron = "\u0001/partijen" } }, "metadata", "null_characters_not_allowed");
        await node.Weiger(HttpMethod.Patch, pad, new { metadata = "x" }, "metadata", "not_a_dict");
        await node.Weiger(HttpMethod.Patch, pad, new { onderwerp = new string('x', 201) }, "onderwerp", "max_length");
        await node.Weiger(HttpMethod.Patch, pad, new { hoofdOnderwerpType = "zaaktype" }, "hoofdOnderwerpType", "invalid");
        await node.Weiger(HttpMethod.Post, "/klantcontacten", new { kanaal = "balie", onderwerp = "x", taal = "nld", vertrouwelijk = false, referentienummer = "42" }, "referentienummer", "unique");
        Assert.Equal(["create", "partial_update"], (await node.Vraag(200, HttpMethod.Get, $"{pad}/audittrail")).EnumerateArray().Select(regel => regel.GetProperty("actie").GetString()));
        Assert.Equal("KISS", (await node.Haal(contact, "klantcontacten")).GetProperty("metadata").GetProperty("bron").GetString());
    }

    [EngineTheory]
    public async Task An_onderwerpobject_takes_with_it_the_contacts_that_were_about_nothing_else(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var (een, twee, zonder) = (await node.Klantcontact(), await node.Klantcontact(), await node.Klantcontact());
        var wie = await node.Maak("/betrokkenen", new { hadKlantcontact = Klantnode.Naar(een), rol = "klant", initiator = true });
        var adres = await node.Maak("/digitaleadressen", new { adres = "0612345678", soortDigitaalAdres = "telefoonnummer", verstrektDoorBetrokkene = Klantnode.Naar(wie) });
        var beide = await node.Maak("/onderwerpobjecten", new { klantcontact = Klantnode.Naar(een), wasKlantcontact = Klantnode.Naar(twee) });
        var nogEen = await node.Maak("/onderwerpobjecten", new { klantcontact = Klantnode.Naar(twee) });
        var los = await node.Maak("/onderwerpobjecten", new { klantcontact = Klantnode.Naar(zonder) });

        await node.Vraag(400, HttpMethod.Delete, $"/onderwerpobjecten/{Klantnode.Uuid(beide)}?cascade=misschien");
        await node.Vraag(400, HttpMethod.Delete, $"/onderwerpobjecten/{Klantnode.Uuid(beide)}?alles=true");
        var behouden = (await node.Vraag(200, HttpMethod.Delete, $"/onderwerpobjecten/{Klantnode.Uuid(beide)}?cascade=true")).GetProperty("behouden");
        Assert.Equal([twee.GetProperty("url").GetString()], behouden.EnumerateArray().Select(url => url.GetString()));
        await node.Vraag(404, HttpMethod.Get, $"/klantcontacten/{Klantnode.Uuid(een)}");
        await node.Vraag(404, HttpMethod.Get, $"/digitaleadressen/{Klantnode.Uuid(adres)}");
        Assert.Equal([Klantnode.Uuid(nogEen)], Klantnode.Ids((await node.Haal(twee, "klantcontacten")).GetProperty("gingOverOnderwerpobjecten")));

        await node.Vraag(204, HttpMethod.Delete, $"/onderwerpobjecten/{Klantnode.Uuid(los)}");
        await node.Haal(zonder, "klantcontacten");
        await node.Vraag(404, HttpMethod.Delete, $"/onderwerpobjecten/{Klantnode.Uuid(los)}");
    }

    [EngineTheory]
    public async Task A_task_is_of_its_actors_and_is_done_when_it_says_so(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var contact = await node.Klantcontact();
        var (afdeling, kemal) = (await node.Maak("/actoren", new { naam = "Burgerzaken", soortActor = "organisatorische_eenheid" }), await node.Maak("/actoren",
            new { naam = "Kemal Osman", soortActor = "medewerker", actorIdentificatie = new { functie = "Behandelaar", telefoonnummer = "0612345678", emailadres = "k@voorbeeld.nl" } }));
        object Taak(object actoren, string status = "te_verwerken") => new { gevraagdeHandeling = "Terugbellen", aanleidinggevendKlantcontact = Klantnode.Naar(contact), toegewezenAanActoren = actoren, status };

        var taak = await node.Maak("/internetaken", Taak(new[] { Klantnode.Naar(kemal), Klantnode.Naar(afdeling) }));
        var pad = $"/internetaken/{Klantnode.Uuid(taak)}";
        Assert.Equal(Klantnode.Uuid(kemal), Klantnode.Uuid(taak.GetProperty("toegewezenAanActor")));
        Assert.Equal(JsonValueKind.Null, taak.GetProperty("afgehandeldOp").ValueKind);
        await node.Weiger(HttpMethod.Patch, pad, new { afgehandeldOp = "2026-11-01T12:00:00Z" }, "afgehandeldOp", "invalid");
        Assert.NotEqual(JsonValueKind.Null, (await node.Vraag(200, HttpMethod.Patch, pad, new { status = "verwerkt" })).GetProperty("afgehandeldOp").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await node.Vraag(200, HttpMethod.Patch, pad, new { status = "te_verwerken" })).GetProperty("afgehandeldOp").ValueKind);
        await node.Weiger(HttpMethod.Patch, pad, new { toegewezenAanActor = Klantnode.Naar(kemal), toegewezenAanActoren = Array.Empty<object>() }, "nonFieldErrors", "invalid");
        await node.Weiger(HttpMethod.Post, "/internetaken", new { gevraagdeHandeling = "x", aanleidinggevendKlantcontact = Klantnode.Naar(contact), status = "te_verwerken" }, "nonFieldErrors", "invalid");
        await node.Weiger(HttpMethod.Post, "/internetaken", Taak(new[] { new { uuid = Guid.NewGuid() } }), "toegewezenAanActoren.0.uuid", "invalid");

        await node.Vraag(204, HttpMethod.Delete, $"/actoren/{Klantnode.Uuid(kemal)}");
        Assert.Equal([Klantnode.Uuid(afdeling)], Klantnode.Ids((await node.Haal(taak, "internetaken")).GetProperty("toegewezenAanActoren")));
        Assert.Equal([Klantnode.Uuid(taak)], await node.Vind("/internetaken?actoren__naam=Burgerzaken"));
        Assert.Empty(await node.Vind($"/internetaken?toegewezenAanActor__uuid={Klantnode.Uuid(kemal)}"));

        await node.Vraag(204, HttpMethod.Delete, $"/klantcontacten/{Klantnode.Uuid(contact)}");
        await node.Vraag(404, HttpMethod.Get, pad);
        Assert.Equal(["create", "partial_update", "partial_update"], await node.Sql("SELECT actie FROM outbox_gebeurtenissen WHERE kanaal = 'internetaken' ORDER BY versie", row => row.Text(0)));
    }

    [EngineTheory]
    public async Task An_actor_is_of_a_kind_and_is_once_at_a_contact(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var contact = await node.Klantcontact();
        var actor = await node.Maak("/actoren", new { naam = "Chatbot", soortActor = "geautomatiseerde_actor", actorIdentificatie = new { functie = "Antwoorden", omschrijving = "" }, actoridentificator = new { objectId = "7", codeRegister = "obj" } });
        Assert.True(actor.GetProperty("indicatieActief").GetBoolean());
        await node.Weiger(HttpMethod.Post, "/actoren", new { naam = "K", soortActor = "medewerker", actorIdentificatie = new { functie = "x", telefoonnummer = "0800123456" } }, "actorIdentificatie.telefoonnummer", "invalid");
        await node.Weiger(HttpMethod.Post, "/actoren", new { naam = "K", soortActor = "medewerker", actorIdentificatie = new { functie = "x" } }, "actorIdentificatie.telefoonnummer", "required");

        var relatie = new { actor = Klantnode.Naar(actor), klantcontact = Klantnode.Naar(contact) };
        await node.Maak("/actorklantcontacten", relatie);
        await node.Weiger(HttpMethod.Post, "/actorklantcontacten", relatie, "nonFieldErrors", "unique");
        await node.Weiger(HttpMethod.Post, "/actorklantcontacten", new { klantcontact = Klantnode.Naar(contact) }, "actor", "required");
        var getoond = (await node.Haal(contact, "klantcontacten")).GetProperty("hadBetrokkenActoren")[0];
        Assert.Equal(("Chatbot", "Antwoorden"), (getoond.GetProperty("naam").GetString(), getoond.GetProperty("actorIdentificatie").GetProperty("functie").GetString()));
        var zelfde = await node.Vraag(200, HttpMethod.Put, $"/actoren/{Klantnode.Uuid(actor)}", new { naam = "Bot", soortActor = "geautomatiseerde_actor" });
        Assert.Equal("Antwoorden", zelfde.GetProperty("actorIdentificatie").GetProperty("functie").GetString());
        await node.Vraag(204, HttpMethod.Delete, $"/actoren/{Klantnode.Uuid(actor)}");
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/actorklantcontacten")).GetProperty("count").GetInt32());
    }
}
