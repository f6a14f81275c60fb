using System.Text.Json;

namespace Meent.Services.Sdep.Invoer;

/// <summary>Fields of an item whose form may not have been looked at yet.</summary>
internal static class Itemvelden
{
    /// <returns>Null when it is not there, empty, or no text.</returns>
    public static string? Tekst(this JsonElement item, string veld) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(veld, out var waarde) && waarde.ValueKind == JsonValueKind.String && Leesbaar(waarde) is { Length: > 0 } tekst ? tekst : null;

    /// <summary>Half a character is no text.</summary>
    public static string? Leesbaar(JsonElement waarde)
    {
        try
        {
            return waarde.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
