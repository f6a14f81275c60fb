using System.Text.Json;
using Meent.Configuratie;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Meent.Testing;
using Meent.Testing.Engines;
using Meent.Tests.Verantwoording;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Elders;

/// <summary>A municipality that keeps no persons: its own API is the front for a source elsewhere.</summary>
public sealed class BronTests
{
    private const string Suzanne = "999993653";

    private static readonly object Vraag = Raadpleeg("naam.volledigeNaam", "geboorte.datum");
    private static readonly string[] AlsBron = ["Meent:Organisaties:0:Proef=true", .. Diensten("personen")];

    [SharedEngineTheory]
    public async Task Another_node_is_asked_and_its_answer_comes_back_as_it_is(Engine engine)
    {
        await using var bron = await Bron();
        await using var front = await Bronnode.Start(engine, Naar(bron));

        var (_, bijBron) = await bron.Personen(Vraag);
        var (status, antwoord) = await front.Personen(Vraag, trace: "0af7651916cd43dd8448eb211c80319c");
        Assert.Equal((200, JsonSerializer.Serialize(bijBron)), (status, JsonSerializer.Serialize(antwoord)));
        Assert.Equal("Suzanne Moulin", antwoord.GetProperty("personen")[0].GetProperty("naam").GetProperty("volledigeNaam").GetString());
        var regel = Assert.Single(await front.Logboek("0af7651916cd43dd8448eb211c80319c"));
        Assert.Equal("Persoonsgegevens gevraagd bij de bron", regel.GetProperty("name").GetString());
        Assert.Equal(Bronnode.Activiteit + "alles", regel.GetProperty("attributes").GetProperty("dpl.core.processing_activity_id").GetString());
    }

    [SharedEngineTheory]
    public async Task Who_is_found_is_on_record_without_being_told_more_than_was_asked(Engine engine)
    {
        await using var bron = await Bron();
        await using var front = await Bronnode.Start(engine, Naar(bron));
        var zoek = new { type = "ZoekMetGeslachtsnaamEnGeboortedatum", geslachtsnaam = "Moulin", geboortedatum = "1985-12-01", fields = (string[])["naam.voornamen"] };

        var (status, antwoord) = await front.Personen(zoek, trace: "0af7651916cd43dd8448eb211c80319d");
        Assert.Equal((200, """[{"naam":{"voornamen":"Suzanne"}}]"""), (status, JsonSerializer.Serialize(antwoord.GetProperty("personen"))));
        Assert.Equal("Gevonden bij het zoeken naar een persoon", Assert.Single(await front.Logboek("0af7651916cd43dd8448eb211c80319d")).GetProperty("name").GetString());
        // A purpose that may not search does not at the source either: the question stays here.
        Assert.Equal(403, (await front.Personen(zoek, "naam")).Status);
    }

    [SharedEngineTheory]
    public async Task Fields_are_narrowed_here_and_objections_of_the_source_come_through(Engine engine)
    {
        await using var bron = await Bron();
        await using var front = await Bronnode.Start(engine, Naar(bron));

        var (status, fout) = await front.Personen(Vraag, "naam");
        Assert.Equal((403, "unauthorizedField"), (status, fout.GetProperty("code").GetString()));
        // Known here, unknown there.
        (status, fout) = await front.Personen(Vraag, "anders");
        Assert.Equal((403, "Deze bron mag niet gevraagd worden voor doel 'urn:nld:oin:00000001990000011000:verwerkingsactiviteit:anders'."), (status, fout.GetProperty("detail").GetString()));
        // One number on several lists is told by the source only.
        Assert.Equal(400, (await front.Personen(new { type = "Bestaatniet" })).Status);
        Assert.Equal(200, (await front.Personen(Raadpleeg("naam"))).Status);
    }

