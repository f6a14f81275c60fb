using System.Text.Json;
using Meent.Integration.Fsc;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Poort;

/// <summary>Writes the error object of FSC Core 4.4.5.</summary>
internal static class FscAntwoord
{
    public static Task Schrijf(HttpContext http, FscFout fout)
    {
        if (http.Response.HasStarted) return Task.CompletedTask;
        var code = FscCodes.VanLogging.Contains(fout.Code) && http.RequestServices.GetRequiredService<IOptions<FscOptions>>().Value.Lezing.LogcodesMetVoorvoegsel
            ? FscCodes.Voorvoegsel + fout.Code
            : fout.Code;
        http.Response.StatusCode = fout.Status;
        http.Response.Headers[Headers.FscErrorCode] = code;
        // RFC 6750 3: tells a client how to do better.
        if (fout.Status == 401) http.Response.Headers.WWWAuthenticate = "Bearer";
        // RFC 9110 15.5.6.
        if (fout.Status == 405) http.Response.Headers.Allow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            message = fout.Message,
            domain = $"ERROR_DOMAIN_{fout.Domein.ToString().ToUpperInvariant()}",
            code,
        }));
    }

    /// <summary>What other failures look like from outside; null when the caller is gone.</summary>
    public static FscFout? Vertaal(Exception fout, FscDomein domein = FscDomein.Manager) => fout switch
    {
        FscException fsc => fsc.Fout,
        OperationCanceledException => null,
        BadHttpRequestException slecht => new FscFout(slecht.StatusCode, FscCodes.InvalidRequest, "Het verzoek is ongeldig.", domein),
        ProbleemException { Probleem: var probleem } =>
            new FscFout(probleem.Status, FscCodes.Unavailable, $"{probleem.Title} {probleem.Detail}".Trim(), domein),
        _ => new FscFout(500, FscCodes.Unavailable, "Er ging iets mis.", domein),
    };
}
