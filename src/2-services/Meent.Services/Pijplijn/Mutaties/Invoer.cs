using System.Text.Json;

namespace Meent.Services.Pijplijn.Mutaties;

/// <summary>A resource that is read in as it was elsewhere, with the id that it had.</summary>
/// <param name="Basissen">Base URLs that count as the own one: that of its old home, and ours.</param>
/// <param name="MetGebeurtenis">Whether subscribers hear of it.</param>
/// <param name="MetSpoor">Whether it gets a line in the audit trail.</param>
internal sealed record Invoer(
    Resource Resource, Guid Id, JsonElement Json, IReadOnlyList<string> Basissen, Aanroep Aanroep, DateTimeOffset Nu, bool MetGebeurtenis, bool MetSpoor)
{
    /// <summary>What came beside the JSON (<see cref="Schrijven{T}.Bijlage"/>).</summary>
    public object? Bijlage { get; init; }
}
