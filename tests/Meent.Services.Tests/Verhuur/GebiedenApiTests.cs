using System.Text;
using Meent.Services.EigenApi;
using Meent.Services.Verhuur;
using Meent.Services.Verhuur.Gebieden;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Meent.Services.Tests.Verhuur;

/// <summary>Rules that differ by area, with the addresses of the demo asked at their registry.</summary>
public sealed class GebiedenApiTests
{
    // The first house of the first street of Duinwaarde stands there, and the demo's other houses do not.
    private const string Woning = "9901010000000001";
    private const string Elders = "9901010000000014";

    [EngineTheory]
    public async Task Rules_of_an_area_hold_for_the_dwellings_in_it(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine, adressen: true);
        var gebied = await Rondom(node, Woning, "Strook");
        await Regels(node, new object[]
        {
            new { naam = "Strook", gebied, registratieplicht = true, meldplicht = true, maxNachtenPerKalenderjaar = 5, vergunningplicht = false },
            new { naam = "Daarbuiten", registratieplicht = true, meldplicht = true, maxNachtenPerKalenderjaar = 50, vergunningplicht = false },
        });

        var binnen = await node.Registreer();
        var buiten = await node.Registreer(woonruimte: Elders);
        Assert.Equal(5, (await node.Get(200, $"/woonruimten/{Woning}/nachten")).GetProperty("maximum").GetInt32());
        Assert.Equal(50, (await node.Get(200, $"/woonruimten/{Elders}/nachten")).GetProperty("maximum").GetInt32());
        Assert.Equal("nachtenOverschreden", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(binnen, "2026-07-01", "2026-07-07"))).GetProperty("code").GetString());
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(binnen, "2026-07-01", "2026-07-06"));
        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(buiten, "2026-07-01", "2026-07-15"));
    }

    [EngineTheory]
    public async Task An_area_that_is_added_later_holds_for_dwellings_that_are_known_already(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine, adressen: true);
        var binnen = await node.Registreer();
        var buiten = await node.Registreer(woonruimte: Elders);
        var gebied = await Rondom(node, Woning, "Strook");
        await Regels(node, new object[] { new { naam = "Strook", gebied, registratieplicht = true, meldplicht = true, vergunningplicht = false } });

        await node.Post(201, "/meldingen", Verhuurnode.Verblijf(binnen, "2026-07-01", "2026-07-03"));
        Assert.Equal("geenMeldplicht", (await node.Post(422, "/meldingen", Verhuurnode.Verblijf(buiten, "2026-07-01", "2026-07-03"))).GetProperty("code").GetString());
        var aanvraag = await node.Post(422, "/registraties", Verhuurnode.Aanvraag(Testregister.Milan, Elders));
        Assert.Equal("geenRegistratieplicht", aanvraag.GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Where_a_dwelling_lies_is_found_afterwards_when_the_source_was_away(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine, adressen: true);
        var gebied = await Rondom(node, Woning, "Strook");
        await node.Registreer();
        await node.Store.Write(async session => await session.Execute("DELETE FROM verhuur_ligging") + await session.Execute("UPDATE verhuur_woonruimten SET lengte = NULL, breedte = NULL"));
        var zoeker = node.Services.GetServices<IHostedService>().OfType<Liggingzoeker>().Single();
        Assert.Equal(1, await zoeker.Zoek(node.Store, CancellationToken.None));
        Assert.Equal([gebied], await node.Store.Read(session => session.Ligging(Woning)));
        Assert.Equal(0, await zoeker.Zoek(node.Store, CancellationToken.None));
    }

    [EngineTheory]
    public async Task Anybody_learns_what_the_rules_ask_of_an_address_and_nothing_of_who_lets_it(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine, adressen: true);
        var gebied = await Rondom(node, Woning, "Strook");
        var concept = new
        {
            geldigVan = "2027-01-01",
            voorwaardenversie = "Concept",
            regels = new object[] { new { naam = "Strook", gebied, deel = "geheel", registratieplicht = true, meldplicht = false, vergunningplicht = false } },
        };
        var voor = (await node.Logregels()).Count;
        var nu = await node.Vraag(200, HttpMethod.Post, "/regels/_toets", new { adresseerbaarObjectIdentificatie = Woning }, null);
        Assert.Equal(("Strook", "Rest van de gemeente", 30), (nu.GetProperty("gebieden")[0].GetString(), nu.GetProperty("regel").GetProperty("naam").GetString(), nu.GetProperty("regel").GetProperty("maxNachtenPerKalenderjaar").GetInt32()));
        Assert.Equal(60, (await node.Vraag(200, HttpMethod.Post, "/regels/_toets", new { adresseerbaarObjectIdentificatie = Woning, datum = "2025-03-01" }, null)).GetProperty("regel").GetProperty("maxNachtenPerKalenderjaar").GetInt32());

        var straks = await node.Vraag(200, HttpMethod.Post, "/regels/_toets", new { adresseerbaarObjectIdentificatie = Woning, deel = "geheel", concept }, null);
        Assert.False(straks.GetProperty("regel").GetProperty("meldplicht").GetBoolean());
        Assert.False((await node.Vraag(200, HttpMethod.Post, "/regels/_toets", new { adresseerbaarObjectIdentificatie = Woning, deel = "gedeelte", concept }, null)).TryGetProperty("regel", out _));
        var onbekend = await node.Vraag(200, HttpMethod.Post, "/regels/_toets", new { adresseerbaarObjectIdentificatie = "9901010000009999" }, null);
        Assert.False(onbekend.GetProperty("plaats").GetBoolean());
        Assert.Equal(["concept.regels.0.meldplicht:required", "datum:invalid"], Verhuurnode.Fouten(await node.Vraag(400, HttpMethod.Post, "/regels/_toets", new
        {
            adresseerbaarObjectIdentificatie = Woning,
            datum = "morgen",
            concept = new { geldigVan = "2027-01-01", voorwaardenversie = "x", regels = new[] { new { naam = "x", registratieplicht = true, vergunningplicht = false } } },
        }, null)));
        Assert.Equal(voor, (await node.Logregels()).Count);
    }

    [EngineTheory]
    public async Task An_area_is_shown_with_its_shape_and_added_once(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        const string Vlak = """{"type":"Polygon","coordinates":[[[5.0,52.0],[5.1,52.0],[5.05,52.1],[5.0,52.0]]]}""";
        var eerste = await node.PostTekst(201, "/gebieden?naam=Driehoek", Vlak, "application/geo+json");
        var nog = await node.PostTekst(200, "/gebieden?naam=Driehoek", Vlak, "application/geo+json");
        Assert.Equal(eerste.GetProperty("id").GetGuid(), nog.GetProperty("id").GetGuid());
        var feature = await node.Vraag(200, HttpMethod.Get, $"/gebieden/{eerste.GetProperty("id").GetGuid()}", null, null);
        Assert.Equal(("Feature", "Polygon", 5.05), (feature.GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("type").GetString(), feature.GetProperty("geometry").GetProperty("coordinates")[0][2][0].GetDouble()));
        var alle = await node.Vraag(200, HttpMethod.Get, "/gebieden", null, null);
        Assert.Equal(["Duinrand", "Driehoek"], alle.GetProperty("results").EnumerateArray().Select(gebied => gebied.GetProperty("naam").GetString()));
        await node.Vraag(404, HttpMethod.Get, $"/gebieden/{Guid.CreateVersion7()}", null, null);
        Assert.Equal(["naam:invalid"], Verhuurnode.Fouten(await node.PostTekst(400, "/gebieden", Vlak)));
        Assert.Equal(["bestand:onleesbaar"], Verhuurnode.Fouten(await node.PostTekst(400, "/gebieden?naam=x", "geen json")));
        Assert.Equal("request-entity-too-large", (await node.PostBestand(413, "/gebieden?naam=x", new byte[1024 * 1024 + 1], "application/zip")).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Rules_that_cannot_be_meant_are_refused_with_the_row(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        var rij = new { naam = "Alles", registratieplicht = true, meldplicht = true, vergunningplicht = false };
        var versie = new { geldigVan = "2026-08-01", voorwaardenversie = "Augustus", regels = new object[] { rij, rij } };
        Assert.Equal(["regels.1:onbereikbaar"], Verhuurnode.Fouten(await node.Post(422, "/regels", versie)));
        Assert.Equal(["regels.0.naam:required", "regels.1:invalid"], Verhuurnode.Fouten(await node.Post(400, "/regels", versie with { regels = [new { registratieplicht = true, meldplicht = true, vergunningplicht = false }, "tekst"] })));
        Assert.Equal(2, (await node.Vraag(200, HttpMethod.Get, "/regels", null, null)).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task What_an_offence_costs_follows_from_the_rules_of_its_day(Engine engine)
    {
        await using var node = await Verhuurnode.Start(engine);
        await node.Post(201, "/regels", new
        {
            geldigVan = "2026-08-01",
            voorwaardenversie = "Augustus",
            regels = new object[] { new { naam = "Alles", registratieplicht = true, meldplicht = false, vergunningplicht = false } },
            boetes = new[] { new { overtreding = "geenRegistratienummer", bedrag = 1500, bedragBijHerhaling = 3000 } },
            recidivejaren = 2,
        });
        var eerder = await node.Vraag(200, HttpMethod.Post, "/regels/_boete", new { overtreding = "geenRegistratienummer", datum = "2025-12-31" }, null);
        Assert.False(eerder.TryGetProperty("bedrag", out _));
        var herhaald = await node.Vraag(200, HttpMethod.Post, "/regels/_boete", new { overtreding = "geenRegistratienummer", datum = "2026-09-01", eerdere = new[] { new { datum = "2026-08-15" } } }, null);
        Assert.Equal((3000, "2026-08-15", "Huisvestingswet 2014, artikel 23a"), (herhaald.GetProperty("bedrag").GetInt32(), herhaald.GetProperty("herhaling").GetString(), herhaald.GetProperty("artikel").GetString()));
    }

    /// <summary>An area of a few metres around a dwelling.</summary>
    private static async Task<Guid> Rondom(Verhuurnode node, string woonruimte, string naam)
    {
        var plek = await node.Services.GetRequiredService<Adresplek>().Zoek(node.Store.Organisatie, woonruimte, CancellationToken.None);
        var (x, y) = plek!.Value.Graden;
        FormattableString vlak = $$"""{"type":"Polygon","coordinates":[[[{{x - 0.0001}},{{y - 0.0001}}],[{{x + 0.0001}},{{y - 0.0001}}],[{{x}},{{y + 0.0001}}],[{{x - 0.0001}},{{y - 0.0001}}]]]}""";
        var antwoord = await node.PostBestand(201, $"/gebieden?naam={naam}", Encoding.UTF8.GetBytes(FormattableString.Invariant(vlak)), "application/geo+json");
        return antwoord.GetProperty("id").GetGuid();
    }

    private static Task Regels(Verhuurnode node, object[] regels) => node.Post(201, "/regels", new { geldigVan = "2026-06-01", voorwaardenversie = "Juni", regels });
}
