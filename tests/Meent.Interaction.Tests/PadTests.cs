using System.Net;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

public sealed class PadTests : IAsyncLifetime
{
    private Paginaserver _server = null!;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_resident_registers_reports_changes_and_cancels()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur");
        Assert.Equal("Vakantieverhuur", fenna.Kop);
        await fenna.Klik("Woning registreren");
        Assert.Contains("Zeelaan 12, 1990 AB Duinwaarde", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Verstuur("form.vorm");
        Assert.Equal("Over de verhuur", fenna.Kop);
        await fenna.Verstuur("form.vorm", ("deel", "geheel"), ("gebruik", "hoofdverblijf"), ("slaapplaatsen", "4"), ("gasten", "4"), ("akkoord", "ja"));
        Assert.Contains("Gelukt", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("9901 5F3A 5694 16CD B9E3", fenna.Tekst, StringComparison.Ordinal);

        await fenna.Klik("Verblijf melden");
        await fenna.Verstuur("form.vorm", ("aankomst", "2099-07-01"), ("vertrek", "2099-07-11"), ("gasten", "2"));
        Assert.Contains("Uw verblijf is gemeld", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("20 nachten over op dit adres", fenna.Tekst, StringComparison.Ordinal);

        await fenna.Ga(fenna.Pagina.QuerySelectorAll("td.acties a")[0].GetAttribute("href")!);
        await fenna.Verstuur("form.vorm", ("vertrek", "2099-07-06"));
        Assert.Contains("25 nachten over", fenna.Tekst, StringComparison.Ordinal);

        await fenna.Ga(fenna.Pagina.QuerySelectorAll("td.acties a")[1].GetAttribute("href")!);
        Assert.Contains("U krijgt 5 nachten terug", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Verstuur("form.vorm");
        Assert.Contains("Uw melding is geannuleerd", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("30 nachten over", fenna.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_register_refuses_is_shown_with_the_field()
    {
        _server.Land.Registreer("999970008");
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur/99015F3A569416CDB9E3/melden");
        await fenna.Verstuur("form.vorm", ("aankomst", "2099-07-01"), ("vertrek", "2099-08-11"), ("gasten", "2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fenna.Antwoord.StatusCode);
        Assert.Contains("nog 30 nachten over; dit verblijf vraagt er 41", fenna.Pagina.QuerySelector("#aankomst-fout")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#aankomst", fenna.Pagina.QuerySelector(".foutenlijst a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task All_mistakes_in_a_form_show_at_once_and_what_was_filled_in_stays()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur/registreren/9901200000000001");
        await fenna.Verstuur("form.vorm", ("slaapplaatsen", "0"), ("gasten", "3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fenna.Antwoord.StatusCode);
        Assert.Equal(4, fenna.Pagina.QuerySelectorAll(".foutenlijst a").Length);
        Assert.Equal("3", fenna.Pagina.QuerySelector("#gasten")!.GetAttribute("value"));
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.StartsWith("POST processen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registration_of_somebody_else_does_not_exist()
    {
        _server.Land.Registreer("999970045");
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur/99015F3A569416CDB9E3");
        Assert.Equal(HttpStatusCode.NotFound, fenna.Antwoord.StatusCode);
    }

    [Fact]
    public async Task An_address_elsewhere_is_refused_and_several_at_one_number_are_a_choice()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/verhuur/registreren");
        await fenna.Verstuur("form.vorm", ("keuze", "anders"), ("postcode", "1995 cd"), ("huisnummer", "7"));
        Assert.Contains("ligt niet in Gemeente Duinwaarde", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Verstuur("form.vorm", ("keuze", "anders"), ("postcode", "1990 AC"), ("huisnummer", "3"));
        Assert.Equal(2, fenna.Pagina.QuerySelectorAll(".inlog__knop").Length);
        await fenna.Verstuur("form.vorm", ("keuze", "anders"), ("postcode", "1990AC"), ("huisnummer", "3"), ("toevoeging", "a"));
        Assert.EndsWith("/9901200000000003", fenna.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_call_carries_its_purpose_and_who_asks()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/gegevens");
        Assert.Equal("Mijn gegevens", fenna.Kop);
        Assert.Contains("12 maart 1984", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("POST personen/personen mijn-gegevens-inzien burger", _server.Land.Verzoeken);
    }

    [Fact]
    public async Task Uses_of_one_visit_show_once()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/gebruik");
        Assert.Equal(2, fenna.Pagina.QuerySelectorAll(".gebruik").Length);
        Assert.Contains("naam, adres", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("Wettelijke verplichting: Huisvestingswet 2014, artikel 23a en 23b", fenna.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_use_is_followed_to_the_source_of_the_data_and_who_does_not_answer_is_told()
    {
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/gebruik");
        var link = Assert.Single(fenna.Pagina.QuerySelectorAll(".gebruik a[href*='/mijn/gebruik/']"));
        Assert.EndsWith("/mijn/gebruik/" + Landgoed.Spoor, link.GetAttribute("href"), StringComparison.Ordinal);
        await fenna.Ga("/duinwaarde/mijn/gebruik/" + Landgoed.Spoor);
        Assert.Contains("Verstrekken uit de basisregistratie personen", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("Wet basisregistratie personen, artikel 3.2", fenna.Tekst, StringComparison.Ordinal);
        Assert.Contains("Stichting Basisregistraties Proeftuin", fenna.Tekst, StringComparison.Ordinal);
        // The Directory does not answer; Lindewoude has a connection for something else, and is not asked.
        Assert.Contains("antwoordt nu niet", fenna.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindewoude", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Ga("/duinwaarde/mijn/gebruik/999970008");
        Assert.Equal(HttpStatusCode.NotFound, fenna.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_source_that_fails_gives_an_error_page()
    {
        _server.Land.Stuk = "personen";
        using var fenna = await Bezoek.Als(_server, "999970008", "/duinwaarde/mijn/gegevens");
        Assert.Equal(HttpStatusCode.BadGateway, fenna.Antwoord.StatusCode);
        Assert.Equal("Er gaat iets mis", fenna.Kop);
    }

    [Fact]
    public async Task Pages_speak_English_after_a_click()
    {
        using var bezoek = new Bezoek(_server);
        await bezoek.Ga("/duinwaarde/toegankelijkheid");
        Assert.Equal("nl", bezoek.Pagina.DocumentElement.GetAttribute("lang"));
        await bezoek.Klik("English");
        Assert.Equal("/duinwaarde/toegankelijkheid", bezoek.Pad);
        Assert.Equal("en", bezoek.Pagina.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Accessibility", bezoek.Kop);
    }
}
