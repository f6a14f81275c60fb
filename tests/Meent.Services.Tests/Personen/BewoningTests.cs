using System.Globalization;
using System.Text.Json;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Tabellen;
using Meent.Services.Tests.Logboek;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

/// <summary>BRP Bewoning 2.1.0. Whether somebody lives there on what day is in <see cref="AdreshoudingTests"/>.</summary>
public sealed class BewoningTests
{
    private const string Zeelaan = "9901010000000001";
    private const string Duinpad = "9901010000000008";
    private const string Object = "9901010000000099";

    private static readonly string[] Duinwaarde = ["bewoning:*", "scope:bewoning.9901"];

    [EngineTheory]
    public async Task Who_lived_there_on_a_day_is_told_with_name_and_day_of_birth(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.MaakDoel("proef", "bewoning:*");

        Antwoorden.Gelijk(
            """
            {"bewoningen":[{"adresseerbaarObjectIdentificatie":"9901010000000001","periode":{"datumVan":"2020-02-29","datumTot":"2020-03-01"},
              "bewoners":[
                {"burgerservicenummer":"999970021","naam":{"volledigeNaam":"Milan Dijkgraaf"},"geboorte":{"datum":{"type":"Datum","datum":"1985-09-22","langFormaat":"22 september 1985"}}},
                {"burgerservicenummer":"999970008","naam":{"volledigeNaam":"Fenna Dijkgraaf"},"geboorte":{"datum":{"type":"Datum","datum":"1987-03-14","langFormaat":"14 maart 1987"}}}],
              "mogelijkeBewoners":[]}]}
            """,
            await Node(register, 200, Dag(Zeelaan, "2020-02-29")));
        Antwoorden.Gelijk("""{"bewoningen":[]}""", await Node(register, 200, Dag(Zeelaan, "2015-07-31")));
        Antwoorden.Gelijk("""{"bewoningen":[]}""", await Node(register, 200, Dag("9901010000009999", "2020-01-01")));
        Antwoorden.Gelijk("""{"bewoningen":[]}""", await Node(register, 200, Dag(Zeelaan, "9999-12-31")));
    }

    [EngineTheory]
    public async Task Each_change_of_who_lives_there_begins_a_new_bewoning(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Woont(register, "9278101475", "999970082", "20170210", "1030", "20220601");
        await Woont(register, "9236983717", "999970094", "20220200");
        await Woont(register, "9475985941", "999970100", "20220201", "1030", "20220401", geheim: "3", onderzoek: "081030");

        var antwoord = await Vraag(register, 200, Periode(Object, "2022-01-01", "2022-12-01"), Duinwaarde);

        Assert.Equal(
        [
            "2022-01-01 2022-02-01: 082 |",
            "2022-02-01 2022-03-01: 082 100!? | 094",
            "2022-03-01 2022-04-01: 082 094 100!? |",
            "2022-04-01 2022-06-01: 082 094 |",
            "2022-06-01 2022-12-01: 094 |",
        ], Kort(antwoord));
        // Nobody there: no bewoning.
        Assert.Equal(["2017-02-10 2018-01-01: 082 |"], Kort(await Vraag(register, 200, Periode(Object, "2016-01-01", "2018-01-01"), Duinwaarde)));
    }

    [EngineTheory]
    public async Task Who_may_have_lived_there_alone_is_a_bewoning_too(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Woont(register, "9278101475", "999970082", "20220200");

        Assert.Equal(["2022-02-10 2022-02-11:  | 082"], Kort(await Vraag(register, 200, Dag(Object, "2022-02-10"), Duinwaarde)));
    }

    [EngineTheory]
    public async Task Of_more_than_a_hundred_it_is_told_only_that_they_are_many(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        for (var i = 0; i < 100; i++) await Woont(register, $"90000000{i:00}", null, i < 80 ? "20200818" : "20200000");
        Assert.Equal((80, 20), Aantallen(await Vraag(register, 200, Dag(Object, "2020-09-01"), Duinwaarde)));

        await Woont(register, "9000000100", null, "20200820");
        var antwoord = await Vraag(register, 200, Dag(Object, "2020-09-01"), Duinwaarde);

        Assert.Equal((0, 0), Aantallen(antwoord));
        Assert.True(antwoord.GetProperty("bewoningen")[0].GetProperty("indicatieVeelBewoners").GetBoolean());
        // Of nobody is told, so nobody is on record; the hundred were.
        Assert.Equal(100, (await Protocol(register)).Count);
    }

