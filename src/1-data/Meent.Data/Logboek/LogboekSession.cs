using System.Diagnostics;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards.Logboek;

namespace Meent.Data.Logboek;

/// <summary>Writing and reading log records on the connection of whoever acts, so that the action and its record are one transaction.</summary>
public static class LogboekSession
{
    private const string Kolommen =
        "nummer, trace, span, ouder, activiteit, betrokkene, betrokkene_type, aanroeper, naam, status, begin, einde, attributen, systeem, zout";

    // A large batch goes by this many a statement: one round trip to PostgreSQL instead of as many.
    private const int Partij = 32;
    private const int AantalWaarden = 14;
    private static readonly string VoegEen = Invoegzin(1);
    private static readonly string VoegPartij = Invoegzin(Partij);

    /// <summary>Adds records; one that is there already (same trace, span and subject) stays as it was.</summary>
    /// <returns>How many were new.</returns>
    public static async ValueTask<int> Logboek(this Session session, params IReadOnlyList<Logregel> regels)
    {
        var (nieuw, alle) = (0, new ArraySegment<Logregel>([.. regels]));
        for (var i = 0; i < alle.Count;)
        {
            var deel = alle.Slice(i, alle.Count - i >= Partij ? Partij : 1);
            nieuw += await Voeg(session, deel);
            i += deel.Count;
        }

        if (nieuw > 0) session.Wek(Wachtrij.Logboek);
        return nieuw;
    }

    /// <summary>Records by a condition on the columns of <c>logboek_regels</c>.</summary>
    internal static ValueTask<List<BewaardeLogregel>> Logregels(this Session session, string voorwaarde, params object?[] args) =>
        session.All($"SELECT {Kolommen} FROM logboek_regels WHERE {voorwaarde}", Lees, args);

    /// <summary>Numbers and leaf hashes of records; the hash of a record that cannot be read any more is empty.</summary>
    internal static ValueTask<List<(long Regel, byte[] Hash)>> Bladeren(this Session session, string voorwaarde, params object?[] args) =>
        session.All($"SELECT {Kolommen} FROM logboek_regels WHERE {voorwaarde}", row => (row.Long(0), HashOfLeeg(row)), args);

    private static async ValueTask<int> Voeg(Session session, ArraySegment<Logregel> regels)
    {
        var nummers = await session.All(regels.Count == 1 ? VoegEen : VoegPartij, row => (object?)row.Long(0), [.. regels.SelectMany(Waarden)]);
        if (nummers.Count == 0) return 0;
        await session.Execute(
            $"INSERT INTO logboek_ongezegeld (regel) VALUES {string.Join(", ", Enumerable.Range(1, nummers.Count).Select(i => $"(${i})"))}", [.. nummers]);
        return nummers.Count;
    }

    private static string Invoegzin(int aantal)
    {
        var rijen = Enumerable.Range(0, aantal).Select(rij => "(" + string.Join(", ", Enumerable.Range((rij * AantalWaarden) + 1, AantalWaarden).Select(i => $"${i}")) + ")");
        return $"""
            INSERT INTO logboek_regels (trace, span, ouder, activiteit, betrokkene, betrokkene_type, aanroeper, naam, status, begin, einde, attributen, systeem, zout)
            VALUES {string.Join(", ", rijen)}
            ON CONFLICT (trace, span, betrokkene) DO NOTHING RETURNING nummer
            """;
    }

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
            return Blad.Hash(Lees(row));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static BewaardeLogregel Lees(Row row) => new(
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
        },
        row.Bytes(14));
}
