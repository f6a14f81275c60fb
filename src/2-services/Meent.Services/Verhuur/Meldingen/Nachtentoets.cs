using Meent.Services.Verhuur.Regels;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>Nights of one calendar year at one address, with a stay added.</summary>
/// <param name="Jaar">Calendar year.</param>
/// <param name="Gebruikt">Nights counted already, over all hosts and numbers.</param>
/// <param name="Nieuw">Nights that the stay adds; a night on which another room is let counts once (VV-03, VV-05).</param>
/// <param name="Maximum">The strictest maximum in force on the stay's nights of this year; null sets no limit.</param>
internal sealed record Jaartelling(int Jaar, int Gebruikt, int Nieuw, int? Maximum)
{
    public bool Overschreden => Nieuw > 0 && Gebruikt + Nieuw > Maximum;

    /// <summary>Nights left without the stay.</summary>
    public int? OverVooraf => Maximum is { } maximum ? Math.Max(0, maximum - Gebruikt) : null;

    /// <summary>Nights left with the stay.</summary>
    public int? Over => Maximum is { } maximum ? Math.Max(0, maximum - Gebruikt - Nieuw) : null;
}

/// <summary>Counts a stay against the maximum of each calendar year that it touches (VV-02, VV-03, VV-04, VV-13).</summary>
internal static class Nachtentoets
{
    /// <param name="bezet">Dates on which the address is let already, in all years that the stay touches.</param>
    public static IReadOnlyList<Jaartelling> Tel(Verblijf verblijf, Regelboek regels, Geval geval, IReadOnlySet<DateOnly> bezet) =>
        [.. verblijf.Data.GroupBy(nacht => nacht.Year).Select(jaar => new Jaartelling(
            jaar.Key,
            bezet.Count(nacht => nacht.Year == jaar.Key),
            jaar.Count(nacht => !bezet.Contains(nacht)),
            jaar.Min(nacht => regels.Op(nacht, geval)?.MaxNachtenPerKalenderjaar)))];
}
