using System.Text.Json;
using Meent.Services.Personen.Opslag;
using Meent.Services.Tests.Logboek;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Testing;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

/// <summary>BRP Reisdocumenten 2.0.0.</summary>
public sealed class ReisdocumentenTests
{
    private const string OpNummer = "RaadpleegMetReisdocumentnummer";
    private const string OpPersoon = "ZoekMetBurgerservicenummer";
    private const string Zoekscope = "scope:reisdocumenten." + OpNummer;

    private static readonly string[] Alles = ["reisdocumentnummer", "soort", "datumEindeGeldigheid", "inhoudingOfVermissing", "houder"];

    [EngineTheory]
    public async Task Somebody_has_the_documents_that_were_not_handed_in_or_lost(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        var antwoord = await VanPersoon(register, Proefregister.Fenna, Alles);

        Assert.Equal(OpPersoon, antwoord.GetProperty("type").GetString());
        Antwoorden.Gelijk(
            """
            [
              {"reisdocumentnummer":"NMEENT001","soort":{"code":"PN","omschrijving":"Nationaal paspoort"},
               "datumEindeGeldigheid":{"type":"Datum","datum":"2032-05-19","langFormaat":"19 mei 2032"},"houder":{"burgerservicenummer":"999970008"}},
              {"reisdocumentnummer":"IMEENT002","soort":{"code":"NI","omschrijving":"Nederlandse identiteitskaart"},
               "datumEindeGeldigheid":{"type":"Datum","datum":"2033-09-18","langFormaat":"18 september 2033"},"houder":{"burgerservicenummer":"999970008"}}
            ]
            """,
            Documenten(antwoord));
        Assert.Empty(Documenten(await VanPersoon(register, "999999999", Alles))!.AsArray());
    }

    [EngineTheory]
    public async Task A_document_is_found_by_its_number_also_when_it_is_gone(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        Antwoorden.Gelijk(
            """
            [{"reisdocumentnummer":"IMEENT001",
              "inhoudingOfVermissing":{"datum":{"type":"Datum","datum":"2023-09-11","langFormaat":"11 september 2023"},"aanduiding":{"code":"V","omschrijving":"vermist"}},
              "houder":{"burgerservicenummer":"999970008"}}]
            """,
            Documenten(await OpDocument(register, 200, "IMEENT001", "reisdocumentnummer", "inhoudingOfVermissing", "houder")));
        Assert.Empty(Documenten(await OpDocument(register, 200, "IMEENT999", Alles))!.AsArray());
    }

    // Whoever searches must know, whatever was asked.
    [EngineTheory]
    [InlineData("IMEENT003", "soort", """[{"soort":{"code":"NI","omschrijving":"Nederlandse identiteitskaart"},"houder":{"geheimhoudingPersoonsgegevens":true}}]""")]
    [InlineData("NMEENT003", "houder.burgerservicenummer",
        """[{"houder":{"burgerservicenummer":"999970069","opschortingBijhouding":{"reden":{"code":"O","omschrijving":"overlijden"},"datum":{"type":"Datum","datum":"2024-02-11","langFormaat":"11 februari 2024"}}}}]""")]
    [InlineData("NMEENT001", "inhoudingOfVermissing.datum.jaar", "[{}]")]
    public async Task Secrecy_and_suspension_come_with_the_holder_unasked(Engine engine, string nummer, string veld, string verwacht)
    {
        await using var register = await Proefregister.Open(engine);

        Antwoorden.Gelijk(verwacht, Documenten(await OpDocument(register, 200, nummer, veld)));
    }

