using System.Net;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Tests.Hulp;
using Meent.Interaction.Zaken;
using Meent.Standards;

namespace Meent.Interaction.Tests;

public sealed class ZakenTests : IAsyncLifetime
{
    private static readonly DateOnly Vandaag = TimeProvider.System.Vandaag();

    private Paginaserver _server = null!;

    private Zaakland Zaken => _server.Land.Zaken;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_work_list_is_one_search_with_zaaktype_and_status_in_it()
    {
        for (var i = 0; i < 30; i++) Zaken.Maak($"Feest {i}", Vandaag.AddDays(-i));
        using var sanne = await Bezoek.Als(_server, "s.bakker", "/duinwaarde/werk/zaken", "medewerker");
        Assert.Equal(25, sanne.Pagina.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("30 zaken", sanne.Tekst, StringComparison.Ordinal);
        Assert.Single(Zaken.Zoekvragen);
        Assert.Equal("?expand=zaaktype,status.statustype&pageSize=25", Zaken.Zoekadressen[0]);
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.StartsWith("GET zaken/zaken", StringComparison.Ordinal));
        Assert.Contains("POST zaken/zaken/_zoek zaken-behandelen s.bakker", _server.Land.Verzoeken);

        await sanne.Klik("Volgende zaken");
        Assert.Equal(5, sanne.Pagina.QuerySelectorAll("main tbody tr").Length);
        Assert.EndsWith("&page=2&cursor=c1", Zaken.Zoekadressen[1], StringComparison.Ordinal);
        await sanne.Klik("Naar het begin");
        Assert.Equal("/duinwaarde/werk/zaken", sanne.Pad);
    }