    [EngineTheory]
    public async Task Key_and_token_go_along_and_a_token_that_ended_early_is_fetched_again(Engine engine)
    {
        await using var bron = await Slechtebron.Start();
        await using var front = await Bronnode.Start(engine, [.. Naar(bron), "Meent:Bronnen:voorbeeld:personen:Headers:X-Api-Key=sleutel", "Meent:Bronnen:voorbeeld:personen:DoelHeader=x-doelbinding"]);

        Assert.Equal(200, (await front.Personen(Vraag)).Status);
        Assert.Equal(200, (await front.Personen(Vraag)).Status);
        Assert.Equal<(string?, string?, string?)>(("sleutel", "Bearer token-1", Bronnode.Activiteit + "alles"), ((string?)bron.Laatste["X-Api-Key"], (string?)bron.Laatste.Authorization, (string?)bron.Laatste["x-doelbinding"]));
        Assert.False(bron.Laatste.ContainsKey("VerwerkingsactiviteitUrl") || bron.Laatste.Keys.Any(naam => naam.StartsWith("Meent-", StringComparison.OrdinalIgnoreCase)));
        bron.Antwoord = http =>
        {
            if (http.Request.Headers.Authorization != "Bearer token-1") return Goed(http);
            http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        Assert.Equal(200, (await front.Personen(Vraag)).Status);
        Assert.Equal(2, bron.Tokens);
        bron.Antwoord = http => Zeg(http, 401, """{"code":"authentication"}""");
        Assert.Equal(503, (await front.Personen(Vraag)).Status);

        static Task Goed(HttpContext http) => Zeg(http, 200, """{"type":"x","personen":[]}""");
    }

    [EngineTheory]
    public async Task A_source_that_fails_is_503_and_one_that_objects_is_heard(Engine engine)
    {
        await using var bron = await Slechtebron.Start();
        await using var front = await Bronnode.Start(engine, [.. Naar(bron), "Meent:Bronnen:voorbeeld:personen:Geduld=00:00:01"]);

        foreach (var (status, tekst) in new[] { (503, "{}"), (500, "stuk"), (200, "geen json"), (200, """{"anders":1}"""), (302, ""), (403, "<html>") })
        {
            bron.Antwoord = http => Zeg(http, status, tekst);
            Assert.Equal((503, "sourceUnavailable"), await Gezegd());
        }

        bron.Antwoord = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        Assert.Equal((503, "sourceUnavailable"), await Gezegd());
        bron.Antwoord = http => Zeg(http, 403, """{"status":403,"code":"unauthorizedField","title":"T","detail":"D"}""");
        Assert.Equal((403, "unauthorizedField"), await Gezegd());
        bron.Antwoord = http => Zeg(http, 429, """{"status":429,"code":"tooManyRequests","title":"T","detail":"D"}""");
        Assert.Equal((429, "tooManyRequests"), await Gezegd());

        async Task<(int, string?)> Gezegd()
        {
            var (status, fout) = await front.Personen(Vraag);
            return (status, fout.GetProperty("code").GetString());
        }
    }

    [EngineTheory]
    public async Task A_source_with_another_certificate_hears_nothing(Engine engine)
    {
        await using var bron = await Slechtebron.Start();
        await using var ander = await Slechtebron.Start();
        await using var front = await Bronnode.Start(engine, [.. Naar(bron), $"Meent:Bronnen:voorbeeld:personen:Ankers:0={ander.Anker}"]);

        var (status, fout) = await front.Personen(Vraag);
        Assert.Equal((503, "sourceUnavailable"), (status, fout.GetProperty("code").GetString()));
        Assert.Equal((0, 0), (bron.Tokens, bron.Laatste.Count));
    }

    [EngineTheory]
    public async Task A_Peer_is_asked_over_FSC_by_the_same_front(Engine engine)
    {
        using var map = new TijdelijkeMap();
        await using var app = await Landschapsnode.Start(engine, map, "Meent:Bronnen:duinwaarde:personen:Aanbieder=00000001990000035000");
        var bronnen = app.Services.GetRequiredService<Bronnen>();
        var antwoord = await bronnen.Zend<JsonElement>(
            HttpMethod.Post, new Namens("duinwaarde", Bronnode.Activiteit + "mijn-gegevens-inzien", "burger"), "personen", "personen",
            new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = (string[])["999970008"], fields = (string[])["naam.voornamen"] });

        Assert.Equal("""[{"naam":{"voornamen":"Fenna"}}]""", JsonSerializer.Serialize(antwoord.GetProperty("personen")));
        // What it asks elsewhere it does not offer to others.
        var fout = await Assert.ThrowsAsync<BronException>(() => bronnen.Zend<JsonElement>(
            HttpMethod.Post, new Namens("duinwaarde", Bronnode.Activiteit + "vergunning-verlenen", "burger"), "personen", "personen", new { type = "Onbekend" }));
        Assert.InRange(fout.Status, 400, 403);
        await app.StopAsync();
    }

