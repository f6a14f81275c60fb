using System.Text.Json;

namespace Meent.Integration.Fsc.Doelbinding;

/// <summary>The purposes in a grant's properties, and so in the <c>prp</c> of its tokens: extension <c>doelbinding</c>.</summary>
internal static class Doelen
{
    public const string Sleutel = "doelbinding.doelen";

    /// <summary>URIs of the purposes; none when the properties are of another shape.</summary>
    public static IReadOnlyList<string> Van(JsonElement? properties) =>
        properties is { ValueKind: JsonValueKind.Object } p && p.TryGetProperty(Sleutel, out var doelen) && doelen.ValueKind == JsonValueKind.Array
            ? [.. doelen.EnumerateArray().Select(Id).OfType<string>()]
            : [];

    /// <summary>The one purpose of a token: the one chosen, else the only one in the grant. Null when there is none, or too many to know.</summary>
    public static string? Gekozen(JsonElement? properties, string? keuze)
    {
        var doelen = Van(properties);
        return keuze is not null && doelen.Contains(keuze) ? keuze : doelen.Count == 1 ? doelen[0] : null;
    }

    private static string? Id(JsonElement doel) =>
        doel.ValueKind == JsonValueKind.Object && doel.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
