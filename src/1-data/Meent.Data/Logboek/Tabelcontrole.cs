using Meent.Data.Opslag;
using Meent.Data.Opslag.Sqlite;

namespace Meent.Data.Logboek;

/// <summary>Whether the tables are those that should be there: each sealed one, or a tombstone in its place, and no other.</summary>
internal static class Tabelcontrole
{
    private const string Sqlite = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'logboek|_regels%' ESCAPE '|'";
    private const string Postgres = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name LIKE 'logboek|_regels%' ESCAPE '|'";

    /// <param name="bezegeld">Tables of which the seals have records.</param>
    /// <returns>The tables whose records are to be compared.</returns>
    public static async ValueTask<List<Logtabel>> Voer(Session session, byte[] sleutel, IReadOnlySet<long> bezegeld, List<Bevinding> bevindingen)
    {
        var tabellen = await Logtabellen.Alle(session);
        var grafstenen = await Grafsteen.Alle(session);
        var aanwezig = (await session.All(session.Store is SqliteStore ? Sqlite : Postgres, row => row.Text(0))).ToHashSet(StringComparer.Ordinal);
        bevindingen.AddRange(grafstenen.Where(steen => !steen.Klopt(sleutel)).Select(steen => new Bevinding(Afwijking.GrafsteenGewijzigd, steen.Tabel.Nummer)));
        // One that stands beside its tombstone, or that nobody knows of, holds records that were never taken in.
        bevindingen.AddRange(aanwezig.Except(tabellen.Select(tabel => tabel.Naam)).Select(naam => new Bevinding(Afwijking.TabelToegevoegd, NummerVan(naam))));
        var weg = tabellen.Where(tabel => !aanwezig.Contains(tabel.Naam)).Select(tabel => tabel.Nummer)
            .Concat(bezegeld.Except([Logtabel.Audit]).Except(tabellen.Select(tabel => tabel.Nummer)).Except(grafstenen.Select(steen => steen.Tabel.Nummer)));
        bevindingen.AddRange(weg.Select(nummer => new Bevinding(Afwijking.TabelVerwijderd, nummer)));
        return tabellen.FindAll(tabel => aanwezig.Contains(tabel.Naam));
    }

    private static long NummerVan(string naam) => long.TryParse(naam.AsSpan(naam.LastIndexOf('_') + 1), null, out var nummer) ? nummer : -1;
}
