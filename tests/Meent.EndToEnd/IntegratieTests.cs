using System.Text.RegularExpressions;
using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>Connections with other organisations in the browser: real Managers, certificates and calls behind the pages.</summary>
public sealed partial class IntegratieTests(Browser browser) : IClassFixture<Browser>
{
    private const string Begin = "/werk/integratie";

    [BrowserFact]
    public async Task The_pages_of_connections_are_accessible_in_both_languages()
    {
        var maand = TimeProvider.System.GetUtcNow().ToString("yyyy-MM", null);
        foreach (var breedte in (int[])[1280, 320])
        {
            var nadia = await browser.Als("n.willems", Begin, "medewerker", breedte);
            foreach (var pad in (string[])["", "/contracten", "/contracten?staat=CONTRACT_STATE_VALID&dienst=personen", "/diensten", "/deelnemers", "/deelnemers/00000001990000035000", "/delegaties", "/certificaten", "/transacties", "/beslissingen", "/acties", "/afrekening", $"/afrekening/{maand}", $"/omvang/{maand}",
                "/voorstellen", "/voorstellen/gebruiken", "/voorstellen/gebruiken-namens", "/voorstellen/aanbieden", "/voorstellen/aanbieden-namens", "/aansluiten"])
            {
                Assert.Equal(200, (await nadia.GotoAsync("/duinwaarde" + Begin + pad))!.Status);
                await Browser.Keur(nadia);
            }

            await nadia.ClickAsync("text=English");
            Assert.Contains("Getting connected", await nadia.InnerTextAsync("h1"), StringComparison.Ordinal);
            await Browser.Keur(nadia);
        }
    }

