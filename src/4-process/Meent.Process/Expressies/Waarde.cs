using System.Text.Json;

namespace Meent.Process.Expressies;

/// <summary>
/// The values of FEEL: null, bool, decimal, string, list (<see cref="IReadOnlyList{T}"/>), and a JSON object as it stands. What cannot be computed is null, never an exception.
/// </summary>
internal static class Waarde
{
    public static object? Van(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetDecimal(out var getal) ? getal : null,
        JsonValueKind.Array => json.EnumerateArray().Select(Van).ToList(),
        JsonValueKind.Object => json,
        _ => null,
    };

    public static object? Veld(object? waarde, string naam) =>
        waarde is JsonElement { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(naam, out var veld) ? Van(veld) : null;

    /// <summary>Null when the two cannot be compared; null itself equals null.</summary>
    public static bool? Gelijk(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (decimal x, decimal y) => x == y,
        (string x, string y) => string.Equals(x, y, StringComparison.Ordinal),
        (bool x, bool y) => x == y,
        (JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y),
        (IReadOnlyList<object?> x, IReadOnlyList<object?> y) => x.Count == y.Count && x.Zip(y).All(p => Gelijk(p.First, p.Second) == true),
        _ => null,
    };

    /// <summary>Text is ordered by code point, so that dates and instants in ISO 8601 compare as they should.</summary>
    public static int? Vergelijk(object? a, object? b) => (a, b) switch
    {
        (decimal x, decimal y) => x.CompareTo(y),
        (string x, string y) => string.CompareOrdinal(x, y),
        _ => null,
    };

    public static object? Reken(char operatie, object? a, object? b)
    {
        if (operatie == '+' && a is string links && b is string rechts) return links + rechts;
        if (a is not decimal x || b is not decimal y) return null;
        try
        {
            return operatie switch
            {
                '+' => x + y,
                '-' => x - y,
                '*' => x * y,
                _ => y == 0 ? null : x / y,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
