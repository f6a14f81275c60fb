using Meent.Data.Opslag;

namespace Meent.Services.Personen.Opslag;

/// <summary>What is put on record of a delivery, the same for each person in the answer (protocollering, Wet BRP art. 3.11).</summary>
/// <param name="Afnemer">OIN of the organisation that asked.</param>
/// <param name="Doel">URI of its purpose.</param>
/// <param name="GezochtMet">The elements by which was searched: <c>010120</c>.</param>
/// <param name="Gevraagd">The elements, and codes of derived data, that were asked, also where they turned out empty.</param>
internal sealed record Protocolregel(
    DateTimeOffset Tijdstip, string Afnemer, string Doel, string GezochtMet, string Gevraagd, string? Trace)
{
    // A hundred persons are four statements and some single ones, of two texts that stay prepared.
    private const int Partij = 32;

    private static readonly string Een = Zin(1), Veel = Zin(Partij);

    public async ValueTask Schrijf(Session session, IReadOnlyList<Guid> personen)
    {
        object?[] gedeeld = [Tijdstip, Afnemer, Doel, GezochtMet, Gevraagd, Trace];
        for (var i = 0; i < personen.Count;)
        {
            var aantal = personen.Count - i >= Partij ? Partij : 1;
            await session.Execute(aantal == 1 ? Een : Veel, [.. gedeeld, .. personen.Skip(i).Take(aantal).SelectMany(persoon => new object?[] { Guid.CreateVersion7(), persoon })]);
            i += aantal;
        }
    }

    private static string Zin(int aantal) =>
        "INSERT INTO personen_protocol (tijdstip, afnemer, doel, gezocht_met, gevraagd, trace, id, persoon) VALUES "
        + string.Join(", ", Enumerable.Range(0, aantal).Select(i => $"($1, $2, $3, $4, $5, $6, ${7 + (2 * i)}, ${8 + (2 * i)})"));
}
