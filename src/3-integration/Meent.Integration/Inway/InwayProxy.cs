using System.Text.Json;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Integration.Poort;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Integration.Transport;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Inway;

/// <summary>
/// The door for other Peers (FSC Core 4.7, FSC Logging 3.3): a good token, a purpose where one is due, the own policy, a durable record, and only then the service,
/// over the in-memory listener that tells it that the token may be believed; or another program (<see cref="Opstroom"/>).
/// </summary>
internal sealed partial class InwayProxy(
    Tokencontrole tokens, Dienstenaanbod aanbod, Limieten limieten, Beleidstoets beleid, TransactieLog transacties, IHttpForwarder forwarder, MemoryTransport transport, Knooplijn knopen, IOptions<FscOptions> options,
    TimeProvider klok, ILogger<InwayProxy> log) : IDisposable
{
    private readonly bool _elders = knopen.IsElders(Modules.Services);

    private readonly HttpMessageInvoker _service = new(knopen.IsElders(Modules.Services)
        ? knopen.Http(new TracePropagator())
        : BronHandler.Http(transport, MemoryEndPoint.Inway, new TracePropagator()));

    public async Task Verwerk(HttpContext http)
    {
        Verzoek.KanDoor(http, FscDomein.Inway);
        var organisatie = http.Organisatie();
        var claims = tokens.Controleer(organisatie, http.Request.Headers[Headers.FscAuthorization], http.Beller().X5t).Gelezen(http.Beller().Peer.Id);
        Verzoek.VanElkeOmvang(http);
        var transactie = TransactieId(http);
        var doel = Verzoek.Van(http, FscDomein.Inway);
        try
        {
            limieten.Neem(organisatie.Slug, http.Beller().Peer.Id);
        }
        catch (ProbleemException teVeel)
        {
            await ProbleemSchrijver.Schrijf(http, teVeel.Probleem);
            return;
        }

        if (options.Value.DoelVerplicht.Contains(claims.Svc) && Doelen.Gekozen(claims.Prp, claims.Doel) is null)
        {
            await Weiger(http, claims.Svc);
            return;
        }

        await beleid.Toets(http, organisatie, FscDomein.Inway, claims, transactie, doel, Doelen.Gekozen(claims.Prp, claims.Doel));
        var regel = Transactie.Van(claims, transactie, Transactie.Inkomend, Verzoek.TraceId(http), klok.GetUtcNow());
        try
        {
            await transacties.Schrijf(organisatie, regel, http.RequestAborted);
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            LogMislukt(log, organisatie.Slug, fout);
            throw Fout(500, FscCodes.LogWriteError, "De transactie kon niet worden vastgelegd; het verzoek is niet doorgegeven.");
        }

        if (aanbod.Elders(organisatie, claims.Svc) is { } opstroom)
        {
            await opstroom.Verwerk(http, forwarder, claims, doel);
            return;
        }

        var begin = $"{(_elders ? Knooplijn.Adres(Modules.Services, Herkomst.Inway) : $"http://{organisatie.Slug}.meent")}/{organisatie.Slug}{Diensten.Pad(claims.Svc)}";
        var doorgeven = new Doorgeven(Verzoek.Adres(begin, doel), _ => { });
        var resultaat = await forwarder.SendAsync(http, begin, _service, Doorgeven.Config, doorgeven, http.RequestAborted);
        Doorgeven.Klaar(http, resultaat, FscCodes.ServiceUnreachable, $"Service '{claims.Svc}' is niet bereikbaar.", FscDomein.Inway);
    }

    public void Dispose() => _service.Dispose();

    private static Guid TransactieId(HttpContext http)
    {
        var tekst = http.Request.Headers[Headers.FscTransactionId].ToString();
        if (tekst.Length == 0) throw Fout(400, FscCodes.MissingLogRecordId, "Fsc-Transaction-Id ontbreekt.");
        return Verzoek.IsTransactieId(tekst, out var id)
            ? id
            : throw Fout(400, FscCodes.InvalidLogRecordId, "Fsc-Transaction-Id moet een UUID van versie 7 zijn.");
    }

    private static FscException Fout(int status, string code, string melding) => new(status, code, melding, FscDomein.Inway);

    /// <summary>A problem for machines and people of the Dutch APIs, which is an error object of FSC at the same time.</summary>
    private static Task Weiger(HttpContext http, string service)
    {
        const string code = "doelbindingOntbreekt";
        var detail = $"Service '{service}' wordt alleen geleverd voor een doel. Het token noemt er niet één: de grant heeft er geen, of meer zonder keuze.";
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.Headers[Headers.FscErrorCode] = code;
        http.Response.ContentType = "application/problem+json";
        return http.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            type = "about:blank",
            title = "Het doel ontbreekt.",
            status = StatusCodes.Status403Forbidden,
            code,
            detail,
            message = detail,
            domain = "ERROR_DOMAIN_INWAY",
        }));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het transactielog van {Organisatie} kon niet worden geschreven.")]
    private static partial void LogMislukt(ILogger log, string organisatie, Exception fout);
}
