using System.Net;
using System.Text.Json;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>A resident chooses which uses of their data to see: by period, organisation and purpose, and goes on to older ones.</summary>
public sealed class GebruikfilterTests : IAsyncLifetime
{
    private const string Gebruik = "/duinwaarde/mijn/gebruik";
    private const string Bsn = "999970008";
    private const string Lindewoude = "00000001990000023000";

    private Paginaserver _server = null!;

    public async Task InitializeAsync()
    {
        _server = await Paginaserver.Start();
        _server.Land.Inzage.Voeg(3, "Gemeente Lindewoude", "Parkeren controleren", Lindewoude);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("", "Toezicht, Registreren, Parkeren, Parkeren, Parkeren")]
    [InlineData("van=2026-07-02", "Toezicht")]
    [InlineData("van=2026-07-03", "")]
    [InlineData("tot=2026-07-01", "Registreren, Parkeren, Parkeren, Parkeren")]
    [InlineData("tot=2026-06-30", "")]
    [InlineData("van=2026-07-01&tot=2026-07-01", "Registreren, Parkeren, Parkeren, Parkeren")]
    [InlineData("van=2-7-2026", "Toezicht")]
    [InlineData("organisatie=00000001990000023000", "Parkeren, Parkeren, Parkeren")]
    [InlineData("organisatie=00000001990000011000", "Toezicht, Registreren")]
    [InlineData("organisatie=00000001990000047000", "")]
    [InlineData("doel=urn:x:Toeristische%20verhuur%20registreren", "Registreren")]
    [InlineData("doel=urn:x:Toeristische%20verhuur", "")]
    [InlineData("doel=urn:x:Parkeren%20controleren&organisatie=00000001990000023000&van=2026-07-01&tot=2026-07-01", "Parkeren, Parkeren, Parkeren")]
    [InlineData("doel=urn:x:Parkeren%20controleren&organisatie=00000001990000011000", "")]
    [InlineData("doel=urn:x:Parkeren%20controleren&van=2026-07-02", "")]
    public async Task Page_and_file_hold_what_fits_every_choice_and_nothing_else(string vraag, string verwacht)
    {
        using var fenna = await Bezoek.Als(_server, Bsn, Gebruik);
        await fenna.Ga($"{Gebruik}?{vraag}");
        Assert.Equal(verwacht, string.Join(", ", fenna.Pagina.QuerySelectorAll(".gebruik h2").Select(kop => Kort(kop.TextContent.Split(": ")[1]))));
        Assert.Equal(verwacht.Length == 0, fenna.Tekst.Contains("Er is geen gebruik van uw gegevens dat bij uw keuze past.", StringComparison.Ordinal));

        await fenna.Klik("Bewaren als JSON");
        var doelen = JsonElement.Parse(await fenna.Antwoord.Content.ReadAsStringAsync()).GetProperty("verwerkingen").EnumerateArray().Select(v => Kort(v.GetProperty("doel").GetProperty("naam").GetString()!));
        // One use wrote two records at the same moment.
        Assert.Equal(verwacht.Replace("Registreren", "Registreren, Registreren", StringComparison.Ordinal), string.Join(", ", doelen));
    }

    [Fact]
    public async Task What_is_chosen_stays_chosen_also_when_nothing_fits()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, $"{Gebruik}?organisatie=00000001990000047000&doel=urn:x:weg&van=3-7-2026");
        Assert.Equal(["00000001990000047000", "urn:x:weg"], fenna.Pagina.QuerySelectorAll("option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("2026-07-03", fenna.Pagina.QuerySelector("#van")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("van=2026-07-02&tot=2026-07-01", "tot")]
    [InlineData("van=gisteren", "van")]
    [InlineData("tot=2026-02-30", "tot")]
    public async Task A_period_that_cannot_be_is_told_at_its_field_and_nothing_is_shown(string vraag, string veld)
    {
        using var fenna = await Bezoek.Als(_server, Bsn, "/duinwaarde/mijn");
        foreach (var pad in (string[])["", "/overzicht.json", "/overzicht.pdf"])
        {
            await fenna.Ga($"{Gebruik}{pad}?{vraag}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, fenna.Antwoord.StatusCode);
            Assert.Equal("true", fenna.Pagina.QuerySelector($"#{veld}")!.GetAttribute("aria-invalid"));
            Assert.NotNull(fenna.Pagina.QuerySelector($"#{veld}-fout"));
            Assert.Empty(fenna.Pagina.QuerySelectorAll(".gebruik"));
        }

        Assert.Equal(0, _server.Land.Inzage.Bladen);
    }

    [Fact]
    public async Task Older_use_comes_page_by_page_with_the_same_choice_and_each_once()
    {
        _server.Land.Inzage.Voeg(45, "Gemeente Oeverveen", "Parkeren controleren", "00000001990000047000");
        _server.Land.Inzage.PerBlad = 10;
        using var fenna = await Bezoek.Als(_server, Bsn, $"{Gebruik}?organisatie=00000001990000047000&tot=2026-07-01");
        var gezien = new List<string>();
        for (var blad = 1; ; blad++)
        {
            gezien.AddRange(fenna.Pagina.QuerySelectorAll(".gebruik time").Select(t => t.GetAttribute("datetime")!));
            Assert.InRange(gezien.Count, blad == 1 ? 20 : 21, 45);
            if (fenna.Pagina.QuerySelectorAll("a").All(a => a.TextContent != "Ouder gebruik tonen")) break;
            await fenna.Klik("Ouder gebruik tonen");
            Assert.Contains("organisatie=00000001990000047000", fenna.Antwoord.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
        }

        Assert.Equal(45, gezien.Count);
        Assert.Equal(gezien.OrderDescending().Distinct(), gezien);
    }

    [Fact]
    public async Task When_nothing_was_found_yet_it_says_so_and_goes_on()
    {
        // More than the twenty pages that are read at once lie before it.
        _server.Land.Inzage.Voeg(60, "Gemeente Oeverveen", "Parkeren controleren", "00000001990000047000");
        _server.Land.Inzage.Voeg(1, "Gemeente Zandmeer", "Parkeren controleren", "00000001990000059000");
        _server.Land.Inzage.PerBlad = 2;
        using var fenna = await Bezoek.Als(_server, Bsn, $"{Gebruik}?organisatie=00000001990000059000");
        Assert.Contains("We vonden nog geen gebruik dat bij uw keuze past.", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Klik("Ouder gebruik tonen");
        Assert.Contains("Gemeente Zandmeer", Assert.Single(fenna.Pagina.QuerySelectorAll(".gebruik h2")).TextContent, StringComparison.Ordinal);
    }

    private static string Kort(string doel) => doel switch { Inzageland.Toezicht => "Toezicht", Inzageland.Registreren => "Registreren", _ => "Parkeren" };
}
