using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verwerkingsregister;

public sealed class RegisterApiTests : IDisposable
{
    private const string Pad = "/verwerkingsactiviteiten";
    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task The_demo_municipality_has_each_purpose_once_in_the_shape_of_the_var_api(Engine engine)
    {
        await using var node = await Start(engine);
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, Pad);

        var namen = lijst.GetProperty("results").EnumerateArray().Select(activiteit => activiteit.GetProperty("naam").GetString()).ToList();
        Assert.Equal(lijst.GetProperty("count").GetInt32(), namen.Count);
        Assert.Equal(namen.Distinct(), namen);
        Assert.Contains("Toezicht op toeristische verhuur", namen);
        foreach (var veld in new[] { "id", "naam", "verantwoordelijkeOrganisatie", "doel", "grondslag", "bewaartermijn", "bewaartermijnLog", "herkomst", "beveiligingsmaatregelen", "uri" })
            Assert.All(lijst.GetProperty("results").EnumerateArray(), activiteit => Assert.NotEmpty(activiteit.GetProperty(veld).GetString()!));
        Assert.All(lijst.GetProperty("results").EnumerateArray(), activiteit => Assert.NotEmpty(activiteit.GetProperty("wetten").EnumerateArray()));
    }

    [EngineTheory]
    public async Task What_the_demo_says_would_be_accepted_if_it_were_sent_in(Engine engine)
    {
        await using var node = await Start(engine);
        var versies = (await node.Services.GetRequiredService<Doelen>().Versies(node.Organisatie)).SelectMany(groep => groep).ToList();

        Assert.All(versies, versie => Assert.Empty(new Invoer { Code = versie.Uri.Split(':')[^1], Activiteit = versie.Activiteit }.Fouten(metCode: true, versie.Vastgelegd)));
        Assert.All(versies, versie => Assert.Null(Bijhouden.Ouderfout(versies.ToLookup(v => v.Uri), versie.Uri, versie.Activiteit, versie.Vastgelegd)));
    }

    [EngineTheory]
    public async Task Each_moment_has_one_version_and_a_correction_takes_the_place_of_what_it_corrects(Engine engine)
    {
        await using var node = await Start(engine);
        var doelen = node.Services.GetRequiredService<Doelen>();
        var gemaakt = await Maak(node, Invoer("2025-01-01T00:00:00Z", "Eerst", "proef"));
        var (id, uri) = (gemaakt.GetProperty("id").GetString(), gemaakt.GetProperty("uri").GetString()!);
        await Wijzig(node, id, Invoer("2026-01-01T00:00:00Z", "Later"));

        async Task<string?> Op(string moment) => (await doelen.Vind(node.Organisatie, uri, DateTimeOffset.Parse(moment, null)))?.Omschrijving;
        Assert.Equal("urn:nld:oin:00000001990000011000:verwerkingsactiviteit:proef", uri);
        Assert.Null(await Op("2024-12-31T23:59:59Z"));
        Assert.Equal("Eerst", await Op("2025-12-31T23:59:59Z"));
        Assert.Equal("Later", await Op("2026-01-01T00:00:00Z"));
        var toen = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"/verwerkingsactiviteit/{id}?moment=2025-06-01T00:00:00Z");
        Assert.Equal(("Eerst", "2026-01-01T00:00:00+00:00"), (toen.GetProperty("doel").GetString(), toen.GetProperty("eindeGeldigheid").GetString()));

        await Wijzig(node, id, Invoer("2025-01-01T00:00:00Z", "Verbeterd"));
        Assert.Equal("Verbeterd", await Op("2025-12-31T23:59:59Z"));
        Assert.Equal("Later", await Op("2026-06-01T00:00:00Z"));
        var versies = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{id}/versies");
        Assert.Equal(["Later", "Verbeterd", "Eerst"], versies.EnumerateArray().Select(versie => versie.GetProperty("doel").GetString()!));
        Assert.True(versies[2].GetProperty("vervangen").GetBoolean());
        Assert.False(versies[1].TryGetProperty("vervangen", out _));
    }

    [EngineTheory]
    public async Task What_has_ended_gives_no_right_at_the_next_call_and_comes_back_with_a_new_version(Engine engine)
    {
        await using var node = await Start(engine);
        var gemaakt = await Maak(node, Invoer("2025-01-01T00:00:00Z", "Tijdelijk", "proef"));
        var (id, uri) = (gemaakt.GetProperty("id").GetString(), gemaakt.GetProperty("uri").GetString()!);
        Task<JsonElement> Gebruik(int status) => node.Vraag(status, HttpMethod.Get, Diensten.Verwerkingsregister, Pad, doel: uri);
        await Gebruik(200);

        await Wijzig(node, id, Invoer("2025-01-01T00:00:00Z", "Tijdelijk", einde: DateTimeOffset.UtcNow));
        Assert.Equal("doelbindingOnbekend", (await Gebruik(403)).GetProperty("code").GetString());
        await node.Vraag(404, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{id}");
        var lijst = await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}?uri={Uri.EscapeDataString(uri)}&alle=true");
        Assert.Equal(1, lijst.GetProperty("count").GetInt32());

        await Wijzig(node, id, Invoer(null, "Weer"));
        await Gebruik(200);
        await Weiger(node, 400, "eindeGeldigheid", HttpMethod.Put, $"{Pad}/{id}", Invoer("2025-01-01T00:00:00Z", "x", einde: DateTimeOffset.UtcNow.AddDays(-2)));
    }

    [EngineTheory]
    public async Task An_activity_and_a_moment_tell_how_long_its_records_are_kept_and_hidden(Engine engine)
    {
        await using var node = await Start(engine);
        var gemaakt = await Maak(node, Invoer("2025-01-01T00:00:00Z", "Onderzoek", "onderzoek", vertrouwelijkheid: "vertrouwelijk", termijn: "P2Y", log: "P10Y"));
        var (id, uri) = (gemaakt.GetProperty("id").GetString(), gemaakt.GetProperty("uri").GetString()!);
        async Task<JsonElement> Op(string moment) => (await node.Vraag(
            200, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}?uri={Uri.EscapeDataString(uri)}&moment={moment}")).GetProperty("results")[0];

        var toen = await Op("2025-06-01T10:00:00Z");
        Assert.Equal("P10Y", toen.GetProperty("bewaartermijnLog").GetString());
        Assert.Equal("vertrouwelijk", toen.GetProperty("vertrouwelijkheid").GetString());
        Assert.Equal("2027-05-31T22:00:00+00:00", toen.GetProperty("vertrouwelijkTot").GetString());

        // Lifting it holds for what was logged before as well.
        await node.Vraag(200, HttpMethod.Post, Diensten.Verwerkingsregister, $"{Pad}/{id}/opheffing", doel: node.Doel(Bijhouden.Doel));
        toen = await Op("2025-06-01T10:00:00Z");
        Assert.Equal("opgeheven", toen.GetProperty("vertrouwelijkheid").GetString());
        Assert.False(toen.TryGetProperty("vertrouwelijkTot", out _));
        await node.Vraag(409, HttpMethod.Post, Diensten.Verwerkingsregister, $"{Pad}/{id}/opheffing", doel: node.Doel(Bijhouden.Doel));
    }

    [Theory]
    [InlineData("vertrouwelijk", "P1Y", "2026-05-31T21:59:59Z", true)]
    [InlineData("vertrouwelijk", "P1Y", "2026-05-31T22:00:00Z", false)]
    [InlineData("vertrouwelijk", null, "2999-01-01T00:00:00Z", true)]
    [InlineData("opgeheven", "P1Y", "2025-06-01T12:00:00Z", false)]
    public void A_record_is_hidden_until_its_day_comes_in_the_Netherlands(string vertrouwelijkheid, string? termijn, string nu, bool verborgen)
    {
        var activiteit = new Activiteit
        {
            Naam = "x",
            Doel = "x",
            Grondslag = Grondslag.PubliekeTaak,
            Vertrouwelijkheid = JsonSerializer.Deserialize<Vertrouwelijkheid>($"\"{vertrouwelijkheid}\""),
            Vertrouwelijkheidstermijn = termijn,
        };
        Assert.Equal(verborgen, activiteit.IsVerborgen(DateTimeOffset.Parse("2025-06-01T10:00:00Z", null), DateTimeOffset.Parse(nu, null)));
    }

    [EngineTheory]
    public async Task Every_mistake_is_named_at_once(Engine engine)
    {
        await using var node = await Start(engine);
        await Weiger(node, 400, "activiteit.bewaartermijnLog activiteit.gebaseerdOp activiteit.gegevens[1] activiteit.naam activiteit.verwerktePersoonsgegevens[0] activiteit.wetten[0] code", HttpMethod.Post, Pad, new
        {
            code = "Met Spaties",
            activiteit = new
            {
                naam = "",
                doel = "x",
                grondslag = "Publieke taak",
                gegevens = new[] { "personen:naam", "alles" },
                bewaartermijnLog = "5 jaar",
                wetten = new[] { "ftp://x" },
                gebaseerdOp = "geen uri",
                verwerktePersoonsgegevens = new[] { new { rolBetrokkene = "inwoner: oud", naam = "naam" } },
            },
        });
        await Weiger(node, 400, "activiteit.kleur", HttpMethod.Post, Pad, new { code = "proef", activiteit = new { naam = "x", doel = "x", grondslag = "Publieke taak", kleur = "rood" } });
        await Weiger(node, 400, "activiteit.grondslag", HttpMethod.Post, Pad, new { code = "proef", activiteit = new { naam = "x", doel = "x", grondslag = 99 } });
        await Weiger(node, 400, "activiteit.gegevens[0]", HttpMethod.Post, Pad, new { code = "proef", activiteit = new { naam = "x", doel = "x", grondslag = "Publieke taak", gegevens = new string?[] { null } } });
        await Weiger(node, 400, "activiteit", HttpMethod.Post, Pad, new { code = "proef", activiteit = new { naam = "x" } });
        await Weiger(node, 400, "nonFieldErrors", HttpMethod.Get, $"{Pad}?kleur=rood", null);
    }

    [EngineTheory]
    public async Task An_activity_is_part_of_one_that_exists_and_never_of_itself(Engine engine)
    {
        await using var node = await Start(engine);
        var a = await Maak(node, Invoer(null, "A", "aaa"));
        var b = await Maak(node, Invoer(null, "B", "bbb", ouder: node.Doel("aaa")));
        Assert.Equal(node.Doel("aaa"), b.GetProperty("bovenliggendeActiviteit").GetString());
        await Weiger(node, 400, "activiteit.bovenliggendeActiviteit", HttpMethod.Post, Pad, Invoer(null, "C", "ccc", ouder: node.Doel("onbekend")));
        await Weiger(node, 400, "activiteit.bovenliggendeActiviteit", HttpMethod.Put, $"{Pad}/{a.GetProperty("id").GetString()}", Invoer(null, "A", ouder: node.Doel("bbb")));
    }

    [EngineTheory]
    public async Task Who_may_not_write_does_not(Engine engine)
    {
        await using var node = await Start(engine);
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Eerst", "proef"), Herkomst.Buiten);
        await node.Vraag(409, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Nog eens", "proef"), Herkomst.Buiten);
        await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Ander", "ander"), Herkomst.Inway,
            headers: h => h.Add(Headers.FscAuthorization, "Bearer x.eyJzdWIiOiIwMDAwMDAwMTk5MDAwMDAyMzAwMCJ9.x"));
        await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Ander", "ander"), Herkomst.Buiten, headers: Proefnode.Als("zakenlezer"));
        Assert.Equal("doelbindingOntbreekt", (await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Ander", "ander"))).GetProperty("code").GetString());
        // It may read the register for that, not change it.
        Assert.Equal("doelbindingDektNiet", (await node.Vraag(403, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Ander", "ander"), doel: node.Doel("fsc-beheer"))).GetProperty("code").GetString());
    }

    [EngineTheory]
    public async Task Every_write_is_logged_and_says_who_did_it_and_why_to_the_organisation_alone(Engine engine)
    {
        await using var node = await Start(engine);
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        await node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Eerst", "proef"), doel: node.Doel(Bijhouden.Doel), headers: h =>
        {
            h.Add("traceparent", $"00-{trace}-00000000000000e1-01");
            h.Add(Headers.Gebruiker, "p.jansen");
            h.Add(Headers.AuditToelichting, "besluit van het college");
        });
        await node.Vraag(409, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, Invoer(null, "Eerst", "proef"), doel: node.Doel(Bijhouden.Doel), headers: h => h.Add("traceparent", $"00-{trace}-00000000000000e2-01"));

        var id = ActivityTraceId.CreateFromString(trace);
        var store = await node.Store();
        var regel = Assert.Single(await store.Read(session => session.Zoek(new Logvraag(10) { Trace = id }))).Regel;
        Assert.Equal((node.Doel(Bijhouden.Doel), "verwerkingsactiviteit opgenomen"), (regel.Activiteit, regel.Naam));
        Assert.DoesNotContain("jansen", regel.Attributen ?? "", StringComparison.Ordinal);
        var audit = Assert.Single(await store.Read(session => session.AuditVan(id)));
        Assert.Equal(("p.jansen", "verwerkingsactiviteit opgenomen: proef", "besluit van het college"), (audit.Gebruiker, audit.Handeling, audit.Reden));
    }

    [EngineTheory]
    public async Task A_confidential_activity_is_not_shown_outside_and_an_unchanged_one_costs_no_body(Engine engine)
    {
        await using var node = await Start(engine);
        var geheim = await Maak(node, Invoer(null, "Geheim", "geheim", vertrouwelijkheid: "vertrouwelijk"));
        var open = await Maak(node, Invoer(null, "Open", "open"));
        async Task<List<string?>> Doelen(Herkomst herkomst, string vraag) => [.. (await node.Vraag(200, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}?{vraag}", herkomst: herkomst))
            .GetProperty("results").EnumerateArray().Select(activiteit => activiteit.GetProperty("doel").GetString())];

        Assert.Equal(["Geheim"], await Doelen(Herkomst.Intern, "zoek=gehe"));
        Assert.Empty(await Doelen(Herkomst.Buiten, "zoek=gehe"));
        Assert.Empty(await Doelen(Herkomst.Intern, "zoek=gehe&openbaar=true"));
        Assert.Equal(["Open"], await Doelen(Herkomst.Buiten, "zoek=proef%20open"));
        await node.Vraag(404, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{geheim.GetProperty("id").GetString()}", herkomst: Herkomst.Buiten);
        await node.Vraag(404, HttpMethod.Get, Diensten.Verwerkingsregister, $"{Pad}/{geheim.GetProperty("id").GetString()}/versies", herkomst: Herkomst.Buiten);

        var detail = $"{Pad}/{open.GetProperty("id").GetString()}";
        using var antwoord = await node.Stuur(HttpMethod.Get, Diensten.Verwerkingsregister, detail);
        using var nogmaals = await node.Stuur(HttpMethod.Get, Diensten.Verwerkingsregister, detail, headers: h => h.IfNoneMatch.Add(antwoord.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, nogmaals.StatusCode);
        // Who read an older state does not overwrite a newer one.
        await Wijzig(node, open.GetProperty("id").GetString(), Invoer(null, "Anders"));
        await node.Vraag(412, HttpMethod.Put, Diensten.Verwerkingsregister, detail, Invoer(null, "Nog anders"), doel: node.Doel(Bijhouden.Doel), headers: h => h.IfMatch.Add(antwoord.Headers.ETag!));
    }

    [Theory]
    [InlineData("personen:naam", "personen", "naam", true)]
    [InlineData("personen:naam", "personen", "naam.voornamen", true)]
    [InlineData("personen:naam", "personen", "naamgebruik", false)]
    [InlineData("personen:*", "personen", "geboorte", true)]
    [InlineData("personen:*", "verhuur", "adres", false)]
    [InlineData("personen:naam.voornamen", "personen", "naam", false)]
    public void A_purpose_covers_a_field_and_what_is_under_it(string gegeven, string dienst, string veld, bool dekt) =>
        Assert.Equal(dekt, new Doel("", "", "", Grondslag.PubliekeTaak, null, [gegeven]).Dekt(dienst, veld));

    public void Dispose() => _map.Dispose();

    private async Task<Proefnode> Start(Engine engine)
    {
        var node = await Proefnode.Start(engine, _map, services => services.AddVerwerkingsregister(), routes => routes.MapVerwerkingsregister());
        await VerwerkingsregisterDemo.Vul(await node.Store(), TimeProvider.System);
        return node;
    }

    private static Task<JsonElement> Maak(Proefnode node, object invoer) => node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, Pad, invoer, doel: node.Doel(Bijhouden.Doel));

    private static Task<JsonElement> Wijzig(Proefnode node, string? id, object invoer) =>
        node.Vraag(200, HttpMethod.Put, Diensten.Verwerkingsregister, $"{Pad}/{id}", invoer, doel: node.Doel(Bijhouden.Doel));

    private static async Task Weiger(Proefnode node, int status, string velden, HttpMethod methode, string pad, object? invoer) => Assert.Equal(
        velden.Split(' '),
        (await node.Vraag(status, methode, Diensten.Verwerkingsregister, pad, invoer, doel: node.Doel(Bijhouden.Doel)))
            .GetProperty("invalidParams").EnumerateArray().Select(fout => fout.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));

    private static Dictionary<string, object?> Invoer(
        string? begin, string doel, string? code = null, string vertrouwelijkheid = "normaal", string? termijn = null, string log = "P5Y", string? ouder = null, DateTimeOffset? einde = null) => new()
        {
            ["code"] = code,
            ["beginGeldigheid"] = begin,
            ["eindeGeldigheid"] = einde,
            ["activiteit"] = new
            {
                naam = "Proef",
                doel,
                grondslag = "Wettelijke verplichting",
                gegevens = new[] { "personen:naam" },
                vertrouwelijkheid,
                vertrouwelijkheidstermijn = termijn,
                bewaartermijnLog = log,
                bovenliggendeActiviteit = ouder,
            },
        };
}
