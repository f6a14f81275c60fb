namespace Meent.Integration.Landschappen;

/// <summary>A purpose for which the municipalities of a landscape use services of others.</summary>
/// <param name="Naam">Name in each municipality's register of processing activities; last part of the URI.</param>
/// <param name="Grondslag">References to law.</param>
/// <param name="Gegevens">What it covers, as <c>{dienst}:{field}</c>; the services follow from it.</param>
/// <param name="Bewaartermijn">ISO 8601 duration.</param>
/// <param name="BijBuren">Whether the municipalities use it at each other.</param>
public sealed record Landschapsdoel(
    string Naam, string Omschrijving, IReadOnlyList<string> Grondslag, IReadOnlyList<string> Gegevens, string Bewaartermijn, bool BijBuren = false)
{
    internal IEnumerable<string> Diensten => Gegevens.Select(g => g.Split(':')[0]).Distinct(StringComparer.Ordinal);

    internal IEnumerable<string> Van(string dienst) => Gegevens.Where(g => g.StartsWith(dienst + ":", StringComparison.Ordinal));
}
