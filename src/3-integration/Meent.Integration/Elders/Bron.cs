using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Poort;

namespace Meent.Integration.Elders;

/// <summary>The connection to one source outside FSC: TLS, headers, a token that is fetched once and kept until shortly before its end.</summary>
internal sealed class Bron : IDisposable
{
    private readonly HttpClient _http;
    private readonly Brontoken? _token;

    public Bron(BronOptions opties, TimeProvider klok)
    {
        Opties = opties;
        _http = new(Handler(opties)) { Timeout = Timeout.InfiniteTimeSpan };
        _token = opties.OAuth is { } oauth ? new(oauth, _http, klok) : null;
    }

    public BronOptions Opties { get; }

    /// <param name="maak">Makes the question; once more when the source did not take the token, which it may have ended early.</param>
    public async Task<HttpResponseMessage> Stuur(Func<HttpRequestMessage> maak, string? doelwaarde, CancellationToken stop)
    {
        var antwoord = await Een(maak, doelwaarde, stop);
        if (antwoord.StatusCode != HttpStatusCode.Unauthorized || _token is null) return antwoord;
        antwoord.Dispose();
        _token.Vergeet();
        return await Een(maak, doelwaarde, stop);
    }

    public void Dispose()
    {
        _http.Dispose();
        _token?.Dispose();
    }

    private async Task<HttpResponseMessage> Een(Func<HttpRequestMessage> maak, string? doelwaarde, CancellationToken stop)
    {
        using var verzoek = maak();
        foreach (var (naam, waarde) in Opties.Headers) verzoek.Headers.TryAddWithoutValidation(naam, waarde);
        if (Opties.DoelHeader is not null && doelwaarde is not null) verzoek.Headers.TryAddWithoutValidation(Opties.DoelHeader, doelwaarde);
        if (_token is not null) verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _token.Geef(stop));
        return await _http.SendAsync(verzoek, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    private static SocketsHttpHandler Handler(BronOptions opties)
    {
        var tls = new SslClientAuthenticationOptions();
        if (opties.Certificaat is { } eigen) tls.ClientCertificateContext = SslStreamCertificateContext.Create(eigen.Lees(), null, offline: true);
        if (opties.Ankers.Count > 0)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            foreach (var anker in opties.Ankers) tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(anker);
        }

        return new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = new TracePropagator(),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = tls,
        };
    }
}
