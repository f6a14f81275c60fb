namespace Meent.Standards;

/// <summary>
/// The one place where 'today' and local terms are computed. Instants are kept in UTC; the law counts days, and those are days in Europe/Amsterdam.
/// </summary>
public static class Tijd
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Today's date in the Netherlands.</summary>
    public static DateOnly Vandaag(this TimeProvider klok) => klok.GetUtcNow().LokaleDag();

    /// <summary>The Dutch calendar day of an instant.</summary>
    public static DateOnly LokaleDag(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.Lokaal().DateTime);

    /// <summary>The instant on a Dutch clock.</summary>
    public static DateTimeOffset Lokaal(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Amsterdam);

    /// <summary>The instant at which a Dutch calendar day begins.</summary>
    public static DateTimeOffset BeginVanDag(this DateOnly dag) => dag.ToDateTime(TimeOnly.MinValue).VanLokaal();

    /// <summary>The instant at which a Dutch clock shows a time.</summary>
    public static DateTimeOffset VanLokaal(this DateTime tijd) => new DateTimeOffset(tijd, Amsterdam.GetUtcOffset(tijd)).ToUniversalTime();

    /// <summary>Microseconds since 1970 in UTC: how the store keeps an instant.</summary>
    public static long Microseconden(this DateTimeOffset moment) => (moment.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset VanMicroseconden(long waarde) => DateTimeOffset.UnixEpoch.AddTicks(waarde * TimeSpan.TicksPerMicrosecond);
}
