using System.Diagnostics;

namespace Meent.Standards.Logboek;

/// <summary>
/// Identity of one action in a trace (W3C Trace Context; Logboek Dataverwerkingen 1.0.0, 3.2.2). The trace is the same over all applications and
/// organisations that work for one original processing; the span is this action alone.
/// </summary>
/// <param name="Ouder">The calling action, also when that ran at another organisation; absent for the first.</param>
public readonly record struct Spoor(ActivityTraceId Trace, ActivitySpanId Span, ActivitySpanId? Ouder)
{
    private const string Vergeven = "meent.logboek.span";

    /// <summary>
    /// Identity for the next action of what runs now. The first one takes the span of the request itself, so that what it calls points back at a
    /// record; later ones are children of it. Without a running activity a new trace begins.
    /// </summary>
    public static Spoor Nieuw()
    {
        if (Activity.Current is not { IdFormat: ActivityIdFormat.W3C } actie)
            return new Spoor(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), null);
        lock (actie)
        {
            if (actie.GetCustomProperty(Vergeven) is not null) return new Spoor(actie.TraceId, ActivitySpanId.CreateRandom(), actie.SpanId);
            actie.SetCustomProperty(Vergeven, Vergeven);
        }

        return new Spoor(actie.TraceId, actie.SpanId, actie.ParentSpanId == default ? null : actie.ParentSpanId);
    }

    /// <summary>Identity of a part of this action: one for each data subject when there are several (3.3.2: nought or one subject a record).</summary>
    public Spoor Kind() => new(Trace, ActivitySpanId.CreateRandom(), Span);
}
