using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Manager;

/// <summary>Contracts, their parties, grants and signatures in the store.</summary>
internal sealed class ContractTabel(IOptions<FscOptions> options)
{
    // Contracts whose signatures are read with one question.
    private const int PerVraag = 200;

    private const string Kolommen = "c.hash, c.content FROM integratie_contracten c";

    /// <summary>Keeps a contract; again is no error.</summary>
    public static async ValueTask<bool> Bewaar(Session sessie, Contract contract)
    {
        int nieuw;
        try
        {
            nieuw = await sessie.Execute(
                """
                INSERT INTO integratie_contracten (hash, iv, content, created_at, not_before, not_after) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (hash) DO NOTHING
                """,
                contract.Hash, contract.Iv, contract.Json, contract.CreatedAt, contract.NotBefore, contract.NotAfter);
        }
        catch (UniqueConflictException)
        {
            throw Veld.Fout("content.iv", "hoort al bij een ander contract");
        }

        if (nieuw == 0) return false;
        foreach (var peer in contract.Partijen)
            await sessie.Execute("INSERT INTO integratie_partijen (peer, contract) VALUES ($1, $2)", peer, contract.Hash);
        foreach (var grant in contract.Grants)
        {
            await sessie.Execute(
                """
                INSERT INTO integratie_grants (hash, contract, type, service_peer, service, outway_peer) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (hash) DO NOTHING
                """,
                grant.Hash, contract.Hash, Grant.Naam(grant.Type), grant.ServicePeer, grant.ServiceName, grant.OutwayPeer);
        }

        return true;
    }

    /// <summary>Keeps a signature; a later one of the same peer and kind replaces it (it may be of a renewed certificate).</summary>
    public static ValueTask<int> Teken(Session sessie, string contract, Geplaatst handtekening, DateTimeOffset nu) => sessie.Execute(
        """
        INSERT INTO integratie_handtekeningen (contract, soort, peer, jws, gezet, certificaat_tot) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (contract, soort, peer) DO UPDATE SET jws = excluded.jws, gezet = excluded.gezet, certificaat_tot = excluded.certificaat_tot
        """,
        contract, Handtekening.Naam(handtekening.Soort), handtekening.Peer, handtekening.Jws, nu, handtekening.Tot);

    /// <summary>Acceptances of contracts that still run whose certificates end before a day.</summary>
    public static ValueTask<List<(string Contract, string Peer, DateTimeOffset Tot)>> Eindigend(Session sessie, DateTimeOffset nu, DateTimeOffset voor) => sessie.All(
        """
        SELECT h.contract, h.peer, h.certificaat_tot FROM integratie_handtekeningen h JOIN integratie_contracten c ON c.hash = h.contract
        WHERE h.soort = 'accept' AND h.certificaat_tot < $2 AND c.not_after > $1 ORDER BY h.certificaat_tot, h.contract, h.peer
        """,
        rij => (rij.Text(0), rij.Text(1), rij.Instant(2)), nu.ToUnixTimeSeconds(), voor);

    public async ValueTask<Dossier?> Vind(Session sessie, string hash) =>
        (await Met(sessie, await sessie.All($"SELECT {Kolommen} WHERE c.hash = $1", Rij, hash))).SingleOrDefault();

    /// <summary>The contract in which a grant stands.</summary>
    public async ValueTask<Dossier?> VanGrant(Session sessie, string grantHash) => (await Met(sessie, await sessie.All(
        $"SELECT {Kolommen} JOIN integratie_grants g ON g.contract = c.hash WHERE g.hash = $1", Rij, grantHash))).SingleOrDefault();

    /// <summary>The contracts in which these grants stand, each once.</summary>
    public async ValueTask<List<Dossier>> VanGrants(Session sessie, IEnumerable<string> grantHashes)
    {
        var rijen = new List<(string Hash, string Json)>();
        foreach (var blok in grantHashes.Distinct(StringComparer.Ordinal).Chunk(PerVraag))
        {
            rijen.AddRange(await sessie.All(
                $"SELECT DISTINCT {Kolommen} JOIN integratie_grants g ON g.contract = c.hash WHERE g.hash IN ({Plaatsen(blok.Length)})", Rij, [.. blok]));
        }

        return await Met(sessie, [.. rijen.DistinctBy(r => r.Hash)]);
    }

