using Meent.Data.Opslag;

namespace Meent.Services.Toestemmingen;

/// <summary>The consents in the store.</summary>
internal static class Toestemmingtabel
{
    private const string Kolommen = "id, bsn, activiteit, ontvanger, doel, gegevens, begin, einde, gegeven, beeindigd";

    /// <summary>Adds one; what the same person allowed the same organisation for the same purpose before ends where it begins.</summary>
    public static async ValueTask Voeg(this Session session, Toestemming toestemming)
    {
        await session.Execute(
            "UPDATE toestemmingen_toestemmingen SET beeindigd = $4 WHERE bsn = $1 AND ontvanger = $2 AND doel = $3 AND einde > $4 AND (beeindigd IS NULL OR beeindigd > $4)",
            toestemming.Bsn, toestemming.Ontvanger, toestemming.Doel, toestemming.Begin);
        await session.Execute(
            $"INSERT INTO toestemmingen_toestemmingen ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            toestemming.Id, toestemming.Bsn, toestemming.Activiteit, toestemming.Ontvanger, toestemming.Doel, string.Join(' ', toestemming.Gegevens), toestemming.Begin, toestemming.Einde,
            toestemming.Gegeven, toestemming.Beeindigd);
    }

    /// <summary>Ends one of this person at once; what has ended already stays as it was.</summary>
    public static ValueTask<int> TrekIn(this Session session, Guid id, string bsn, DateTimeOffset nu) => session.Execute(
        "UPDATE toestemmingen_toestemmingen SET beeindigd = $3 WHERE id = $1 AND bsn = $2 AND einde > $3 AND (beeindigd IS NULL OR beeindigd > $3)", id, bsn, nu);

    /// <summary>All of one person, the last given first.</summary>
    public static ValueTask<List<Toestemming>> VanPersoon(this Session session, string bsn) =>
        session.All($"SELECT {Kolommen} FROM toestemmingen_toestemmingen WHERE bsn = $1 ORDER BY id DESC", Lees, bsn);

    /// <summary>Those that hold now for a purpose of an organisation.</summary>
    /// <param name="bsns">Only of these persons; of all when null.</param>
    public static ValueTask<List<Toestemming>> VanKracht(this Session session, string ontvanger, string doel, DateTimeOffset nu, IReadOnlyList<string>? bsns, int hoogstens)
    {
        var wie = bsns is null ? "" : $" AND bsn IN ({string.Join(", ", Enumerable.Range(4, bsns.Count).Select(i => $"${i}"))})";
        return session.All(
            $"SELECT {Kolommen} FROM toestemmingen_toestemmingen WHERE doel = $1 AND ontvanger = $2 AND begin <= $3 AND einde > $3 AND (beeindigd IS NULL OR beeindigd > $3){wie} LIMIT {hoogstens}",
            Lees, [doel, ontvanger, nu, .. bsns ?? []]);
    }

    private static Toestemming Lees(Row row) => new(
        row.Guid(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Text(5).Split(' '), row.Instant(6), row.Instant(7), row.Instant(8), row.InstantOrNull(9));
}
