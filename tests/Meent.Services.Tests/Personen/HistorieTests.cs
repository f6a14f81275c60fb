using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Services.Personen.Opslag;
using Meent.Services.Tests.Logboek;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

/// <summary>BRP Historie 2.0.0.</summary>
public sealed class HistorieTests
{
    private const string Bsn = "999970082";
    private const string Alles = "verblijfplaatshistorie:*";

    [EngineTheory]
    public async Task Where_somebody_lived_in_a_period_the_most_recent_first(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        Antwoorden.Gelijk(
            """
            {"verblijfplaatsen":[
              {"type":"Adres",
               "verblijfadres":{"officieleStraatnaam":"Zeelaan","korteStraatnaam":"Zeelaan","huisnummer":12,"postcode":"9901AA","woonplaats":"Duinwaarde"},
               "functieAdres":{"code":"W","omschrijving":"woonadres"},"adresseerbaarObjectIdentificatie":"9901010000000001","nummeraanduidingIdentificatie":"9901200000000001",
               "gemeenteVanInschrijving":{"code":"9901","omschrijving":"Duinwaarde"},
               "datumVan":{"type":"Datum","datum":"2015-08-01","langFormaat":"1 augustus 2015"},
               "adressering":{"adresregel1":"Zeelaan 12","adresregel2":"9901 AA  DUINWAARDE"}},
              {"type":"Adres",
               "verblijfadres":{"officieleStraatnaam":"Duinpad","korteStraatnaam":"Duinpad","huisnummer":5,"postcode":"9901AB","woonplaats":"Duinwaarde"},
               "functieAdres":{"code":"W","omschrijving":"woonadres"},"adresseerbaarObjectIdentificatie":"9901010000000008","nummeraanduidingIdentificatie":"9901200000000008",
               "gemeenteVanInschrijving":{"code":"9901","omschrijving":"Duinwaarde"},
               "datumVan":{"type":"Datum","datum":"2009-04-15","langFormaat":"15 april 2009"},
               "datumTot":{"type":"Datum","datum":"2015-08-01","langFormaat":"1 augustus 2015"},
               "adressering":{"adresregel1":"Duinpad 5","adresregel2":"9901 AB  DUINWAARDE"}}]}
            """,
            await Vraag(register, InPeriode(Proefregister.Fenna, "2015-07-31", "2015-08-02")));
        foreach (var (dag, straat) in new[] { ("2009-04-15", "Duinpad 5"), ("2015-07-31", "Duinpad 5"), ("2015-08-01", "Zeelaan 12"), ("2030-01-01", "Zeelaan 12") })
            Assert.Equal([straat], Regels(await Vraag(register, OpDag(Proefregister.Fenna, dag))));
        Assert.Empty(Regels(await Vraag(register, OpDag(Proefregister.Fenna, "2009-04-14"))));
        Assert.Empty(Regels(await Vraag(register, OpDag("999999999", "2020-01-01"))));
    }

