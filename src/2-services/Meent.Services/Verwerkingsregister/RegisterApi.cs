using System.Text.Json.Nodes;
using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Toestemmingen;
using Meent.Services.Verwerkingsregister.Beslispunt;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The register of processing activities: which purposes an organisation has, on what ground, since when.</summary>
internal static class RegisterApi
{
    private static readonly Parameter Uri = Parameter.Tekst("uri", "Alleen de activiteit met deze URI.");
    private static readonly Parameter Moment = new("moment", "De versie die toen gold; zonder: die nu geldt.", new JsonObject { ["type"] = "string", ["format"] = "date-time" });
    private static readonly Parameter Zoek = Parameter.Tekst("zoek", "Alleen activiteiten met deze woorden in naam, doel, categorie of grondslag.");
    private static readonly Parameter Alle = new("alle", "Ook activiteiten die dan niet gelden, met hun naaste versie.", new JsonObject { ["type"] = "boolean" });
    private static readonly Parameter Openbaar = new("openbaar", "Alleen wat voor iedereen is: niet wat vertrouwelijk is.", new JsonObject { ["type"] = "boolean" });

    public static IServiceCollection AddVerwerkingsregister(this IServiceCollection services)
    {
        services.TryAddSingleton<Verwerkingslog>();
        return services
            .AddBron(Diensten.Verwerkingsregister, typeof(RegisterApi).Assembly, "Meent.Services.Verwerkingsregister.Migraties", Diensten.Verwerkingsregister)
            .AddBeslispunt()
            .AddSingleton<Doelen>().AddSingleton<Toestemmingsboek>().AddSingleton<Bijhouden>().AddSingleton<IBeheertaak, ImportRegister>();
    }

    public static void MapVerwerkingsregister(this IEndpointRouteBuilder routes)
    {
        var register = routes.MapGroup(Diensten.Pad(Diensten.Verwerkingsregister)).WithTags("Verwerkingsregister").WithMetadata(new KentToestemming());
        register.MapGet("/verwerkingsactiviteiten", Lijst).WithName("verwerkingsactiviteit_list").WithSummary("De activiteiten in de versie van een moment.")
            .Vraagt(Uri, Moment, Zoek, Alle, Openbaar);
        register.MapGet("/verwerkingsactiviteiten/{id:guid}", Een).WithName("verwerkingsactiviteit_read").WithSummary("Een activiteit in de versie van een moment.").Vraagt(Moment);
        register.MapGet("/verwerkingsactiviteiten/{id:guid}/versies", Versies).WithName("verwerkingsactiviteit_versies").WithSummary("Alle versies van een activiteit, de laatste eerst.");
        // The VAR sketch has the singular here.
        register.MapGet("/verwerkingsactiviteit/{id:guid}", Een).WithName("verwerkingsactiviteit_read_var").WithSummary("Een activiteit in de versie van een moment.").Vraagt(Moment);
        register.MapSchrijven();
        register.MapBestanden();
        routes.MapBeslispunt();
    }

    private static async Task<IResult> Lijst(
        HttpContext http, Aanroepen aanroepen, Doelen doelen, TimeProvider klok, string? uri = null, DateTimeOffset? moment = null, string? zoek = null, bool alle = false, bool openbaar = false)
    {
        var aanroep = await aanroepen.Van(http);
        Query.Alleen(http.Request, ["uri", "moment", "zoek", "alle", "openbaar"]);
        var op = moment ?? klok.GetUtcNow();
        var woorden = (zoek ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var resultaten = (await doelen.Versies(aanroep.Organisatie)).Where(groep => uri is null || groep.Key == uri)
            .Select(groep => (Versie: alle ? groep.ToList().Naaste(op) : groep.Op(op), Versies: groep.ToList()))
            .Where(een => een.Versie is { } versie && Zichtbaar(aanroep, versie) && !(openbaar && versie.Activiteit.IsVertrouwelijk) && woorden.All(woord => Noemt(versie.Activiteit, woord)))
            .Select(een => RegisterJson.Van(een.Versie!, een.Versies, aanroep.Organisatie, moment)).ToArray();
        return RegisterJson.Antwoord(http, new JsonObject { ["count"] = resultaten.Length, ["next"] = null, ["previous"] = null, ["results"] = new JsonArray(resultaten) });
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores, TimeProvider klok, DateTimeOffset? moment = null)
    {
        var aanroep = await aanroepen.Van(http);
        Query.Alleen(http.Request, ["moment"]);
        var versies = await Lees(id, aanroep, stores, http.RequestAborted);
        var versie = versies.Op(moment ?? klok.GetUtcNow()) is { } gevonden && Zichtbaar(aanroep, gevonden) ? gevonden : throw Weiger.NietGevonden();
        var etag = RegisterJson.ETag(versie, versies);
        http.Response.Headers.ETag = etag;
        if (http.Request.Headers.IfNoneMatch.Contains(etag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return RegisterJson.Antwoord(http, RegisterJson.Van(versie, versies, aanroep.Organisatie, moment));
    }

    private static async Task<IResult> Versies(Guid id, HttpContext http, Aanroepen aanroepen, Stores stores)
    {
        var aanroep = await aanroepen.Van(http);
        var versies = await Lees(id, aanroep, stores, http.RequestAborted);
        http.Response.Headers.ETag = RegisterJson.ETag(versies[0], versies);
        return RegisterJson.Antwoord(http, new JsonArray([.. versies.Where(versie => Zichtbaar(aanroep, versie)).Select(versie => RegisterJson.Van(versie, versies, aanroep.Organisatie))]));
    }

    private static async Task<List<Versie>> Lees(Guid id, Aanroep aanroep, Stores stores, CancellationToken stop)
    {
        var versies = await (await stores.Get(aanroep.Organisatie)).Read(session => Register.Van(session, id), stop);
        return versies.Exists(versie => Zichtbaar(aanroep, versie)) ? versies : throw Weiger.NietGevonden();
    }

    private static bool Noemt(Activiteit activiteit, string woord) => new[] { activiteit.Naam, activiteit.Doel, activiteit.Categorie, activiteit.ToelichtingGrondslag }
        .Any(tekst => tekst?.Contains(woord, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>That an activity is confidential is not shown outside the organisation either.</summary>
    public static bool Zichtbaar(Aanroep aanroep, Versie versie) => !versie.Activiteit.IsVertrouwelijk || aanroep.IsIntern;
}
