using System.Text.Json.Nodes;

namespace Meent.Services.Logboek.Inname;

// ExportTraceServiceRequest, as far as a log record needs it; the names are those of its JSON encoding. Everything may be absent: any OpenTelemetry SDK
// sends here.

internal sealed record OtlpBericht(List<OtlpResourceSpans>? ResourceSpans);

internal sealed record OtlpResourceSpans(OtlpResource? Resource, List<OtlpScopeSpans>? ScopeSpans);

internal sealed record OtlpResource(List<OtlpAttribuut>? Attributes);

internal sealed record OtlpScopeSpans(List<OtlpSpan>? Spans);

internal sealed record OtlpSpan(
    string? TraceId, string? SpanId, string? ParentSpanId, string? Name, ulong StartTimeUnixNano, ulong EndTimeUnixNano, List<OtlpAttribuut>? Attributes, OtlpStatus? Status);

internal sealed record OtlpStatus(int Code);

internal sealed record OtlpAttribuut(string? Key, OtlpWaarde? Value);

/// <summary>AnyValue: one of these. A list of keys and values is not kept.</summary>
internal sealed record OtlpWaarde
{
    public string? StringValue { get; init; }
    public bool? BoolValue { get; init; }
    public long? IntValue { get; init; }
    public double? DoubleValue { get; init; }
    public OtlpLijst? ArrayValue { get; init; }
    public string? BytesValue { get; init; }

    public JsonNode? Json() =>
        StringValue is not null ? StringValue
        : BoolValue is not null ? BoolValue
        : IntValue is not null ? IntValue
        : DoubleValue is { } getal ? (double.IsFinite(getal) ? getal : null)
        : ArrayValue is not null ? new JsonArray([.. (ArrayValue.Values ?? []).Select(waarde => waarde.Json())])
        : BytesValue;
}

internal sealed record OtlpLijst(List<OtlpWaarde>? Values);

/// <summary>What became of a request: the spans that are not counted as refused are durable, or were ordinary telemetry.</summary>
/// <param name="Reden">Why, without the content.</param>
internal sealed record Inneming(int Geweigerd, string Reden);
