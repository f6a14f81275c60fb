using Meent.Standards;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>
/// A stay from the day of arrival to the day of departure. A night belongs to the day on which it begins (VV-01), so nights are dates and
/// no clock change can make one more or less; a stay over New Year's Eve has nights in two years (VV-02).
/// </summary>
internal readonly record struct Verblijf(DateOnly Aankomst, DateOnly Vertrek)
{
    /// <summary>No stay is longer than a year: guards the counting against a typing error in the year.</summary>
    public const int MaxNachten = 366;

    public int Nachten => Vertrek.DayNumber - Aankomst.DayNumber;

    public IEnumerable<DateOnly> Data
    {
        get
        {
            for (var dag = Aankomst; dag < Vertrek; dag = dag.AddDays(1)) yield return dag;
        }
    }

    public IEnumerable<int> Jaren => Enumerable.Range(Aankomst.Year, Vertrek.AddDays(-1).Year - Aankomst.Year + 1);

    /// <summary>Guests may leave and arrive on the same day.</summary>
    public bool Overlapt(Verblijf ander) => Aankomst < ander.Vertrek && ander.Aankomst < Vertrek;

    /// <summary>A stay begins at local midnight of the day of arrival: until then it can be reported, changed and cancelled.</summary>
    public bool IsBegonnen(TimeProvider klok) => klok.GetUtcNow() >= Aankomst.BeginVanDag();
}
