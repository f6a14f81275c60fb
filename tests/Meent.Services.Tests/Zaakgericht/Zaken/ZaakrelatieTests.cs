using System.Text.Json;
using Meent.Data.Modellen.Besluiten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Tests.Pijplijn;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing.Engines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>What a zaak has to do with besluiten, contactmomenten and verzoeken, here and elsewhere.</summary>
public sealed class ZaakrelatieTests
{
    [EngineTheory, Trait("zgw", "zrc-021")]
    public async Task A_besluit_elsewhere_belongs_to_one_zaak_and_dates_its_archive(Engine engine)
    {
        await using var elders = await Buitenserver.Start();
        await using var node = await Start(engine, elders);
        var (zaak, andere) = (await node.Zaak(), await node.Zaak());
        var (pad, besluit) = (Zakennode.Pad(zaak) + "/besluiten", elders.Url + "/besluit");

        Assert.Equal(["besluit bad-url"], await node.Fouten(HttpMethod.Post, pad, new { besluit = elders.Url + "/weg" }));
        Assert.Equal(["besluit invalid-resource"], await node.Fouten(HttpMethod.Post, pad, new { besluit = elders.Url + "/kanaal" }));
        Assert.Equal(["besluit bad-url"], await node.Fouten(HttpMethod.Post, pad, new { besluit = zaak }));
        await node.Sluit(zaak, await node.MaakResultaattype(Zakennode.Brondatum("ingangsdatum_besluit")));
        node.Geef("zaken.lezen", "zaken.bijwerken");
        await node.Beperkte(403, HttpMethod.Post, pad, new { besluit });

        var relatie = await node.Maak(pad, new { besluit });
        Assert.Equal(["url", "uuid", "besluit"], relatie.EnumerateObject().Select(lid => lid.Name));
        Assert.Equal("2031-03-01", (await node.Lees(zaak)).GetProperty("archiefactiedatum").GetString());
        Assert.Equal(relatie.GetRawText(), (await node.Lees(Zaaknode.Url(relatie))).GetRawText());
        Assert.Equal(relatie.GetRawText(), (await node.Vraag(200, HttpMethod.Get, pad))[0].GetRawText());
        Assert.Equal(["besluit unique"], await node.Fouten(HttpMethod.Post, Zakennode.Pad(andere) + "/besluiten", new { besluit }));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Zakennode.Pad(andere) + "/besluiten")).GetArrayLength());
        await node.Beperkte(403, HttpMethod.Delete, Zakennode.Pad(Zaaknode.Url(relatie)));
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(Zaaknode.Url(relatie)));
        Assert.Equal(JsonValueKind.Null, (await node.Lees(zaak)).GetProperty("archiefactiedatum").ValueKind);

        await node.Maak(Zakennode.Pad(andere) + "/besluiten", new { besluit });
        await node.Sluit(andere, await node.MaakResultaattype(Zakennode.Brondatum("vervaldatum_besluit")));
        Assert.Equal("2033-03-01", (await node.Lees(andere)).GetProperty("archiefactiedatum").GetString());
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(andere));
    }

    /// <summary>Decision 0030.</summary>
    [EngineTheory, Trait("zgw", "zrc-001")]
    public async Task A_zaaktype_elsewhere_is_refused_also_where_its_address_may_be_fetched(Engine engine)
    {
        await using var elders = await Buitenserver.Start();
        await using var node = await Start(engine, elders);
        var pad = Zakennode.Pad(await node.Zaak());

        Assert.Equal(["zaaktype bad-url"], await node.Fouten(HttpMethod.Post, "/zaken", node.Node.Zaak(zaaktype: elders.Url + "/besluit")));
        Assert.Equal(["zaaktype bad-url"], await node.Fouten(HttpMethod.Patch, pad, new { zaaktype = elders.Url + "/besluit" }));
    }

    [EngineTheory, Trait("zgw", "brc-006"), Trait("zgw", "zrc-021"), Trait("zgw", "zrc-023")]
    public async Task A_besluit_of_our_own_is_mirrored_by_its_own_rules(Engine engine)
    {
        await using var node = await Zakennode.Start(engine);
        var zaak = await node.Zaak();
        var id = Guid.NewGuid();
        var besluit = EigenUrls.Van("/besluiten/api/v1/besluiten", id);
        var (store, diensten) = (await node.Node.Node.Store(), node.Node.Node.Services.GetRequiredService<Dienstverlening>());
        var aanroep = new Aanroep(node.Node.Node.Organisatie, Herkomst.Buiten, null, null, null, null) { Dag = new DateOnly(2026, 6, 1) };
        var bewaard = EigenUrls.Van("/zaken/api/v1/zaken", Guid.Parse(Zaaknode.Id(zaak)));
        await node.Sluit(zaak, await node.MaakResultaattype(Zakennode.Brondatum("ingangsdatum_besluit")));
        var model = new Besluit { VerantwoordelijkeOrganisatie = "990000011", Besluittype = "", Zaak = bewaard, Datum = new DateOnly(2026, 3, 1), Ingangsdatum = new DateOnly(2026, 4, 1) };
        var schrijven = new Schrijven<Besluit>(BesluitenResources.Besluiten, aanroep, Actie.Create, id, model, null, 1, DateTimeOffset.UtcNow, static _ => "");

        await store.Write(async session =>
        {
            await Zaakbesluiten.Koppel(schrijven, session, diensten);
            return 0;
        });
        var relatie = Assert.Single((await node.Vraag(200, HttpMethod.Get, Zakennode.Pad(zaak) + "/besluiten")).EnumerateArray());
        Assert.EndsWith(besluit[1..], relatie.GetProperty("besluit").GetString(), StringComparison.Ordinal);
        Assert.Equal("2031-04-01", (await node.Lees(zaak)).GetProperty("archiefactiedatum").GetString());
        Assert.Equal(["nonFieldErrors pending-relations"], Catalogi.Catalogusnode.Fouten(await node.Vraag(400, HttpMethod.Delete, Zakennode.Pad(Zaaknode.Url(relatie)))));
        Assert.Equal(["nonFieldErrors pending-besluit-relation"], Catalogi.Catalogusnode.Fouten(await node.Vraag(400, HttpMethod.Delete, Zakennode.Pad(zaak))));

        await store.Write(async session =>
        {
            await Zaakbesluiten.Wijzig(session, besluit, new DateOnly(2027, 4, 1), null);
            return 0;
        });
        Assert.Equal("2032-04-01", (await node.Lees(zaak)).GetProperty("archiefactiedatum").GetString());
        await store.Write(async session =>
        {
            await Zaakbesluiten.Ontkoppel(schrijven with { Actie = Actie.Destroy, Oud = model }, session, diensten);
            return 0;
        });
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Zakennode.Pad(zaak) + "/besluiten")).GetArrayLength());
        Assert.Equal(JsonValueKind.Null, (await node.Lees(zaak)).GetProperty("archiefactiedatum").ValueKind);
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(zaak));
    }

    [EngineTheory]
    public async Task Contactmomenten_verzoeken_objects_and_documents_may_be_elsewhere(Engine engine)
    {
        await using var elders = await Buitenserver.Start();
        await using var node = await Start(engine, elders);
        var (zaak, url) = (await node.Zaak(), elders.Url + "/kanaal");

        foreach (var (pad, veld) in new[] { ("/zaakcontactmomenten", "contactmoment"), ("/zaakverzoeken", "verzoek") })
        {
            var relatie = await node.Maak(pad, new Dictionary<string, string> { ["zaak"] = zaak, [veld] = url });
            Assert.Equal(["nonFieldErrors unique"], await node.Fouten(HttpMethod.Post, pad, new Dictionary<string, string> { ["zaak"] = zaak, [veld] = url }));
            Assert.Equal([$"{veld} bad-url"], await node.Fouten(HttpMethod.Post, pad, new Dictionary<string, string> { ["zaak"] = zaak, [veld] = elders.Url + "/weg" }));
            Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, $"{pad}?{veld}={Uri.EscapeDataString(url)}&zaak={Uri.EscapeDataString(zaak)}")).GetArrayLength());
            Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, $"{pad}?{veld}={Uri.EscapeDataString(url + "x")}")).GetArrayLength());
            await node.Vraag(405, HttpMethod.Put, Zakennode.Pad(Zaaknode.Url(relatie)), new { });
            await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(Zaaknode.Url(relatie)));
            await node.Maak(pad, new Dictionary<string, string> { ["zaak"] = zaak, [veld] = url });
        }

        var zaakobject = await node.Maak("/zaakobjecten", new { zaak, objectType = "pand", @object = url });
        Assert.False(zaakobject.TryGetProperty("objectIdentificatie", out _));
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, $"/zaakobjecten?object={Uri.EscapeDataString(url)}")).GetProperty("count").GetInt32());
        await node.Vraag(204, HttpMethod.Delete, Zakennode.Pad(zaak));
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, "/zaakverzoeken")).GetArrayLength());
    }

    private static Task<Zakennode> Start(Engine engine, Buitenserver elders) => Zakennode.Start(engine, erbij: services => services.AddSingleton(d => new Buitenadressen(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Meent:Buitenwereld:duinwaarde:0:Adres"] = elders.Url,
            ["Meent:Buitenwereld:duinwaarde:0:Intern"] = "true",
        }).Build(), d.GetRequiredService<OrganisatieLijst>())));
}
