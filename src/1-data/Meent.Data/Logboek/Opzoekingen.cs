using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>That an employee used data of a person: a line of the audit log and a log record of one trace.</summary>
/// <param name="MetZaak">Whether a case was named.</param>
public readonly record struct Opzoeking(string Gebruiker, string Activiteit, DateTimeOffset Moment, bool MetZaak, string Persoon);

public static class OpzoekingenSession
{
    /// <summary>Visits those of a period. Who did it stands only in the audit log, and about whom only as a pseudonym in the log.</summary>
    public static async ValueTask Opzoekingen(this Session session, DateTimeOffset van, DateTimeOffset tot, Action<Opzoeking> bezoek)
    {
        foreach (var tabel in (await Logtabellen.Alle(session)).Where(tabel => tabel.Nummer != Logtabel.Oud && tabel.Begin < tot && tabel.Einde > van))
        {
            // In this order: the audit log by its time, and of each line the records by their trace.
            await session.Each(
                $"""
                SELECT a.gebruiker, COALESCE(a.activiteit, ''), a.moment, a.zaak, r.betrokkene FROM logboek_audit a CROSS JOIN {tabel.Naam} r
                WHERE a.moment >= $1 AND a.moment < $2 AND a.kenmerk IS NULL AND r.trace = a.trace AND r.betrokkene_type IS NOT NULL
                """,
                row => bezoek(new(row.Text(0), row.Text(1), row.Instant(2), !string.IsNullOrWhiteSpace(row.TextOrNull(3)), Convert.ToHexStringLower(row.Bytes(4)))), van, tot);
        }
    }

    /// <summary>Who did something in a period.</summary>
    public static ValueTask<List<string>> Gebruikers(this Session session, DateTimeOffset van, DateTimeOffset tot) =>
        session.All("SELECT DISTINCT gebruiker FROM logboek_audit WHERE moment >= $1 AND moment < $2 AND kenmerk IS NULL", row => row.Text(0), van, tot);
}
