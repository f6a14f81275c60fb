using System.Net.Http.Json;
using Meent.Testing;

namespace Meent.EndToEnd;

/// <summary>A resident shares a holiday home for the regional guide: the neighbouring municipality sees it over FSC, until the resident stops.</summary>
public sealed class DelenTests(Browser browser) : IClassFixture<Browser>
{
    private const string Fenna = "999970008";

    [BrowserFact]
    public async Task What_a_resident_shares_a_neighbour_sees_until_the_resident_stops()
    {
        await Registreer();
        var marit = await browser.Als("m.visser", "/werk/streekgids", "medewerker", gemeente: "lindewoude");
        Assert.DoesNotContain("Zeelaan 12", await marit.InnerTextAsync("main"), StringComparison.Ordinal);

        var fenna = await browser.Als(Fenna, "/mijn/delen");
        Assert.Contains("U deelt nu niets", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(fenna);
        await fenna.ClickAsync("li:has-text('Gemeente Lindewoude: Streekgids') >> a");
        await Browser.Keur(fenna);
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Kies wat u wilt delen", await fenna.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(fenna);
        await fenna.CheckAsync("#gegeven-0");
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("U deelt deze gegevens vanaf nu", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(fenna);

        await marit.ReloadAsync();
        Assert.Contains("Zeelaan 12", await marit.InnerTextAsync("section:has-text('Gemeente Duinwaarde')"), StringComparison.Ordinal);
        await Browser.Keur(marit);
        await fenna.GotoAsync("/duinwaarde/mijn/gebruik");
        var gebruik = await fenna.InnerTextAsync("main");
        Assert.Contains("Gemeente Lindewoude: Streekgids met vakantiewoningen", gebruik, StringComparison.Ordinal);
        Assert.Contains("Toestemming betrokkene", gebruik, StringComparison.Ordinal);

        await fenna.GotoAsync("/duinwaarde/mijn/delen");
        await fenna.ClickAsync("text=English");
        await fenna.ClickAsync("text=Stop sharing");
        await Browser.Keur(fenna);
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("You stopped sharing", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("What you shared before", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await fenna.SetViewportSizeAsync(320, 800);
        await Browser.Keur(fenna);
        await marit.ReloadAsync();
        Assert.DoesNotContain("Zeelaan 12", await marit.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private async Task Registreer()
    {
        using var client = browser.Meent.Client("duinwaarde");
        client.DefaultRequestHeaders.Add("VerwerkingsactiviteitUrl", "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:toeristische-verhuur-registreren");
        using var antwoord = await client.PostAsJsonAsync(new Uri("verhuur/api/v1/registraties", UriKind.Relative), new
        {
            verhuurder = new { burgerservicenummer = Fenna },
            adresseerbaarObjectIdentificatie = "9901010000000001",
            nummeraanduidingIdentificatie = "9901200000000001",
            deel = "geheel",
            gebruik = "hoofdverblijf",
            slaapplaatsen = 2,
            maximumGasten = 2,
            eenheidsnaam = "Delen",
        });
        antwoord.EnsureSuccessStatusCode();
    }
}
