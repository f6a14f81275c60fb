using System.Text.Json;
using Meent.Services.Tests.Personen;
using Meent.Testing;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Brk.Brknode;

namespace Meent.Services.Tests.Brk;

/// <summary>BRK bevragen 2.0.0 at the source.</summary>
public sealed class BrkApiTests : IDisposable
{
    private const string Zaken = "kadastraalOnroerendeZaken";

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("kadastraleAanduiding=Duinwaarde A 101", "990101000170000")]
    [InlineData("kadastraleAanduiding=Duinwaarde A 111 A2", "990101001270000")]
    [InlineData("kadastraleAanduiding=Duinwaarde A 111", "990101011170000")]
    [InlineData("kadastraleAanduiding=Duinwaarde A 111&inclusiefKadastraalOnroerendeZakenUitSplitsing=true", "990101011170000", "990101001170000", "990101001270000")]
    [InlineData("kadastraleAanduidingMetGemeentecode=LDW00 B 200", "990201020070000")]
    [InlineData("persoon__identificatie=90000201", "990201020070000")]
    [InlineData("postcode=9901AC&huisnummer=23", "990101001170000", "990101001270000")]
    [InlineData("postcode=9901AB&huisnummer=3&huisletter=b", "990101000770000")]
    [InlineData("postcode=9901AD", "990101001370000")]
    [InlineData("nummeraanduidingIdentificatie=9902200000000003", "990201000370000")]
    [InlineData("postcode=9999ZZ")]
    public async Task Zaken_are_found_by_what_they_are_called_where_they_lie_and_whose_they_are(Engine engine, string query, params string[] gevonden)
    {
        await using var node = await Open(engine, _map);
        Assert.Equal(gevonden, (await node.Haal(200, "/kadastraalonroerendezaken?" + query)).Nummers(Zaken));
    }

    [EngineTheory]
    public async Task What_somebody_owns_is_told_without_who_else_does(Engine engine)
    {
        await using var node = await Open(engine, _map);
        var antwoord = await node.MetBsn(200, new { burgerservicenummer = "999970008", fields = "identificatie,zakelijkGerechtigdeIdentificaties,koopsom.koopjaar" });
        Assert.Equal(
            """[{"identificatie":"990101000170000","koopsom":{"koopjaar":2019},"_links":{"self":{"href":"http://localhost:8080/duinwaarde/brk/bevragen/v2/kadastraalonroerendezaken/990101000170000"}}}]""",
            Tekst(antwoord.GetProperty("_embedded").GetProperty(Zaken)));
        Assert.Equal("BSN", await node.Vastgelegd());
        // The BSN of a person whom the kadaster keeps is none; and who has nothing is not on record.
        Assert.Empty((await node.MetBsn(200, new { burgerservicenummer = "999970094" })).Nummers(Zaken));
        Assert.Equal("BSN", await node.Vastgelegd());
    }

    [SharedEngineTheory]
    public async Task What_is_answered_is_what_the_standard_says(Engine engine)
    {
        await using var node = await Open(engine, _map);
        var standaard = new Standaardschema("brk-bevragen-2.0.0.json");
        foreach (var (pad, schema) in new[]
        {
            ("/kadastraalonroerendezaken?postcode=9901AA&expand=true", "KadastraalOnroerendeZaakHalCollectie"), ("/kadastraalonroerendezaken?kadastraleAanduiding=Duinwaarde A 111", "KadastraalOnroerendeZaakHalCollectie"),
            (Huis + "?expand=zakelijkGerechtigden,privaatrechtelijkeBeperkingen", "KadastraalOnroerendeZaakHal"), ("/kadastraalonroerendezaken/990101001370000?expand=true", "KadastraalOnroerendeZaakHal"),
            ("/kadastraalonroerendezaken/990101001170000", "KadastraalOnroerendeZaakHal"), ("/kadastraalonroerendezaken/990101009070000", "KadastraalOnroerendeZaakHal"),
            (Huis + "/zakelijkgerechtigden", "ZakelijkGerechtigdeHalCollectie"), ("/kadastraalonroerendezaken/990101001370000/zakelijkgerechtigden", "ZakelijkGerechtigdeHalCollectie"),
            ("/kadastraalonroerendezaken/990101011170000/zakelijkgerechtigden", "ZakelijkGerechtigdeHalCollectie"),
            (Huis + "/hypotheken", "HypotheekHalCollectie"), ("/kadastraalonroerendezaken/990201000370000/beslagen", "BeslagHalCollectie"),
            ("/kadastraalonroerendezaken/990101001370000/privaatrechtelijkebeperkingen", "PrivaatrechtelijkeBeperkingHalCollectie"),
            ("/publiekrechtelijkebeperkingen?kadastraalOnroerendeZaakIdentificatie=990101001370000", "PubliekrechtelijkeBeperkingHalCollectie"),
            ("/kadasternatuurlijkpersonen?q=1961-09-03 Lindqvist", "KadasterNatuurlijkPersoonHalCollectie"), ("/kadasternatuurlijkpersonen/90000201", "KadasterNatuurlijkPersoonHal"),
            ("/kadasternietnatuurlijkpersonen?q=Duinbank Duinwaarde", "KadasterNietNatuurlijkPersoonHalCollectie"), ("/kadasternietnatuurlijkpersonen/90000102", "KadasterNietNatuurlijkPersoonHal"),
            ("/stukken/20190512000101?expand=stukdelen", "StukHal"), ("/stukdelen/AKR1.100000101?expand=stuk", "StukdeelHal"),
        })
        {
            var antwoord = await node.Haal(200, pad);
            Assert.Empty(standaard.Fouten(antwoord, schema));
            if (schema.EndsWith("Collectie", StringComparison.Ordinal)) Assert.True(Tekst(antwoord.GetProperty("_embedded")).Length > 100 || pad.Contains("990101011170000", StringComparison.Ordinal), pad);
            foreach (var een in Enkele(pad, antwoord)) Assert.Empty(standaard.Fouten(await node.Haal(200, een), schema.Replace("HalCollectie", "Hal", StringComparison.Ordinal)));
        }

        // The trace is what RFC 9457 lets an API add.
        foreach (var (status, pad, schema) in new[] { (400, "/kadastraalonroerendezaken?postcode=x", "BadRequestFoutbericht"), (400, "/kadastraalonroerendezaken", "BadRequestFoutbericht"), (404, "/stukken/1", "Foutbericht") })
            Assert.Equal([schema + ".traceId staat niet in de standaard"], standaard.Fouten(await node.Haal(status, pad), schema));

        // Each of a list can be asked where its link points.
        static IEnumerable<string> Enkele(string pad, JsonElement antwoord) => !pad.StartsWith("/kadastraalonroerendezaken/", StringComparison.Ordinal) || !antwoord.TryGetProperty("_embedded", out var lijst) || antwoord.TryGetProperty("identificatie", out _)
            ? []
            : lijst.EnumerateObject().First().Value.EnumerateArray().Select(een => een.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!.Split("/bevragen/v2")[1]).ToList();
    }

    [EngineTheory]
    public async Task Links_point_at_what_is_told_and_never_hold_a_BSN(Engine engine)
    {
        await using var node = await Open(engine, _map);
        var zaak = await node.Haal(200, Huis);
        Assert.Equal(["self", "zakelijkGerechtigden", "hypotheken", "isOntstaanUit", "stukken"], zaak.GetProperty("_links").EnumerateObject().Select(link => link.Name));
        Assert.Equal(["self"], (await node.Haal(200, Huis + "?fields=koopsom")).GetProperty("_links").EnumerateObject().Select(link => link.Name));
        var wie = (await node.Haal(200, Huis + "/zakelijkgerechtigden")).Lijst("zakelijkGerechtigden").First();
        Assert.Equal("999970008", wie.GetProperty("persoon").GetProperty("identificatie").GetString());
        Assert.DoesNotContain("9999700", Tekst(wie.GetProperty("_links")), StringComparison.Ordinal);
        var greta = (await node.Haal(200, "/kadastraalonroerendezaken/990201020070000/zakelijkgerechtigden")).Lijst("zakelijkGerechtigden").First().GetProperty("_links");
        Assert.EndsWith("/brk/bevragen/v2/kadasternatuurlijkpersonen/90000201", greta.GetProperty("persoon").GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.Equal("990201020070000", Assert.Single((await node.Haal(200, "/kadasternatuurlijkpersonen/90000201")).GetProperty("kadastraalOnroerendeZaakIdentificaties").EnumerateArray()).GetString());
        var gesplitst = await node.Haal(200, "/kadastraalonroerendezaken/990101011170000/zakelijkgerechtigden");
        Assert.Equal("eigenaar", gesplitst.GetProperty("gesplitstZakelijkRecht").GetString());
        Assert.EndsWith("?kadastraleAanduiding=Duinwaarde%20A%20111&inclusiefKadastraalOnroerendeZakenUitSplitsing=true", gesplitst.GetProperty("_links").GetProperty("kadastraalOnroerendeZakenUitSplitsing").GetProperty("href").GetString(), StringComparison.Ordinal);
    }

    [EngineTheory]
    public async Task What_is_asked_along_can_be_part_of_it(Engine engine)
    {
        await using var node = await Open(engine, _map);
        var zaak = await node.Haal(200, Huis + "?fields=kadastraleAanduiding&expand=zakelijkGerechtigden.type,zakelijkGerechtigden.tenaamstelling.aandeel");
        Assert.Equal("Duinwaarde A 101", zaak.GetProperty("kadastraleAanduiding").GetString());
        Assert.StartsWith("""{"type":"eigenaar","tenaamstelling":{"aandeel":{"noemer":2,"teller":1}},"_links":""", Tekst(zaak.Lijst("zakelijkGerechtigden").First()), StringComparison.Ordinal);
        Assert.Single((await node.Haal(200, "/kadastraalonroerendezaken/990101001370000/zakelijkgerechtigden?type=erfpachter&fields=erfpachtCanon")).Lijst("zakelijkGerechtigden"));
        Assert.Equal("20190512000101", (await node.Haal(200, "/stukdelen/AKR1.100000101?expand=stuk.identificatie")).GetProperty("_embedded").GetProperty("stuk").GetProperty("identificatie").GetString());
    }

    [EngineTheory]
    [InlineData("kadasternatuurlijkpersonen", "Lindqvist 1961-09-03", "90000201")]
    [InlineData("kadasternatuurlijkpersonen", "1961-09-03 LIND", "90000201")]
    [InlineData("kadasternatuurlijkpersonen", "Lindqvist 1961-09-04")]
    [InlineData("kadasternietnatuurlijkpersonen", "de ontvanger Sint Linde", "90000102")]
    [InlineData("kadasternietnatuurlijkpersonen", "duinbank duinwaarde", "90000101")]
    [InlineData("kadasternietnatuurlijkpersonen", "bank duinwaarde")]
    public async Task Persons_of_the_kadaster_are_found_by_the_beginning_of_a_name(Engine engine, string soort, string q, params string[] gevonden)
    {
        await using var node = await Open(engine, _map);
        var antwoord = await node.Haal(200, $"/{soort}?q={Uri.EscapeDataString(q)}");
        Assert.Equal(gevonden, antwoord.Nummers(antwoord.GetProperty("_embedded").EnumerateObject().Single().Name));
    }

    public void Dispose() => _map.Dispose();
}
