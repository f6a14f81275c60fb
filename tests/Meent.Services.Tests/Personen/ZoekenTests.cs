using System.Text.Json;
using Meent.Services.Personen.Opslag;
using Meent.Services.Tests.Logboek;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

/// <summary>The scenarios of the six searches of BRP Personen 2.7.0, with its own persons.</summary>
public sealed class ZoekenTests
{
    private const string Naam = "ZoekMetGeslachtsnaamEnGeboortedatum";
    private const string Gemeente = "ZoekMetNaamEnGemeenteVanInschrijving";
    private const string Postcode = "ZoekMetPostcodeEnHuisnummer";
    private const string Straat = "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving";

    private static long _anummer = 1_000_000_000;

    private static readonly string[] Mag =
    [
        "personen:burgerservicenummer", "personen:naam", "personen:geboorte", "personen:geslacht", "personen:verblijfplaats", "personen:adressering", "scope:personen." + Naam, "scope:personen." + Gemeente,
        "scope:personen." + Postcode, "scope:personen." + Straat, "scope:personen.ZoekMetNummeraanduidingIdentificatie", "scope:personen.ZoekMetAdresseerbaarObjectIdentificatie",
    ];

    [EngineTheory]
    public async Task Names_are_found_without_regard_to_capitals_and_with_diacritics_only_by_who_types_them(Engine engine)
    {
        await using var register = await Open(
            engine, Lijst("999990007", "0310", "19830526", "0240", "Gündoğan", "0210", "Zoë Zümra"), Lijst("999990019", "0310", "19830526", "0240", "Gundogan", "0210", "Zoe Zumra"),
            Lijst("999990020", "0310", "19830526", "0240", "Gundo", "0210", "Piet", "0230", "van", "0410", "M"));
        async Task Vindt(string geslachtsnaam, string? voornamen, params string[] bsns) =>
            Assert.Equal(bsns, await Bsns(register, new { type = Naam, geslachtsnaam, voornamen, geboortedatum = "1983-05-26", fields = new[] { "burgerservicenummer" } }));

        await Vindt("Gundogan", null, "999990007", "999990019");
        await Vindt("GUNDOGAN", "zoe zumra", "999990007", "999990019");
        await Vindt("GÜNDOĞAN", null, "999990007");
        await Vindt("gundogan", "ZOË*", "999990007");
        await Vindt("gündo*", "zoe*", "999990007");
        await Vindt("gundo*", null, "999990007", "999990019", "999990020");
        await Vindt("gund", null);
        Assert.Equal(["999990020"], await Bsns(register, new { type = Naam, geslachtsnaam = "gundo*", voorvoegsel = "VAN", geslacht = "m", geboortedatum = "1983-05-26", fields = new[] { "burgerservicenummer" } }));
        Assert.Empty(await Bsns(register, new { type = Naam, geslachtsnaam = "gundo*", geboortedatum = "1983-05-27", fields = new[] { "burgerservicenummer" } }));
    }

    [EngineTheory]
    public async Task A_search_within_a_municipality_finds_nobody_of_another(Engine engine)
    {
        await using var register = await Open(engine, Lijst("999990007", "0240", "Maassen", "0210", "Pieter", "080910", "0518"), Lijst("999990019", "0240", "Maassen", "0210", "Pieter", "080910", "0363"));

        Assert.Equal(["999990007"], await Bsns(register, new { type = Gemeente, geslachtsnaam = "maas*", voornamen = "pie*", gemeenteVanInschrijving = "0518", fields = new[] { "burgerservicenummer" } }));
        Assert.Empty(await Bsns(register, new { type = Gemeente, geslachtsnaam = "maas*", voornamen = "pie*", gemeenteVanInschrijving = "0599", fields = new[] { "burgerservicenummer" } }));
    }

