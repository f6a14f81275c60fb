using Meent.Services.Personen.Autorisaties;
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
        var teveel = vraag.Velden.Where(veld => !Mag(doel, vraag.Type, veld)).Distinct(StringComparer.Ordinal).ToList();
        return teveel.Count == 0 ? doel : throw BrpProblemen.VeldenNietGeautoriseerd(teveel);
    }

    /// <summary>The fields by which the purpose allows what is searched by.</summary>
    public static IEnumerable<string> Zoekvelden(Doel doel, Personenvraag vraag) =>
        vraag.Zoek.Keys.Select(parameter => parameter.Velden.FirstOrDefault(veld => doel.Dekt(Diensten.Personen, veld))).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Within the elements that the consumer was authorised for as well, where it has such an authorisation; the narrower of both counts.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">403: it names parameters or fields that need other elements.</exception>
    public static void Controleer(Autorisatie? autorisatie, Personenvraag vraag)
    {
        if (autorisatie is null || autorisatie.IsOverEigenInwoners(vraag.Zoek.GetValueOrDefault(Parameter.Gemeente))) return;
        Parameter[] sleutel = vraag.IsZoekvraag ? [] : [Parameter.Burgerservicenummer];
        Controleer(autorisatie, [.. sleutel, .. vraag.Zoek.Keys], vraag.Type.Velden, vraag.Velden);
    }

    /// <inheritdoc cref="Controleer(Autorisatie?, Personenvraag)"/>
    public static void Controleer(Autorisatie autorisatie, IEnumerable<Parameter> parameters, Veldenlijst lijst, IEnumerable<string> velden)
    {
        if (parameters.Where(parameter => !autorisatie.Mag(parameter)).Select(parameter => parameter.Naam).ToList() is { Count: > 0 } geenParameter)
            throw BrpProblemen.ParametersNietGeautoriseerd(geenParameter);
        if (velden.Where(veld => !autorisatie.Mag(lijst, veld)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } geenVeld)
            throw BrpProblemen.VeldenNietGeautoriseerd(geenVeld);
    }

    // To look someone up is more than to ask about who is known: a purpose must name the way of searching itself, '*' is not enough.
    public static bool MagZoeken(Doel doel, Vraagtype type) => doel.Geeft($"personen.{type.Naam}");

    public static bool Mag(Doel doel, Parameter parameter) => parameter.Velden.Length == 0 || parameter.Velden.Any(veld => doel.Dekt(Diensten.Personen, veld));

    public static bool Mag(Doel doel, Vraagtype type, string veld) =>
        (veld == Zoekveld && !type.IsZoekvraag) || doel.Dekt(Diensten.Personen, veld) || doel.Dekt(Diensten.Personen, Veldenlijst.ZonderAlias(veld));

    private static void ControleerZoeken(Doel doel, Personenvraag vraag)
    {
        if (!MagZoeken(doel, vraag.Type)) throw BrpProblemen.VraagNietGeautoriseerd($"Niet geautoriseerd voor {vraag.Type.Naam}.");
        var teveel = vraag.Zoek.Keys.Where(p => !Mag(doel, p)).Select(p => p.Naam).ToList();
        if (teveel.Count > 0) throw BrpProblemen.ParametersNietGeautoriseerd(teveel);
    }
}
