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
    public ValueTask<int> Schrijf(Session session, Guid persoon) => session.Execute(
        """
        INSERT INTO personen_protocol (id, persoon, tijdstip, afnemer, doel, gezocht_met, gevraagd, trace)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """,
        Guid.CreateVersion7(), persoon, Tijdstip, Afnemer, Doel, GezochtMet, Gevraagd, Trace);
}
