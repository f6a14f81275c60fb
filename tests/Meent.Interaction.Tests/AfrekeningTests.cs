using System.Net;
using System.Text.Json.Nodes;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

public sealed class AfrekeningTests : IAsyncLifetime
{
    private const string Overzicht = "/duinwaarde/werk/integratie/afrekening";
    private const string Oktober = $"{Overzicht}/2026-10";

    private Paginaserver _server = null!;

    private Afrekenland Land => _server.Land.Afrekening;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_statement_shows_what_we_get_and_owe_in_Dutch_amounts_and_in_English()
    {
        using var bas = await Als("integratie.inzien");
        await bas.Ga(Overzicht);
        Assert.Contains("€ 0,0025", bas.Tekst, StringComparison.Ordinal);
        Assert.Contains("oktober 2026", bas.Tekst, StringComparison.Ordinal);
        Assert.Null(bas.Pagina.QuerySelector("form.vorm"));
        await bas.Ga(Oktober);
        foreach (var tekst in new[] { "Wij leveren", "Gemeente Lindewoude", "1.234.567", "€ 3.086,42", "Wij nemen af", "€ 0,84", "namens 00000001990000047000", "Deze maand is open" })
            Assert.Contains(tekst, bas.Tekst, StringComparison.Ordinal);
        await bas.Ga($"/duinwaarde/taal/en?terug={Uri.EscapeDataString("/werk/integratie/afrekening/2026-10")}");
        foreach (var tekst in new[] { "We provide", "1,234,567", "€ 3,086.42", "October 2026" }) Assert.Contains(tekst, bas.Tekst, StringComparison.Ordinal);
        await bas.Ga(Oktober + "/csv");
        Assert.Equal("text/csv", bas.Antwoord.Content.Headers.ContentType!.MediaType);
        Assert.Equal("afrekening-duinwaarde-2026-10.csv", bas.Antwoord.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(Afrekenland.Csv, await bas.Antwoord.Content.ReadAsStringAsync());
        await bas.Ga(Overzicht + "/2026-13");
        Assert.Equal(HttpStatusCode.NotFound, bas.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Who_may_only_look_closes_nothing_and_who_may_not_look_sees_nothing()
    {
        using (var niemand = await Bezoek.Als(_server, "m.visser", Oktober, "medewerker")) Assert.Equal(HttpStatusCode.Forbidden, niemand.Antwoord.StatusCode);
        using var bas = await Als("integratie.inzien");
        await bas.Ga(Oktober);
        Assert.Null(bas.Pagina.QuerySelector("form.vorm"));
        Assert.False(Land.Gesloten);
    }

    [Theory]
    [InlineData(true, true, "komt er hetzelfde uit")]
    [InlineData(false, false, "dit is wat toen is geteld")]
    [InlineData(false, true, "Let op")]
    public async Task A_month_is_closed_by_who_is_sure_and_counted_again_at_each_look(bool klopt, bool volledig, string tekst)
    {
        Land.Controle = (klopt, volledig);
        using var bas = await Als("integratie.inzien", "integratie.beheren");
        await bas.Ga(Oktober);
        await bas.Verstuur("form.vorm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Antwoord.StatusCode);
        Assert.False(Land.Gesloten);
        await bas.Verstuur("form.vorm", ("zeker", "ja"));
        Assert.True(Land.Gesloten);
        Assert.Contains("De maand is gesloten", bas.Tekst, StringComparison.Ordinal);
        Assert.Contains(tekst, bas.Tekst, StringComparison.Ordinal);
        Assert.Null(bas.Pagina.QuerySelector("form.vorm"));
    }

    [Fact]
    public async Task A_price_is_set_as_the_Dutch_write_it_and_a_refusal_stands_with_the_field()
    {
        using var bas = await Als("integratie.inzien", "integratie.beheren");
        await bas.Ga(Overzicht);
        await bas.Verstuur("form.vorm", ("aanbieder", ""), ("bedrag", "veel"));
        Assert.Equal(["aanbieder", "dienst", "vanaf", "bedrag"], bas.Pagina.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")!.TrimStart('#')));
        (string, string)[] goed = [("dienst", "zaken"), ("aanbieder", "00000001990000011000"), ("soort", "verzoek"), ("bedrag", "0,0025"), ("vanaf", "2026-12-01")];
        _server.Land.Weiger = ("fsc", 409, "MEENT_INVALID_REQUEST", null, "De maand 2026-11 is gesloten.");
        await bas.Verstuur("form.vorm", goed);
        Assert.Contains("De maand 2026-11 is gesloten", bas.Pagina.QuerySelector("#bedrag-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = null;
        await bas.Verstuur("form.vorm", goed);
        Assert.Equal([("00000001990000011000/zaken/verzoek/2026-12-01", 0.0025m)], Land.Prijzen);
        Assert.Contains("De prijs is bewaard", bas.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_size_of_solutions_says_how_to_count_it_again()
    {
        using var bas = await Als("integratie.inzien");
        await bas.Ga("/duinwaarde/werk/integratie/omvang/2026-10");
        foreach (var tekst in new[] { "31 oktober 2026", "4.321", "Tel het na met de Zaken API.", "99 (op het moment van tellen)" }) Assert.Contains(tekst, bas.Tekst, StringComparison.Ordinal);
        await bas.Ga("/duinwaarde/werk/integratie/omvang/2999-01");
        Assert.Equal(HttpStatusCode.NotFound, bas.Antwoord.StatusCode);
    }

    private async Task<Bezoek> Als(params string[] rechten)
    {
        _server.Land.MedewerkerVan("b.deboer")["rechten"] = new JsonArray([.. rechten.Select(r => JsonValue.Create(r))]);
        return await Bezoek.Als(_server, "b.deboer", Overzicht, "medewerker");
    }
}
