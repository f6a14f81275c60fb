using System.Net;
using System.Text.Json.Nodes;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

public sealed class BeheerTests : IAsyncLifetime
{
    private const string Applicatie = $"/duinwaarde/werk/applicaties/{Beheerland.Id}";
    private const string Abonnement = $"/duinwaarde/werk/abonnementen/{Beheerland.Id}";

    private Paginaserver _server = null!;

    private Beheerland Land => _server.Land.Beheer;

    public async Task InitializeAsync() => _server = await Paginaserver.Start();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/duinwaarde/werk/applicaties/nieuw")]
    [InlineData($"{Applicatie}/wijzigen")]
    [InlineData($"{Applicatie}/verwijderen")]
    [InlineData($"{Applicatie}/recht/zrc")]
    [InlineData("/duinwaarde/werk/abonnementen/nieuw")]
    [InlineData($"{Abonnement}/wijzigen")]
    public async Task Who_may_only_look_changes_nothing(string pad)
    {
        _server.Land.MedewerkerVan("f.yilmaz")["rechten"] = new JsonArray("inrichting.inzien");
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", pad, "medewerker");
        Assert.Equal(HttpStatusCode.Forbidden, fatma.Antwoord.StatusCode);
        await fatma.Ga(Applicatie);
        Assert.DoesNotContain("Intrekken", fatma.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Recht geven op", fatma.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_is_made_with_client_ids_and_a_first_right_or_with_all()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", "/duinwaarde/werk/applicaties/nieuw", "medewerker");
        await fatma.Verstuur("form.vorm");
        Assert.Equal(["label", "clientIds", "mag"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("label", "Balie"), ("clientIds", "balie\r\nbalie-test"), ("mag", "beperkt"));
        await fatma.Ga("/duinwaarde/werk/applicaties/nieuw");
        await fatma.Verstuur("form.vorm", ("label", "Koppelvlak"), ("clientIds", "alles"), ("mag", "alles"));
        Assert.Equal(
            [
                """{"label":"Balie","clientIds":["balie","balie-test"],"heeftAlleAutorisaties":false,"autorisaties":[{"component":"ztc","scopes":["catalogi.lezen"]}]}""",
                """{"label":"Koppelvlak","clientIds":["alles"],"heeftAlleAutorisaties":true,"autorisaties":[]}""",
            ],
            Land.Geschreven.Select(g => g.Inhoud.ToJsonString()));
    }

    [Fact]
    public async Task A_change_holds_for_what_was_read_and_a_refusal_is_in_plain_words()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Applicatie}/wijzigen", "medewerker");
        Assert.Equal("balie", fatma.Pagina.QuerySelector("#clientIds")!.TextContent);
        foreach (var (code, woorden) in (IEnumerable<(string, string)>)[("clientId-exists", "hoort al bij een applicatie"), ("precondition_failed", "Een ander wijzigde dit")])
        {
            _server.Land.Weiger = ("autorisaties", code == "clientId-exists" ? 400 : 412, code, code == "clientId-exists" ? "clientIds" : null, "x");
            await fatma.Verstuur("form.vorm", ("label", "Nieuwe balie"));
            Assert.Contains(woorden, fatma.Pagina.QuerySelector("#clientIds-fout")!.TextContent, StringComparison.Ordinal);
        }

        _server.Land.Weiger = null;
        await fatma.Verstuur("form.vorm", ("label", "Nieuwe balie"));
        var (wat, ifMatch, inhoud) = Land.Geschreven.Single();
        Assert.Equal(($"PATCH autorisaties/applicaties/{Beheerland.Id}", "\"v1\""), (wat, ifMatch));
        Assert.Equal("catalogi.lezen", (string?)inhoud["autorisaties"]![0]!["scopes"]![0]);
        Assert.Contains("De applicatie is gewijzigd", fatma.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_go_to_all_versions_to_a_catalogue_or_to_one_version()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Applicatie}/recht/zrc", "medewerker");
        await fatma.Verstuur("form.vorm");
        Assert.Equal(["type", "niveau", "zaken.lezen"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("type", "*"), ("niveau", "intern"), ("zaken.lezen", "ja"));
        Assert.Equal(["catalogus"], Fouten(fatma));
        (string, string)[] keuze = [("niveau", "intern"), ("zaken.lezen", "ja")];
        await fatma.Verstuur("form.vorm", [("type", "*"), ("catalogus", Beheerland.Catalogus), .. keuze]);
        await fatma.Ga($"{Applicatie}/recht/zrc");
        await fatma.Verstuur("form.vorm", [("type", $"naam:{Zaakland.Vergunning}"), .. keuze]);
        await fatma.Ga($"{Applicatie}/recht/zrc");
        await fatma.Verstuur("form.vorm", [("type", $"versie:{Beheerland.Versie}"), .. keuze]);
        await fatma.Ga($"{Applicatie}/recht/ac");
        await fatma.Verstuur("form.vorm", ("autorisaties.lezen", "ja"));
        Assert.Equal(
            ["POST rechten/rechten", "POST rechten/rechten", $"PATCH autorisaties/applicaties/{Beheerland.Id}", $"PATCH autorisaties/applicaties/{Beheerland.Id}"], Land.Geschreven.Select(g => g.Wat));
        Assert.Equal(("", Beheerland.Catalogus), ((string?)Land.Geschreven[0].Inhoud["type"], (string?)Land.Geschreven[0].Inhoud["catalogus"]));
        Assert.Equal((Zaakland.Vergunning, ""), ((string?)Land.Geschreven[1].Inhoud["type"], (string?)Land.Geschreven[1].Inhoud["catalogus"]));
        var autorisaties = Land.Geschreven[2].Inhoud["autorisaties"]!.AsArray();
        Assert.Equal(["catalogi.lezen", "zaken.lezen"], autorisaties.Select(a => (string?)a!["scopes"]![0]));
        Assert.Equal((Beheerland.Versie, "intern"), ((string?)autorisaties[1]!["zaaktype"], (string?)autorisaties[1]!["maxVertrouwelijkheidaanduiding"]));
        Assert.Null(Land.Geschreven[3].Inhoud["autorisaties"]![1]!["zaaktype"]);
    }

