using System.Globalization;
using System.Text.RegularExpressions;
using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>A resident registers a holiday rental, through all five layers, and sees who used their data. Everything is real but the people.</summary>
public sealed partial class EersteLichtTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public Task The_whole_path_on_a_wide_screen() => Pad(1280, "999970008", "999970008-w", 1);

    [BrowserFact]
    public Task The_whole_path_at_320_pixels() => Pad(320, "999970033", "999970033-n", 2);

    [BrowserFact]
    public async Task The_path_needs_no_JavaScript()
    {
        var joris = await browser.Als("999970045", "/mijn/verhuur/registreren", javascript: false, gemeente: "lindewoude");
        await joris.ClickAsync("main button[type=submit]");
        var nummer = await Registreer(joris, gasten: "2", gebruik: "hoofdverblijf");
        Assert.StartsWith("9902", nummer, StringComparison.Ordinal);
        await Meld(joris, $"/lindewoude/mijn/verhuur/{nummer}", 7);
        Assert.Contains("Uw verblijf is gemeld", await joris.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("53", await joris.InnerTextAsync(".nachten"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Too_many_nights_are_refused_with_what_is_left()
    {
        var milan = await browser.Als("999970021", "/mijn/verhuur/registreren");
        // Another address of the municipality, by postal code and number.
        await milan.CheckAsync("#keuze-anders");
        var adres = await VrijAdres();
        await milan.FillAsync("#postcode", adres.Postcode);
        await milan.FillAsync("#huisnummer", adres.Huisnummer);
        await milan.ClickAsync("main button[type=submit]");
        var nummer = await Registreer(milan, gasten: "2", gebruik: "tweedeWoning");
        await Meld(milan, $"/duinwaarde/mijn/verhuur/{nummer}", 31);
        Assert.Contains("30 nachten over", await milan.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(milan);
    }

    [BrowserFact]
    public async Task An_employee_takes_and_completes_a_verification()
    {
        // A second home is verified by a person (the rule stands in the process).
        var fenna = await browser.Als("999970008", "/mijn/verhuur/registreren");
        await fenna.ClickAsync("main button[type=submit]");
        await fenna.FillAsync("#naam", "Tuinhuis");
        var nummer = await Registreer(fenna, gasten: "2", gebruik: "anders");

        var marit = await browser.Als("m.visser", "/werk", "medewerker");
        await Browser.Keur(marit);
        await marit.ClickAsync($"tr:has-text('{Groepen(nummer)}') a");
        await Browser.Keur(marit);
        await marit.ClickAsync("button[name=neem]");
        Assert.Contains("Zeelaan 12", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(marit);
        await marit.CheckAsync("#oordeel-akkoord");
        await marit.ClickAsync("main button[type=submit]");
        Assert.Contains("De taak is afgerond", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain(Groepen(nummer), await marit.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_leaver_is_out_at_the_next_click_and_a_supervisor_sees_no_tasks_of_others()
    {
        var uma = await browser.Als("u.dienst", "/werk", "medewerker");
        Assert.Contains("U mag deze pagina niet bekijken", await uma.InnerTextAsync("main"), StringComparison.Ordinal);

        var bas = await browser.Als("b.deboer", "/werk/medewerkers", "medewerker", gemeente: "lindewoude");
        Assert.Contains("Kemal Osman", await bas.InnerTextAsync("main"), StringComparison.Ordinal);
        var kemal = await browser.Als("k.osman", "/werk/verhuur", "medewerker", gemeente: "lindewoude");
        Assert.Contains("Registratie opzoeken", await kemal.InnerTextAsync("h1"), StringComparison.Ordinal);
        using (var client = browser.Meent.Client("lindewoude"))
        using (var inhoud = new StringContent("""{"naam":"Kemal Osman","actief":false,"rollen":["toezichthouder"]}""", System.Text.Encoding.UTF8, "application/json"))
            (await client.PutAsync(new Uri("toegang/api/v1/medewerkers/k.osman", UriKind.Relative), inhoud)).EnsureSuccessStatusCode();
        await kemal.ReloadAsync();
        Assert.Contains("U mag deze pagina niet bekijken", await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_resident_sees_at_once_on_both_sides_that_an_employee_asked_the_base_registry()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var fenna = await browser.Als("999970008", "/mijn/verhuur/registreren", breedte: breedte);
            await fenna.ClickAsync("main button[type=submit]");
            await fenna.FillAsync("#naam", $"Zolder {breedte}");
            var nummer = await Registreer(fenna, gasten: "2", gebruik: "hoofdverblijf");

            var kemal = await browser.Als("k.osman", "/werk/verhuur", "medewerker", breedte);
            await kemal.FillAsync("#nummer", nummer);
            await kemal.FillAsync("#reden", "Klacht van de buren over geluid");
            await kemal.ClickAsync("main button[type=submit]");
            Assert.DoesNotContain("Dijkgraaf", await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
            await kemal.ClickAsync("form[action$='/werk/verhuur/verhuurder'] button[type=submit]");
            var verhuurder = await kemal.InnerTextAsync("section[aria-labelledby=kop-verhuurder]");
            Assert.Contains("Dijkgraaf", verhuurder, StringComparison.Ordinal);
            Assert.Contains("Zeelaan 12", verhuurder, StringComparison.Ordinal);
            Assert.DoesNotContain("999970008", await kemal.ContentAsync(), StringComparison.Ordinal);
            await Browser.Keur(kemal);

            // It was on record before the employee saw it, so the first look shows it.
            await fenna.GotoAsync("/duinwaarde/mijn/gebruik");
            var keer = fenna.Locator("li.gebruik:has-text('Toezicht op toeristische verhuur'):has-text('opgevraagd bij de basisregistratie')").First;
            var gemeente = await keer.InnerTextAsync();
            Assert.Contains("Gemeente Duinwaarde", gemeente, StringComparison.Ordinal);
            Assert.Contains("Nagaan of een woning volgens de regels aan toeristen verhuurd wordt.", gemeente, StringComparison.Ordinal);
            Assert.Contains("Huisvestingswet 2014, artikel 33", gemeente, StringComparison.Ordinal);
            Assert.DoesNotContain("osman", gemeente, StringComparison.OrdinalIgnoreCase);
            await Browser.Keur(fenna);
            await keer.Locator("text=Bekijk dit bij de bron van de gegevens").ClickAsync();
            var register = await fenna.InnerTextAsync("main");
            Assert.Contains("Stichting Basisregistraties Proeftuin", register, StringComparison.Ordinal);
            Assert.Contains("Persoonsgegevens verstrekt", register, StringComparison.Ordinal);
            Assert.Contains("Wet basisregistratie personen, artikel 3.2", register, StringComparison.Ordinal);
            await Browser.Keur(fenna);
        }
    }

    [BrowserFact]
    public async Task Public_pages_in_two_languages_and_no_request_to_a_third_party()
    {
        foreach (var breedte in (int[])[1280, 320])
        {
            var bezoeker = await browser.Bezoek(breedte);
            var vreemd = new List<string>();
            bezoeker.Request += (_, verzoek) =>
            {
                if (!verzoek.Url.StartsWith(browser.Basis, StringComparison.Ordinal) && !verzoek.Url.StartsWith("data:", StringComparison.Ordinal)) vreemd.Add(verzoek.Url);
            };
            foreach (var pad in (string[])["/", "/duinwaarde", "/basisregistraties", "/duinwaarde/inloggen", "/duinwaarde/toegankelijkheid", "/duinwaarde/bestaat-niet"])
            {
                await bezoeker.GotoAsync(pad);
                await Browser.Keur(bezoeker);
            }

            await bezoeker.GotoAsync("/duinwaarde");
            await bezoeker.ClickAsync("text=English");
            Assert.Equal("en", await bezoeker.GetAttributeAsync("html", "lang"));
            Assert.Contains("Arrange holiday rental", await bezoeker.InnerTextAsync("main"), StringComparison.Ordinal);
            Assert.Empty(vreemd);
        }
    }

    private async Task Pad(int breedte, string bsn, string eenheid, int jarenVooruit)
    {
        var inwoner = await browser.Als(bsn, "/mijn", breedte: breedte);
        foreach (var pad in (string[])["/duinwaarde/mijn", "/duinwaarde/mijn/gegevens", "/duinwaarde/mijn/verhuur", "/duinwaarde/mijn/verhuur/registreren"])
        {
            await inwoner.GotoAsync(pad);
            await Browser.Keur(inwoner);
        }

        await inwoner.ClickAsync("main button[type=submit]");
        await Browser.Keur(inwoner);
        await inwoner.ClickAsync("main button[type=submit]");
        Assert.Equal(5, await inwoner.Locator(".foutenlijst a").CountAsync());
        await Browser.Keur(inwoner);
        await inwoner.FillAsync("#naam", eenheid);
        var nummer = await Registreer(inwoner, gasten: "4", gebruik: "hoofdverblijf");
        Assert.Matches("^9901[0-9A-F]{16}$", nummer);
        await Browser.Keur(inwoner);

        var registratie = $"/duinwaarde/mijn/verhuur/{nummer}";
        await Meld(inwoner, registratie, 9, jarenVooruit);
        Assert.Contains("21", await inwoner.InnerTextAsync(".nachten"), StringComparison.Ordinal);
        await Browser.Keur(inwoner);

        await inwoner.ClickAsync("td.acties a >> nth=0");
        await Browser.Keur(inwoner);
        await inwoner.FillAsync("#vertrek", $"{Aankomst(jarenVooruit).AddDays(5):yyyy-MM-dd}");
        await inwoner.ClickAsync("main button[type=submit]");
        Assert.Contains("25", await inwoner.InnerTextAsync(".nachten"), StringComparison.Ordinal);

        await inwoner.ClickAsync("td.acties a >> nth=1");
        await Browser.Keur(inwoner);
        await inwoner.ClickAsync("main button[type=submit]");
        Assert.Contains("Geannuleerd", await inwoner.InnerTextAsync("main"), StringComparison.Ordinal);

        await inwoner.GotoAsync(registratie + "/bewijs");
        await Browser.Keur(inwoner);
        await Opzoeken(breedte, nummer);

        await inwoner.GotoAsync("/duinwaarde/mijn/gebruik");
        await Browser.Keur(inwoner);
        var gebruik = await inwoner.InnerTextAsync("main");
        Assert.Contains("Toezicht op toeristische verhuur", gebruik, StringComparison.Ordinal);
        Assert.Contains("Toeristische verhuur registreren", gebruik, StringComparison.Ordinal);
        Assert.Contains("Huisvestingswet 2014, artikel 23a en 23b", gebruik, StringComparison.Ordinal);
        Assert.DoesNotContain(bsn, await inwoner.EvaluateAsync<string>("location.href"), StringComparison.Ordinal);

        // Looking and reporting came after it: what was asked at the source may stand on the next page.
        if (await inwoner.Locator("text=Bekijk dit bij de bron van de gegevens").CountAsync() == 0) await inwoner.ClickAsync("text=Ouder gebruik tonen");
        await inwoner.ClickAsync("text=Bekijk dit bij de bron van de gegevens >> nth=0");
        await Browser.Keur(inwoner);
        var bron = await inwoner.InnerTextAsync("main");
        Assert.Contains("Stichting Basisregistraties Proeftuin", bron, StringComparison.Ordinal);
        Assert.Contains("Wet basisregistratie personen, artikel 3.2", bron, StringComparison.Ordinal);

        await inwoner.ClickAsync("text=Uitloggen");
        Assert.Contains("U bent uitgelogd", await inwoner.InnerTextAsync("main"), StringComparison.Ordinal);
        await inwoner.GotoAsync("/duinwaarde/mijn");
        Assert.Contains("/inloggen", inwoner.Url, StringComparison.Ordinal);
    }

    private async Task Opzoeken(int breedte, string nummer)
    {
        var kemal = await browser.Als("k.osman", "/werk/verhuur", "medewerker", breedte);
        await kemal.FillAsync("#nummer", Groepen(nummer));
        await kemal.ClickAsync("main button[type=submit]");
        Assert.Contains("Noem een zaaknummer", await kemal.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(kemal);
        await kemal.FillAsync("#reden", "Klacht van de buren over geluid");
        await kemal.ClickAsync("main button[type=submit]");
        Assert.Contains(Groepen(nummer), await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
        await kemal.FillAsync("#toelichting", "De advertentie noemt zes gasten.");
        await kemal.ClickAsync("form[action$='/werk/verhuur/signaal'] button[type=submit]");
        Assert.Contains("Het signaal is vastgelegd", await kemal.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(kemal);
    }

    private static async Task<string> Registreer(IPage pagina, string gasten, string gebruik)
    {
        await pagina.CheckAsync("#deel-geheel");
        await pagina.CheckAsync($"#gebruik-{gebruik}");
        await pagina.FillAsync("#slaapplaatsen", "4");
        await pagina.FillAsync("#gasten", gasten);
        await pagina.CheckAsync("#akkoord");
        await pagina.ClickAsync("main button[type=submit]");
        Assert.Contains("Gelukt", await pagina.InnerTextAsync("main"), StringComparison.Ordinal);
        return Nummer().Match(pagina.Url).Groups[1].Value;
    }

    private static async Task Meld(IPage pagina, string registratie, int nachten, int jarenVooruit = 1)
    {
        await pagina.GotoAsync(registratie + "/melden");
        var aankomst = Aankomst(jarenVooruit);
        await pagina.FillAsync("#aankomst", aankomst.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await pagina.FillAsync("#vertrek", aankomst.AddDays(nachten).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await pagina.FillAsync("#gasten", "2");
        await pagina.ClickAsync("main button[type=submit]");
    }

    /// <summary>An address at which no demo person lives.</summary>
    private static async Task<(string Postcode, string Huisnummer)> VrijAdres()
    {
        var beeld = await File.ReadAllTextAsync(Omgeving.Pad("src", "2-services", "Meent.Services", "Adressen", "Demo", "adressen.json"));
        using var adressen = System.Text.Json.JsonDocument.Parse(beeld);
        var vrij = adressen.RootElement.EnumerateArray().Where(a => a.GetProperty("adresseerbaarObjectIdentificatie").GetString()!.StartsWith("9901", StringComparison.Ordinal))
            .GroupBy(a => (Postcode: a.GetProperty("postcode").GetString()!, Huisnummer: a.GetProperty("huisnummer").GetInt32()))
            .First(g => g.Count() == 1 && !g.First().GetProperty("openbareRuimteNaam").GetString()!.StartsWith("Zeelaan", StringComparison.Ordinal)).Key;
        return (vrij.Postcode, vrij.Huisnummer.ToString(CultureInfo.InvariantCulture));
    }

    private static DateOnly Aankomst(int jarenVooruit) => new(DateTime.UtcNow.Year + jarenVooruit, 7, 1);

    private static string Groepen(string nummer) => string.Join(' ', nummer.Chunk(4).Select(g => new string(g)));

    [GeneratedRegex("/verhuur/([0-9A-F]{20})")]
    private static partial Regex Nummer();
}
