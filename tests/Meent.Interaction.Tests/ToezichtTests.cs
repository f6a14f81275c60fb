using System.Net;
using Meent.Interaction.Tests.Hulp;
using Meent.Standards;

namespace Meent.Interaction.Tests;

/// <summary>The figures of the use of personal data, for the privacy officer and the FG.</summary>
public sealed class ToezichtTests : IAsyncLifetime
{
    private const string Pad = "/duinwaarde/werk/toezicht";

    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_watches_sees_figures_and_nobody_else_does()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", Pad, "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);
        await kemal.Ga($"{Pad}/maanden.csv");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);

        foreach (var wie in (string[])["p.jansen", "g.fontein"])
        {
            using var bezoek = await Bezoek.Als(_server, wie, Pad, "medewerker");
            Assert.Equal(HttpStatusCode.OK, bezoek.Antwoord.StatusCode);
            Assert.Contains(_server.Land.Verzoeken, v => v == $"GET logboek/gebruik gegevensgebruik-bewaken {wie}");
        }
    }

    [Fact]
    public async Task Every_figure_stands_in_a_table_and_the_drawings_say_the_same()
    {
        using var gijs = await Bezoek.Als(_server, "g.fontein", Pad, "medewerker");
        Assert.Equal(["Toezicht houden", "=Gestopt", "verzonnen"], Rijen(gijs, "verwerkingen", 0));
        Assert.Equal(["1.280", "3", "2"], Rijen(gijs, "verwerkingen", 1));
        Assert.Equal(["Wijzelf", "Gemeente Lindewoude"], Rijen(gijs, "organisaties", 0));
        Assert.Equal(["12", "minder dan 5", "minder dan 5", "minder dan 5"], Rijen(gijs, "personen", 4));
        Assert.Equal(["Gold toen niet", "Staat niet in het register"], Rijen(gijs, "buiten-register", 1));
        Assert.Equal(("7", "2"), (Rijen(gijs, "weigeringen", 2).Single(), Rijen(gijs, "weigeringen", 3).Single()));
        Assert.Equal(12, Rijen(gijs, "maanden", 0).Count);
        Assert.Equal(["51", "1.234", "0"], Rijen(gijs, "maanden", 1).Take(3));
        Assert.Equal("nog niet", Rijen(gijs, "maanden", 3)[0]);

        Assert.Equal(["100", "0.23", "0.16"], gijs.Pagina.QuerySelectorAll("[aria-labelledby='kop-verwerkingen'] .staaf__deel").Select(r => r.GetAttribute("width")));
        Assert.Equal(12, gijs.Pagina.QuerySelectorAll(".grafiek rect").Length);
        Assert.Contains("1.234 keer", gijs.Pagina.QuerySelector(".grafiek svg[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);

        await gijs.Ga($"{Pad}?maanden=3&maand={DateTimeOffset.UtcNow.AddMonths(-1):yyyy-MM}");
        Assert.Equal(3, Rijen(gijs, "maanden", 0).Count);
        Assert.Equal(["1.000"], Rijen(gijs, "personen", 4));
    }

    [Fact]
    public async Task Requests_of_residents_are_counted_by_their_term()
    {
        var vandaag = TimeProvider.System.Vandaag();
        var zaken = _server.Land.Zaken;
        zaken.MetAvg = true;
        zaken.Maak("laat", vandaag.AddDays(-40), zaaktype: Zaakland.Avg, uiterlijk: vandaag.AddDays(-9));
        zaken.Maak("bijna", vandaag.AddDays(-25), zaaktype: Zaakland.Avg, uiterlijk: vandaag.AddDays(3));
        zaken.Maak("ruim", vandaag, zaaktype: Zaakland.Avg, uiterlijk: vandaag.AddDays(30));
        zaken.Zaak(zaken.Maak("af", vandaag.AddDays(-30), zaaktype: Zaakland.Avg, uiterlijk: vandaag))["einddatum"] = $"{vandaag.AddDays(-20):yyyy-MM-dd}";
        zaken.Zaak(zaken.Maak("te laat af", vandaag.AddDays(-60), zaaktype: Zaakland.Avg, uiterlijk: vandaag.AddDays(-30)))["einddatum"] = $"{vandaag.AddDays(-10):yyyy-MM-dd}";
        zaken.Maak("geen verzoek", vandaag.AddDays(-90), uiterlijk: vandaag.AddDays(-30));

        using var petra = await Bezoek.Als(_server, "p.jansen", Pad, "medewerker");
        Assert.Equal(["3", "1", "1", "0", "2", "1", "30"], Rijen(petra, "verzoeken", 1));
    }

    [Fact]
    public async Task Each_table_is_taken_along_as_a_file_that_a_spreadsheet_does_not_run()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", Pad, "medewerker");
        foreach (var tabel in (string[])["maanden", "verwerkingen", "organisaties", "personen", "buiten-register", "weigeringen", "verzoeken"])
        {
            await petra.Ga($"{Pad}/{tabel}.csv");
            Assert.Equal(("text/csv", $"gegevensgebruik-duinwaarde-{tabel}.csv"), (petra.Antwoord.Content.Headers.ContentType!.MediaType, petra.Antwoord.Content.Headers.ContentDisposition!.FileName));
        }

        await petra.Ga($"{Pad}/personen.csv");
        var csv = await petra.Antwoord.Content.ReadAsStringAsync();
        Assert.Contains($"Toezicht houden;{DateTimeOffset.UtcNow.AddMonths(-1):yyyy-MM};Wijzelf;1234;1000", csv, StringComparison.Ordinal);
        Assert.Contains("'=Gestopt;", csv, StringComparison.Ordinal);
        await petra.Ga($"{Pad}/alles.csv");
        Assert.Equal(HttpStatusCode.NotFound, petra.Antwoord.StatusCode);
    }

    private static List<string> Rijen(Bezoek bezoek, string tabel, int kolom) =>
        [.. bezoek.Pagina.QuerySelectorAll($"[aria-labelledby='kop-{tabel}'] tbody tr").Select(rij => rij.Children[kolom].TextContent.Trim())];
}
