using System.Globalization;

namespace Meent.Services.Sdep.Invoer;

/// <summary>Instants as the standard takes them: ISO 8601, in its first version also a day alone or a time without a zone, which is then UTC.</summary>
internal static class Momenten
{
    /// <summary>The format of what must be said in UTC.</summary>
    public const string Utc = "date-time";

    private static readonly string[] Vormen = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <returns>Null when it is no instant.</returns>
    public static (DateTimeOffset Waarde, bool IsUtc)? Lees(string tekst)
    {
        if (!DateTimeOffset.TryParseExact(tekst.Replace(' ', 'T'), Vormen, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return null;
        var staatEr = tekst.EndsWith('Z') || tekst.EndsWith("+00:00", StringComparison.Ordinal);
        return (moment.ToUniversalTime(), staatEr);
    }
}
