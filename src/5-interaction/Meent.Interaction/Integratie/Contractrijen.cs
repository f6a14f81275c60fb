using Meent.Interaction.Opvragen;

namespace Meent.Interaction.Integratie;

/// <summary>Contracts in a table, on whichever page.</summary>
internal sealed record Contractrijen(IReadOnlyList<Fsccontract> Contracten, IReadOnlyDictionary<string, string> Namen);
