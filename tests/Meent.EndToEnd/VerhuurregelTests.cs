using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>Rules of holiday rental: what anybody sees of them, and how an administrator makes a new version for an area of a file.</summary>
public sealed class VerhuurregelTests(Browser browser) : IClassFixture<Browser>
{
    // Around the houses of the Zeelaan in the invented town.
    private const string Zeelaan = """{"type":"Polygon","coordinates":[[[4.7014,52.0368],[4.7081,52.0368],[4.7081,52.0377],[4.7048,52.0378],[4.7014,52.0377],[4.7014,52.0368]]]}""";

    [BrowserFact]
    public async Task Anybody_sees_which_rules_hold_at_an_address()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var pagina = await browser.Bezoek(breedte);
            await pagina.GotoAsync("/duinwaarde/verhuurregels");
            await Browser.Keur(pagina);
            await Vraag(pagina, "9901 AE", "8");
            Assert.Contains("Dit adres ligt in: Duinrand.", await Uitkomst(pagina), StringComparison.Ordinal);
            Assert.Contains("ten hoogste 15 nachten per kalenderjaar", await Uitkomst(pagina), StringComparison.Ordinal);
            await Browser.Keur(pagina);
            await pagina.SelectOptionAsync("#gebruik", "tweedeWoning");
            await Vraag(pagina, "9901 AE", "8");
            Assert.Contains("U mag deze woning niet aan toeristen verhuren.", await Uitkomst(pagina), StringComparison.Ordinal);
            await Vraag(pagina, "9901 AA", "1000");
            Assert.Contains("staat niet in de Basisregistratie Adressen", await pagina.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await Browser.Keur(pagina);
        }
    }

    [BrowserFact]
    public async Task An_administrator_adds_an_area_tries_rules_for_it_and_establishes_them()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var fatma = await browser.Als("f.yilmaz", "/werk/verhuurregels/gebieden", "medewerker", breedte);
            await fatma.FillAsync("#naam", $"Zeelaan {breedte}");
            await fatma.SetInputFilesAsync("#bestand", new FilePayload { Name = "zeelaan.json", MimeType = "application/json", Buffer = "geen gebied"u8.ToArray() });
            await fatma.ClickAsync("main button[type=submit]");
            Assert.Contains("Stuur GeoJSON", await fatma.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await Browser.Keur(fatma);
            await fatma.SetInputFilesAsync("#bestand", new FilePayload { Name = "zeelaan.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(Zeelaan) });
            await fatma.ClickAsync("main button[type=submit]");
            Assert.Contains("Het gebied is toegevoegd", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.True(await fatma.Locator(".gebieden path").CountAsync() >= 2);
            await Browser.Keur(fatma);

            await fatma.GotoAsync("/duinwaarde/werk/verhuurregels");
            await Browser.Keur(fatma);
            await fatma.ClickAsync("main a:text-is('Dijkland')");
            Assert.Equal("1500", await fatma.InputValueAsync("#boete-geenRegistratienummer"));
            await fatma.ClickAsync("main >> text=Regel toevoegen");
            await fatma.FillAsync("#r1-naam", "Zeelaan");
            await fatma.SelectOptionAsync("#r1-gebied", new SelectOptionValue { Label = $"Zeelaan {breedte}" });
            await fatma.CheckAsync("#r1-nummer");
            await fatma.CheckAsync("#r1-melden");
            await fatma.FillAsync("#r1-nachten", "7");
            await fatma.FillAsync("#geldigVan", $"{DateTime.Today.AddYears(1):yyyy-MM-dd}");
            await fatma.CheckAsync("#zeker");
            await fatma.ClickAsync("button[value=vaststellen]");
            // Behind a row for the whole municipality it would never count.
            Assert.Contains("Deze regel geldt nooit", await fatma.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await Browser.Keur(fatma);
            await fatma.ClickAsync("button[value=omhoog-1]");
            Assert.Equal("Zeelaan", await fatma.InputValueAsync("#r0-naam"));
            await fatma.FillAsync("#postcode", "9901 AA");
            await fatma.FillAsync("#huisnummer", "12");
            await fatma.ClickAsync("button[value=probeer]");
            Assert.Contains("Regel 'Zeelaan' geldt.", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Contains("ten hoogste 7 nachten per kalenderjaar", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(fatma);
            await fatma.CheckAsync("#zeker");
            await fatma.ClickAsync("button[value=vaststellen]");
            Assert.Contains("De nieuwe versie is vastgesteld", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Contains("7 nachten", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(fatma);
        }
    }

    private static Task<string> Uitkomst(IPage pagina) => pagina.InnerTextAsync("section.vak");

    private static async Task Vraag(IPage pagina, string postcode, string huisnummer)
    {
        await pagina.FillAsync("#postcode", postcode);
        await pagina.FillAsync("#huisnummer", huisnummer);
        await pagina.ClickAsync("main button[type=submit]");
    }
}
