using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Meent.Standards.Organisaties;

namespace Meent.Services.Logboek.Inname;

/// <summary>Makes log records of spans. The plain data subject becomes a pseudonym here, and only what belongs in the log is kept of the rest.</summary>
internal sealed class SpanLezer(Pseudoniemen pseudoniemen, Organisatie organisatie)
{
    // The logger may not fail at run time on a missing name (LDV 3.3.2.1).
    private const string Naamloos = "Gegevens gebruikt";
    private const int MaxNaam = 242;

    private static readonly HashSet<string> EigenKolom = new(StringComparer.Ordinal)
    {
        LogboekAttributen.Activiteit, LogboekAttributen.Betrokkene, LogboekAttributen.BetrokkeneType, LogboekAttributen.Aanroeper,
    };

    public List<Logregel> Regels { get; } = [];

    /// <summary>Why spans were refused; never the content.</summary>
    public List<string> Geweigerd { get; } = [];

    public void Lees(OtlpBericht bericht)
    {
        foreach (var bron in bericht.ResourceSpans ?? [])
        {
            var systeem = Json(bron.Resource?.Attributes ?? [], _ => true);
            foreach (var span in (bron.ScopeSpans ?? []).SelectMany(scope => scope.Spans ?? []))
            {
                var attributen = span.Attributes ?? [];
                // Ordinary telemetry goes elsewhere; it is not ours to refuse.
                if (!attributen.Any(attribuut => attribuut.Key?.StartsWith(LogboekAttributen.Prefix, StringComparison.Ordinal) == true)) continue;
                if (Maak(span, attributen, systeem, out var regel) is { } reden) Geweigerd.Add(reden);
                else Regels.Add(regel!);
            }
        }
    }

    private string? Maak(OtlpSpan span, List<OtlpAttribuut> attributen, string? systeem, out Logregel? regel)
    {
        regel = null;
        if (!IsHex(span.TraceId, 32) || !IsHex(span.SpanId, 16)) return "traceId of spanId ontbreekt of klopt niet.";
        if (!string.IsNullOrEmpty(span.ParentSpanId) && !IsHex(span.ParentSpanId, 16)) return "parentSpanId klopt niet.";
        var activiteit = Tekst(attributen, LogboekAttributen.Activiteit);
        if (!Uri.TryCreate(activiteit, UriKind.Absolute, out _)) return $"{LogboekAttributen.Activiteit} ontbreekt of is geen URI.";
        var (waarde, type) = (Tekst(attributen, LogboekAttributen.Betrokkene), Tekst(attributen, LogboekAttributen.BetrokkeneType));
        if (waarde is null != type is null) return $"{LogboekAttributen.Betrokkene} en {LogboekAttributen.BetrokkeneType} gaan samen.";
        if (type == LogboekAttributen.Bsn && !Bsn.TryParse(waarde, out _)) return $"{LogboekAttributen.Betrokkene} is geen BSN.";
        var overig = Json(attributen, Bewaard);
        if (Burgerservicenummers.Bevat(span.Name) || Burgerservicenummers.Bevat(overig)) return "Een burgerservicenummer hoort alleen in " + LogboekAttributen.Betrokkene + ".";

        var begin = Moment(span.StartTimeUnixNano);
        regel = new Logregel
        {
            Spoor = new Spoor(
                ActivityTraceId.CreateFromString(span.TraceId.ToLowerInvariant()),
                ActivitySpanId.CreateFromString(span.SpanId.ToLowerInvariant()),
                string.IsNullOrEmpty(span.ParentSpanId) ? null : ActivitySpanId.CreateFromString(span.ParentSpanId.ToLowerInvariant())),
            Activiteit = activiteit!,
            Naam = string.IsNullOrWhiteSpace(span.Name) ? Naamloos : span.Name.Length > MaxNaam ? span.Name[..MaxNaam] : span.Name,
            Begin = begin,
            Einde = span.EndTimeUnixNano < span.StartTimeUnixNano ? begin : Moment(span.EndTimeUnixNano),
            Status = span.Status?.Code is 1 or 2 ? (Logstatus)span.Status.Code : Logstatus.Unset,
            Betrokkene = waarde is null ? null : pseudoniemen.Van(organisatie, type!, waarde),
            Aanroeper = Tekst(attributen, LogboekAttributen.Aanroeper),
            Attributen = overig,
            Systeem = systeem,
        };
        return null;
    }

    /// <summary>What a general tracing library adds (URLs, users, addresses) does not belong in the log.</summary>
    private static bool Bewaard(string sleutel) => !EigenKolom.Contains(sleutel)
        && (sleutel.StartsWith(LogboekAttributen.Prefix, StringComparison.Ordinal)
            || sleutel.StartsWith("exception.", StringComparison.Ordinal)
            || sleutel is LogboekAttributen.Gegevens or LogboekAttributen.DoelAanroeper);

    private static string? Json(List<OtlpAttribuut> attributen, Func<string, bool> houd)
    {
        var json = new JsonObject();
        foreach (var attribuut in attributen.Where(attribuut => attribuut.Key is { Length: > 0 } sleutel && houd(sleutel))) json[attribuut.Key!] = attribuut.Value?.Json();
        return json.Count == 0 ? null : json.ToJsonString(Bronnen.Json);
    }

    private static string? Tekst(List<OtlpAttribuut> attributen, string sleutel) =>
        attributen.Find(attribuut => attribuut.Key == sleutel)?.Value?.StringValue is { Length: > 0 } waarde ? waarde : null;

    private static bool IsHex([NotNullWhen(true)] string? tekst, int lengte) =>
        tekst?.Length == lengte && tekst.All(char.IsAsciiHexDigit) && tekst.AsSpan().ContainsAnyExcept('0');

    private static DateTimeOffset Moment(ulong nano) => DateTimeOffset.UnixEpoch.AddTicks((long)Math.Min(nano / 100, (ulong)(DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks)));
}
