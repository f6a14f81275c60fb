using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Services.Personen.Opslag;
using Meent.Services.Tests.Logboek;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;

namespace Meent.Services.Tests.Personen;

public sealed class PersonenApiTests
{
    [EngineTheory]
    public async Task Persons_are_answered_in_the_order_in_which_they_were_asked(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var antwoord = await register.Raadpleeg(200, [Proefregister.Noor, "999999999", Proefregister.Fenna, Proefregister.Noor], ["burgerservicenummer", "adressering.adresregel1"]);

        Assert.Equal("RaadpleegMetBurgerservicenummer", antwoord.GetProperty("type").GetString());
        Assert.Equal(
            """[{"burgerservicenummer":"999970057","adressering":{"adresregel1":"Strandweg 21"},"geheimhoudingPersoonsgegevens":true},{"burgerservicenummer":"999970008","adressering":{"adresregel1":"Zeelaan 12"}}]""",
            JsonSerializer.Serialize(antwoord.GetProperty("personen")));
    }

    [EngineTheory]
    public async Task Twenty_numbers_are_one_question(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var bsns = Enumerable.Range(0, 18).Select(i => $"9000000{i:00}").Concat([Proefregister.Milan, Proefregister.Teun]).ToArray();

        var antwoord = await register.Raadpleeg(200, bsns, ["naam.volledigeNaam"]);

        Assert.Equal(["Milan Dijkgraaf", "Teun Bakhuis"], antwoord.GetProperty("personen").EnumerateArray().Select(p => p.GetProperty("naam").GetProperty("volledigeNaam").GetString()));
    }

    [EngineTheory]
    public async Task The_municipality_filters(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        foreach (var (gemeente, aantal) in new[] { ("9901", 1), ("9902", 0) })
        {
            var antwoord = await register.Vraag(200, new
            {
                type = "RaadpleegMetBurgerservicenummer",
                burgerservicenummer = new[] { Proefregister.Fenna },
                fields = new[] { "gemeenteVanInschrijving" },
                gemeenteVanInschrijving = gemeente,
            });
            Assert.Equal(aantal, antwoord.GetProperty("personen").GetArrayLength());
        }
    }

