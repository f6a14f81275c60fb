namespace Meent.Services.Verhuur.Regels;

/// <summary>All versions of the rules. Which one counts is decided by the night itself (VV-13), not by the day on which somebody looks.</summary>
internal sealed class Regelboek(IEnumerable<Regelset> versies)
{
    private readonly List<Regelset> _nieuwsteEerst = [.. versies.OrderByDescending(v => v.GeldigVan).ThenByDescending(v => v.Versie)];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Regelset> Versies => _nieuwsteEerst;

    /// <summary>The rules in force on a day; null before the first ones.</summary>
    public Regelset? Op(DateOnly dag) => _nieuwsteEerst.Find(versie => versie.GeldigVan <= dag);

    /// <summary>What holds for a case on a day; null where nothing is regulated.</summary>
    public Regel? Op(DateOnly dag, Geval geval) => Op(dag)?.Voor(geval);

    /// <summary>First day on which a version no longer counts; null while nothing follows. A replaced version ends on the day it would have started.</summary>
    public DateOnly? GeldigTot(Regelset versie) =>
        _nieuwsteEerst
            .Where(v => v.GeldigVan > versie.GeldigVan || (v.GeldigVan == versie.GeldigVan && v.Versie > versie.Versie))
            .Min(v => (DateOnly?)v.GeldigVan);

    /// <summary>The maximum that a resident is told for a year: by the rules of today, or of the day of that year that is nearest to it.</summary>
    public int? MaximumVoor(int jaar, DateOnly vandaag, Geval geval)
    {
        var eerste = new DateOnly(jaar, 1, 1);
        var laatste = new DateOnly(jaar, 12, 31);
        return Op(vandaag < eerste ? eerste : vandaag > laatste ? laatste : vandaag, geval)?.MaxNachtenPerKalenderjaar;
    }
}