    [EngineTheory]
    public async Task Only_of_an_own_object_that_lies_or_ever_lay_in_the_municipality(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.VoegLijst(
            $$"""{"01":[[{"0110":"9278101475","0120":"999970082"}]],"08":[[{"0910":"9902","1030":"20230526","1180":"{{Object}}"},{"0910":"9903","1030":"20200101","1180":"{{Object}}"}]]}""");

        foreach (var gemeente in new[] { "9902", "9903" }) await Vraag(register, 200, Dag(Object, "2024-01-01"), "bewoning:*", "scope:bewoning." + gemeente);
        await Vraag(register, 200, Dag(Object, "2024-01-01"), "bewoning:*", "scope:bewoning.overal");
        var fout = await Vraag(register, 403, Dag(Object, "2024-01-01"), Duinwaarde);
        Assert.Equal(("unauthorized", "Je mag alleen bewoning van adresseerbare objecten binnen de eigen gemeente raadplegen."), (fout.GetProperty("code").GetString(), fout.GetProperty("detail").GetString()));
        Assert.Equal("U bent niet geautoriseerd voor deze vraag.", fout.GetProperty("title").GetString());
        Assert.EndsWith("/haalcentraal/api/bewoning/bewoningen", fout.GetProperty("instance").GetString(), StringComparison.Ordinal);
        // Where nobody was ever registered, nothing is told of whose it is.
        await Vraag(register, 200, Dag("9902010000009999", "2024-01-01"), Duinwaarde);
    }

    [EngineTheory]
    public async Task A_municipality_may_ask_about_what_became_part_of_it(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var store = await register.Store();
        using (var csv = new MemoryStream("\"92.10\",\"92.11\",\"92.12\"\n\"9997\",\"Oud\",\"9998\"\n\"9998\",\"Minder oud\",\"9901\"\n\"9901\",\"Duinwaarde\",\"9997\"\n"u8.ToArray()))
            await TabelImport.Lees(store, Tabel.Gemeenten, csv, default);
        register.Node.Services.GetRequiredService<Tabelopslag>().Vergeet(store);
        await Woont(register, "9278101475", "999970082", "20200101", gemeente: "9997");

        Assert.Equal(["2024-01-01 2024-01-02: 082 |"], Kort(await Vraag(register, 200, Dag(Object, "2024-01-01"), Duinwaarde)));
        await Vraag(register, 403, Dag(Object, "2024-01-01"), "bewoning:*", "scope:bewoning.9902");
    }

    [EngineTheory]
    public async Task A_purpose_covers_it_and_names_the_municipality(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        Assert.Equal("Alleen gemeenten mogen bewoningen raadplegen.", (await Vraag(register, 403, Dag(Zeelaan, "2020-01-01"), "bewoning:*")).GetProperty("detail").GetString());
        Assert.Equal("Niet geautoriseerd voor BewoningMetPeildatum.", (await Vraag(register, 403, Dag(Zeelaan, "2020-01-01"), "personen:*", "scope:bewoning.9901")).GetProperty("detail").GetString());
        Assert.Equal("unauthorized", (await Vraag(register, 403, Dag(Zeelaan, "2020-01-01"))).GetProperty("code").GetString());
        // The purpose by which residents see their own data does not open it.
        await Node(register, 403, Dag(Zeelaan, "2020-01-01"), Proefregister.Alles);
        Assert.Empty(await Protocol(register));
    }

