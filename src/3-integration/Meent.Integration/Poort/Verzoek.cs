using System.Diagnostics;
using Meent.Integration.Fsc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Integration.Poort;

/// <summary>What a request asks for, letter for letter: a proxy of FSC does not alter the path (FSC Core 4.6).</summary>
internal static class Verzoek
{
    private static readonly UriCreationOptions Letterlijk = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>The path and query as they came in.</summary>
    /// <exception cref="FscException">It could lead out of the place to which it is appended.</exception>
    public static string Van(HttpContext http, FscDomein domein)
    {
        var doel = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var vraag = doel.IndexOf('?', StringComparison.Ordinal);
        var pad = vraag < 0 ? doel : doel[..vraag];
        if (!pad.StartsWith('/') || pad.Split('/').Any(deel => deel.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or ".."))
            throw new FscException(400, FscCodes.InvalidRequest, "Het pad is ongeldig.", domein);
        return doel;
    }

    public static Uri Adres(string begin, string doel) => new(begin + doel, in Letterlijk);

    /// <summary>Trace in which the request stands; the link between the transaction log and the logbook.</summary>
    public static string? TraceId(HttpContext http)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activiteit) return activiteit.TraceId.ToHexString();
        return ActivityContext.TryParse(http.Request.Headers.TraceParent, null, out var context) ? context.TraceId.ToHexString() : null;
    }

    /// <summary>Transaction id in a header: a UUID of version 7 (Digikoppeling REST-API 4.0.0 §3.4.3.7).</summary>
    public static bool IsTransactieId(string tekst, out Guid id) => Guid.TryParseExact(tekst, "D", out id) && id.Version == 7;
}