    [EngineTheory]
    [InlineData("123510", "010000", """{"soort":true,"datumIngangOnderzoek":{"type":"Datum","datum":"2023-02-01","langFormaat":"1 februari 2023"}}""", null, true)]
    [InlineData("123560", "010410", null, """{"datum":true,"datumIngangOnderzoek":{"type":"Datum","datum":"2023-02-01","langFormaat":"1 februari 2023"}}""", false)]
    [InlineData("120000", "010120", """{"reisdocumentnummer":true,"soort":true,"datumEindeGeldigheid":true,"datumIngangOnderzoek":{"type":"Datum","datum":"2023-02-01","langFormaat":"1 februari 2023"}}""",
        """{"datum":true,"aanduiding":true,"datumIngangOnderzoek":{"type":"Datum","datum":"2023-02-01","langFormaat":"1 februari 2023"}}""", true)]
    public async Task What_is_asked_and_under_investigation_is_told(Engine engine, string onderzoek, string persoon, string? document, string? inhouding, bool houder)
    {
        await using var register = await Proefregister.Open(engine);
        await register.Voeg(
            ("01", ["0110", "9278101475", "0120", "999970082", "8310", persoon, "8320", "20230201"]),
            ("12", ["3510", "..", "3520", "XMEENT001", "3550", "20300000", "3560", "20230105", "3570", ".", "8310", onderzoek, "8320", "20230201"]));

        var antwoord = Documenten(await OpDocument(register, 200, "XMEENT001", Alles))![0]!;

        Assert.False(antwoord.AsObject().ContainsKey("soort"));
        Assert.Equal("2030", antwoord["datumEindeGeldigheid"]!["langFormaat"]!.GetValue<string>());
        Assert.Equal("onbekend", antwoord["inhoudingOfVermissing"]!["aanduiding"]!["omschrijving"]!.GetValue<string>());
        Assert.Equal(document, antwoord["inOnderzoek"]?.ToJsonString());
        Assert.Equal(inhouding, antwoord["inhoudingOfVermissing"]!["inOnderzoek"]?.ToJsonString());
        Assert.Equal(houder, antwoord["houder"]!["inOnderzoek"] is not null);
    }

    [EngineTheory]
    public async Task A_list_put_away_is_not_delivered_and_what_is_no_document_is_none(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.Voeg(("01", ["0110", "9278101475", "0120", "999970082"]), ("07", ["6710", "20240101", "6720", "W"]), ("12", ["3510", "PN", "3520", "XMEENT001"]));
        await register.Voeg(("01", ["0110", "9236983717", "0120", "999970094"]), ("12", ["3510", "PN", "3520", "XMEENT001"]), ("12", ["3610", "1"]));
        await register.Voeg(("01", ["0110", "9475985941", "0120", "999970100"]), ("12", ["3510", "PN", "3520", "........."]));

        Antwoorden.Gelijk("""[{"houder":{"burgerservicenummer":"999970094"}}]""", Documenten(await OpDocument(register, 200, "XMEENT001", "houder")));
        Antwoorden.Gelijk("""[{"reisdocumentnummer":"XMEENT001"}]""", Documenten(await VanPersoon(register, "999970094", "reisdocumentnummer")));
        Antwoorden.Gelijk("[{}]", Documenten(await VanPersoon(register, "999970100", "reisdocumentnummer")));
    }

    // Lists of before there were keys get them before the first search.
    [EngineTheory]
    public async Task A_list_that_was_there_before_is_found(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await (await register.Store()).Write(async session => await session.Execute("DELETE FROM personen_sleutels") + await session.Execute("UPDATE personen_personen SET sleutels = 0"));

        Antwoorden.Gelijk("""[{"soort":{"code":"PN","omschrijving":"Nationaal paspoort"}}]""", Documenten(await OpDocument(register, 200, "NMEENT002", "soort")));
    }

    [EngineTheory]
    public async Task A_purpose_covers_the_fields_and_names_the_search(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await Als(register, 403, Persoon(Proefregister.Fenna, "soort", "houder.burgerservicenummer", "datumEindeGeldigheid.jaar"), "reisdocumenten:soort");
        Assert.Equal(("unauthorizedField", "U bent niet geautoriseerd om de volgende gegevens op te vragen met fields: datumEindeGeldigheid.jaar"), (fout.GetProperty("code").GetString(), fout.GetProperty("detail").GetString()));
        // Not by what covers another service.
        await Als(register, 403, Persoon(Proefregister.Fenna, "soort"), "personen:*");
        fout = await Als(register, 403, Document("NMEENT001", "soort"), "reisdocumenten:*");
        Assert.Equal(("unauthorized", $"Niet geautoriseerd voor {OpNummer}."), (fout.GetProperty("code").GetString(), fout.GetProperty("detail").GetString()));
        Assert.Equal("Niet geautoriseerd voor ad hoc bevragingen: er is geen doel opgegeven.", (await Als(register, 403, Persoon(Proefregister.Fenna, "soort"))).GetProperty("detail").GetString());
        Assert.Empty(await Protocol(register));

        await Als(register, 200, Persoon(Proefregister.Fenna, "soort", "houder.burgerservicenummer"), "reisdocumenten:soort");
        // Who was searched for by document is told by the purpose alone.
        await Als(register, 403, Document("NMEENT001", "houder.burgerservicenummer"), "reisdocumenten:soort", Zoekscope);
    }