    [EngineTheory]
    public async Task Each_resident_that_was_told_of_is_on_record_once(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Woont(register, "9278101475", "999970082", "20170210", "1030", "20220601");
        await Woont(register, "9236983717", "999970094", "20220200");

        await Vraag(register, 200, Periode(Object, "2020-01-01", "2023-01-01"), Duinwaarde);
        await Vraag(register, 200, Dag(Object, "2010-01-01"), Duinwaarde);

        Assert.Equal(Enumerable.Repeat(("081180, 081030, 081320, 581030, 581320", "AXBW01"), 2), await Protocol(register));
        var regels = await (await register.Store()).Read(session => session.Logregels("naam, attributen", row => (Naam: row.Text(0), Attributen: row.Text(1))));
        Assert.Equal(2, regels.Count);
        Assert.All(regels, regel => Assert.Contains("bewoning:bewoningen", regel.Attributen, StringComparison.Ordinal));
        Assert.All(regels, regel => Assert.DoesNotContain(Object, regel.Attributen, StringComparison.Ordinal));
    }

    [EngineTheory]
    [InlineData("""{"type":"BewoningMetPeriode"}""", "required adresseerbaarObjectIdentificatie Parameter is verplicht.; required datumTot Parameter is verplicht.; required datumVan Parameter is verplicht.")]
    [InlineData("""{"type":"BewoningMetPeildatum","adresseerbaarObjectIdentificatie":"0000000000000000","peildatum":"2020-02-30"}""",
        "pattern adresseerbaarObjectIdentificatie Waarde voldoet niet aan patroon ^(?!0{16})[0-9]{16}$.; date peildatum Waarde is geen geldige datum.")]
    [InlineData("""{"type":"BewoningMetPeriode","adresseerbaarObjectIdentificatie":"9901010000000001","datumVan":"2020-01-01","datumTot":"2020-01-01"}""", "date datumTot datumTot moet na datumVan liggen.")]
    [InlineData("""{"type":"BewoningMetPeildatum","adresseerbaarObjectIdentificatie":"9901010000000001","peildatum":"2020-01-01","datumTot":"2020-01-01"}""", "unknownParam datumTot Parameter is niet verwacht.")]
    [InlineData("""{"type":"BewoningMetPeildatum","adresseerbaarObjectIdentificatie":"9901010000000001","peildatum":"2020-01-01","fields":["naam"]}""", "unknownParam fields Parameter is niet verwacht.")]
    [InlineData("""{"type":"bewoningmetpeildatum"}""", "value type Waarde is geen geldig zoek type.")]
    public async Task A_wrong_parameter_is_named_with_its_reason(Engine engine, string vraag, string verwacht)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await Vraag(register, 400, JsonSerializer.Deserialize<JsonElement>(vraag), Duinwaarde);

