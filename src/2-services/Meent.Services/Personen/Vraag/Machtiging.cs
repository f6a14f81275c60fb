using Meent.Services.Personen.Velden;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen.Vraag;

/// <summary>Doelbinding at the source: only fields that the caller's purpose covers.</summary>
internal static class Machtiging
{
    /// <summary>Who asks by number knows the number; it tells which answer belongs to which question.</summary>
    private const string Zoekveld = "burgerservicenummer";

    /// <exception cref="Standards.Problemen.ProbleemException">403, naming the fields that are not covered.</exception>
    public static Doel Controleer(Aanroep aanroep, Raadpleegvraag vraag)
    {
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd("Niet geautoriseerd voor ad hoc bevragingen: er is geen doel opgegeven.");
        var teveel = vraag.Velden.Where(veld => !Mag(doel, veld)).Distinct(StringComparer.Ordinal).ToList();
        return teveel.Count == 0 ? doel : throw BrpProblemen.VeldenNietGeautoriseerd(teveel);
    }

    // Gezag is not delivered by this source, so no purpose can cover it.
    private static bool Mag(Doel doel, string veld) =>
        veld != Veldenlijst.Gezag
        && (veld == Zoekveld || doel.Dekt(Diensten.Personen, veld) || doel.Dekt(Diensten.Personen, Veldenlijst.ZonderAlias(veld)));
}
