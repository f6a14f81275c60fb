using Meent.Testing;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Brk.Brknode;

namespace Meent.Services.Tests.Brk;

/// <summary>Who may ask what at the kadaster, what is on record of it, and what is refused.</summary>
public sealed class BrkDoelTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData(Huis, "")]
    [InlineData(Huis + "?expand=zakelijkGerechtigden.type", "BSN, BSN")]
    [InlineData(Huis + "/zakelijkgerechtigden?fields=type", "BSN, BSN")]
    [InlineData(Huis + "/zakelijkgerechtigden?type=erfpachter", "")]
    // That a right is burdened tells of who has it.
    [InlineData(Huis + "/hypotheken", "BSN, BSN")]
    [InlineData("/kadastraalonroerendezaken/990201000370000/beslagen", "BSN")]
    [InlineData("/kadastraalonroerendezaken/990201020070000/zakelijkgerechtigden", "Kadasterpersoon")]
    [InlineData("/kadasternatuurlijkpersonen?q=lindqvist 1961-09-03", "Kadasterpersoon")]
    [InlineData("/kadastraalonroerendezaken?persoon__identificatie=90000201", "Kadasterpersoon")]
    [InlineData("/kadasternietnatuurlijkpersonen?q=duinbank duinwaarde", "")]
    [InlineData("/publiekrechtelijkebeperkingen?kadastraalOnroerendeZaakIdentificatie=990101001370000", "")]
    public async Task Persons_of_whom_an_answer_tells_are_on_record(Engine engine, string pad, string wie)
    {
        await using var node = await Open(engine, _map);
        await node.Haal(200, pad);
        Assert.Equal(wie, await node.Vastgelegd());
    }

    [EngineTheory]
    public async Task A_purpose_gives_what_it_covers_and_no_search_that_it_does_not_name(Engine engine)
    {
        await using var node = await Open(engine, _map);
        await node.MetDoel("waarderen", "brk:kadastraalOnroerendeZaken", "brk:zakelijkGerechtigden.persoon", "brk:kadasterNatuurlijkPersonen");

        await node.Haal(200, Huis, "waarderen");
        await node.Haal(200, Huis + "?expand=zakelijkGerechtigden.persoon", "waarderen");
        await node.Haal(200, Huis + "/zakelijkgerechtigden?fields=persoon.omschrijving", "waarderen");
        await node.Haal(200, "/kadasternatuurlijkpersonen/90000201", "waarderen");
        foreach (var (pad, waarom) in new[]
        {
            (Huis + "/zakelijkgerechtigden?fields=persoon,tenaamstelling", "Het doel dekt deze velden niet: zakelijkGerechtigden.tenaamstelling."), (Huis + "?expand=true", "Het doel dekt deze velden niet: zakelijkGerechtigden.identificatie"),
            (Huis + "/hypotheken", "Het doel dekt deze velden niet: hypotheken."), ("/stukken/20190512000101", "Het doel dekt deze velden niet: stukken."),
            ("/kadasternatuurlijkpersonen?q=lindqvist 1961-09-03", "Het doel noemt scope:brk.GetKadasterPersonen niet."), ("/kadastraalonroerendezaken?persoon__identificatie=90000201", "Het doel noemt scope:brk.ZoekKadastraalOnroerendeZakenMetBsn niet."),
        })
        {
            var fout = await node.Haal(403, pad, "waarderen");
            Assert.Equal("autorisation", fout.GetProperty("code").GetString());
            Assert.StartsWith(waarom, fout.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        await node.MetBsn(403, new { burgerservicenummer = "999970008" }, "waarderen");
        await node.Haal(403, Huis, null);
    }

    [Theory]
    [InlineData("/kadastraalonroerendezaken", "paramsRequired")]
    [InlineData("/kadastraalonroerendezaken?fields=type&expand=true", "paramsRequired")]
    [InlineData("/kadastraalonroerendezaken?huisnummer=1", "paramsCombination")]
    [InlineData("/kadastraalonroerendezaken?inclusiefKadastraalOnroerendeZakenUitSplitsing=true", "paramsCombination")]
    [InlineData("/kadastraalonroerendezaken?postcode=9901AA&nummeraanduidingIdentificatie=9901200000000001", "unsupportedCombination")]
    [InlineData("/kadastraalonroerendezaken?postcode=9901AA&inclusiefKadastraalOnroerendeZakenUitSplitsing=true", "unsupportedCombination")]
    [InlineData("/kadastraalonroerendezaken?kadastraleAanduiding=A&huisletter=12&burgerservicenummer=1", "paramsValidation", "burgerservicenummer unknownParam", "kadastraleAanduiding pattern", "huisletter pattern")]
    [InlineData("/kadastraalonroerendezaken?postcode=9901AA&fields=eigenaar&expand=hypotheken", "paramsValidation", "fields fields", "expand expand")]
    [InlineData("/kadastraalonroerendezaken?persoon__identificatie=1&expand=zakelijkGerechtigden", "paramsValidation", "expand expand")]
    [InlineData(Huis + "?expand=zakelijkGerechtigden.naam", "paramsValidation", "expand expand")]
    [InlineData(Huis + "/zakelijkgerechtigden?type=huurder", "paramsValidation", "type enum")]
    [InlineData(Huis + "/beslagen?pagina=1", "paramsValidation", "pagina unknownParam")]
    [InlineData("/publiekrechtelijkebeperkingen", "paramsValidation", "kadastraalOnroerendeZaakIdentificatie required")]
    [InlineData("/kadasternatuurlijkpersonen", "paramsRequired")]
    [InlineData("/kadasternatuurlijkpersonen?q=lindqvist", "paramsCombination")]
    [InlineData("/kadasternietnatuurlijkpersonen?q=duinbank", "paramsCombination")]
    public async Task A_wrong_question_is_refused_in_the_codes_of_the_standard(string pad, string code, params string[] fouten)
    {
        await using var node = await Open(Engine.Sqlite, _map);
        var fout = await node.Haal(400, pad);
        Assert.Equal(code, fout.GetProperty("code").GetString());
        Assert.Equal(fouten, !fout.TryGetProperty("invalidParams", out var lijst) ? [] : lijst.EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}"));
    }

    [Fact]
    public async Task A_wrong_body_is_refused_without_what_it_held()
    {
        await using var node = await Open(Engine.Sqlite, _map);
        foreach (var (body, verwacht) in new (object, string)[]
        {
            (new { fields = "type" }, "burgerservicenummer required"), (new { burgerservicenummer = "99997000" }, "burgerservicenummer pattern"), (new { burgerservicenummer = 999970008 }, "burgerservicenummer pattern"),
            (new { burgerservicenummer = "999970008", naam = "x", fields = "y" }, "naam unknownParam, fields fields"), (Array.Empty<string>(), "burgerservicenummer required"),
        })
        {
            var fout = await node.MetBsn(400, body);
            Assert.Equal(verwacht, string.Join(", ", fout.GetProperty("invalidParams").EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("code").GetString()}")));
            Assert.DoesNotContain("9999700", Tekst(fout), StringComparison.Ordinal);
        }

        using var inhoud = new StringContent("burgerservicenummer=999970008");
        using var antwoord = await node.StuurInhoud(HttpMethod.Post, Standards.Koppelvlak.Diensten.Brk, "/kadastraalonroerendezaken", inhoud, node.Doel(Services.Brk.BrkApi.Activiteit));
        Assert.Equal(415, (int)antwoord.StatusCode);
    }

    [Fact]
    public async Task Another_system_of_coordinates_is_refused()
    {
        await using var node = await Open(Engine.Sqlite, _map);
        using var fout = await node.Stuur(HttpMethod.Get, Standards.Koppelvlak.Diensten.Brk, Huis, doel: node.Doel(Services.Brk.BrkApi.Activiteit), headers: headers => Zet(headers, "EPSG:4326"));
        Assert.Equal(406, (int)fout.StatusCode);
        using var goed = await node.Stuur(HttpMethod.Get, Standards.Koppelvlak.Diensten.Brk, Huis, doel: node.Doel(Services.Brk.BrkApi.Activiteit), headers: headers => Zet(headers, "epsg:28992"));
        Assert.Equal(("epsg:28992", "2.0.0"), (goed.Headers.GetValues("Content-Crs").Single(), goed.Headers.GetValues("api-version").Single()));

        static void Zet(System.Net.Http.Headers.HttpRequestHeaders headers, string crs)
        {
            headers.Remove("Accept-Crs");
            headers.Add("Accept-Crs", crs);
        }
    }

    public void Dispose() => _map.Dispose();
}