    [EngineTheory]
    public async Task Each_form_is_told_with_what_it_has(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await Lijst(
            register,
            """{"0910":"1999","1310":"0000","1320":"20230000","8810":"201","8820":"Artikel 45 EU-Werkingsverdrag (VWEU)"}""",
            """{"0910":"1999","1310":"5010","1320":"20220700","1330":"Rue du pomme 26","1340":"Bruxelles"}""",
            """{"0910":"1999","1310":"5010","1320":"20220600"}""",
            """{"0910":"9901","1010":"B","1030":"20210526","1210":"Woonboot bij de Grote Sloot"}""",
            """{"0910":"9901","1010":"W","1030":"20200101","1110":".","1120":"00000"}""");

        Antwoorden.Gelijk(
            """
            {"verblijfplaatsen":[
              {"type":"VerblijfplaatsOnbekend","gemeenteVanInschrijving":{"code":"1999"},"datumVan":{"type":"JaarDatum","jaar":2023,"langFormaat":"2023"},
               "rni":{"deelnemer":{"code":"0201"},"omschrijvingVerdrag":"Artikel 45 EU-Werkingsverdrag (VWEU)"}},
              {"type":"VerblijfplaatsBuitenland","verblijfadres":{"regel1":"Rue du pomme 26","regel2":"Bruxelles","land":{"code":"5010"}},"gemeenteVanInschrijving":{"code":"1999"},
               "datumVan":{"type":"JaarMaandDatum","jaar":2022,"maand":7,"langFormaat":"juli 2022"},"datumTot":{"type":"JaarDatum","jaar":2023,"langFormaat":"2023"},
               "adressering":{"adresregel1":"Rue du pomme 26","adresregel2":"Bruxelles","land":{"code":"5010"}}},
              {"type":"VerblijfplaatsBuitenland","verblijfadres":{"land":{"code":"5010"}},"gemeenteVanInschrijving":{"code":"1999"},
               "datumVan":{"type":"JaarMaandDatum","jaar":2022,"maand":6,"langFormaat":"juni 2022"},"datumTot":{"type":"JaarMaandDatum","jaar":2022,"maand":7,"langFormaat":"juli 2022"}},
              {"type":"Locatie","verblijfadres":{"locatiebeschrijving":"Woonboot bij de Grote Sloot"},"functieAdres":{"code":"B","omschrijving":"briefadres"},
               "gemeenteVanInschrijving":{"code":"9901","omschrijving":"Duinwaarde"},
               "datumVan":{"type":"Datum","datum":"2021-05-26","langFormaat":"26 mei 2021"},"datumTot":{"type":"JaarMaandDatum","jaar":2022,"maand":6,"langFormaat":"juni 2022"},
               "adressering":{"adresregel1":"Woonboot bij de Grote Sloot","adresregel2":"DUINWAARDE"}},
              {"type":"Adres","verblijfadres":{},"functieAdres":{"code":"W","omschrijving":"woonadres"},"gemeenteVanInschrijving":{"code":"9901","omschrijving":"Duinwaarde"},
               "datumVan":{"type":"Datum","datum":"2020-01-01","langFormaat":"1 januari 2020"},"datumTot":{"type":"Datum","datum":"2021-05-26","langFormaat":"26 mei 2021"}}]}
            """,
            await Vraag(register, InPeriode(Bsn, "2000-01-01", "2030-01-01")));
        // It may have been in July, or it may not; then it is told.
        Assert.Equal(2, (await Vraag(register, OpDag(Bsn, "2022-07-15")))["verblijfplaatsen"]!.AsArray().Count);
        Assert.Single((await Vraag(register, OpDag(Bsn, "2022-05-15")))["verblijfplaatsen"]!.AsArray());
    }

    [EngineTheory]
    [InlineData("080000", "type verblijfadres.officieleStraatnaam verblijfadres.huisnummer functieAdres gemeenteVanInschrijving datumVan adressering.adresregel1 adressering.adresregel2", "datumTot")]
    [InlineData("081000", "functieAdres datumVan", "datumTot")]
    [InlineData("081030", "datumVan", "datumTot")]
    [InlineData("080910", "gemeenteVanInschrijving adressering.adresregel2", "")]
    [InlineData("081115", "verblijfadres.officieleStraatnaam adressering.adresregel1", "")]
    [InlineData("081160", "adressering.adresregel2", "")]
    [InlineData("081180", "", "")]
    // Established not to be there: that says nothing of the day on which the address before it ended.
    [InlineData("089999", "type verblijfadres.officieleStraatnaam verblijfadres.huisnummer functieAdres gemeenteVanInschrijving datumVan adressering.adresregel1 adressering.adresregel2", "")]
    public async Task What_is_under_investigation_is_told_also_of_the_day_on_which_the_next_began(Engine engine, string aanduiding, string hier, string vorige)
    {
        string[] gevolgd = ["type", "verblijfadres.officieleStraatnaam", "verblijfadres.huisnummer", "functieAdres", "gemeenteVanInschrijving", "datumVan", "datumTot", "adressering.adresregel1", "adressering.adresregel2"];
        await using var register = await Proefregister.Open(engine);
        await Lijst(register, Adres("20230730", $",\"8310\":\"{aanduiding}\",\"8320\":\"20230516\""), Adres("20211014"));

        var verblijven = (await Vraag(register, InPeriode(Bsn, "2020-01-01", "2024-01-01")))["verblijfplaatsen"]!.AsArray();

        Assert.Equal(hier, string.Join(' ', gevolgd.Where(veld => InOnderzoek(verblijven[0]!, veld))));
        Assert.Equal(vorige, string.Join(' ', gevolgd.Where(veld => InOnderzoek(verblijven[1]!, veld))));
        if (vorige.Length > 0) Assert.Equal("2023-05-16", verblijven[1]!["inOnderzoek"]!["datumIngangOnderzoek"]!["datum"]!.GetValue<string>());
        Assert.Equal(aanduiding == "089999" ? "2023-05-16" : null, verblijven[0]!["verblijftNietOpAdresVanaf"]?["datum"]!.GetValue<string>());
    }