    /// <summary>All contracts that have not ended.</summary>
    public async ValueTask<List<Dossier>> Lopend(Session sessie, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All($"SELECT {Kolommen} WHERE c.not_after > $1 ORDER BY c.created_at, c.hash", Rij, nu.ToUnixTimeSeconds()));

    /// <summary>Contracts with a grant of a kind that have not ended.</summary>
    public async ValueTask<List<Dossier>> Lopend(Session sessie, GrantType type, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} WHERE c.not_after > $1 AND EXISTS (SELECT 1 FROM integratie_grants g WHERE g.contract = c.hash AND g.type = $2)
            ORDER BY c.created_at, c.hash
            """,
            Rij, nu.ToUnixTimeSeconds(), Grant.Naam(type)));

    /// <summary>Contracts with a grant for this Peer's Outway that have not ended.</summary>
    public async ValueTask<List<Dossier>> VanOutway(Session sessie, string peer, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} WHERE c.not_after > $1 AND c.hash IN (SELECT g.contract FROM integratie_grants g WHERE g.outway_peer = $2)
            ORDER BY c.created_at, c.hash
            """,
            Rij, nu.ToUnixTimeSeconds(), peer));

    /// <summary>Contracts that have not ended and lack an acceptance that counts.</summary>
    public async ValueTask<List<Dossier>> Onvolledig(Session sessie, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} WHERE c.not_after > $1 AND EXISTS (
              SELECT 1 FROM integratie_partijen p WHERE p.contract = c.hash AND NOT EXISTS (
                SELECT 1 FROM integratie_handtekeningen h
                WHERE h.contract = c.hash AND h.soort = 'accept' AND h.peer = p.peer AND (h.certificaat_tot IS NULL OR h.certificaat_tot > $2)))
            ORDER BY c.created_at, c.hash
            """,
            Rij, nu.ToUnixTimeSeconds(), nu));

    /// <summary>One page of the contracts to which a peer is a party, by date of creation.</summary>
    /// <param name="na">Cursor: the last of the page before.</param>
    public async ValueTask<List<Dossier>> Pagina(
        Session sessie, string partij, Contractfilter filter, (long CreatedAt, string Hash)? na, bool oplopend, int aantal)
    {
        var (teken, richting) = oplopend ? (">", "ASC") : ("<", "DESC");
        var args = new List<object?> { partij, na?.CreatedAt ?? -1, na?.Hash ?? "", aantal };
        var voorwaarden = string.Concat(filter.Voorwaarden(waarde =>
        {
            args.Add(waarde);
            return $"${args.Count}";
        }).Select(v => $" AND {v}"));
        // Not joined: then all contracts of the peer would be read and sorted for one page of them.
        return await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} WHERE EXISTS (SELECT 1 FROM integratie_partijen p WHERE p.peer = $1 AND p.contract = c.hash)
              AND ($2 = -1 OR (c.created_at, c.hash) {teken} ($2, $3)){voorwaarden}
            ORDER BY c.created_at {richting}, c.hash {richting} LIMIT $4
            """,
            Rij, [.. args]));
    }

    private Contract Lees(string json) => Contract.Lees(json, options.Value.Lezing.GrantHashMetVoorvoegsel);

    private static string Plaatsen(int aantal) => string.Join(", ", Enumerable.Range(1, aantal).Select(i => $"${i}"));

    private static (string Hash, string Json) Rij(Row rij) => (rij.Text(0), rij.Text(1));

    private async ValueTask<List<Dossier>> Met(Session sessie, List<(string Hash, string Json)> rijen)
    {
        var dossiers = new List<Dossier>(rijen.Count);
        foreach (var blok in rijen.Chunk(PerVraag))
        {
            var handtekeningen = (await sessie.All($"SELECT contract, soort, peer, jws, certificaat_tot FROM integratie_handtekeningen WHERE contract IN ({Plaatsen(blok.Length)})",
                rij => (Contract: rij.Text(0), Geplaatst: new Geplaatst(Enum.Parse<HandtekeningSoort>(rij.Text(1), ignoreCase: true), rij.Text(2), rij.Text(3), rij.InstantOrNull(4))),
                [.. blok.Select(r => r.Hash)])).ToLookup(h => h.Contract, h => h.Geplaatst, StringComparer.Ordinal);
            dossiers.AddRange(blok.Select(rij => new Dossier(Lees(rij.Json), [.. handtekeningen[rij.Hash]])));
        }

        return dossiers;
    }
}
