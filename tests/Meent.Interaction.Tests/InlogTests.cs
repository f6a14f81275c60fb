using System.Net;
using Meent.Interaction.Inloggen;
using Meent.Interaction.Tests.Hulp;
using Meent.Standards.Beheer;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Interaction.Tests;

public sealed class InlogTests : IAsyncLifetime
{
    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Logging_out_ends_the_session_here_and_at_the_provider()
    {
        using var fenna = await Bezoek.Als(_server, "999970008");
        await fenna.Verstuur("form.kop__uit");
        Assert.Equal("/duinwaarde/uitgelogd", fenna.Pad);
        await fenna.Ga("/duinwaarde/mijn");
        Assert.StartsWith("/duinwaarde/inloggen", fenna.Pad, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999970008", "digid", "/duinwaarde/mijn")]
    [InlineData("90000011", "eherkenning", "/duinwaarde/mijn/verhuur")]
    [InlineData("k.osman", "medewerker", "/duinwaarde/werk")]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_logging_out(string wie, string middel, string pad)
    {
        using var bezoek = await Bezoek.Als(_server, wie, pad, middel);
        using var dief = new Bezoek(_server);
        dief.Cookies.Add(bezoek.Cookies.GetAllCookies().Single(koek => koek.Name == "meent-sessie"));
        await dief.Ga(pad);
        Assert.Equal(pad, dief.Pad);

        await bezoek.Verstuur("form.kop__uit");

        await dief.Ga(pad);
        Assert.NotEqual(pad, dief.Pad);
        Assert.Null(dief.Pagina.QuerySelector("form.kop__uit"));
    }

    [Fact]
    public async Task Logging_out_of_one_session_leaves_the_other_one()
    {
        using var thuis = await Bezoek.Als(_server, "999970008");
        using var bibliotheek = await Bezoek.Als(_server, "999970008");
        await bibliotheek.Verstuur("form.kop__uit");
        await thuis.Ga("/duinwaarde/mijn");
        Assert.Equal("/duinwaarde/mijn", thuis.Pad);
    }

    [Fact]
    public async Task Who_logs_out_while_the_access_register_is_down_is_out_in_the_own_browser_and_a_copy_is_not_let_in()
    {
        using var fenna = await Bezoek.Als(_server, "999970008");
        using var dief = new Bezoek(_server);
        dief.Cookies.Add(fenna.Cookies.GetAllCookies().Single(koek => koek.Name == "meent-sessie"));
        _server.Land.Stuk = "toegang";

        await fenna.Verstuur("form.kop__uit");
        await dief.Ga("/duinwaarde/mijn");

        Assert.DoesNotContain(fenna.Cookies.GetAllCookies(), koek => koek.Name == "meent-sessie");
        Assert.Equal(HttpStatusCode.BadGateway, dief.Antwoord.StatusCode);
    }

    [Fact]
    public async Task An_organisation_without_an_access_register_offers_no_login()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/basisregistraties/inloggen/digid");
        Assert.Equal(HttpStatusCode.NotFound, bezoek.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Who_cancels_at_DigiD_comes_back_with_a_notice()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/inloggen/digid");
        await bezoek.Verstuur("form.vorm", ("annuleer", "ja"));
        Assert.Contains("Inloggen geannuleerd", bezoek.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_error_of_DigiD_is_told_in_the_words_of_its_audit()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/inloggen/digid");
        var staat = Uri.UnescapeDataString(bezoek.Pad.Split("state=")[1].Split('&')[0]);
        await bezoek.Ga("/duinwaarde/inloggen/digid/terug?error=server_error&state=" + staat);
        Assert.Equal(HttpStatusCode.BadGateway, bezoek.Antwoord.StatusCode);
        Assert.Contains(InlogPaginas.DigidFout, bezoek.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_in_the_browser_that_asked_for_it_and_once()
    {
        using var aanvaller = new Bezoek(_server);
        await aanvaller.Ga("/duinwaarde/inloggen/digid");
        using var slachtoffer = new Bezoek(_server);
        // Login CSRF: a callback made elsewhere.
        await slachtoffer.Ga("/duinwaarde/inloggen/digid/terug?code=abc&state=" + aanvaller.Pad.Split("state=")[1].Split('&')[0]);
        Assert.Contains("duurde te lang", slachtoffer.Tekst, StringComparison.Ordinal);
        await slachtoffer.Ga("/duinwaarde/mijn");
        Assert.StartsWith("/duinwaarde/inloggen", slachtoffer.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_in_the_field_for_another_person_logs_that_person_in()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/inloggen/digid");
        // A browser presses the first button of the form that the field is in.
        var knop = bezoek.Pagina.QuerySelector("#anders")!.Closest("form")!.QuerySelector("button")!;
        Assert.Equal("Inloggen", knop.TextContent.Trim());
        Assert.False(knop.HasAttribute("name"));
    }

    [Fact]
    public async Task A_number_that_is_no_BSN_is_not_accepted()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/inloggen/digid");
        await bezoek.Verstuur("form.vorm", ("anders", "123456789"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bezoek.Antwoord.StatusCode);
    }

    [Fact]
    public async Task The_development_provider_does_not_exist_outside_development()
    {
        await using var server = await Paginaserver.Start("Production");
        using var bezoek = new Bezoek(server);
        await bezoek.Ga("/duinwaarde/inloggen");
        Assert.Contains("nog niet mogelijk", bezoek.Tekst, StringComparison.Ordinal);
        await bezoek.Ga("/duinwaarde/ontwikkelprovider/digid/.well-known/openid-configuration");
        Assert.Equal(HttpStatusCode.NotFound, bezoek.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Every_mistake_in_the_login_configuration_is_told_with_its_key()
    {
        await using var server = await Paginaserver.Start("Production", new Dictionary<string, string?>
        {
            ["Meent:Inloggen:Ontwikkelprovider"] = "true",
            ["Meent:Inloggen:duinwaarde:DigiD:Uitgever"] = "http://broker.example",
            ["Meent:Inloggen:duinwaarde:Paspoort:Uitgever"] = "https://broker.example",
        });
        var fouten = server.Diensten.GetServices<IConfiguratieControle>().SelectMany(c => c.Fouten()).Select(f => f.Sleutel).ToList();
        Assert.Equal(
            [
                "Meent:Inloggen:Ontwikkelprovider", "Meent:Inloggen:duinwaarde:DigiD:Uitgever", "Meent:Inloggen:duinwaarde:DigiD:ClientId",
                "Meent:Inloggen:duinwaarde:DigiD:ClientSecret", "Meent:Inloggen:duinwaarde:Paspoort",
            ],
            fouten);
    }

    [Fact]
    public async Task A_typing_mistake_under_a_login_is_told_with_its_key_and_with_what_may_stand_there()
    {
        await using var server = await Paginaserver.Start("Production", new Dictionary<string, string?>(Provider.Instellingen)
        {
            ["Meent:Inloggen:duinwaarde:DigiD:ClientSecert"] = "geheim",
            ["Meent:Inloggen:duinwaarde:DigiD:IsOntwikkeling"] = "true",
            ["Meent:Inloggen:duinwarde:DigiD:Uitgever"] = "https://broker.example",
        });
        var fouten = server.Diensten.GetServices<IConfiguratieControle>().SelectMany(c => c.Fouten()).ToDictionary(f => f.Sleutel, f => f.Reden);
        Assert.Equal(
            ["Meent:Inloggen:duinwaarde:DigiD:ClientSecert", "Meent:Inloggen:duinwaarde:DigiD:IsOntwikkeling", "Meent:Inloggen:duinwarde"], fouten.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("ClientSecret", fouten["Meent:Inloggen:duinwaarde:DigiD:ClientSecert"], StringComparison.Ordinal);
        Assert.DoesNotContain("IsOntwikkeling", fouten["Meent:Inloggen:duinwaarde:DigiD:IsOntwikkeling"], StringComparison.Ordinal);
    }
}
