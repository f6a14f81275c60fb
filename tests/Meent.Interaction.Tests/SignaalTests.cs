using System.Net;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>Unusual use: the rules for everybody who works here, signals without a name, and a name when two people want it.</summary>
public sealed class SignaalTests : IAsyncLifetime
{
    private const string Pad = "/duinwaarde/werk/signalen";
    private const string Signaal = $"{Pad}/{Signaalland.Id}";

    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_employee_reads_the_rules_and_that_nothing_follows_by_itself_and_nobody_else_does()
    {
        foreach (var wie in (string[])["m.visser", "f.yilmaz", "k.osman"])
        {
            using var bezoek = await Bezoek.Als(_server, wie, $"{Pad}/regels", "medewerker");
            foreach (var tekst in (string[])["20 of meer verschillende personen", "3 keer zo veel", "voor 07:00 of vanaf 20:00", "Er volgt niets vanzelf uit", "ondernemingsraad", "Van geen signaal is bekend"])
                Assert.Contains(tekst, bezoek.Tekst, StringComparison.Ordinal);
            await bezoek.Ga(Pad);
            Assert.Equal(HttpStatusCode.Forbidden, bezoek.Antwoord.StatusCode);
        }

        using var weg = await Bezoek.Als(_server, "u.dienst", $"{Pad}/regels", "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, weg.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Off_the_page_says_so()
    {
        _server.Land.Signalen.Aan = false;
        using var gijs = await Bezoek.Als(_server, "g.fontein", Pad, "medewerker");
        Assert.Contains("zoekt niet naar opvallend gebruik", gijs.Tekst, StringComparison.Ordinal);
        await gijs.Klik("De regels, zoals iedere medewerker ze leest");
        Assert.Contains("let niet op gebruik dat opvalt", gijs.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_asks_for_the_name_another_decides_and_the_employee_sees_it_afterwards()
    {
        using var petra = await Bezoek.Als(_server, "p.jansen", Pad, "medewerker");
        Assert.DoesNotContain("osman", petra.Tekst, StringComparison.Ordinal);
        await petra.Klik("1 juli 2026, Veel meer personen dan collega's, 3f2a9c01");
        Assert.Contains("Onbekend (3f2a9c01)", petra.Tekst, StringComparison.Ordinal);
        await petra.Verstuur("form.vorm", ("reden", " "));
        Assert.Contains("Schrijf op waarom de naam nodig is", petra.Tekst, StringComparison.Ordinal);
        await petra.Verstuur("form.vorm", ("reden", "Klacht van een inwoner"));
        Assert.Contains("De naam is gevraagd", petra.Tekst, StringComparison.Ordinal);
        Assert.Contains("moet nog beslissen", petra.Tekst, StringComparison.Ordinal);
        Assert.Null(petra.Pagina.QuerySelector("form.vorm"));

        using var gijs = await Bezoek.Als(_server, "g.fontein", Signaal, "medewerker");
        Assert.Contains("Klacht van een inwoner", gijs.Tekst, StringComparison.Ordinal);
        await gijs.Verstuur("form.vorm", ("akkoord", "ja"), ("toelichting", ""));
        Assert.Contains("Schrijf op waarom u dat vindt", gijs.Tekst, StringComparison.Ordinal);
        await gijs.Verstuur("form.vorm", ("akkoord", "ja"), ("toelichting", "Nodig voor de klacht"));
        Assert.Contains("Uw besluit is vastgelegd", gijs.Tekst, StringComparison.Ordinal);
        Assert.Contains("k.osman", gijs.Tekst, StringComparison.Ordinal);

        using var kemal = await Bezoek.Als(_server, "k.osman", $"{Pad}/regels", "medewerker");
        Assert.Contains("p.jansen vroeg om uw naam", kemal.Tekst, StringComparison.Ordinal);
        Assert.Contains("Nodig voor de klacht", kemal.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_ask_does_not_decide_and_who_may_decide_does_not_ask()
    {
        using var gijs = await Bezoek.Als(_server, "g.fontein", Signaal, "medewerker");
        Assert.Null(gijs.Pagina.QuerySelector("form.vorm"));
        using var petra = await Bezoek.Als(_server, "p.jansen", Signaal, "medewerker");
        await petra.Verstuur("form.vorm", ("reden", "Klacht"));
        Assert.Null(petra.Pagina.QuerySelector("form.vorm"));
        await petra.Ga($"{Pad}/0199f1f0-0000-7000-8000-0000000000c2");
        Assert.Equal(HttpStatusCode.NotFound, petra.Antwoord.StatusCode);
    }
}
