using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Buiten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Notificaties;

/// <summary>ZGW Notificaties API 1.0.1: channels, subscriptions, and messages from sources outside Meent.</summary>
internal static class NotificatiesApi
{
    public const string Versie = "1.0.1";
    private const string Publiceren = "notificaties.publiceren";
    private const string Consumeren = "notificaties.consumeren";

    public static IServiceCollection AddNotificaties(this IServiceCollection services)
    {
        services.AddHttpClient<Callback>(http => http.Timeout = TimeSpan.FromSeconds(10)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // Subscribers are often inside; where machines get their credentials nobody subscribes.
            ConnectCallback = (context, stop) => Verbinding.Maak(context.DnsEndPoint, intern: true, stop),
        });
        return services
            .AddBron(Diensten.Notificaties, typeof(NotificatiesApi).Assembly, "Meent.Services.Notificaties.Migraties", Diensten.Notificaties, Diensten.Bezorging)
            .AddWerkvraag(Diensten.Notificaties, "SELECT 1 FROM notificaties_afleveringen WHERE stand = 0 LIMIT 1")
            .AddSingleton(diensten => new Bezorgopties { Knooppunt = diensten.GetRequiredService<Knooppunt>().Naam })
            .AddSingleton<Bezorger>()
            .AddHostedService(diensten => diensten.GetRequiredService<Bezorger>());
    }

    public static void MapNotificaties(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Diensten.Pad(Diensten.Notificaties)).WithTags("Notificaties");
        api.MapGet("/kanaal", Kanaallijst).WithName("kanaal_list");
        api.MapPost("/kanaal", MaakKanaal).WithName("kanaal_create");
        api.MapGet("/kanaal/{id:guid}", LeesKanaal).WithName("kanaal_read");
        api.MapPost("/notificaties", Publiceer).WithName("notificaties_create");
        api.MapAbonnementen();
        routes.MapBezorging();
    }

    public static string Url(Organisatie organisatie, string soort, Guid id) => $"{organisatie.Basis}{Diensten.Pad(Diensten.Notificaties)}/{soort}/{id:D}";

    /// <summary>Establishes the caller and its scope, and marks the answer with the version of the standard.</summary>
    public static async ValueTask<Aanroep> Wie(HttpContext http, Aanroepen aanroepen, params string[] scopes)
    {
        http.Response.Headers["API-version"] = Versie;
        var aanroep = await aanroepen.Van(http);
        aanroep.Bereik(new Scopes(scopes), Zichtbaarheid.Iedereen);
        return aanroep;
    }

    public static IResult Antwoord(JsonNode json, int status = StatusCodes.Status200OK) => Results.Text(json.ToJsonString(Vorm.Json), "application/json", statusCode: status);

    private static async Task<IResult> Kanaallijst(HttpContext http, Aanroepen aanroepen, Stores stores, string? naam = null)
    {
        var aanroep = await Wie(http, aanroepen, Publiceren, Consumeren);
        if (http.Request.Query.Keys.Where(sleutel => sleutel != "naam").ToList() is { Count: > 0 } onbekend) throw Weiger.OnbekendeParameters(onbekend);
        var kanalen = await (await stores.Get(aanroep.Organisatie)).Read(session => Kanalen.Alle(session, aanroep.Organisatie), http.RequestAborted);
        return Antwoord(new JsonArray([.. kanalen.Where(kanaal => naam is null || kanaal.Kanaal.Naam == naam).Select(kanaal => Json(aanroep.Organisatie, kanaal))]));
    }

    private static async Task<IResult> LeesKanaal(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Wie(http, aanroepen, Publiceren, Consumeren);
        var kanalen = await (await stores.Get(aanroep.Organisatie)).Read(session => Kanalen.Alle(session, aanroep.Organisatie), http.RequestAborted);
        return kanalen.FirstOrDefault(kanaal => kanaal.Id == id) is { Kanaal: not null } gevonden ? Antwoord(Json(aanroep.Organisatie, gevonden)) : throw Weiger.NietGevonden();
    }

    private static async Task<IResult> MaakKanaal(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = VanHier(await Wie(http, aanroepen, Publiceren));
        var kanaal = Vorm.Lees<Kanaal>(await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted), []);
        var id = Guid.CreateVersion7();
        try
        {
            await (await stores.Get(aanroep.Organisatie)).Write(async session =>
            {
                if ((await Kanalen.Alle(session, aanroep.Organisatie)).Any(ander => ander.Kanaal.Naam == kanaal.Naam)) throw Dubbel();
                return await Kanalen.Voeg(session, id, kanaal);
            }, http.RequestAborted);
        }
        catch (UniqueConflictException)
        {
            throw Dubbel();
        }

        http.Response.Headers.Location = Url(aanroep.Organisatie, "kanaal", id);
        return Antwoord(Json(aanroep.Organisatie, (id, kanaal)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Publiceer(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = VanHier(await Wie(http, aanroepen, Publiceren));
        var json = await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted);
        var bericht = Vorm.Lees<Notificatie>(json, []);
        await (await stores.Get(aanroep.Organisatie)).Write(async session =>
        {
            var kanaal = (await Kanalen.Alle(session, aanroep.Organisatie)).FirstOrDefault(kanaal => kanaal.Kanaal.Naam == bericht.Kanaal).Kanaal
                ?? throw Weiger.Ongeldig("kanaal", "message_kanaal", $"Kanaal '{bericht.Kanaal}' bestaat niet.");
            if (!bericht.Kenmerken.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(kanaal.Filters))
                throw Weiger.Ongeldig("kenmerken", "kenmerken_inconsistent", "De kenmerken zijn niet die van het kanaal: " + string.Join(", ", kanaal.Filters) + ".");
            // Who publishes from outside gives no version; its messages keep the order in which they came.
            await session.Outbox(new Gebeurtenis(
                bericht.Kanaal, bericht.HoofdObject, 0, bericht.Resource, bericht.ResourceUrl, bericht.Actie, bericht.Aanmaakdatum, bericht.Kenmerken));
            return true;
        }, http.RequestAborted);
        // The YAML says 200, its public test and Open Notificaties 201.
        return Antwoord(JsonSerializer.SerializeToNode(bericht, Vorm.Json)!, StatusCodes.Status201Created);
    }

    private static Aanroep VanHier(Aanroep aanroep) =>
        aanroep.Peer is null ? aanroep : throw Weiger.GeenRecht("Een andere organisatie kan zich abonneren, maar hier niet publiceren.");

    private static Meent.Standards.Problemen.ProbleemException Dubbel() => Weiger.Ongeldig("naam", "unique", "Er bestaat al een kanaal met eenzelfde naam.");

    private static JsonObject Json(Organisatie organisatie, (Guid Id, Kanaal Kanaal) kanaal)
    {
        var json = new JsonObject { ["url"] = Url(organisatie, "kanaal", kanaal.Id) };
        foreach (var (naam, waarde) in JsonSerializer.SerializeToNode(kanaal.Kanaal, Vorm.Json)!.AsObject()) json[naam] = waarde?.DeepClone();
        return json;
    }
}
