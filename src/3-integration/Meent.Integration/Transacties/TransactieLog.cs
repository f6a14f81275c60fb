using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Transacties;

/// <summary>
/// The transaction log. A record is durable before the request goes on (FSC Logging 3.3, 3.4); requests that come together share one commit.
/// </summary>
internal sealed class TransactieLog(Stores stores)
{
    private const string Kolommen =
        "id, transactie, richting, grant_hash, outway_peer, outway_delegator, service_peer, service_delegator, service, extra, gemaakt";

    private readonly ConcurrentDictionary<Store, Schrijfrij> _rijen = new();

    public async ValueTask Schrijf(Organisatie organisatie, Transactie t, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        await _rijen.GetOrAdd(store, static store => new Schrijfrij(store, Schrijf)).Schrijf(t).WaitAsync(stop);
    }

    private static ValueTask Schrijf(Session sessie, Transactie t) => sessie.Later(
        $"INSERT INTO integratie_transacties ({Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        t.Id, t.TransactieId, t.Richting, t.GrantHash, t.OutwayPeer, t.OutwayDelegator, t.ServicePeer, t.ServiceDelegator, t.Service,
        t.Extra, t.Gemaakt);

    /// <summary>Records of these transactions in which a peer takes part.</summary>
    public async Task<List<Transactie>> Vind(Organisatie organisatie, string peer, IEnumerable<Guid> transacties, CancellationToken stop)
    {
        var store = await stores.Get(organisatie);
        return await store.Read(async sessie =>
        {
            var gevonden = new List<Transactie>();
            foreach (var id in transacties)
            {
                gevonden.AddRange(await sessie.All(
                    $"SELECT {Kolommen} FROM integratie_transacties WHERE transactie = $2 AND {Betrokken} ORDER BY gemaakt, id",
                    Transactie.Van, peer, id));
            }

            return gevonden;
        }, stop);
    }

    public async Task<List<Transactie>> Pagina(Organisatie organisatie, string peer, LogVraag vraag, CancellationToken stop)
    {
        var (teken, richting) = vraag.Oplopend ? (">", "ASC") : ("<", "DESC");
        var args = new List<object?> { peer, vraag.Na, vraag.Voor, vraag.Cursor?.Gemaakt ?? -1, vraag.Cursor?.Id ?? Guid.Empty, vraag.Aantal, vraag.Richting ?? "", vraag.Peer ?? "" };
        // Several filters widen the result (logging.yaml).
        var filters = Een("grant_hash", vraag.GrantHashes).Concat(Een("service", vraag.Services)).ToList();
        var filter = filters.Count == 0 ? "" : $"AND ({string.Join(" OR ", filters)})";
        var store = await stores.Get(organisatie);
        return await store.Read(sessie => sessie.All(
            $"""
            SELECT {Kolommen} FROM integratie_transacties
            WHERE {Betrokken} AND ($7 = '' OR richting = $7) AND ($8 = '' OR $8 IN (outway_peer, service_peer, outway_delegator, service_delegator)) AND gemaakt > $2 AND gemaakt < $3 AND ($4 = -1 OR (gemaakt, id) {teken} ($4, $5)) {filter}
            ORDER BY gemaakt {richting}, id {richting} LIMIT $6
            """,
            Transactie.Van, [.. args]), stop);

        IEnumerable<string> Een(string kolom, IReadOnlyList<string> waarden) => waarden.Select(waarde =>
        {
            args.Add(waarde);
            return $"{kolom} = ${args.Count}";
        });
    }

    /// <summary>Removes records of before a moment, a few thousand a transaction, so that who writes need not wait.</summary>
    public static async Task<long> Wis(Store store, DateTimeOffset voor, CancellationToken stop)
    {
        var gewist = 0L;
        while (true)
        {
            var aantal = await store.WriteBulk(sessie => sessie.Execute(
                "DELETE FROM integratie_transacties WHERE id IN (SELECT id FROM integratie_transacties WHERE gemaakt < $1 ORDER BY gemaakt LIMIT 5000)", voor), stop);
            gewist += aantal;
            if (aantal == 0) return gewist;
        }
    }

    private const string Betrokken = "$1 IN (outway_peer, service_peer, outway_delegator, service_delegator)";
}

/// <summary>What is asked of the log; instants in microseconds.</summary>
internal sealed record LogVraag(
    long Na, long Voor, IReadOnlyList<string> GrantHashes, IReadOnlyList<string> Services, (long Gemaakt, Guid Id)? Cursor, bool Oplopend, int Aantal,
    string? Richting = null, string? Peer = null);
