using System.Globalization;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Meent.Process.Api;

/// <summary>Query parameters.</summary>
internal static class Vragen
{
    private const int MaxLimiet = 500;

    /// <summary>Refuses parameters that the endpoint does not know: a misspelt filter must not show everything.</summary>
    public static RouteHandlerBuilder Met(this RouteHandlerBuilder endpoint, params string[] parameters) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var onbekend = context.HttpContext.Request.Query.Keys.Where(naam => !parameters.Contains(naam)).ToList();
        if (onbekend.Count == 0) return await next(context);
        throw new ProbleemException(Problemen.Invoer([.. onbekend.Select(naam => new OngeldigVeld(naam, "unknown-parameter", "Deze parameter is niet bekend."))]));
    });

    public static string Limiet(string? limiet) => limiet is null ? "100"
        : int.TryParse(limiet, NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal is >= 1 and <= MaxLimiet ? limiet
        : throw new ProbleemException(Problemen.Invoer("limiet", "invalid", $"Kies een getal van 1 tot en met {MaxLimiet}."));

    public static string Query(params (string Naam, string? Waarde)[] parameters) =>
        "?" + string.Join('&', parameters.Where(p => p.Waarde is not null).Select(p => $"{p.Naam}={Uri.EscapeDataString(p.Waarde!)}"));
}
