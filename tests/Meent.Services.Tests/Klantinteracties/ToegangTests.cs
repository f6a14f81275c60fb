using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Klantinteracties;

public sealed class ToegangTests
{
    [EngineTheory]
    public async Task A_fixed_token_gives_what_its_client_may_at_the_apis_that_have_it(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        const string token = "Token " + Klantnode.Token;
        var actor = new { naam = "Balie", soortActor = "organisatorische_eenheid" };

        await node.Als(token, 201, HttpMethod.Post, Diensten.Klantinteracties, "/actoren", actor);
        await node.Als(token + "-lezer", 200, HttpMethod.Get, Diensten.Klantinteracties, "/actoren");
        // As the programs send it that know it as a bearer token (RFC 6750).
        await node.Als("Bearer " + Klantnode.Token + "-lezer", 200, HttpMethod.Get, Diensten.Klantinteracties, "/actoren");
        Assert.Equal("permission_denied", (await node.Als(token + "-lezer", 403, HttpMethod.Post, Diensten.Klantinteracties, "/actoren", actor)).GetProperty("code").GetString());
        Assert.Equal("permission_denied", (await node.Als(token, 403, HttpMethod.Get, Diensten.Contactgegevens, "/persoon")).GetProperty("code").GetString());
        foreach (var fout in new[] { "Token onbekend", "Token " + Klantnode.Token + "-elders", "Token", "Basic " + Klantnode.Token })
            Assert.Equal("not_authenticated", (await node.Als(fout, 401, HttpMethod.Get, Diensten.Klantinteracties, "/actoren")).GetProperty("code").GetString());
        Assert.Equal("not_authenticated", (await node.Als(token, 403, HttpMethod.Get, Diensten.Zaken, "/zaken")).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Inside_the_organisation_personal_data_asks_for_a_purpose(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var zonder = await node.Zgw.Node.Vraag(403, HttpMethod.Get, Diensten.Klantinteracties, "/partijen");
        Assert.Equal("doelbindingOntbreekt", zonder.GetProperty("code").GetString());
        await node.Zgw.Node.Vraag(403, HttpMethod.Post, Diensten.Klantinteracties, "/maak-klantcontact", new { klantcontact = Klantnode.Contact() });
    }

    [EngineTheory]
    public async Task A_bsn_is_not_repeated_in_an_address_and_can_be_refused_there(Engine engine)
    {
        await using (var node = await Klantnode.Start(engine))
        {
            foreach (var _ in new int[2]) await node.Partij();
            var partij = await node.Partij(bsn: Klantnode.Fenna);
            var blad = await node.Vraag(200, HttpMethod.Get, $"/partijen?pageSize=1&indicatieActief=true&partijIdentificator__objectId={Klantnode.Fenna}");
            Assert.Equal([Klantnode.Uuid(partij)], Klantnode.Ids(blad.GetProperty("results")));
            await node.Klantcontact("een");
            await node.Klantcontact("twee");
            foreach (var onderwerp in await node.Vind("/klantcontacten")) await node.Maak("/onderwerpobjecten", new { klantcontact = new { uuid = onderwerp }, onderwerpobjectidentificator = new { objectId = Klantnode.Fenna } });
            var eerste = await node.Vraag(200, HttpMethod.Get, $"/onderwerpobjecten?pageSize=1&onderwerpobjectidentificatorObjectId={Klantnode.Fenna}");
            var volgende = eerste.GetProperty("next").GetString()!;
            Assert.DoesNotContain(Klantnode.Fenna, volgende, StringComparison.Ordinal);
            var tweede = await node.Vraag(200, HttpMethod.Get, "/onderwerpobjecten" + new Uri(volgende).Query);
            Assert.NotEqual(Klantnode.Ids(eerste.GetProperty("results")), Klantnode.Ids(tweede.GetProperty("results")));
        }

        await using (var streng = await Klantnode.Start(engine, organisatie => organisatie with { BsnInQuery = false }))
        {
            var partij = await streng.Partij(bsn: Klantnode.Fenna);
            var vraag = $"/partijen?partijIdentificator__objectId={Klantnode.Fenna}";
            Assert.Equal("bsn-in-query", (await streng.Vraag(400, HttpMethod.Get, vraag)).GetProperty("invalidParams")[0].GetProperty("code").GetString());
            Assert.Empty(await streng.Vind("/partijen?partijIdentificator__objectId=12345678"));
            var gezocht = await streng.Vraag(200, HttpMethod.Post, "/partijen/_zoek", new Dictionary<string, string> { ["partijIdentificator__objectId"] = Klantnode.Fenna });
            Assert.Equal([Klantnode.Uuid(partij)], Klantnode.Ids(gezocht.GetProperty("results")));
        }
    }

    [EngineTheory]
    public async Task Subscribers_hear_of_a_partij_but_not_what_is_noted_about_it(Engine engine)
    {
        await using var node = await Klantnode.Start(engine);
        var partij = await node.Maak("/partijen", new { soortPartij = "persoon", indicatieActief = true, interneNotitie = "Belt vaak" });
        await node.Vraag(204, HttpMethod.Delete, $"/partijen/{Klantnode.Uuid(partij)}");

        var gebeurtenissen = await node.Sql("SELECT actie, kenmerken FROM outbox_gebeurtenissen WHERE kanaal = 'partijen' ORDER BY versie", row => (row.Text(0), row.Text(1)));
        Assert.Equal(["create", "destroy"], gebeurtenissen.Select(g => g.Item1));
        Assert.All(gebeurtenissen, g => Assert.Equal(["nummer", "soortPartij"], JsonSerializer.Deserialize<Dictionary<string, string>>(g.Item2)!.Keys.Order()));
        Assert.Contains("partijen", (await node.Zgw.Vraag(200, HttpMethod.Get, Diensten.Notificaties, "/kanaal")).EnumerateArray().Select(k => k.GetProperty("naam").GetString()));
    }
}
