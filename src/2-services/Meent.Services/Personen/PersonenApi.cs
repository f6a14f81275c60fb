using System.Text.Json;
using Meent.Data.Migraties;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Invoer;
using Meent.Services.Personen.Opslag;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Personen;

/// <summary>BRP API Personen 2.7.0 at the source.</summary>
internal static class PersonenApi
{
    // Twenty numbers and 130 paths of 200 characters fit twice.
    private const int MaximumBericht = 64 * 1024;

    private static readonly string[] AndereMethoden = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    public static IServiceCollection AddPersonen(this IServiceCollection services) => services
        .AddBron("personen", typeof(PersonenApi).Assembly, "Meent.Services.Personen.Migraties", Diensten.Personen, Diensten.Tabellen)
        .AddTeller("personen", Diensten.Personen, "SELECT COUNT(*) FROM personen_personen")
        .AddSingleton<Tabelopslag>().AddSingleton<Sleutelvulling>()
        .AddSingleton<Verstrekking>()
        .AddSingleton<IBeheertaak, ImportBrp>();

    public static void MapPersonen(this IEndpointRouteBuilder routes)
    {
        var brp = routes.MapGroup(Diensten.Pad(Diensten.Personen)).WithTags("Personen").WithMetadata(new PadAlsInstance(), new KentToestemming());
        brp.MapPost("/personen", Bevraag).WithName("Personen").WithMetadata(new RequestSizeLimitAttribute(MaximumBericht));
        // A BSN must never come into a URL, so there is no other way to ask; the standard has its own words for that.
        brp.MapMethods("/personen", AndereMethoden, static IResult () => throw BrpProblemen.MethodeNietToegestaan())
            .WithName("Personen_andere_methoden").ExcludeFromDescription();
    }

    private static async Task Bevraag(HttpContext http, Aanroepen aanroepen, Verstrekking verstrekking)
    {
        var aanroep = await aanroepen.VanHaalCentraal(http, BrpProblemen.Geauthenticeerd, BrpProblemen.NietGeautoriseerd);
        Mediatypes.Controleer(http.Request);
        using var body = await LeesBody(http);
        var vraag = Personenvraag.Lees(body.RootElement);
        var doel = Machtiging.Controleer(aanroep, vraag);
        var antwoord = await verstrekking.Beantwoord(aanroep, doel, vraag, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = antwoord.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(antwoord, http.RequestAborted);
    }

    private static async Task<JsonDocument> LeesBody(HttpContext http)
    {
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            throw BrpProblemen.GeenJson();
        }
    }
}
