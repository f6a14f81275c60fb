using System.Text;
using System.Text.Json;
using Meent.Process.Tests.Bpmn;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;

namespace Meent.Process.Tests.Api;

public sealed class ProcesApiTests : IAsyncLifetime
{
    private const string Rol = "behandelaar-verhuur";

    private Wereld _wereld = null!;

    public async Task InitializeAsync() => _wereld = await Wereld.Start();

    public async Task DisposeAsync() => await _wereld.DisposeAsync();

    [Fact]
    public async Task The_number_is_issued_at_once_and_verified_afterwards()
    {
        var instantie = await Begin(Wereld.Aanvraag("huis"));
        Assert.Equal("actief", Tekst(instantie, "status"));
        Assert.Matches("^9901[0-9A-F]{16}$", Tekst(instantie.GetProperty("variabelen"), "registratienummer"));
        Assert.StartsWith("ZAAK-20", Tekst(instantie.GetProperty("variabelen"), "zaaknummer"), StringComparison.Ordinal);
        Assert.False(instantie.GetProperty("variabelen").TryGetProperty("burgerservicenummer", out _));

        var taak = Assert.Single((await Lijst($"/taken?status=open&rol={Rol}")).EnumerateArray());
        Assert.Equal(instantie.GetProperty("openTaken")[0].GetString(), Tekst(taak, "id"));
        var (status, gedaan) = await Voltooi(Tekst(taak, "id"), new { akkoord = true, toelichting = "Klopt." });
        Assert.Equal((200, "voltooid"), (status, Tekst(gedaan, "status")));

        var (_, einde) = await _wereld.Vraag(HttpMethod.Get, $"/instanties/{Tekst(instantie, "id")}");
        Assert.Equal("voltooid", Tekst(einde, "status"));
        Assert.Equal("registraties 1, zaken 1, rollen 1, statussen 1, instanties 1, taken 1", await _wereld.Effecten());
        Assert.Empty((await Lijst("/taken?status=open")).EnumerateArray());
        Assert.Single((await Lijst("/instanties?status=voltooid")).EnumerateArray());
    }

    [Fact]
    public async Task A_main_residence_with_few_guests_needs_no_verification()
    {
        var instantie = await Begin(Wereld.Aanvraag("huis", "hoofdverblijf", 2));
        Assert.Equal("voltooid", Tekst(instantie, "status"));
        Assert.Equal("registraties 1, zaken 1, rollen 1, statussen 1, instanties 1, taken 0", await _wereld.Effecten());
    }

