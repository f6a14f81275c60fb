using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>The register of processing activities in the browser: kept by the privacy officer, read by anybody, and obeyed by the sources.</summary>
public sealed class VerwerkingTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task The_pages_of_the_register_are_accessible_in_both_languages()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var petra = await browser.Als("p.jansen", "/werk/verwerkingen", "medewerker", breedte);
            foreach (var pad in (string[])["/werk/verwerkingen", "/werk/verwerkingen/nieuw", "/werk/verwerkingen/inlezen", "/werk/verwerkingen/zaken-behandelen", "/werk/verwerkingen/zaken-behandelen/wijzigen", "/werk/verwerkingen/zaken-behandelen/einde", "/werk/toezicht", "/werk/toezicht/minimalisatie", "/werk/toezicht/minimalisatie/mijn-gegevens-inzien", "/werk/toezicht/minimalisatie/mijn-gegevens-inzien?kies=ja&zonder=personen:*", "/werk/signalen", "/werk/signalen/regels", "/verwerkingen", "/verwerkingen/zaken-behandelen"])
            {
                await petra.GotoAsync("/duinwaarde" + pad);
                await Browser.Keur(petra);
            }

            await petra.ClickAsync("text=English");
            Assert.Contains("Why it is allowed", await petra.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(petra);
            await petra.GotoAsync("/duinwaarde/werk/toezicht?maanden=36");
            Assert.Contains("Use per processing activity", await petra.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(petra);
        }
    }

    [BrowserFact]
    public async Task What_the_privacy_officer_ends_gives_nobody_data_any_more_and_anybody_can_read_what_it_was()
    {
        // Not at the municipality whose pages the other test looks at.
        var fatma = await browser.Als("f.yilmaz", "/werk/catalogus", "medewerker", gemeente: "lindewoude");
        Assert.DoesNotContain("Er gaat iets mis", await fatma.InnerTextAsync("h1"), StringComparison.Ordinal);

        var petra = await browser.Als("p.jansen", "/werk/verwerkingen", "medewerker", gemeente: "lindewoude");
        await petra.ClickAsync("text=Zaakgericht werken inrichten");
        await petra.ClickAsync("main >> text=Wijzigen");
        await petra.FillAsync("#doel", "Zaaktypen beheren.");
        await petra.FillAsync("#reden", "Duidelijker");
        await Verzend(petra, "De nieuwe versie is vastgelegd");
        await petra.ClickAsync("details summary");
        Assert.Contains("Zaaktypen beheren.", await petra.InnerTextAsync("details"), StringComparison.Ordinal);
        await Browser.Keur(petra);
        await petra.ClickAsync("main >> text=Beëindigen");
        await Verzend(petra, "Kies wanneer de activiteit eindigt");
        await Browser.Keur(petra);
        await petra.CheckAsync("#wanneer-nu");
        await petra.FillAsync("#reden", "Proef");
        await Verzend(petra, "De activiteit is beëindigd");

        await fatma.ReloadAsync();
        Assert.Contains("Er gaat iets mis", await fatma.InnerTextAsync("h1"), StringComparison.Ordinal);
        var iemand = await browser.Bezoek();
        await iemand.GotoAsync("/lindewoude/verwerkingen");
        Assert.DoesNotContain("inrichten", await iemand.InnerTextAsync("main"), StringComparison.Ordinal);
        await iemand.GotoAsync("/lindewoude/verwerkingen/zaakgericht-werken-inrichten?op=" + Uri.EscapeDataString(DateTimeOffset.UtcNow.AddDays(-1).ToString("O")));
        Assert.Contains("zorgen dat berichten aankomen", await iemand.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(iemand);
    }

    [BrowserFact]
    public async Task Who_takes_fields_off_a_purpose_sees_beforehand_which_screen_needs_them()
    {
        // Its own question is in the figures, though the source is of another organisation.
        await browser.Als("999970045", "/mijn/gegevens", gemeente: "lindewoude");
        var petra = await browser.Als("p.jansen", "/werk/toezicht/minimalisatie", "medewerker", gemeente: "lindewoude");
        await petra.ClickAsync("main >> text=Mijn gegevens inzien");
        for (var i = 0; i < 50 && !(await petra.InnerTextAsync("main table")).Contains("personen:geboorte", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            await petra.ReloadAsync();
        }

        Assert.Contains("personen:geboorte", await petra.InnerTextAsync("main table"), StringComparison.Ordinal);
        await petra.CheckAsync("#zonder-0");
        await petra.ClickAsync("main form button[type=submit]");
        Assert.Contains("/mijn/gegevens", await petra.InnerTextAsync("main .utrecht-alert"), StringComparison.Ordinal);
        Assert.DoesNotContain("/mijn/verhuur", await petra.InnerTextAsync("main .utrecht-alert"), StringComparison.Ordinal);
        await Browser.Keur(petra);
        await petra.ClickAsync("text=Maak hiervan een nieuwe versie");
        Assert.DoesNotContain("personen:", await petra.InputValueAsync("#gegevens"), StringComparison.Ordinal);
        await petra.FillAsync("#reden", "Dataminimalisatie");
        await Verzend(petra, "De nieuwe versie is vastgelegd");
    }

    private static async Task Verzend(IPage pagina, string gedaan)
    {
        await pagina.ClickAsync("main form.vorm >> nth=0 >> button[type=submit]");
        Assert.Contains(gedaan, await pagina.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
