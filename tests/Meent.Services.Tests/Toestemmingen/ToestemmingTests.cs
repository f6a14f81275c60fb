using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Tests.Logboek;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Toestemmingen;
using Meent.Services.Verhuur;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Toestemmingen;

/// <summary>What a resident shares is given to whom they chose, for what they chose, and to nobody and for nothing else.</summary>
public sealed class ToestemmingTests : IAsyncDisposable
{
    private const string Fenna = Testregister.Fenna;
    private const string Milan = Testregister.Milan;
    private const string Eigen = "00000001990000011000";
    private const string Buur = "00000001990000023000";
    private const string Ander = "00000001990000059000";
    private const string Toestemmingen = "/toestemmingen";

    private readonly TijdelijkeMap _map = new();
    private readonly Klok _klok = new("2026-06-01T10:00:00Z");
    private Proefnode _node = null!;

    [EngineTheory]
    public async Task A_neighbour_gets_what_residents_share_and_the_others_are_not_even_counted(Engine engine)
    {
        await Start(engine);
        var (vanFenna, vanMilan) = (await Registreer(Fenna, "9901010000000001"), await Registreer(Milan, "9901010000000002"));
        await Registraties(0);
        await Een(404, vanFenna);

        var toestemming = await Geef(Fenna, Streekgids(Buur));
        var lijst = await Registraties(1);
        Assert.Equal(vanFenna, lijst.GetProperty("results")[0].GetProperty("registratienummer").GetString());
        await Een(200, vanFenna);
        var geweigerd = await Een(404, vanMilan);
        // What is not shared looks as what is not there.
        var onbekend = await Een(404, "9901000000000000000D");
        Assert.Equal(onbekend.GetProperty("detail").GetString(), geweigerd.GetProperty("detail").GetString());
        Assert.Equal(1, (await Zoek(Fenna)).GetProperty("count").GetInt32());
        Assert.Equal(0, (await Zoek(Milan)).GetProperty("count").GetInt32());

        await TrekIn(200, Fenna, toestemming);
        await TrekIn(200, Fenna, toestemming);
        await Registraties(0);
        await Een(404, vanFenna);
        Assert.Equal(0, (await Zoek(Fenna)).GetProperty("count").GetInt32());

        // Each step, and each use, is on record for who it is about; of who shares nothing there was no use.
        var regels = await (await _node.Store()).Read(session => session.Logregels("naam, activiteit, aanroeper, betrokkene_type", row => (Naam: row.Text(0), Activiteit: row.Text(1), Aanroeper: row.TextOrNull(2), Betrokkene: row.TextOrNull(3))));
        Assert.Contains(("U gaf toestemming om gegevens te delen", _node.Doel("toestemmingen-bijhouden"), null, "BSN"), regels);
        Assert.Single(regels, regel => regel == ("U trok toestemming om gegevens te delen in", _node.Doel("toestemmingen-bijhouden"), null, "BSN"));
        // The second time it was withdrawn already.
        Assert.Single(regels, regel => regel == ("Toestemmingen getoond", _node.Doel("toestemmingen-bijhouden"), null, "BSN"));
        Assert.Equal(3, regels.Count(regel => regel is { Betrokkene: "BSN", Aanroeper: "urn:nld:oin:" + Buur } && regel.Activiteit == _node.Doel("streekgids")));

        async Task<JsonElement> Registraties(int aantal)
        {
            var lijst = await AlsPeer(200, HttpMethod.Get, Diensten.Verhuur, "/registraties?pageSize=50", null, Buur, Streekgids(Buur));
            Assert.Equal((aantal, aantal), (lijst.GetProperty("count").GetInt32(), lijst.GetProperty("results").GetArrayLength()));
            return lijst;
        }

        Task<JsonElement> Een(int status, string nummer) => AlsPeer(status, HttpMethod.Get, Diensten.Verhuur, $"/registraties/{nummer}", null, Buur, Streekgids(Buur));
        Task<JsonElement> Zoek(string bsn) => AlsPeer(200, HttpMethod.Post, Diensten.Verhuur, "/registraties/_zoek", new { burgerservicenummer = bsn }, Buur, Streekgids(Buur));
    }