    [Fact]
    public async Task The_same_request_sent_again_or_at_the_same_time_starts_one_instance()
    {
        var verzoek = new { proces = Wereld.Proces, variabelen = Wereld.Aanvraag("huis") };
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _wereld.Vraag(HttpMethod.Post, "/instanties", verzoek, ("Idempotency-Key", "k1"))));
        Assert.All(antwoorden, a => Assert.Equal(201, a.Status));
        Assert.Single(antwoorden.Select(a => Tekst(a.Json, "id")).Distinct());
        Assert.Equal("registraties 1, zaken 1, rollen 1, statussen 0, instanties 1, taken 1", await _wereld.Effecten());

        var (ander, fout) = await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = Wereld.Proces, variabelen = Wereld.Aanvraag("schuur") }, ("Idempotency-Key", "k1"));
        Assert.Equal((422, "idempotency-key"), (ander, Tekst(fout, "code")));
    }

    [Fact]
    public async Task A_business_key_sent_again_finds_its_instance()
    {
        var verzoek = new { proces = Wereld.Proces, bedrijfssleutel = "dossier-1", variabelen = Wereld.Aanvraag("huis") };
        var (_, eerste) = await _wereld.Vraag(HttpMethod.Post, "/instanties", verzoek);
        var (_, tweede) = await _wereld.Vraag(HttpMethod.Post, "/instanties", verzoek);
        Assert.Equal(Tekst(eerste, "id"), Tekst(tweede, "id"));
        Assert.Single((await Lijst("/instanties?bedrijfssleutel=dossier-1")).EnumerateArray());
    }

    [Fact]
    public async Task What_the_first_source_refuses_is_refused_with_its_reasons_and_leaves_nothing_to_do()
    {
        var verzoek = new
        {
            proces = Wereld.Proces,
            variabelen = new { adresseerbaarObjectIdentificatie = "12", nummeraanduidingIdentificatie = "9901200000000001", deel = "geheel", gebruik = "anders", slaapplaatsen = 1, maximumGasten = 1 },
        };
        var (status, fout) = await _wereld.Vraag(HttpMethod.Post, "/instanties", verzoek, ("Idempotency-Key", "k"));
        Assert.Equal(400, status);
        Assert.Contains(fout.GetProperty("invalidParams").EnumerateArray(), p => Tekst(p, "name") == "adresseerbaarObjectIdentificatie");
        Assert.Equal(400, (await _wereld.Vraag(HttpMethod.Post, "/instanties", verzoek, ("Idempotency-Key", "k"))).Status);
        Assert.Equal("registraties 0, zaken 0, rollen 0, statussen 0, instanties 1, taken 0", await _wereld.Effecten());
        Assert.Single((await Lijst("/instanties?status=afgebroken")).EnumerateArray());
    }

    [Fact]
    public async Task A_source_that_is_down_is_tried_again_until_it_answers()
    {
        _wereld.Uitgevallen = Diensten.Verhuur;
        var instantie = await Begin(Wereld.Aanvraag("huis"));
        Assert.Equal("actief", Tekst(instantie, "status"));
        Assert.False(instantie.GetProperty("variabelen").TryGetProperty("registratienummer", out _));

        _wereld.Uitgevallen = null;
        var nummer = "";
        for (var i = 0; i < 100 && nummer.Length == 0; i++)
        {
            await Task.Delay(100);
            var (_, nu) = await _wereld.Vraag(HttpMethod.Get, $"/instanties/{Tekst(instantie, "id")}");
            nummer = nu.GetProperty("openTaken").GetArrayLength() == 1 ? Tekst(nu.GetProperty("variabelen"), "registratienummer") : "";
        }
        Assert.NotEmpty(nummer);
        Assert.Equal("registraties 1, zaken 1, rollen 1, statussen 0, instanties 1, taken 1", await _wereld.Effecten());
    }

    [Fact]
    public async Task A_lasting_refusal_halfway_is_an_incident_that_an_administrator_can_resume()
    {
        var koppelingen = """
            {"doel":"toeristische-verhuur-registreren","diensten":{"zaak":{"connector":"zaak.aanmaken","parameters":{"zaaktype":"BESTAAT-NIET"}}},
             "taken":{"wacht":{"rol":"r"}}}
            """;
        Assert.Equal(201, await Plaats(Schets.Xml("start s, user wacht, service zaak, end e", "s>wacht, wacht>zaak, zaak>e"), koppelingen));
        var (_, instantie) = await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = "p" });
        await Voltooi(instantie.GetProperty("openTaken")[0].GetString()!, new { });

        var pad = $"/instanties/{Tekst(instantie, "id")}";
        var (_, stand) = await _wereld.Vraag(HttpMethod.Get, pad);
        Assert.Equal("incident", Tekst(stand, "status"));
        Assert.Equal("zaaktype", Tekst(stand.GetProperty("incidenten")[0], "code"));

        var (status, _) = await _wereld.Vraag(HttpMethod.Post, pad + "/hervatting");
        Assert.Equal(200, status);
    }

    [Fact]
    public async Task A_task_shows_what_it_needs_and_belongs_to_who_claims_it()
    {
        var id = (await Begin(Wereld.Aanvraag("huis"))).GetProperty("openTaken")[0].GetString()!;
        var (_, taak) = await _wereld.Vraag(HttpMethod.Get, $"/taken/{id}");
        Assert.Equal("anders", Tekst(taak.GetProperty("variabelen"), "gebruik"));
        Assert.False(taak.GetProperty("variabelen").TryGetProperty("burgerservicenummer", out _));
        Assert.True(taak.GetProperty("invoer").GetProperty("akkoord").GetProperty("verplicht").GetBoolean());

        Assert.Equal(400, (await _wereld.Vraag(HttpMethod.Post, $"/taken/{id}/claim")).Status);
        var (_, geclaimd) = await _wereld.Vraag(HttpMethod.Post, $"/taken/{id}/claim", null, Door("m.visser"));
        Assert.Equal("m.visser", Tekst(geclaimd, "behandelaar"));
        Assert.Equal(409, (await _wereld.Vraag(HttpMethod.Post, $"/taken/{id}/claim", null, Door("k.osman"))).Status);
        Assert.Equal(409, (await Voltooi(id, new { akkoord = true }, "k.osman")).Status);
        Assert.Equal(400, (await Voltooi(id, new { })).Status);
        Assert.Equal(400, (await Voltooi(id, new { akkoord = "ja" })).Status);
        Assert.Equal(400, (await Voltooi(id, new { akkoord = true, zaak = "x" })).Status);
        Assert.Equal(200, (await Voltooi(id, new { akkoord = false })).Status);
        Assert.Equal(409, (await Voltooi(id, new { akkoord = false })).Status);
    }

    [Fact]
    public async Task Of_completions_at_the_same_time_one_counts_and_the_others_hear_409()
    {
        var id = (await Begin(Wereld.Aanvraag("huis"))).GetProperty("openTaken")[0].GetString()!;
        var antwoorden = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Voltooi(id, new { akkoord = i % 2 == 0 })));
        Assert.Equal(1, antwoorden.Count(a => a.Status == 200));
        Assert.Equal(9, antwoorden.Count(a => a.Status == 409));
        Assert.Equal("registraties 1, zaken 1, rollen 1, statussen 1, instanties 1, taken 1", await _wereld.Effecten());
    }

    [Fact]
    public async Task Strangers_hear_nothing_and_applications_need_a_valid_token()
    {
        (string, string) buiten = (Wereld.HerkomstHeader, "Buiten");
        Assert.Equal(401, (await _wereld.Vraag(HttpMethod.Get, "/taken", null, buiten)).Status);
        Assert.Equal(401, (await _wereld.Vraag(HttpMethod.Get, "/taken", null, buiten, ("Authorization", Token("verkeerd-geheim-van-32-tekens-hier")))).Status);
        Assert.Equal(200, (await _wereld.Vraag(HttpMethod.Get, "/taken", null, buiten, ("Authorization", Token(Wereld.Geheim)))).Status);
        Assert.Equal(403, (await _wereld.Vraag(HttpMethod.Get, "/taken", null, (Wereld.HerkomstHeader, "Inway"))).Status);
        Assert.Equal(200, (await _wereld.Vraag(HttpMethod.Get, "/taken", null, buiten, ("Authorization", Token(Wereld.Geheim, "lezer")))).Status);
        Assert.Equal(403, (await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = "x" }, buiten, ("Authorization", Token(Wereld.Geheim, "lezer")))).Status);

        using var verzoek = new HttpRequestMessage(HttpMethod.Get, Diensten.Pad(Diensten.Processtaat) + "/instanties");
        verzoek.Headers.Add(Wereld.HerkomstHeader, "Buiten");
        verzoek.Headers.Add("Authorization", Token(Wereld.Geheim));
        using var antwoord = await _wereld.Http.SendAsync(verzoek);
        Assert.Equal(403, (int)antwoord.StatusCode);
    }

    [Fact]
    public async Task A_new_version_is_for_new_instances()
    {
        const string koppelingen = """{"doel":"d","taken":{"u":{"rol":"r"},"v":{"rol":"r"}}}""";
        Assert.Equal(201, await Plaats(Schets.Xml("start s, user u, user v", "s>u, u>v"), koppelingen));
        var (_, oud) = await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = "p" });
        Assert.Equal(200, await Plaats(Schets.Xml("start s, user u, user v", "s>u, u>v"), koppelingen));
        Assert.Equal(201, await Plaats(Schets.Xml("start s, user v, user u", "s>v, v>u"), koppelingen));
        var (_, nieuw) = await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = "p" });
        Assert.Equal((1, 2), (oud.GetProperty("versie").GetInt32(), nieuw.GetProperty("versie").GetInt32()));

        await Voltooi(oud.GetProperty("openTaken")[0].GetString()!, new { });
        Assert.Equal(["v", "v"], (await Lijst("/taken?status=open")).EnumerateArray().Select(t => Tekst(t, "activiteit")));
    }

    [Fact]
    public async Task A_model_that_cannot_run_is_refused_with_all_reasons()
    {
        var (status, fout) = await _wereld.Vraag(HttpMethod.Post, "/procesdefinities", new
        {
            bpmn = Schets.Xml("start s, service a, service b, user u, end e", "s>a, a>b, b>u, u>e"),
            koppelingen = JsonElement.Parse("""
                {"doel":"d","diensten":{"a":{"connector":"bank.overboeken","parameters":{}},"b":{"connector":"zaak.status","parameters":{"zaak":"pv:zaak","kleur":1}},"weg":{"connector":"zaak.status","parameters":{"zaak":"x","status":"y"}}}}
                """),
        });
        Assert.Equal(422, status);
        Assert.Equal(["a connector", "b parameter", "b parameter", "u geen-rol", "weg onbekend"],
            fout.GetProperty("invalidParams").EnumerateArray().Select(p => $"{Tekst(p, "name")} {Tekst(p, "code")}").Order());
    }

    [Fact]
    public async Task The_model_is_given_back_as_it_was_placed()
    {
        var definitie = Assert.Single((await Lijst("/procesdefinities")).EnumerateArray(), d => Tekst(d, "proces") == Wereld.Proces);
        Assert.Equal("meegeleverd", Tekst(definitie, "herkomst"));
        var bpmn = await _wereld.Http.GetStringAsync(new Uri($"{Diensten.Pad(Diensten.Processen)}/procesdefinities/{Tekst(definitie, "id")}/bpmn", UriKind.Relative));
        Assert.Equal(Definities.Meegeleverd.Bpmn(Wereld.Proces), bpmn);
        Assert.Contains("BPMNDiagram", bpmn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_names_the_version_of_the_api()
    {
        using var antwoord = await _wereld.Http.GetAsync(new Uri(Diensten.Pad(Diensten.Processen) + "/taken", UriKind.Relative));
        Assert.Equal("0.1.0", Assert.Single(antwoord.Headers.GetValues("API-Version")));
    }

    private async Task<JsonElement> Begin(object variabelen)
    {
        var (status, json) = await _wereld.Vraag(HttpMethod.Post, "/instanties", new { proces = Wereld.Proces, variabelen });
        Assert.True(status == 201, $"{status} {json}");
        return json;
    }

    private Task<(int Status, JsonElement Json)> Voltooi(string taak, object variabelen, string door = "m.visser") =>
        _wereld.Vraag(HttpMethod.Post, $"/taken/{taak}/voltooiing", new { variabelen }, Door(door));

    private async Task<int> Plaats(string bpmn, string koppelingen) =>
        (await _wereld.Vraag(HttpMethod.Post, "/procesdefinities", new { bpmn, koppelingen = JsonElement.Parse(koppelingen) })).Status;

    private async Task<JsonElement> Lijst(string pad)
    {
        var (status, json) = await _wereld.Vraag(HttpMethod.Get, pad);
        Assert.True(status == 200, $"{status} {json}");
        return json.GetProperty("resultaten");
    }

    private static (string, string) Door(string gebruiker) => (Headers.Gebruiker, gebruiker);

    private static string Token(string geheim, string client = "proef") => $"Bearer {ZgwJwt.Maak(client, Encoding.UTF8.GetBytes(geheim), DateTimeOffset.UtcNow, "", "")}";

    private static string Tekst(JsonElement json, string naam) => json.GetProperty(naam).GetString()!;
}
