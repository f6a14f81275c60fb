using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class PartijIdentificatorTests
{
    [EngineTheory]
    public async Task A_number_is_of_its_registry_and_has_its_form(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        foreach (var (register, type, soort, nummer, veld) in new[]
        {
            ("brp", "vestiging", "vestigingsnummer", "000000000001", "partijIdentificatorCodeObjecttype"),
            ("brp", "natuurlijk_persoon", "rsin", "990000011", "partijIdentificatorCodeSoortObjectId"),
            ("hr", "niet_natuurlijk_persoon", "bsn", Klantnode.Fenna, "partijIdentificatorCodeSoortObjectId"),
            ("brp", "natuurlijk_persoon", "bsn", "999970009", "partijIdentificatorObjectId"),
            ("brp", "natuurlijk_persoon", "bsn", "99997000", "partijIdentificatorObjectId"),
            ("hr", "niet_natuurlijk_persoon", "rsin", "990000012", "partijIdentificatorObjectId"),
            ("hr", "niet_natuurlijk_persoon", "kvk_nummer", "1234567", "partijIdentificatorObjectId"),
            ("hr", "niet_natuurlijk_persoon", "kvk_nummer", "1234567x", "partijIdentificatorObjectId"),
        })
        {
            var fouten = await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = Klantnode.Nummer(register, type, soort, nummer) }, veld, "invalid");
            Assert.DoesNotContain(nummer, fouten.GetRawText(), StringComparison.Ordinal);
        }

        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = new { codeRegister = "brp" } }, "partijIdentificator.objectId", "required");
        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = Klantnode.Nummer("kadaster", "natuurlijk_persoon", "bsn", "1") }, "partijIdentificator.codeRegister", "invalid_choice");
    }

    [EngineTheory]
    public async Task A_vestiging_stands_under_a_kvk_number(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var rsin = await node.Maak("/partij-identificatoren", new { partijIdentificator = Klantnode.Nummer("hr", "niet_natuurlijk_persoon", "rsin", "990000011") });
        var kvk = await node.Maak("/partij-identificatoren", new { partijIdentificator = Klantnode.Nummer("hr", "niet_natuurlijk_persoon", "kvk_nummer", "12345678") });
        var nummer = Klantnode.Nummer("hr", "vestiging", "vestigingsnummer", "000000000001");

        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = nummer }, "subIdentificatorVan", "invalid");
        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = nummer, subIdentificatorVan = Klantnode.Naar(rsin) }, "subIdentificatorVan", "invalid");
        var vestiging = await node.Maak("/partij-identificatoren", new { partijIdentificator = nummer, subIdentificatorVan = Klantnode.Naar(kvk) });
        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = nummer, subIdentificatorVan = Klantnode.Naar(kvk) }, "__all__", "invalid");

        var pad = $"/partij-identificatoren/{Klantnode.Uuid(kvk)}";
        await node.Weiger(HttpMethod.Patch, pad, new { partijIdentificator = Klantnode.Nummer("hr", "niet_natuurlijk_persoon", "rsin", "990000023") }, "partijIdentificatorCodeSoortObjectId", "invalid");
        await node.Weiger(HttpMethod.Patch, pad, new { subIdentificatorVan = Klantnode.Naar(kvk) }, "subIdentificatorVan", "invalid");
        Assert.Equal("pending-relations", (await node.Vraag(400, HttpMethod.Delete, pad)).GetProperty("invalidParams")[0].GetProperty("code").GetString());
        await node.Vraag(204, HttpMethod.Delete, $"/partij-identificatoren/{Klantnode.Uuid(vestiging)}");
        await node.Vraag(204, HttpMethod.Delete, pad);
    }

    [EngineTheory]
    public async Task A_number_is_of_one_partij_and_a_partij_has_one_of_each_kind(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = await node.Partij(bsn: Klantnode.Fenna);
        await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { partijIdentificator = Klantnode.Bsn(Klantnode.Fenna) }, "__all__", "invalid");
        var fouten = await node.Weiger(HttpMethod.Post, "/partij-identificatoren", new { identificeerdePartij = Klantnode.Naar(partij), partijIdentificator = Klantnode.Bsn("999970021") }, "__all__", "invalid");
        Assert.Contains("voor de Partij", fouten[0].GetProperty("reason").GetString(), StringComparison.Ordinal);

        // Nothing of a partij is left when one of its numbers is refused.
        await node.Weiger(HttpMethod.Post, "/partijen", new { soortPartij = "persoon", indicatieActief = true, partijIdentificatoren = new[] { new { partijIdentificator = Klantnode.Bsn(Klantnode.Fenna) } } },
            "partijIdentificatoren.0.__all__", "invalid");
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, "/partijen")).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task The_numbers_in_a_partij_replace_those_that_it_had(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = await node.Partij("organisatie");
        var pad = $"/partijen/{Klantnode.Uuid(partij)}";
        var kvk = Klantnode.Nummer("hr", "niet_natuurlijk_persoon", "kvk_nummer", "12345678");
        var met = await node.Vraag(200, HttpMethod.Patch, pad, new { partijIdentificatoren = new[] { new { partijIdentificator = kvk } } });
        var nummer = met.GetProperty("partijIdentificatoren")[0];
        var vestiging = Klantnode.Nummer("hr", "vestiging", "vestigingsnummer", "000000000001");

        var beide = await node.Vraag(200, HttpMethod.Patch, pad, new
        {
            partijIdentificatoren = new object[] { new { uuid = Klantnode.Uuid(nummer), partijIdentificator = kvk }, new { partijIdentificator = vestiging, subIdentificatorVan = Klantnode.Naar(nummer) } },
        });
        Assert.Equal(2, beide.GetProperty("partijIdentificatoren").GetArrayLength());
        Assert.Equal([Klantnode.Uuid(partij)], await node.Vind("/partijen?partijIdentificator__objectId=000000000001&partijIdentificator__codeSoortObjectId=vestigingsnummer&subIdentificatorVan__objectId=12345678"));
        Assert.Empty(await node.Vind("/partijen?partijIdentificator__objectId=12345678&subIdentificatorVan__objectId=12345678"));

        await node.Weiger(HttpMethod.Patch, pad, new { partijIdentificatoren = new[] { new { uuid = Guid.NewGuid(), partijIdentificator = kvk } } }, "partijIdentificatoren.0.uuid", "invalid");
        await node.Weiger(HttpMethod.Patch, pad, new { partijIdentificatoren = new[] { nummer, nummer } }, "partijIdentificatoren.identificeerdePartij", "duplicated");
        await node.Weiger(HttpMethod.Post, "/partijen", new { soortPartij = "organisatie", indicatieActief = true, partijIdentificatoren = new[] { nummer } }, "partijIdentificatoren.identificeerdePartij", "invalid");

        Assert.Empty((await node.Vraag(200, HttpMethod.Patch, pad, new { partijIdentificatoren = Array.Empty<object>() })).GetProperty("partijIdentificatoren").EnumerateArray());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/partij-identificatoren")).GetProperty("count").GetInt32());
    }
}