    [EngineTheory]
    public async Task Of_a_person_only_the_shared_fields_are_given_only_to_who_and_for_what_was_chosen_and_in_the_period(Engine engine)
    {
        await Start(engine);
        await Adresboek(Buur);
        var doel = Adresboekdoel(Buur);
        await Krijgt(0, Buur, doel, "naam");

        await Geef(Fenna, doel, ["personen:naam"], van: "2026-06-03", tot: "2026-06-10");
        await Krijgt(0, Buur, doel, "naam");
        _klok.Zet("2026-06-02T21:59:59Z");
        await Krijgt(0, Buur, doel, "naam");
        _klok.Zet("2026-06-02T22:00:00Z");
        await Krijgt(1, Buur, doel, "naam");
        await Krijgt(1, Buur, doel, "naam.voornamen", "burgerservicenummer");
        await Krijgt(0, Buur, doel, "verblijfplaats");
        await Krijgt(0, Buur, doel, "naam", "verblijfplaats");
        await Krijgt(0, Ander, doel, "naam");
        await KrijgtOp("Toestemming betrokkene", 0, Ander, Adresboekdoel(Ander), "naam");
        await Krijgt(0, Buur, Streekgids(Buur), "naam");
        // Milan stands in the same question, and is not there.
        var beiden = await Raadpleeg(200, Buur, doel, [Milan, Fenna], ["burgerservicenummer", "naam"]);
        Assert.Equal([Fenna], beiden.GetProperty("personen").EnumerateArray().Select(persoon => persoon.GetProperty("burgerservicenummer").GetString()!));

        // To search is to hear of others too.
        await AlsPeer(403, HttpMethod.Post, Diensten.Personen, "/personen", new { type = "ZoekMetGeslachtsnaamEnGeboortedatum", geslachtsnaam = "Jansen", geboortedatum = "1984-03-12", fields = new[] { "naam" } }, Buur, doel);

        // Another consent takes its place.
        var nieuw = await Geef(Fenna, doel, ["personen:verblijfplaats"], tot: "2026-06-20");
        await Krijgt(0, Buur, doel, "naam");
        await Krijgt(1, Buur, doel, "verblijfplaats");
        _klok.Zet("2026-06-20T21:59:59Z");
        await Krijgt(1, Buur, doel, "verblijfplaats");
        _klok.Zet("2026-06-20T22:00:00Z");
        await Krijgt(0, Buur, doel, "verblijfplaats");
        await TrekIn(200, Fenna, nieuw);
        Assert.Equal(["voorbij", "voorbij"], (await Mijn(Fenna)).Select(een => een.GetProperty("stand").GetString()!));
    }

    [EngineTheory]
    public async Task The_register_decides_also_afterwards_what_can_be_shared_and_with_whom(Engine engine)
    {
        await Start(engine);
        var id = await Adresboek(Buur);
        await Geef(Fenna, Adresboekdoel(Buur), ["personen:naam", "personen:verblijfplaats"]);
        await Krijgt(1, Buur, Adresboekdoel(Buur), "verblijfplaats");

        // A narrower version holds at once, also for what was given before it.
        await Wijzig(id, Activiteit(Buur, "Toestemming betrokkene", "personen:naam"));
        await Krijgt(0, Buur, Adresboekdoel(Buur), "verblijfplaats");
        await Krijgt(1, Buur, Adresboekdoel(Buur), "naam");

        // What has ended gives no data, though the contract still names it; and nothing new is consented to.
        await Wijzig(id, Activiteit(Buur, "Toestemming betrokkene", "personen:naam"), einde: _klok.GetUtcNow().AddSeconds(1));
        _klok.Zet("2026-06-01T10:00:02Z");
        await Krijgt(0, Buur, Adresboekdoel(Buur), "naam");
        Assert.Equal("voorbij", (await Mijn(Fenna))[0].GetProperty("stand").GetString());
        Assert.Equal("geen-toestemming-mogelijk", await Fout(Fenna, Adresboekdoel(Buur), ["personen:naam"]));
        // A contract that says consent without anything in the register gives nobody's data either.
        await KrijgtOp("Toestemming betrokkene", 0, Buur, "urn:nld:oin:" + Buur + ":verwerkingsactiviteit:zomaar", "naam");

        // With a ground of its own it needs no consent, and cannot be consented to.
        await Wijzig(id, Activiteit(null, "Publieke taak", "personen:naam"));
        Assert.Equal("geen-toestemming-mogelijk", await Fout(Fenna, Adresboekdoel(Buur), ["personen:naam"]));
        await Krijgt(1, Buur, Adresboekdoel(Buur), "naam");
        var fout = await _node.Vraag(400, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new { code = "gemengd", activiteit = Activiteit(Buur, "Publieke taak", "personen:naam") }, doel: _node.Doel(Bijhouden.Doel));
        Assert.Equal("activiteit.delenMet", fout.GetProperty("invalidParams")[0].GetProperty("name").GetString());
    }

