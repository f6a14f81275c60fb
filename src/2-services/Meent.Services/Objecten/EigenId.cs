using System.Text.Json;
using Meent.Services.Pijplijn;

namespace Meent.Services.Objecten;

/// <summary>The uuid in a body: chosen by the client when it likes, and then for good.</summary>
internal static class EigenId
{
    /// <returns>Null when the client leaves it to us.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">400: it is none.</exception>
    public static Guid? Lees(JsonElement json)
    {
        if (!json.TryGetProperty("uuid", out var waarde)) return null;
        if (waarde.ValueKind == JsonValueKind.Null) throw Weiger.Ongeldig("uuid", "null", "Dit veld mag niet leeg zijn.");
        return waarde.ValueKind == JsonValueKind.String && Guid.TryParse(waarde.GetString(), out var id) ? id : throw Weiger.Ongeldig("uuid", "invalid", "Voer een geldig UUID in.");
    }

    /// <exception cref="Standards.Problemen.ProbleemException">400: the body names another.</exception>
    public static void Blijft(JsonElement json, Guid id)
    {
        if (Lees(json) is { } ander && ander != id) throw Weiger.Ongeldig("uuid", "immutable-field", "Dit veld mag niet gewijzigd worden.");
    }
}