    [EngineTheory]
    [InlineData("", "2023-05-16", true)]
    [InlineData("20230729", null, false)]
    [InlineData("20230730", "2023-05-16", false)]
    public async Task Established_not_to_be_there_unless_it_was_dealt_with_before_the_next_address(Engine engine, string einde, string? vanaf, bool onderzoek)
    {
        await using var register = await Proefregister.Open(engine);
        await Lijst(register, Adres("20230730"), Adres("20211014", ",\"8310\":\"589999\",\"8320\":\"20230516\"" + (einde.Length == 0 ? "" : $",\"8330\":\"{einde}\"")));

        var verblijf = (await Vraag(register, OpDag(Bsn, "2023-01-01")))["verblijfplaatsen"]![0]!;

        Assert.Equal(vanaf, verblijf["verblijftNietOpAdresVanaf"]?["datum"]!.GetValue<string>());
        Assert.Equal(onderzoek, InOnderzoek(verblijf, "adressering.adresregel1"));
    }

    [EngineTheory]
    public async Task Secrecy_and_suspension_stand_beside_the_places_and_what_proved_wrong_is_not_told(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.VoegLijst(
            $$"""{"01":[[{"0110":"9278101475","0120":"{{Bsn}}"}]],"07":[[{"6710":"20240211","6720":"O","7010":"7"}]],"08":[[{{Adres("20230730")}},{{Adres("20230101", ",\"8410\":\"O\"")}},{{Adres("20211014")}}]]}""");

        var antwoord = await Vraag(register, InPeriode(Bsn, "2020-01-01", "2025-01-01"));

        Assert.True(antwoord["geheimhoudingPersoonsgegevens"]!.GetValue<bool>());
        Antwoorden.Gelijk("""{"reden":{"code":"O","omschrijving":"overlijden"},"datum":{"type":"Datum","datum":"2024-02-11","langFormaat":"11 februari 2024"}}""", antwoord["opschortingBijhouding"]!);
        Assert.Equal(["2023-07-30", "2021-10-14"], antwoord["verblijfplaatsen"]!.AsArray().Select(een => een!["datumVan"]!["datum"]!.GetValue<string>()));
        Assert.Equal("2023-07-30", antwoord["verblijfplaatsen"]![1]!["datumTot"]!["datum"]!.GetValue<string>());

        await register.VoegLijst($$"""{"01":[[{"0110":"9278101475","0120":"{{Bsn}}"}]],"07":[[{"6720":"W"}]],"08":[[{{Adres("20230730")}}]]}""");
        Antwoorden.Gelijk("""{"verblijfplaatsen":[]}""", await Vraag(register, InPeriode(Bsn, "2020-01-01", "2025-01-01")));
    }

    [EngineTheory]
    public async Task A_purpose_covers_it_whole_and_who_was_told_of_is_on_record(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await Als(register, 403, OpDag(Proefregister.Fenna, "2020-01-01"), "personen:*");
        Assert.Equal(
            ("U bent niet geautoriseerd voor het gebruik van deze API.", "Niet geautoriseerd voor verblijfplaatshistorie.", "unauthorized"),
            (fout.GetProperty("title").GetString(), fout.GetProperty("detail").GetString(), fout.GetProperty("code").GetString()));
        await Als(register, 403, OpDag(Proefregister.Fenna, "2020-01-01"));
        Assert.Empty(await Protocol(register));

        await Als(register, 200, OpDag(Proefregister.Fenna, "2020-01-01"), Alles);
        await Als(register, 200, OpDag("999999999", "2020-01-01"), Alles);

        Assert.Equal([("010120, 081030, 081320, 581030, 581320", "PXVP07")], await Protocol(register));
        var regel = Assert.Single(await (await register.Store()).Read(session => session.Logregels("naam, attributen", row => (Naam: row.Text(0), Attributen: row.Text(1)))));
        Assert.Equal("Waar iemand woonde verstrekt", regel.Naam);
        Assert.Contains("verblijfplaatshistorie:verblijfplaatsen", regel.Attributen, StringComparison.Ordinal);
    }

