using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Meent.Standards.Problemen;

/// <summary>Turns what goes wrong in an API into a problem; also the bare 404, 405, 406 and 415 of routing. One for all layers.</summary>
public static partial class ProbleemMiddleware
{
    public static IApplicationBuilder UseProblemen(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Meent.Problemen");
        return app.Use(async (http, next) =>
        {
            var probleem = await Vang(http, next, log);
            if (probleem is null || http.Response.HasStarted) return;
            var (versie, hoeAanmelden) = (http.Response.Headers["API-version"], http.Response.Headers.WWWAuthenticate);
            http.Response.Clear();
            if (versie.Count > 0) http.Response.Headers["API-version"] = versie;
            if (hoeAanmelden.Count > 0) http.Response.Headers.WWWAuthenticate = hoeAanmelden;
            await ProbleemSchrijver.Schrijf(http, probleem);
        });
    }

    private static async Task<Probleem?> Vang(HttpContext http, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(http);
            return http.Response is { HasStarted: false, ContentLength: null, ContentType: null } ? VanStatus(http.Response.StatusCode) : null;
        }
        catch (ProbleemException e)
        {
            if (e.InnerException is { } oorzaak) Onverwacht(log, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?", oorzaak);
            return e.Probleem;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == 413
                ? new Probleem(413, "request-entity-too-large", "Het bericht is te groot.", "Stuur een kleiner bericht.")
                : new Probleem(e.StatusCode, "parse_error", "Het bericht kan niet gelezen worden.");
        }
        catch (JsonException)
        {
            return new Probleem(400, "parse_error", "Malformed request.", "Het bericht is geen geldige JSON.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            Onverwacht(log, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?", e);
            return new Probleem(500, "error", "Er is een fout aan onze kant opgetreden.", "De beheerder ziet de fout in het logboek, onder het traceId van dit antwoord.");
        }
    }

    private static Probleem? VanStatus(int status) => status switch
    {
        401 => new Probleem(401, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of ongeldig."),
        403 => new Probleem(403, "permission_denied", "U heeft geen toestemming om deze actie uit te voeren."),
        404 => new Probleem(404, "not_found", "Niet gevonden.", "De gevraagde resource bestaat niet."),
        405 => new Probleem(405, "method_not_allowed", "Deze methode is niet toegestaan."),
        406 => new Probleem(406, "not_acceptable", "De gevraagde vorm van het antwoord wordt niet ondersteund."),
        413 => new Probleem(413, "request-entity-too-large", "Het bericht is te groot."),
        415 => new Probleem(415, "unsupported_media_type", "Dit soort bericht wordt niet ondersteund."),
        429 => new Probleem(429, "throttled", "Te veel verzoeken."),
        _ => null,
    };

    // The route's template, not the URL: a URL may hold what must not be in a log.
    [LoggerMessage(Level = LogLevel.Error, Message = "{Methode} {Endpoint} mislukte.")]
    private static partial void Onverwacht(ILogger log, string methode, string endpoint, Exception e);
}
