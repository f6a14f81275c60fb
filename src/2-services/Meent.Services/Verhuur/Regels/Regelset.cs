namespace Meent.Services.Verhuur.Regels;

/// <summary>One version of the municipality's rules for tourist rental (Huisvestingswet 2014, art. 23a-23c): a decision table, of which the first row that fits counts.</summary>
/// <param name="GeldigVan">First night that it rules.</param>
/// <param name="Versie">Serial number; of two versions from the same day, the later one counts.</param>
/// <param name="Voorwaardenversie">Version of the terms that a host agrees with.</param>
/// <param name="Regels">The rows in their order (DMN hit policy "first"). Where none fits, nothing is asked of a host.</param>
/// <param name="Boetes">What breaking a rule costs; empty when the municipality has not set it.</param>
/// <param name="Recidivejaren">Years in which the same offence again counts as a repetition.</param>
internal sealed record Regelset(
    Guid Id,
    int Versie,
    DateOnly GeldigVan,
    string Voorwaardenversie,
    IReadOnlyList<Regel> Regels,
    IReadOnlyList<Boete> Boetes,
    int Recidivejaren)
{
    /// <summary>What holds for a case; null where the municipality regulates nothing.</summary>
    public Regel? Voor(Geval geval) => Regels.FirstOrDefault(regel => regel.Geldt(geval));
}
