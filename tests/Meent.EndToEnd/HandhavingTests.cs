using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>A number is questioned, its host heard, and it is suspended by another employee: as each of them sees it.</summary>
public sealed class HandhavingTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_host_is_heard_before_another_employee_suspends_the_number()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var fenna = await browser.Als("999970008", "/mijn/verhuur/registreren", breedte: breedte);
            await fenna.ClickAsync("main button[type=submit]");
            await fenna.CheckAsync("#deel-gedeelte");
            await fenna.CheckAsync("#gebruik-hoofdverblijf");
            await fenna.FillAsync("#slaapplaatsen", "2");
            await fenna.FillAsync("#gasten", "2");
            await fenna.FillAsync("#naam", $"Kamer {breedte}");
            await fenna.CheckAsync("#akkoord");
            await fenna.ClickAsync("main button[type=submit]");
            await fenna.WaitForURLAsync("**/mijn/verhuur/*gebeurd=geregistreerd");
            var pad = new Uri(fenna.Url).AbsolutePath;
            var nummer = pad[(pad.LastIndexOf('/') + 1)..];

            var kemal = await Dossier("k.osman", nummer, breedte);
            await Browser.Keur(kemal);
            await Stap(kemal, "herstelverzoek", "Het aantal slaapplaatsen klopt niet.");
            Assert.Contains("laatste dag waarop de verhuurder kan reageren", await kemal.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await Browser.Keur(kemal);
            await Stap(kemal, "kennelijk", "Op dit adres staat geen woning.");
            Assert.Contains("De stap is genomen", await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Contains("Nummer opgeschort", await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(kemal);

            await fenna.GotoAsync(pad);
            Assert.Contains("Haal uw advertentie weg", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.DoesNotContain("osman", await fenna.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
            await Browser.Keur(fenna);
            await fenna.ClickAsync("main form button[type=submit]");
            Assert.Contains("Schrijf op wat u ervan vindt.", await fenna.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            await fenna.FillAsync("#tekst", "De woning staat er wel.\nU kunt komen kijken.");
            await fenna.ClickAsync("main form button[type=submit]");
            Assert.Contains("Uw reactie is verstuurd.", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(fenna);

            await Stap(kemal, "doorhalen", "Er is niets hersteld.");
            Assert.Contains("Een ander moet dit besluit nemen", await kemal.InnerTextAsync("#fouten"), StringComparison.Ordinal);
            var marit = await Dossier("m.visser", nummer, breedte);
            Assert.Contains("U kunt komen kijken.", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
            await Stap(marit, breedte == 320 ? "hersteld" : "doorhalen", "Er is gekeken.");
            Assert.Contains(breedte == 320 ? "In orde bevonden" : "Nummer doorgehaald", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(marit);
            await fenna.GotoAsync(pad);
            Assert.Contains(breedte == 320 ? "Geldig." : "U mag dit nummer niet meer gebruiken.", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
            await Browser.Keur(fenna);
        }
    }

    private async Task<IPage> Dossier(string wie, string nummer, int breedte)
    {
        var pagina = await browser.Als(wie, "/werk/verhuur", "medewerker", breedte);
        await pagina.FillAsync("#nummer", nummer);
        await pagina.FillAsync("#reden", "Een melding van een buur.");
        await pagina.ClickAsync("main button[type=submit]");
        return pagina;
    }

    private static async Task Stap(IPage pagina, string stap, string waarom)
    {
        await pagina.SelectOptionAsync("#stap", stap);
        await pagina.FillAsync("#uitleg", waarom);
        await pagina.ClickAsync("form[action$='/werk/verhuur/stap'] button[type=submit]");
    }
}
