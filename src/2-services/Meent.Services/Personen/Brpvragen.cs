using System.Text.Json;
using Meent.Services.HaalCentraal;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Toestemmingen;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Personen;

/// <summary>Answers one question.</summary>
internal delegate Task<ReadOnlyMemory<byte>> Beantwoording<in T>(T bron, Aanroep aanroep, JsonElement vraag, CancellationToken stop);

/// <summary>What the BRP APIs have in common: a question is a POST of JSON, and so is its answer.</summary>
internal static class Brpvragen
{
    // Twenty numbers and 130 paths of 200 characters fit twice.
    private const int MaximumBericht = 64 * 1024;

    private static readonly string[] AndereMethoden = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    /// <param name="naam">The operation of the standard.</param>
    /// <param name="kentToestemming">Whether it looks per person for consent, where that is the ground of the purpose.</param>
    public static void MapVraag<T>(this IEndpointRouteBuilder routes, string dienst, string pad, string naam, bool kentToestemming, Beantwoording<T> beantwoord)
        where T : notnull
    {
        var brp = routes.MapGroup(Diensten.Pad(dienst)).WithTags(naam).WithMetadata(new PadAlsInstance());
        if (kentToestemming) brp.WithMetadata(new KentToestemming());
        brp.MapPost(pad, (HttpContext http) => Bevraag(http, beantwoord)).WithName(naam).WithMetadata(new RequestSizeLimitAttribute(MaximumBericht));
        // A BSN must never come into a URL, so there is no other way to ask; the standard has its own words for that.
        brp.MapMethods(pad, AndereMethoden, static IResult () => throw BrpProblemen.MethodeNietToegestaan())
            .WithName(naam + "_andere_methoden").ExcludeFromDescription();
    }

    private static async Task Bevraag<T>(HttpContext http, Beantwoording<T> beantwoord)
        where T : notnull
    {
        var aanroep = await http.RequestServices.GetRequiredService<Aanroepen>().VanHaalCentraal(http, BrpProblemen.Geauthenticeerd, BrpProblemen.NietGeautoriseerd);
        Mediatypes.Controleer(http.Request);
        using var body = await LeesBody(http);
        var antwoord = await beantwoord(http.RequestServices.GetRequiredService<T>(), aanroep, body.RootElement, http.RequestAborted);
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
