using System.Net;
using Meent.Integration.Fsc;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Inway;

/// <summary>A service of another program: at one or more addresses, within its limits.</summary>
internal sealed class Opstroom : IDisposable
{
    private readonly DienstOptions _opties;
    private readonly Adresring _ring;
    private readonly ForwarderRequestConfig _config;
    private readonly SemaphoreSlim? _plaatsen;

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = new TracePropagator(),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        EnableMultipleHttp2Connections = true,
    });

    public Opstroom(DienstOptions opties, TimeProvider klok)
    {
        _opties = opties;
        _ring = new([.. opties.Adressen.Select(a => a.TrimEnd('/'))], klok);
        _config = new()
        {
            ActivityTimeout = opties.Geduld,
            Version = opties.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = opties.Http2 ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
        };
        _plaatsen = opties.MeesteGelijktijdig > 0 ? new(opties.MeesteGelijktijdig) : null;
    }

    /// <summary>Its addresses, with whether each could be reached lately.</summary>
    public IEnumerable<(string Adres, bool Bereikbaar)> Stand() => _ring.Volgorde().Select(a => (a, _ring.IsBereikbaar(a))).OrderBy(a => a.a, StringComparer.Ordinal);

    /// <param name="doel">Path and query, as they came in.</param>
    /// <exception cref="FscException">It is busy, the body is too large, or none of its addresses answers.</exception>
    public async Task Verwerk(HttpContext http, IHttpForwarder forwarder, TokenClaims claims, string doel)
    {
        Begrens(http);
        if (_plaatsen is not null && !await _plaatsen.WaitAsync(TimeSpan.Zero, http.RequestAborted))
        {
            http.Response.Headers.RetryAfter = "1";
            throw new FscException(503, FscCodes.ServiceBusy, $"Service '{claims.Svc}' heeft het te druk.", FscDomein.Inway);
        }

        try
        {
            foreach (var adres in _ring.Volgorde())
            {
                var fout = await forwarder.SendAsync(http, adres, _client, _config, new Doorgeven(Verzoek.Adres(adres, doel), _ => { }), http.RequestAborted);
                if (fout == ForwarderError.None || !Doorgeven.KanElders(http))
                {
                    Doorgeven.Klaar(http, fout, FscCodes.ServiceUnreachable, $"Service '{claims.Svc}' is niet bereikbaar.", FscDomein.Inway);
                    return;
                }

                _ring.Faalde(adres);
            }

            throw new FscException(502, FscCodes.ServiceUnreachable, $"Service '{claims.Svc}' is niet bereikbaar.", FscDomein.Inway);
        }
        finally
        {
            _plaatsen?.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _plaatsen?.Dispose();
    }

    private void Begrens(HttpContext http)
    {
        if (_opties.MeesteBytes == 0) return;
        if (http.Request.ContentLength > _opties.MeesteBytes)
            throw new FscException(413, FscCodes.InvalidRequest, $"De inhoud is groter dan {_opties.MeesteBytes} bytes.", FscDomein.Inway);
        // Without a length beforehand it ends when the limit is reached.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = _opties.MeesteBytes;
    }
}
