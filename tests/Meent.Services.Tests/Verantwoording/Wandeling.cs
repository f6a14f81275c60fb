using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.Brk;
using Meent.Services.Brk.Demo;
using Meent.Services.Kvk.Demo;
using Meent.Services.Logboek;
using Meent.Services.Personen.Demo;
using Meent.Services.Tests.Logboek;
using Meent.Services.Tests.Zaakgericht;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Woz.Demo;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>
/// A node with all services, and calls of which each is made three times: without a purpose, with a log that cannot be written, and as it should be. What it
/// called it remembers, so that at the end nothing can have been forgotten.
/// </summary>
internal sealed class Wandeling : IAsyncDisposable
{
    public const string Fenna = "999970008";
    public const string Milan = "999970021";
    public const string Activiteit = "wandeling";

    /// <summary>What an answer that should not have been given would hold.</summary>
    private static readonly string[] Gegevens = [Fenna, Milan, "Dijkgraaf", "NL18BANK23481326", "fenna@voorbeeld.nl", "Kapvergunning", "9901010000000001"];

    private readonly HashSet<string> _geweest = [];
    private string _laatste = "";
    private Pseudoniemen _pseudoniemen = null!;

    public Zaaknode Zgw { get; private set; } = null!;

    public Proefnode Node => Zgw.Node;

    public Store Store { get; private set; } = null!;

