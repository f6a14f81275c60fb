using System.Globalization;
using Meent.Services.HaalCentraal;
using Meent.Standards;

namespace Meent.Services.Adressen.Voorkomens;

/// <summary>
/// Which voorkomens count: those valid on a day, with the knowledge of a moment. A voorkomen tells its end of validity in the same record, so before the
/// LV learned of the end, it counts as without one.
/// </summary>
internal sealed record Tijdreis(DateOnly GeldigOp, DateTimeOffset BeschikbaarOp, bool Huidig)
{
    public const string Geldig = "geldigOp";
    public const string Beschikbaar = "beschikbaarOp";
    private const string AlleenHuidig = "huidig";

    public static Tijdreis Nu(TimeProvider klok) => new(klok.Vandaag(), klok.GetUtcNow(), false);

    public static Tijdreis Lees(Parameterlezer lezer, TimeProvider klok)
    {
        var (geldig, beschikbaar, huidig) = (lezer.Dag(Geldig), lezer.Moment(Beschikbaar), lezer.Ja(AlleenHuidig));
        if (huidig && (geldig is not null || beschikbaar is not null)) throw Rfc2616Problemen.CombinatieNietToegestaan();
        return new Tijdreis(geldig ?? klok.Vandaag(), beschikbaar ?? klok.GetUtcNow(), huidig);
    }

    public void Voeg(Voorwaarden voorwaarden)
    {
        var (dag, moment) = (GeldigOp.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), BeschikbaarOp.ToUnixTimeMilliseconds());
        voorwaarden.Eis("t.lv <= ? AND (t.inactief IS NULL OR t.inactief > ?)", moment, moment);
        voorwaarden.Eis("t.begin <= ? AND (t.eind IS NULL OR t.eind > ? OR t.eind_lv > ?)", dag, dag, moment);
        if (Huidig) voorwaarden.Eis("t.eindstatus = 0");
    }
}
