using System.Text.Json.Nodes;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The register of processing activities: which purposes an organisation has, on what ground, since when.</summary>
internal static class RegisterApi
{
    public static IServiceCollection AddVerwerkingsregister(this IServiceCollection services) => services
        .AddBron(Diensten.Verwerkingsregister, typeof(RegisterApi).Assembly, "Meent.Services.Verwerkingsregister.Migraties", Diensten.Verwerkingsregister)
        .AddSingleton<Doelen>();

    public static void MapVerwerkingsregister(this IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup(Diensten.Pad(Diensten.Verwerkingsregister)).WithTags("Verwerkingsregister");
        register.MapGet("/verwerkingsactiviteiten", Lijst).WithName("verwerkingsactiviteit_list");
        register.MapPost("/verwerkingsactiviteiten", Maak).WithName("verwerkingsactiviteit_create");
        register.MapGet("/verwerkingsactiviteiten/{id:guid}", Een).WithName("verwerkingsactiviteit_read");
        register.MapPut("/verwerkingsactiviteiten/{id:guid}", Wijzig).WithName("verwerkingsactiviteit_update");
        register.MapGet("/verwerkingsactiviteiten/{id:guid}/versies", Versies).WithName("verwerkingsactiviteit_versies");
        // The VAR sketch has the singular here.
        register.MapGet("/verwerkingsactiviteit/{id:guid}", Een).WithName("verwerkingsactiviteit_read_var");
    }

    private static async Task<IResult> Lijst(HttpContext http, Doelen doelen, TimeProvider klok, string? uri = null, DateTimeOffset? moment = null)
    {
        var organisatie = http.Organisatie();
        var op = moment ?? klok.GetUtcNow();
        var versies = (await doelen.Versies(organisatie)).Where(groep => uri is null || groep.Key == uri)
            .Select(groep => groep.FirstOrDefault(versie => versie.GeldtOp(op))).OfType<Versie>().Where(versie => Zichtbaar(http, versie)).ToList();
        return Antwoord(http, new JsonObject
        {
            ["count"] = versies.Count,
            ["next"] = null,
            ["previous"] = null,
            ["results"] = new JsonArray([.. versies.Select(versie => RegisterJson.Van(versie, organisatie))]),
        });
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Stores stores, TimeProvider klok, DateTimeOffset? moment = null)
    {
        var op = moment ?? klok.GetUtcNow();
        var versies = await Lees(id, http, stores);
        var versie = versies.Find(versie => versie.GeldtOp(op)) ?? throw Onbekend();
        http.Response.Headers.ETag = RegisterJson.ETag(versie);
        if (http.Request.Headers.IfNoneMatch.Contains(RegisterJson.ETag(versie))) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Antwoord(http, RegisterJson.Van(versie, http.Organisatie()));
    }

    private static async Task<IResult> Versies(Guid id, HttpContext http, Stores stores) =>
        Antwoord(http, new JsonArray([.. (await Lees(id, http, stores)).Select(versie => RegisterJson.Van(versie, http.Organisatie()))]));

    private static async Task<IResult> Maak(HttpContext http, Stores stores, Doelen doelen, TimeProvider klok)
    {
        var invoer = await Lichaam.Lees<Invoer>(http);
        var activiteit = invoer.Controleer(eersteVersie: true);
        var organisatie = http.Organisatie();
        var nu = klok.GetUtcNow();
        var versie = new Versie(
            Guid.CreateVersion7(), 1, organisatie.Verwerkingsactiviteit(invoer.Code!), invoer.BeginGeldigheid ?? nu, invoer.EindeGeldigheid, nu, activiteit);
        await Schrijf(versie, organisatie, stores, doelen);
        http.Response.Headers.Location = $"{organisatie.Basis}{Diensten.Pad(Diensten.Verwerkingsregister)}/verwerkingsactiviteiten/{versie.Id}";
        return Antwoord(http, RegisterJson.Van(versie, organisatie), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Stores stores, Doelen doelen, TimeProvider klok)
    {
        var invoer = await Lichaam.Lees<Invoer>(http);
        var activiteit = invoer.Controleer(eersteVersie: false);
        var organisatie = http.Organisatie();
        var vorige = (await Lees(id, http, stores))[0];
        if (invoer.Code is not null && organisatie.Verwerkingsactiviteit(invoer.Code) != vorige.Uri)
            throw new ProbleemException(new Probleem(400, "invalid", "De code van een verwerkingsactiviteit ligt vast.") { InvalidParams = [new("code", "wijzigen-niet-toegelaten", "De code ligt vast.")] });
        var nu = klok.GetUtcNow();
        var versie = new Versie(id, vorige.Nummer + 1, vorige.Uri, invoer.BeginGeldigheid ?? nu, invoer.EindeGeldigheid, nu, activiteit);
        await Schrijf(versie, organisatie, stores, doelen);
        return Antwoord(http, RegisterJson.Van(versie, organisatie));
    }

    private static async Task Schrijf(Versie versie, Organisatie organisatie, Stores stores, Doelen doelen)
    {
        try
        {
            await (await stores.Get(organisatie)).Write(session =>
            {
                session.AfterCommit(() => doelen.Vergeet(organisatie));
                return Register.Voeg(session, versie);
            });
        }
        catch (UniqueConflictException)
        {
            throw new ProbleemException(new Probleem(409, "conflict", "De verwerkingsactiviteit bestaat al, of is tegelijk gewijzigd."));
        }
    }

    private static async Task<List<Versie>> Lees(Guid id, HttpContext http, Stores stores)
    {
        var versies = await (await stores.Get(http.Organisatie())).Read(session => Register.Van(session, id), http.RequestAborted);
        return versies.Count > 0 && Zichtbaar(http, versies[0]) ? versies : throw Onbekend();
    }

    /// <summary>That an activity is confidential is not shown outside the organisation either.</summary>
    private static bool Zichtbaar(HttpContext http, Versie versie) =>
        versie.Activiteit.Vertrouwelijkheid == Vertrouwelijkheid.Normaal || http.Herkomst() == Herkomst.Intern;

    private static ProbleemException Onbekend() => new(new Probleem(404, "not_found", "Er is geen verwerkingsactiviteit met dit id."));

    private static IResult Antwoord(HttpContext http, JsonNode json, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers["API-Version"] = "0.1.0";
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json", System.Text.Encoding.UTF8, status);
    }
}