    [EngineTheory]
    public async Task A_list_put_away_as_wrong_is_not_delivered_and_a_number_on_two_lists_is_refused(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        var store = await register.Store();
        await store.Write(session => session.Zet(Lijst("9278101475", Proefregister.Fenna, "F")));
        Assert.Equal(1, (await register.Raadpleeg(200, [Proefregister.Fenna], ["naam"])).GetProperty("personen").GetArrayLength());

        await store.Write(session => session.Zet(Lijst("9236983717", Proefregister.Fenna, "E")));
        var fout = await register.Raadpleeg(400, [Proefregister.Fenna], ["naam"]);
        Assert.Equal("unique", fout.GetProperty("invalidParams")[0].GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Fields_that_the_purpose_does_not_cover_are_refused_by_name(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        var fout = await register.AlsPeer(403, [Proefregister.Fenna], ["naam.voornamen", "geboorte.plaats", "geboorte.land", "burgerservicenummer"], "personen:naam", "personen:geboorte.datum");

        Assert.Equal("unauthorizedField", fout.GetProperty("code").GetString());
        Assert.Equal("U bent niet geautoriseerd voor één of meerdere opgegeven field waarden.", fout.GetProperty("title").GetString());
        Assert.Equal("U bent niet geautoriseerd om de volgende gegevens op te vragen met fields: geboorte.land, geboorte.plaats", fout.GetProperty("detail").GetString());
        Assert.Equal("https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.3", fout.GetProperty("type").GetString());
        Assert.Empty(await Protocol(register));
    }

    [EngineTheory]
    public async Task A_group_is_not_covered_by_one_of_its_fields_and_an_alias_is_covered_by_the_whole(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        await register.AlsPeer(403, [Proefregister.Fenna], ["naam"], "personen:naam.voornamen");
        await register.AlsPeer(200, [Proefregister.Fenna], ["adresseringBinnenland.adresregel1", "verblijfplaatsBinnenland"], "personen:adressering", "personen:verblijfplaats");
        await register.AlsPeer(403, [Proefregister.Fenna], ["verblijfplaats"], "personen:verblijfplaatsBinnenland");
    }

    [EngineTheory]
    public async Task Without_a_purpose_nothing_is_told(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        Assert.Equal("unauthorized", (await register.AlsPeer(403, [Proefregister.Fenna], ["naam"])).GetProperty("code").GetString());
        Assert.Equal("unauthorized", (await register.Raadpleeg(403, [Proefregister.Fenna], ["naam"], doel: null)).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Each_delivered_person_is_on_record_before_the_answer(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);

        await register.AlsPeer(200, [Proefregister.Fenna, Proefregister.Milan, "999999999"], ["naam.voornamen", "naam.volledigeNaam"], "personen:naam");

        Assert.Equal(2, (await Protocol(register)).Count(p => p == (Proefregister.Peer, "010210, PANM02")));
        var regels = await (await register.Store()).Read(session => session.Logregels("activiteit, betrokkene, aanroeper, attributen",
            row => (Activiteit: row.Text(0), Betrokkene: Convert.ToHexString(row.Bytes(1)), Aanroeper: row.Text(2), Attributen: row.Text(3))));
        Assert.Equal(2, regels.Select(r => r.Betrokkene).Distinct().Count());
        Assert.All(regels, r =>
        {
            Assert.Equal(register.Node.Doel("personen-verstrekken"), r.Activiteit);
            Assert.Equal($"urn:nld:oin:{Proefregister.Peer}", r.Aanroeper);
            Assert.Contains("verwerkingsactiviteit:proef", r.Attributen, StringComparison.Ordinal);
            Assert.DoesNotContain("99997", r.Attributen, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Only_post_may_be_used(string methode)
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);

        var fout = await register.Node.Vraag(405, new HttpMethod(methode), Diensten.Personen, "/personen");

        Assert.Equal("methodNotAllowed", fout.GetProperty("code").GetString());
        Assert.Equal("Gebruikte bevragingsmethode is niet toegestaan.", fout.GetProperty("title").GetString());
        Assert.Equal("/haalcentraal/api/brp/personen", fout.GetProperty("instance").GetString());
    }

    [Theory]
    [InlineData("application/json; charset=cp1252", null, 415)]
    [InlineData("text/csv", null, 415)]
    [InlineData("*/*", null, 415)]
    [InlineData("application/json;charset=Utf-8", "*/*;charset=utf-8", 200)]
    [InlineData("", "application/json", 200)]
    [InlineData("application/json", "application/xml", 406)]
    public async Task Only_json_in_utf8_comes_in_and_goes_out(string contentType, string? accept, int status)
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);
        using var inhoud = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"type":"RaadpleegMetBurgerservicenummer","burgerservicenummer":["999970008"],"fields":["naam"]}"""));
        if (contentType.Length > 0) inhoud.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var antwoord = await register.Node.StuurInhoud(HttpMethod.Post, Diensten.Personen, "/personen", inhoud, register.Node.Doel(Proefregister.Alles), headers =>
        {
            if (accept is not null) headers.TryAddWithoutValidation("Accept", accept);
        });

        Assert.Equal(status, (int)antwoord.StatusCode);
        Assert.Equal(status == 200 ? "application/json; charset=utf-8" : "application/problem+json", antwoord.Content.Headers.ContentType!.ToString());
    }

    [EngineTheory]
    public async Task Without_a_record_there_is_no_answer(Engine engine)
    {
        await using var register = await Proefregister.Open(engine);
        await (await register.Store()).Write(session => session.Execute("DROP TABLE personen_protocol"));

        var fout = await register.Raadpleeg(500, [Proefregister.Fenna], ["naam"]);

        Assert.DoesNotContain("Fenna", fout.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_caller_and_an_unknown_purpose_are_refused_in_the_words_of_the_standard()
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);
        using var inhoud = new StringContent("{}", Encoding.UTF8, "application/json");
        using var antwoord = await register.Node.StuurInhoud(HttpMethod.Post, Diensten.Personen, "/personen", inhoud, headers: headers =>
        {
            headers.Remove("Authorization");
            headers.Add("Authorization", "Bearer vals");
        });

        Assert.Equal(401, (int)antwoord.StatusCode);
        Assert.Equal("Bearer", antwoord.Headers.WwwAuthenticate.ToString());
        Assert.Contains("\"code\":\"authentication\"", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("unauthorized", (await register.Raadpleeg(403, [Proefregister.Fenna], ["naam"], "bestaat-niet")).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_question_that_is_too_large_is_refused()
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);

        await register.Vraag(413, new { type = "RaadpleegMetBurgerservicenummer", ruis = new string('x', 70_000) });
    }

    [Theory]
    [InlineData("{", "De bevraging bevat een fout.")]
    [InlineData("{\"type\":\"Raadpleeg\u0001\"}", "De bevraging bevat een fout.")]
    [InlineData("[]", "De bevraging bevat een fout.")]
    [InlineData("{}", "Een of meerdere parameters zijn niet correct.")]
    public async Task What_is_no_question_is_refused(string body, string titel)
    {
        await using var register = await Proefregister.Open(Engine.Sqlite);
        using var inhoud = new StringContent(body, Encoding.UTF8, "application/json");

        using var antwoord = await register.Node.StuurInhoud(HttpMethod.Post, Diensten.Personen, "/personen", inhoud, register.Node.Doel(Proefregister.Alles));

        Assert.Equal(400, (int)antwoord.StatusCode);
        Assert.Equal(titel, JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync()).GetProperty("title").GetString());
    }

    private static Persoonsrij Lijst(string anummer, string bsn, string opschorting) => Persoonsrij.Van(Encoding.UTF8.GetBytes(
        Antwoorden.Lijst(("01", ["0110", anummer, "0120", bsn]), ("07", ["6720", opschorting]))))!;

    private static async Task<List<(string, string)>> Protocol(Proefregister register) => await (await register.Store()).Read(session =>
        session.All("SELECT afnemer, gevraagd FROM personen_protocol", row => (row.Text(0), row.Text(1))));
}
