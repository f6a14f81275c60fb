using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Data.Outbox;

/// <summary>Events in the transaction that makes them true, and out of it again.</summary>
public static class OutboxSession
{
    private static long _volgorde;

    /// <summary>Adds an event; it is delivered at least once, after and only after this transaction has committed.</summary>
    public static async ValueTask Outbox(this Session session, Gebeurtenis gebeurtenis)
    {
        await session.Later(
            """
            INSERT INTO outbox_gebeurtenissen (id, hoofdobject, versie, volgorde, kanaal, resource, resource_url, actie, aanmaakdatum, kenmerken)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            gebeurtenis.Id, gebeurtenis.Hoofdobject, gebeurtenis.Versie, Volgorde(gebeurtenis.Aanmaakdatum), gebeurtenis.Kanaal, gebeurtenis.Resource,
            gebeurtenis.ResourceUrl, gebeurtenis.Actie, gebeurtenis.Aanmaakdatum, JsonSerializer.Serialize(gebeurtenis.Kenmerken ?? Geen));
        session.Wek(Wachtrij.Outbox);
    }

    /// <summary>Events that have not been handed on, those of one object in their order.</summary>
    public static ValueTask<List<Gebeurtenis>> OutboxWachtend(this Session session, int aantal) => session.All(
        """
        SELECT id, hoofdobject, versie, kanaal, resource, resource_url, actie, aanmaakdatum, kenmerken FROM outbox_gebeurtenissen
        WHERE doorgegeven IS NULL ORDER BY hoofdobject, versie, volgorde LIMIT $1
        """,
        row => new Gebeurtenis(
            row.Text(3), row.Text(1), row.Long(2), row.Text(4), row.Text(5), row.Text(6), row.Instant(7),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(8))!)
        { Id = row.Guid(0) },
        aantal);

    /// <summary>Marks an event as handed on to all who subscribed.</summary>
    public static ValueTask<int> OutboxDoorgegeven(this Session session, Guid id, DateTimeOffset nu) =>
        session.Execute("UPDATE outbox_gebeurtenissen SET doorgegeven = $2 WHERE id = $1", id, nu);

    /// <summary>Marks all events that wait as handed on: nobody subscribed.</summary>
    public static ValueTask<int> OutboxDoorgegeven(this Session session, DateTimeOffset nu) =>
        session.Execute("UPDATE outbox_gebeurtenissen SET doorgegeven = $1 WHERE doorgegeven IS NULL", nu);

    /// <summary>Removes events that were handed on before the moment given; until then they can be replayed.</summary>
    public static ValueTask<int> OutboxRuimOp(this Session session, DateTimeOffset voor) =>
        session.Execute("DELETE FROM outbox_gebeurtenissen WHERE doorgegeven < $1", voor);

    private static readonly Dictionary<string, string> Geen = [];

    /// <summary>Later calls in this process get a higher number, also within one microsecond.</summary>
    private static long Volgorde(DateTimeOffset moment)
    {
        while (true)
        {
            var vorige = Volatile.Read(ref _volgorde);
            var volgende = Math.Max(vorige + 1, moment.Microseconden());
            if (Interlocked.CompareExchange(ref _volgorde, volgende, vorige) == vorige) return volgende;
        }
    }
}
