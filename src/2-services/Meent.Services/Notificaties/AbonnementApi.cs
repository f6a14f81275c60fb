using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Notificaties;

/// <summary>The subscriptions: who wants to be told of what, where.</summary>
internal static class AbonnementApi
{
    private const string Consumeren = "notificaties.consumeren";
    private const string Publiceren = "notificaties.publiceren";

    public static void MapAbonnementen(this IEndpointRouteBuilder api)
    {
        api.MapGet("/abonnement", Lijst).WithName("abonnement_list");
        api.MapPost("/abonnement", Maak).WithName("abonnement_create");
        api.MapGet("/abonnement/{id:guid}", Lees).WithName("abonnement_read");
        api.MapPut("/abonnement/{id:guid}", Vervang).WithName("abonnement_update");
        api.MapPatch("/abonnement/{id:guid}", Wijzig).WithName("abonnement_partial_update");
        api.MapDelete("/abonnement/{id:guid}", Verwijder).WithName("abonnement_delete");
    }

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren, Publiceren);
        if (http.Request.Query.Count > 0) throw Weiger.OnbekendeParameters(http.Request.Query.Keys);
        var abonnementen = await (await stores.Get(aanroep.Organisatie)).Read(session => Abonnementen.Alle(session, Eigenaar(aanroep)), http.RequestAborted);
        return NotificatiesApi.Antwoord(new JsonArray([.. abonnementen.Select(abonnement => Json(aanroep.Organisatie, abonnement.Id, abonnement.Abonnement))]));
    }

    private static async Task<IResult> Lees(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren, Publiceren);
        return NotificatiesApi.Antwoord(Json(aanroep.Organisatie, id, await Vind(id, aanroep, stores, http.RequestAborted)));
    }

    private static async Task<IResult> Maak(HttpContext http, Aanroepen aanroepen, Stores stores, Callback callback)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren);
        var abonnement = Vorm.Lees<Abonnement>(await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted), []);
        var id = Guid.CreateVersion7();
        await Bewaar(id, abonnement, aanroep, stores, callback, http.RequestAborted);
        http.Response.Headers.Location = NotificatiesApi.Url(aanroep.Organisatie, "abonnement", id);
        return NotificatiesApi.Antwoord(Json(aanroep.Organisatie, id, abonnement), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Vervang(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Callback callback)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren);
        await Vind(id, aanroep, stores, http.RequestAborted);
        var abonnement = Vorm.Lees<Abonnement>(await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted), []);
        await Bewaar(id, abonnement, aanroep, stores, callback, http.RequestAborted);
        return NotificatiesApi.Antwoord(Json(aanroep.Organisatie, id, abonnement));
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Callback callback)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren);
        var json = JsonSerializer.SerializeToNode(await Vind(id, aanroep, stores, http.RequestAborted), Vorm.Json)!.AsObject();
        var wijziging = await http.Request.ReadFromJsonAsync<JsonElement>(http.RequestAborted);
        if (wijziging.ValueKind != JsonValueKind.Object) throw Weiger.Ongeldig("nonFieldErrors", "invalid", "Verwachtte een object.");
        foreach (var veld in wijziging.EnumerateObject()) json[veld.Name] = JsonNode.Parse(veld.Value.GetRawText());
        var abonnement = Vorm.Lees<Abonnement>(JsonSerializer.SerializeToElement(json), []);
        await Bewaar(id, abonnement, aanroep, stores, callback, http.RequestAborted);
        return NotificatiesApi.Antwoord(Json(aanroep.Organisatie, id, abonnement));
    }

    private static async Task<IResult> Verwijder(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren);
        await Vind(id, aanroep, stores, http.RequestAborted);
        await (await stores.Get(aanroep.Organisatie)).Write(session => Abonnementen.Verwijder(session, id), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task Bewaar(Guid id, Abonnement abonnement, Aanroep aanroep, Stores stores, Callback callback, CancellationToken stop)
    {
        var store = await stores.Get(aanroep.Organisatie);
        var bekend = (await store.Read(session => Kanalen.Alle(session, aanroep.Organisatie), stop)).ToDictionary(kanaal => kanaal.Kanaal.Naam, kanaal => kanaal.Kanaal.Filters, StringComparer.Ordinal);
        var fouten = abonnement.Kanalen.SelectMany((keuze, i) => Fouten(keuze, i, bekend)).ToList();
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        // Before the write: whoever must be asked something over the network does not keep the writer waiting.
        await callback.Controleer(abonnement, (await store.Read(session => Abonnementen.Een(session, id, null), stop)) is [var bestaand] ? bestaand.Vorm : Berichtvorm.Zgw, stop);
        await store.Write(session => Abonnementen.Bewaar(session, id, Eigenaar(aanroep) ?? "", abonnement), stop);
    }

    /// <summary>A channel exists, and has the kenmerken that are filtered on.</summary>
    private static IEnumerable<OngeldigVeld> Fouten(Kanaalkeuze keuze, int nummer, Dictionary<string, IReadOnlyList<string>> bekend)
    {
        if (!bekend.TryGetValue(keuze.Naam, out var filters)) yield return new OngeldigVeld($"kanalen.{nummer}.naam", "does_not_exist", $"Kanaal '{keuze.Naam}' bestaat niet.");
        else if (keuze.Filters.Keys.FirstOrDefault(filter => !filters.Contains(filter)) is { } onbekend)
            yield return new OngeldigVeld($"kanalen.{nummer}.filters", "inconsistent-abonnement-filters", $"Kanaal '{keuze.Naam}' heeft geen kenmerk '{onbekend}'.");
    }

    private static async Task<Abonnement> Vind(Guid id, Aanroep aanroep, Stores stores, CancellationToken stop) =>
        (await (await stores.Get(aanroep.Organisatie)).Read(session => Abonnementen.Een(session, id, Eigenaar(aanroep)), stop))
            is [var gevonden, ..] ? gevonden.Abonnement : throw Weiger.NietGevonden();

    /// <summary>Null for the organisation itself, which sees all.</summary>
    internal static string? Eigenaar(Aanroep aanroep) => aanroep.Peer ?? aanroep.Client?.Id;

    private static JsonObject Json(Organisatie organisatie, Guid id, Abonnement abonnement)
    {
        var json = new JsonObject { ["url"] = NotificatiesApi.Url(organisatie, "abonnement", id) };
        foreach (var (naam, waarde) in JsonSerializer.SerializeToNode(abonnement, Vorm.Json)!.AsObject()) json[naam] = waarde?.DeepClone();
        return json;
    }
}
