namespace Meent.Services.Huishoudboekje.Betalingen;

/// <summary>
/// Days on which banks settle payments in euro: not in a weekend and not on a closing day of TARGET, the settlement system of the Eurosystem
/// (its long-term calendar since 2002: New Year, Good Friday, Easter Monday, 1 May, 25 and 26 December).
/// </summary>
internal static class Bankdagen
{
    public static bool IsBankdag(DateOnly dag)
    {
        if (dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return false;
        if ((dag.Month, dag.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26)) return false;
        var pasen = Pasen(dag.Year);
        return dag != pasen.AddDays(-2) && dag != pasen.AddDays(1);
    }

    /// <summary>The day itself, or the bank day before it.</summary>
    public static DateOnly Uiterlijk(DateOnly dag)
    {
        while (!IsBankdag(dag)) dag = dag.AddDays(-1);
        return dag;
    }

    /// <summary>The day itself, or the bank day after it.</summary>
    public static DateOnly Vanaf(DateOnly dag)
    {
        while (!IsBankdag(dag)) dag = dag.AddDays(1);
        return dag;
    }

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).</summary>
    private static DateOnly Pasen(int jaar)
    {
        var a = jaar % 19;
        var (b, c) = Math.DivRem(jaar, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var (maand, dag) = Math.DivRem(h + l - 7 * m + 114, 31);
        return new DateOnly(jaar, maand, dag + 1);
    }
}
