using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>One permit, two who ask for it: rules, applications, draw, decision, and a stay that only the winner can report.</summary>
public sealed class VergunningTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Of_two_who_ask_for_the_last_permit_the_draw_decides()
    {
        await Regels();
        foreach (var breedte in (int[])[1280, 320])
        {
            var hosts = new List<(IPage Pagina, string Pad, string Nummer)>();
            foreach (var bsn in (string[])["999970008", "999970021"])
            {
                var host = await browser.Als(bsn, "/mijn/verhuur/registreren", breedte: breedte);
                var pad = await Registreer(host, $"Kamer {breedte}");
                await host.GotoAsync(pad + "/vergunning");
                Assert.Contains("hebt u een vergunning nodig", await host.InnerTextAsync("main"), StringComparison.Ordinal);
                await Browser.Keur(host);
                await host.FillAsync("#van", "2020-01-01");
                await host.ClickAsync("main button[type=submit]");
                Assert.Contains("niet in voor vandaag", await host.InnerTextAsync("#fouten"), StringComparison.Ordinal);
                await Browser.Keur(host);
                await host.FillAsync("#van", $"{Van(breedte):yyyy-MM-dd}");
                await host.ClickAsync("main form[action$='/vergunning'] button[type=submit]");
                Assert.Contains("Uw aanvraag is ontvangen", await host.InnerTextAsync("main"), StringComparison.Ordinal);
                await Browser.Keur(host);
                hosts.Add((host, pad, pad[(pad.LastIndexOf('/') + 1)..]));
            }

            var marit = await browser.Als("m.visser", "/werk/vergunningen", "medewerker", breedte);
            await Browser.Keur(marit);
            await marit.ClickAsync("main table a >> nth=0");
            await Besluit(marit, "verleend");
            Assert.Contains("loot eerst", await marit.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await Browser.Keur(marit);
            await marit.GotoAsync("/duinwaarde/werk/vergunningen");
            await marit.ClickAsync("main form[action$='/loting'] button[type=submit]");
            Assert.Contains("Er is geloot", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(marit);
            var winnaar = (await marit.InnerTextAsync("main table a >> nth=0")).Replace(" ", "", StringComparison.Ordinal);
            await marit.ClickAsync("main table a >> nth=1");
            await Besluit(marit, "verleend");
            Assert.Contains("beslis eerst over wie ervoor staat", await marit.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await marit.GotoAsync("/duinwaarde/werk/vergunningen");
            await marit.ClickAsync("main table a >> nth=0");
            await Besluit(marit, "verleend");
            Assert.Contains("De vergunning is verleend", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
            await marit.ClickAsync("main table a >> nth=0");
            await Besluit(marit, "geweigerd");
            Assert.Contains("De aanvraag is geweigerd", await marit.InnerTextAsync("main"), StringComparison.Ordinal);

            foreach (var (host, pad, nummer) in hosts)
            {
                await host.GotoAsync(pad + "/vergunning");
                Assert.Contains(nummer == winnaar ? "Verleend" : "Geweigerd", await host.InnerTextAsync("main"), StringComparison.Ordinal);
                Assert.DoesNotContain("visser", await host.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
                await Browser.Keur(host);
                // Anybody can do the draw over.
                var loting = await host.GetAttributeAsync("main a:text-is('De loting narekenen')", "href");
                using var http = new HttpClient();
                Assert.Contains("\"zaad\"", await http.GetStringAsync(loting), StringComparison.Ordinal);
                await host.GotoAsync(pad + "/melden");
                await host.FillAsync("#aankomst", $"{Van(breedte).AddDays(1):yyyy-MM-dd}");
                await host.FillAsync("#vertrek", $"{Van(breedte).AddDays(3):yyyy-MM-dd}");
                await host.FillAsync("#gasten", "2");
                await host.ClickAsync("main button[type=submit]");
                Assert.Contains(nummer == winnaar ? "Uw verblijf is gemeld" : "een vergunning nodig, en die is er niet", await host.InnerTextAsync("main"), StringComparison.Ordinal);
            }

            // The permit is given up, so that its place is free for the next round.
            var gelukt = hosts.Single(h => h.Nummer == winnaar);
            await gelukt.Pagina.GotoAsync(gelukt.Pad + "/vergunning");
            await gelukt.Pagina.ClickAsync("main a[href$='/intrekken']");
            await Browser.Keur(gelukt.Pagina);
            await gelukt.Pagina.ClickAsync("main button[type=submit]");
            Assert.Contains("U hebt ervan afgezien", await gelukt.Pagina.InnerTextAsync("main"), StringComparison.Ordinal);
        }
    }

    private static DateOnly Van(int breedte) => DateOnly.FromDateTime(DateTime.Today).AddDays(breedte == 320 ? 40 : 10);

    /// <summary>From today one permit of a year for the whole municipality.</summary>
    private async Task Regels()
    {
        var fatma = await browser.Als("f.yilmaz", "/werk/verhuurregels", "medewerker");
        await fatma.ClickAsync("main a:text-is('Dijkland')");
        await fatma.CheckAsync("#r0-melden");
        await fatma.CheckAsync("#r0-vergunning");
        await fatma.FillAsync("#r0-quotum", "1");
        await fatma.FillAsync("#r0-duur", "12");
        await fatma.FillAsync("#geldigVan", $"{DateTime.Today:yyyy-MM-dd}");
        await fatma.CheckAsync("#zeker");
        await Browser.Keur(fatma);
        await fatma.ClickAsync("button[value=vaststellen]");
        Assert.Contains("De nieuwe versie is vastgesteld", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task<string> Registreer(IPage host, string kamer)
    {
        await host.ClickAsync("main button[type=submit]");
        await host.CheckAsync("#deel-gedeelte");
        await host.CheckAsync("#gebruik-hoofdverblijf");
        await host.FillAsync("#slaapplaatsen", "2");
        await host.FillAsync("#gasten", "2");
        await host.FillAsync("#naam", kamer);
        await host.CheckAsync("#akkoord");
        await host.ClickAsync("main button[type=submit]");
        await host.WaitForURLAsync("**/mijn/verhuur/*gebeurd=geregistreerd");
        return new Uri(host.Url).AbsolutePath;
    }

    private static async Task Besluit(IPage pagina, string uitkomst)
    {
        await pagina.SelectOptionAsync("#uitkomst", uitkomst);
        await pagina.FillAsync("#reden", "Past bij de regels voor vergunningen.");
        await pagina.ClickAsync("main button[type=submit]");
    }
}
