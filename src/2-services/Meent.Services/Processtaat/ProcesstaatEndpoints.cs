using System.Globalization;
using Meent.Data.Opslag;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Processtaat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Processtaat;

/// <summary>The API by which the process engine (layer 4) keeps its state. For the own organisation only; nobody else has business here.</summary>
internal static class ProcesstaatEndpoints
{
    private const int MaxLimiet = 500;
    private const long MaxBericht = 16_000_000;

    public static void MapProcesstaat(this IEndpointRouteBuilder endpoints)
    {
        var groep = endpoints.MapGroup(Diensten.Pad(Diensten.Processtaat)).WithTags("processtaat").WithMetadata(new RequestSizeLimitAttribute(MaxBericht));
        groep.AddEndpointFilter(AlleenIntern);
        groep.MapGet("/definities", Definitielijst).WithName("processtaat_definities");
        groep.MapPost("/definities", PlaatsDefinitie).WithName("processtaat_definitie_plaatsen");
        groep.MapGet("/definities/{proces}/{versie:int}", Definitie).WithName("processtaat_definitie");
        groep.MapGet("/instanties", Instantielijst).WithName("processtaat_instanties");
        groep.MapPost("/instanties", VoegInstantie).WithName("processtaat_instantie_toevoegen");
        groep.MapGet("/instanties/{id:guid}", Instantie).WithName("processtaat_instantie");
        groep.MapPut("/instanties/{id:guid}", VervangInstantie).WithName("processtaat_instantie_vervangen");
        groep.MapGet("/werk", Werk).WithName("processtaat_werk");
        groep.MapGet("/taken", Takenlijst).WithName("processtaat_taken");
        groep.MapGet("/taken/{instantie:guid}/{nummer:long}", Taak).WithName("processtaat_taak");
    }

