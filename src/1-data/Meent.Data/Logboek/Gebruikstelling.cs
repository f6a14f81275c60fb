using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>
/// Counts the use of data by month, beside the log and never while it is written. A month is read when something changed in it since, so one that is over is
/// read once more, and again only when a record comes late or its term is over.
/// </summary>
public static class Gebruikstelling
{
    /// <param name="meeste">Months that may have more records than this are left for later.</param>
    public static async Task Tel(Store store, DateTimeOffset nu, long meeste, CancellationToken stop = default)
    {
        foreach (var maand in await store.Read(Gewijzigd, stop))
        {
            if (meeste < long.MaxValue && await store.Read(session => Omvang(session, maand), stop) > meeste) continue;
            var (stand, gebruik) = await store.Snapshot(async session =>
            {
                var tabellen = await Van(session, maand);
                return (Stand(tabellen), await Tel(session, maand, tabellen));
            }, stop);
            await store.WriteBulk(session => Bewaar(session, maand, stand, nu, gebruik), stop);
        }
    }

    /// <summary>Notes that what records of a month show was changed. As the last of its transaction: sealers wait for the rows.</summary>
    internal static async ValueTask Meld(Session session, IEnumerable<DateTimeOffset> momenten)
    {
        foreach (var maand in momenten.Select(Logtabel.Maand).Distinct().Order())
            await session.Execute("UPDATE logboek_tabellen SET stand = stand + 1 WHERE begin = $1 AND nummer > 0 AND vervallen IS NULL", maand);
    }

    internal static ValueTask<int> Meld(Session session, Logtabel tabel) => session.Execute("UPDATE logboek_tabellen SET stand = stand + 1 WHERE nummer = $1", tabel.Nummer);

    /// <summary>Forgets what was counted of a month, as one of its tables went.</summary>
    internal static async ValueTask Vergeet(Session session, DateTimeOffset maand)
    {
        await session.Execute("DELETE FROM logboek_gebruik WHERE maand = $1", maand);
        await session.Execute("DELETE FROM logboek_maanden WHERE maand = $1", maand);
    }

    private static async ValueTask<List<DateTimeOffset>> Gewijzigd(Session session)
    {
        var geteld = (await session.All("SELECT maand, stand FROM logboek_maanden", row => (row.Instant(0), row.Text(1)))).ToDictionary();
        var tabellen = await session.All("SELECT begin, nummer, stand FROM logboek_tabellen WHERE nummer > 0 AND vervallen IS NULL ORDER BY nummer", row => (Maand: row.Instant(0), Nummer: row.Long(1), Stand: row.Long(2)));
        return [.. tabellen.GroupBy(tabel => tabel.Maand).Where(maand => geteld.GetValueOrDefault(maand.Key) != Stand(maand.Select(tabel => (tabel.Nummer, tabel.Stand)))).Select(maand => maand.Key).Order()];
    }

    private static ValueTask<List<(long Nummer, long Stand)>> Van(Session session, DateTimeOffset maand) => session.All(
        "SELECT nummer, stand FROM logboek_tabellen WHERE begin = $1 AND nummer > 0 AND vervallen IS NULL ORDER BY nummer", row => (row.Long(0), row.Long(1)), maand);

    private static string Stand(IEnumerable<(long Nummer, long Stand)> tabellen) => string.Join(' ', tabellen.Select(tabel => $"{tabel.Nummer}:{tabel.Stand}"));

    /// <summary>No fewer records than there are: numbers are given once.</summary>
    private static async ValueTask<long> Omvang(Session session, DateTimeOffset maand)
    {
        var omvang = 0L;
        foreach (var (nummer, _) in await Van(session, maand))
            omvang += await session.One($"SELECT MAX(nummer) FROM {Logtabel.NaamVan(nummer)}", row => row.LongOrNull(0)) is { } laatste ? laatste - Logtabel.VanafVan(nummer) : 0;
        return omvang;
    }

    private static async ValueTask<List<Gebruik>> Tel(Session session, DateTimeOffset maand, List<(long Nummer, long Stand)> tabellen)
    {
        if (tabellen.Count == 0) return [];
        // What a later version took the place of does not count twice.
        var takken = tabellen.Select(tabel =>
            $"SELECT activiteit, aanroeper, status, betrokkene, betrokkene_type, begin FROM {Logtabel.NaamVan(tabel.Nummer)} r WHERE NOT EXISTS (SELECT 1 FROM logboek_vervallen v WHERE v.trace = r.trace AND v.span = r.span)");
        return await session.All(
            $"""
            SELECT activiteit, COALESCE(aanroeper, ''), COUNT(*), CAST(SUM(CASE WHEN status = {(int)Standards.Logboek.Logstatus.Error} THEN 1 ELSE 0 END) AS BIGINT),
              COUNT(DISTINCT CASE WHEN betrokkene_type IS NOT NULL THEN betrokkene END), MAX(begin)
            FROM ({string.Join(" UNION ALL ", takken)}) g GROUP BY activiteit, COALESCE(aanroeper, '')
            """,
            row => new Gebruik(maand, row.Text(0), row.Text(1), row.Long(2), row.Long(3), row.Long(4), row.Instant(5)));
    }

    private static async ValueTask<int> Bewaar(Session session, DateTimeOffset maand, string stand, DateTimeOffset nu, List<Gebruik> gebruik)
    {
        // The row makes two who count at once take turns. What the earlier saw may be written last: then its stand says so.
        await session.Execute("INSERT INTO logboek_maanden (maand, stand, geteld) VALUES ($1, $2, $3) ON CONFLICT (maand) DO UPDATE SET stand = excluded.stand, geteld = excluded.geteld", maand, stand, nu);
        await session.Execute("DELETE FROM logboek_gebruik WHERE maand = $1", maand);
        foreach (var een in gebruik) await een.Bewaar(session);
        return gebruik.Count;
    }
}
