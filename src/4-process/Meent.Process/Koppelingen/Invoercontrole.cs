using System.Collections.Immutable;
using System.Text.Json;
using Meent.Standards.Identificaties;
using Meent.Standards.Problemen;

namespace Meent.Process.Koppelingen;

/// <summary>Checks variables that come from outside against the fields that are asked.</summary>
internal static class Invoercontrole
{
    private const int MaxTekst = 2_000;

    /// <exception cref="ProbleemException">Names every field that is missing, unknown or wrong.</exception>
    public static ImmutableDictionary<string, JsonElement> Controleer(
        IReadOnlyDictionary<string, Invoerveld> velden, IReadOnlyDictionary<string, JsonElement>? variabelen)
    {
        var gegeven = (variabelen ?? ImmutableDictionary<string, JsonElement>.Empty).Where(v => v.Value.ValueKind != JsonValueKind.Null).ToDictionary();
        var fouten = gegeven.Keys.Where(naam => !velden.ContainsKey(naam)).Select(naam => Fout(naam, "unknown-parameter", "Dit veld wordt niet gevraagd.")).ToList();
        foreach (var (naam, veld) in velden)
        {
            if (!gegeven.TryGetValue(naam, out var waarde))
            {
                if (veld.Verplicht) fouten.Add(Fout(naam, "required", "Dit veld is verplicht."));
            }
            else if (Reden(veld, waarde) is { } reden) fouten.Add(Fout(naam, "invalid", reden));
        }
        return fouten.Count == 0 ? gegeven.ToImmutableDictionary() : throw new ProbleemException(Problemen.Invoer(fouten));
    }

    private static string? Reden(Invoerveld veld, JsonElement waarde) => (veld.Type, waarde.ValueKind) switch
    {
        (Veldtype.Tekst, JsonValueKind.String) => Tekst(veld, waarde.GetString()!),
        (Veldtype.Datum, JsonValueKind.String) => DateOnly.TryParseExact(waarde.GetString(), "yyyy-MM-dd", out _) ? null : "Dit is geen datum als 2026-03-31.",
        (Veldtype.Bsn, JsonValueKind.String) => Bsn.TryParse(waarde.GetString(), out _) ? null : "Dit is geen geldig burgerservicenummer.",
        (Veldtype.Getal or Veldtype.Geheel, JsonValueKind.Number) => Getal(veld, waarde),
        (Veldtype.JaNee, JsonValueKind.True or JsonValueKind.False) => null,
        (Veldtype.Object, JsonValueKind.Object) => null,
        _ => $"Hier hoort een waarde van het type {JsonSerializer.Serialize(veld.Type).Trim('"')}.",
    };

    private static string? Tekst(Invoerveld veld, string tekst)
    {
        var max = veld.MaxLengte ?? MaxTekst;
        if (tekst.Length > max) return $"Dit veld heeft hoogstens {max} tekens.";
        if (tekst.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t')) return "Dit veld bevat een stuurteken.";
        if (veld.Verplicht && string.IsNullOrWhiteSpace(tekst)) return "Dit veld is leeg.";
        return veld.Keuzes is null || veld.Keuzes.Contains(tekst) ? null : $"Kies uit: {string.Join(", ", veld.Keuzes)}.";
    }

    private static string? Getal(Invoerveld veld, JsonElement waarde)
    {
        if (!waarde.TryGetDecimal(out var getal)) return "Dit getal is te groot.";
        if (veld.Type == Veldtype.Geheel && decimal.Truncate(getal) != getal) return "Dit is geen geheel getal.";
        if (getal < veld.Minimum) return $"Dit is minder dan {veld.Minimum}.";
        return getal > veld.Maximum ? $"Dit is meer dan {veld.Maximum}." : null;
    }

    private static OngeldigVeld Fout(string naam, string code, string reden) => new($"variabelen.{naam}", code, reden);
}
