using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Services.Personen;
using Meent.Services.Personen.Demo;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Opslag;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Personen;

/// <summary>A node that keeps the demo persons and the demo purposes.</summary>
internal sealed class Proefregister : IAsyncDisposable
{
    public const string Fenna = "999970008";
    public const string Milan = "999970021";
    public const string Noor = "999970057";
    public const string Teun = "999970069";
    public const string Peer = "00000001990000023000";
    public const string Alles = "mijn-gegevens-inzien";
    public const string Toezicht = "toeristische-verhuur-toezicht";

    private readonly TijdelijkeMap _map = new();

    public Proefnode Node { get; private set; } = null!;

    public static async Task<Proefregister> Open(Engine engine)
    {
        var register = new Proefregister();
        register.Node = await Proefnode.Start(engine, register._map, services => services.AddVerwerkingsregister().AddPersonen(), routes => routes.MapPersonen());
        var store = await register.Node.Store();
        await VerwerkingsregisterDemo.Vul(store, TimeProvider.System);
        await PersonenDemo.Vul(store);
        return register;
    }

    public Task<Store> Store() => Node.Store();

    public Task<JsonElement> Vraag(int status, object vraag, string? doel = Alles) =>
        Node.Vraag(status, HttpMethod.Post, Diensten.Personen, "/personen", vraag, doel: doel is null ? null : Node.Doel(doel));

    public Task<JsonElement> Raadpleeg(int status, string[] bsns, string[] fields, string? doel = Alles) =>
        Vraag(status, new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsns, fields }, doel);

    /// <summary>Asks as another organisation does, with the claims that the Inway has checked.</summary>
    public Task<JsonElement> AlsPeer(int status, string[] bsns, string[] fields, params string[] gegevens) =>
        AlsPeer(status, new { type = "RaadpleegMetBurgerservicenummer", burgerservicenummer = bsns, fields }, gegevens);

    /// <inheritdoc cref="AlsPeer(int, string[], string[], string[])"/>
    public Task<JsonElement> AlsPeer(int status, object vraag, params string[] gegevens) => AlsPeer(status, Diensten.Personen, "/personen", vraag, gegevens);

    /// <inheritdoc cref="AlsPeer(int, string[], string[], string[])"/>
    public Task<JsonElement> AlsPeer(int status, string dienst, string pad, object vraag, params string[] gegevens) => Node.Vraag(
        status, HttpMethod.Post, dienst, pad, vraag, Herkomst.Inway,
        headers: Claims(gegevens));

    /// <summary>What the Inway has checked of the other organisation, with what its purpose covers.</summary>
    public static Action<HttpRequestHeaders> Claims(string[] gegevens) => headers =>
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["sub"] = Peer,
            ["prp"] = new Dictionary<string, object>
            {
                ["doelbinding.doelen"] = gegevens.Length == 0 ? Array.Empty<object>() : [new { id = $"urn:nld:oin:{Peer}:verwerkingsactiviteit:proef", omschrijving = "Proef", gegevens }],
            },
        });
        headers.Add(Headers.FscAuthorization, $"Bearer {Base64Url.EncodeToString(Encoding.UTF8.GetBytes("{}"))}.{Base64Url.EncodeToString(claims)}.x");
    };

    /// <summary>Adds a list of actual occurrences: category, then elements and values in turn.</summary>
    public async Task Voeg(params (string Categorie, string[] Elementen)[] categorieen) => await VoegLijst(Antwoorden.Lijst(categorieen));

    /// <summary>Adds a list as it is kept.</summary>
    public async Task VoegLijst(string lijst)
    {
        var rij = Persoonsrij.Van(Encoding.UTF8.GetBytes(lijst))!;
        await (await Store()).Write(session => session.Zet(rij));
    }

    /// <summary>Adds a purpose to the register.</summary>
    public async Task MaakDoel(string naam, params string[] gegevens)
    {
        await (await Store()).Write(session => Register.Voeg(session, new Versie(Guid.CreateVersion7(), 1, Node.Doel(naam), DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, new Activiteit
        {
            Naam = naam,
            Doel = "Proberen.",
            Grondslag = Grondslag.PubliekeTaak,
            Gegevens = gegevens,
        })));
        Node.Services.GetRequiredService<Doelen>().Vergeet(Node.Organisatie);
    }

    /// <summary>Adds the public test set, and the tables that it needs.</summary>
    public async Task LeesTestset()
    {
        var taak = Node.Services.GetServices<IBeheertaak>().OfType<ImportBrp>().Single();
        await taak.Voer(new Beheeropdracht(Node.Organisatie, Omgeving.Shared("data", "brp"), new Progress<Voortgang>(), _ => { }), default);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _map.Dispose();
    }
}