    [EngineTheory]
    public async Task An_address_is_found_by_postcode_by_street_and_by_its_numbers_of_the_BAG(Engine engine)
    {
        string[] adres = ["080910", "0518", "081110", "Burg Schölvinckpln", "081115", "Burgemeester Schölvinckplein", "081120", "39", "081160", "2595AA", "081180", "0518010000000001", "081190", "0518200000000001"];
        await using var register = await Open(
            engine, Lijst("999990007", ["0310", "19900101", "0240", "Maassen", .. adres]), Lijst("999990019", ["0310", "19900102", .. adres, "081130", "A"]), Lijst("999990020", ["0310", "19900103", .. adres, "081140", "III"]));
        string[] fields = ["burgerservicenummer"];

        foreach (var postcode in new[] { "2595AA", "2595 aa" })
            Assert.Equal(3, (await Bsns(register, new { type = Postcode, postcode, huisnummer = 39, fields })).Count);
        Assert.Empty(await Bsns(register, new { type = Postcode, postcode = "2595AA", huisnummer = "38", fields }));
        Assert.Equal(["999990019"], await Bsns(register, new { type = Postcode, postcode = "2595AA", huisnummer = "39", huisletter = "a", fields }));
        Assert.Equal(["999990020"], await Bsns(register, new { type = Postcode, postcode = "2595AA", huisnummer = 39, huisnummertoevoeging = "iii", fields }));
        Assert.Equal(["999990019"], await Bsns(register, new { type = Postcode, postcode = "2595AA", huisnummer = 39, geboortedatum = "1990-01-02", fields }));
        Assert.Equal(["999990007"], await Bsns(register, new { type = Postcode, postcode = "2595AA", huisnummer = 39, geslachtsnaam = "maas*", fields }));
        foreach (var straat in new[] { "burg scholvinckpln", "Burgemeester Schölvinckplein", "*SCHOLVINCKPLEIN", "*schölvinckpln", "burgemeester scholvin*" })
            Assert.Equal(3, (await Bsns(register, new { type = Straat, straat, huisnummer = 39, gemeenteVanInschrijving = "0518", fields })).Count);
        Assert.Empty(await Bsns(register, new { type = Straat, straat = "Burgemeester Schôlvinckplein", huisnummer = 39, gemeenteVanInschrijving = "0518", fields }));
        Assert.Empty(await Bsns(register, new { type = Straat, straat = "Burgemeester", huisnummer = 39, gemeenteVanInschrijving = "0518", fields }));
        Assert.Equal(3, (await Bsns(register, new { type = "ZoekMetNummeraanduidingIdentificatie", nummeraanduidingIdentificatie = "0518200000000001", fields })).Count);
        Assert.Equal(3, (await Bsns(register, new { type = "ZoekMetAdresseerbaarObjectIdentificatie", adresseerbaarObjectIdentificatie = "0518010000000001", fields })).Count);
        Assert.Empty(await Bsns(register, new { type = "ZoekMetNummeraanduidingIdentificatie", nummeraanduidingIdentificatie = "0518200000000001", gemeenteVanInschrijving = "0363", fields }));
    }

    [EngineTheory]
    public async Task More_than_may_be_told_are_not_told_at_all_and_lists_that_were_put_away_do_not_count(Engine engine)
    {
        var levend = Enumerable.Range(1, 10).Select(i => Lijst($"00000{i:0000}", "0310", "19830526", "0240", "Maassen", "0210", "Pieter"));
        await using var register = await Open(
            engine, [.. levend, Lijst("000000101", "0310", "19830526", "0240", "Maassen", "0210", "Pieter", "076720", "O"), Lijst("000000102", "0310", "19830526", "0240", "Maassen", "076720", "F"),
                Lijst("999990032", "0310", "19830526", "0240", "Maassen", "076720", "W"), Lijst("000000104", "0310", "19830526", "0240", "Maassen", "0210", "Jan")]);
        object Vraag(string? voornamen, bool? ookOverleden) =>
            new { type = Naam, geslachtsnaam = "Maassen", voornamen, geboortedatum = "1983-05-26", inclusiefOverledenPersonen = ookOverleden, fields = new[] { "burgerservicenummer" } };

        var teveel = await register.AlsPeer(400, Vraag(null, null), Mag);
        Assert.Equal("tooManyResults Meer dan maximum van 10 zoekresultaten gevonden. Verfijn de zoekopdracht.", $"{teveel.GetProperty("code")} {teveel.GetProperty("detail")}");
        Assert.Equal(10, (await Bsns(register, Vraag("Pieter", null))).Count);
        await register.AlsPeer(400, Vraag("Pieter", true), Mag);
        Assert.Equal(["000000104"], await Bsns(register, Vraag("Jan", true)));
        Assert.Equal(11, await (await register.Store()).Read(s => s.One("SELECT COUNT(*) FROM personen_protocol WHERE gezocht_met = '010210, 010240, 010310'", row => row.Long(0))));
    }

