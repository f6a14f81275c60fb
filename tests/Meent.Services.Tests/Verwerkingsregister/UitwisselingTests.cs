using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verwerkingsregister;

/// <summary>The register out and in as a file.</summary>
public sealed class UitwisselingTests : IDisposable
{
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task What_is_exported_is_read_in_elsewhere_as_it_was_and_here_changes_nothing(Engine engine, string vorm)
    {
        await using var node = await Start(engine);
        await Maak(node, "proef", "2025-01-01T00:00:00Z", "Eerst; met \"aanhaling\"\nen twee regels");
        await Wijzig(node, "proef", "2026-01-01T00:00:00Z", "Later", "2999-01-01T00:00:00Z");
        var bestand = await Bestand(node, vorm);

        Assert.Equal((0, 0), Aantallen(await LeesIn(node, 200, bestand, vorm)));
        Assert.Equal(bestand, await Bestand(node, vorm));

        using var leegmap = new TijdelijkeMap();
        await using var leeg = await Proefnode.Start(engine, leegmap, services => services.AddVerwerkingsregister(), routes => routes.MapVerwerkingsregister());
        await leeg.Services.GetServices<IBeheertaak>().Single(taak => taak is ImportRegister).Voer(new Beheeropdracht(leeg.Organisatie, Zet($"register.{vorm}", bestand), new Progress<Voortgang>(), _ => { }), default);
        Assert.Equal(bestand, await Bestand(leeg, vorm));
    }

    [EngineTheory]
    public async Task Each_broken_row_of_a_spreadsheet_is_named_with_its_place_and_nothing_is_read_in(Engine engine)
    {
        await using var node = await Start(engine);
        var voor = await Bestand(node, "json");
        await Weiger(node, "csv", "code;naam;doel;grondslag;gegevens;beginGeldigheid\n"
            + "goed;Goed;Goed;Publieke taak;;\n"
            + "Fout Code;;\"Twee\nregels\";Publieke taak;alles;\n"
            + "geen-grondslag;x;x;;;\n"
            + "geen-dag;x;x;Publieke taak;;31-31-2025\n"
            + "te-veel;x;x;Publieke taak;;;iets\n"
            + "goed;Weer;Weer;Publieke taak;;\n",
            "regel 3, code", "regel 3, gegevens[0]", "regel 3, naam", "regel 5, grondslag", "regel 6, beginGeldigheid", "regel 7, kolom7", "regel 8, code");
        await Weiger(node, "csv", "code;naam;naam;kleur\nx;x;x;x\n", "regel 1, kleur", "regel 1, naam");
        await Weiger(node, "csv", "code;naam;doel;grondslag;bovenliggendeActiviteit\neen;x;x;Publieke taak;urn:nld:oin:00000001990000011000:verwerkingsactiviteit:nergens\n", "regel 2, bovenliggendeActiviteit");
        await Weiger(node, "csv", "code;naam\n\"x", "");
        await Weiger(node, "csv", "", "regel 1");
        Assert.Equal(voor, await Bestand(node, "json"));
    }

    [EngineTheory]
    public async Task Each_broken_entry_of_a_json_file_is_named_with_its_place_and_nothing_is_read_in(Engine engine)
    {
        await using var node = await Start(engine);
        var voor = await Bestand(node, "json");
        await Weiger(node, "json", """{"verwerkingsactiviteiten":[{"code":"goed","activiteit":{"naam":"x","doel":"x","grondslag":"Publieke taak"}},{"code":"x","activiteit":{"naam":"x","doel":"x","grondslag":"Publieke taak"}},{"code":"ook","kleur":1},null,{"code":"leeg"}]}""",
            "verwerkingsactiviteiten[1].code", "verwerkingsactiviteiten[2].kleur", "verwerkingsactiviteiten[3]", "verwerkingsactiviteiten[4].activiteit");
        await Weiger(node, "json", "{}", "verwerkingsactiviteiten");
        await Weiger(node, "json", "[", "");
        Assert.Equal(voor, await Bestand(node, "json"));
        using var soort = await node.StuurInhoud(HttpMethod.Post, Diensten.Verwerkingsregister, "/import", new StringContent("x", Encoding.UTF8, "text/plain"), node.Doel(Bijhouden.Doel));
        Assert.Equal(415, (int)soort.StatusCode);
    }

    [EngineTheory]
    public async Task A_spreadsheet_of_western_europe_with_commas_and_dutch_dates_is_understood(Engine engine)
    {
        await using var node = await Start(engine);
        var regels = "code,naam,doel,grondslag,beginGeldigheid,verwerktePersoonsgegevens,afnemendeCategorieOntvangers\r\n"
            + "ideeen,Idee\u00EBn van inwoners,Meedenken,Toestemming betrokkene,1-7-2025,\"inwoner: naam\r\ninwoner: idee\",\"de raad\"\r\n";
        var gelezen = await LeesIn(node, 200, Encoding.Latin1.GetBytes(regels), "csv");

        Assert.Equal((1, 0), Aantallen(gelezen));
        var versie = (await node.Services.GetRequiredService<Doelen>().VindVersie(node.Organisatie, node.Doel("ideeen"), DateTimeOffset.UtcNow))!;
        Assert.Equal(("Ideeën van inwoners", DateTimeOffset.Parse("2025-06-30T22:00:00Z", null)), (versie.Activiteit.Naam, versie.Begin));
        Assert.Equal([new("inwoner", "naam"), new("inwoner", "idee")], versie.Activiteit.VerwerktePersoonsgegevens);

        // Another text is a version more; the same again is none.
        var anders = Encoding.UTF8.GetBytes("code;naam;doel;grondslag\nideeen;Ideeën;Meedoen;Toestemming betrokkene\nnieuw;Nieuw;Nieuw;Publieke taak\n");
        Assert.Equal((1, 1), Aantallen(await LeesIn(node, 200, anders, "csv")));
        Assert.Equal((0, 0), Aantallen(await LeesIn(node, 200, anders, "csv")));
    }

