using System.Globalization;
using System.Net.Http.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Standards.Logboek;

/// <summary>
/// Writes records in the logbook of the own organisation, for the applications of layers 5 and 4. When the call returns, the record is durable;
/// when it throws, it is not, and what it was about must not be done or shown (VNG Verwerkingenlogging, B7952).
/// </summary>
public sealed class Logschrijver(Bronnen bronnen, OrganisatieLijst organisaties, TimeProvider klok)
{
    private readonly Leesadressen _leesadressen = new(bronnen, organisaties, klok);

    /// <summary>Writes one action on one data subject.</summary>
    /// <param name="namens">Its purpose becomes the processing activity; its employee is not part of the record.</param>
    /// <param name="naam">What was done, in words a resident understands.</param>
    /// <param name="betrokkeneType">Such as <see cref="LogboekAttributen.Bsn"/>; null when no person is concerned.</param>
    /// <param name="betrokkene">The plain identifier; the logbook keeps only a pseudonym of it.</param>
    /// <param name="begin">When the action began; the end is now.</param>
    /// <param name="dienst">The service that is used, when another organisation may keep it: the record then says where that one tells of its part.</param>
    /// <exception cref="BronException">The record was not written.</exception>
    public async Task<Spoor> Schrijf(
        Namens namens,
        string naam,
        string? betrokkeneType,
        string? betrokkene,
        DateTimeOffset? begin = null,
        Logstatus status = Logstatus.Unset,
        IEnumerable<string>? gegevens = null,
        string? dienst = null,
        CancellationToken stop = default)
    {
        var spoor = Spoor.Nieuw();
        var einde = klok.GetUtcNow();
        List<OtlpAttribuut> attributen = [new(LogboekAttributen.Activiteit, namens.Doel)];
        if (betrokkene is not null && betrokkeneType is not null)
        {
            attributen.Add(new(LogboekAttributen.Betrokkene, betrokkene));
            attributen.Add(new(LogboekAttributen.BetrokkeneType, betrokkeneType));
        }

        if (gegevens is not null) attributen.Add(new(LogboekAttributen.Gegevens, string.Join(' ', gegevens)));
        if (dienst is not null && await _leesadressen.Van(namens, dienst, stop) is { } elders) attributen.Add(new(LogboekAttributen.Leesadres, elders));
        var span = new OtlpSpan(
            spoor.Trace.ToHexString(), spoor.Span.ToHexString(), spoor.Ouder?.ToHexString(), naam, Nano(begin ?? einde), Nano(einde), attributen, new((int)status));
        var antwoord = await bronnen.Zend<OtlpAntwoord>(HttpMethod.Post, namens, Diensten.Logboek, "v1/traces", OtlpVerzoek.Met(span), stop);
        if (antwoord.PartialSuccess is { RejectedSpans: > 0 } geweigerd)
            throw new BronException(Diensten.Logboek, 200, "geweigerd", geweigerd.ErrorMessage ?? "", []);
        return spoor;
    }

    /// <summary>Notes what an employee did, for the audit of the own organisation; the record itself holds no employee.</summary>
    /// <param name="namens">Its employee is required.</param>
    /// <param name="reden">Why, when it was not for a case.</param>
    /// <param name="zaak">URL or number of the case.</param>
    /// <exception cref="BronException">It was not noted.</exception>
    public async Task Audit(Namens namens, string handeling, string? reden, string? zaak, CancellationToken stop = default)
    {
        using var antwoord = await bronnen.Stuur(
            HttpMethod.Post, namens, Diensten.Logboek, "audit", JsonContent.Create(new { handeling, reden, zaak }, options: Bronnen.Json), stop: stop);
        if (!antwoord.IsSuccessStatusCode) throw await BronException.Van(antwoord, Diensten.Logboek, stop);
    }

    private static string Nano(DateTimeOffset moment) => (moment.Microseconden() * 1000).ToString(CultureInfo.InvariantCulture);
}
