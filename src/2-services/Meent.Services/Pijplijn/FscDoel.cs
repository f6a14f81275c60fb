using System.Text.Json;
using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Pijplijn;

/// <summary>The purpose in the properties of an FSC grant, as both parties signed it and the token carries it (<c>prp</c>).</summary>
internal static class FscDoel
{
    /// <returns>Null when the grant names no purpose.</returns>
    public static Doel? Van(JsonElement claims)
    {
        if (!claims.TryGetProperty("prp", out var eigenschappen) || !eigenschappen.TryGetProperty("doelbinding.doelen", out var doelen)
            || doelen.ValueKind != JsonValueKind.Array || doelen.GetArrayLength() == 0)
            return null;

        // One grant a purpose: the grant hash in the token is the proof of which one was chosen.
        var doel = doelen[0];
        return new Doel(
            doel.GetProperty("id").GetString()!,
            Tekst(doel, "naam") ?? Tekst(doel, "omschrijving") ?? "",
            Tekst(doel, "omschrijving") ?? "",
            Grondslag.PubliekeTaak,
            doel.TryGetProperty("grondslag", out var gronden) && gronden.ValueKind == JsonValueKind.Array ? string.Join("; ", gronden.EnumerateArray().Select(g => g.GetString())) : null,
            doel.TryGetProperty("gegevens", out var gegevens) && gegevens.ValueKind == JsonValueKind.Array ? [.. gegevens.EnumerateArray().Select(g => g.GetString()!)] : []);
    }

    private static string? Tekst(JsonElement element, string naam) =>
        element.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;
}
