using System.Diagnostics;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Integration.Auditlog;

/// <summary>Something that was done in the integration layer; changed by nobody, and kept as long as the audit log of employees.</summary>
/// <param name="Contract">Hash of the contract that it was about.</param>
/// <param name="Peer">The other Peer that it was about.</param>
internal sealed record Actie(
    Guid Id, DateTimeOffset Wanneer, string Client, string Gebruiker, string Naam, string? Contract, string? Peer, string Reden, string? TraceId);

/// <summary>
/// The audit log of the integration layer. A line is written in the transaction of what it tells: the one is not there without the other. Who keeps a logbook has it among the sealed lines of that (decision 0048);
/// a table of its own is for who keeps none, and for lines of before.
/// </summary>
internal static class ActieTabel
{
    private const string Kolommen = "id, wanneer, client, gebruiker, actie, contract, peer, reden, trace";

    // A line of the sealed log always has a trace.
    private static readonly string GeenSpoor = default(ActivityTraceId).ToHexString();

    public static ValueTask<int> Schrijf(Session sessie, Opdrachtgever wie, string actie, DateTimeOffset nu, string? contract = null, string? peer = null)
    {
        var id = Guid.CreateVersion7(nu);
        if (!HeeftLogboek(sessie))
        {
            return sessie.Execute(
                $"INSERT INTO integratie_acties ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", id, nu, wie.Client, wie.Gebruiker, actie, contract, peer, wie.Reden, wie.TraceId);
        }

        var spoor = wie.TraceId is null ? default : ActivityTraceId.CreateFromString(wie.TraceId);
        return sessie.Audit(new Auditregel(spoor, wie.Gebruiker, actie, null, wie.Reden, null, nu) { Beheer = new(id, wie.Client, contract, peer) });
    }

    public static async ValueTask<List<Actie>> Pagina(Session sessie, ActieVraag vraag)
    {
        var eigen = await Eigen(sessie, vraag);
        if (!HeeftLogboek(sessie)) return eigen;
        var verzegeld = await sessie.Beheeracties(new(vraag.Contract, vraag.Gebruiker, vraag.Actie, vraag.Na, vraag.Voor, vraag.Cursor, vraag.Oplopend, vraag.Aantal));
        var beide = eigen.Concat(verzegeld.Select(regel => new Actie(
            regel.Beheer!.Id, regel.Moment, regel.Beheer.Client, regel.Gebruiker, regel.Handeling, regel.Beheer.Contract, regel.Beheer.Peer, regel.Reden ?? "",
            regel.Trace.ToHexString() is var spoor && spoor != GeenSpoor ? spoor : null)));
        return [.. (vraag.Oplopend ? beide.OrderBy(Plaats) : beide.OrderByDescending(Plaats)).Take(vraag.Aantal)];

        static (DateTimeOffset, Guid) Plaats(Actie actie) => (actie.Wanneer, actie.Id);
    }

    private static ValueTask<List<Actie>> Eigen(Session sessie, ActieVraag vraag)
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

    /// <summary>Removes lines of the own table of before a moment; what is in the logbook goes with its lines.</summary>
    public static ValueTask<int> Wis(Store store, DateTimeOffset voor, CancellationToken stop) =>
        store.WriteBulk(sessie => sessie.Execute("DELETE FROM integratie_acties WHERE wanneer < $1", voor), stop);

    private static bool HeeftLogboek(Session sessie) => sessie.Store.Organisatie.Diensten.Contains(Diensten.Logboek);
}

/// <summary>What is asked of the audit log; an empty text asks nothing, instants are in microseconds.</summary>
internal sealed record ActieVraag(
    string Contract, string Gebruiker, string Actie, long Na, long Voor, (long Wanneer, Guid Id)? Cursor, bool Oplopend, int Aantal);
