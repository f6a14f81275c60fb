using System.Security.Cryptography;
using Meent.Process.Motor;
using Meent.Standards.Koppelvlak;

namespace Meent.Process.Uitvoering;

/// <summary>What a failed call means: try again, or ask a person.</summary>
internal static class Fouten
{
    public const int MaxPogingen = 10;

    private static readonly TimeSpan Langst = TimeSpan.FromMinutes(5);

    public static Fout Van(Exception e) => e switch
    {
        BronException bron => new Fout(bron.Code, bron.Detail) { Status = bron.Status, Velden = bron.Velden },
        OperationCanceledException => new Fout("te-traag", "De bron antwoordde niet op tijd."),
        _ => new Fout("onbereikbaar", "De bron is niet bereikbaar."),
    };

    /// <summary>A refusal stays one; overload, conflict with work in progress and failure pass.</summary>
    public static bool IsBlijvend(Fout fout) => fout.Status is >= 400 and < 500 and not (408 or 409 or 423 or 425 or 429);

    /// <summary>1, 2, 4 … seconds, at most five minutes, half of it by chance so that what failed together does not return together; null when it has been enough.</summary>
    public static DateTimeOffset? Opnieuw(int pogingen, DateTimeOffset nu)
    {
        if (pogingen >= MaxPogingen) return null;
        var wacht = Math.Min(Langst.TotalMilliseconds, 1_000 * Math.Pow(2, pogingen - 1));
        return nu.AddMilliseconds((wacht / 2) + RandomNumberGenerator.GetInt32((int)(wacht / 2) + 1));
    }
}
