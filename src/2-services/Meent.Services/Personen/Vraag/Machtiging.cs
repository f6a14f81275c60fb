using Meent.Services.Personen.Velden;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Personen.Vraag;

/// <summary>Doelbinding at the source: only fields that the caller's purpose covers.</summary>
internal static class Machtiging
{
    /// <summary>Who asks by number knows the number; it tells which answer belongs to which question.</summary>
    public const string Zoekveld = "burgerservicenummer";

    public const string GeenDoel = "Niet geautoriseerd voor ad hoc bevragingen: er is geen doel opgegeven.";

    /// <exception cref="Standards.Problemen.ProbleemException">403: the purpose does not allow to search so, or does not cover the parameters or fields that it names.</exception>
    public static Doel Controleer(Aanroep aanroep, Personenvraag vraag)
    {
        var doel = aanroep.Doel ?? throw BrpProblemen.NietGeautoriseerd(GeenDoel);
        if (vraag.IsZoekvraag) ControleerZoeken(doel, vraag);
        var teveel = vraag.Velden.Where(veld => !Mag(doel, vraag, veld)).Distinct(StringComparer.Ordinal).ToList();
        return teveel.Count == 0 ? doel : throw BrpProblemen.VeldenNietGeautoriseerd(teveel);
    }

    /// <summary>The fields by which the purpose allows what is searched by.</summary>
    public static IEnumerable<string> Zoekvelden(Doel doel, Personenvraag vraag) =>
        vraag.Zoek.Keys.Select(parameter => parameter.Velden.FirstOrDefault(veld => doel.Dekt(Diensten.Personen, veld))).OfType<string>().Distinct(StringComparer.Ordinal);

    // To look someone up is more than to ask about who is known: a purpose must name the way of searching itself, '*' is not enough.
    private static void ControleerZoeken(Doel doel, Personenvraag vraag)
    {
        if (!doel.Geeft($"personen.{vraag.Type.Naam}")) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type.Naam}.");
        var teveel = vraag.Zoek.Keys.Where(p => p.Velden.Length > 0 && !p.Velden.Any(veld => doel.Dekt(Diensten.Personen, veld))).Select(p => p.Naam).ToList();
        if (teveel.Count > 0) throw BrpProblemen.ParametersNietGeautoriseerd(teveel);
    }

    private static bool Mag(Doel doel, Personenvraag vraag, string veld) =>
        (veld == Zoekveld && !vraag.IsZoekvraag) || doel.Dekt(Diensten.Personen, veld) || doel.Dekt(Diensten.Personen, Veldenlijst.ZonderAlias(veld));
}
