using Meent.Integration.Beleid;
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
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;

namespace Meent.Integration.Outway;

/// <summary>
/// The way to services of other Peers (FSC Core 4.6, FSC Logging 3.4): which grant, whether the own register still has its purpose, a token for it, the own policy, a durable record, and only then the
/// Inway of the provider. A client names the grant itself (<c>Fsc-Grant-Hash</c>), or names the service and the purpose, for which there is one grant;
/// or it uses an alias.
/// </summary>
internal sealed partial class OutwayProxy(
    ZgwJwt jwt, ApiClients apiClients, Aliassen aliassen, Contractwijzer contracten, Registertoets register, Tokenvoorraad tokens, Beleidstoets beleid, TransactieLog transacties, PeerClients clients, IHttpForwarder forwarder,
    IOptions<FscOptions> options, TimeProvider klok, ILogger<OutwayProxy> log)
{
    // A provider may have several Inways; each token is for one.
    private const int Pogingen = 3;

    private readonly LezingOptions _lezing = options.Value.Lezing;
    private readonly ForwarderRequestConfig _config = options.Value.Http2 ? Doorgeven.Config2 : Doorgeven.Config;

    /// <param name="alias">Name that the client uses instead of a grant (<see cref="Aliassen"/>); null when it uses the headers.</param>
    public async Task Verwerk(HttpContext http, string? alias = null)
    {
        Verzoek.KanDoor(http, FscDomein.Outway);
        var organisatie = http.Organisatie();
        var client = Aanmelden(http, organisatie, alias);
        Verzoek.VanElkeOmvang(http);
        var doel = Doel(http, alias is null ? BronHandler.OutwayPad : $"{Aliassen.Pad}/{alias}");
        var transactie = TransactieId(http);
        var verbinding = alias is null ? await Kies(http, organisatie) : await Kies(http, organisatie, alias);
        var keuze = Keuze(http, organisatie, verbinding, alias);
        await register.Eis(organisatie, verbinding.Doel(keuze));
        var token = await tokens.Geef(organisatie, verbinding, keuze);

        await beleid.Toets(http, organisatie, FscDomein.Outway, token.Claims, transactie, doel, verbinding.Doel(keuze), client);
        // What was chosen stands in the own log, also when the provider did not put it in the token.
        var regel = Transactie.Van(token.Claims with { Doel = keuze ?? token.Claims.Doel }, transactie, Transactie.Uitgaand, Verzoek.TraceId(http), klok.GetUtcNow());
        try
        {
            await transacties.Schrijf(organisatie, regel, http.RequestAborted);
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            LogMislukt(log, organisatie.Slug, fout);
            throw Fout(500, FscCodes.LogWriteError, "De transactie kon niet worden vastgelegd; het verzoek is niet verstuurd.");
        }

        var geprobeerd = new HashSet<string>(StringComparer.Ordinal);
        for (var poging = 1; poging <= Pogingen && geprobeerd.Add(token.Claims.Aud); poging++)
        {
            var fout = await Stuur(http, organisatie, verbinding, keuze, token, doel, transactie);
            if (fout == ForwarderError.None || !Doorgeven.KanElders(http))
            {
                Doorgeven.Klaar(http, fout, FscCodes.InwayUnreachable, $"De Inway van Peer '{verbinding.Grant.ServicePeer}' is niet bereikbaar.", FscDomein.Outway);
                return;
            }

            await tokens.Vergeet(organisatie, verbinding, keuze, token);
            token = await tokens.Geef(organisatie, verbinding, keuze);
        }

        throw Fout(502, FscCodes.InwayUnreachable, $"De Inway van Peer '{verbinding.Grant.ServicePeer}' is niet bereikbaar.");
    }

    /// <summary>What follows, letter for letter, on the part of the path that is the Outway's own.</summary>
    private static string Doel(HttpContext http, string begin)
    {
        var pad = Verzoek.Van(http, FscDomein.Outway);
        var plaats = pad.IndexOf(begin, StringComparison.OrdinalIgnoreCase);
        // Written with escapes it was found by routing, but where it ends is not certain.
        return plaats >= 0 ? pad[(plaats + begin.Length)..] : throw Fout(400, FscCodes.InvalidRequest, $"Schrijf '{begin}' in het pad zonder codes.");
    }

    private ValueTask<ForwarderError> Stuur(
        HttpContext http, Organisatie organisatie, Verbinding verbinding, string? keuze, Token token, string doel, Guid transactie)
    {
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
                verbinding.Vertaling?.Zet(headers, keuze);
                headers.TryAddWithoutValidation(Headers.FscAuthorization, _lezing.Bearer ? "Bearer " + token.Tekst : token.Tekst);
                headers.TryAddWithoutValidation(Headers.FscTransactionId, transactie.ToString());
            },
            async antwoord =>
            {
                antwoord.Headers[Headers.FscTransactionId] = transactie.ToString();
                if (antwoord.StatusCode == StatusCodes.Status401Unauthorized && antwoord.Headers.ContainsKey(Headers.FscErrorCode))
                    await tokens.Vergeet(organisatie, verbinding, keuze, token);
            });
        return forwarder.SendAsync(http, begin, clients.Van(organisatie, verbinding.Grant.ServicePeer), _config, doorgeven, http.RequestAborted);
    }

    /// <summary>A ZGW token; or, of a program that cannot make those, a fixed one at an alias that names it (<c>Authorization: Token …</c>).</summary>
    /// <returns>The id of the client.</returns>
    private string Aanmelden(HttpContext http, Organisatie organisatie, string? alias)
    {
        string? authorization = http.Request.Headers.Authorization;
        if (alias is not null && apiClients.VanToken(authorization, organisatie.Slug) is { } vast
            && aliassen.Vind(organisatie, alias)?.Clients.Contains(vast.Id) == true)
            return vast.Id;
        if (jwt.Controleer(authorization, organisatie.Slug, out var reden, http.Connection.ClientCertificate) is not { Scope: null } beller
            || (beller.IsIntern && http.Herkomst() != Herkomst.Intern))
            throw Fout(401, FscCodes.InvalidRequest, reden);
        return beller.ClientId;
    }

    private async Task<Verbinding> Kies(HttpContext http, Organisatie organisatie, string naam)
    {
        var alias = aliassen.Vind(organisatie, naam) ?? throw Fout(404, FscCodes.NotFound, $"Alias '{naam}' is hier niet bekend.");
        if (alias.Grant is { } hash)
            return await contracten.OpHash(organisatie, hash) ?? throw Fout(403, FscCodes.NoGrant, $"Er is geen geldig contract met de grant van alias '{naam}'.");
        var doel = alias.Doel ?? http.Request.Headers[Headers.Verwerkingsactiviteit].ToString();
        return await contracten.OpDoel(organisatie, alias.Dienst!, doel.Length == 0 ? null : doel, alias.Aanbieder)
            ?? throw Fout(403, FscCodes.NoGrant, $"Er is geen geldig contract om dienst '{alias.Dienst}' te gebruiken voor doel '{doel}'.");
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

    /// <summary>Which purpose, when the grant has several or the provider knows none; else the grant itself says it.</summary>
    private string? Keuze(HttpContext http, Organisatie organisatie, Verbinding verbinding, string? alias)
    {
        if (verbinding.Vertaling is null && verbinding.Doelen.Count < 2) return null;
        var doel = (alias is null ? null : aliassen.Vind(organisatie, alias)?.Doel) ?? http.Request.Headers[Headers.Verwerkingsactiviteit].ToString();
        return verbinding.Doelen.Contains(doel)
            ? doel
            : throw Fout(403, FscCodes.NoGrant, $"Deze grant geldt voor {verbinding.Doelen.Count} doelen; kies er een met {Headers.Verwerkingsactiviteit}.");
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
