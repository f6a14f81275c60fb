using System.Diagnostics;
using Meent.Data.Opslag;

namespace Meent.Data.Logboek;

/// <summary>What a line says more when it is of the integration layer; nobody may have asked for it there.</summary>
/// <param name="Client">The API client, or the account that gave a command.</param>
/// <param name="Contract">Hash of the contract that it was about.</param>
/// <param name="Peer">The other Peer that it was about.</param>
public sealed record Beheeractie(Guid Id, string Client, string? Contract, string? Peer);

/// <summary>What is asked of those lines; an empty text asks nothing, instants are in microseconds.</summary>
public sealed record Beheervraag(string Contract, string Gebruiker, string Handeling, long Na, long Voor, (long Moment, Guid Id)? Cursor, bool Oplopend, int Aantal);

public static class BeheeractieSession
{
    /// <summary>One page of what was done in the integration layer.</summary>
    public static ValueTask<List<Auditregel>> Beheeracties(this Session session, Beheervraag vraag)
    {
        var (teken, richting) = vraag.Oplopend ? (">", "ASC") : ("<", "DESC");
        return session.All(
            $"""
            SELECT trace, gebruiker, handeling, reden, moment, kenmerk, client, contract, peer FROM logboek_audit
            WHERE kenmerk IS NOT NULL AND ($1 = '' OR contract = $1) AND ($2 = '' OR gebruiker = $2) AND ($3 = '' OR handeling = $3) AND moment > $4 AND moment < $5
              AND ($6 = -1 OR (moment, kenmerk) {teken} ($6, $7))
            ORDER BY moment {richting}, kenmerk {richting} LIMIT $8
            """,
            row => new Auditregel(ActivityTraceId.CreateFromBytes(row.Bytes(0)), row.Text(1), row.Text(2), null, row.TextOrNull(3), null, row.Instant(4))
            {
                Beheer = new(row.Guid(5), row.Text(6), row.TextOrNull(7), row.TextOrNull(8)),
            },
            vraag.Contract, vraag.Gebruiker, vraag.Handeling, vraag.Na, vraag.Voor, vraag.Cursor?.Moment ?? -1, vraag.Cursor?.Id ?? Guid.Empty, vraag.Aantal);
    }
}
