using System.Text.Json;
using System.Text.Json.Nodes;

namespace Meent.Services.Logboek.Inname;

// ExportTraceServiceRequest in the JSON encoding of OTLP/HTTP, as far as a log record needs it. Everything may be absent: any OpenTelemetry SDK sends here.

internal sealed record OtlpBericht(List<OtlpResourceSpans>? ResourceSpans);

internal sealed record OtlpResourceSpans(OtlpResource? Resource, List<OtlpScopeSpans>? ScopeSpans);

internal sealed record OtlpResource(List<OtlpAttribuut>? Attributes);

internal sealed record OtlpScopeSpans(List<OtlpSpan>? Spans);

internal sealed record OtlpSpan(
    string? TraceId, string? SpanId, string? ParentSpanId, string? Name, ulong StartTimeUnixNano, ulong EndTimeUnixNano, List<OtlpAttribuut>? Attributes, OtlpStatus? Status);

internal sealed record OtlpStatus(int Code);

internal sealed record OtlpAttribuut(string? Key, OtlpWaarde? Value);

/// <summary>AnyValue: one of these.</summary>
internal sealed record OtlpWaarde(string? StringValue, bool? BoolValue, long? IntValue, double? DoubleValue, OtlpLijst? ArrayValue, JsonElement? KvlistValue, string? BytesValue)
{
    public JsonNode? Json() =>
        StringValue is not null ? StringValue
        : BoolValue is not null ? BoolValue
        : IntValue is not null ? IntValue
        : DoubleValue is not null ? DoubleValue
        : ArrayValue is not null ? new JsonArray([.. (ArrayValue.Values ?? []).Select(waarde => waarde.Json())])
        : BytesValue;
}

internal sealed record OtlpLijst(List<OtlpWaarde>? Values);
