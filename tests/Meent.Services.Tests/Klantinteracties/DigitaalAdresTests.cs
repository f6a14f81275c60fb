using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class DigitaalAdresTests
{
    [EngineTheory]
    public async Task An_address_has_the_form_of_its_kind(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        foreach (var (soort, goed, fout) in new[]
        {
            ("email", "fenna.dijkgraaf@voorbeeld.nl", "fenna@"), ("email", "f+x@sub.voorbeeld.nl", "fenna voorbeeld@x.nl"), ("telefoonnummer", "0612345678", "06123456789"),
            ("telefoonnummer", "+31612345678", "0800123456"), ("telefoonnummer", "0031612345678", "14020"), ("overig", "@fenna", ""),
        })
        {
            var adres = await node.Maak("/digitaleadressen", new { adres = goed, soortDigitaalAdres = soort });
            await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = fout, soortDigitaalAdres = soort }, "adres", fout.Length == 0 ? "blank" : "invalid");
            await node.Weiger(HttpMethod.Patch, $"/digitaleadressen/{Klantnode.Uuid(adres)}", new { adres = fout }, "adres", fout.Length == 0 ? "blank" : "invalid");
        }

        await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = "x", soortDigitaalAdres = "fax" }, "soortDigitaalAdres", "invalid_choice");
        await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = "x", soortDigitaalAdres = "overig", verificatieDatum = "gisteren" }, "verificatieDatum", "invalid");
        await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = "x", soortDigitaalAdres = "overig", verstrektDoorBetrokkene = new { uuid = Guid.NewGuid() } }, "verstrektDoorBetrokkene.uuid", "invalid");
    }

    [EngineTheory]
    public async Task A_partij_has_one_standard_address_of_each_kind(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = Klantnode.Naar(await node.Partij());
        var een = await node.Maak("/digitaleadressen", new { adres = "een@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorPartij = partij, isStandaardAdres = true });
        var telefoon = await node.Maak("/digitaleadressen", new { adres = "0612345678", soortDigitaalAdres = "telefoonnummer", verstrektDoorPartij = partij, isStandaardAdres = true });

        var twee = await node.Maak("/digitaleadressen", new { adres = "twee@voorbeeld.nl", soortDigitaalAdres = "email", verstrektDoorPartij = partij, isStandaardAdres = true });

        Assert.False((await node.Haal(een, "digitaleadressen")).GetProperty("isStandaardAdres").GetBoolean());
        Assert.True((await node.Haal(twee, "digitaleadressen")).GetProperty("isStandaardAdres").GetBoolean());
        Assert.True((await node.Haal(telefoon, "digitaleadressen")).GetProperty("isStandaardAdres").GetBoolean());
        Assert.Equal([Klantnode.Uuid(twee), Klantnode.Uuid(telefoon)], await node.Vind("/digitaleadressen?isStandaardAdres=true"));
        await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = "x@voorbeeld.nl", soortDigitaalAdres = "email", isStandaardAdres = true }, "isStandaardAdres", "invalid");
        await node.Weiger(HttpMethod.Patch, $"/digitaleadressen/{Klantnode.Uuid(twee)}", new { verstrektDoorPartij = (object?)null }, "isStandaardAdres", "invalid");
    }

    [EngineTheory]
    public async Task A_reference_is_given_once_a_partij_and_kind(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var wie = await node.Partij();
        var partij = Klantnode.Naar(wie);
        object Adres(string soort, string adres, object? van) => new { adres, soortDigitaalAdres = soort, verstrektDoorPartij = van, referentie = "portaal" };

        await node.Maak("/digitaleadressen", Adres("email", "een@voorbeeld.nl", partij));
        await node.Weiger(HttpMethod.Post, "/digitaleadressen", Adres("email", "twee@voorbeeld.nl", partij), "nonFieldErrors", "unique");
        await node.Maak("/digitaleadressen", Adres("telefoonnummer", "0612345678", partij));
        var los = await node.Maak("/digitaleadressen", Adres("email", "drie@voorbeeld.nl", null));
        await node.Weiger(HttpMethod.Patch, $"/partijen/{Klantnode.Uuid(wie)}", new { digitaleAdressen = (await node.Vind("/digitaleadressen")).Select(uuid => new { uuid }) }, "nonFieldErrors", "unique");
        await node.Vraag(204, HttpMethod.Delete, $"/digitaleadressen/{Klantnode.Uuid(los)}");
        await node.Weiger(HttpMethod.Post, "/digitaleadressen", new { adres = "x", soortDigitaalAdres = "overig", referentie = "met spatie" }, "referentie", "invalid");
    }
}
