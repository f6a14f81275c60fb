using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.EigenApi;

/// <summary>A page of a list, in the form that the ZGW standards use.</summary>
internal sealed record Pagina<T>(
    long Count,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Previous,
    IReadOnlyList<T> Results);

internal static class Antwoorden
{
    /// <summary>GET, and HEAD with the same headers.</summary>
    public static RouteHandlerBuilder MapLees(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pad, Delegate handler) =>
        routes.MapMethods(pad, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>What this API can do, for everybody to read (API Design Rules, /core/publish-openapi).</summary>
    public static void MapDocument(this IEndpointRouteBuilder routes, string naam, ApiDocument document) =>
        routes.MapLees("/openapi.json", (HttpContext http, EndpointDataSource bron) =>
            {
                http.Response.Headers.AccessControlAllowOrigin = "*";
                return Results.Text(document.Maak(bron.Endpoints, http.Organisatie()).ToJsonString(EigenJson.Options), "application/json");
            })
            .WithName(naam).WithSummary("Deze beschrijving.").Produces(StatusCodes.Status200OK).AllowAnonymous();

    /// <summary>Documents the body of an endpoint by the code that reads it.</summary>
    public static RouteHandlerBuilder Leest(this RouteHandlerBuilder endpoint, Action<Invoer> lees, bool verplicht = true) =>
        endpoint.WithMetadata(new Bodyschema(() => Invoer.Beschrijf(lees), verplicht));

    public static IResult Json<T>(this HttpContext http, T waarde, int status = StatusCodes.Status200OK, string? etag = null)
    {
        if (etag is not null)
        {
            http.Response.Headers.ETag = etag;
            if (status == StatusCodes.Status200OK && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && Staat(http.Request.Headers.IfNoneMatch, etag))
                return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.Text(EigenJson.Schrijf(waarde), "application/json", Encoding.UTF8, status);
    }

    public static IResult Gemaakt<T>(this HttpContext http, T waarde, string url, string? etag = null)
    {
        http.Response.Headers.Location = url;
        return http.Json(waarde, StatusCodes.Status201Created, etag);
    }

    /// <summary>A page with links to its neighbours; the count is one query on an index.</summary>
    public static IResult Lijst<T>(this HttpContext http, string url, Deelvraag deel, long aantal, IReadOnlyList<T> resultaten)
    {
        var rest = string.Concat(http.Request.Query.Where(q => q.Key is not "page").SelectMany(q => q.Value, (q, w) => $"&{q.Key}={Uri.EscapeDataString(w ?? "")}"));
        string Pagina(int nummer) => $"{url}?page={nummer}{rest}";
        return http.Json(new Pagina<T>(
            aantal, deel.Overslaan + resultaten.Count < aantal ? Pagina(deel.Page + 1) : null, deel.Page > 1 ? Pagina(deel.Page - 1) : null, resultaten));
    }

    /// <exception cref="ProbleemException">412: somebody changed it since the caller read it.</exception>
    public static void EisVersie(this HttpContext http, string etag)
    {
        var voorwaarde = http.Request.Headers.IfMatch;
        if (voorwaarde.Count > 0 && !Staat(voorwaarde, etag))
            throw new ProbleemException(new Probleem(412, "gewijzigd", "Intussen gewijzigd.", "Haal de huidige gegevens op en probeer het opnieuw."));
    }

    private static bool Staat(Microsoft.Extensions.Primitives.StringValues waarden, string etag) =>
        waarden.Any(waarde => waarde is not null && waarde.Split(',').Any(deel => deel.Trim() is var tag && (tag == "*" || tag == etag)));
}
