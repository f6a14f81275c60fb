using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;

namespace Meent.Integration.Beleid;

/// <summary>
/// Asks a policy decision point (NLGov profile for AuthZEN 1.0.0, §6 and §10.1). It is asked once: what it does not answer in time and well is no
/// decision.
/// </summary>
internal sealed class PdpClient(PdpOptions options, TimeProvider klok) : IBeslisser, IDisposable
{
    private const string Pad = "/access/v1/evaluation";
    private const int MeesteBytes = 64 * 1024;

    private readonly Uri _adres = new(options.Adres.TrimEnd('/') + Pad);
    private readonly HttpClient _http = new(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MeesteBytes };

    public async ValueTask<Oordeel> Beslis(Beleidsvraag vraag, byte[] json, CancellationToken stop)
    {
        using var geduld = new CancellationTokenSource(options.Geduld, klok);
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(stop, geduld.Token);
        try
        {
            using var verzoek = Verzoek(vraag, json);
            using var antwoord = await _http.SendAsync(verzoek, grens.Token);
            if (antwoord.StatusCode != HttpStatusCode.OK) return Geen(((int)antwoord.StatusCode).ToString(CultureInfo.InvariantCulture));
            using var lichaam = IJson.Parse(await antwoord.Content.ReadAsByteArrayAsync(grens.Token));
            var besluit = lichaam.RootElement;
            return besluit.ValueKind == JsonValueKind.Object && besluit.TryGetProperty("decision", out var decision)
                && decision.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? new Oordeel(decision.GetBoolean(), besluit.GetRawText()) { Pdp = options.Adres }
                : Geen("invalid");
        }
        catch (FormatException)
        {
            return Geen("invalid");
        }
        catch (HttpRequestException fout)
        {
            return Geen(fout.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? "invalid" : "unreachable");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Geen("timeout");
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Verzoek(Beleidsvraag vraag, byte[] json)
    {
        var verzoek = new HttpRequestMessage(HttpMethod.Post, _adres) { Content = new ByteArrayContent(json) };
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        verzoek.Headers.Add("X-Request-ID", vraag.Spoor.Span);
        verzoek.Headers.TryAddWithoutValidation("traceparent", vraag.Spoor.Traceparent);
        if (vraag.Spoor.Tracestate is { } tracestate) verzoek.Headers.TryAddWithoutValidation("tracestate", tracestate);
        if (options.Token is { } token) verzoek.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return verzoek;
    }

    private Oordeel Geen(string fout) => new(null, null, fout) { Pdp = options.Adres };

    private static SocketsHttpHandler Handler(PdpOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (options.Certificaat is { } eigen) tls.ClientCertificateContext = SslStreamCertificateContext.Create(eigen.Lees(), null, offline: true);
        if (options.Ankers.Count > 0)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            foreach (var anker in options.Ankers) tls.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(anker);
        }

        return new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = new TracePropagator(),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            SslOptions = tls,
        };
    }
}
