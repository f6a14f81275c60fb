using Meent.Data.Opslag;

namespace Meent.Integration.Auditlog;

/// <summary>Something that was done in the integration layer; kept for ever, and changed by nobody.</summary>
/// <param name="Contract">Hash of the contract that it was about.</param>
/// <param name="Peer">The other Peer that it was about.</param>
internal sealed record Actie(
    Guid Id, DateTimeOffset Wanneer, string Client, string Gebruiker, string Naam, string? Contract, string? Peer, string Reden, string? TraceId);

/// <summary>The audit log of the integration layer. A line is written in the transaction of what it tells: the one is not there without the other.</summary>
internal static class ActieTabel
{
    private const string Kolommen = "id, wanneer, client, gebruiker, actie, contract, peer, reden, trace";

    public static ValueTask<int> Schrijf(Session sessie, Opdrachtgever wie, string actie, DateTimeOffset nu, string? contract = null, string? peer = null) => sessie.Execute(
        $"INSERT INTO integratie_acties ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Guid.CreateVersion7(nu), nu, wie.Client, wie.Gebruiker, actie, contract, peer, wie.Reden, wie.TraceId);

    public static ValueTask<List<Actie>> Pagina(Session sessie, ActieVraag vraag)
    {
        var (teken, richting) = vraag.Oplopend ? (">", "ASC") : ("<", "DESC");
        return sessie.All(
            $"""
            SELECT {Kolommen} FROM integratie_acties
            WHERE ($1 = '' OR contract = $1) AND ($2 = '' OR gebruiker = $2) AND ($3 = '' OR actie = $3) AND wanneer > $4 AND wanneer < $5
              AND ($6 = -1 OR (wanneer, id) {teken} ($6, $7))
            ORDER BY wanneer {richting}, id {richting} LIMIT $8
            """,
            rij => new Actie(
                rij.Guid(0), rij.Instant(1), rij.Text(2), rij.Text(3), rij.Text(4), rij.TextOrNull(5), rij.TextOrNull(6), rij.Text(7), rij.TextOrNull(8)),
            vraag.Contract, vraag.Gebruiker, vraag.Actie, vraag.Na, vraag.Voor, vraag.Cursor?.Wanneer ?? -1, vraag.Cursor?.Id ?? Guid.Empty, vraag.Aantal);
    }
}

/// <summary>What is asked of the audit log; an empty text asks nothing, instants are in microseconds.</summary>
internal sealed record ActieVraag(
    string Contract, string Gebruiker, string Actie, long Na, long Voor, (long Wanneer, Guid Id)? Cursor, bool Oplopend, int Aantal);
