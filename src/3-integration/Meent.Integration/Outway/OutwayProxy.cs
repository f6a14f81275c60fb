using Meent.Integration.Fsc;
using Meent.Integration.Manager;
using Meent.Integration.Poort;
using Meent.Integration.Transacties;
using Meent.Integration.Transport;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Outway;

/// <summary>
/// The way to services of other Peers (FSC Core 4.6, FSC Logging 3.4): which grant, a token for it, a durable record, and only then the Inway of the
/// provider. A client names the grant itself (<c>Fsc-Grant-Hash</c>), or names the service and the purpose, for which there is one grant.
/// </summary>
internal sealed partial class OutwayProxy(
    ZgwJwt jwt, Contractwijzer contracten, Tokenvoorraad tokens, TransactieLog transacties, PeerClients clients, IHttpForwarder forwarder,
    TimeProvider klok, ILogger<OutwayProxy> log)
{
    public async Task Verwerk(HttpContext http)
    {
        var organisatie = http.Organisatie();
        if (jwt.Controleer(http.Request.Headers.Authorization, organisatie.Slug, out var reden, http.Connection.ClientCertificate) is not { Scope: null } beller
            || (beller.IsIntern && http.Herkomst() != Herkomst.Intern))
            throw Fout(401, FscCodes.InvalidRequest, reden);
        var pad = Verzoek.Van(http, FscDomein.Outway);
        var doel = pad[(pad.IndexOf(BronHandler.OutwayPad, StringComparison.OrdinalIgnoreCase) + BronHandler.OutwayPad.Length)..];
        var transactie = TransactieId(http);
        var verbinding = await Kies(http, organisatie);
        var token = await tokens.Geef(organisatie, verbinding);

        var regel = Transactie.Van(token.Claims, transactie, Transactie.Uitgaand, Verzoek.TraceId(http), klok.GetUtcNow());
        try
        {
            await transacties.Schrijf(organisatie, regel, http.RequestAborted);
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            LogMislukt(log, organisatie.Slug, fout);
            throw Fout(500, FscCodes.LogWriteError, "De transactie kon niet worden vastgelegd; het verzoek is niet verstuurd.");
        }

        var begin = token.Claims.Aud.TrimEnd('/');
        var doorgeven = new Doorgeven(
            Verzoek.Adres(begin, doel),
            headers =>
            {
                // They were for this Outway, and mean something inside this organisation only.
                headers.Remove("Authorization");
                headers.Remove("Cookie");
                headers.Remove(Headers.Verwerkingsactiviteit);
                headers.Remove(Headers.FscAuthorization);
                headers.Remove(Headers.FscTransactionId);
                headers.TryAddWithoutValidation(Headers.FscAuthorization, "Bearer " + token.Tekst);
                headers.TryAddWithoutValidation(Headers.FscTransactionId, transactie.ToString());
            },
            antwoord =>
            {
                antwoord.Headers[Headers.FscTransactionId] = transactie.ToString();
                if (antwoord.StatusCode == StatusCodes.Status401Unauthorized && antwoord.Headers.ContainsKey(Headers.FscErrorCode))
                    tokens.Vergeet(organisatie, verbinding);
            });
        var client = clients.Van(organisatie, verbinding.Grant.ServicePeer);
        var resultaat = await forwarder.SendAsync(http, begin, client, Doorgeven.Config, doorgeven, http.RequestAborted);
        if (resultaat != ForwarderError.None && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            throw Fout(502, FscCodes.InwayUnreachable, $"De Inway van Peer '{verbinding.Grant.ServicePeer}' is niet bereikbaar.");
    }

    private async Task<Verbinding> Kies(HttpContext http, Organisatie organisatie)
    {
        // Copied by hand it often brings a space or a line end along.
        if (http.Request.Headers[Headers.FscGrantHash].ToString().Trim() is { Length: > 0 } hash)
        {
            return await contracten.OpHash(organisatie, hash)
                ?? throw Fout(400, FscCodes.UnknownGrantHash, hash.StartsWith("$1$1$", StringComparison.Ordinal)
                    ? "Fsc-Grant-Hash is de hash van een contract; bedoeld is die van een grant daarin."
                    : "Er is geen geldig contract met deze grant.");
        }

        var dienst = http.Request.Headers[Headers.Dienst].ToString();
        if (dienst.Length == 0) throw Fout(400, FscCodes.UnknownGrantHash, "Geef in Fsc-Grant-Hash de hash van een grant.");
        var doel = http.Request.Headers[Headers.Verwerkingsactiviteit].ToString();
        var aanbieder = http.Request.Headers[Headers.Aanbieder].ToString();
        return await contracten.OpDoel(organisatie, dienst, doel.Length == 0 ? null : doel, aanbieder.Length == 0 ? null : aanbieder)
            ?? throw Fout(403, FscCodes.NoGrant, $"Er is geen geldig contract om dienst '{dienst}' te gebruiken voor doel '{doel}'.");
    }

    private static Guid TransactieId(HttpContext http)
    {
        var tekst = http.Request.Headers[Headers.FscTransactionId].ToString();
        if (tekst.Length == 0) return Guid.CreateVersion7();
        return Verzoek.IsTransactieId(tekst, out var id)
            ? id
            : throw Fout(400, FscCodes.InvalidLogRecordId, "Fsc-Transaction-Id moet een UUID van versie 7 zijn.");
    }

    private static FscException Fout(int status, string code, string melding) => new(status, code, melding, FscDomein.Outway);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het transactielog van {Organisatie} kon niet worden geschreven.")]
    private static partial void LogMislukt(ILogger log, string organisatie, Exception fout);
}
