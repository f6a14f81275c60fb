using System.Net;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>What a purpose could do without, and which screens that would break.</summary>
public sealed class MinimalisatieTests : IAsyncLifetime
{
    private const string Pad = "/duinwaarde/werk/toezicht/minimalisatie";

    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_watches_sees_for_each_purpose_whether_it_could_do_with_less_and_nobody_else_does()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", Pad, "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);

        using var gijs = await Bezoek.Als(_server, "g.fontein", Pad, "medewerker");
        Assert.Equal(["Mijn gegevens inzien: Kan met minder", "Verhuur registreren: Te vroeg om iets te zeggen"], gijs.Pagina.QuerySelectorAll("tbody tr").Select(rij => $"{rij.Children[0].TextContent.Trim()}: {rij.Children[1].TextContent}"));
        Assert.Contains(_server.Land.Verzoeken, v => v == "GET logboek/minimalisatie gegevensgebruik-bewaken g.fontein");
        await gijs.Ga($"{Pad}/verzonnen");
        Assert.Equal(HttpStatusCode.NotFound, gijs.Antwoord.StatusCode);
        await gijs.Ga($"{Pad}/mijn-gegevens-inzien");
        Assert.Contains("De privacyfunctionaris kan dit in het register wijzigen", gijs.Tekst, StringComparison.Ordinal);
        Assert.Null(gijs.Pagina.QuerySelector("main a[href*='wijzigen']"));
    }

    [Fact]
    public async Task The_proposal_names_beforehand_the_screens_that_it_breaks_and_leads_to_the_new_version()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/mijn-gegevens-inzien", "medewerker");
        Assert.Equal(["personen:*", "personen:naam"], petra.Pagina.QuerySelectorAll("tbody tr").Select(rij => rij.Children[0].TextContent));
        Assert.Contains("Mijn gegevens (/mijn/gegevens) mist geboorte, verblijfplaats", petra.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("/mijn/verhuur/registreren", petra.Tekst, StringComparison.Ordinal);
        Assert.EndsWith("/werk/verwerkingen/mijn-gegevens-inzien/wijzigen?gegevens=personen%3Anaam%0Aadressen%3A%2A", petra.Pagina.QuerySelector("main a[href*='wijzigen']")!.GetAttribute("href"), StringComparison.Ordinal);

        await petra.Ga($"{Pad}/mijn-gegevens-inzien?kies=ja");
        Assert.Contains("Er verandert niets", petra.Tekst, StringComparison.Ordinal);
        await petra.Ga($"{Pad}/mijn-gegevens-inzien?kies=ja&zonder=personen:*&zonder=verzonnen");
        Assert.Contains("mist naam, geboorte, verblijfplaats", petra.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_breaks_only_when_its_own_purpose_loses_what_it_asks()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", $"{Pad}/toeristische-verhuur-registreren", "medewerker");
        Assert.Contains("er waren 3 antwoorden. Vanaf 20 komt er een voorstel", petra.Tekst, StringComparison.Ordinal);
        Assert.Contains("Er verandert niets", petra.Tekst, StringComparison.Ordinal);
        await petra.Ga($"{Pad}/toeristische-verhuur-registreren?kies=ja&zonder=personen:naam");
        Assert.Contains("Geen scherm van Meent heeft nodig wat eraf gaat", petra.Tekst, StringComparison.Ordinal);
        await petra.Ga($"{Pad}/toeristische-verhuur-registreren?kies=ja&zonder=personen:verblijfplaats");
        Assert.Contains("uw eigen adres (/mijn/verhuur/registreren) mist verblijfplaats", petra.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("/mijn/gegevens", petra.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void Persons_are_asked_only_by_a_declaration_of_a_screen()
    {
        var vragen = typeof(Personenbron).GetMethods().Where(methode => methode.DeclaringType == typeof(Personenbron)).ToList();
        Assert.NotEmpty(vragen);
        Assert.All(vragen, methode => Assert.Contains(methode.GetParameters(), parameter => parameter.ParameterType == typeof(Persoonsvraag)));
        Assert.Empty(typeof(Persoonsvraag).GetConstructors());
        Assert.Equal(["/mijn/gegevens", "/mijn/verhuur/registreren", "/werk/verhuur/verhuurder", "/werk/huishoudboekje/deelnemer"], Persoonsvraag.Alle.Select(vraag => vraag.Pad));
    }
}
