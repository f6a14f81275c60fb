using System.Text.Json;

namespace Meent.Services.Objecten.Schemas;

/// <summary>Numbers as JSON has them: exact as long as they fit, else as doubles.</summary>
internal static class Getallen
{
    public static int Vergelijk(JsonElement een, JsonElement ander) =>
        een.TryGetDecimal(out var a) && ander.TryGetDecimal(out var b) ? a.CompareTo(b) : een.GetDouble().CompareTo(ander.GetDouble());

    public static bool IsGeheel(JsonElement getal) => getal.TryGetDecimal(out var waarde) ? decimal.Truncate(waarde) == waarde : getal.GetDouble() is var dubbel && Math.Truncate(dubbel) == dubbel;

    /// <summary>A whole number that is not below zero; null when it is anything else.</summary>
    public static long? Aantal(JsonElement getal) =>
        getal.ValueKind == JsonValueKind.Number && IsGeheel(getal) && getal.GetDouble() is >= 0 and <= long.MaxValue and var waarde ? (long)waarde : null;

    public static bool IsVeelvoud(JsonElement getal, JsonElement van)
    {
        if (getal.TryGetDecimal(out var a) && van.TryGetDecimal(out var b) && b != 0) return a % b == 0;
        var deling = getal.GetDouble() / van.GetDouble();
        return double.IsFinite(deling) && Math.Truncate(deling) == deling;
    }
}