    [Fact]
    public async Task The_last_authorisation_stays_and_says_why()
    {
        _server.Land.Weiger = ("autorisaties", 400, "missing-authorizations", "nonFieldErrors", "x");
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", Applicatie, "medewerker");
        await fatma.Verstuur("form[action$='/autorisaties']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fatma.Antwoord.StatusCode);
        Assert.Contains("houdt ten minste één autorisatie", fatma.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_program_or_a_subscription_is_confirmed()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Applicatie}/verwijderen", "medewerker");
        await fatma.Verstuur("form.vorm");
        Assert.Equal(["zeker"], Fouten(fatma));
        await fatma.Ga(Abonnement);
        await fatma.Verstuur("form.vorm", ("doe", "beeindig"));
        Assert.Equal(["zeker"], Fouten(fatma));
        Assert.Empty(Land.Geschreven);
        await fatma.Verstuur("form.vorm", ("doe", "beeindig"), ("zeker", "ja"));
        await fatma.Ga($"{Applicatie}/verwijderen");
        await fatma.Verstuur("form.vorm", ("zeker", "ja"));
        Assert.Equal([$"DELETE notificaties/abonnement/{Beheerland.Id}", $"DELETE autorisaties/applicaties/{Beheerland.Id}"], Land.Geschreven.Select(g => g.Wat));
    }

    [Fact]
    public async Task A_subscription_has_channels_with_filters_and_never_shows_its_authorization()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Abonnement}/wijzigen", "medewerker");
        Assert.DoesNotContain("dit-is-geheim", fatma.Pagina.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("990000011", fatma.Pagina.QuerySelector("#kanaal-zaken-bronorganisatie")!.GetAttribute("value"));
        await fatma.Verstuur("form.vorm", ("callbackUrl", "http://balie.example/berichten"));
        Assert.Equal(["callbackUrl"], Fouten(fatma));
        _server.Land.Weiger = ("notificaties", 400, "no-auth-on-callback-url", "callbackUrl", "x");
        await fatma.Verstuur("form.vorm", ("callbackUrl", "https://balie.example/anders"));
        Assert.Contains("zonder Authorization", fatma.Pagina.QuerySelector("#callbackUrl-fout")!.TextContent, StringComparison.Ordinal);
        _server.Land.Weiger = null;
        await fatma.Verstuur("form.vorm", ("kanaal-zaken-bronorganisatie", ""), ("kanaal-zaken-zaaktype", Beheerland.Versie), ("kanaal-autorisaties", "ja"));
        Assert.Equal(
            $$$"""{"callbackUrl":"https://balie.example/anders","kanalen":[{"naam":"zaken","filters":{"zaaktype":"{{{Beheerland.Versie}}}"}},{"naam":"autorisaties","filters":{}}]}""",
            Land.Geschreven.Single().Inhoud.ToJsonString());

        await fatma.Ga("/duinwaarde/werk/abonnementen/nieuw");
        await fatma.Verstuur("form.vorm");
        Assert.Equal(["callbackUrl", "auth", "kop-kanalen"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("callbackUrl", "https://x.example/"), ("auth", "Bearer geheim"), ("kanaal-zaken", "ja"));
        Assert.Equal("Bearer geheim", (string?)Land.Geschreven[1].Inhoud["auth"]);
    }

    private static IEnumerable<string> Fouten(Bezoek bezoek) => bezoek.Pagina.QuerySelectorAll(".foutenlijst a").Select(a => a.GetAttribute("href")!.TrimStart('#'));
}