    [EngineTheory]
    public async Task A_file_is_read_in_by_the_command_or_refused_as_a_whole_and_by_nobody_from_elsewhere(Engine engine)
    {
        await using var node = await Start(engine);
        var taak = node.Services.GetServices<IBeheertaak>().Single(taak => taak is ImportRegister);
        var melding = "";
        Task Voer(string bestand) => taak.Voer(new Beheeropdracht(node.Organisatie, bestand, new Progress<Voortgang>(), tekst => melding = tekst), default);

        await Voer(Zet("goed.csv", Encoding.UTF8.GetBytes("code;naam;doel;grondslag\neen;x;x;Publieke taak\n")));
        Assert.Equal("1 opgenomen, 0 gewijzigd, 0 ongewijzigd", melding);
        Assert.Equal("regel 2, grondslag", (await Assert.ThrowsAsync<ProbleemException>(() => Voer(Zet("fout.csv", Encoding.UTF8.GetBytes("code;naam;doel;grondslag\ntwee;x;x;Zomaar\n"))))).Probleem.InvalidParams.Single().Name);
        await Assert.ThrowsAsync<ProbleemException>(() => Voer(_map.Bestand("is-er-niet.csv")));
        await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, "/import", new { }, Herkomst.Inway, headers: h => h.Add(Headers.FscAuthorization, "Bearer x.eyJzdWIiOiIwMDAwMDAwMTk5MDAwMDAyMzAwMCJ9.x"));
        await node.Vraag(400, HttpMethod.Get, Diensten.Verwerkingsregister, "/export?vorm=xml");
    }

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister(), routes => routes.MapVerwerkingsregister());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private string Zet(string naam, byte[] inhoud)
    {
        File.WriteAllBytes(_map.Bestand(naam), inhoud);
        return _map.Bestand(naam);
    }

    private static Task<JsonElement> Maak(Proefnode node, string code, string begin, string doel) => node.Vraag(
        201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", Invoer(code, begin, doel, null), doel: node.Doel(Bijhouden.Doel));

    private static async Task Wijzig(Proefnode node, string code, string begin, string doel, string einde)
    {
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"/verwerkingsactiviteiten?uri={Uri.EscapeDataString(node.Doel(code))}");
        await node.Vraag(200, HttpMethod.Put, Diensten.Verwerkingsregister, $"/verwerkingsactiviteiten/{lijst.GetProperty("results")[0].GetProperty("id").GetString()}",
            Invoer(null, begin, doel, einde), doel: node.Doel(Bijhouden.Doel));
    }

    private static object Invoer(string? code, string begin, string doel, string? einde) => new
    {
        code,
        beginGeldigheid = begin,
        eindeGeldigheid = einde,
        activiteit = new { naam = "Proef", doel, grondslag = "Vitaal belang", gegevens = new[] { "personen:naam" }, verwerktePersoonsgegevens = new[] { new { rolBetrokkene = "inwoner", naam = "naam: voluit" } } },
    };

    private static async Task<byte[]> Bestand(Proefnode node, string vorm)
    {
        using var antwoord = await node.Stuur(HttpMethod.Get, Diensten.Verwerkingsregister, $"/export?vorm={vorm}");
        Assert.EndsWith($".{vorm}", antwoord.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        return await antwoord.Content.ReadAsByteArrayAsync();
    }

    private static async Task<JsonElement> LeesIn(Proefnode node, int status, byte[] bestand, string vorm)
    {
        using var inhoud = new ByteArrayContent(bestand);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue(vorm == "csv" ? "text/csv" : "application/json");
        using var antwoord = await node.StuurInhoud(HttpMethod.Post, Diensten.Verwerkingsregister, "/import", inhoud, node.Doel(Bijhouden.Doel));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(status == (int)antwoord.StatusCode, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    private static async Task Weiger(Proefnode node, string vorm, string bestand, params string[] plaatsen) => Assert.Equal(
        plaatsen,
        (await LeesIn(node, 400, Encoding.UTF8.GetBytes(bestand), vorm)).GetProperty("invalidParams").EnumerateArray().Select(fout => fout.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));

    private static (int Opgenomen, int Gewijzigd) Aantallen(JsonElement gelezen) => (gelezen.GetProperty("opgenomen").GetInt32(), gelezen.GetProperty("gewijzigd").GetInt32());
}
