using System.Globalization;
using Meent.Data.Opslag;
using Meent.Data.Reservekopie;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>Own API for destroying what may no longer be kept: make a list, have it judged and established, carry it out, show the declaration.</summary>
internal static class VernietigingApi
{
    private const string Lezen = "vernietiging.lezen";
    private const string Bijwerken = "vernietiging.bijwerken";

    public static IServiceCollection AddVernietiging(this IServiceCollection services) => services
        .AddSingleton<Vernietigd>().AddSingleton<Verklaringen>().AddSingleton<Uitvoering>().AddSingleton<Opnieuw>()
        .AddSingleton(d => new NaTerugzetten(d.GetRequiredService<Opnieuw>().Vernietig));

    public static void MapVernietiging(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Diensten.Pad(Diensten.Vernietiging)).WithTags("Vernietiging");
        api.MapGet("/vernietigingslijsten", Alle).WithName("vernietigingslijst_list").WithSummary("Alle lijsten, de nieuwste eerst.");
        api.MapPost("/vernietigingslijsten", Maak).WithName("vernietigingslijst_create").WithSummary("Stel een lijst op van zaken die vernietigd moeten worden.");
        api.MapGet("/vernietigingslijsten/{id:guid}", Een).WithName("vernietigingslijst_read").WithSummary("Een lijst.");
        api.MapDelete("/vernietigingslijsten/{id:guid}", Verwijder).WithName("vernietigingslijst_delete").WithSummary("Gooi een concept weg; de zaken kunnen dan op een andere lijst.");
        api.MapGet("/vernietigingslijsten/{id:guid}/voortgang", Voortgang).WithName("vernietigingslijst_voortgang").WithSummary("Hoeveel zaken van een lijst in welke stand zijn.");
        api.MapGet("/vernietigingslijsten/{id:guid}/regels", Regels).WithName("vernietigingsregel_list").WithSummary("De zaken van een lijst.").Vraagt(Na, Stand, Grootte);
        api.MapGet("/vernietigingslijsten/{id:guid}/regels/{zaak:guid}", Regel).WithName("vernietigingsregel_read").WithSummary("Een zaak van een lijst.");
        api.MapPut("/vernietigingslijsten/{id:guid}/regels/{zaak:guid}", Zonder).WithName("vernietigingsregel_update").WithSummary("Zonder een zaak uit, met de reden, of neem hem weer op.");
        api.MapPost("/vernietigingslijsten/{id:guid}/indienen", (Guid id, HttpContext http, Dienstverlening d) => Stap(id, http, d, (lijst, _, _) => Task.FromResult(Beoordeling.DienIn(lijst))))
            .WithName("vernietigingslijst_indienen").WithSummary("Geef de lijst aan de behandelaar.");
        api.MapPost("/vernietigingslijsten/{id:guid}/beoordelen", (Guid id, HttpContext http, Dienstverlening d) =>
            Stap(id, http, d, async (lijst, wie, nu) => Beoordeling.Beoordeel(lijst, await Lichaam.Lees<Oordeel>(http), wie, nu))).WithName("vernietigingslijst_beoordelen").WithSummary("Het oordeel van de behandelaar.");
        api.MapPost("/vernietigingslijsten/{id:guid}/vaststellen", (Guid id, HttpContext http, Dienstverlening d) =>
            Stap(id, http, d, async (lijst, wie, nu) => Beoordeling.StelVast(lijst, await Lichaam.Lees<Oordeel>(http), wie, nu))).WithName("vernietigingslijst_vaststellen").WithSummary("Het oordeel van de archivaris.");
        api.MapPost("/vernietigingslijsten/{id:guid}/uitvoeren", Voer).WithName("vernietigingslijst_uitvoeren").WithSummary("Vernietig de zaken van een vastgestelde lijst.");
        api.MapGet("/vernietigingslijsten/{id:guid}/verklaring", Verklaring).WithName("verklaring_read").WithSummary("De ondertekende verklaring van vernietiging (JWS).");
        api.MapGet("/sleutels", (HttpContext http, Verklaringen verklaringen) => Results.Json(verklaringen.Sleutels(http.Organisatie()), Bronnen.Json))
            .WithName("sleutel_list").WithSummary("De publieke sleutel waarmee een verklaring te controleren is.").AllowAnonymous();
    }

    private const int MaxGrootte = 500;

    private static readonly Parameter Na = Parameter.Tekst("na", "Alleen zaken na deze uuid.");
    private static readonly Parameter Stand = Parameter.Tekst("stand", "Alleen zaken in deze stand: voorgesteld, uitgezonderd, vernietigd of mislukt.");
    private static readonly Parameter Grootte = Parameter.Getal("pageSize", "Hoeveel zaken ten hoogste.", 1, MaxGrootte);

    private static async Task<IResult> Alle(HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        var lijsten = await store.Read(Vernietigingslijst.Alle, http.RequestAborted);
        return Results.Json(new { count = lijsten.Count, results = lijsten }, Bronnen.Json);
    }

    private static async Task<IResult> Maak(HttpContext http, Dienstverlening diensten)
    {
        var (aanroep, store) = await Open(http, diensten, Bijwerken);
        var invoer = await Lichaam.Lees<Lijstinvoer>(http);
        var vandaag = diensten.Klok.Vandaag();
        if (string.IsNullOrWhiteSpace(invoer.Naam) || invoer.Naam.Length > 200) throw Weiger.Ongeldig("naam", "required", "Geef de lijst een naam, in ten hoogste 200 tekens.");
        if (invoer.Tot > vandaag) throw Weiger.Ongeldig("tot", "future_not_allowed", "Alleen zaken waarvan de bewaartermijn voorbij is.");
        var lijst = new Vernietigingslijst(
            Guid.CreateVersion7(), invoer.Naam, Lijststand.Concept, Wie(aanroep), diensten.Klok.GetUtcNow(), null, null, null, null, null, null, "");
        var aantal = await store.Write(async session =>
        {
            await lijst.Bewaar(session);
            var gevonden = await Samenstelling.Vul(session, lijst.Id, invoer.Tot ?? vandaag);
            return gevonden > 0 ? gevonden : throw Weiger.Ongeldig("tot", "empty", "Er zijn geen zaken waarvan de bewaartermijn dan voorbij is en die op geen andere lijst staan.");
        }, http.RequestAborted);
        http.Response.Headers.Location = $"{store.Organisatie.Basis}{Diensten.Pad(Diensten.Vernietiging)}/vernietigingslijsten/{lijst.Id:D}";
        return Results.Json(new { lijst, aantal }, Bronnen.Json, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        return Results.Json(await store.Read(session => Vernietigingslijst.Haal(session, id), http.RequestAborted) ?? throw Weiger.NietGevonden(), Bronnen.Json);
    }

    private static async Task<IResult> Verwijder(Guid id, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Bijwerken);
        await store.Write(async session =>
        {
            Beoordeling.Eis(await Vernietigingslijst.Pak(session, id) ?? throw Weiger.NietGevonden(), Lijststand.Concept);
            await Vernietigingsregel.Verwijder(session, id);
            return await Vernietigingslijst.Verwijder(session, id);
        }, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Voortgang(Guid id, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        return Results.Json(await store.Read(session => Vernietigingsregel.Aantallen(session, id), http.RequestAborted), Bronnen.Json);
    }

    private static async Task<IResult> Regels(Guid id, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        var query = http.Request.Query;
        Pijplijn.Lezen.Query.Alleen(http.Request, ["na", "stand", "pageSize"]);
        var (na, grootte, stand) = (Guid.Empty, MaxGrootte, query["stand"].ToString());
        if (query.TryGetValue("na", out var tekst) && !Guid.TryParse(tekst, out na)) throw Weiger.Ongeldig("na", "invalid", "Geef de uuid van een zaak.");
        if (query.ContainsKey("stand") && !Vernietigingsregel.Standen.Contains(stand)) throw Weiger.Ongeldig("stand", "invalid_choice", $"Kies uit {string.Join(", ", Vernietigingsregel.Standen)}.");
        if (query.TryGetValue("pageSize", out var getal) && (!int.TryParse(getal, NumberStyles.None, CultureInfo.InvariantCulture, out grootte) || grootte is < 1 or > MaxGrootte))
            throw Weiger.Ongeldig("pageSize", "invalid", $"Geef een getal van 1 tot en met {MaxGrootte}.");
        return Results.Json(new { results = await store.Read(session => Vernietigingsregel.Van(session, id, na, grootte, stand), http.RequestAborted) }, Bronnen.Json);
    }

    private static async Task<IResult> Regel(Guid id, Guid zaak, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        return Results.Json(await store.Read(session => Vernietigingsregel.Een(session, id, zaak), http.RequestAborted) ?? throw Weiger.NietGevonden(), Bronnen.Json);
    }

    private static async Task<IResult> Zonder(Guid id, Guid zaak, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Bijwerken);
        var invoer = await Lichaam.Lees<Uitzondering>(http);
        if (invoer.Uitgezonderd && string.IsNullOrWhiteSpace(invoer.Reden)) throw Weiger.Ongeldig("reden", "required", "Zeg waarom de zaak bewaard blijft.");
        await store.Write(async session =>
        {
            var lijst = await Vernietigingslijst.Pak(session, id) ?? throw Weiger.NietGevonden();
            if (lijst.Stand is Lijststand.Vastgesteld or Lijststand.Uitgevoerd) Beoordeling.Eis(lijst, Lijststand.Concept);
            var stand = invoer.Uitgezonderd ? Vernietigingsregel.Uitgezonderd : Vernietigingsregel.Voorgesteld;
            try
            {
                return await Vernietigingsregel.Zet(session, id, zaak, stand, invoer.Reden ?? "") == 1 ? 1 : throw Weiger.NietGevonden();
            }
            catch (UniqueConflictException)
            {
                throw new ProbleemException(new Probleem(409, "andere-lijst", "De zaak staat intussen op een andere lijst.", "Een zaak staat op ten hoogste een lijst tegelijk."));
            }
        }, http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> Stap(Guid id, HttpContext http, Dienstverlening diensten, Func<Vernietigingslijst, string, DateTimeOffset, Task<Vernietigingslijst>> stap)
    {
        var (aanroep, store) = await Open(http, diensten, Bijwerken);
        // The body is read before the write; the step itself is taken on the list as it is then.
        var nu = diensten.Klok.GetUtcNow();
        var gelezen = await store.Read(session => Vernietigingslijst.Haal(session, id), http.RequestAborted) ?? throw Weiger.NietGevonden();
        var verder = await stap(gelezen, Wie(aanroep), nu);
        return Results.Json(await store.Write(async session =>
        {
            if (await Vernietigingslijst.Pak(session, id) != gelezen) throw new ProbleemException(new Probleem(409, "gewijzigd", "Intussen gewijzigd.", "Lees de lijst opnieuw."));
            return await verder.Bewaar(session);
        }, http.RequestAborted), Bronnen.Json);
    }

    private static async Task<IResult> Voer(Guid id, HttpContext http, Dienstverlening diensten, Uitvoering uitvoering)
    {
        var (aanroep, store) = await Open(http, diensten, Bijwerken);
        var lijst = await store.Read(session => Vernietigingslijst.Haal(session, id), http.RequestAborted) ?? throw Weiger.NietGevonden();
        Beoordeling.Eis(lijst, Lijststand.Vastgesteld);
        // Not with the caller's cancellation: what has been decided goes on when a browser is closed.
        return Results.Json(await uitvoering.Voer(store, lijst, aanroep, Wie(aanroep), CancellationToken.None), Bronnen.Json);
    }

    private static async Task<IResult> Verklaring(Guid id, HttpContext http, Dienstverlening diensten)
    {
        var (_, store) = await Open(http, diensten, Lezen);
        return Results.Text(await store.Read(session => Verklaringen.Haal(session, id), http.RequestAborted) ?? throw Weiger.NietGevonden(), "application/jose");
    }

    private static async ValueTask<(Aanroep Aanroep, Store Store)> Open(HttpContext http, Dienstverlening diensten, string scope)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        if (aanroep.Herkomst == Herkomst.Inway) throw Weiger.GeenRecht();
        _ = aanroep.Bereik(scope, Zichtbaarheid.Iedereen);
        if (aanroep.IsIntern) aanroep.VereisDoel(Diensten.Vernietiging, "vernietigingslijsten");
        return (aanroep, await diensten.Stores.Get(aanroep.Organisatie));
    }

    /// <summary>Four eyes need names.</summary>
    private static string Wie(Aanroep aanroep) => aanroep.Gebruiker is { Length: > 0 } wie ? wie
        : throw new ProbleemException(new Probleem(403, "permission_denied", "Wie dit doet, moet bekend zijn.", "Noem de medewerker: user_id in het token."));
}

/// <param name="Tot">Zaken with an archiefactiedatum up to this day; today without it.</param>
internal sealed record Lijstinvoer(string? Naam, DateOnly? Tot);

internal sealed record Uitzondering(bool Uitgezonderd, string? Reden);
