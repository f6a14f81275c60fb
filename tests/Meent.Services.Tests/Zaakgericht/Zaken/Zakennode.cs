using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht.Zaken;

/// <summary>The Zaken API behind HTTP, with a zaaktype that has all its parts, and a second client whose rights a test chooses.</summary>
internal sealed class Zakennode : IAsyncDisposable
{
    private const string Geheim = "fedcba9876543210fedcba9876543210";
    private static readonly string[] Gewoon = ["zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "zaken.verwijderen", "audittrails.lezen"];

    /// <summary>A client for each time that a test chooses: what a client may is read once.</summary>
    private readonly List<Autorisatie>[] _rechten = [.. Enumerable.Range(0, 8).Select(_ => new List<Autorisatie>())];
    private int _client = -1;

    public Zaaknode Node { get; private set; } = null!;
    public string Resultaattype { get; private set; } = "";
    public string Eigenschap { get; private set; } = "";

    public static async Task<Zakennode> Start(Engine engine, Func<Organisatie, Organisatie>? anders = null, Action<IServiceCollection>? erbij = null)
    {
        var node = new Zakennode();
        node.Node = await Zaaknode.Start(engine, services =>
        {
            services.AddSingleton(new ApiClients(
            [
                new ApiClient("proef", "0123456789abcdef0123456789abcdef") { HeeftAlleAutorisaties = true },
                .. node._rechten.Select((rechten, i) => new ApiClient($"beperkt-{i}", Geheim) { Autorisaties = rechten }),
            ]));
            erbij?.Invoke(services);
        }, anders: anders);
        node.Resultaattype = await node.MaakResultaattype();
        node.Eigenschap = await node.MaakEigenschap("einde", "datum", "8");
        node.Geef(Gewoon);
        return node;
    }

    /// <summary>What the limited client may do with zaken of the zaaktype.</summary>
    public void Geef(params string[] scopes) => _rechten[++_client].Add(new Autorisatie("zrc", scopes, Node.Zaaktype, "zeer_geheim"));

    public Task<string> MaakResultaattype(object? brondatum = null, string nominatie = "vernietigen", string? termijn = "P5Y", string? zaaktype = null) => Catalogus("/resultaattypen",
        Catalogusnode.Met(new Catalogusnode { Zaken = Node, Catalogus = "" }.Resultaat(zaaktype ?? Node.Zaaktype), new { archiefnominatie = nominatie, archiefactietermijn = termijn, brondatumArchiefprocedure = brondatum ?? Brondatum("afgehandeld") }));

    public static object Brondatum(string afleidingswijze, string datumkenmerk = "", string objecttype = "", string? procestermijn = null) =>
        new { afleidingswijze, datumkenmerk, einddatumBekend = false, objecttype, registratie = afleidingswijze == "ander_datumkenmerk" ? "Register" : "", procestermijn };

    public Task<string> MaakEigenschap(string naam, string formaat, string lengte, string[]? waarden = null) => Catalogus("/eigenschappen",
        new { zaaktype = Node.Zaaktype, naam, definitie = naam, specificatie = new { formaat, lengte, kardinaliteit = "1", waardenverzameling = waarden ?? [] } });

    public async Task<string> Zaak(object? anders = null) => Zaaknode.Url(await Maak("/zaken", Catalogusnode.Met(Node.Zaak(), anders)));

    public Task<JsonElement> Maak(string pad, object inhoud) => Vraag(201, HttpMethod.Post, pad, inhoud);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud = null) => Node.Vraag(status, methode, Diensten.Zaken, pad, inhoud);

    public Task<JsonElement> Lees(string url) => Vraag(200, HttpMethod.Get, Pad(url));

    /// <summary>As the limited client.</summary>
    public Task<JsonElement> Beperkte(int status, HttpMethod methode, string pad, object? inhoud = null) =>
        Node.Node.Vraag(status, methode, Diensten.Zaken, pad, inhoud, Herkomst.Buiten, headers: AlsBeperkt);

    /// <summary>The status that the limited client gets.</summary>
    public async Task<int> Poging(HttpMethod methode, string pad, object? inhoud = null)
    {
        using var antwoord = await Node.Node.Stuur(methode, Diensten.Zaken, pad, inhoud, Herkomst.Buiten, headers: AlsBeperkt);
        return (int)antwoord.StatusCode;
    }

    public async Task<string[]> Fouten(HttpMethod methode, string pad, object inhoud) => Catalogusnode.Fouten(await Vraag(400, methode, pad, inhoud));

    public object Status(string zaak, int nummer, string moment) => new { zaak, statustype = Node.Statustypen[nummer - 1], datumStatusGezet = moment };

    /// <summary>Gives a zaak its resultaat and its eindstatus.</summary>
    public async Task Sluit(string zaak, string? resultaattype = null, string moment = "2026-06-10T10:00:00Z")
    {
        await Maak("/resultaten", new { zaak, resultaattype = resultaattype ?? Resultaattype });
        await Maak("/statussen", Status(zaak, 2, moment));
    }

    public static string Pad(string url) => Catalogusnode.Pad(url);

    private void AlsBeperkt(HttpRequestHeaders headers)
    {
        headers.Remove("Authorization");
        headers.Add("Authorization", $"Bearer {ZgwJwt.Maak($"beperkt-{_client}", Encoding.UTF8.GetBytes(Geheim), DateTimeOffset.UtcNow, "", "")}");
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    private async Task<string> Catalogus(string pad, object inhoud) => Zaaknode.Url(await Node.Maak(Diensten.Catalogi, pad, inhoud));
}
