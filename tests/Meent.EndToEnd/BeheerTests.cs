using Meent.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>What a functional administrator and who keeps the archive do in the browser, with the real services behind it.</summary>
public sealed class BeheerTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task The_pages_of_an_administrator_are_accessible_in_both_languages()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var fatma = await browser.Als("f.yilmaz", "/werk/catalogus", "medewerker", breedte);
            foreach (var pad in (string[])["/werk/catalogus", "/werk/applicaties", "/werk/applicaties/nieuw", "/werk/abonnementen", "/werk/abonnementen/nieuw", "/werk/bezorging"])
            {
                await fatma.GotoAsync("/duinwaarde" + pad);
                await Browser.Keur(fatma);
            }

            await fatma.ClickAsync("text=English");
            Assert.Contains("Delivery of messages", await fatma.InnerTextAsync("h1"), StringComparison.Ordinal);
            await Browser.Keur(fatma);
        }
    }

    [BrowserFact]
    public async Task A_program_gets_and_loses_rights_and_is_removed()
    {
        var fatma = await browser.Als("f.yilmaz", "/werk/applicaties/nieuw", "medewerker", 320);
        await fatma.FillAsync("#label", "Balie");
        await fatma.FillAsync("#clientIds", "balie\nbalie-test");
        await fatma.CheckAsync("#mag-beperkt");
        await Verzend(fatma, "De applicatie is gemaakt");
        await Browser.Keur(fatma);
        await fatma.ClickAsync(".doen >> text=Zaken");
        await fatma.SelectOptionAsync("#type", "naam:EVENEMENTENVERGUNNING");
        await fatma.SelectOptionAsync("#niveau", "intern");
        await Verzend(fatma, "Kies wat het programma mag");
        await Browser.Keur(fatma);
        await fatma.CheckAsync("[id='zaken.lezen']");
        await Verzend(fatma, "Het recht is gegeven");
        Assert.Contains("Zaken: Evenementenvergunning aanvragen", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
        await fatma.ClickAsync(".doen >> text=Zaken");
        await fatma.SelectOptionAsync("#type", new SelectOptionValue { Label = "Evenementenvergunning aanvragen, alleen de versie vanaf 01-01-2024" });
        await fatma.SelectOptionAsync("#niveau", "intern");
        await fatma.CheckAsync("[id='zaken.lezen']");
        await Verzend(fatma, "Het recht is gegeven");
        await fatma.ClickAsync("section[aria-labelledby='kop-versies'] button >> nth=0");
        Assert.DoesNotContain("catalogi.lezen", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
        await fatma.ClickAsync("section[aria-labelledby='kop-versies'] button");
        Assert.Contains("houdt ten minste één autorisatie", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(fatma);
        await fatma.ClickAsync("main >> text=Verwijderen");
        await Browser.Keur(fatma);
        await fatma.CheckAsync("#zeker");
        await Verzend(fatma, "De applicatie is verwijderd");
        Assert.DoesNotContain("Balie", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_subscription_is_made_when_its_address_answers_and_ended()
    {
        var bouwer = WebApplication.CreateBuilder();
        bouwer.Logging.ClearProviders();
        await using var abonnee = bouwer.Build();
        abonnee.MapPost("/berichten", (HttpRequest verzoek) => verzoek.Headers.Authorization == "Bearer geheim" ? Results.NoContent() : Results.Unauthorized());
        abonnee.MapPost("/open", () => Results.NoContent());
        var adres = $"http://localhost:{MeentProces.VrijePoort()}";
        abonnee.Urls.Add(adres);
        await abonnee.StartAsync();

        var fatma = await browser.Als("f.yilmaz", "/werk/abonnementen/nieuw", "medewerker");
        await fatma.FillAsync("#callbackUrl", $"{adres}/open");
        await fatma.FillAsync("#auth", "Bearer geheim");
        await fatma.CheckAsync("#kanaal-zaken");
        await fatma.FillAsync("#kanaal-zaken-bronorganisatie", "990000011");
        await Verzend(fatma, "neemt ook berichten aan zonder Authorization");
        await Browser.Keur(fatma);
        await fatma.FillAsync("#callbackUrl", $"{adres}/berichten");
        await fatma.FillAsync("#auth", "Bearer geheim");
        await Verzend(fatma, "Het abonnement is gemaakt");
        await fatma.ClickAsync($"text={adres}/berichten");
        await Browser.Keur(fatma);
        Assert.Contains("bronorganisatie: 990000011", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);
        await fatma.ClickAsync("main >> text=Wijzigen");
        await fatma.CheckAsync("#kanaal-zaaktypen");
        await Verzend(fatma, "Het abonnement is gewijzigd");
        await fatma.ClickAsync($"text={adres}/berichten");
        await fatma.CheckAsync("#zeker");
        await Verzend(fatma, "Het abonnement is beëindigd");
    }

    [BrowserFact]
    public async Task Zaken_whose_time_has_come_are_destroyed_once_three_people_agreed()
    {
        var ruben = await browser.Als("r.smit", "/werk/vernietiging", "medewerker");
        await Browser.Keur(ruben);
        await ruben.ClickAsync("text=Nieuwe lijst maken");
        await ruben.FillAsync("#naam", "Evenementen");
        await ruben.FillAsync("#tot", "2999-01-01");
        await Verzend(ruben, "nog niet voorbij");
        await Browser.Keur(ruben);
        await ruben.FillAsync("#tot", DateTime.UtcNow.ToString("yyyy-MM-dd", null));
        await Verzend(ruben, "De lijst is gemaakt");
        await Browser.Keur(ruben);
        await ruben.ClickAsync("tbody .acties a >> nth=0");
        await Browser.Keur(ruben);
        await ruben.FillAsync("#reden", "Van historisch belang");
        await Verzend(ruben, "De zaak blijft bewaard");
        await ruben.ClickAsync("text=Lijst indienen");

        var sanne = await Beoordeel("s.bakker", "Evenementen", "Bij de behandelaar", 320);
        Assert.Contains("De lijst is nu bij de archivaris", await sanne.InnerTextAsync("main"), StringComparison.Ordinal);
        var ilse = await Beoordeel("i.vermeer", "Evenementen", "Bij de archivaris", 1280);
        Assert.Contains("De lijst is vastgesteld", await ilse.InnerTextAsync("main"), StringComparison.Ordinal);

        await ruben.ReloadAsync();
        await ruben.CheckAsync("#zeker");
        await Verzend(ruben, "De lijst is uitgevoerd");
        Assert.Contains("2 van 2", await ruben.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(ruben);
        var verklaring = await ruben.APIRequest.GetAsync((await ruben.GetAttributeAsync("main a[href$='/verklaring']", "href"))!);
        Assert.Equal(3, (await verklaring.TextAsync()).Split('.').Length);

        // What was kept can go on another list; who made that one does not establish it.
        await ilse.GotoAsync("/duinwaarde/werk/vernietiging/nieuw");
        await ilse.FillAsync("#naam", "Rest");
        await Verzend(ilse, "De lijst is gemaakt");
        await ilse.ClickAsync("text=Lijst indienen");
        await Beoordeel("s.bakker", "Rest", "Bij de behandelaar", 1280);
        await ilse.ReloadAsync();
        await ilse.CheckAsync("#akkoord-ja");
        await Verzend(ilse, "Een ander moet deze stap zetten");
        await Browser.Keur(ilse);
    }

    private async Task<IPage> Beoordeel(string wie, string lijst, string stand, int breedte)
    {
        var pagina = await browser.Als(wie, "/werk/vernietiging", "medewerker", breedte);
        await pagina.ClickAsync($"tr:has-text('{stand}') a:has-text('{lijst}')");
        await Browser.Keur(pagina);
        await pagina.CheckAsync("#akkoord-ja");
        await Verzend(pagina, "");
        return pagina;
    }

    private static async Task Verzend(IPage pagina, string gedaan)
    {
        await pagina.ClickAsync("main form.vorm >> nth=0 >> button[type=submit]");
        Assert.Contains(gedaan, await pagina.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
