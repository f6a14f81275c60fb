using System.Text.Json.Nodes;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Notificaties;

/// <summary>
/// Beside the Notificaties API: what became of the messages, sending them again, and the form in which a subscriber gets them. Each sees its own
/// subscriptions, the organisation all.
/// </summary>
internal static class BezorgingApi
{
    private const string Consumeren = "notificaties.consumeren";

    public static void MapBezorging(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Diensten.Pad(Diensten.Bezorging)).WithTags("Bezorging").WithMetadata(new Scope(Consumeren));
        api.MapGet("/afleveringen", Lijst).WithName("aflevering_list")
            .VraagtDeel(Parameter.Tekst("abonnement", "UUID van het abonnement."), Parameter.Tekst("stand", "wachtend, afgeleverd of opgegeven."));
        api.MapGet("/afleveringen/{nummer:long}", Een).WithName("aflevering_read");
        api.MapPost("/afleveringen/{nummer:long}/opnieuw", EenOpnieuw).WithName("aflevering_opnieuw");
        api.MapGet("/abonnementen", Overzicht).WithName("bezorging_list");
        api.MapPut("/abonnementen/{id:guid}", Zet).WithName("bezorging_update");
        api.MapPost("/abonnementen/{id:guid}/opnieuw", AllesOpnieuw).WithName("bezorging_opnieuw");
    }

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Wie(http, aanroepen, "abonnement", "stand", "page", "pageSize");
        var query = http.Request.Query;
        Guid? abonnement = query.TryGetValue("abonnement", out var id) ? Guid.TryParse(id, out var gelezen) ? gelezen : throw Weiger.Ongeldig("abonnement", "invalid", "Geef een UUID.") : null;
        int? stand = query.TryGetValue("stand", out var woord) ? Stand(woord!) : null;
        var (pagina, grootte) = (Getal(http, "page", 1, 1_000_000), Getal(http, "pageSize", 100, 500));
        var (aantal, rijen) = await (await stores.Get(aanroep.Organisatie)).Snapshot(
            session => Bezorglijst.Lees(session, new(AbonnementApi.Eigenaar(aanroep), abonnement, stand), pagina, grootte), http.RequestAborted);
        return NotificatiesApi.Antwoord(new JsonObject { ["count"] = aantal, ["results"] = new JsonArray([.. rijen]) });
    }

    private static async Task<IResult> Een(long nummer, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Wie(http, aanroepen);
        return NotificatiesApi.Antwoord(await Vind(nummer, aanroep, stores, http.RequestAborted));
    }

    private static async Task<IResult> EenOpnieuw(long nummer, HttpContext http, Aanroepen aanroepen, Stores stores, Bezorger bezorger, TimeProvider klok)
    {
        var aanroep = await Wie(http, aanroepen);
        var abonnement = Guid.Parse((string)(await Vind(nummer, aanroep, stores, http.RequestAborted))["abonnement"]!);
        await Opnieuw(new(AbonnementApi.Eigenaar(aanroep), abonnement, null, nummer), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, aanroep, stores, bezorger, klok, http.RequestAborted);
        return NotificatiesApi.Antwoord(await Vind(nummer, aanroep, stores, http.RequestAborted), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> AllesOpnieuw(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Bezorger bezorger, TimeProvider klok)
    {
        var aanroep = await Wie(http, aanroepen);
        var vraag = await Lichaam.Lees<Herhaling>(http);
        await Vereis(id, aanroep, stores, http.RequestAborted);
        var aantal = await Opnieuw(
            new(AbonnementApi.Eigenaar(aanroep), id, vraag.Stand is null ? null : Stand(vraag.Stand)), vraag.Vanaf ?? DateTimeOffset.UnixEpoch, vraag.Tot ?? DateTimeOffset.MaxValue,
            aanroep, stores, bezorger, klok, http.RequestAborted);
        return NotificatiesApi.Antwoord(new JsonObject { ["aantal"] = aantal }, StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Overzicht(HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await Wie(http, aanroepen);
        var rijen = await (await stores.Get(aanroep.Organisatie)).Read(session => Bezorglijst.Overzicht(session, AbonnementApi.Eigenaar(aanroep)), http.RequestAborted);
        return NotificatiesApi.Antwoord(new JsonObject
        {
            ["count"] = rijen.Count,
            ["results"] = new JsonArray([.. rijen.Select(rij => new JsonObject
            {
                ["abonnement"] = NotificatiesApi.Url(aanroep.Organisatie, "abonnement", rij.Id),
                ["vorm"] = rij.Vorm,
                ["wachtend"] = rij.Wachtend,
                ["opgegeven"] = rij.Opgegeven,
                ["oudsteWachtende"] = Bezorglijst.Moment(rij.Oudste),
            })]),
        });
    }

    /// <summary>Chooses the form; the callback is asked first whether it takes it.</summary>
    private static async Task<IResult> Zet(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Callback callback)
    {
        var aanroep = await Wie(http, aanroepen);
        var vorm = (await Lichaam.Lees<Vormkeuze>(http)).Vorm;
        if (vorm is null || !Berichtvorm.Alle.Contains(vorm)) throw Weiger.Ongeldig("vorm", "invalid_choice", $"Kies uit {string.Join(", ", Berichtvorm.Alle)}.");
        var abonnee = await Vereis(id, aanroep, stores, http.RequestAborted);
        await callback.Controleer(abonnee.Abonnement, vorm, http.RequestAborted);
        await (await stores.Get(aanroep.Organisatie)).Write(session => Abonnementen.ZetVorm(session, id, vorm), http.RequestAborted);
        return NotificatiesApi.Antwoord(new JsonObject { ["abonnement"] = NotificatiesApi.Url(aanroep.Organisatie, "abonnement", id), ["vorm"] = vorm });
    }

    private static async Task<int> Opnieuw(
        Bezorglijst.Vraag vraag, DateTimeOffset vanaf, DateTimeOffset tot, Aanroep aanroep, Stores stores, Bezorger bezorger, TimeProvider klok, CancellationToken stop)
    {
        var store = await stores.Get(aanroep.Organisatie);
        var aantal = await store.Write(session => Bezorglijst.Opnieuw(session, vraag, vanaf, tot, klok.GetUtcNow()), stop);
        if (aantal > 0) bezorger.Opnieuw(store, vraag.Abonnement!.Value);
        return aantal;
    }

    private static async Task<JsonObject> Vind(long nummer, Aanroep aanroep, Stores stores, CancellationToken stop)
    {
        var (_, rijen) = await (await stores.Get(aanroep.Organisatie)).Read(session => Bezorglijst.Lees(session, new(AbonnementApi.Eigenaar(aanroep), null, null, nummer), 1, 1), stop);
        return rijen is [var rij] ? rij : throw Weiger.NietGevonden();
    }

    private static async Task<Abonnee> Vereis(Guid id, Aanroep aanroep, Stores stores, CancellationToken stop) =>
        (await (await stores.Get(aanroep.Organisatie)).Read(session => Abonnementen.Een(session, id, AbonnementApi.Eigenaar(aanroep)), stop)) is [var gevonden, ..] ? gevonden : throw Weiger.NietGevonden();

    private static async ValueTask<Aanroep> Wie(HttpContext http, Aanroepen aanroepen, params string[] parameters)
    {
        var aanroep = await NotificatiesApi.Wie(http, aanroepen, Consumeren);
        http.Response.Headers["API-version"] = "1.0.0";
        Query.Alleen(http.Request, parameters);
        return aanroep;
    }

    private static int Stand(string woord) => Array.IndexOf(Bezorglijst.Standen, woord) is >= 0 and var stand ? stand : throw Weiger.Ongeldig("stand", "invalid_choice", $"Kies uit {string.Join(", ", Bezorglijst.Standen)}.");

    private static int Getal(HttpContext http, string naam, int standaard, int hoogste)
    {
        if (!http.Request.Query.TryGetValue(naam, out var tekst)) return standaard;
        return int.TryParse(tekst, out var getal) && getal >= 1 && getal <= hoogste ? getal : throw Weiger.Ongeldig(naam, "invalid", $"Een getal van 1 tot en met {hoogste}.");
    }

    private sealed record Vormkeuze(string? Vorm);

    /// <param name="Stand">Only those that were delivered, or given up; null for both.</param>
    private sealed record Herhaling(string? Stand, DateTimeOffset? Vanaf, DateTimeOffset? Tot);
}
