using System.Text.Json.Nodes;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
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
    private const string ScopeSchrijven = "verwerkingsregister.schrijven";

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

    private static async Task<IResult> Lijst(HttpContext http, Aanroepen aanroepen, Doelen doelen, TimeProvider klok, string? uri = null, DateTimeOffset? moment = null)
    {
        var aanroep = await aanroepen.Van(http);
        var op = moment ?? klok.GetUtcNow();
        var versies = (await doelen.Versies(aanroep.Organisatie)).Where(groep => uri is null || groep.Key == uri)
            .Select(groep => groep.FirstOrDefault(versie => versie.GeldtOp(op))).OfType<Versie>().Where(versie => Zichtbaar(aanroep, versie)).ToList();
        return Antwoord(http, new JsonObject
        {
            ["count"] = versies.Count,
            ["next"] = null,
            ["previous"] = null,
            ["results"] = new JsonArray([.. versies.Select(versie => RegisterJson.Van(versie, aanroep.Organisatie))]),
        });
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, TimeProvider klok, DateTimeOffset? moment = null)
    {
        var op = moment ?? klok.GetUtcNow();
        var versies = await Lees(id, await aanroepen.Van(http), stores, http.RequestAborted);
        var versie = versies.Find(versie => versie.GeldtOp(op)) ?? throw Weiger.NietGevonden();
        http.Response.Headers.ETag = RegisterJson.ETag(versie);
        if (http.Request.Headers.IfNoneMatch.Contains(RegisterJson.ETag(versie))) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Antwoord(http, RegisterJson.Van(versie, http.Organisatie()));
    }

    private static async Task<IResult> Versies(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores) =>
        Antwoord(http, new JsonArray([.. (await Lees(id, await aanroepen.Van(http), stores, http.RequestAborted)).Select(versie => RegisterJson.Van(versie, http.Organisatie()))]));

    private static async Task<IResult> Maak(HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, TimeProvider klok)
    {
        var organisatie = MagSchrijven(await aanroepen.Van(http));
        var invoer = await Lichaam.Lees<Invoer>(http);
        var activiteit = invoer.Controleer(eersteVersie: true);
        var nu = klok.GetUtcNow();
        var versie = new Versie(
            Guid.CreateVersion7(), 1, organisatie.Verwerkingsactiviteit(invoer.Code!), invoer.BeginGeldigheid ?? nu, invoer.EindeGeldigheid, nu, activiteit);
        await Schrijf(versie, organisatie, stores, doelen);
        http.Response.Headers.Location = $"{organisatie.Basis}{Diensten.Pad(Diensten.Verwerkingsregister)}/verwerkingsactiviteiten/{versie.Id}";
        return Antwoord(http, RegisterJson.Van(versie, organisatie), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Wijzig(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, TimeProvider klok)
    {
        var aanroep = await aanroepen.Van(http);
        var organisatie = MagSchrijven(aanroep);
        var invoer = await Lichaam.Lees<Invoer>(http);
        var activiteit = invoer.Controleer(eersteVersie: false);
        var vorige = (await Lees(id, aanroep, stores, http.RequestAborted))[0];
        if (invoer.Code is not null && organisatie.Verwerkingsactiviteit(invoer.Code) != vorige.Uri)
            throw Weiger.Ongeldig("code", "wijzigen-niet-toegelaten", "De code van een verwerkingsactiviteit ligt vast.");
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

    private static async Task<List<Versie>> Lees(Guid id, Aanroep aanroep, Stores stores, CancellationToken stop)
    {
        var versies = await (await stores.Get(aanroep.Organisatie)).Read(session => Register.Van(session, id), stop);
        return versies.Count > 0 && Zichtbaar(aanroep, versies[0]) ? versies : throw Weiger.NietGevonden();
    }

    private static Organisatie MagSchrijven(Aanroep aanroep)
    {
        if (aanroep.Peer is not null) throw Weiger.GeenRecht("Een andere organisatie kan dit register niet wijzigen.");
        aanroep.Bereik(ScopeSchrijven, Zichtbaarheid.Iedereen);
        return aanroep.Organisatie;
    }

    /// <summary>That an activity is confidential is not shown outside the organisation either.</summary>
    private static bool Zichtbaar(Aanroep aanroep, Versie versie) => versie.Activiteit.Vertrouwelijkheid == Vertrouwelijkheid.Normaal || aanroep.IsIntern;

    private static IResult Antwoord(HttpContext http, JsonNode json, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers["API-Version"] = "0.1.0";
        return Results.Text(json.ToJsonString(Bronnen.Json), "application/json", System.Text.Encoding.UTF8, status);
    }
}
