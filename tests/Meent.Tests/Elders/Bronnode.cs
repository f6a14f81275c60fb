using System.Net.Http.Json;
using System.Text.Json;
using Meent.Node;
using Meent.Standards.Beheer;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Tests.Elders;

/// <summary>A whole node for one invented municipality, in this process: a source, or the front for one.</summary>
internal sealed class Bronnode : IAsyncDisposable
{
    public const string Slug = "voorbeeld";
    public const string Geheim = "0123456789abcdef0123456789abcdef";
    public const string Activiteit = "urn:nld:oin:00000001990000011000:verwerkingsactiviteit:";

    private readonly WebApplication _app;
    private readonly TijdelijkeMap _map;

    private Bronnode(WebApplication app, TijdelijkeMap map, string basis) => (_app, _map, Basis) = (app, map, basis);

    public string Basis { get; }

    public static async Task<Bronnode> Start(Engine engine, params string[] instellingen)
    {
        var map = new TijdelijkeMap();
        var opslag = await TestStore.Opslag(engine, map);
        var basis = $"http://localhost:{MeentProces.VrijePoort()}";
        var app = Knooppunt.BouwOmTeDienen(new Instellingen(null, [
            $"Meent:Basis={basis}", $"Meent:Luister:0={basis}", $"Meent:Fsc:Poort={MeentProces.VrijePoort()}", $"Meent:Data={map.Bestand("data")}",
            $"Meent:Organisaties:0:Slug={Slug}", "Meent:Organisaties:0:Naam=Gemeente Voorbeeld", "Meent:Organisaties:0:Oin=00000001990000011000", "Meent:Organisaties:0:Rsin=990000011",
            "Meent:Organisaties:0:Gemeentecode=9901",
            "Meent:Clients:0:Id=proef", $"Meent:Clients:0:Geheim={Geheim}", $"Meent:Clients:0:Organisatie={Slug}",
            .. engine == Engine.Postgres ? ["Meent:Database:Soort=postgres", $"Meent:Database:Verbinding={opslag.Postgres}"] : Array.Empty<string>(),
            .. instellingen,
        ]));
        await app.StartAsync();
        var node = new Bronnode(app, map, basis);
        var register = map.Bestand("register.json");
        await File.WriteAllTextAsync(register, JsonSerializer.Serialize(new
        {
            verwerkingsactiviteiten = (object[])[
            Doel("alles", "personen:*", "woz:*", "logboek:inzage", "verwerkingsregister:*", "scope:personen.ZoekMetGeslachtsnaamEnGeboortedatum"), Doel("naam", "personen:naam"), Doel("anders", "personen:*")]
        }));
        await node.Voer("import verwerkingsregister", register);
        return node;
    }

    public static string Token => "Bearer " + MeentProces.Jwt("proef", Geheim, TimeProvider.System.GetUtcNow());

    public async Task<List<string>> Voer(string taak, string bestand)
    {
        var meldingen = new List<string>();
        var organisatie = _app.Services.GetRequiredService<OrganisatieLijst>().Vind(Slug)!;
        await _app.Services.GetServices<IBeheertaak>().Single(t => t.Naam == taak).Voer(new Beheeropdracht(organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), default);
        return meldingen;
    }

    public async Task<(int Status, JsonElement Antwoord)> Vraag(HttpMethod methode, string pad, object? body, string doel = "alles", string? trace = null)
    {
        using var client = new HttpClient();
        using var verzoek = new HttpRequestMessage(methode, $"{Basis}/{Slug}/{pad}") { Content = body is null ? null : JsonContent.Create(body) };
        verzoek.Headers.Add("Authorization", Token);
        verzoek.Headers.Add("VerwerkingsactiviteitUrl", Activiteit + doel);
        if (trace is not null) verzoek.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        using var antwoord = await client.SendAsync(verzoek);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return ((int)antwoord.StatusCode, tekst.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(tekst));
    }

    public Task<(int Status, JsonElement Antwoord)> Personen(object vraag, string doel = "alles", string? trace = null) => Vraag(HttpMethod.Post, "haalcentraal/api/brp/personen", vraag, doel, trace);

    /// <summary>Names of the records of a trace.</summary>
    public async Task<List<JsonElement>> Logboek(string trace) =>
        [.. (await Vraag(HttpMethod.Post, "logboek/api/v1/processing-activities", new Dictionary<string, string> { ["traceId"] = trace })).Antwoord.GetProperty("processingActivities").EnumerateArray()];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _map.Dispose();
    }

    private static object Doel(string code, params string[] gegevens) =>
        new { code, beginGeldigheid = "2020-01-01T00:00:00Z", activiteit = new { naam = code, doel = "Proberen.", grondslag = "Publieke taak", gegevens } };
}