    [EngineTheory]
    public async Task Each_holder_is_on_record_once(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        await Als(register, 200, Persoon(Proefregister.Fenna, "houder", "soort.code", "inhoudingOfVermissing", "datumEindeGeldigheid"), "reisdocumenten:*");
        await Als(register, 200, Document("NMEENT001", "reisdocumentnummer"), "reisdocumenten:*", Zoekscope);
        // Nobody is told of: a person without documents, nobody with this number.
        await Als(register, 200, Persoon(Proefregister.Milan, "soort"), "reisdocumenten:*");
        await Als(register, 200, Document("IMEENT999", "soort"), "reisdocumenten:*", Zoekscope);

        Assert.Equal([("010120", "010120, 123510, 123550, 123560, 123570"), ("123520", "123520")], await Protocol(register));
        var regels = await (await register.Store()).Read(session => session.Logregels("naam, attributen", row => (Naam: row.Text(0), Attributen: row.Text(1))));
        Assert.Equal(["Gevonden bij het zoeken naar een reisdocument", "Reisdocumenten verstrekt"], regels.Select(regel => regel.Naam).Order());
        Assert.Contains(regels, regel => regel.Attributen.Contains("reisdocumenten:houder reisdocumenten:soort.code", StringComparison.Ordinal));
        Assert.All(regels, regel => Assert.DoesNotContain(LogboekAttributen.Vraag + "\"", regel.Attributen, StringComparison.Ordinal));
        Assert.All(regels, regel => Assert.DoesNotContain("MEENT001", regel.Attributen, StringComparison.Ordinal));
    }

