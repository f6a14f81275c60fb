using System.Diagnostics;

namespace Meent.Standards.Logboek;

/// <summary>
/// Makes sure that every request runs in an activity that takes over the caller's <c>traceparent</c>, also with logging and metrics off: without it
/// the records of one processing could not be joined (LDV 3.3: trace context MUST be accepted and sent).
/// </summary>
public static class Tracering
{
    private static readonly Lazy<ActivityListener> Luisteraar = new(() =>
    {
        var luisteraar = new ActivityListener
        {
            ShouldListenTo = bron => bron.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(luisteraar);
        return luisteraar;
    });

    public static void Aan() => _ = Luisteraar.Value;
}
