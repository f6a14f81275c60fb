using Meent.Data.Opslag;

namespace Meent.Services.Personen.Opslag;

/// <summary>A persoonslijst that was found.</summary>
internal readonly record struct Gevonden(Guid Id, string Bsn, string Body);

/// <summary>The table of persoonslijsten.</summary>
internal static class Personenopslag
{
    // Shape 1 of the body: {categorie: [[voorkomen, …], …]}.
    private const int Vorm = 1;

    /// <summary>
    /// The lists with these numbers, in one query. Lists that were put away as wrong (F) or erased (W) are never delivered; deceased and
    /// emigrated persons are, when asked by number.
    /// </summary>
    public static ValueTask<List<Gevonden>> Vind(this Session session, IReadOnlyList<string> bsns, string? gemeente)
    {
        var nummers = string.Join(", ", Enumerable.Range(1, bsns.Count).Select(i => $"${i}"));
        var filter = gemeente is null ? "" : $"AND gemeente = ${bsns.Count + 1}";
        return session.All(
            $"""
            SELECT id, bsn, body FROM personen_personen
            WHERE bsn IN ({nummers}) AND (opschorting IS NULL OR opschorting NOT IN ('F', 'W')) {filter}
            """,
            row => new Gevonden(row.Guid(0), row.Text(1), row.Text(2)),
            gemeente is null ? [.. bsns] : [.. bsns, gemeente]);
    }

    /// <summary>Adds a list, or replaces the one with the same A-nummer if it differs.</summary>
    /// <returns>Whether anything changed.</returns>
    public static async ValueTask<bool> Zet(this Session session, Persoonsrij rij) => await session.Execute(
        """
        INSERT INTO personen_personen (id, anummer, bsn, gemeente, opschorting, body, vorm, version) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
        ON CONFLICT (anummer) DO UPDATE SET
          bsn = excluded.bsn, gemeente = excluded.gemeente, opschorting = excluded.opschorting, body = excluded.body, vorm = excluded.vorm,
          version = personen_personen.version + 1
        WHERE personen_personen.body <> excluded.body
        """,
        Guid.CreateVersion7(), rij.Anummer, rij.Bsn, rij.Gemeente, rij.Opschorting, rij.Body, Vorm) > 0;
}
