using System.Net;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

public sealed class VernietigingTests : IAsyncLifetime
{
    private static readonly string Pad = $"/duinwaarde/werk/vernietiging/{Vernietigingsland.Lijst}";

    private Paginaserver _server = null!;

    private Vernietigingsland Land => _server.Land.Vernietiging;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_has_no_right_sees_no_list_and_takes_no_step()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", "/duinwaarde/werk/vernietiging", "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);
        using var sanne = await Bezoek.Als(_server, "s.bakker", "/duinwaarde/werk/vernietiging", "medewerker");
        Assert.Contains("Vergunningen 2026", sanne.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Nieuwe lijst maken", sanne.Tekst, StringComparison.Ordinal);
        await sanne.Ga("/duinwaarde/werk/vernietiging/nieuw");
        Assert.Equal(HttpStatusCode.Forbidden, sanne.Antwoord.StatusCode);

        // A form of the one who may, sent in by one who may not.
        Land.Zaak("ZAAK-1");
        using var ruben = await Bezoek.Als(_server, "r.smit", Pad, "medewerker");
        _server.Land.MedewerkerVan("r.smit")["rechten"]!.AsArray().RemoveAt(3);
        await ruben.Verstuur("form.vorm");
        Assert.Equal(HttpStatusCode.Forbidden, ruben.Antwoord.StatusCode);
        Assert.Empty(Land.Geschreven);
    }

    [Fact]
    public async Task A_list_is_made_of_what_is_due_and_a_day_to_come_is_refused_in_plain_words()
    {
        using var ruben = await Bezoek.Als(_server, "r.smit", "/duinwaarde/werk/vernietiging/nieuw", "medewerker");
        await ruben.Verstuur("form.vorm", ("naam", ""));
        Assert.Contains("Geef de lijst een naam", ruben.Pagina.QuerySelector("#naam-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = ("vernietiging", 400, "future_not_allowed", "tot", "x");
        await ruben.Verstuur("form.vorm", ("naam", "Te vroeg"), ("tot", "2999-01-01"));
        Assert.Contains("nog niet voorbij", ruben.Pagina.QuerySelector("#tot-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = ("vernietiging", 400, "empty", "tot", "x");
        await ruben.Verstuur("form.vorm", ("naam", "Leeg"));
        Assert.Contains("Er zijn geen zaken", ruben.Pagina.QuerySelector("#tot-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Land.Geschreven);

        _server.Land.Weiger = null;
        await ruben.Verstuur("form.vorm", ("naam", "Vergunningen 2026"), ("tot", "2026-06-30"));
        Assert.Contains("De lijst is gemaakt", ruben.Tekst, StringComparison.Ordinal);
        var (_, inhoud) = Land.Geschreven.Single();
        Assert.Equal(("Vergunningen 2026", "2026-06-30"), ((string?)inhoud["naam"], (string?)inhoud["tot"]));
        Assert.Contains("POST vernietiging/vernietigingslijsten archief-vernietigen r.smit", _server.Land.Verzoeken);
    }

    [Fact]
    public async Task A_zaak_is_left_out_with_a_reason_by_whoever_has_the_list_before_them()
    {
        var zaak = Land.Zaak("ZAAK-1");
        using var ruben = await Bezoek.Als(_server, "r.smit", Pad, "medewerker");
        await ruben.Klik("Bewaren ZAAK-1");
        await ruben.Verstuur("form.vorm");
        Assert.Contains("waarom", ruben.Pagina.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Land.Geschreven);
        await ruben.Verstuur("form.vorm", ("reden", "Van historisch belang"));
        Assert.Contains("De zaak blijft bewaard", ruben.Tekst, StringComparison.Ordinal);
        var (wat, inhoud) = Land.Geschreven.Single();
        Assert.Equal($"PUT /regels/{zaak}", wat);
        Assert.Equal((true, "Van historisch belang"), ((bool)inhoud["uitgezonderd"]!, (string?)inhoud["reden"]));

        // The list went on: it is another's turn.
        await ruben.Ga($"{Pad}/zaken/{zaak}");
        Land.Staat["stand"] = "ter_beoordeling";
        await ruben.Verstuur("form.vorm", ("reden", "Toch niet"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ruben.Antwoord.StatusCode);
        await ruben.Ga(Pad);
        Assert.DoesNotContain("Bewaren", ruben.Pagina.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Single(Land.Geschreven);
    }

    [Fact]
    public async Task A_judgement_says_yes_or_no_and_a_no_says_why()
    {
        Land.Staat["stand"] = "ter_beoordeling";
        using var sanne = await Bezoek.Als(_server, "s.bakker", Pad, "medewerker");
        await sanne.Verstuur("form.vorm");
        Assert.NotNull(sanne.Pagina.QuerySelector("#akkoord-fout"));
        await sanne.Verstuur("form.vorm", ("akkoord", "nee"));
        Assert.Contains("waarom u de lijst terugstuurt", sanne.Pagina.QuerySelector("#toelichting-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Land.Geschreven);
        await sanne.Verstuur("form.vorm", ("akkoord", "nee"), ("toelichting", "Nog een bezwaar open"));
        Assert.Contains("teruggestuurd", sanne.Tekst, StringComparison.Ordinal);
        var (wat, inhoud) = Land.Geschreven.Single();
        Assert.Equal("POST /beoordelen", wat);
        Assert.Equal((false, "Nog een bezwaar open"), ((bool)inhoud["akkoord"]!, (string?)inhoud["toelichting"]));
    }

    [Fact]
    public async Task The_same_person_twice_and_a_list_that_went_on_are_refused_in_plain_words()
    {
        Land.Staat["stand"] = "ter_vaststelling";
        _server.Land.Weiger = ("vernietiging", 403, "vier-ogen", null, "x");
        using var ilse = await Bezoek.Als(_server, "i.vermeer", Pad, "medewerker");
        await ilse.Verstuur("form.vorm", ("akkoord", "ja"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ilse.Antwoord.StatusCode);
        Assert.Contains("Een ander moet deze stap zetten", ilse.Pagina.QuerySelector(".foutenlijst")!.TextContent, StringComparison.Ordinal);

        await ilse.Ga(Pad);
        Land.Staat["stand"] = "vastgesteld";
        _server.Land.Weiger = ("vernietiging", 409, "verkeerde-stand", null, "x");
        await ilse.Verstuur("form.vorm", ("akkoord", "ja"));
        Assert.Contains("Een ander deed intussen iets met deze lijst", ilse.Tekst, StringComparison.Ordinal);
        Assert.Contains("Lijst uitvoeren", ilse.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carrying_out_is_confirmed_and_its_progress_is_shown_when_it_takes_long()
    {
        for (var i = 0; i < 3; i++) Land.Zaak($"ZAAK-{i}");
        Land.Staat["stand"] = "vastgesteld";
        using var ruben = await Bezoek.Als(_server, "r.smit", Pad, "medewerker");
        await ruben.Verstuur("form.vorm");
        Assert.NotNull(ruben.Pagina.QuerySelector("#zeker-fout"));
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.Contains("/uitvoeren", StringComparison.Ordinal));

        Land.Traag = true;
        Land.Regels[0]["stand"] = "vernietigd";
        await ruben.Verstuur("form.vorm", ("zeker", "ja"));
        Assert.Contains("1 van 3 zaken zijn klaar", ruben.Tekst, StringComparison.Ordinal);
        Assert.Contains(_server.Land.Verzoeken, v => v.Contains("/uitvoeren", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_failed_stands_with_its_reason_and_the_declaration_is_a_file()
    {
        Land.Zaak("ZAAK-1", "vernietigd");
        Land.Zaak("ZAAK-2", "mislukt", "Een ander systeem gebruikt de zaak nog.");
        Land.Staat["stand"] = "uitgevoerd";
        using var sanne = await Bezoek.Als(_server, "s.bakker", Pad, "medewerker");
        Assert.Contains("Niet vernietigd: 1 zaak.", sanne.Tekst, StringComparison.Ordinal);
        Assert.Equal(["ZAAK-2"], sanne.Pagina.QuerySelectorAll("main tbody a.nummerlink").Select(a => a.TextContent));
        await sanne.Klik("Toon ze");
        Assert.Contains("Een ander systeem gebruikt de zaak nog.", sanne.Pagina.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ZAAK-1", sanne.Pagina.QuerySelector("main tbody")!.TextContent, StringComparison.Ordinal);
        await sanne.Ga($"{Pad}/verklaring");
        Assert.Equal(("application/jose", $"verklaring-van-vernietiging-{Vernietigingsland.Lijst}.jws"), (sanne.Antwoord.Content.Headers.ContentType!.MediaType, sanne.Antwoord.Content.Headers.ContentDisposition!.FileName));
        Assert.Equal(Vernietigingsland.Verklaring, await sanne.Antwoord.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_by_its_last_zaak()
    {
        for (var i = 0; i < 130; i++) Land.Zaak($"ZAAK-{i}");
        using var ruben = await Bezoek.Als(_server, "r.smit", Pad, "medewerker");
        Assert.Equal(100, ruben.Pagina.QuerySelectorAll("main tbody tr").Length);
        await ruben.Klik("Volgende zaken");
        Assert.Equal(30, ruben.Pagina.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(["?pageSize=101", $"?pageSize=101&na={Land.Regels[99]["zaak"]}"], Land.Vragen);
        await ruben.Klik("Naar het begin");
        Assert.Equal(100, ruben.Pagina.QuerySelectorAll("main tbody tr").Length);
        await ruben.Ga($"{Pad[..^1]}f");
        Assert.Equal(HttpStatusCode.NotFound, ruben.Antwoord.StatusCode);
    }
}