    [BrowserFact]
    public async Task The_directory_is_open_to_anybody_and_searched()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var bezoeker = await browser.Bezoek(breedte);
            await bezoeker.GotoAsync("/federatie");
            await bezoeker.ClickAsync("main >> text=in de gids");
            await Browser.Keur(bezoeker);
            await bezoeker.FillAsync("#zoek", "PERSON");
            await bezoeker.ClickAsync("main form button");
            Assert.Contains("Stichting Basisregistraties Proeftuin", await bezoeker.InnerTextAsync("main table"), StringComparison.Ordinal);
            await bezoeker.ClickAsync("main table a");
            await Browser.Keur(bezoeker);
            await bezoeker.GotoAsync("/federatie/gids/deelnemers");
            await Browser.Keur(bezoeker);
            Assert.Contains("Gemeente Lindewoude", await bezoeker.InnerTextAsync("main table"), StringComparison.Ordinal);
            var elders = await bezoeker.GotoAsync("/duinwaarde/gids");
            Assert.Equal(404, elders!.Status);
        }
    }

    [BrowserFact]
    public async Task A_contract_is_proposed_accepted_by_the_other_used_and_revoked()
    {
        var nadia = await browser.Als("n.willems", $"{Begin}/diensten?naam=adressen", "medewerker", 320);
        await nadia.ClickAsync("text=Gebruik voorstellen");
        await Browser.Keur(nadia);
        // What the service says that it is meant for is ticked already.
        Assert.NotEqual(0, await nadia.Locator("fieldset input:checked").CountAsync());
        while (await nadia.Locator("fieldset input:checked").CountAsync() > 0) await nadia.UncheckAsync("fieldset input:checked >> nth=0");
        await nadia.FillAsync("#reden", "Proef van de koppeling");
        await nadia.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Kies een doel, of vink aan", await nadia.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(nadia);
        await nadia.CheckAsync("#zonder");
        await nadia.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Het voorstel is getekend", await nadia.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Gemeente Duinwaarde mag de dienst adressen van Stichting Basisregistraties Proeftuin gebruiken", await nadia.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(nadia);
        var contract = new Uri(nadia.Url).AbsolutePath["/duinwaarde".Length..];

        // The provider's own administrator, at their own pages.
        var daar = await browser.Als("n.willems", Begin, "medewerker", gemeente: "basisregistraties");
        for (var i = 0; i < 100 && !(await daar.InnerTextAsync("main")).Contains("de dienst adressen van", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            await daar.ReloadAsync();
        }

        await daar.ClickAsync("text=Bekijk dit voorstel");
        await daar.ClickAsync(".doen >> text=Aanvaarden");
        await Browser.Keur(daar);
        await daar.FillAsync("#reden", "Akkoord");
        await daar.CheckAsync("#zeker");
        await daar.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("U hebt het contract aanvaard", await daar.InnerTextAsync("main"), StringComparison.Ordinal);

        await Tot(nadia, "/duinwaarde" + contract, "Geldig");
        await nadia.ClickAsync(".doen >> text=Intrekken");
        await Browser.Keur(nadia);
        await nadia.FillAsync("#reden", "De proef is klaar");
        await nadia.CheckAsync("#zeker");
        await nadia.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("U hebt het contract ingetrokken", await nadia.InnerTextAsync("main"), StringComparison.Ordinal);
        await nadia.ClickAsync("text=Wie deed wat met dit contract");
        await Browser.Keur(nadia);
        var gedaan = await nadia.InnerTextAsync("main table");
        foreach (var deel in (string[])["Contract voorgesteld", "Proef van de koppeling", "Contract ingetrokken", "De proef is klaar", "Nadia Willems"]) Assert.Contains(deel, gedaan, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task From_a_request_for_a_certificate_to_a_call_that_works_without_JavaScript()
    {
        var nadia = await browser.Als("n.willems", $"{Begin}/aansluiten", "medewerker", javascript: false, gemeente: "lindewoude");
        await nadia.CheckAsync("#sleutel-zelfde");
        await nadia.ClickAsync("text=Aanvraag maken");
        var csr = await nadia.APIRequest.GetAsync((await nadia.GetAttributeAsync("main a[href$='/aanvraag']", "href"))!);
        var tekst = await csr.TextAsync();
        Assert.Contains("BEGIN CERTIFICATE REQUEST", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", tekst, StringComparison.Ordinal);
        await nadia.FillAsync("#pem", "geen certificaat");
        await nadia.ClickAsync("text=Inlezen en gebruiken");
        Assert.Contains("geen PEM met certificaten", await nadia.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await nadia.ClickAsync("text=Laat het proefanker tekenen");
        await nadia.ClickAsync("text=Opnieuw aanmelden");
        foreach (var stap in (string[])["aanvraag", "keten", "aanmelden", "dienst", "verbinding", "handtekeningen"])
            Assert.Contains("Klaar", await nadia.InnerTextAsync($"section[aria-labelledby='kop-{stap}']"), StringComparison.Ordinal);

        await nadia.SelectOptionAsync("#grant", new SelectOptionValue { Index = 0 });
        await nadia.FillAsync("#pad", "/");
        await nadia.ClickAsync("button:has-text('Proefaanroep doen')");
        var uitkomst = await nadia.InnerTextAsync("section[aria-labelledby='kop-proef']");
        Assert.Contains("De dienst antwoordde met status 404", uitkomst, StringComparison.Ordinal);
        await nadia.ClickAsync($"text={Nummer().Match(uitkomst).Value}");
        Assert.Contains("Gemeente Lindewoude bij", await nadia.InnerTextAsync("main table"), StringComparison.Ordinal);
        await nadia.GotoAsync($"/lindewoude{Begin}/certificaten");
        Assert.Contains("is hier aangevraagd", await nadia.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task Tot(IPage pagina, string adres, string woord)
    {
        for (var i = 0; i < 100; i++)
        {
            await pagina.GotoAsync(adres);
            if ((await pagina.InnerTextAsync(".zaakkop")).Contains(woord, StringComparison.Ordinal)) return;
            await Task.Delay(100);
        }

        Assert.Fail($"{adres} werd niet '{woord}'.");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Nummer();
}
