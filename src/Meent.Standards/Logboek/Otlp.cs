namespace Meent.Standards.Logboek;

// The part of the OTLP/HTTP JSON encoding (opentelemetry-proto, ExportTraceServiceRequest) that a log record needs: ids in lower-case hex,
// 64-bit numbers as text, unknown fields ignored.

internal sealed record OtlpVerzoek(IReadOnlyList<OtlpResourceSpans> ResourceSpans)
{
    public static OtlpVerzoek Met(params IReadOnlyList<OtlpSpan> spans) =>
        new([new(new([new("service.name", "meent")]), [new(spans)])]);
}

internal sealed record OtlpResourceSpans(OtlpResource Resource, IReadOnlyList<OtlpScopeSpans> ScopeSpans);

internal sealed record OtlpResource(IReadOnlyList<OtlpAttribuut> Attributes);

internal sealed record OtlpScopeSpans(IReadOnlyList<OtlpSpan> Spans);

internal sealed record OtlpSpan(
    string TraceId,
    string SpanId,
    string? ParentSpanId,
    string Name,
    string StartTimeUnixNano,
    string EndTimeUnixNano,
    IReadOnlyList<OtlpAttribuut> Attributes,
    OtlpStatus Status,
    int Kind = 1);

internal sealed record OtlpStatus(int Code);

internal sealed record OtlpAttribuut(string Key, OtlpWaarde Value)
{
    public OtlpAttribuut(string key, string waarde) : this(key, new OtlpWaarde(waarde))
    {
    }
}

internal sealed record OtlpWaarde(string StringValue);

internal sealed record OtlpAntwoord(OtlpGedeeltelijk? PartialSuccess);

internal sealed record OtlpGedeeltelijk(long RejectedSpans, string? ErrorMessage);