    [EngineTheory]
    public async Task A_purpose_must_name_the_search_and_cover_what_is_searched_by_and_what_is_told(Engine engine)
    {
        await using var register = await Open(engine, Lijst("999990007", "0310", "19830526", "0240", "Maassen"));
        var vraag = new { type = Naam, geslachtsnaam = "Maassen", geboortedatum = "1983-05-26", geslacht = "M", fields = new[] { "burgerservicenummer" } };

        Assert.Equal("unauthorized", Code(await register.AlsPeer(403, vraag, "personen:*")));
        var parameters = await register.AlsPeer(403, vraag, "personen:burgerservicenummer", "personen:geboorte", "scope:personen." + Naam);
        Assert.Equal("unauthorizedParameter U bent niet geautoriseerd voor het gebruik van parameter(s): geslacht, geslachtsnaam.", $"{Code(parameters)} {parameters.GetProperty("detail")}");
        Assert.Equal("unauthorizedField", Code(await register.AlsPeer(403, vraag, "personen:geslacht", "personen:naam", "personen:geboorte", "scope:personen." + Naam)));
        Assert.Equal("unauthorized", Code(await register.AlsPeer(403, new { type = Postcode, postcode = "2595AA", huisnummer = 39, fields = new[] { "burgerservicenummer" } }, "personen:*", "scope:personen." + Naam)));
        static string? Code(JsonElement probleem) => probleem.GetProperty("code").GetString();
    }

    [EngineTheory]
    public async Task Who_has_no_number_is_found_and_on_record_too_and_an_answer_is_as_the_standard_says(Engine engine)
    {
        await using var register = await Open(engine, Lijst(null, "0310", "19830526", "0240", "Maassen", "0210", "Jan", "0410", "M", "080910", "9901", "081110", "Zeelaan", "081120", "12", "081160", "9901AA"));
        var antwoord = await register.AlsPeer(200, new { type = Naam, geslachtsnaam = "Maassen", geboortedatum = "1983-05-26", fields = new[] { "burgerservicenummer", "naam", "geboorte", "adressering", "geslacht" } }, Mag);

        Assert.Equal(
            """{"type":"ZoekMetGeslachtsnaamEnGeboortedatum","personen":[{"geslacht":{"code":"M","omschrijving":"man"},"naam":{"voornamen":"Jan","geslachtsnaam":"Maassen","voorletters":"J.","volledigeNaam":"Jan Maassen"},"geboorte":{"datum":{"type":"Datum","datum":"1983-05-26","langFormaat":"26 mei 1983"}},"adressering":{"adresregel1":"Zeelaan 12","adresregel2":"9901 AA  DUINWAARDE"}}]}""",
            JsonSerializer.Serialize(antwoord));
        Assert.Single(await (await register.Store()).Read(session => session.Logregels("betrokkene", row => Convert.ToHexString(row.Bytes(0)))));
    }

    [EngineTheory]
    public async Task Who_was_read_in_before_there_were_searches_is_found_too(Engine engine)
    {
        await using var register = await Open(engine, Lijst("999990007", "0310", "19830526", "0240", "Maassen"));
        await (await register.Store()).Write(session => session.Execute("UPDATE personen_personen SET sleutels = 0, geslachtsnaam = NULL, geslachtsnaam_kaal = NULL, geboortedatum = NULL"));

        Assert.Equal(["999990007"], await Bsns(register, new { type = Naam, geslachtsnaam = "Maassen", geboortedatum = "1983-05-26", fields = new[] { "burgerservicenummer" } }));
    }

    private static async Task<Proefregister> Open(Engine engine, params byte[][] lijsten)
    {
        var register = await Proefregister.Open(engine);
        await (await register.Store()).Write(async session =>
        {
            foreach (var lijst in lijsten) await session.Zet(Persoonsrij.Van(lijst)!);
            return 0;
        });
        return register;
    }

    private static async Task<List<string?>> Bsns(Proefregister register, object vraag) =>
        [.. (await register.AlsPeer(200, vraag, Mag)).GetProperty("personen").EnumerateArray().Select(p => p.GetProperty("burgerservicenummer").GetString())];

    /// <param name="rubrieken">Number and value by turns: four digits for category 01, six for another.</param>
    private static byte[] Lijst(string? bsn, params string[] rubrieken)
    {
        var categorieen = new SortedDictionary<string, Dictionary<string, string>> { ["01"] = [] };
        categorieen["01"]["0110"] = Interlocked.Increment(ref _anummer).ToString(null, null);
        if (bsn is not null) categorieen["01"]["0120"] = bsn;
        foreach (var paar in rubrieken.Chunk(2))
        {
            var (categorie, element) = paar[0].Length == 4 ? ("01", paar[0]) : (paar[0][..2], paar[0][2..]);
            if (!categorieen.TryGetValue(categorie, out var voorkomen)) categorieen[categorie] = voorkomen = [];
            voorkomen[element] = paar[1];
        }

        return JsonSerializer.SerializeToUtf8Bytes(categorieen.ToDictionary(c => c.Key, c => new[] { new[] { c.Value } }));
    }
}
