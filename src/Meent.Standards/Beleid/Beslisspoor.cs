using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Meent.Standards.Beleid;

/// <summary>
/// Where a decision stands in its trace (Authorization Decision Log 1.0.0 §3.2.2, §3.3.1-3): a span of its own below that of who called, in the trace that
/// came in, or in a new one. Ids of our own come from a cryptographic generator, as the standard asks.
/// </summary>
/// <param name="Ouder">Parent id in the <c>traceparent</c> that came in; null when none did.</param>
/// <param name="Binnengekomen">That <c>traceparent</c>.</param>
public sealed record Beslisspoor(string Trace, string Span, string? Ouder, string Vlaggen, string? Binnengekomen, string? Tracestate)
{
    /// <summary>For the call to the policy decision point; the sampled bit stays as it came.</summary>
    public string Traceparent => $"00-{Trace}-{Span}-{Vlaggen}";

    /// <param name="uitVraag">The <c>traceparent</c> in a question to a decision point, where none came with the request itself.</param>
    public static Beslisspoor Van(HttpContext http, string? uitVraag = null)
    {
        var span = Willekeurig(8);
        var traceparent = http.Request.Headers.TraceParent is [{ Length: > 0 } een] ? een : uitVraag;
        if (ActivityContext.TryParse(traceparent, null, out var context))
        {
            string? tracestate = http.Request.Headers.TraceState;
            return new(
                context.TraceId.ToHexString(), span, context.SpanId.ToHexString(), ((int)context.TraceFlags).ToString("x2", null), traceparent,
                string.IsNullOrEmpty(tracestate) ? null : tracestate);
        }

        // The same trace as in the transaction log.
        var trace = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activiteit ? activiteit.TraceId.ToHexString() : Willekeurig(16);
        return new(trace, span, null, "00", null, null);
    }

    /// <summary>New traces of this process begin with such an id as well.</summary>
    public static void Veilig() => Activity.TraceIdGenerator = static () => ActivityTraceId.CreateFromBytes(RandomNumberGenerator.GetBytes(16));

    private static string Willekeurig(int bytes) => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(bytes));
}