    [EngineTheory]
    public async Task The_organisation_itself_is_held_to_it_as_well(Engine engine)
    {
        await Start(engine);
        await Registreer(Fenna, "9901010000000001");
        Task<JsonElement> Lijst() => _node.Vraag(200, HttpMethod.Get, Diensten.Verhuur, "/registraties", doel: _node.Doel("streekgids"));
        Assert.Equal(0, (await Lijst()).GetProperty("count").GetInt32());
        // Nor is it another by a contract with itself.
        Assert.Equal(0, (await AlsPeer(200, HttpMethod.Get, Diensten.Verhuur, "/registraties", null, Eigen, Streekgids(Eigen))).GetProperty("count").GetInt32());
        await Geef(Fenna, Streekgids(Buur));
        Assert.Equal(0, (await Lijst()).GetProperty("count").GetInt32());
        var eigen = await Geef(Fenna, Streekgids(Eigen));
        Assert.Equal(1, (await Lijst()).GetProperty("count").GetInt32());
        await TrekIn(200, Fenna, eigen);
        Assert.Equal(0, (await Lijst()).GetProperty("count").GetInt32());
        // Who shares nothing misses nothing: other purposes give what they gave.
        Assert.Equal(1, (await _node.Vraag(200, HttpMethod.Get, Diensten.Verhuur, "/registraties", doel: _node.Doel("toeristische-verhuur-registreren"))).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task What_does_not_look_at_consent_per_person_refuses_such_a_purpose(Engine engine)
    {
        await Start(engine);
        var nummer = await Registreer(Fenna, "9901010000000001");
        // A token of a client is of now.
        _klok.Zet($"{TimeProvider.System.GetUtcNow():O}");
        foreach (var (methode, dienst, pad) in new[]
        {
            (HttpMethod.Get, Diensten.Verhuur, "/meldingen?registratienummer=" + nummer), (HttpMethod.Get, Diensten.Verhuur, "/signalen?registratienummer=" + nummer),
            (HttpMethod.Post, Diensten.Verhuur, $"/registraties/{nummer}/intrekking"), (HttpMethod.Post, Diensten.Verhuur, "/registraties"), (HttpMethod.Post, Diensten.Toestemmingen, Toestemmingen + "/_zoek"),
        })
        {
            foreach (var herkomst in new[] { Herkomst.Intern, Herkomst.Buiten })
                Assert.Equal("doelbindingDektNiet", (await _node.Vraag(403, methode, dienst, pad, methode == HttpMethod.Post ? new { } : null, herkomst, _node.Doel("streekgids"))).GetProperty("code").GetString());
        }
    }

    [EngineTheory]
    public async Task Only_the_own_pages_speak_for_a_resident_and_only_about_that_resident(Engine engine)
    {
        await Start(engine);
        await Adresboek(Buur);
        var toestemming = await Geef(Fenna, Streekgids(Buur));
        await TrekIn(404, Milan, toestemming);
        Assert.Empty(await Mijn(Milan));
        Assert.Equal("geldt", Assert.Single(await Mijn(Fenna)).GetProperty("stand").GetString());
        Assert.DoesNotContain(Fenna, Assert.Single(await Mijn(Fenna)).GetRawText(), StringComparison.Ordinal);
        await _node.Vraag(403, HttpMethod.Post, Diensten.Toestemmingen, Toestemmingen + "/_zoek", new { burgerservicenummer = Fenna }, doel: _node.Doel("toeristische-verhuur-toezicht"));
        await AlsPeer(403, HttpMethod.Post, Diensten.Toestemmingen, Toestemmingen, new { }, Buur, "urn:nld:oin:" + Buur + ":verwerkingsactiviteit:proef");

        Assert.Equal("invalid", await Fout("123456789", Streekgids(Buur), ["verhuur:registraties"]));
        Assert.Equal("required", await Fout(Fenna, Streekgids(Buur), []));
        Assert.Equal("invalid_choice", await Fout(Fenna, Streekgids(Buur), ["verhuur:meldingen"]));
        // Nobody consents for somebody else: data of children stands in the record of a parent.
        Assert.Equal("invalid_choice", await Fout(Fenna, Adresboekdoel(Buur), ["personen:kinderen"]));
        Assert.Equal("invalid", await Fout(Fenna, Streekgids(Buur), ["verhuur:registraties"], tot: "2026-05-31"));
        Assert.Equal("max_value", await Fout(Fenna, Streekgids(Buur), ["verhuur:registraties"], tot: "2031-06-02"));
        Assert.Equal("past-not-allowed", await Fout(Fenna, Streekgids(Buur), ["verhuur:registraties"], van: "2026-05-31"));
        Assert.Equal("geen-toestemming-mogelijk", await Fout(Fenna, _node.Doel("toeristische-verhuur-toezicht"), ["verhuur:registraties"]));
        Assert.Single(await Mijn(Fenna));
        var mogelijk = await _node.Vraag(200, HttpMethod.Get, Diensten.Toestemmingen, "/mogelijkheden", doel: _node.Doel("toestemmingen-bijhouden"));
        Assert.Equal([Buur, Eigen, Buur], mogelijk.GetProperty("mogelijkheden").EnumerateArray().Select(een => een.GetProperty("ontvanger").GetString()!));
    }

    [EngineTheory]
    public async Task No_program_from_outside_speaks_for_a_resident(Engine engine)
    {
        await Start(engine);
        _klok.Zet($"{TimeProvider.System.GetUtcNow():O}");
        foreach (var pad in new[] { Toestemmingen, Toestemmingen + "/_zoek", $"{Toestemmingen}/{Guid.CreateVersion7()}/intrekking" })
        {
            var fout = await _node.Vraag(403, HttpMethod.Post, Diensten.Toestemmingen, pad, new { burgerservicenummer = Fenna }, Herkomst.Buiten, _node.Doel("toestemmingen-bijhouden"));
            Assert.Equal("permission_denied", fout.GetProperty("code").GetString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _map.Dispose();
    }

    private async Task Start(Engine engine)
    {
        _node = await Proefnode.Start(
            engine, _map,
            services => services.AddSingleton<TimeProvider>(_klok).AddSingleton<Bronnen>().AddSingleton<Verwerkingslog>().AddVerwerkingsregister().AddPersonen().AddVerhuur().AddToestemmingen(),
            routes =>
            {
                routes.MapVerwerkingsregister();
                routes.MapPersonen();
                routes.MapVerhuur();
                routes.MapToestemmingen();
            });
        var store = await _node.Store();
        await VerwerkingsregisterDemo.Vul(store, _klok);
        await PersonenDemo.Vul(store);
        await VerhuurDemo.Vul(store, TimeProvider.System);
    }

    private static string Streekgids(string oin) => $"urn:nld:oin:{oin}:verwerkingsactiviteit:streekgids";

    private static string Adresboekdoel(string oin) => $"urn:nld:oin:{oin}:verwerkingsactiviteit:adresboek-maken";

    private async Task<string> Adresboek(string oin) =>
        (await _node.Vraag(201, HttpMethod.Post, Diensten.Verwerkingsregister, "/verwerkingsactiviteiten", new
        {
            code = "adresboek",
            activiteit = Activiteit(oin, "Toestemming betrokkene", "personen:naam", "personen:verblijfplaats", "personen:kinderen"),
        }, doel: _node.Doel(Bijhouden.Doel))).GetProperty("id").GetString()!;

    private Task<JsonElement> Wijzig(string id, object activiteit, DateTimeOffset? einde = null) =>
        _node.Vraag(200, HttpMethod.Put, Diensten.Verwerkingsregister, $"/verwerkingsactiviteiten/{id}", new { eindeGeldigheid = einde, activiteit }, doel: _node.Doel(Bijhouden.Doel));

    private static object Activiteit(string? oin, string grondslag, params string[] gegevens) =>
        new { naam = "Adresboek", doel = "Een adresboek maken.", grondslag, gegevens, delenMet = oin is null ? Array.Empty<string>() : [Adresboekdoel(oin)] };

    private async Task<string> Registreer(string bsn, string woonruimte) => (await _node.Vraag(
        201, HttpMethod.Post, Diensten.Verhuur, "/registraties", Verhuurnode.Aanvraag(bsn, woonruimte), doel: _node.Doel(Verhuurnode.Registreren))).GetProperty("registratienummer").GetString()!;

    private async Task<string> Geef(string bsn, string doel, string[]? gegevens = null, string? van = null, string tot = "2026-12-31") =>
        (await Geven(201, bsn, doel, gegevens ?? ["verhuur:registraties"], van, tot)).GetProperty("id").GetString()!;

    private async Task<string> Fout(string bsn, string doel, string[] gegevens, string? van = null, string tot = "2026-12-31") =>
        Assert.Single((await Geven(400, bsn, doel, gegevens, van, tot)).GetProperty("invalidParams").EnumerateArray()).GetProperty("code").GetString()!;

    private Task<JsonElement> Geven(int status, string bsn, string doel, string[] gegevens, string? van, string tot) => _node.Vraag(
        status, HttpMethod.Post, Diensten.Toestemmingen, Toestemmingen, new { burgerservicenummer = bsn, doel, gegevens, van, tot }, doel: _node.Doel("toestemmingen-bijhouden"));

    private Task<JsonElement> TrekIn(int status, string bsn, string id) => _node.Vraag(
        status, HttpMethod.Post, Diensten.Toestemmingen, $"{Toestemmingen}/{id}/intrekking", new { burgerservicenummer = bsn }, doel: _node.Doel("toestemmingen-bijhouden"));

    private async Task<List<JsonElement>> Mijn(string bsn) => [.. (await _node.Vraag(
        200, HttpMethod.Post, Diensten.Toestemmingen, Toestemmingen + "/_zoek", new { burgerservicenummer = bsn }, doel: _node.Doel("toestemmingen-bijhouden"))).GetProperty("toestemmingen").EnumerateArray()];

    private Task Krijgt(int aantal, string peer, string doel, params string[] velden) => Krijgt(aantal, peer, doel, velden, null);

    private Task KrijgtOp(string grondslag, int aantal, string peer, string doel, string veld) => Krijgt(aantal, peer, doel, [veld], grondslag);

    private async Task Krijgt(int aantal, string peer, string doel, string[] velden, string? grondslag) =>
        Assert.Equal(aantal, (await Raadpleeg(200, peer, doel, [Fenna], velden, grondslag)).GetProperty("personen").GetArrayLength());

    private Task<JsonElement> Raadpleeg(int status, string peer, string doel, string[] bsns, string[] velden, string? grondslag = null) => AlsPeer(
        status, HttpMethod.Post, Diensten.Personen, "/personen", new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsns, fields = velden }, peer, doel, grondslag);

    /// <summary>Asks as another organisation does, with a contract that covers all; which persons it gets is for the source to decide.</summary>
    private Task<JsonElement> AlsPeer(int status, HttpMethod methode, string dienst, string pad, object? inhoud, string peer, string doel, string? grondslag = null) =>
        _node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Inway, headers: headers =>
        {
            var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
            {
                ["sub"] = peer,
                ["prp"] = new Dictionary<string, object>
                {
                    ["doelbinding.doelen"] = new[] { new { id = doel, omschrijving = "Proef", gegevens = new[] { "personen:*", "verhuur:*", "toestemmingen:*", "scope:personen.ZoekMetGeslachtsnaamEnGeboortedatum" }, grondslag = new[] { grondslag ?? "Wat de ander er ook van zegt" } } },
                },
            });
            headers.Add(Headers.FscAuthorization, $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{}"))}.{Base64Url.EncodeToString(claims)}.x");
        });
}
