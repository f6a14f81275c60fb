using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using Meent.Data.Opslag;
using Meent.Data.Outbox;

namespace Meent.Data.Logboek;

/// <summary>What an employee did; residents do not see it.</summary>
/// <param name="Trace">Joins it with the log records.</param>
public sealed record Auditregel(
    ActivityTraceId Trace, string Gebruiker, string Handeling, string? Activiteit, string? Reden, string? Zaak, DateTimeOffset Moment)
{
    /// <summary>Of what was done in the integration layer.</summary>
    public Beheeractie? Beheer { get; init; }
}

public static class AuditSession
{
    /// <exception cref="Standards.Problemen.ProbleemException">503: it cannot be added.</exception>
    public static async ValueTask<int> Audit(this Session session, Auditregel regel)
    {
        try
        {
            var nummer = await session.One(
                "INSERT INTO logboek_audit (trace, gebruiker, handeling, activiteit, reden, zaak, moment, zout, kenmerk, client, contract, peer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING nummer",
                row => row.Long(0), LogboekSession.Bytes(regel.Trace), regel.Gebruiker, regel.Handeling, regel.Activiteit, regel.Reden, regel.Zaak, regel.Moment, RandomNumberGenerator.GetBytes(16),
                regel.Beheer?.Id, regel.Beheer?.Client, regel.Beheer?.Contract, regel.Beheer?.Peer);
            var aantal = await session.Execute("INSERT INTO logboek_ongezegeld (regel) VALUES ($1)", Auditbladen.Nummer(nummer));
            session.Wek(Wachtrij.Logboek);
            return aantal;
        }
        catch (DbException fout) when (Problemen.IsOfLogbook(fout))
        {
            throw Problemen.LogUnavailable(fout);
        }
    }

    /// <summary>What employees did in one trace.</summary>
    public static ValueTask<List<Auditregel>> AuditVan(this Session session, ActivityTraceId trace) => session.All(
        "SELECT gebruiker, handeling, activiteit, reden, zaak, moment FROM logboek_audit WHERE trace = $1 AND kenmerk IS NULL ORDER BY nummer",
        row => new Auditregel(trace, row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.Instant(5)),
        LogboekSession.Bytes(trace));
}
