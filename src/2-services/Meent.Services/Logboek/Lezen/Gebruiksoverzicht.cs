using System.Text.Json.Serialization;

namespace Meent.Services.Logboek.Lezen;

/// <param name="Drempel">Of fewer persons than this it is not told how many.</param>
/// <param name="Maanden">Those of which there are records.</param>
internal sealed record Gebruiksoverzicht(int Drempel, IReadOnlyList<Gebruiksmaand> Maanden, IReadOnlyList<Gebruiksregel> Regels);

/// <param name="Geteld">What came in after this is not in the figures; null when none were made yet.</param>
internal sealed record Gebruiksmaand(string Maand, DateTimeOffset? Geteld);

/// <param name="Activiteit">URI in the register.</param>
/// <param name="Naam">As the register called it then; null when it does not know it.</param>
/// <param name="Aanroeper">The organisation that asked; null for the own one.</param>
/// <param name="Betrokkenen">Of how many persons; null for fewer than the threshold.</param>
/// <param name="Laatste">When it was last used in that month.</param>
internal sealed record Gebruiksregel(
    string Maand, string Activiteit, string? Naam, Registerstand Register, Partij? Aanroeper, long Aantal, long Mislukt, long? Betrokkenen, DateTimeOffset Laatste);

/// <summary>What the register said of an activity when it was used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Registerstand>))]
internal enum Registerstand
{
    [JsonStringEnumMemberName("geldig")] Geldig,

    /// <summary>It was there, and did not hold: it had ended, or not begun.</summary>
    [JsonStringEnumMemberName("goldNiet")] GoldNiet,

    [JsonStringEnumMemberName("onbekend")] Onbekend,
}
