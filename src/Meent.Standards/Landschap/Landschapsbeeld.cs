namespace Meent.Standards.Landschap;

/// <summary>What anybody may see of a node: which organisations, what they keep, what they agreed. The host makes it; layer 5 shows it.</summary>
public interface ILandschap
{
    ValueTask<Landschapsbeeld> Beeld(CancellationToken stop);
}

/// <param name="Moment">When it was made; it may be a few seconds old.</param>
public sealed record Landschapsbeeld(
    IReadOnlyList<OrganisatieBeeld> Organisaties, IReadOnlyList<ContractBeeld> Contracten, DateTimeOffset Moment);

/// <param name="Bereikbaar">Whether its data can be reached now.</param>
/// <param name="Tellingen">How much it keeps, never of whom.</param>
public sealed record OrganisatieBeeld(
    string Slug, string Naam, string Oin, bool IsGemeente, IReadOnlyList<string> Diensten, bool Bereikbaar, IReadOnlyList<Telling> Tellingen);

/// <param name="Wat">What is counted, in Dutch and in the plural: <c>zaken</c>, <c>personen</c>, <c>registraties</c>.</param>
public sealed record Telling(string Wat, long Aantal);

/// <summary>A valid FSC contract between two organisations.</summary>
/// <param name="Soort"><c>publicatie</c> or <c>verbinding</c>.</param>
/// <param name="Aanbieder">OIN of who provides the service.</param>
/// <param name="Tegenpartij">OIN of who uses it, or of the directory.</param>
/// <param name="Doel">Description of the purpose, when one was agreed.</param>
public sealed record ContractBeeld(string Soort, string Dienst, string Aanbieder, string Tegenpartij, string? Doel);
