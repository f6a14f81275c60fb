using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Postgres;
using Meent.Data.Outbox;
using Meent.Standards.Logboek;

namespace Meent.Data.Logboek;

/// <summary>Writing and reading log records on the connection of whoever acts, so that the action and its record are one transaction.</summary>
public static class LogboekSession
{
    private const string Kolommen =
        "nummer, trace, span, ouder, activiteit, betrokkene, betrokkene_type, aanroeper, naam, status, begin, einde, attributen, systeem, zout";

    private const string Invoer = "trace, span, ouder, activiteit, betrokkene, betrokkene_type, aanroeper, naam, status, begin, einde, attributen, systeem, zout";

    // A large batch goes by this many a statement: one round trip to PostgreSQL instead of as many.
    private const int Partij = 32;

    // From here on PostgreSQL takes them by COPY.
    private const int Veel = 100;
    private const int AantalWaarden = 14;

    /// <summary>Adds records; one that is there already (same trace, span and subject) stays as it was.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">503: they cannot be added, so what they are of must not happen.</exception>
    public static async ValueTask<int> Logboek(this Session session, params IReadOnlyList<Logregel> regels)
    {
        var nieuw = 0;
        try
        {
            foreach (var groep in regels.GroupBy(regel => (regel.Bewaartermijn, regel.Begin.UtcDateTime.Year, regel.Begin.UtcDateTime.Month)))
                nieuw += await Voeg(session, await Logtabellen.Voor(session, groep.Key.Bewaartermijn, groep.First().Begin), [.. groep]);
        }
        catch (DbException fout) when (Problemen.IsOfLogbook(fout))
        {
            throw Problemen.LogUnavailable(fout);
        }

        if (nieuw > 0) session.Wek(Wachtrij.Logboek);
        return nieuw;
    }

    /// <summary>Records of one table by a condition on its columns.</summary>
    internal static ValueTask<List<BewaardeLogregel>> Logregels(this Session session, Logtabel tabel, string voorwaarde, params object?[] args) =>
        session.All($"SELECT {Kolommen} FROM {tabel.Naam} WHERE {voorwaarde}", row => Lees(row, tabel.Termijn), args);

    /// <summary>Records of several tables, the latest first.</summary>
    internal static async ValueTask<List<BewaardeLogregel>> Logregels(this Session session, IReadOnlyList<Logtabel> tabellen, string voorwaarde, int aantal, params object?[] args)
    {
        // Each table by its own index, and no further than is needed.
        var takken = tabellen.Select(tabel =>
            $"SELECT * FROM (SELECT {Kolommen} FROM {tabel.Naam} r WHERE {voorwaarde} ORDER BY begin DESC, nummer DESC LIMIT {aantal}) t{tabel.Nummer}");
        var termijnen = tabellen.ToDictionary(tabel => tabel.Nummer, tabel => tabel.Termijn);
        return await session.All($"{string.Join(" UNION ALL ", takken)} ORDER BY begin DESC, nummer DESC LIMIT {aantal}", row => Lees(row, termijnen[Logtabel.Van(row.Long(0))]), args);
    }

    /// <summary>Numbers and leaf hashes of records; the hash of a record that cannot be read any more is empty.</summary>
    internal static ValueTask<List<(long Regel, byte[] Hash)>> Bladeren(this Session session, Logtabel tabel, string voorwaarde, params object?[] args) =>
        session.All($"SELECT {Kolommen} FROM {tabel.Naam} WHERE {voorwaarde}", row => (row.Long(0), HashOfLeeg(row)), args);

    private static async ValueTask<int> Voeg(Session session, Logtabel tabel, Logregel[] regels)
    {
        if (regels.Length >= Veel && session is PostgresSession postgres) return await Logkopie.Voeg(postgres, tabel, regels, Invoer, Waarden);
        var (nieuw, alle) = (0, new ArraySegment<Logregel>(regels));
        for (var i = 0; i < alle.Count;)
        {
            var deel = alle.Slice(i, alle.Count - i >= Partij ? Partij : 1);
            nieuw += await Voeg(session, tabel, deel);
            i += deel.Count;
        }

        return nieuw;
    }

    private static async ValueTask<int> Voeg(Session session, Logtabel tabel, ArraySegment<Logregel> regels)
    {
        var nummers = await session.All(Invoegzin(tabel, regels.Count), row => (object?)row.Long(0), [.. regels.SelectMany(Waarden)]);
        if (nummers.Count == 0) return 0;
        await session.Execute(
            $"INSERT INTO logboek_ongezegeld (regel) VALUES {string.Join(", ", Enumerable.Range(1, nummers.Count).Select(i => $"(${i})"))}", [.. nummers]);
        return nummers.Count;
    }

    private static string Invoegzin(Logtabel tabel, int aantal) => Zinnen.GetOrAdd((tabel.Nummer, aantal), static sleutel =>
    {
        var rijen = Enumerable.Range(0, sleutel.Aantal).Select(rij => "(" + string.Join(", ", Enumerable.Range((rij * AantalWaarden) + 1, AantalWaarden).Select(i => $"${i}")) + ")");
        return $"INSERT INTO {Logtabel.NaamVan(sleutel.Tabel)} ({Invoer}) VALUES {string.Join(", ", rijen)} ON CONFLICT (trace, span, betrokkene) DO NOTHING RETURNING nummer";
    });

    private static readonly ConcurrentDictionary<(long Tabel, int Aantal), string> Zinnen = new();

    private static object?[] Waarden(Logregel regel) =>
    [
        Bytes(regel.Spoor.Trace), Bytes(regel.Spoor.Span), regel.Spoor.Ouder is { } ouder ? Bytes(ouder) : null,
        regel.Activiteit, regel.Betrokkene?.Waarde ?? [], regel.Betrokkene?.Type, regel.Aanroeper, regel.Naam, (long)regel.Status,
        regel.Begin, regel.Einde, regel.Attributen, regel.Systeem, RandomNumberGenerator.GetBytes(16),
    ];

    internal static byte[] Bytes(ActivityTraceId trace)
    {
        var bytes = new byte[16];
        trace.CopyTo(bytes);
        return bytes;
    }

    internal static byte[] Bytes(ActivitySpanId span)
    {
        var bytes = new byte[8];
        span.CopyTo(bytes);
        return bytes;
    }

    private static byte[] HashOfLeeg(Row row)
    {
        try
        {
            return Blad.Hash(Lees(row, Logtabel.Standaardtermijn));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static BewaardeLogregel Lees(Row row, string termijn) => new(
        row.Long(0),
        new Logregel
        {
            Spoor = new Spoor(
                ActivityTraceId.CreateFromBytes(row.Bytes(1)),
                ActivitySpanId.CreateFromBytes(row.Bytes(2)),
                row.IsNull(3) ? null : ActivitySpanId.CreateFromBytes(row.Bytes(3))),
            Activiteit = row.Text(4),
            Betrokkene = row.TextOrNull(6) is { } type ? new Pseudoniem(type, row.Bytes(5)) : null,
            Aanroeper = row.TextOrNull(7),
            Naam = row.Text(8),
            Status = (Logstatus)row.Long(9),
            Begin = row.Instant(10),
            Einde = row.Instant(11),
            Attributen = row.TextOrNull(12),
            Systeem = row.TextOrNull(13),
            Bewaartermijn = termijn,
        },
        row.Bytes(14));
}
