using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Adressen;
using Meent.Services.Adressen.Demo;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Tests.Logboek;
using Meent.Services.Verhuur;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Verhuur;

/// <summary>The register behind HTTP, with the demo's purposes and rules: in 2026 thirty nights and four guests.</summary>
internal sealed class Verhuurnode : IAsyncDisposable
{
    public const string Registreren = "toeristische-verhuur-registreren";
    public const string Belastingen = "belastingen-heffen";
    public const string Toezicht = "toeristische-verhuur-toezicht";

    private readonly TijdelijkeMap _map = new();
    private Proefnode _node = null!;

    public Klok Klok { get; } = new("2026-06-01T10:00:00Z");

    public Store Store { get; private set; } = null!;

    public IServiceProvider Services => _node.Services;

    /// <param name="adressen">Whether the address registry of the demo runs on the same node.</param>
    public static async Task<Verhuurnode> Start(Engine engine, bool adressen = false)
    {
        var node = new Verhuurnode();
        node._node = await Proefnode.Start(
            engine, node._map,
            services =>
            {
                services.AddSingleton<TimeProvider>(node.Klok).AddSingleton<Bronnen>().AddSingleton<Verwerkingslog>().AddVerwerkingsregister().AddVerhuur();
                if (!adressen) return;
                services.AddAdressen().AddHttpClient(Bronnen.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Wegwijzer(() => node._node));
            },
            routes =>
            {
                routes.MapVerhuur();
                if (adressen) routes.MapAdressen();
            },
            anders: organisatie => adressen ? organisatie with { Diensten = new HashSet<string>([.. organisatie.Diensten, Diensten.Adressen]) } : organisatie);
        node.Store = await node._node.Store();
        await VerwerkingsregisterDemo.Vul(node.Store, node.Klok);
        await VerhuurDemo.Vul(node.Store, node.Klok);
        if (adressen) await AdressenDemo.Vul(node.Store, node.Klok);
        await node.Store.Write(session => Register.Voeg(session, new Versie(
            Guid.CreateVersion7(), 1, node.Doel(Belastingen), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch,
            new Activiteit { Naam = "Belastingen heffen", Doel = "Belastingen heffen.", Grondslag = Grondslag.WettelijkeVerplichting, Gegevens = ["verhuur:nachten"] })));
        return node;
    }

    public string Doel(string naam) => _node.Doel(naam);

    public static object Aanvraag(string bsn = Testregister.Fenna, string woonruimte = Testregister.Woonruimte, string deel = "geheel", string? eenheidsnaam = null) => new
    {
        verhuurder = new { burgerservicenummer = bsn },
        adresseerbaarObjectIdentificatie = woonruimte,
        nummeraanduidingIdentificatie = "9901200000000001",
        deel,
        gebruik = "hoofdverblijf",
        slaapplaatsen = 4,
        maximumGasten = 4,
        eenheidsnaam,
    };

    public async Task<string> Registreer(string bsn = Testregister.Fenna, string woonruimte = Testregister.Woonruimte) =>
        (await Post(201, "/registraties", Aanvraag(bsn, woonruimte))).GetProperty("registratienummer").GetString()!;

    public static object Verblijf(string nummer, string aankomst, string vertrek, int gasten = 2) => new { registratienummer = nummer, aankomst, vertrek, gasten };

    public Task<JsonElement> Get(int status, string pad, string doel = Registreren) => Vraag(status, HttpMethod.Get, pad, null, doel);

    public Task<JsonElement> Post(int status, string pad, object? inhoud, string doel = Registreren, params (string Naam, string Waarde)[] headers) =>
        Vraag(status, HttpMethod.Post, pad, inhoud, doel, headers);

    public Task<JsonElement> Put(int status, string pad, object inhoud, params (string Naam, string Waarde)[] headers) =>
        Vraag(status, HttpMethod.Put, pad, inhoud, Registreren, headers);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string pad, object? inhoud, string? doel, params (string Naam, string Waarde)[] headers) =>
        _node.Vraag(status, methode, Diensten.Verhuur, pad, inhoud, doel: doel is null ? null : Doel(doel), headers: h =>
        {
            foreach (var (naam, waarde) in headers) h.TryAddWithoutValidation(naam, waarde);
        });

    public Task<HttpResponseMessage> Stuur(HttpMethod methode, string pad, Herkomst herkomst = Herkomst.Intern, string? doel = Registreren, params (string Naam, string Waarde)[] headers) =>
        _node.Stuur(methode, Diensten.Verhuur, pad, herkomst: herkomst, doel: doel is null ? null : Doel(doel), headers: h =>
        {
            foreach (var (naam, waarde) in headers) h.TryAddWithoutValidation(naam, waarde);
        });

    /// <summary>What a POST answers, when several may be right.</summary>
    public async Task<int> Status(string pad, object inhoud, string doel, params (string Naam, string Waarde)[] headers)
    {
        using var antwoord = await _node.Stuur(HttpMethod.Post, Diensten.Verhuur, pad, inhoud, doel: Doel(doel), headers: h =>
        {
            foreach (var (naam, waarde) in headers) h.TryAddWithoutValidation(naam, waarde);
        });
        return (int)antwoord.StatusCode;
    }

    /// <summary>Sends a body that is not written by a serializer.</summary>
    public Task<JsonElement> PostTekst(int status, string pad, string json, string soort = "application/json") =>
        PostBestand(status, pad, Encoding.UTF8.GetBytes(json), soort);

    public async Task<JsonElement> PostBestand(int status, string pad, byte[] bestand, string soort)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, Diensten.Pad(Diensten.Verhuur) + pad) { Content = new ByteArrayContent(bestand) { Headers = { ContentType = new(soort) } } };
        request.Headers.Add("Proef-Herkomst", nameof(Herkomst.Intern));
        request.Headers.Add("Authorization", _node.Services.GetRequiredService<InternClient>().Authorization(null));
        request.Headers.Add(Headers.Verwerkingsactiviteit, Doel(Registreren));
        using var antwoord = await http.SendAsync(request);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    /// <summary>Calls of the register reach the services of the same node.</summary>
    private sealed class Wegwijzer(Func<Proefnode> node) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var pad = request.RequestUri!.AbsolutePath.TrimStart('/').Split('/', 2);
            request.RequestUri = new Uri(node().Http.BaseAddress!, $"{Diensten.Pad(pad[0])}/{pad[1]}{request.RequestUri.Query}");
            request.Headers.TryAddWithoutValidation("Proef-Herkomst", nameof(Herkomst.Intern));
            request.Headers.TryAddWithoutValidation("Authorization", node().Services.GetRequiredService<InternClient>().Authorization(null));
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Names of the wrong fields of a problem, with their codes.</summary>
    public static string[] Fouten(JsonElement probleem) =>
        [.. probleem.GetProperty("invalidParams").EnumerateArray().Select(p => $"{p.GetProperty("name").GetString()}:{p.GetProperty("code").GetString()}").Order(StringComparer.Ordinal)];

    public Task<List<(string Resource, string Actie)>> Gebeurtenissen() => Store.Read(session =>
        session.All("SELECT resource, actie FROM outbox_gebeurtenissen ORDER BY volgorde", row => (row.Text(0), row.Text(1)))).AsTask();

    /// <summary>Names of log records, and how many subjects each has.</summary>
    public Task<List<(string Naam, bool Betrokkene)>> Logregels() => Store.Read(session =>
        session.Logregels("naam, betrokkene_type", row => (row.Text(0), !row.IsNull(1)))).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _map.Dispose();
    }
}