    [EngineTheory]
    [InlineData("{}", "required type Parameter is verplicht.")]
    [InlineData("""{"type":"zoekmetburgerservicenummer"}""", "value type Waarde is geen geldig zoek type.")]
    [InlineData("""{"type":"ZoekMetBurgerservicenummer","fields":["soort"]}""", "required burgerservicenummer Parameter is verplicht.")]
    [InlineData("""{"type":"ZoekMetBurgerservicenummer","burgerservicenummer":"12345678X","fields":["soort"]}""", "pattern burgerservicenummer Waarde voldoet niet aan patroon ^[0-9]{9}$.")]
    [InlineData("""{"type":"ZoekMetBurgerservicenummer","burgerservicenummer":"999970008"}""", "required fields Parameter is verplicht.")]
    [InlineData("""{"type":"ZoekMetBurgerservicenummer","burgerservicenummer":"999970008","reisdocumentnummer":["AB1234567"],"fields":["soort"]}""", "unknownParam reisdocumentnummer Parameter is niet verwacht.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","fields":["soort"]}""", "required reisdocumentnummer Parameter is verplicht.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":"AB1234567","fields":["soort"]}""", "array reisdocumentnummer Parameter is geen array.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":[],"fields":["soort"]}""", "minItems reisdocumentnummer Array bevat minder dan 1 items.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567","BC8901234"],"fields":["soort"]}""", "maxItems reisdocumentnummer Array bevat meer dan 1 items.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["ABCDEFGHi"],"fields":["soort"]}""", "pattern reisdocumentnummer[0] Waarde voldoet niet aan patroon ^[A-Z0-9]{9}$.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567"],"fields":["reisDocumentNummer"]}""", "fields fields[0] Parameter bevat een niet bestaande veldnaam.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567"],"fields":["soort","burgerservicenummer"]}""", "fields fields[1] Parameter bevat een niet bestaande veldnaam.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567"],"fields":["houder.opschortingBijhouding.datum.jaar"]}""", "fields fields[0] Parameter bevat een niet toegestane veldnaam.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567"],"fields":["inhoudingOfVermissing.inOnderzoek.datum"]}""", "fields fields[0] Parameter bevat een niet toegestane veldnaam.")]
    [InlineData("""{"type":"RaadpleegMetReisdocumentnummer","reisdocumentnummer":["AB1234567"],"fields":["soort","","gezag"]}""",
        @"pattern fields[1] Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$.; fields fields[2] Parameter bevat een niet bestaande veldnaam.")]
    public async Task A_wrong_parameter_is_named_with_its_reason(Engine engine, string vraag, string verwacht)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await Als(register, 400, JsonSerializer.Deserialize<JsonElement>(vraag), "reisdocumenten:*", Zoekscope);

        Assert.Equal("paramsValidation", fout.GetProperty("code").GetString());
        Assert.EndsWith("/haalcentraal/api/reisdocumenten/reisdocumenten", fout.GetProperty("instance").GetString(), StringComparison.Ordinal);
        Assert.Equal(verwacht, string.Join("; ", fout.GetProperty("invalidParams").EnumerateArray().Select(p => $"{p.GetProperty("code")} {p.GetProperty("name")} {p.GetProperty("reason")}")));
    }

    [Fact]
    public async Task Twenty_five_fields_are_one_question_and_only_post_may_be_used()
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);
        var velden = Enumerable.Repeat("soort", 25).ToArray();

        await Als(register, 200, Persoon(Proefregister.Fenna, velden), "reisdocumenten:*");
        Assert.Equal("Array bevat meer dan 25 items.", (await Als(register, 400, Persoon(Proefregister.Fenna, [.. velden, "soort"]), "reisdocumenten:*")).GetProperty("invalidParams")[0].GetProperty("reason").GetString());
        Assert.Equal("methodNotAllowed", (await register.Node.Vraag(405, HttpMethod.Get, Diensten.Reisdocumenten, "/reisdocumenten")).GetProperty("code").GetString());
    }

    // The test file of the standard itself, made from the same list.
    [SharedEngineTheory]
    public async Task Every_document_of_the_public_test_set_answers_as_the_reference_does(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await register.LeesTestset();
        var standaard = new Standaardschema("brp-reisdocumenten-2.0.0.yaml");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Omgeving.Shared("data", "brp", "reisdocumenten-mock-test-data.json")));
        var verwacht = json.RootElement.EnumerateArray().Where(een => een.TryGetProperty("reisdocumentnummer", out _)).ToLookup(een => een.GetProperty("reisdocumentnummer").GetString()!);
        Assert.Equal(140, verwacht.Count);

        var nietAangekondigd = new List<string>();
        foreach (var groep in verwacht)
        {
            var antwoord = await OpDocument(register, 200, groep.Key, Alles);

            Assert.Empty(standaard.Fouten(antwoord, "RaadpleegMetReisdocumentnummerResponse"));
            if (antwoord.GetProperty("reisdocumenten").GetArrayLength() == 0) nietAangekondigd.Add(groep.Key);
            else Assert.Equal(groep.Select(Kern).Order(), antwoord.GetProperty("reisdocumenten").EnumerateArray().Select(Kern).Order());
        }

        // The row before does not announce it, so nobody knows of which category it is; the import tells so.
        Assert.Equal(["IXRD8KLC0", "NA7653269"], nietAangekondigd);

        foreach (var bsn in json.RootElement.EnumerateArray().Select(een => Tekst(een, "houder", "burgerservicenummer")).OfType<string>().Distinct().Take(60))
            Assert.Empty(standaard.Fouten(await VanPersoon(register, bsn, Alles), "ZoekMetBurgerservicenummerResponse"));
    }

    // What both write down of a document; the reference writes dates as the register does.
    private static string Kern(JsonElement document) => string.Join(' ', Tekst(document, "soort", "code"), Datum(document, "datumEindeGeldigheid"), Datum(document, "inhoudingOfVermissing", "datum"), Tekst(document, "inhoudingOfVermissing", "aanduiding", "code"));

    private static string? Datum(JsonElement document, params string[] pad) => (Tekst(document, [.. pad, "datum"]) ?? Tekst(document, pad))?.Replace("-", "", StringComparison.Ordinal);

    private static string? Tekst(JsonElement element, params string[] pad)
    {
        foreach (var stap in pad)
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(stap, out element)) return null;
        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static object Persoon(string bsn, params string[] fields) => new { type = OpPersoon, burgerservicenummer = bsn, fields };

    private static object Document(string nummer, params string[] fields) => new { type = OpNummer, reisdocumentnummer = new[] { nummer }, fields };

    private static Task<JsonElement> VanPersoon(Proefregister register, string bsn, params string[] fields) => Als(register, 200, Persoon(bsn, fields), "reisdocumenten:*");

    private static Task<JsonElement> OpDocument(Proefregister register, int status, string nummer, params string[] fields) => Als(register, status, Document(nummer, fields), "reisdocumenten:*", Zoekscope);

    private static Task<JsonElement> Als(Proefregister register, int status, object vraag, params string[] gegevens) => register.AlsPeer(status, Diensten.Reisdocumenten, "/reisdocumenten", vraag, gegevens);

    private static System.Text.Json.Nodes.JsonNode Documenten(JsonElement antwoord) => System.Text.Json.Nodes.JsonNode.Parse(antwoord.GetProperty("reisdocumenten").GetRawText())!;

    private static async Task<List<(string, string)>> Protocol(Proefregister register) => await (await register.Store()).Read(session =>
        session.All("SELECT gezocht_met, gevraagd FROM personen_protocol ORDER BY tijdstip, id", row => (row.Text(0), row.Text(1))));
}
