using System.Diagnostics;
using Meent.Integration.Fsc;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Integration.Poort;

/// <summary>What a request asks for, letter for letter: a proxy of FSC does not alter the path (FSC Core 4.6).</summary>
internal static class Verzoek
{
    private static readonly UriCreationOptions Letterlijk = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>
    /// FSC passes on requests and their answers. A tunnel, or a connection that changes its protocol, would go past token, record and limits.
    /// </summary>
    /// <exception cref="FscException">It is one of those.</exception>
    public static void KanDoor(HttpContext http, FscDomein domein)
    {
        // An h2c upgrade is only an offer (RFC 9110 7.8), which the forwarder leaves out; clients of Java make it at every request.
        var wisselt = http.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true && http.Request.Headers.Upgrade != "h2c";
        if (wisselt || http.Features.Get<IHttpExtendedConnectFeature>()?.IsExtendedConnect == true)
            throw new FscException(501, FscCodes.UpgradeUnsupported, "WebSocket en andere protocolwissels gaan niet over FSC.", domein);
        if (HttpMethods.IsConnect(http.Request.Method))
            throw new FscException(405, FscCodes.MethodUnsupported, "Methode CONNECT wordt niet ondersteund.", domein);
    }

    /// <summary>Of a caller who may come in the body is passed on whatever its size: the service has its own limit.</summary>
    public static void VanElkeOmvang(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = null;
    }

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