    [EngineTheory]
    [InlineData("""{"type":"RaadpleegMetPeriode"}""", "required burgerservicenummer Parameter is verplicht.; required datumTot Parameter is verplicht.; required datumVan Parameter is verplicht.")]
    [InlineData("""{"type":"RaadpleegMetPeildatum","burgerservicenummer":"12345678","peildatum":"26 mei 2023"}""", "pattern burgerservicenummer Waarde voldoet niet aan patroon ^[0-9]{9}$.; date peildatum Waarde is geen geldige datum.")]
    [InlineData("""{"type":"RaadpleegMetPeriode","burgerservicenummer":"999970008","datumVan":"2023-01-02","datumTot":"2023-01-01"}""", "date datumTot datumTot moet na datumVan liggen.")]
    [InlineData("""{"type":"RaadpleegMetPeriode","burgerservicenummer":"999970008","datumVan":"2023-01-02","datumTot":"2023-01-03","peildatum":"2023-01-02"}""", "unknownParam peildatum Parameter is niet verwacht.")]
    public async Task A_wrong_parameter_is_named_with_its_reason(Engine engine, string vraag, string verwacht)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await Als(register, 400, JsonSerializer.Deserialize<JsonElement>(vraag), Alles);

        Assert.EndsWith("/haalcentraal/api/brphistorie/verblijfplaatshistorie", fout.GetProperty("instance").GetString(), StringComparison.Ordinal);
        Assert.Equal(verwacht, string.Join("; ", fout.GetProperty("invalidParams").EnumerateArray().Select(p => $"{p.GetProperty("code")} {p.GetProperty("name")} {p.GetProperty("reason")}")));
    }

    [SharedEngineTheory]
    public async Task Everybody_of_the_public_test_set_answers_as_the_standard_describes(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.LeesTestset();
        var standaard = new Standaardschema("brp-historie-2.0.0.yaml");
        var bsns = await (await register.Store()).Read(session => session.All("SELECT bsn FROM personen_personen WHERE bsn IS NOT NULL GROUP BY bsn HAVING COUNT(*) = 1 ORDER BY bsn", row => row.Text(0)));
        Assert.True(bsns.Count > 600, $"{bsns.Count} personen");

        foreach (var bsn in bsns.Take(300))
        {
            var antwoord = await Als(register, 200, InPeriode(bsn, "1900-01-01", "2030-01-01"), Alles);
            // Some lines of the set are longer than the standard's own patterns allow.
            Assert.Empty(standaard.Fouten(antwoord, "VerblijfplaatshistorieQueryResponse", vormVanTekst: false));
        }
    }

    private static string Adres(string vanaf, string erbij = "") =>
        $$"""{"0910":"9901","1010":"W","1030":"{{vanaf}}","1110":"Testpad","1115":"Testpad","1120":"8","1160":"9901AB","1170":"Duinwaarde"{{erbij}}}""";

    private static Task Lijst(Proefregister register, params string[] verblijven) =>
        register.VoegLijst($$"""{"01":[[{"0110":"9278101475","0120":"{{Bsn}}"}]],"08":[[{{string.Join(',', verblijven)}}]]}""");

    private static bool InOnderzoek(JsonNode verblijf, string veld)
    {
        var delen = veld.Split('.');
        return (delen.Length == 1 ? verblijf : verblijf[delen[0]])?["inOnderzoek"]?[delen[^1]] is not null;
    }

    private static IEnumerable<string> Regels(JsonNode antwoord) => antwoord["verblijfplaatsen"]!.AsArray().Select(een => een!["adressering"]!["adresregel1"]!.GetValue<string>());

    private static object OpDag(string burgerservicenummer, string peildatum) => new { type = "RaadpleegMetPeildatum", burgerservicenummer, peildatum };

    private static object InPeriode(string burgerservicenummer, string datumVan, string datumTot) => new { type = "RaadpleegMetPeriode", burgerservicenummer, datumVan, datumTot };

    private static async Task<JsonNode> Vraag(Proefregister register, object vraag) => JsonNode.Parse((await Als(register, 200, vraag, Alles)).GetRawText())!;

    private static Task<JsonElement> Als(Proefregister register, int status, object vraag, params string[] gegevens) =>
        register.AlsPeer(status, Diensten.Verblijfplaatshistorie, "/verblijfplaatshistorie", vraag, gegevens);

    private static async Task<List<(string, string)>> Protocol(Proefregister register) => await (await register.Store()).Read(session =>
        session.All("SELECT gezocht_met, gevraagd FROM personen_protocol", row => (row.Text(0), row.Text(1))));
}
