using System.Net;
using System.Text.Json.Nodes;
using Meent.Interaction.Paginas;
using Meent.Interaction.Tests.Hulp;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Routing;

namespace Meent.Interaction.Tests;

public sealed class ToegangTests : IAsyncLifetime
{
    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void Every_page_declares_who_may_see_it()
    {
        var zonder = _server.Endpoints.Where(e => e.DisplayName != "bestanden" && e.Metadata.GetMetadata<Eis>() is null);
        Assert.Empty(zonder.Select(e => e.DisplayName));
        Assert.True(_server.Endpoints.Count > 30);
    }

    [Fact]
    public void Pages_with_somebodys_data_are_not_public()
    {
        var open = _server.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<Eis>() == Eis.Openbaar).Select(e => e.RoutePattern.RawText!);
        Assert.DoesNotContain(open, pad => pad.StartsWith("/mijn", StringComparison.Ordinal) || pad.StartsWith("/werk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_asked_to_log_in_and_comes_back_to_the_page()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/mijn/gegevens");
        Assert.Equal("/duinwaarde/inloggen?terug=%2Fmijn%2Fgegevens", bezoek.Pad);
    }

    [Fact]
    public async Task A_company_has_registrations_but_no_personal_data_here()
    {
        using var bedrijf = await Bezoek.Als(_server, "90000011", "/duinwaarde/mijn/verhuur", "eherkenning");
        Assert.Equal("Vakantieverhuur", bedrijf.Kop);
        await bedrijf.Ga("/duinwaarde/mijn/gegevens");
        Assert.Equal(HttpStatusCode.Forbidden, bedrijf.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_session_of_one_municipality_means_nothing_at_another()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn");
        await fenna.Ga("/lindewoude/mijn");
        Assert.StartsWith("/lindewoude/inloggen", fenna.Pad, StringComparison.Ordinal);
        // Even when the cookie itself is carried over.
        var koek = fenna.Cookies.GetCookies(new Uri(_server.Basis + "/duinwaarde"))["meent-sessie"]!;
        Assert.Equal("/duinwaarde", koek.Path);
        fenna.Cookies.Add(new Uri(_server.Basis), new Cookie("meent-sessie", koek.Value, "/lindewoude"));
        await fenna.Ga("/lindewoude/mijn");
        Assert.StartsWith("/lindewoude/inloggen", fenna.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_employee_sees_what_the_own_rights_allow()
    {
        using var marit = await Bezoek.Als(_server, "m.visser", "/duinwaarde/werk", "medewerker");
        Assert.Equal("Werkvoorraad", marit.Kop);
        await marit.Ga("/duinwaarde/werk/medewerkers");
        Assert.Equal(HttpStatusCode.Forbidden, marit.Antwoord.StatusCode);
        await marit.Ga("/duinwaarde/mijn");
        Assert.StartsWith("/duinwaarde/inloggen", marit.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaver_loses_access_at_the_next_request()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", "/duinwaarde/werk/verhuur", "medewerker");
        Assert.Equal(HttpStatusCode.OK, kemal.Antwoord.StatusCode);
        _server.Land.MedewerkerVan("k.osman")["actief"] = false;
        await kemal.Ga("/duinwaarde/werk/verhuur");
        Assert.Equal(HttpStatusCode.Forbidden, kemal.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Without_the_access_register_nobody_is_let_in()
    {
        using var kemal = await Bezoek.Als(_server, "k.osman", "/duinwaarde/werk/verhuur", "medewerker");
        _server.Land.Stuk = "toegang";
        await kemal.Ga("/duinwaarde/werk/verhuur");
        Assert.Equal(HttpStatusCode.BadGateway, kemal.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Looking_up_needs_a_zaak_or_a_reason_and_is_on_record_before_anything_shows()
    {
        _server.Land.Registreer("999970008");
        using var kemal = await Bezoek.Als(_server, "k.osman", "/duinwaarde/werk/verhuur", "medewerker");
        await kemal.Verstuur("form.vorm", ("nummer", "9901 5F3A 5694 16CD B9E3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, kemal.Antwoord.StatusCode);
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.Contains("verhuur/registraties", StringComparison.Ordinal));

        await kemal.Verstuur("form.vorm", ("nummer", "9901 5f3a 5694 16cd b9e3"), ("reden", "Klacht van de buren"));
        Assert.Equal("Zeelaan 12", kemal.Kop);
        Assert.DoesNotContain("Dijkgraaf", kemal.Tekst, StringComparison.Ordinal);
        var volgorde = _server.Land.Verzoeken.ToList();
        var vastgelegd = volgorde.FindIndex(v => v == "POST logboek/audit toeristische-verhuur-toezicht k.osman");
        Assert.InRange(vastgelegd, 0, volgorde.FindIndex(v => v.StartsWith("GET verhuur/registraties/", StringComparison.Ordinal)) - 1);
    }

    [Fact]
    public async Task Nothing_is_shown_when_it_cannot_be_put_on_record()
    {
        _server.Land.Registreer("999970008");
        using var kemal = await Bezoek.Als(_server, "k.osman", "/duinwaarde/werk/verhuur", "medewerker");
        _server.Land.Stuk = "logboek";
        await kemal.Verstuur("form.vorm", ("nummer", "99015F3A569416CDB9E3"), ("zaak", "ZAAK-2026-1"));
        Assert.Equal(HttpStatusCode.BadGateway, kemal.Antwoord.StatusCode);
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.StartsWith("GET verhuur/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_shows_its_registration_to_who_has_it_in_the_own_caseload()
    {
        _server.Land.Registreer("999970008");
        using var marit = await Bezoek.Als(_server, "m.visser", "/duinwaarde/werk", "medewerker");
        await marit.Klik("Registratie verifiëren");
        Assert.DoesNotContain("Zeelaan 12", marit.Tekst, StringComparison.Ordinal);
        await marit.Verstuur("form.vorm", ("neem", "ja"));
        Assert.Contains("Zeelaan 12", marit.Tekst, StringComparison.Ordinal);
        Assert.Contains((JsonArray)_server.Land.MedewerkerVan("m.visser")["caseload"]!, z => (string?)z == "99015F3A569416CDB9E3");
        await marit.Verstuur("form.vorm", ("oordeel", "nietAkkoord"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, marit.Antwoord.StatusCode);
        await marit.Verstuur("form.vorm", ("oordeel", "akkoord"));
        Assert.Contains("De taak is afgerond", marit.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur/registreren/9901200000000001");
        await fenna.Verstuur("form.vorm", ("__RequestVerificationToken", "verzonnen"), ("deel", "geheel"));
        Assert.Equal(HttpStatusCode.BadRequest, fenna.Antwoord.StatusCode);
        Assert.Equal("Dit formulier is verlopen", fenna.Kop);
    }

    [Fact]
    public async Task Pages_run_no_script_load_nothing_from_elsewhere_and_are_not_kept()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde");
        var beleid = bezoek.Antwoord.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", beleid, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", beleid, StringComparison.Ordinal);
        Assert.DoesNotContain("script", beleid, StringComparison.Ordinal);
        Assert.True(bezoek.Antwoord.Headers.CacheControl!.NoStore);
        Assert.Empty(bezoek.Pagina.QuerySelectorAll("script, [style], [onclick]"));
        Assert.All(bezoek.Pagina.QuerySelectorAll("link[rel=stylesheet]"), l => Assert.StartsWith("/duinwaarde/bestanden/", l.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//elders.example")]
    [InlineData("https://elders.example")]
    [InlineData("/\\elders.example")]
    public async Task After_logging_in_nobody_is_sent_elsewhere(string terug)
    {
        using var fenna = new Bezoek(_server);
        await fenna.Ga("/duinwaarde/inloggen/digid?terug=" + Uri.EscapeDataString(terug));
        await fenna.Verstuur("form.vorm", ("persona", "999970008"));
        Assert.Equal("/duinwaarde/mijn", fenna.Pad);
    }

    [Theory]
    [InlineData(null, "EerstInloggen")]
    [InlineData("inwoner", "Toegelaten")]
    public void A_resident_page_lets_residents_in(string? wie, string oordeel)
    {
        var bezoeker = wie is null ? null : new Inwoner(Standards.Identificaties.Bsn.Parse("999970008"), "Fenna");
        Assert.Equal(oordeel, Toegangscontrole.Beoordeel(Eis.Inwoner, bezoeker).ToString());
        Assert.Equal(nameof(Oordeel.EerstInloggen), Toegangscontrole.Beoordeel(Eis.Medewerker(Rechten.Werkvoorraad), bezoeker).ToString());
    }
}
