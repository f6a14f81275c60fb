using System.Text.Json;
using Meent.Services.Verwerkingsregister;

namespace Meent.Services.Pijplijn;

/// <summary>The purpose in the properties of an FSC grant, as both parties signed it and the token carries it (<c>prp</c>).</summary>
internal static class FscDoel
{
    /// <summary>How a contract says that the ground is consent: the word of the register.</summary>
    public const string Toestemming = "Toestemming betrokkene";

    /// <returns>Null when the grant names no purpose, or several of which the token does not choose one.</returns>
    public static Doel? Van(JsonElement claims)
    {
        // RFC 9396: signed by our own Manager, which looked whether the grant has it.
        var keuze = Leden(claims, "authorization_details").Where(d => Tekst(d, "type") == "nl-doelbinding").Select(d => Tekst(d, "doel")).FirstOrDefault();
        return Van(Lid(claims, "prp"), keuze);
    }

    /// <param name="grant">Properties of the grant.</param>
    /// <param name="keuze">URI of the one that is meant; null when none was chosen.</param>
    public static Doel? Van(JsonElement? grant, string? keuze)
    {
        var doelen = Leden(grant, "doelbinding.doelen").Where(d => Tekst(d, "id") is not null).ToList();
        if (keuze is not null) doelen = [.. doelen.Where(d => Tekst(d, "id") == keuze)];
        if (doelen is not [var doel]) return null;
        var gronden = Teksten(doel, "grondslag");
        return new Doel(
            Tekst(doel, "id")!,
            Tekst(doel, "naam") ?? Tekst(doel, "omschrijving") ?? "",
            Tekst(doel, "omschrijving") ?? "",
            gronden.Contains(Toestemming) ? Grondslag.Toestemming : Grondslag.PubliekeTaak,
            gronden.Count > 0 ? string.Join("; ", gronden) : null,
            Teksten(doel, "gegevens"));
    }

    // The other Peer wrote these properties, so they may have any shape.
    private static JsonElement? Lid(JsonElement? element, string naam) =>
        element is { ValueKind: JsonValueKind.Object } e && e.TryGetProperty(naam, out var waarde) ? waarde : null;

    private static IEnumerable<JsonElement> Leden(JsonElement? element, string naam) =>
        Lid(element, naam) is { ValueKind: JsonValueKind.Array } lijst ? lijst.EnumerateArray() : [];

    private static string? Tekst(JsonElement element, string naam) => Lid(element, naam) is { ValueKind: JsonValueKind.String } waarde ? waarde.GetString() : null;

    private static List<string> Teksten(JsonElement element, string naam) =>
        [.. Leden(element, naam).Where(w => w.ValueKind == JsonValueKind.String).Select(w => w.GetString()!)];
}
