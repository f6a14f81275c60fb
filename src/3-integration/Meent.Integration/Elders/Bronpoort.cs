using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Meent.Integration.Fsc;
using Meent.Integration.Outway;
using Meent.Integration.Poort;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Elders;

/// <summary>
/// The way of the Outway to a source that the own service is a front for: outside FSC, or a Peer. Only the front comes in here, since it looked at the
/// fields and put the use on record; what it sends is passed on unread.
/// </summary>
internal sealed partial class Bronpoort(
    ZgwJwt jwt, Registertoets register, OutwayProxy outway, IOptions<BronnenOptions> opties, TimeProvider klok, ILogger<Bronpoort> log) : IDisposable
{
    private const int MeesteBytes = 64 * 1024;

    /// <summary>What may mean something to the source, of what the front sends.</summary>
    private static readonly string[] Doorgegeven = ["Accept", "Accept-Language", Headers.AcceptCrs, Headers.ContentCrs, "accept-gezag-version", "traceparent", "tracestate"];

    private readonly ConcurrentDictionary<(string Slug, string Dienst), Lazy<Bron?>> _bronnen = new();

    public static bool IsGevraagd(HttpContext http) => http.Request.Headers.ContainsKey(Headers.Elders);

    public async Task Verwerk(HttpContext http)
    {
        var organisatie = http.Organisatie();
        if (http.Herkomst() != Herkomst.Intern || jwt.Controleer(http.Request.Headers.Authorization, organisatie.Slug, out _, null) is not { IsIntern: true })
            throw new FscException(401, FscCodes.InvalidRequest, "Deze weg is alleen voor diensten van de organisatie zelf.", FscDomein.Outway);
        var dienst = http.Request.Headers[Headers.Dienst].ToString();
        if (_bronnen.GetOrAdd((organisatie.Slug, dienst), sleutel => new(() => Maak(sleutel))).Value is not { } bron)
            throw new FscException(404, FscCodes.NotFound, $"Voor dienst '{dienst}' is geen bron elders ingesteld.", FscDomein.Outway);
        if (bron.Opties.Aanbieder is { } oin)
        {
            http.Request.Headers[Headers.Aanbieder] = oin;
            await outway.Verwerk(http);
            return;
        }

        var doel = http.Request.Headers[Headers.Verwerkingsactiviteit].ToString();
        var waarde = Doelwaarde(bron.Opties, doel);
        await register.Eis(organisatie, doel);
        var body = await Lees(http);
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        grens.CancelAfter(bron.Opties.Geduld);
        try
        {
            using var antwoord = await bron.Stuur(() => Vraag(http, bron.Opties, body), waarde, grens.Token);
            // All of it before the first byte goes on: half an answer is none.
            var inhoud = await antwoord.Content.ReadAsByteArrayAsync(grens.Token);
            await Antwoord(http, antwoord, inhoud);
        }
        catch (Exception fout) when (fout is HttpRequestException or IOException or OperationCanceledException && !http.RequestAborted.IsCancellationRequested)
        {
            LogMislukt(log, organisatie.Slug, dienst, new Uri(bron.Opties.Adres!).Host, Reden(fout));
            throw new FscException(503, FscCodes.SourceUnreachable, $"De bron van '{dienst}' antwoordt niet.", FscDomein.Outway);
        }
    }

    public void Dispose()
    {
        foreach (var bron in _bronnen.Values.Where(bron => bron.IsValueCreated)) bron.Value?.Dispose();
    }

    private Bron? Maak((string Slug, string Dienst) sleutel) =>
        opties.Value.TryGetValue(sleutel.Slug, out var bronnen) && bronnen.TryGetValue(sleutel.Dienst, out var bron) ? new(bron, klok) : null;

    /// <summary>What the purpose is called at the source.</summary>
    private static string? Doelwaarde(BronOptions opties, string doel)
    {
        if (opties.Doelen.Count == 0) return doel;
        return opties.Doelen.FirstOrDefault(d => d.Doel == doel)?.Waarde ?? throw new FscException(403, FscCodes.NoGrant, $"Deze bron mag niet gevraagd worden voor doel '{doel}'.", FscDomein.Outway);
    }

    private static async Task<byte[]?> Lees(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } grens) grens.MaxRequestBodySize = MeesteBytes;
        using var stroom = new MemoryStream();
        await http.Request.Body.CopyToAsync(stroom, http.RequestAborted);
        return stroom.ToArray();
    }

    private static HttpRequestMessage Vraag(HttpContext http, BronOptions opties, byte[]? body)
    {
        var pad = http.Request.RouteValues["pad"] as string ?? "";
        var vraag = new HttpRequestMessage(new HttpMethod(http.Request.Method), $"{opties.Adres}/{pad}{http.Request.QueryString}");
        foreach (var naam in Doorgegeven)
            if (http.Request.Headers.TryGetValue(naam, out var waarde)) vraag.Headers.TryAddWithoutValidation(naam, waarde.ToString());
        if (body is null) return vraag;
        vraag.Content = new ByteArrayContent(body);
        if (http.Request.ContentType is { } soort) vraag.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(soort);
        return vraag;
    }

    private static async Task Antwoord(HttpContext http, HttpResponseMessage antwoord, byte[] inhoud)
    {
        http.Response.StatusCode = (int)antwoord.StatusCode;
        http.Response.ContentType = antwoord.Content.Headers.ContentType?.ToString();
        if (antwoord.Headers.RetryAfter is { } later) http.Response.Headers.RetryAfter = later.ToString();
        if (inhoud.Length > 0) await http.Response.Body.WriteAsync(inhoud, http.RequestAborted);
    }

    /// <summary>For the operator; never an address with a query, nor what was asked.</summary>
    private static string Reden(Exception fout) => fout switch
    {
        OperationCanceledException => "te laat",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } tls => $"TLS: {tls.InnerException?.Message ?? tls.Message}",
        _ => fout.Message,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Organisatie}: de bron van {Dienst} op {Host} antwoordt niet: {Reden}")]
    private static partial void LogMislukt(ILogger log, string organisatie, string dienst, string host, string reden);
}