        Assert.Equal(verwacht, string.Join("; ", fout.GetProperty("invalidParams").EnumerateArray().Select(p => $"{p.GetProperty("code")} {p.GetProperty("name")} {p.GetProperty("reason")}")));
    }

    // The test file of the standard itself, made from the same list: who is registered last at an object lives there today.
    [SharedEngineTheory]
    public async Task The_public_test_set_answers_as_the_reference_does(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.LeesTestset();
        var standaard = new Standaardschema("brp-bewoning-2.1.0.yaml");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Omgeving.Shared("data", "brp", "bewoning-mock-test-data.json")));
        var gemist = new List<string>();
        var aantal = 0;
        foreach (var een in json.RootElement.EnumerateArray())
        {
            if (Tekst(een, "adresseerbaarObjectIdentificatie") is not { Length: 16 } id || id.All(teken => teken == '0') || Lo3Datum.Lees(Tekst(een, "datumAanvangAdreshouding")) is not { IsVolledig: true } aanvang) continue;
            if (!een.TryGetProperty("burgerservicenummer", out var bsn) || (Tekst(een, "datumEindeAdreshouding") is { } einde && Lo3Datum.Lees(einde)?.EersteDag <= aanvang.EersteDag)) continue;
            var antwoord = await Vraag(register, 200, Dag(id, aanvang.EersteDag.ToString("O", CultureInfo.InvariantCulture)), "bewoning:*", "scope:bewoning.overal");

            Assert.Empty(standaard.Fouten(antwoord, "BewoningenQueryResponse", vormVanTekst: false));
            aantal++;
            if (!antwoord.GetRawText().Contains(bsn.GetString()!, StringComparison.Ordinal)) gemist.Add($"{bsn} {aanvang.LangFormaat}");
        }

        // Postal addresses (10.10 = B): the file does not tell which are.
        Assert.Equal(650, aantal);
        Assert.Equal(["999991565 1 januari 1999", "999994293 15 september 2003", "999991280 26 mei 2019", "999997701 20 januari 2019"], gemist);
    }

    private static string? Tekst(JsonElement een, string naam) => een.TryGetProperty("verblijfplaats", out var plek) && plek.TryGetProperty(naam, out var waarde) ? waarde.GetString() : null;

    private static Task Woont(
        Proefregister register, string anummer, string? bsn, string vanaf, string? volgende = null, string? toen = null, string gemeente = "9901", string geheim = "0", string? onderzoek = null)
    {
        var hier = $$"""{"0910":"{{gemeente}}","1010":"W","1030":"{{vanaf}}","1180":"{{Object}}"{{(onderzoek is null ? "" : $",\"8310\":\"{onderzoek}\",\"8320\":\"20230101\"")}}}""";
        var daar = volgende is null ? "" : $$"""{"0910":"{{gemeente}}","1010":"W","{{volgende}}":"{{toen}}","1180":"{{Duinpad}}"},""";
        return register.VoegLijst($$"""{"01":[[{"0110":"{{anummer}}"{{(bsn is null ? "" : $",\"0120\":\"{bsn}\"")}}}]],"07":[[{"7010":"{{geheim}}"}]],"08":[[{{daar}}{{hier}}]]}""");
    }

    private static object Dag(string id, string peildatum) => new { type = "BewoningMetPeildatum", adresseerbaarObjectIdentificatie = id, peildatum };

    private static object Periode(string id, string datumVan, string datumTot) => new { type = "BewoningMetPeriode", adresseerbaarObjectIdentificatie = id, datumVan, datumTot };

    private static Task<JsonElement> Vraag(Proefregister register, int status, object vraag, params string[] gegevens) => register.AlsPeer(status, Diensten.Bewoning, "/bewoningen", vraag, gegevens);

    // By a purpose of the own register, for which the own municipality is enough.
    private static async Task<System.Text.Json.Nodes.JsonNode> Node(Proefregister register, int status, object vraag, string? doel = null) => System.Text.Json.Nodes.JsonNode.Parse(
        (await register.Node.Vraag(status, HttpMethod.Post, Diensten.Bewoning, "/bewoningen", vraag, doel: register.Node.Doel(doel ?? "proef"))).GetRawText())!;

    // Period, residents, and who may have been: the last digits of their numbers, ! for secrecy and ? for an investigation.
    private static IEnumerable<string> Kort(JsonElement antwoord) => antwoord.GetProperty("bewoningen").EnumerateArray().Select(een =>
        $"{een.GetProperty("periode").GetProperty("datumVan")} {een.GetProperty("periode").GetProperty("datumTot")}: {Wie(een, "bewoners")} | {Wie(een, "mogelijkeBewoners")}".Trim());

    private static string Wie(JsonElement bewoning, string lijst) => string.Join(' ', bewoning.GetProperty(lijst).EnumerateArray()
        .Select(een => een.GetProperty("burgerservicenummer").GetString()![6..] + (een.TryGetProperty("geheimhoudingPersoonsgegevens", out _) ? "!" : "") + (een.TryGetProperty("inOnderzoek", out _) ? "?" : "")).Order(StringComparer.Ordinal));

    private static (int, int) Aantallen(JsonElement antwoord) =>
        (antwoord.GetProperty("bewoningen")[0].GetProperty("bewoners").GetArrayLength(), antwoord.GetProperty("bewoningen")[0].GetProperty("mogelijkeBewoners").GetArrayLength());

    private static async Task<List<(string, string)>> Protocol(Proefregister register) => await (await register.Store()).Read(session =>
        session.All("SELECT gezocht_met, gevraagd FROM personen_protocol", row => (row.Text(0), row.Text(1))));
}
