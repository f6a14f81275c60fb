using System.Net;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>The pages on which a resident shares data and stops, and the one that shows what is shared.</summary>
public sealed class DelenTests : IAsyncLifetime
{
    private const string Bsn = "999970008";
    private const string Pad = "/duinwaarde/mijn/delen";

    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_resident_chooses_what_to_share_and_stops_with_one_button()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, Pad);
        Assert.Contains("U deelt nu niets.", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Ga($"{Pad}/streekgids/00000001990000023000");
        Assert.Equal("Delen met Gemeente Lindewoude", fenna.Kop);
        Assert.Contains("Uw <b>woning</b> laten zien.", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Verstuur("form.vorm", ("tot", "ooit"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fenna.Antwoord.StatusCode);
        Assert.Equal(["#gegeven-0", "#tot"], fenna.Pagina.QuerySelectorAll(".foutenlijst a").Select(a => a.GetAttribute("href")!));
        _server.Land.Weiger = ("toestemmingen", 400, "max_value", "tot", "x");
        await fenna.Verstuur("form.vorm", ("gegeven-0", "ja"), ("tot", "2099-12-31"));
        Assert.Contains("Kies een dag binnen vijf jaar", fenna.Pagina.QuerySelector("#tot-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = null;
        await fenna.Verstuur("form.vorm", ("gegeven-0", "ja"), ("tot", "2027-01-01"));
        Assert.Equal($"{Pad}?gebeurd=gegeven", fenna.Pad);
        Assert.Contains("registraties van verhuur", fenna.Tekst, StringComparison.Ordinal);
        Assert.Equal((Bsn, "00000001990000023000"), (Assert.Single(_server.Land.Delen.Gegeven).Value.Bsn, (string?)Assert.Single(_server.Land.Delen.Gegeven).Value.Wat["ontvanger"]));
        Assert.Contains("POST toestemmingen/toestemmingen toestemmingen-bijhouden burger", _server.Land.Verzoeken);

        var id = _server.Land.Delen.Gegeven.Keys.Single();
        // Of somebody else it does not exist.
        using var milan = await Bezoek.Als(_server, "999970021", $"{Pad}/{id}/intrekken");
        Assert.Equal(HttpStatusCode.NotFound, milan.Antwoord.StatusCode);
        await fenna.Ga($"{Pad}/{id}/intrekken");
        Assert.Equal("Wilt u stoppen met delen?", fenna.Kop);
        await fenna.Verstuur("form.vorm");
        Assert.Equal($"{Pad}?gebeurd=ingetrokken", fenna.Pad);
        Assert.Contains("U deelt nu niets.", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("Gemeente Lindewoude: Streekgids", Assert.Single(fenna.Pagina.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, string.Join(' ', fenna.Pagina.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_shared_has_no_page_nor_has_who_keeps_no_consents()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, $"{Pad}/streekgids/00000001990000059000");
        Assert.Equal(HttpStatusCode.NotFound, fenna.Antwoord.StatusCode);
        using var elders = await Bezoek.Als(_server, Bsn, "/lindewoude/mijn/delen");
        Assert.Equal(HttpStatusCode.NotFound, elders.Antwoord.StatusCode);
        Assert.DoesNotContain("/mijn/delen", elders.Pagina.QuerySelector("nav.zijmenu")?.InnerHtml ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guide_shows_homes_of_the_municipality_and_its_neighbours_and_who_does_not_answer()
    {
        using var marit = await Bezoek.Als(_server, "m.visser", "/duinwaarde/werk/streekgids", "medewerker");
        Assert.Equal(["Gemeente Duinwaarde", "Gemeente Lindewoude"], marit.Pagina.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Contains("Zeelaan 12", marit.Tekst, StringComparison.Ordinal);
        Assert.Contains("GET verhuur/registraties streekgids m.visser", _server.Land.Verzoeken);
        _server.Land.Delen.BuurStil = true;
        await marit.Ga("/duinwaarde/werk/streekgids");
        Assert.Contains("Deze gemeente antwoordt nu niet", marit.Tekst, StringComparison.Ordinal);
        using var bas = await Bezoek.Als(_server, "b.deboer", "/duinwaarde/werk/streekgids", "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, bas.Antwoord.StatusCode);
    }
}
