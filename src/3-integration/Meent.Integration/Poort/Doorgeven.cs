using System.Net;
using System.Net.Http.Headers;
using Meent.Integration.Fsc;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Poort;

/// <summary>How YARP passes a request on: to one address, without the headers that only mean something inside an organisation.</summary>
internal sealed class Doorgeven(Uri adres, Action<HttpRequestHeaders> zet, Func<HttpResponse, Task>? antwoord = null) : HttpTransformer
{
    private const string EigenHeaders = "Meent-";

    public static readonly ForwarderRequestConfig Config = new() { Version = HttpVersion.Version11, ActivityTimeout = TimeSpan.FromSeconds(100) };

    /// <summary>HTTP/2 where the other side offers it, else HTTP/1.1.</summary>
    public static readonly ForwarderRequestConfig Config2 = Config with { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower };

    /// <summary>
    /// After a failure: whether no connection was made, so that nothing was sent and another address can be tried. What was prepared of the answer is undone.
    /// </summary>
    public static bool KanElders(HttpContext http)
    {
        var fout = http.Features.Get<IForwarderErrorFeature>()?.Exception;
        var nooit = (fout as HttpRequestException)?.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;
        var teLaat = fout is OperationCanceledException { InnerException: TimeoutException };
        if (!(nooit || teLaat) || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested) return false;
        http.Response.Clear();
        return true;
    }

    /// <summary>Ends the passing on: what went wrong is told as FSC has it, unless the answer is on its way or nobody waits for it.</summary>
    /// <param name="code">When the other side does not answer.</param>
    /// <exception cref="FscException">It went wrong.</exception>
    public static void Klaar(HttpContext http, ForwarderError fout, string code, string melding, FscDomein domein)
    {
        if (fout == ForwarderError.None || http.Response.HasStarted || http.RequestAborted.IsCancellationRequested) return;
        var oorzaak = http.Features.Get<IForwarderErrorFeature>()?.Exception;
        var slecht = oorzaak as BadHttpRequestException ?? (oorzaak as AggregateException)?.InnerExceptions.OfType<BadHttpRequestException>().FirstOrDefault();
        if (slecht is not null)
            throw new FscException(slecht.StatusCode, FscCodes.InvalidRequest, "De inhoud van het verzoek is onvolledig of te groot.", domein);
        throw new FscException(502, code, melding, domein);
    }

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.RequestUri = adres;
        proxyRequest.Headers.Host = null;
        foreach (var header in httpContext.Request.Headers)
        {
            if (header.Key.StartsWith(EigenHeaders, StringComparison.OrdinalIgnoreCase)) proxyRequest.Headers.Remove(header.Key);
        }

        proxyRequest.Headers.Remove(Headers.FscGrantHash);
        zet(proxyRequest.Headers);
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        var doorgaan = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse is not null && antwoord is not null) await antwoord(httpContext.Response);
        return doorgaan;
    }
}
