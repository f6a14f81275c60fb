using System.Globalization;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.Sdep.Fouten;

/// <summary>The standard has a form of its own for what goes wrong; what the rest of the program throws is told in that form too.</summary>
internal static class Foutvertaler
{
    private const string NietBekend = "not_authenticated";

    public static async ValueTask<object?> Vang(EndpointFilterInvocationContext aanroep, EndpointFilterDelegate volgende)
    {
        var http = aanroep.HttpContext;
        try
        {
            return await volgende(aanroep);
        }
        catch (SdepException e)
        {
            return Antwoord(http, e.Status, e.Regels);
        }
        catch (BadHttpRequestException e)
        {
            return Antwoord(http, e.StatusCode, [new(e.StatusCode == 413 ? "Request body is too large" : "Request body cannot be read", "validation_error")]);
        }
        catch (ProbleemException e) when (e.InnerException is null)
        {
            if (e.Probleem.RetryAfter is { } seconden) http.Response.Headers.RetryAfter = seconden.ToString(CultureInfo.InvariantCulture);
            return e.Probleem switch
            {
                { Code: NietBekend } => Antwoord(http, 401, [new("Token is invalid or expired", "authentication_error")]),
                { Status: 403 } => Antwoord(http, 403, [new(Tekst(e.Probleem), "authorization_error")]),
                { Status: 503 } => Antwoord(http, 503, [new("Service is temporarily unavailable", "service_unavailable")]),
                _ => Antwoord(http, e.Probleem.Status, [new(Tekst(e.Probleem), "validation_error")]),
            };
        }
    }

    public static IResult Antwoord(HttpContext http, int status, IEnumerable<Foutregel> regels)
    {
        if (status == 401) http.Response.Headers.WWWAuthenticate = "Bearer";
        return SdepJson.Antwoord(json => Foutregel.Schrijf(json, regels), status);
    }

    private static string Tekst(Probleem probleem) => probleem.Detail.Length > 0 ? probleem.Detail : probleem.Title;
}
