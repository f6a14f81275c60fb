using Meent.Testing;

namespace Meent.EndToEnd;

/// <summary>A resident doubts a value; the bronhouder, another organisation, looks into it; meanwhile the value says so.</summary>
public sealed class TerugmeldTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task A_resident_reports_a_doubt_and_follows_it_to_its_end()
    {
        var fenna = await browser.Als("999970008", "/mijn/gegevens");
        await fenna.ClickAsync("text=Meld wat er niet klopt");
        await Browser.Keur(fenna);
        await fenna.EvaluateAsync("document.querySelector('main form.vorm').noValidate = true");
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Kies wat er niet klopt", await fenna.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(fenna);
        await fenna.SelectOptionAsync("#gegeven", "verblijfplaats");
        await fenna.FillAsync("#tekst", "Ik woon al een jaar ergens anders.");
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Uw melding is verstuurd", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Ontvangen", await fenna.InnerTextAsync("main table"), StringComparison.Ordinal);
        await Browser.Keur(fenna);

        var thijs = await browser.Als("t.hofman", "/werk/terugmeldingen", "medewerker", gemeente: "basisregistraties");
        await Browser.Keur(thijs);
        await thijs.ClickAsync("main tbody a");
        Assert.Contains("Gemeente Duinwaarde", await thijs.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(thijs);
        await thijs.CheckAsync("#status-inOnderzoek");
        await thijs.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("In onderzoek", await thijs.InnerTextAsync("main"), StringComparison.Ordinal);

        await fenna.GotoAsync("/duinwaarde/mijn/gegevens");
        Assert.Contains("In onderzoek", await fenna.InnerTextAsync("section[aria-labelledby=kop-adres]"), StringComparison.Ordinal);
        Assert.DoesNotContain("In onderzoek", await fenna.InnerTextAsync("section[aria-labelledby=kop-naam]"), StringComparison.Ordinal);
        await Browser.Keur(fenna);

        await thijs.ClickAsync("main tbody a");
        await thijs.CheckAsync("#status-nietGewijzigd");
        await thijs.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Vertel de melder wat u deed", await thijs.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await thijs.FillAsync("#uitleg", "U bent niet verhuisd volgens uw aangifte.");
        await thijs.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Er is niets te doen", await thijs.InnerTextAsync("main"), StringComparison.Ordinal);

        await fenna.GotoAsync("/duinwaarde/mijn/terugmeldingen");
        await fenna.ClickAsync("text=English");
        Assert.Contains("Not changed", await fenna.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.Contains("U bent niet verhuisd", await fenna.InnerTextAsync("main table"), StringComparison.Ordinal);
        await fenna.SetViewportSizeAsync(320, 800);
        await Browser.Keur(fenna);

        // An employee reports what they doubt, and treats nothing.
        var marit = await browser.Als("m.visser", "/werk/terugmelden", "medewerker", javascript: false);
        await marit.FillAsync("#bsn", "999970021");
        await marit.SelectOptionAsync("#gegeven", "naam");
        await marit.FillAsync("#tekst", "De naam op het paspoort is anders.");
        await marit.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("De melding is verstuurd", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
        await thijs.ReloadAsync();
        await thijs.GotoAsync("/basisregistraties/werk/terugmeldingen");
        Assert.Contains("Medewerker, Gemeente Duinwaarde", await thijs.InnerTextAsync("main table"), StringComparison.Ordinal);
    }
}