    private static async ValueTask<object?> AlleenIntern(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Herkomst() == Herkomst.Intern
            ? await next(context)
            : throw new ProbleemException(new Probleem(403, "permission_denied", "Deze dienst is er alleen voor de procesmotor van de organisatie zelf."));

    private static async Task<Ok<Lijst<Definitie>>> Definitielijst(HttpContext http, Stores stores, string? proces, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        return TypedResults.Ok(new Lijst<Definitie>(await store.Read(session => session.LijstDefinities(proces), stop)));
    }

    private static async Task<Results<Created<Definitie>, Ok<Definitie>>> PlaatsDefinitie(HttpContext http, Stores stores, TimeProvider klok, CancellationToken stop)
    {
        var definitie = await http.Request.LeesStreng<Definitie>(stop);
        if (definitie.Bpmn is null || definitie.Koppelingen is null)
            throw new ProbleemException(new Probleem(400, "invalid", "Een definitie heeft een bpmn en koppelingen."));
        var store = await stores.Get(http.Organisatie());
        var geplaatst = definitie with { GeplaatstOp = klok.GetUtcNow() };
        try
        {
            var (bewaard, nieuw) = await store.Write(session => session.Voeg(geplaatst), stop);
            return nieuw ? TypedResults.Created($"definities/{bewaard.Proces}/{bewaard.Versie}", bewaard) : TypedResults.Ok(bewaard);
        }
        catch (UniqueConflictException)
        {
            throw new ProbleemException(new Probleem(409, "conflict", "Een ander plaatste tegelijk een versie van dit proces.") { RetryAfter = 1 });
        }
    }

    private static async Task<Results<Ok<Definitie>, NotFound>> Definitie(HttpContext http, Stores stores, string proces, int versie, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        return await store.Read(session => session.Definitie(proces, versie), stop) is { } definitie ? TypedResults.Ok(definitie) : TypedResults.NotFound();
    }

    private static async Task<Ok<Lijst<Instantie>>> Instantielijst(
        HttpContext http, Stores stores, string? status, string? bedrijfssleutel, Guid? na, int? limiet, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        var aantal = Limiet(limiet);
        var lijst = await store.Read(session => session.Lijst(status, bedrijfssleutel, na, aantal), stop);
        return TypedResults.Ok(new Lijst<Instantie>(lijst, lijst.Count == aantal ? lijst[^1].Id.ToString() : null));
    }

    private static async Task<Results<Created<Instantie>, Ok<Instantie>>> VoegInstantie(
        HttpContext http, Stores stores, [FromHeader(Name = Headers.IdempotencyKey)] string? sleutel, CancellationToken stop)
    {
        var instantie = await http.Request.LeesStreng<Instantie>(stop);
        var store = await stores.Get(http.Organisatie());
        try
        {
            var (bewaard, nieuw) = await store.Write(session => session.Voeg(instantie, sleutel), stop);
            http.Response.Headers.ETag = ETag(bewaard.Revisie);
            return nieuw ? TypedResults.Created($"instanties/{bewaard.Id}", bewaard) : TypedResults.Ok(bewaard);
        }
        catch (ReferenceConflictException)
        {
            throw new ProbleemException(new Probleem(400, "invalid", "Deze versie van het proces is niet geplaatst.")
            {
                InvalidParams = [new OngeldigVeld("versie", "does-not-exist", $"{instantie.Proces} versie {instantie.Versie} bestaat niet.")],
            });
        }
    }

    private static async Task<Results<Ok<Instantie>, NotFound>> Instantie(HttpContext http, Stores stores, Guid id, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        if (await store.Read(session => session.Instantie(id), stop) is not { } instantie) return TypedResults.NotFound();
        http.Response.Headers.ETag = ETag(instantie.Revisie);
        return TypedResults.Ok(instantie);
    }

    private static async Task<NoContent> VervangInstantie(
        HttpContext http, Stores stores, Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, CancellationToken stop)
    {
        if (Revisie(ifMatch) is not { } revisie)
            throw new ProbleemException(new Probleem(428, "precondition-required", "Een wijziging noemt in If-Match de revisie waarop zij rust."));
        var instantie = await http.Request.LeesStreng<Instantie>(stop) with { Id = id };
        var store = await stores.Get(http.Organisatie());
        var nieuw = await store.Write(session => session.Vervang(instantie, revisie), stop)
            ?? throw new ProbleemException(new Probleem(412, "precondition-failed", "Een ander heeft de instantie intussen gewijzigd."));
        http.Response.Headers.ETag = ETag(nieuw);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Werk>> Werk(HttpContext http, Stores stores, TimeProvider klok, string knoop, string run, int? limiet, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        var nu = klok.GetUtcNow();
        return TypedResults.Ok(await store.Read(session => session.Werk(nu, knoop, run, Limiet(limiet)), stop));
    }

    private static async Task<Ok<Lijst<Taak>>> Takenlijst(
        HttpContext http, Stores stores, string? status, string? rol, string? na, int? limiet, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        var aantal = Limiet(limiet);
        var lijst = await store.Read(session => session.LijstTaken(status, rol, Cursor(na), aantal), stop);
        return TypedResults.Ok(new Lijst<Taak>(lijst, lijst.Count == aantal ? $"{lijst[^1].Instantie}.{lijst[^1].Nummer}" : null));
    }

    private static async Task<Results<Ok<Taak>, NotFound>> Taak(HttpContext http, Stores stores, Guid instantie, long nummer, CancellationToken stop)
    {
        var store = await stores.Get(http.Organisatie());
        return await store.Read(session => session.Taak(instantie, nummer), stop) is { } taak ? TypedResults.Ok(taak) : TypedResults.NotFound();
    }

    private static (Guid, long)? Cursor(string? na)
    {
        if (na is null) return null;
        return na.Split('.') is [var id, var nummer] && Guid.TryParse(id, out var instantie) && long.TryParse(nummer, CultureInfo.InvariantCulture, out var getal)
            ? (instantie, getal)
            : throw new ProbleemException(new Probleem(400, "invalid", "De parameter na komt niet uit een eerder antwoord."));
    }

    private static int Limiet(int? limiet) => Math.Clamp(limiet ?? 100, 1, MaxLimiet);

    private static string ETag(long revisie) => string.Create(CultureInfo.InvariantCulture, $"\"{revisie}\"");

    private static long? Revisie(string? etag) =>
        etag is ['"', .. var cijfers, '"'] && long.TryParse(cijfers, CultureInfo.InvariantCulture, out var revisie) ? revisie : null;
}
