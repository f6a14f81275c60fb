using System.Collections.Frozen;
using Meent.Integration.Fsc;
using Meent.Integration.Token;
using Meent.Standards.Beleid;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Beleid;

/// <summary>
/// Inway and Outway as policy enforcement points: after token and purpose, before the transaction record, the policy of the organisation is asked, and
/// the decision is durable in the Authorization Decision Log before it is acted on. Without a decision nothing goes through.
/// </summary>
internal sealed partial class Beleidstoets : IDisposable
{
    private readonly FrozenDictionary<(string Slug, FscDomein Kant), IBeslisser> _beslissers;
    private readonly Beslislog _beslislog;
    private readonly TimeProvider _klok;
    private readonly ILogger<Beleidstoets> _log;

    public Beleidstoets(IOptions<FscOptions> options, Beslislog beslislog, TimeProvider klok, ILogger<Beleidstoets> log)
    {
        (_beslislog, _klok, _log) = (beslislog, klok, log);
        var beslissers = new Dictionary<(string, FscDomein), IBeslisser>();
        foreach (var (slug, beleid) in options.Value.Beleid)
        {
            IBeslisser beslisser = beleid.Pdp is { } pdp ? new PdpClient(pdp, klok) : new Regelset(beleid.Regels);
            if (beleid.Inway) beslissers[(slug, FscDomein.Inway)] = beslisser;
            if (beleid.Outway) beslissers[(slug, FscDomein.Outway)] = beslisser;
        }

        _beslissers = beslissers.ToFrozenDictionary();
        if (beslissers.Count > 0) Beslisspoor.Veilig();
    }

    /// <param name="pad">Path and query at the service, as they came in.</param>
    /// <param name="doel">URI of the purpose.</param>
    /// <param name="client">API client of the own organisation that asks, at the Outway.</param>
    /// <exception cref="FscException">The policy refuses, does not answer, or its decision cannot be recorded.</exception>
    public ValueTask Toets(HttpContext http, Organisatie organisatie, FscDomein kant, TokenClaims token, Guid transactie, string pad, string? doel, string? client = null) =>
        _beslissers.Count > 0 && _beslissers.TryGetValue((organisatie.Slug, kant), out var beslisser)
            ? Vraag(http, organisatie, beslisser, token, transactie, (kant, pad, doel, client))
            : ValueTask.CompletedTask;

    public void Dispose()
    {
        foreach (var beslisser in _beslissers.Values.OfType<IDisposable>()) beslisser.Dispose();
    }

    private async ValueTask Vraag(
        HttpContext http, Organisatie organisatie, IBeslisser beslisser, TokenClaims token, Guid transactie, (FscDomein Kant, string Pad, string? Doel, string? Client) over)
    {
        string? gebruiker = over.Kant == FscDomein.Outway ? http.Request.Headers[Headers.Gebruiker] : default;
        var vraag = new Beleidsvraag(
            over.Kant, token, transactie, http.Request.Method, over.Pad.Split('?')[0], over.Doel, over.Client, gebruiker, Beslisspoor.Van(http), _klok.GetUtcNow());
        var json = vraag.Json();
        var oordeel = await beslisser.Beslis(vraag, json, http.RequestAborted);
        await Leg(organisatie, vraag, json, oordeel);
        if (oordeel.Toegestaan is null)
        {
            GeenBesluit(_log, organisatie.Slug, oordeel.Fout);
            throw new FscException(503, FscCodes.PolicyUnavailable, "Er kon niet worden beslist of dit verzoek is toegestaan; het is niet doorgegeven.", over.Kant);
        }

        // Which rule refused is for the own organisation to know; it stands in the record.
        if (oordeel.Toegestaan is false) throw new FscException(403, FscCodes.AccessDenied, $"Het beleid van {organisatie.Naam} staat dit verzoek niet toe.", over.Kant);
    }

    private async ValueTask Leg(Organisatie organisatie, Beleidsvraag vraag, byte[] json, Oordeel oordeel)
    {
        try
        {
            // Also of who went away meanwhile: what was decided is recorded.
            await _beslislog.Schrijf(
                organisatie, vraag.Regel(json, oordeel, organisatie.Oin, _klok.GetUtcNow()), vraag, oordeel, CancellationToken.None);
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            LogMislukt(_log, organisatie.Slug, fout);
            throw new FscException(500, FscCodes.DecisionLogWriteError, "De beslissing kon niet worden vastgelegd; het verzoek is niet doorgegeven.", vraag.Kant);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het beleid van {Organisatie} gaf geen beslissing: {Fout}.")]
    private static partial void GeenBesluit(ILogger log, string organisatie, string? fout);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het beslislog van {Organisatie} kon niet worden geschreven.")]
    private static partial void LogMislukt(ILogger log, string organisatie, Exception fout);
}
