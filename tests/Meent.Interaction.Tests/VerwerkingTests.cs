using System.Net;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>The register of processing activities: for the privacy officer, the FG, and anybody.</summary>
public sealed class VerwerkingTests : IAsyncLifetime
{
    private const string Pad = "/duinwaarde/werk/verwerkingen";

    private Paginaserver _server = null!;

    private Registerland Land => _server.Land.Register;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_watches_sees_all_and_changes_nothing_and_who_has_no_right_sees_nothing()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", Pad, "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);
        using var gijs = await Bezoek.Als(_server, "g.fontein", Pad, "medewerker");
        Assert.Contains("Vertrouwelijk", gijs.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Activiteit toevoegen", gijs.Tekst, StringComparison.Ordinal);
        await gijs.Klik("Toezicht houden");
        Assert.DoesNotContain("Wijzigen", gijs.Tekst, StringComparison.Ordinal);
        foreach (var pad in (string[])["/nieuw", "/inlezen", "/toezicht/wijzigen", "/toezicht/einde"])
        {
            await gijs.Ga(Pad + pad);
            Assert.Equal(HttpStatusCode.Forbidden, gijs.Antwoord.StatusCode);
        }

        await gijs.Ga($"{Pad}/is-er-niet");
        Assert.Equal(HttpStatusCode.NotFound, gijs.Antwoord.StatusCode);
        Assert.Contains(_server.Land.Verzoeken, v => v.EndsWith("verwerkingsregister-bijhouden g.fontein", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_searched_and_taken_along_as_a_file()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}?zoek=toezicht", "medewerker");
        Assert.Equal(["Toezicht houden"], petra.Pagina.QuerySelectorAll("main tbody a").Select(a => a.TextContent));
        await petra.Ga($"{Pad}/register.csv");
        Assert.Equal(("text/csv", "verwerkingsregister-duinwaarde.csv", "code;naam\r\n"),
            (petra.Antwoord.Content.Headers.ContentType!.MediaType, petra.Antwoord.Content.Headers.ContentDisposition!.FileName, await petra.Antwoord.Content.ReadAsStringAsync()));
        await petra.Ga($"{Pad}/register.xml");
        Assert.Equal(HttpStatusCode.NotFound, petra.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Versions_stand_beside_what_held_before_them()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/toezicht", "medewerker");
        Assert.Contains("7 jaar", petra.Tekst, StringComparison.Ordinal);
        Assert.Contains("verhuurder: adres", petra.Tekst, StringComparison.Ordinal);
        var rij = Assert.Single(petra.Pagina.QuerySelectorAll("main details tbody tr"));
        Assert.Equal(["Doel", "Nagaan of de regels gevolgd worden.", "Nagaan of iedereen <b>zich</b> aan de regels houdt."], rij.Children.Select(c => c.TextContent));
    }

    [Fact]
    public async Task An_activity_is_made_with_all_that_the_law_asks_and_why()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/nieuw", "medewerker");
        await petra.Verstuur("form.vorm", ("verwerktePersoonsgegevens", "zomaar iets"));
        Assert.Equal(["#code", "#naam", "#doel", "#grondslag", "#verwerktePersoonsgegevens", "#reden"], petra.Pagina.QuerySelectorAll(".foutenlijst a").Select(a => a.GetAttribute("href")));
        Assert.Empty(Land.Geschreven);

        await petra.Verstuur("form.vorm", ("code", "ideeen"), ("naam", "Ideeën"), ("doel", "Meedenken"), ("grondslag", "Toestemming betrokkene"), ("wetten", "https://a.example\r\nhttps://b.example"),
            ("verwerktePersoonsgegevens", "inwoner: naam"), ("gegevens", "personen:naam"), ("vanaf", "2026-07-01"), ("reden", "Besluit\nvan het college"));
        var (wat, reden, inhoud) = Land.Geschreven.Single();
        Assert.Equal(("POST verwerkingsactiviteiten", "Besluit van het college"), (wat, reden));
        Assert.Equal(("ideeen", "2026-06-30T22:00:00+00:00"), ((string?)inhoud["code"], (string?)inhoud["beginGeldigheid"]));
        var activiteit = inhoud["activiteit"]!;
        Assert.Equal("""["https://a.example","https://b.example"]""", activiteit["wetten"]!.ToJsonString());
        Assert.Equal("""[{"rolBetrokkene":"inwoner","naam":"naam"}]""", activiteit["verwerktePersoonsgegevens"]!.ToJsonString());
        Assert.Equal(("P5Y", null), ((string?)activiteit["bewaartermijnLog"], activiteit["categorie"]));
    }

    [Fact]
    public async Task A_change_begins_with_what_stood_there_and_what_is_refused_stands_with_its_field()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/toezicht/wijzigen", "medewerker");
        _server.Land.Weiger = ("verwerkingsregister", 400, "invalid", "activiteit.gegevens[1]", "Schrijf {dienst}:{veld} of {dienst}:*.");
        await petra.Verstuur("form.vorm", ("gegevens", "verhuur:*\nalles"), ("reden", "x"));
        Assert.Contains("Schrijf {dienst}", petra.Pagina.QuerySelector("#gegevens-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = ("verwerkingsregister", 412, "precondition_failed", null, "x");
        await petra.Verstuur("form.vorm");
        Assert.Contains("Een ander wijzigde dit intussen", petra.Tekst, StringComparison.Ordinal);

        _server.Land.Weiger = null;
        await petra.Verstuur("form.vorm", ("gegevens", "verhuur:*"));
        Assert.Contains("De nieuwe versie is vastgelegd", petra.Tekst, StringComparison.Ordinal);
        var (wat, _, inhoud) = Land.Geschreven.Single();
        Assert.Equal($"PUT verwerkingsactiviteiten/{Registerland.Id}", wat);
        Assert.Null(inhoud["beginGeldigheid"]);
        Assert.Equal(("Toezicht houden", "P7Y", """["verhuur:*"]"""), ((string?)inhoud["activiteit"]!["naam"], (string?)inhoud["activiteit"]!["bewaartermijnLog"], inhoud["activiteit"]!["gegevens"]!.ToJsonString()));
    }

    [Fact]
    public async Task An_activity_ends_after_a_day_as_the_version_that_holds_and_confidentiality_is_lifted_with_a_reason()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/toezicht/einde", "medewerker");
        await petra.Verstuur("form.vorm");
        Assert.Equal(["#wanneer", "#reden"], petra.Pagina.QuerySelectorAll(".foutenlijst a").Select(a => a.GetAttribute("href")));
        await petra.Verstuur("form.vorm", ("wanneer", "dag"), ("dag", "2099-12-31"), ("reden", "De regeling stopt"));
        Assert.Contains("De activiteit is beëindigd", petra.Tekst, StringComparison.Ordinal);
        var einde = Land.Geschreven.Single().Inhoud;
        Assert.Equal(("2026-01-01T00:00:00+00:00", "2099-12-31T23:00:00+00:00", "Toezicht houden"), ((string?)einde["beginGeldigheid"], (string?)einde["eindeGeldigheid"], (string?)einde["activiteit"]!["naam"]));

        await petra.Ga($"{Pad}/onderzoek");
        await petra.Verstuur("form.vorm");
        Assert.NotNull(petra.Pagina.QuerySelector("#reden-fout"));
        await petra.Verstuur("form.vorm", ("reden", "Het onderzoek is klaar"));
        Assert.Contains("De vertrouwelijkheid is opgeheven", petra.Tekst, StringComparison.Ordinal);
        Assert.EndsWith("/opheffing", Land.Geschreven[1].Wat, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_in_or_each_wrong_row_is_shown_with_its_place()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/inlezen", "medewerker");
        await petra.Upload("form.vorm", "bestand", "register.csv", "code;naam\n"u8.ToArray(), ("reden", ""));
        Assert.NotNull(petra.Pagina.QuerySelector("#reden-fout"));
        _server.Land.Weiger = ("verwerkingsregister", 400, "invalid", "regel 2, grondslag", "Vul iets in.");
        await petra.Upload("form.vorm", "bestand", "register.csv", "code;naam\n"u8.ToArray(), ("reden", "Overname"));
        Assert.Equal(["regel 2, grondslag", "Vul iets in."], petra.Pagina.QuerySelectorAll("main tbody tr > *").Select(c => c.TextContent));
        _server.Land.Weiger = null;
        await petra.Upload("form.vorm", "bestand", "register.csv", "code;naam\n"u8.ToArray(), ("reden", "Overname"));
        Assert.Contains("3 opgenomen, 2 gewijzigd, 1 waren al zo", petra.Tekst, StringComparison.Ordinal);
        Assert.Equal(("POST import", "Overname"), (Land.Geschreven.Single().Wat, Land.Geschreven.Single().Reden));
    }

    [Fact]
    public async Task Anybody_reads_what_data_is_used_for_and_nothing_that_is_confidential()
    {
        using var iemand = new Bezoek(_server);
        await iemand.Ga("/duinwaarde/verwerkingen");
        Assert.Equal(["Toezicht houden"], iemand.Pagina.QuerySelectorAll("main dt a").Select(a => a.TextContent));
        await iemand.Klik("Toezicht houden");
        Assert.Contains("Nodig voor een taak van de overheid: Huisvestingswet 2014, artikel 33", iemand.Tekst, StringComparison.Ordinal);
        Assert.Equal("https://wetten.overheid.nl/BWBR0035303", iemand.Pagina.QuerySelectorAll("main dd a").Single().GetAttribute("href"));
        await iemand.Ga("/duinwaarde/verwerkingen/toezicht?op=2025-06-01T00:00:00Z");
        Assert.Contains("Nagaan of de regels gevolgd worden.", iemand.Tekst, StringComparison.Ordinal);
        foreach (var pad in (string[])["/duinwaarde/verwerkingen/onderzoek", "/basisregistraties/verwerkingen", "/basisregistraties/verwerkingen/x"])
        {
            await iemand.Ga(pad);
            Assert.Equal(HttpStatusCode.NotFound, iemand.Antwoord.StatusCode);
        }
    }
}
