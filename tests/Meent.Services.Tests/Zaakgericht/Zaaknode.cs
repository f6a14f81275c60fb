using System.Text.Json;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Klantinteracties;
using Meent.Services.Notificaties;
using Meent.Services.Objecten;
using Meent.Services.Tests.Logboek;
using Meent.Services.Toegang;
using Meent.Services.Toegang.OAuth;
using Meent.Services.Verwerkingsregister;
using Meent.Services.Zaakgericht;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht;

/// <summary>The ZGW APIs behind HTTP, with a published zaaktype.</summary>
internal sealed class Zaaknode : IAsyncDisposable
{
    private readonly TijdelijkeMap _map = new();

    public Proefnode Node { get; private set; } = null!;
    public string Zaaktype { get; private set; } = "";
    public IReadOnlyList<string> Statustypen { get; private set; } = [];
    public string Roltype { get; private set; } = "";

    /// <summary>Where the node keeps what is not in the database.</summary>
    public string Map => _map.Pad;

    /// <param name="opties">Other options of the store than those of an empty place.</param>
    public static async Task<Zaaknode> Start(Engine engine, Action<IServiceCollection>? erbij = null, Func<OpslagOptions, OpslagOptions>? opties = null,
        Func<Organisatie, Organisatie>? anders = null)
    {
        var zaaknode = await StartLeeg(engine, erbij, opties, anders);
        await VerwerkingsregisterDemo.Vul(await zaaknode.Node.Store(), TimeProvider.System);
        await ReferentielijstenDemo.Vul(await zaaknode.Node.Store());
        var catalogus = await zaaknode.Maak(Diensten.Catalogi, "/catalogussen", new { domein = "TEST", rsin = "990000011", contactpersoonBeheerNaam = "Beheer" });
        (zaaknode.Zaaktype, zaaknode.Statustypen, zaaknode.Roltype) = await zaaknode.MaakZaaktype(Url(catalogus), "A");
        return zaaknode;
    }

    /// <summary>As <see cref="Start"/>, with nothing in the database yet.</summary>
    /// <param name="tussen">Sees each request once it is known which endpoint it is for; then all services are there.</param>
    public static async Task<Zaaknode> StartLeeg(Engine engine, Action<IServiceCollection>? erbij = null, Func<OpslagOptions, OpslagOptions>? opties = null,
        Func<Organisatie, Organisatie>? anders = null, Func<HttpContext, RequestDelegate, Task>? tussen = null)
    {
        var zaaknode = new Zaaknode();
        zaaknode.Node = await Proefnode.Start(engine, zaaknode._map, services =>
            {
                services.AddSingleton<Bronnen>().AddServices();
                erbij?.Invoke(services);
            }, routes =>
            {
                if (tussen is not null)
                {
                    ((IApplicationBuilder)routes).Use(tussen);
                    routes.MapServices();
                    return;
                }

                // Only what tests of zaken call: making the endpoints of all services takes a second for each node.
                routes.MapVerwerkingsregister();
                routes.MapToegang();
                routes.MapOAuth();
                routes.MapZaakgericht();
                routes.MapKlantinteracties();
                routes.MapObjecten();
                routes.MapNotificaties();
                routes.MapBeschrijvingen();
            }, opties?.Invoke(await TestStore.Opslag(engine, zaaknode._map)), anders);
        return zaaknode;
    }

    public async Task<(string Zaaktype, IReadOnlyList<string> Statustypen, string Roltype)> MaakZaaktype(string catalogus, string identificatie, string niveau = "zaakvertrouwelijk")
    {
        var zaaktype = Url(await Maak(Diensten.Catalogi, "/zaaktypen", Type(catalogus, identificatie, niveau)));
        var statustypen = new List<string>();
        foreach (var nummer in new[] { 1, 2 })
            statustypen.Add(Url(await Maak(Diensten.Catalogi, "/statustypen", new { zaaktype, omschrijving = $"Status {nummer}", volgnummer = nummer })));
        var roltype = Url(await Maak(Diensten.Catalogi, "/roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" }));
        await Vraag(200, HttpMethod.Post, Diensten.Catalogi, $"/zaaktypen/{Id(zaaktype)}/publish", new { });
        return (zaaktype, statustypen, roltype);
    }

    public static object Type(string catalogus, string identificatie, string niveau = "zaakvertrouwelijk") => new
    {
        identificatie,
        omschrijving = "Proef",
        vertrouwelijkheidaanduiding = niveau,
        doel = "Proef",
        aanleiding = "Proef",
        indicatieInternOfExtern = "extern",
        handelingInitiator = "Aanvragen",
        onderwerp = "Proef",
        handelingBehandelaar = "Behandelen",
        doorlooptijd = "P30D",
        opschortingEnAanhoudingMogelijk = false,
        verlengingMogelijk = false,
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        referentieproces = new { naam = "Proef" },
        verantwoordelijke = "Proef",
        catalogus,
        besluittypen = Array.Empty<string>(),
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = "2024-01-01",
        versiedatum = "2024-01-01",
    };

    public object Zaak(string? identificatie = null, string? zaaktype = null) => new
    {
        identificatie = identificatie ?? "",
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype = zaaktype ?? Zaaktype,
        startdatum = "2026-06-01",
    };

    /// <summary>URL of an entry of the demo's reference lists.</summary>
    public string Referentie(string lijst, int nummer) => $"{Node.Organisatie.Basis}{Diensten.Pad(Diensten.Referentielijsten)}/{lijst}/{lijst switch
    {
        "procestypen" => "de300002",
        "resultaten" => "de300003",
        _ => "de300004",
    }}-0000-7000-8000-{nummer:D12}";

    public Task<JsonElement> Maak(string dienst, string pad, object inhoud) => Vraag(201, HttpMethod.Post, dienst, pad, inhoud);

    public Task<JsonElement> Vraag(int status, HttpMethod methode, string dienst, string pad, object? inhoud = null) =>
        Node.Vraag(status, methode, dienst, pad, inhoud, Herkomst.Buiten);

    public async Task<IReadOnlyList<string>> Gelogd() =>
        await (await Node.Store()).Read(session => session.Logregels("naam", row => row.Text(0)));

    public static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;

    public static string Id(string url) => url[(url.LastIndexOf('/') + 1)..];

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        _map.Dispose();
    }
}
