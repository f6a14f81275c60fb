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
internal sealed class SpanLezer(Pseudoniemen pseudoniemen, Bewaartermijnen termijnen, Organisatie organisatie)
{
    // The logger may not fail at run time on a missing name (LDV 3.3.2.1).
    private const string Naamloos = "Gegevens gebruikt";
    private const int MaxNaam = 242;

    // Before 1973, counted in nanoseconds: the sender counts in milliseconds or seconds. OTLP carries nanoseconds, LDV keeps milliseconds.
    private const ulong EersteMoment = 100_000_000_000_000_000;

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
            var systeem = Json(bron.Resource?.Attributes ?? [], IsVanSysteem);
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
        if (attributen.GroupBy(attribuut => attribuut.Key).Any(groep => groep.Count() > 1)) return "Een attribuut komt twee keer voor; een regel gaat over één betrokkene.";
        if (attributen.Find(attribuut => !IsVanStandaard(attribuut.Key)) is { } vreemd)
            return $"{(Burgerservicenummers.Bevat(vreemd.Key) ? "Een attribuut" : vreemd.Key)} is van geen vastgestelde extensie van het logboek.";
        if (span.StartTimeUnixNano < EersteMoment) return "startTimeUnixNano ontbreekt, of is niet in nanoseconden.";
        if (new[] { activiteit, waarde, type, Tekst(attributen, LogboekAttributen.Aanroeper), span.Name }.Any(tekst => tekst?.Contains('\0', StringComparison.Ordinal) == true))
            return "Een tekst bevat een nulteken.";
        if (waarde is null != type is null) return $"{LogboekAttributen.Betrokkene} en {LogboekAttributen.BetrokkeneType} gaan samen.";
        if (type == LogboekAttributen.Bsn && !Bsn.TryParse(waarde, out _)) return $"{LogboekAttributen.Betrokkene} is geen BSN.";
        var overig = Json(attributen, Bewaard);
        if (new[] { span.Name, overig, systeem, activiteit, Tekst(attributen, LogboekAttributen.Aanroeper) }.Any(Burgerservicenummers.Bevat)) return "Een burgerservicenummer hoort alleen in " + LogboekAttributen.Betrokkene + ".";

        var begin = Moment(span.StartTimeUnixNano);
        regel = new Logregel
        {
            Spoor = new Spoor(
                ActivityTraceId.CreateFromString(span.TraceId.ToLowerInvariant()),
                ActivitySpanId.CreateFromString(span.SpanId.ToLowerInvariant()),
                string.IsNullOrEmpty(span.ParentSpanId) ? null : ActivitySpanId.CreateFromString(span.ParentSpanId.ToLowerInvariant())),
            Activiteit = activiteit!,
            Bewaartermijn = termijnen.Van(organisatie, activiteit!, begin),
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

    /// <summary>
    /// LDV 3.2.2: under <c>dpl</c> stand the core and extensions that have been adopted, and nothing of one's own. So no employee gets in by a name that
    /// somebody made up, nor by the draft for NEN 7513, which has one (2.3.4).
    /// </summary>
    private static bool IsVanStandaard(string? sleutel) => sleutel?.StartsWith(LogboekAttributen.Prefix, StringComparison.Ordinal) != true
        || EigenKolom.Contains(sleutel) || sleutel == LogboekAttributen.Leesadres || sleutel.StartsWith(LogboekAttributen.VanAanroeper, StringComparison.Ordinal);

    /// <summary>What a general tracing library adds (URLs, users, addresses) does not belong in the log.</summary>
    private static bool Bewaard(string sleutel) => !EigenKolom.Contains(sleutel)
        && (sleutel.StartsWith(LogboekAttributen.Prefix, StringComparison.Ordinal)
            || sleutel.StartsWith("exception.", StringComparison.Ordinal)
            || sleutel is LogboekAttributen.Gegevens or LogboekAttributen.DoelAanroeper);

    /// <summary>Which system acted, not who was logged in to it or what was typed to start it.</summary>
    private static bool IsVanSysteem(string sleutel) =>
        !sleutel.StartsWith("process.", StringComparison.Ordinal) && !sleutel.StartsWith("enduser.", StringComparison.Ordinal) && !sleutel.StartsWith("user.", StringComparison.Ordinal);

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
