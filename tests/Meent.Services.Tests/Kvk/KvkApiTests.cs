using System.Text.Json;
using Meent.Services.HaalCentraal;
using Meent.Services.Kvk;
using Meent.Services.Kvk.Demo;
using Meent.Services.Logboek;
using Meent.Services.Tests.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Kvk;

/// <summary>The API's of the KVK at the source.</summary>
public sealed class KvkApiTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("kvkNummer=90000048", "hoofdvestiging 000090000048", "nevenvestiging 000090000056", "rechtspersoon ")]
    [InlineData("kvkNummer=90000048&type=nevenvestiging", "nevenvestiging 000090000056")]
    [InlineData("kvkNummer=90000048&type=nevenvestiging&type=rechtspersoon", "nevenvestiging 000090000056", "rechtspersoon ")]
    [InlineData("kvkNummer=90000048&type=nevenvestiging&InclusiefInactieveRegistraties=true", "nevenvestiging 000090000056", "nevenvestiging 000090000064")]
    [InlineData("rsin=990000060&type=rechtspersoon", "rechtspersoon ")]
    [InlineData("vestigingsnummer=000090000030", "hoofdvestiging 000090000030")]
    [InlineData("naam=zeebries", "hoofdvestiging 000090000048")]
    [InlineData("naam=BRANDING strandpaviljoen&type=hoofdvestiging", "hoofdvestiging 000090000048")]
    // By a name of before.
    [InlineData("naam=zeezicht&type=hoofdvestiging", "hoofdvestiging 000090000048")]
    [InlineData("postcode=9901ac&huisnummer=21", "hoofdvestiging 000090000030")]
    [InlineData("postcode=9902BB&huisnummer=12&huisletter=A", "hoofdvestiging 000090000072")]
    [InlineData("postcode=9901ZZ&postbusnummer=13&type=hoofdvestiging", "hoofdvestiging 000090000013")]
    [InlineData("straatnaam=kerkbrink&plaats=Lindewoude", "nevenvestiging 000090000056", "rechtspersoon ")]
    public async Task What_is_found_is_told_by_kind(Engine engine, string query, params string[] gevonden)
    {
        await using var node = await Open(engine);
        var antwoord = await Vraag(node, 200, "/v2/zoeken?" + query);
        Assert.Equal(gevonden, antwoord.GetProperty("resultaten").EnumerateArray().Select(r => $"{r.GetProperty("type").GetString()} {(r.TryGetProperty("vestigingsnummer", out var nummer) ? nummer.GetString() : "")}"));
        Assert.Equal(gevonden.Length, antwoord.GetProperty("totaal").GetInt32());
    }

    [EngineTheory]
    // Whole words, all of them in one name.
    [InlineData("naam=zeebr")]
    [InlineData("naam=zeebries branding")]
    [InlineData("kvkNummer=90000099")]
    // What was shielded cannot be found where it is.
    [InlineData("postcode=9901AA&huisnummer=12")]
    // What has ended.
    [InlineData("kvkNummer=90000056")]
    [InlineData("kvkNummer=90000048&pagina=2")]
    public async Task What_is_not_found_is_a_404_of_the_KVK(Engine engine, string query)
    {
        await using var node = await Open(engine);
        Assert.Equal(
            """{"fout":[{"code":"IPD5200","omschrijving":"Er zijn geen gegevens gevonden die voldoen aan de opgegeven zoekparameters."}]}""",
            Tekst(await Vraag(node, 404, "/v2/zoeken?" + query)));
    }

    [EngineTheory]
    public async Task A_result_is_told_as_API_Zoeken_has_it(Engine engine)
    {
        await using var node = await Open(engine);
        Assert.Equal(
            """{"pagina":1,"resultatenPerPagina":1,"totaal":4,"volgende":"http://localhost:8080/duinwaarde/kvk/api/v2/zoeken?naam=zeezicht&inclusiefInactieveRegistraties=true&resultatenPerPagina=1&pagina=2","resultaten":[{"kvkNummer":"90000048","vestigingsnummer":"000090000048","naam":"Strandpaviljoen De Branding","adres":{"binnenlandsAdres":{"type":"bezoekadres","straatnaam":"Strandweg","huisnummer":19,"postcode":"9901AC","plaats":"Duinwaarde"}},"type":"hoofdvestiging","actief":"Ja","vervallenNaam":"Paviljoen Zeezicht B.V.","_links":{"basisprofiel":{"href":"http://localhost:8080/duinwaarde/kvk/api/v1/basisprofielen/90000048"},"vestigingsprofiel":{"href":"http://localhost:8080/duinwaarde/kvk/api/v1/vestigingsprofielen/000090000048"}}}],"_links":{"self":{"href":"http://localhost:8080/duinwaarde/kvk/api/v2/zoeken?naam=zeezicht&inclusiefInactieveRegistraties=true&resultatenPerPagina=1"}}}""",
            Tekst(await Vraag(node, 200, "/v2/zoeken?naam=zeezicht&inclusiefInactieveRegistraties=true&resultatenPerPagina=1")));
        // The address that was sought; and no links to what ended before there were profiles.
        var postbus = (await Vraag(node, 200, "/v2/zoeken?postcode=9901ZZ&postbusnummer=13")).GetProperty("resultaten")[0];
        Assert.Equal("""{"binnenlandsAdres":{"type":"postadres","postbusnummer":13,"postcode":"9901ZZ","plaats":"Duinwaarde"}}""", Tekst(postbus.GetProperty("adres")));
        var vroeger = (await Vraag(node, 200, "/v2/zoeken?rsin=990000096&inclusiefInactieveRegistraties=true")).GetProperty("resultaten")[0];
        Assert.Equal(("Nee", "990000096", false), (vroeger.GetProperty("actief").GetString(), vroeger.GetProperty("rsin").GetString(), vroeger.TryGetProperty("_links", out _)));
    }

    [EngineTheory]
    public async Task A_profile_is_told_as_the_KVK_has_it(Engine engine)
    {
        await using var node = await Open(engine);
        var profiel = await Vraag(node, 200, "/v1/basisprofielen/90000030");
        Assert.Equal(["kvkNummer", "indNonMailing", "naam", "formeleRegistratiedatum", "materieleRegistratie", "totaalWerkzamePersonen", "handelsnamen", "sbiActiviteiten", "links", "_embedded"], Leden(profiel));
        var hoofd = profiel.GetProperty("_embedded").GetProperty("hoofdvestiging");
        Assert.False(hoofd.TryGetProperty("rsin", out _) || hoofd.TryGetProperty("handelsnamen", out _));
        Assert.Equal(
            """{"rsin":"990000084","rechtsvorm":"VennootschapOnderFirma","uitgebreideRechtsvorm":"Vennootschap onder firma","links":[{"rel":"self","href":"http://localhost:8080/duinwaarde/kvk/api/v1/basisprofielen/90000030/eigenaar"},{"rel":"basisprofiel","href":"http://localhost:8080/duinwaarde/kvk/api/v1/basisprofielen/90000030"}]}""",
            Tekst(profiel.GetProperty("_embedded").GetProperty("eigenaar")));
        Assert.Equal("990000084", (await Vraag(node, 200, "/v1/basisprofielen/90000030/hoofdvestiging")).GetProperty("rsin").GetString());

        // Without vestigingen the addresses are those of the owner.
        var eigenaar = await Vraag(node, 200, "/v1/basisprofielen/90000072/eigenaar");
        Assert.Equal("Kerkbrink 5 9902BA Lindewoude|Hafenstraße 4 26757 Borkum", string.Join('|', eigenaar.GetProperty("adressen").EnumerateArray().Select(adres => adres.GetProperty("volledigAdres").GetString())));

        var lijst = await Vraag(node, 200, "/v1/basisprofielen/90000048/vestigingen");
        Assert.Equal((3, 0, 3), (lijst.GetProperty("aantalCommercieleVestigingen").GetInt32(), lijst.GetProperty("aantalNietCommercieleVestigingen").GetInt32(), lijst.GetProperty("totaalAantalVestigingen").GetInt32()));

        var namen = await Vraag(node, 200, "/v1/naamgevingen/kvknummer/90000013");
        Assert.Equal(("De Vuurtoren", "19980214"), (namen.GetProperty("ookGenoemd").GetString(), namen.GetProperty("startdatum").GetString()));
        Assert.Equal(
            """{"vestigingsnummer":"000090000013","naam":"Woonstichting De Vuurtoren","ookGenoemd":"De Vuurtoren","links":[{"rel":"vestigingsprofiel","href":"http://localhost:8080/duinwaarde/kvk/api/v1/vestigingsprofielen/000090000013"}]}""",
            Tekst(namen.GetProperty("vestigingen")[0]));
    }

    [EngineTheory]
    public async Task Where_it_is_is_told_when_asked_and_never_when_shielded(Engine engine)
    {
        await using var node = await Open(engine);
        Assert.False(Adres(await Vraag(node, 200, "/v1/vestigingsprofielen/000090000030")).TryGetProperty("geoData", out _));
        var geo = Adres(await Vraag(node, 200, "/v1/vestigingsprofielen/000090000030?geoData=True")).GetProperty("geoData");
        Assert.Equal("9901010000000010", geo.GetProperty("addresseerbaarObjectId").GetString());
        Assert.Equal("""{"type":"bezoekadres","indAfgeschermd":"Ja"}""", Tekst(Adres(await Vraag(node, 200, "/v1/vestigingsprofielen/000090000021?geoData=true"))));
        var regel = (await Vraag(node, 200, "/v1/basisprofielen/90000021/vestigingen")).GetProperty("vestigingen")[0];
        Assert.Equal(("Ja", false), (regel.GetProperty("indAdresAfgeschermd").GetString(), regel.TryGetProperty("volledigAdres", out _)));
        Assert.False((await Vraag(node, 200, "/v2/zoeken?kvkNummer=90000021")).GetProperty("resultaten")[0].TryGetProperty("adres", out _));
    }

    [EngineTheory]
    public async Task Who_is_the_company_is_on_record_and_never_told(Engine engine)
    {
        await using var node = await Open(engine);
        await Vraag(node, 200, "/v1/basisprofielen/90000048");
        Assert.Empty(await Regels(node));
        foreach (var pad in new[] { "/v1/basisprofielen/90000030", "/v2/zoeken?kvkNummer=90000030", "/v1/naamgevingen/kvknummer/90000030" })
            Assert.DoesNotContain("9999700", Tekst(await Vraag(node, 200, pad)), StringComparison.Ordinal);
        Assert.Equal(
            ["kvk:basisprofiel BSN 999970057", "kvk:basisprofiel BSN 999970069", "kvk:naamgevingen BSN 999970057", "kvk:naamgevingen BSN 999970069", "kvk:zoeken BSN 999970057", "kvk:zoeken BSN 999970069"],
            await Regels(node, "BSN", "999970057", "999970069"));
        // An owner of whom no number is known is on record by the company.
        await Vraag(node, 200, "/v1/basisprofielen/90000064/eigenaar");
        Assert.Equal(["kvk:eigenaar KVK 90000064"], await Regels(node, "KVK", "90000064"));
    }

    [EngineTheory]
    public async Task A_purpose_gives_the_products_that_it_covers(Engine engine)
    {
        await using var node = await Open(engine);
        await (await node.Store()).Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, node.Doel("adres"), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit
        {
            Naam = "Adres",
            Doel = "Weten waar een bedrijf zit.",
            Grondslag = Grondslag.PubliekeTaak,
            Gegevens = ["kvk:basisprofiel", "kvk:hoofdvestiging"],
        })));

        Assert.Equal(["hoofdvestiging"], Leden((await Vraag(node, 200, "/v1/basisprofielen/90000030", "adres")).GetProperty("_embedded")));
        foreach (var pad in new[] { "/v1/basisprofielen/90000030/eigenaar", "/v2/zoeken?naam=timmerwerken", "/v1/vestigingsprofielen/000090000030" })
            Assert.Equal("doelbindingDektNiet", (await Vraag(node, 403, pad, "adres")).GetProperty("fout")[0].GetProperty("code").GetString());
        Assert.Equal("doelbindingOntbreekt", (await Vraag(node, 403, "/v1/basisprofielen/90000048", null)).GetProperty("fout")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(400, "/v2/zoeken", "IPD1998 Algemene invoer parameter fout.")]
    [InlineData(400, "/v2/zoeken?postcode=9901AA", "IPD1998 Algemene invoer parameter fout.")]
    [InlineData(400, "/v2/zoeken?huisnummer=1", "IPD1998 Algemene invoer parameter fout.")]
    [InlineData(400, "/v2/zoeken?naam=x&huisletter=a", "IPD1998 Algemene invoer parameter fout.")]
    [InlineData(400, "/v2/zoeken?pagina=2", "IPD1998 Algemene invoer parameter fout.")]
    [InlineData(400, "/v2/zoeken?kvkNummer=123", "IPD0004 Het KVK-nummer 123 is niet valide.")]
    [InlineData(400, "/v2/zoeken?rsin=12&vestigingsnummer=3", "IPD0010 Het RSI-nummer 12 is niet valide.", "IPD0006 Het vestigingsnummer 3 is niet valide.")]
    [InlineData(404, "/v2/zoeken?naam=x&type=filiaal", "IPD5203 Het opgegeven type is niet valide.")]
    [InlineData(400, "/v2/zoeken?naam=x&straat=y&pagina=0", "IPD1999 De volgende opgegeven parameter(s) is(zijn) ongeldig: [straat, pagina]")]
    [InlineData(400, "/v2/zoeken?naam=x&resultatenPerPagina=101", "IPD1999 De volgende opgegeven parameter(s) is(zijn) ongeldig: [resultatenPerPagina]")]
    [InlineData(400, "/v2/zoeken?naam=!&inclusiefInactieveRegistraties=misschien", "IPD1999 De volgende opgegeven parameter(s) is(zijn) ongeldig: [naam, inclusiefInactieveRegistraties]")]
    [InlineData(400, "/v1/basisprofielen/123?geodata=x", "IPD0004 Het KVK-nummer 123 is niet valide.", "IPD1999 De volgende opgegeven parameter(s) is(zijn) ongeldig: [geoData]")]
    [InlineData(400, "/v1/basisprofielen/90000048/vestigingen?geoData=true", "IPD1999 De volgende opgegeven parameter(s) is(zijn) ongeldig: [geoData]")]
    [InlineData(404, "/v1/basisprofielen/90000099", "IPD0005 Op basis van het KVK-nummer 90000099 kan het product niet worden geleverd.")]
    [InlineData(404, "/v1/basisprofielen/90000072/hoofdvestiging", "IPD0005 Op basis van het KVK-nummer 90000072 kan het product niet worden geleverd.")]
    [InlineData(400, "/v1/vestigingsprofielen/90000048", "IPD0006 Het vestigingsnummer 90000048 is niet valide.")]
    [InlineData(404, "/v1/vestigingsprofielen/000000000000", "IPD0007 Op basis van het vestigingsnummer 000000000000 kan het product niet worden geleverd.")]
    [InlineData(404, "/v1/naamgevingen/kvknummer/90000099", "IPD0005 Op basis van het KVK-nummer 90000099 kan het product niet worden geleverd.")]
    public async Task A_wrong_question_is_refused_in_the_words_of_the_KVK(int status, string pad, params string[] fouten)
    {
        await using var node = await Open(Engine.Sqlite);
        var fout = await Vraag(node, status, pad);
        Assert.Equal(["fout"], Leden(fout));
        Assert.Equal(fouten, fout.GetProperty("fout").EnumerateArray().Select(een => $"{een.GetProperty("code").GetString()} {een.GetProperty("omschrijving").GetString()}"));
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Open(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddKvk().AddLogboek(), routes => routes.MapKvk());
        var store = await node.Store();
        await VerwerkingsregisterDemo.Vul(store, TimeProvider.System);
        await store.Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, node.Doel(KvkApi.Activiteit), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, KvkDemo.Verstrekken)));
        await KvkDemo.Vul(store);
        return node;
    }

    private static Task<JsonElement> Vraag(Proefnode node, int status, string pad, string? doel = KvkApi.Activiteit) =>
        node.Vraag(status, HttpMethod.Get, Diensten.Kvk, pad, doel: doel is null ? null : node.Doel(doel));

    /// <summary>What is on record, of those given by their plain identifier.</summary>
    private static async Task<List<string>> Regels(Proefnode node, string type = "", params string[] wie)
    {
        var pseudoniemen = node.Services.GetRequiredService<Meent.Data.Logboek.Pseudoniemen>();
        var namen = wie.ToDictionary(een => pseudoniemen.Van(node.Organisatie, type, een).Tekst);
        var regels = await (await node.Store()).Read(session => session.Logregels(
            "attributen, betrokkene_type, betrokkene", rij => (Gegevens: rij.Text(0), Type: rij.Text(1), Wie: Convert.ToHexStringLower(rij.Bytes(2)))));
        return [.. regels.Where(regel => wie.Length == 0 || namen.ContainsKey(regel.Wie))
            .Select(regel => $"{JsonDocument.Parse(regel.Gegevens).RootElement.GetProperty("meent.gegevens").GetString()} {regel.Type} {namen.GetValueOrDefault(regel.Wie)}").Order(StringComparer.Ordinal)];
    }

    private static JsonElement Adres(JsonElement vestiging) => vestiging.GetProperty("adressen")[0];

    private static IEnumerable<string> Leden(JsonElement json) => json.EnumerateObject().Select(lid => lid.Name);

    private static string Tekst(JsonElement json) => JsonSerializer.Serialize(json, Regelvorm.Json);
}
