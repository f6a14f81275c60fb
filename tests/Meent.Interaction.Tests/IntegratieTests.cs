using System.Net;
using System.Text.Json.Nodes;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

public sealed class IntegratieTests : IAsyncLifetime
{
    private const string Begin = "/duinwaarde/werk/integratie";

    private static readonly string Contract = $"{Begin}/contracten/{Uri.EscapeDataString(Fscland.Hash)}";

    private Paginaserver _server = null!;

    private Fscland Land => _server.Land.Fsc;

    public async Task InitializeAsync()
    {
        _server = await Paginaserver.Start();
        Rechten("integratie.inzien", "integratie.beheren");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_may_only_look_signs_and_proposes_nothing()
    {
        Rechten("integratie.inzien");
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", Contract, "medewerker");
        Assert.Equal(HttpStatusCode.OK, fatma.Antwoord.StatusCode);
        Assert.Empty(fatma.Pagina.QuerySelectorAll(".doen, main form"));
        foreach (var pad in (string[])[$"{Contract}/aanvaarden", $"{Begin}/voorstellen", $"{Begin}/voorstellen/gebruiken", $"{Begin}/aansluiten"])
        {
            await fatma.Ga(pad);
            Assert.Equal(HttpStatusCode.Forbidden, fatma.Antwoord.StatusCode);
        }

        Rechten("inrichting.beheren");
        await fatma.Ga(Contract);
        Assert.Equal(HttpStatusCode.Forbidden, fatma.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_contract_says_in_plain_words_who_may_do_what_for_whom_and_until_when()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", Contract, "medewerker");
        Assert.Contains("Stichting Basisregistraties Proeftuin mag namens Gemeente Lindewoude de dienst verhuur van Gemeente Duinwaarde gebruiken.", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Alleen voor dit doel: Toezicht <b>houden</b>.", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Grondslag: Huisvestingswet 2014", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Dit geldt van 1 januari 2026 om 01:00 tot 1 januari 2027 om 01:00.", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Heeft nog niet getekend", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Geweigerd door de ander; wacht op u. 3 pogingen. 422 ERROR_CODE_X: nee", fatma.Tekst, StringComparison.Ordinal);
        Assert.Equal(["Aanvaarden", "Afwijzen"], fatma.Pagina.QuerySelectorAll(".doen a").Select(a => a.TextContent.Trim()));

        await fatma.Verstuur("main form", ("peer", Fscland.Basis));
        Assert.Contains("Het wordt nu opnieuw verstuurd", fatma.Tekst, StringComparison.Ordinal);
        Assert.Equal($"POST fsc/contracten/{Fscland.Hash}/bezorgingen/{Fscland.Basis}", Land.Geschreven.Single().Wat);
        await fatma.Ga($"{Begin}/contracten/onbekend");
        Assert.Equal(HttpStatusCode.NotFound, fatma.Antwoord.StatusCode);
    }

    [Theory]
    [InlineData("aanvaarden", "accept", "U hebt het contract aanvaard")]
    [InlineData("afwijzen", "reject", "U hebt het contract afgewezen")]
    [InlineData("intrekken", "revoke", "U hebt het contract ingetrokken")]
    public async Task Signing_is_confirmed_with_a_reason_that_goes_along(string stap, string soort, string gedaan)
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Contract}/{stap}", "medewerker");
        await fatma.Verstuur("form.vorm");
        Assert.Equal(["reden", "zeker"], Fouten(fatma));
        _server.Land.Weiger = ("fsc", 409, "MEENT_INVALID_REQUEST", null, "Een contract met staat CONTRACT_STATE_EXPIRED kan dit niet krijgen.");
        await fatma.Verstuur("form.vorm", ("reden", "Zo is\r\nafgesproken"), ("zeker", "ja"));
        Assert.Contains("CONTRACT_STATE_EXPIRED", fatma.Tekst, StringComparison.Ordinal);
        Assert.Empty(Land.Geschreven);
        _server.Land.Weiger = null;
        await fatma.Verstuur("form.vorm", ("reden", "Zo is\r\nafgesproken"), ("zeker", "ja"));
        Assert.Contains(gedaan, fatma.Tekst, StringComparison.Ordinal);
        Assert.Equal(($"PUT fsc/contracten/{Fscland.Hash}/{soort}", "Zo is afgesproken"), (Land.Geschreven.Single().Wat, Land.Geschreven[0].Reden));
        Assert.Contains(_server.Land.Verzoeken, v => v.StartsWith("PUT fsc/contracten", StringComparison.Ordinal) && v.EndsWith(" fsc-beheer f.yilmaz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_connection_is_proposed_for_a_purpose_or_expressly_for_none()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Begin}/diensten", "medewerker");
        await fatma.Ga(fatma.Pagina.QuerySelectorAll("td.acties a").Single().GetAttribute("href")!);
        Assert.Equal($"personen {Fscland.Basis}", fatma.Pagina.QuerySelector("#dienst option[selected]")!.GetAttribute("value"));
        await fatma.Verstuur("form.vorm", ("tot", "2020-01-01"));
        Assert.Equal(["zonder", "tot", "reden"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("doel", "geen uri"), ("tot", "2099-12-31"), ("reden", "x"));
        Assert.Equal(["doel", "omschrijving", "grondslag"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("doel", "urn:x:toezicht"), ("omschrijving", "Toezicht"), ("grondslag", "Wet X"), ("tot", "2099-12-31"), ("reden", "Nodig"));
        var (wat, reden, inhoud) = Land.Geschreven.Single();
        Assert.Equal(("POST fsc/contracten", "Nodig"), (wat, reden));
        Assert.Equal(
            $$$"""{"type":"GRANT_TYPE_SERVICE_CONNECTION","service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"{{{Fscland.Basis}}}","name":"personen"},"properties":{"doelbinding.doelen":[{"id":"urn:x:toezicht","omschrijving":"Toezicht","grondslag":["Wet X"]}],"doelbinding.versie":"1.0"}}""",
            inhoud["grants"]![0]!["data"]!.ToJsonString());
        Assert.Equal(new DateTimeOffset(2099, 12, 31, 23, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), (long)inhoud["validity"]!["not_after"]!);

        Land.GidsStil = true;
        await fatma.Ga($"{Begin}/voorstellen/gebruiken-namens");
        await fatma.Verstuur("form.vorm", ("zonder", "ja"), ("reden", "x"));
        Assert.Equal(["naam", "aanbieder", "namens"], Fouten(fatma));
        await fatma.Verstuur("form.vorm", ("naam", "meldingen"), ("aanbieder", Fscland.Basis), ("namens", "00000001990000023000"), ("zonder", "ja"), ("reden", "x"));
        var data = Land.Geschreven[1].Inhoud["grants"]![0]!["data"]!;
        Assert.Equal(("GRANT_TYPE_DELEGATED_SERVICE_CONNECTION", "00000001990000023000", (JsonNode?)null), ((string?)data["type"], (string?)data["delegator"]!["peer_id"], data["properties"]));
    }

    [Fact]
    public async Task A_service_is_offered_with_its_protocol_and_the_purposes_that_it_is_meant_for()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Begin}/voorstellen/aanbieden?dienst=vergunningen", "medewerker");
        await fatma.Verstuur("form.vorm", ("toegestaan", "toezicht balie"), ("protocol", "PROTOCOL_TCP_HTTP_2"), ("reden", "x"));
        Assert.Equal(
            $$$"""{"type":"GRANT_TYPE_SERVICE_PUBLICATION","service":{"peer_id":"{{{Fscland.Zelf}}}","name":"vergunningen","protocol":"PROTOCOL_TCP_HTTP_2"},"properties":{"doelbinding.toegestaan":["toezicht","balie"],"doelbinding.versie":"1.0"}}""",
            Land.Geschreven.Single().Inhoud["grants"]![0]!["data"]!.ToJsonString());
        await fatma.Ga($"{Begin}/voorstellen/aanbieden");
        await fatma.Verstuur("form.vorm", ("dienst", "niet-van-ons"), ("reden", "x"));
        Assert.Equal(["dienst"], Fouten(fatma));
    }

    [Fact]
    public async Task The_pages_warn_of_what_ends_of_another_version_and_of_a_Directory_that_is_silent()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", Begin, "medewerker");
        Assert.Contains("Uw certificaat eindigt op 1 december 2026", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("1 handtekeningen eindigen binnen 60 dagen", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("0 wacht, 1 geweigerd: 422", fatma.Tekst, StringComparison.Ordinal);
        await fatma.Ga($"{Begin}/deelnemers/{Fscland.Basis}");
        Assert.Contains("gebruikt FSC-versie 1.1.2", fatma.Tekst, StringComparison.Ordinal);
        await fatma.Verstuur("main form");
        Assert.Equal($"POST fsc/bezorgingen/{Fscland.Basis}", Land.Geschreven.Single().Wat);
        Land.GidsStil = true;
        foreach (var pad in (string[])["deelnemers", "diensten"])
        {
            await fatma.Ga($"{Begin}/{pad}");
            Assert.Equal(HttpStatusCode.OK, fatma.Antwoord.StatusCode);
            Assert.Contains("antwoordt nu niet", fatma.Tekst, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Logs_are_searched_and_say_who_what_and_why()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Begin}/transacties?deelnemer={Fscland.Basis}&dienst=personen&richting=DIRECTION_OUTGOING&van=2026-01-01&tot=2026-01-31", "medewerker");
        Assert.Contains("Gemeente Duinwaarde bij Stichting Basisregistraties Proeftuin", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains($"peer_id={Fscland.Basis}&service_name=personen&direction=DIRECTION_OUTGOING&after=1767222000&before=1769900400&limit=50", Land.Vragen.Last(v => v.StartsWith("GET fsc/transacties", StringComparison.Ordinal)), StringComparison.Ordinal);
        await fatma.Ga($"{Begin}/transacties?id=0199f1f0-0000-7000-8000-0000000000f1");
        Assert.Contains("transaction_ids=0199f1f0-0000-7000-8000-0000000000f1", Land.Vragen[^1], StringComparison.Ordinal);
        await fatma.Ga($"{Begin}/transacties?id=onzin");
        Assert.Contains("Er zijn geen transacties", fatma.Tekst, StringComparison.Ordinal);
        await fatma.Ga($"{Begin}/acties?contract={Uri.EscapeDataString(Fscland.Hash)}");
        Assert.Contains($"content_hash={Uri.EscapeDataString(Fscland.Hash)}", Land.Vragen[^1], StringComparison.Ordinal);
        Assert.Contains("Contract ingetrokken", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Fatma Yilmaz", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Meent, vanzelf", fatma.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_are_searched_and_say_by_which_rule_and_nothing_of_whom_it_was_about()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Begin}/beslissingen?besluit=geweigerd&dienst=verhuur&van=2026-01-01&tot=2026-01-31", "medewerker");
        Assert.Contains("service_name=verhuur&besluit=geweigerd&after=1767222000&before=1769900400&limit=50", Land.Vragen.Last(v => v.StartsWith("GET fsc/beslissingen", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Stichting Basisregistraties Proeftuin", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("Geen besluit: niet doorgelaten", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains(fatma.Pagina.QuerySelectorAll("a"), a => a.GetAttribute("href")!.Contains("cursor=ouder", StringComparison.Ordinal));
        await fatma.Ga(fatma.Pagina.QuerySelector("main tbody a")!.GetAttribute("href")!);
        foreach (var tekst in (string[])["Geweigerd", "Inkomend", "POST /registraties", "urn:x:toezicht", "buiten-kantooruren", "abc123", "Fatma Yilmaz"]) Assert.Contains(tekst, fatma.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("999990019", fatma.Tekst, StringComparison.Ordinal);
        await fatma.Ga($"{Begin}/beslissingen/x/y");
        Assert.Equal(HttpStatusCode.NotFound, fatma.Antwoord.StatusCode);
        await fatma.Ga($"{Begin}/beslissingen?transactie=onzin");
        Assert.Contains("Er zijn geen beslissingen", fatma.Tekst, StringComparison.Ordinal);
        Rechten("werkvoorraad");
        await fatma.Ga($"{Begin}/beslissingen");
        Assert.Equal(HttpStatusCode.Forbidden, fatma.Antwoord.StatusCode);
    }

    [Fact]
    public async Task Getting_connected_shows_the_true_state_and_never_a_key()
    {
        using var fatma = await Bezoek.Als(_server, "f.yilmaz", $"{Begin}/aansluiten", "medewerker");
        Assert.Equal(7, fatma.Pagina.QuerySelectorAll("main section.deel").Length);
        await fatma.Verstuur("form[action$='/aanvraag']");
        Assert.Equal(["sleutel"], Fouten(fatma));
        await fatma.Verstuur("form[action$='/aanvraag']", ("sleutel", "RSA-3072"));
        await fatma.Verstuur("form[action$='/aanvraag']", ("sleutel", "zelfde"));
        await fatma.Verstuur("form[action$='/aanmelden']");
        Assert.Equal(
            [("POST fsc/certificaataanvraag", """{"soort":"RSA-3072"}"""), ("POST fsc/certificaataanvraag", "{}"), ("PUT fsc/aankondiging", "{}")],
            Land.Geschreven.Select(g => (g.Wat, g.Inhoud.ToJsonString())));

        Land.Contract["state"] = "CONTRACT_STATE_VALID";
        Land.Contract["content"]!["grants"]![0]!["data"]!["outway"]!["peer_id"] = Fscland.Zelf;
        await fatma.Ga($"{Begin}/aansluiten");
        await fatma.Verstuur("form[action$='/proef#kop-proef']", ("pad", "/x"));
        Assert.Equal($$"""{"grant_hash":"{{Fscland.Grant}}","pad":"/x"}""", Land.Geschreven[^1].Inhoud.ToJsonString());
        Assert.Contains("De dienst antwoordde met status 404", fatma.Tekst, StringComparison.Ordinal);
        Assert.Contains("0199f1f0-0000-7000-8000-0000000000f1", fatma.Tekst, StringComparison.Ordinal);
    }

    private void Rechten(params string[] rechten) =>
        _server.Land.MedewerkerVan("f.yilmaz")["rechten"] = new JsonArray([.. rechten.Select(r => JsonValue.Create(r))]);

    private static IEnumerable<string> Fouten(Bezoek bezoek) => bezoek.Pagina.QuerySelectorAll(".foutenlijst a").Select(a => a.GetAttribute("href")!.TrimStart('#'));
}