    [Fact]
    public async Task Filters_go_into_the_body_of_the_search_and_stay_filled_in()
    {
        using var sanne = await Bezoek.Als(_server, "s.bakker", "/duinwaarde/werk/zaken?wie=mijn&zaaktype=BEZWAAR&nummer=ZAAK-1&staat=afgerond&volgorde=-startdatum", "medewerker");
        var vraag = Zaken.Zoekvragen.Single();
        Assert.Equal("s.bakker", (string?)vraag["rol__betrokkeneIdentificatie__medewerker__identificatie"]);
        Assert.Equal("behandelaar", (string?)vraag["rol__omschrijvingGeneriek"]);
        Assert.EndsWith("/BEZWAAR", (string?)vraag["zaaktype__in"]!.AsArray().Single(), StringComparison.Ordinal);
        Assert.Equal("ZAAK-1", (string?)vraag["identificatie"]);
        Assert.False((bool)vraag["einddatum__isnull"]!);
        Assert.Equal("-startdatum", (string?)vraag["ordering"]);
        Assert.Equal("zaakvertrouwelijk", (string?)vraag["maximaleVertrouwelijkheidaanduiding"]);
        Assert.Equal("BEZWAAR", sanne.Pagina.QuerySelector("#zaaktype option[selected]")!.GetAttribute("value"));
        Assert.Equal("afgerond", sanne.Pagina.QuerySelector("#staat option[selected]")!.GetAttribute("value"));
        Assert.Equal("ZAAK-1", sanne.Pagina.QuerySelector("#nummer")!.GetAttribute("value"));
        Assert.Equal(["", "Ontvangen", "In behandeling", "Afgehandeld"], sanne.Pagina.QuerySelectorAll("#status option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task An_exceeded_term_is_said_in_words_and_can_be_asked_for()
    {
        Zaken.Maak("Te laat", Vandaag.AddDays(-59));
        Zaken.Maak("Bijna", Vandaag.AddDays(-50));
        Zaken.Maak("Ruim", Vandaag.AddDays(-2));
        Zaken.Maak("Eigen datum", Vandaag.AddDays(-1), uiterlijk: Vandaag.AddDays(-1));
        using var sanne = await Bezoek.Als(_server, "s.bakker", "/duinwaarde/werk/zaken", "medewerker");
        Assert.Equal(["3 dagen te laat", "Nog 6 dagen", "Nog 54 dagen", "1 dag te laat"], sanne.Pagina.QuerySelectorAll("main tbody .merkje").Select(m => m.TextContent.Trim()));
        await sanne.Ga("/duinwaarde/werk/zaken?termijn=verstreken");
        await sanne.Ga("/duinwaarde/werk/zaken?termijn=bijna");
        Assert.Equal([null, $"{Vandaag.AddDays(-1):yyyy-MM-dd}", $"{Vandaag.AddDays(7):yyyy-MM-dd}"], Zaken.Zoekvragen.Select(vraag => (string?)vraag["uiterlijk__lte"]));
        Assert.Equal(2, _server.Land.Verzoeken.Count(v => v == "POST zaken/werklijst/_zoek zaken-behandelen s.bakker"));
    }

    [Fact]
    public async Task A_status_is_asked_of_the_API_in_one_call_and_comes_in_pages()
    {
        for (var i = 0; i < 640; i++) Zaken.Maak($"Feest {i}", Vandaag.AddDays(-i % 300), i % 2 == 0 ? "In behandeling" : "Ontvangen");
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken?zaaktype={Zaakland.Vergunning}&status=In+behandeling", "medewerker");
        Assert.EndsWith($"/{Zaakland.Vergunning}-In-behandeling", (string?)Zaken.Zoekvragen.Single()["status__statustype__in"]!.AsArray().Single(), StringComparison.Ordinal);
        Assert.Contains("320 zaken", sanne.Tekst, StringComparison.Ordinal);
        Assert.Equal(25, sanne.Pagina.QuerySelectorAll("main tbody tr").Length);
        await sanne.Klik("Volgende zaken");
        Assert.Equal(2, Zaken.Zoekvragen.Count);
        Assert.EndsWith("&page=2&cursor=c1", Zaken.Zoekadressen[1], StringComparison.Ordinal);
        Assert.Equal("In behandeling", sanne.Pagina.QuerySelector("#status option[selected]")!.GetAttribute("value"));

        // A status that the zaaktype does not have finds nothing, and asks nothing.
        await sanne.Ga($"/duinwaarde/werk/zaken?zaaktype={Zaakland.Vergunning}&status=Verzonnen");
        Assert.Contains("geen zaken die hieraan voldoen", sanne.Tekst, StringComparison.Ordinal);
        Assert.Equal(2, Zaken.Zoekvragen.Count);
    }

    [Fact]
    public async Task An_employee_sees_only_zaken_of_the_own_zaaktypen_and_up_to_the_own_level()
    {
        Zaken.Maak("Feest", Vandaag);
        var bezwaar = Zaken.Maak("Boos", Vandaag, zaaktype: Zaakland.Bezwaar);
        var geheim = Zaken.Maak("Geheim feest", Vandaag, vertrouwelijkheid: "geheim");
        using var daan = await Bezoek.Als(_server, "d.nkosi", "/duinwaarde/werk/zaken", "medewerker");
        Assert.EndsWith("/EVENEMENTENVERGUNNING", (string?)Zaken.Zoekvragen.Single()["zaaktype__in"]!.AsArray().Single(), StringComparison.Ordinal);
        Assert.Equal(["", "EVENEMENTENVERGUNNING"], daan.Pagina.QuerySelectorAll("#zaaktype option").Select(o => o.GetAttribute("value")));
        foreach (var id in (Guid[])[bezwaar, geheim])
        {
            await daan.Ga($"/duinwaarde/werk/zaken/{id}");
            Assert.Equal(HttpStatusCode.NotFound, daan.Antwoord.StatusCode);
            await daan.Ga($"/duinwaarde/werk/zaken/{id}/status");
            Assert.Equal(HttpStatusCode.NotFound, daan.Antwoord.StatusCode);
        }

        // Asking for another zaaktype does not widen the role.
        Zaken.Zoekvragen.Clear();
        await daan.Ga("/duinwaarde/werk/zaken?zaaktype=BEZWAAR");
        Assert.Contains("geen zaken die hieraan voldoen", daan.Tekst, StringComparison.Ordinal);
        Assert.Empty(Zaken.Zoekvragen);
    }

    [Fact]
    public async Task Without_the_right_there_is_no_work_list()
    {
        using var marit = await Bezoek.Als(_server, "m.visser", "/duinwaarde/werk/zaken", "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, marit.Antwoord.StatusCode);
        await marit.Ga($"/duinwaarde/werk/zaken/{Zaken.Maak("Feest", Vandaag)}");
        Assert.Equal(HttpStatusCode.Forbidden, marit.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_zaak_is_on_record_before_its_people_are_read_and_shows_no_number_of_theirs()
    {
        var id = Zaken.Maak("Feest", Vandaag.AddDays(-10), "In behandeling");
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}", "medewerker");
        Assert.Equal("Feest", sanne.Kop);
        Assert.Contains("Dijkgraaf", sanne.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("999970008", sanne.Pagina.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Zaak gewijzigd", sanne.Tekst, StringComparison.Ordinal);
        var regel = sanne.Pagina.QuerySelector("[aria-labelledby=kop-historie] li")!.TextContent;
        foreach (var deel in (string[])["Sanne Bakker", "Reden: De aanvrager belde", "Gewijzigd: omschrijving"]) Assert.Contains(deel, regel, StringComparison.Ordinal);
        Assert.Equal("In behandeling, nu", sanne.Pagina.QuerySelector(".statuslijn [aria-current=step] .denhaag-process-steps__step-heading")!.TextContent);
        var verzoeken = _server.Land.Verzoeken.ToList();
        var vastgelegd = verzoeken.IndexOf("POST logboek/audit zaken-behandelen s.bakker");
        Assert.Equal(1, verzoeken.Take(vastgelegd).Count(v => v.StartsWith("GET zaken/zaken/", StringComparison.Ordinal)));

        _server.Land.Stuk = "logboek";
        await sanne.Ga($"/duinwaarde/werk/zaken/{id}");
        Assert.Equal(HttpStatusCode.BadGateway, sanne.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Actions_are_those_that_role_and_state_allow()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}", "medewerker");
        Assert.Equal(
            ["status", "resultaat", "afsluiten", "document", "notitie", "op-mijn-naam", "betrokkene", "gegevens", "verlengen", "opschorten"], Handelingen(sanne));
        Assert.Equal(sanne.Pagina.QuerySelectorAll("[accesskey]").Length, sanne.Pagina.QuerySelectorAll("[accesskey]").Select(e => e.GetAttribute("accesskey")).Distinct().Count());
        using var daan = await Bezoek.Als(_server, "d.nkosi", $"/duinwaarde/werk/zaken/{id}", "medewerker");
        Assert.DoesNotContain("afsluiten", Handelingen(daan));
        await daan.Ga($"/duinwaarde/werk/zaken/{id}/afsluiten");
        Assert.Equal(HttpStatusCode.Conflict, daan.Antwoord.StatusCode);

        Zaken.Zaak(id)["einddatum"] = "2026-07-01";
        await sanne.Ga($"/duinwaarde/werk/zaken/{id}");
        Assert.Empty(Handelingen(sanne));
        await sanne.Ga($"/duinwaarde/werk/zaken/{id}/status");
        Assert.Equal(HttpStatusCode.Conflict, sanne.Antwoord.StatusCode);
        Assert.Empty(Zaken.Geschreven);
    }

    [Fact]
    public async Task Every_action_asks_why_and_the_reason_goes_along()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/status", "medewerker");
        await sanne.Verstuur("form.vorm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sanne.Antwoord.StatusCode);
        Assert.NotNull(sanne.Pagina.QuerySelector("#reden-fout"));
        Assert.Empty(Zaken.Geschreven);

        await sanne.Verstuur("form.vorm", ("reden", "Alles is er,\r\nook de tekening"));
        Assert.Contains("De status is gezet", sanne.Tekst, StringComparison.Ordinal);
        var (wat, inhoud, toelichting) = Zaken.Geschreven.Single();
        Assert.Equal("POST zaken/statussen", wat);
        Assert.EndsWith("In-behandeling", (string?)inhoud["statustype"], StringComparison.Ordinal);
        Assert.Equal("Alles is er, ook de tekening", toelichting);
    }

    [Fact]
    public async Task A_refusal_stands_with_the_field_in_plain_words()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/verlengen", "medewerker");
        await sanne.Verstuur("form.vorm", ("dagen", "99"), ("reden", "Druk"));
        Assert.Contains("van 1 tot en met 42", sanne.Pagina.QuerySelector("#dagen-fout")!.TextContent, StringComparison.Ordinal);
        Zaken.Weiger = ("verlenging.duur", "te-lang", "De verlenging is te lang.");
        await sanne.Verstuur("form.vorm", ("dagen", "14"), ("reden", "Druk"));
        Assert.Contains("De verlenging is te lang.", sanne.Pagina.QuerySelector("#dagen-fout")!.TextContent, StringComparison.Ordinal);
        Zaken.Weiger = ("nonFieldErrors", "resultaat-does-not-exist", "Zaak heeft geen resultaat.");
        await sanne.Verstuur("form.vorm", ("dagen", "14"), ("reden", "Druk"));
        Assert.Contains("Leg eerst een resultaat vast.", sanne.Pagina.QuerySelector("#reden-fout")!.TextContent, StringComparison.Ordinal);
        Zaken.Weiger = null;
        await sanne.Verstuur("form.vorm", ("dagen", "14"), ("reden", "Druk"));
        var (_, inhoud, _) = Zaken.Geschreven.Single();
        Assert.Equal("P14D", (string?)inhoud["verlenging"]!["duur"]);
        Assert.Equal($"{Vandaag.AddDays(56 + 14):yyyy-MM-dd}", (string?)inhoud["uiterlijkeEinddatumAfdoening"]);
    }

    [Fact]
    public async Task A_zaak_is_closed_with_a_resultaat_and_its_last_status()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/afsluiten", "medewerker");
        await sanne.Verstuur("form.vorm", ("reden", "Klaar"));
        Assert.NotNull(sanne.Pagina.QuerySelector("#resultaattype-fout"));
        await sanne.Verstuur("form.vorm", ("resultaattype", $"{Zaakland.Basis}/resultaattypen/1"), ("reden", "Klaar"));
        Assert.Contains("De zaak is afgesloten", sanne.Tekst, StringComparison.Ordinal);
        Assert.Equal(["POST zaken/resultaten", "POST zaken/statussen"], Zaken.Geschreven.Select(g => g.Wat));
        Assert.EndsWith("Afgehandeld", (string?)Zaken.Geschreven[1].Inhoud["statustype"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_how_large_it_may_be()
    {
        await using var klein = await Paginaserver.Start(instellingen: new Dictionary<string, string?> { ["Meent:Uploads:Grootste"] = "3000" });
        var id = klein.Land.Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(klein, "s.bakker", $"/duinwaarde/werk/zaken/{id}/document", "medewerker");
        Assert.Contains("Ten hoogste 3 kB", sanne.Tekst, StringComparison.Ordinal);
        await sanne.Verstuur("form.vorm", ("reden", new string('x', 2_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sanne.Antwoord.StatusCode);
        Assert.Contains("ten hoogste 3 kB groot", sanne.Tekst, StringComparison.Ordinal);
        Assert.Empty(klein.Land.Zaken.Geschreven);
    }

    [Theory]
    [InlineData("PUT documenten/bestandsdelen/1")]
    [InlineData("POST zaken/zaakinformatieobjecten")]
    public async Task A_document_that_does_not_come_whole_or_not_into_the_zaak_is_removed(string stuk)
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/document", "medewerker");
        Zaken.Stuk = stuk;
        await sanne.Upload("form.vorm", "bestand", [1, 2, 3], ("documenttype", $"{Zaakland.Basis}/informatieobjecttypen/1"), ("titel", "Tekening"), ("reden", "Nagekomen"));
        Assert.NotEqual(HttpStatusCode.OK, sanne.Antwoord.StatusCode);
        Assert.Equal(
            ["PATCH documenten/enkelvoudiginformatieobjecten/1", "POST documenten/enkelvoudiginformatieobjecten/1/unlock", "DELETE documenten/enkelvoudiginformatieobjecten/1"],
            _server.Land.Verzoeken.Where(v => v.Contains("documenten/enkel", StringComparison.Ordinal)).Select(v => v[..v.IndexOf(" zaken-", StringComparison.Ordinal)]).TakeLast(3));

        // One that came whole stays.
        Zaken.Stuk = null;
        await sanne.Ga($"/duinwaarde/werk/zaken/{id}/document");
        await sanne.Upload("form.vorm", "bestand", [1, 2, 3], ("documenttype", $"{Zaakland.Basis}/informatieobjecttypen/1"), ("titel", "Tekening"), ("reden", "Nagekomen"));
        Assert.Contains("Het document is toegevoegd", sanne.Tekst, StringComparison.Ordinal);
        Assert.Single(_server.Land.Verzoeken, v => v.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_or_of_another_sort_is_refused()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/document", "medewerker");
        await sanne.Verstuur("form.vorm", ("__RequestVerificationToken", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, sanne.Antwoord.StatusCode);
        Assert.Empty(Zaken.Geschreven);
    }

    [Fact]
    public async Task The_dossier_of_a_zaak_is_asked_up_to_the_level_of_the_role_and_is_on_record()
    {
        var (id, geheim) = (Zaken.Maak("Feest", Vandaag), Zaken.Maak("Geheim feest", Vandaag, vertrouwelijkheid: "geheim"));
        using var daan = await Bezoek.Als(_server, "d.nkosi", $"/duinwaarde/werk/zaken/{id}/dossier", "medewerker");
        Assert.Equal("application/zip", daan.Antwoord.Content.Headers.ContentType!.MediaType);
        var verzoeken = _server.Land.Verzoeken.ToList();
        Assert.InRange(verzoeken.IndexOf("POST logboek/audit zaken-behandelen d.nkosi"), 0, verzoeken.IndexOf($"GET documenten/zaakdossiers/{id} zaken-behandelen d.nkosi"));
        Assert.Equal("?maximaleVertrouwelijkheidaanduiding=zaakvertrouwelijk", _server.Land.Dossiervraag);
        await daan.Ga($"/duinwaarde/werk/zaken/{geheim}/dossier");
        Assert.Equal(HttpStatusCode.NotFound, daan.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_person_is_added_with_a_number_that_can_be_one()
    {
        var id = Zaken.Maak("Feest", Vandaag);
        using var sanne = await Bezoek.Als(_server, "s.bakker", $"/duinwaarde/werk/zaken/{id}/betrokkene", "medewerker");
        (string, string)[] velden = [("roltype", $"{Zaakland.Basis}/roltypen/1"), ("soort", "natuurlijk_persoon"), ("naam", "Hartog"), ("reden", "Stuurde de tekening")];
        await sanne.Verstuur("form.vorm", [.. velden, ("nummer", "123456789")]);
        Assert.Contains("geen geldig burgerservicenummer", sanne.Pagina.QuerySelector("#nummer-fout")!.TextContent, StringComparison.Ordinal);
        await sanne.Verstuur("form.vorm", [.. velden, ("nummer", "999970057")]);
        Assert.Equal("999970057", (string?)Zaken.Geschreven.Single().Inhoud["betrokkeneIdentificatie"]!["inpBsn"]);
        Assert.DoesNotContain("999970057", sanne.Pad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zaken_of_a_person_are_looked_for_with_a_reason_that_is_on_record_first()
    {
        Zaken.Maak("Feest", Vandaag);
        using var daan = await Bezoek.Als(_server, "d.nkosi", "/duinwaarde/werk/zaken/persoon", "medewerker");
        await daan.Verstuur("form.vorm", ("bsn", "999970008"), ("reden", "zomaar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, daan.Antwoord.StatusCode);
        Assert.Empty(Zaken.Zoekvragen);

        await daan.Verstuur("form.vorm", ("bsn", "999970008"), ("reden", "Belt over een aanvraag"));
        Assert.Contains("1 zaak", daan.Tekst, StringComparison.Ordinal);
        var vraag = Zaken.Zoekvragen.Single();
        Assert.Equal("999970008", (string?)vraag["rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn"]);
        Assert.EndsWith("/EVENEMENTENVERGUNNING", (string?)vraag["zaaktype__in"]!.AsArray().Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Land.Verzoeken, v => v.Contains("999970008", StringComparison.Ordinal));
        Assert.DoesNotContain("999970008", daan.Pagina.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var verzoeken = _server.Land.Verzoeken.ToList();
        Assert.InRange(verzoeken.IndexOf("POST logboek/audit zaken-behandelen d.nkosi"), 0, verzoeken.IndexOf("POST zaken/zaken/_zoek zaken-behandelen d.nkosi"));
    }

    [Theory]
    [InlineData("P8W", "8 weken")]
    [InlineData("P1Y6M", "1 jaar en 6 maanden")]
    [InlineData("P10D", "10 dagen")]
    [InlineData("PT4H", "PT4H")]
    public void A_term_is_said_in_words(string duur, string woorden) => Assert.Equal(woorden, Zaakwoorden.Duur(Taal.Tekst.Nederlands, duur));

    [Fact]
    public void A_term_that_stands_still_is_not_late()
    {
        var zaak = new Zaak("", Guid.Empty, "", "", "", "", "", null, Vandaag.AddDays(-100), null, null, null, "", null, new(true, "Wacht"), null, null, null, null, null);
        Assert.Equal(Termijnstand.Opgeschort, Termijn.Van(zaak, "P8W", Vandaag).Stand);
        Assert.Equal(Termijnstand.Verstreken, Termijn.Van(zaak with { Opschorting = null }, "P8W", Vandaag).Stand);
        Assert.Equal(Termijnstand.Bijna, Termijn.Van(zaak with { Opschorting = null, Verlenging = new("x", "P45D") }, "P8W", Vandaag).Stand);
        Assert.Equal(Termijnstand.Geen, Termijn.Van(zaak with { Opschorting = null }, "PT1H", Vandaag).Stand);
        Assert.Equal(Termijnstand.Afgerond, Termijn.Van(zaak with { Einddatum = Vandaag }, "P8W", Vandaag).Stand);
    }

    private static List<string> Handelingen(Bezoek bezoek) => [.. bezoek.Pagina.QuerySelectorAll(".doen a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
}
