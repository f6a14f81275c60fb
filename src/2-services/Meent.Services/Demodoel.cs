namespace Meent.Services;

/// <summary>A purpose of the demo landscape, for the contracts that its municipalities conclude.</summary>
/// <param name="Naam">Last part of its URI in the register of processing activities.</param>
/// <param name="Gegevens">What it covers, as <c>{dienst}:{field}</c>.</param>
/// <param name="Bewaartermijn">ISO 8601 duration.</param>
/// <param name="BijBuren">Whether residents share data for it with other municipalities.</param>
public sealed record Demodoel(string Naam, string Omschrijving, string Grondslag, IReadOnlyList<string> Gegevens, string Bewaartermijn, bool BijBuren);
