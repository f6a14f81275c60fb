using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>How many rows there are of a type and rank.</summary>
/// <param name="Totaal">Rows of the table over all types, also those the client may not see.</param>
internal sealed record Sleutel(Guid Type, long Rang, long Aantal, long Totaal);

/// <summary>
/// Counts per authorisation key: each write adds a small row, which are folded now and then, so that writers never wait for each other on a counter
/// and a list never counts what it pages through (count(*) over half a million rows costs 84-91 ms).
/// </summary>
internal static class Tellingen
{
    /// <summary>The keys that the client may see; one for all together when it may see everything.</summary>
    public static async ValueTask<IReadOnlyList<Sleutel>> Lees(Session session, Resource resource, Bereik bereik)
    {
        if (bereik.Alles || !resource.Zichtbaarheid.PerObject)
        {
            var som = await session.One($"SELECT CAST(sum(aantal) AS BIGINT) FROM {Tabel(resource)} WHERE tabel = $1", row => row.LongOrNull(0) ?? 0, resource.Tabel);
            return [new Sleutel(Guid.Empty, 0, som, som)];
        }

        var alle = await session.All(
            $"SELECT sleutel, rang, CAST(sum(aantal) AS BIGINT) FROM {Tabel(resource)} WHERE tabel = $1 GROUP BY sleutel, rang", row => new Sleutel(row.Guid(0), row.Long(1), row.Long(2), 0), resource.Tabel);
        var totaal = alle.Sum(s => s.Aantal);
        return [.. alle.Where(s => s.Aantal > 0 && bereik.Omvat(s.Type, s.Rang)).Select(s => s with { Totaal = totaal })];
    }

    public static ValueTask Wijzig(Session session, Resource resource, Guid type, long rang, long verschil) => session.Later(
        $"INSERT INTO {Tabel(resource)} (tabel, sleutel, rang, aantal) VALUES ($1, $2, $3, $4)", resource.Tabel, type, rang, verschil);

    /// <summary>Counts what a filter leaves; linear in the index.</summary>
    public static async ValueTask<long> Tel(Session session, Resource resource, Bereik bereik, Vraag vraag)
    {
        var args = vraag.Args.ToList();
        var recht = bereik.Voorwaarde(resource.Zichtbaarheid, args);
        return await session.One($"SELECT count(*) FROM {resource.Tabel} t WHERE {string.Join(" AND ", new[] { vraag.Voorwaarde, recht }.Where(deel => deel.Length > 0).DefaultIfEmpty("1 = 1"))}", row => row.Long(0), [.. args]);
    }

    /// <summary>Replaces the rows of each key that has more by one.</summary>
    public static async ValueTask<int> Vouw(Session session, string tabel)
    {
        var sommen = new Dictionary<(string, Guid, long), long>();
        await session.Each(
            $"DELETE FROM {tabel} WHERE (tabel, sleutel, rang) IN (SELECT tabel, sleutel, rang FROM {tabel} GROUP BY tabel, sleutel, rang HAVING count(*) > 1) RETURNING tabel, sleutel, rang, aantal",
            row => sommen[(row.Text(0), row.Guid(1), row.Long(2))] = sommen.GetValueOrDefault((row.Text(0), row.Guid(1), row.Long(2))) + row.Long(3));
        foreach (var ((naam, type, rang), aantal) in sommen)
            await session.Later($"INSERT INTO {tabel} (tabel, sleutel, rang, aantal) VALUES ($1, $2, $3, $4)", naam, type, rang, aantal);
        return sommen.Count;
    }

    /// <summary>The table of counts of the bron: its prefix and <c>tellingen</c>.</summary>
    internal static string Tabel(Resource resource) => $"{resource.Tabel[..resource.Tabel.IndexOf('_', StringComparison.Ordinal)]}_tellingen";
}
