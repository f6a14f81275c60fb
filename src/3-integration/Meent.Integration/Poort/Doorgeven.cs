using System.Net;
using System.Net.Http.Headers;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Poort;

/// <summary>How YARP passes a request on: to one address, without the headers that only mean something inside an organisation.</summary>
internal sealed class Doorgeven(Uri adres, Action<HttpRequestHeaders> zet, Action<HttpResponse>? antwoord = null) : HttpTransformer
{
    private const string EigenHeaders = "Meent-";

    public static readonly ForwarderRequestConfig Config = new() { Version = HttpVersion.Version11, ActivityTimeout = TimeSpan.FromSeconds(100) };

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
        if (proxyResponse is not null) antwoord?.Invoke(httpContext.Response);
        return doorgaan;
    }
}