    public IEnumerable<RouteEndpoint> Gemist => Node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !_geweest.Contains(ZonderPersonen.Naam(endpoint)));

    public static async Task<Wandeling> Begin(Engine engine)
    {
        var wandeling = new Wandeling();
        wandeling.Zgw = await Zaaknode.StartLeeg(engine, tussen: (http, volgende) =>
        {
            wandeling._laatste = http.GetEndpoint() is { } endpoint ? ZonderPersonen.Naam(endpoint) : "";
            return volgende(http);
        });
        wandeling.Store = await wandeling.Node.Store();
        wandeling._pseudoniemen = wandeling.Node.Services.GetRequiredService<Pseudoniemen>();
        await VerwerkingsregisterDemo.Vul(wandeling.Store, TimeProvider.System);
        await ReferentielijstenDemo.Vul(wandeling.Store);
        await PersonenDemo.Vul(wandeling.Store);
        await WozDemo.Vul(wandeling.Store);
        await KvkDemo.Vul(wandeling.Store);
        await BrkDemo.Vul(wandeling.Store);
        await wandeling.Store.Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, wandeling.Node.Doel(Activiteit), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit
        {
            Naam = "Wandeling",
            Doel = "Overal komen.",
            Grondslag = Grondslag.PubliekeTaak,
            Gegevens = [.. Diensten.Alle.Select(dienst => dienst + ":*"), "scope:" + RegisterSchrijven.Scope, "scope:personen.onderzoeken", "scope:" + Brkverzoek.ScopeBezit, "scope:" + Brkverzoek.ScopePersonen],
        })));
        return wandeling;
    }

    /// <summary>A use of personal data: refused without a purpose, not done without a log, and else on record.</summary>
    /// <param name="wie">The BSNs of whom a record is due, one for each time; an empty one for a record of nobody, <c>type:number</c> for who has another number.</param>
    public async Task<JsonElement> Doe(HttpMethod methode, string dienst, string pad, object? inhoud, params string[] wie)
    {
        await ZonderDoel(methode, dienst, pad, inhoud);
        await ZonderLog(methode, dienst, pad, inhoud, wie.Length > 0 ? "logboek_ongezegeld" : "logboek_tabellen");
        return await Goed(methode, dienst, pad, inhoud, wie);
    }

    /// <summary>Nothing of it happens, and nothing is told.</summary>
    public async Task ZonderDoel(HttpMethod methode, string dienst, string pad, object? inhoud)
    {
        var voor = await Regels();
        await Geweigerd(HttpStatusCode.Forbidden, methode, dienst, pad, inhoud, doel: null);
        Assert.Equal(voor.Count, (await Regels()).Count);
    }

    /// <summary>The same, with a table of the log out of reach.</summary>
    /// <param name="tabel">The one that a write cannot do without, unless it is read, or a line of an employee is written.</param>
    public async Task ZonderLog(HttpMethod methode, string dienst, string pad, object? inhoud, string tabel = "logboek_ongezegeld")
    {
        await Hernoem(tabel, tabel + "_weg");
        try
        {
            await Geweigerd(HttpStatusCode.ServiceUnavailable, methode, dienst, pad, inhoud, Node.Doel(Activiteit));
        }
        finally
        {
            await Hernoem(tabel + "_weg", tabel);
        }
    }

    /// <summary>As it should be: with exactly these records, in the trace of who asked.</summary>
    public async Task<JsonElement> Goed(HttpMethod methode, string dienst, string pad, object? inhoud, params string[] wie)
    {
        var voor = (await Regels()).ConvertAll(regel => regel.Nummer).ToHashSet();
        var spoor = ActivityTraceId.CreateRandom().ToHexString();
        using var antwoord = await Stuur(methode, dienst, pad, inhoud, Node.Doel(Activiteit), spoor);
        _geweest.Add(_laatste);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.IsSuccessStatusCode, $"{methode} {dienst}{pad}: {(int)antwoord.StatusCode} {tekst}");
        var verwacht = wie.Select(een => een.Length == 0 ? "" : Pseudoniem(een.Split(':'))).Order();
        var gevonden = (await Regels()).Where(regel => !voor.Contains(regel.Nummer)).ToList();
        Assert.True(verwacht.SequenceEqual(gevonden.Select(regel => regel.Betrokkene).Order()), $"{methode} {dienst}{pad}: {wie.Length} verwacht, maar: {string.Join("; ", gevonden)}");
        Assert.All(gevonden, regel => Assert.Equal(Node.Doel(Activiteit), regel.Activiteit));
        // What others hand in has a trace of theirs.
        if (dienst is not (Diensten.Logboek or Diensten.Verwerkingsacties)) Assert.All(gevonden, regel => Assert.Equal(spoor, regel.Spoor));
        return tekst.Length == 0 || antwoord.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) != true ? default : JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    private async Task Geweigerd(HttpStatusCode status, HttpMethod methode, string dienst, string pad, object? inhoud, string? doel)
    {
        using var antwoord = await Stuur(methode, dienst, pad, inhoud, doel);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True(antwoord.StatusCode == status, $"{methode} {dienst}{pad}: {(int)antwoord.StatusCode} in plaats van {(int)status}: {tekst}");
        // The KVK has a form of its own for what goes wrong.
        Assert.Equal(dienst == Diensten.Kvk ? "application/hal+json" : "application/problem+json", antwoord.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(Gegevens, gegeven => tekst.Contains(gegeven, StringComparison.Ordinal));
    }

    private string Pseudoniem(string[] wie) => _pseudoniemen.Van(Node.Organisatie, wie.Length > 1 ? wie[0] : "BSN", wie[^1]).Tekst;

    /// <param name="inhoud">Bytes are sent as they are, anything else as JSON.</param>
    private Task<HttpResponseMessage> Stuur(HttpMethod methode, string dienst, string pad, object? inhoud, string? doel, string? spoor = null)
    {
        return inhoud is byte[] bestand ? Node.StuurInhoud(methode, dienst, pad, new ByteArrayContent(bestand), doel, Koppen) : Node.Stuur(methode, dienst, pad, inhoud, doel: doel, headers: Koppen);

        void Koppen(HttpRequestHeaders headers)
        {
            headers.Add(Headers.Gebruiker, "k.osman");
            // The kadaster has one system of coordinates, and it is another.
            if (dienst == Diensten.Brk) headers.Remove(Headers.AcceptCrs);
            if (spoor is not null) headers.Add("traceparent", $"00-{spoor}-{ActivitySpanId.CreateRandom()}-00");
        }
    }

    private async Task Hernoem(string van, string naar) => await Store.Write(session => session.Execute($"ALTER TABLE {van} RENAME TO {naar}"));

    private Task<List<Regel>> Regels() => Store.Read(session => session.Logregels(
        "nummer, naam, activiteit, betrokkene, betrokkene_type, trace",
        row => new Regel(row.Long(0), row.Text(1), row.Text(2), row.IsNull(4) ? "" : Convert.ToHexStringLower(row.Bytes(3)), Convert.ToHexStringLower(row.Bytes(5))))).AsTask();

    public ValueTask DisposeAsync() => Zgw.DisposeAsync();

    private sealed record Regel(long Nummer, string Naam, string Activiteit, string Betrokkene, string Spoor);
}
