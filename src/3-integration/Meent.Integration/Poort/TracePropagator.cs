using System.Diagnostics;

namespace Meent.Integration.Poort;

/// <summary>
/// Takes the W3C trace context across, which joins the log records of both sides, and nothing else: baggage stays at home. Outway and Inway write no
/// log record of their own, so the span of who asked stays the parent: the record at the source points at the record of the asker (LDV 3.2.2).
/// </summary>
internal sealed class TracePropagator : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator W3C = CreateW3CPropagator();
    private static readonly string[] Namen = ["traceparent", "tracestate"];

    public override IReadOnlyCollection<string> Fields => Namen;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is not { IdFormat: ActivityIdFormat.W3C, Id: { } id } || setter is null) return;
        if (carrier is HttpRequestMessage request && request.Headers.Contains(Namen[0])) return;

        setter(carrier, Namen[0], id);
        if (!string.IsNullOrEmpty(activity.TraceStateString)) setter(carrier, Namen[1], activity.TraceStateString);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        W3C.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
