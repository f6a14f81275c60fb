namespace Meent.Integration.Certificaten;

/// <summary>How near the end of a certificate is: 60 days is time to ask for a new one, 14 days is late.</summary>
internal enum Geldigheid { Goed, Binnenkort, Dringend, Verlopen }

internal static class Geldigheden
{
    public static readonly TimeSpan Binnenkort = TimeSpan.FromDays(60);
    private static readonly TimeSpan Dringend = TimeSpan.FromDays(14);

    public static Geldigheid Van(DateTimeOffset tot, DateTimeOffset nu) =>
        tot <= nu ? Geldigheid.Verlopen : tot - nu <= Dringend ? Geldigheid.Dringend : tot - nu <= Binnenkort ? Geldigheid.Binnenkort : Geldigheid.Goed;
}