    [Fact]
    public async Task Mistakes_stop_the_start_and_no_secret_is_repeated()
    {
        var fout = await Assert.ThrowsAsync<ConfiguratieException>(() => Bronnode.Start(
            Engine.Sqlite, "Meent:Bronnen:voorbeeld:personen:Adres=http://bron.example.nl/brp", "Meent:Bronnen:voorbeeld:personen:Headers:Authorization=Apikey geheim-woord",
            "Meent:Bronnen:voorbeeld:personen:OAuth:Geheim=geheim-woord", "Meent:Bronnen:voorbeeld:zaken:Adres=https://bron.example.nl", "Meent:Bronnen:elders:woz:Aanbieder=1"));
        var tekst = string.Join('\n', fout.Fouten);
        foreach (var sleutel in new[] { "voorbeeld:personen:Adres", "OAuth:TokenAdres", "OAuth:ClientId", "Headers:Authorization", "voorbeeld:zaken", "Bronnen:elders" }) Assert.Contains(sleutel, tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim-woord", tekst, StringComparison.Ordinal);
    }

    [SharedFact]
    public async Task What_another_keeps_is_not_read_in()
    {
        var testset = Omgeving.Shared("data", "brp", "20220502_Testset_persoonslijsten_proefomgeving_GBA-V.csv");
        await using var front = await Bronnode.Start(Engine.Sqlite, "Meent:Bronnen:voorbeeld:personen:Adres=https://bron.example.nl/brp");
        var fout = await Assert.ThrowsAsync<ProbleemException>(() => front.Voer("import brp", testset));
        Assert.Contains("Haal Meent:Bronnen:voorbeeld:personen uit de configuratie", fout.Probleem.Detail, StringComparison.Ordinal);

        // In production the own holding is allowed; these all live elsewhere.
        await using var eigen = await Bronnode.Start(Engine.Sqlite, Diensten("personen"));
        var meldingen = await eigen.Voer("import brp", testset);
        Assert.StartsWith("0 personen uit 2156 regels", meldingen.Single(m => m.Contains("personen uit", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(meldingen, m => m.Contains("een andere gemeente is bronhouder; vraag het daar (Meent:Bronnen)", StringComparison.Ordinal));
    }

    private static async Task<Bronnode> Bron()
    {
        var bron = await Bronnode.Start(Engine.Sqlite, AlsBron);
        await bron.Voer("import brp", Omgeving.Shared("data", "brp"));
        return bron;
    }

    private static string[] Naar(Bronnode bron) =>
    [
        $"Meent:Bronnen:voorbeeld:personen:Adres={bron.Basis}/voorbeeld/haalcentraal/api/brp", $"Meent:Bronnen:voorbeeld:personen:Headers:Authorization={Bronnode.Token}",
        "Meent:Bronnen:voorbeeld:personen:DoelHeader=VerwerkingsactiviteitUrl",
        .. new[] { "alles", "naam" }.SelectMany((doel, i) => new[] { $"Meent:Bronnen:voorbeeld:personen:Doelen:{i}:Doel={Bronnode.Activiteit}{doel}", $"Meent:Bronnen:voorbeeld:personen:Doelen:{i}:Waarde={Bronnode.Activiteit}alles" }),
    ];

    private static string[] Naar(Slechtebron bron) =>
    [
        $"Meent:Bronnen:voorbeeld:personen:Adres={bron.Adres}/brp", $"Meent:Bronnen:voorbeeld:personen:Ankers:0={bron.Anker}",
        $"Meent:Bronnen:voorbeeld:personen:OAuth:TokenAdres={bron.Adres}/token", "Meent:Bronnen:voorbeeld:personen:OAuth:ClientId=afnemer", "Meent:Bronnen:voorbeeld:personen:OAuth:Geheim=geheim",
    ];

    private static string[] Diensten(params string[] erbij) =>
        [.. new[] { "verwerkingsregister", "logboek" }.Concat(erbij).Select((dienst, i) => $"Meent:Organisaties:0:Diensten:{i}={dienst}")];

    private static object Raadpleeg(params string[] fields) => new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = (string[])[Suzanne], fields };

    private static Task Zeg(HttpContext http, int status, string tekst)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(tekst);
    }
}
