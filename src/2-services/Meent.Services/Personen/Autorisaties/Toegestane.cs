using Meent.Services.Personen.Velden;
using Meent.Services.Personen.Vraag;
using Meent.Services.Pijplijn;
using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Personen.Autorisaties;

/// <summary>A question that a consumer may ask, with what it may be asked by and for.</summary>
internal sealed record Toegestane(string Type, IReadOnlyList<string> Parameters, IReadOnlyList<string> Velden)
{
    /// <returns>Null when it may not be asked, or nothing would be told.</returns>
    /// <param name="gemeente">With which municipality the question would be narrowed.</param>
    public static Toegestane? Vraag(Aanroep aanroep, Doel doel, Autorisatie? autorisatie, Vraagtype type, string? gemeente)
    {
        if (type.IsZoekvraag && (aanroep.Toestemming is not null || !Machtiging.MagZoeken(doel, type))) return null;
        var eis = autorisatie?.IsOverEigenInwoners(gemeente) == true ? null : autorisatie;
        Parameter[] sleutel = type.IsZoekvraag ? [] : [Parameter.Burgerservicenummer];
        var parameters = sleutel.Concat(type.Parameters).Where(p => Machtiging.Mag(doel, p) && eis?.Mag(p) != false).ToList();
        if (!sleutel.Concat(type.Verplicht).All(parameters.Contains)) return null;
        var velden = type.Velden.Alle.Where(veld => Veldenlijst.IsToegestaan(veld) && Machtiging.Mag(doel, type, veld) && eis?.Mag(type.Velden, veld) != false).Order(StringComparer.Ordinal).ToList();
        return velden.Count == 0 ? null : new(type.Naam, [.. parameters.Select(p => p.Naam).Order(StringComparer.Ordinal)], velden);
    }
}
