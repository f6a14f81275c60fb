using System.Net.Http.Json;
using System.Text.Json;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Process.Uitvoering;
using Meent.Services;
using Meent.Services.Demo;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Process.Tests;

/// <summary>A municipality on a loopback port: the real bronnen of layer 2 and the real process layer, joined by HTTP.</summary>
internal sealed class Wereld : IAsyncDisposable
{
    public const string Proces = "toeristische-verhuur-registratie";
    public const string Fenna = "999970008";
    public const string HerkomstHeader = "Proef-Herkomst";
    public const string Geheim = "0123456789abcdef0123456789abcdef";

    private readonly TijdelijkeMap _map;
    private readonly WebApplication _app;

    private Wereld(TijdelijkeMap map, WebApplication app) => (_map, _app) = (map, app);

    public static Organisatie Organisatie { get; } = TestStore.TestOrganisatie();

    public Uri Basis => new(_app.Urls.First());

    public InternClient Intern => _app.Services.GetRequiredService<InternClient>();

    public Bronnen Bronnen => _app.Services.GetRequiredService<Bronnen>();

    /// <summary>A service that answers 503 for now.</summary>
    public string? Uitgevallen { get; set; }

    public HttpClient Http { get; } = new();

    public static async Task<Wereld> Start(Engine engine = Engine.Sqlite)
    {
        var map = new TijdelijkeMap();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new Testuitvoer());
        builder.Services.AddLogfilter();
        builder.Services.AddRouting();
        builder.Services.AddSingleton(new OrganisatieLijst([Organisatie]));
        builder.Services.AddSingleton(new ApiClients([new ApiClient("proef", Geheim) { HeeftAlleAutorisaties = true }, new ApiClient("lezer", Geheim) { Autorisaties = [new Autorisatie("processen", ["processen.lezen"])] }])).AddSingleton<InternClient>().AddSingleton<ZgwJwt>().AddSingleton<Bronnen>();
        WebApplication? app = null;
        Wereld? wereld = null;
        builder.Services.AddHttpClient(Bronnen.ClientName)
            .ConfigurePrimaryHttpMessageHandler(services => new Wegwijzer(() => new Uri(app!.Urls.First()), services.GetRequiredService<InternClient>()));
        builder.Services.AddServices().AddProcess("wereld");
        builder.Services.AddData(await TestStore.Opslag(engine, map));
        app = builder.Build();
        app.UseProblemen();
        app.Use((http, next) =>
        {
            http.ZetOrganisatie(Organisatie);
            var herkomst = Enum.TryParse<Herkomst>(http.Request.Headers[HerkomstHeader], out var gegeven) ? gegeven : Herkomst.Intern;
            if (herkomst != Herkomst.Buiten) http.Features.Set<IConnectionEndPointFeature>(new Eindpunt { LocalEndPoint = new MemoryEndPoint(herkomst) });
            if (wereld?.Uitgevallen is { } uit && http.Request.Path.StartsWithSegments(Diensten.Pad(uit)))
                throw new ProbleemException(new Probleem(503, "serviceUnavailable", "Even niet."));
            return next(http);
        });
        app.UseRouting();
        app.MapServices();
        app.MapProcess();
        await app.StartAsync();
        wereld = new Wereld(map, app);
        wereld.Http.BaseAddress = wereld.Basis;
        await ServicesDemo.Vul(app.Services.GetRequiredService<Stores>(), Organisatie, TimeProvider.System);
        await wereld.Zaaktype("WONEN", "TOERISTISCHE-VERHUUR-REGISTRATIE", "Ontvangen", "In onderzoek", "Afgehandeld", "Beëindigd");
        await wereld.Zaaktype("BUDGE", "HUISHOUDBOEKJE", "Ontvangen", "Deelname gestart", "Afgewezen", "Beëindigd");
        return wereld;
    }

    /// <summary>A process layer of its own, as another process would be.</summary>
    public Motorhuis Motorhuis(Storing? storing = null, string knoop = "proef") => new(this, storing, knoop);

    public static object Aanvraag(string eenheid, string gebruik = "anders", int gasten = 4) => new
    {
        burgerservicenummer = Fenna,
        adresseerbaarObjectIdentificatie = "9901010000000001",
        nummeraanduidingIdentificatie = "9901200000000001",
        deel = "geheel",
        gebruik,
        slaapplaatsen = 4,
        maximumGasten = gasten,
        eenheidsnaam = eenheid,
    };

    /// <summary>Rows in the tables of the bronnen: every effect that there is.</summary>
    public async Task<string> Effecten()
    {
        var store = await _app.Services.GetRequiredService<Stores>().Get(Organisatie);
        var aantallen = new List<string>();
        foreach (var tabel in new[] { "verhuur_registraties", "zaakgericht_zaken", "zaakgericht_rollen", "zaakgericht_statussen", "processtaat_instanties", "processtaat_taken" })
            aantallen.Add($"{tabel.Split('_')[1]} {await store.Read(session => session.One($"SELECT count(*) FROM {tabel}", row => row.Long(0)))}");
        return string.Join(", ", aantallen);
    }

    public async Task<(int Status, JsonElement Json)> Vraag(HttpMethod methode, string pad, object? inhoud = null, params (string Naam, string Waarde)[] headers)
    {
        using var request = new HttpRequestMessage(methode, Diensten.Pad(Diensten.Processen) + pad);
        if (inhoud is not null) request.Content = inhoud as HttpContent ?? JsonContent.Create(inhoud, inhoud.GetType());
        foreach (var (naam, waarde) in headers) request.Headers.TryAddWithoutValidation(naam, waarde);
        using var antwoord = await Http.SendAsync(request);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        return ((int)antwoord.StatusCode, tekst.StartsWith('{') ? JsonElement.Parse(tekst) : default);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _map.Dispose();
    }

    private async Task Zaaktype(string domein, string identificatie, params string[] statussen)
    {
        var bronnen = _app.Services.GetRequiredService<Bronnen>();
        var namens = new Namens(Organisatie.Slug, Organisatie.Verwerkingsactiviteit("toeristische-verhuur-registreren"));
        var catalogus = await Maak("catalogussen", new { domein, rsin = Organisatie.Rsin, contactpersoonBeheerNaam = "Beheer", naam = domein });
        var zaaktype = await Maak("zaaktypen", new
        {
            identificatie,
            omschrijving = "Registratie toeristische verhuur",
            vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
            doel = "Registreren",
            aanleiding = "Verhuren",
            indicatieInternOfExtern = "extern",
            handelingInitiator = "Registreren",
            onderwerp = "Verhuur",
            handelingBehandelaar = "Verifiëren",
            doorlooptijd = "P14D",
            opschortingEnAanhoudingMogelijk = false,
            verlengingMogelijk = false,
            publicatieIndicatie = false,
            productenOfDiensten = Array.Empty<string>(),
            referentieproces = new { naam = "Registratie behandelen" },
            verantwoordelijke = "Team Wonen",
            catalogus,
            besluittypen = Array.Empty<string>(),
            gerelateerdeZaaktypen = Array.Empty<object>(),
            beginGeldigheid = "2024-01-01",
            versiedatum = "2024-01-01",
        });
        for (var i = 0; i < statussen.Length; i++) await Maak("statustypen", new { zaaktype, omschrijving = statussen[i], volgnummer = i + 1 });
        await Maak("roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" });
        await Maak($"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { });

        async Task<string> Maak(string pad, object inhoud) =>
            (await bronnen.Zend<JsonElement>(HttpMethod.Post, namens, Diensten.Catalogi, pad, inhoud)).GetProperty("url").GetString()!;
    }

    private sealed class Eindpunt : IConnectionEndPointFeature
    {
        public System.Net.EndPoint? LocalEndPoint { get; set; }
        public System.Net.EndPoint? RemoteEndPoint { get; set; }
    }
}

/// <summary>Leads <c>http://{slug}.meent/{dienst}/…</c> to a test's own node, as the integration layer does.</summary>
internal sealed class Wegwijzer(Func<Uri> basis, InternClient intern) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pad = request.RequestUri!.AbsolutePath.TrimStart('/').Split('/', 2);
        request.RequestUri = new Uri(basis(), $"{Diensten.Pad(pad[0])}/{pad[1]}{request.RequestUri.Query}");
        request.Headers.TryAddWithoutValidation("Authorization", intern.Authorization(null));
        return base.SendAsync(request, cancellationToken);
    }
}
