using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Sdep;
using Meent.Services.Tests.Logboek;
using Meent.Services.Tests.Verhuur;
using Meent.Services.Toegang.OAuth;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Sdep;

/// <summary>The entry point behind HTTP, with clients of each role.</summary>
internal sealed class Sdepnode : IAsyncDisposable
{
    public const string Geheim = "0123456789abcdef0123456789abcdef";
    public const string Gemeente = "gemeente";
    public const string Buurgemeente = "buurgemeente";
    public const string Platform = "platform";
    public const string Concurrent = "concurrent";

    /// <summary>The first bytes of a zip with a file, which is all that is looked at.</summary>
    public static readonly byte[] Zip = [.. "PK\x03\x04"u8, .. new byte[64]];

    private readonly TijdelijkeMap _map = new();
    private Proefnode _node = null!;

    public Klok Klok { get; } = new("2026-06-01T10:00:00Z");

    public Store Store { get; private set; } = null!;

    public Proefnode Node => _node;

    public static IReadOnlyList<ApiClient> Clients { get; } =
    [
        Client(Gemeente, "Gemeente Zandhoek", "ca"), Client(Buurgemeente, null, "ca"), Client(Platform, "Logeerbij.example", "str"), Client(Concurrent, "Slaapzacht.example", "str"),
        Client("lsa", "Registratie", "lsa"), Client("lma", "Marktwacht", "lma"), Client("ama", "Inspectie", "ama"), Client("sta", "Statistiek", "sta"),
        new("alleen-lezen", Geheim) { Scopes = ["sdep_ca", "sdep_str", "sdep_lsa", "sdep_read"] }, new("alleen-schrijven", Geheim) { Scopes = ["sdep_ca", "sdep_str", "sdep_write"] },
    ];

    public static async Task<Sdepnode> Start(Engine engine, Func<Standards.Organisaties.Organisatie, Standards.Organisaties.Organisatie>? anders = null)
    {
        var node = new Sdepnode();
        node._node = await Proefnode.Start(
            engine, node._map,
            services => services.AddSingleton<TimeProvider>(node.Klok).AddSingleton<Bronnen>().AddSingleton<Verwerkingslog>().AddVerwerkingsregister().AddOAuth()
                .AddSingleton(new ApiClients(Clients)).AddSdep(),
            routes => routes.MapSdep(),
            // No municipality: there is no Autorisaties API.
            anders: organisatie => (anders?.Invoke(organisatie) ?? organisatie) with { Diensten = new HashSet<string> { Diensten.Sdep, Diensten.Verwerkingsregister, Diensten.Logboek } });
        node.Store = await node._node.Store();
        await VerwerkingsregisterDemo.Vul(node.Store, node.Klok);
        return node;
    }

    public async Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, string? client, HttpContent? inhoud = null)
    {
        using var request = new HttpRequestMessage(methode, Diensten.Pad(Diensten.Sdep) + pad) { Content = inhoud };
        if (client is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(client));
        return await _node.Http.SendAsync(request);
    }

    public async Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, string? client, HttpContent? inhoud = null)
    {
        using var antwoord = await Stuur(methode, pad, client, inhoud);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{methode} {pad}: {(int)antwoord.StatusCode}: {tekst}");
        return tekst.Length == 0 || antwoord.Content.Headers.ContentType?.MediaType != "application/json" ? default : JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    public Task<JsonElement> Get(string pad, string client, int status = 200) => Vraag(status, HttpMethod.Get, pad, client);

    public Task<JsonElement> Post(int status, string pad, string client, object inhoud) => Vraag(status, HttpMethod.Post, pad, client, Json(inhoud));

    public async Task<string> Gebied(string client = Gemeente, string? areaId = null, string? regulation = null, string versie = "v1") =>
        (await Vraag(201, HttpMethod.Post, $"/ca/{versie}/areas", client, Bestand("gebied.zip", Zip, ("areaId", areaId), ("areaName", "Kust"), ("regulation", regulation)))).GetProperty("areaId").GetString()!;

    public async Task<List<string>> Activiteiten(string pad = "/ca/v2/activities", string client = Gemeente) =>
        [.. (await Get(pad, client)).GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("activityId").GetString()!)];

    public static StringContent Json(object inhoud) => new(inhoud as string ?? JsonSerializer.Serialize(inhoud), Encoding.UTF8, "application/json");

    public static MultipartFormDataContent Bestand(string? naam, byte[] inhoud, params (string Naam, string? Waarde)[] velden)
    {
        var formulier = new MultipartFormDataContent();
        foreach (var (veld, waarde) in velden.Where(veld => veld.Waarde is not null)) formulier.Add(new StringContent(waarde!), veld);
        if (naam is not null) formulier.Add(new ByteArrayContent(inhoud), "file", naam);
        return formulier;
    }

    /// <summary>Names of log records, and what data each names.</summary>
    public Task<List<string>> Logregels() => Store.Read(session => session.Logregels("naam, betrokkene_type", row => $"{row.Text(0)}{(row.IsNull(1) ? "" : " over iemand")}")).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _map.Dispose();
    }

    private static ApiClient Client(string id, string? naam, string rol) => new(id, Geheim) { Naam = naam, Scopes = ["sdep_" + rol, "sdep_read", "sdep_write"] };

    private string Token(string client) => ZgwJwt.Maak(client, Encoding.UTF8.GetBytes(Geheim), Klok.GetUtcNow(), "", "");
}
