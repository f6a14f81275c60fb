using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Manager;

/// <summary>Contracts, their parties, grants and signatures in the store.</summary>
internal static class ContractTabel
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

    public static async ValueTask<Dossier?> Vind(Session sessie, string hash) =>
        (await Met(sessie, await sessie.All($"SELECT {Kolommen} WHERE c.hash = $1", Rij, hash))).SingleOrDefault();

    /// <summary>The contract in which a grant stands.</summary>
    public static async ValueTask<Dossier?> VanGrant(Session sessie, string grantHash) => (await Met(sessie, await sessie.All(
        $"SELECT {Kolommen} JOIN integratie_grants g ON g.contract = c.hash WHERE g.hash = $1", Rij, grantHash))).SingleOrDefault();

    /// <summary>All contracts that have not ended.</summary>
    public static async ValueTask<List<Dossier>> Lopend(Session sessie, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All($"SELECT {Kolommen} WHERE c.not_after > $1 ORDER BY c.created_at, c.hash", Rij, nu.ToUnixTimeSeconds()));

    /// <summary>Contracts with a grant of a kind, for one service or all, that have not ended.</summary>
    public static async ValueTask<List<Dossier>> Lopend(Session sessie, GrantType type, string? service, DateTimeOffset nu) =>
        await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} WHERE c.not_after > $1 AND EXISTS (
              SELECT 1 FROM integratie_grants g WHERE g.contract = c.hash AND g.type = $2 AND ($3 = '' OR g.service = $3))
            ORDER BY c.created_at, c.hash
            """,
            Rij, nu.ToUnixTimeSeconds(), Grant.Naam(type), service ?? ""));

    /// <summary>One page of the contracts to which a peer is a party, by date of creation.</summary>
    /// <param name="na">Cursor: the last of the page before.</param>
    public static async ValueTask<List<Dossier>> Pagina(
        Session sessie, string partij, string? grantType, (long CreatedAt, string Hash)? na, bool oplopend, int aantal)
    {
        var (teken, richting) = oplopend ? (">", "ASC") : ("<", "DESC");
        return await Met(sessie, await sessie.All(
            $"""
            SELECT {Kolommen} JOIN integratie_partijen p ON p.contract = c.hash AND p.peer = $1
            WHERE ($2 = '' OR EXISTS (SELECT 1 FROM integratie_grants g WHERE g.contract = c.hash AND g.type = $2))
              AND ($3 = -1 OR (c.created_at, c.hash) {teken} ($3, $4))
            ORDER BY c.created_at {richting}, c.hash {richting} LIMIT $5
            """,
            Rij, partij, grantType ?? "", na?.CreatedAt ?? -1, na?.Hash ?? "", aantal));
    }

    private static (string Hash, string Json) Rij(Row rij) => (rij.Text(0), rij.Text(1));

    private static async ValueTask<List<Dossier>> Met(Session sessie, List<(string Hash, string Json)> rijen)
    {
        var dossiers = new List<Dossier>(rijen.Count);
        foreach (var blok in rijen.Chunk(PerVraag))
        {
            var plaatsen = string.Join(", ", Enumerable.Range(1, blok.Length).Select(i => $"${i}"));
            var handtekeningen = (await sessie.All($"SELECT contract, soort, peer, jws, certificaat_tot FROM integratie_handtekeningen WHERE contract IN ({plaatsen})",
                rij => (Contract: rij.Text(0), Geplaatst: new Geplaatst(Enum.Parse<HandtekeningSoort>(rij.Text(1), ignoreCase: true), rij.Text(2), rij.Text(3), rij.InstantOrNull(4))),
                [.. blok.Select(r => r.Hash)])).ToLookup(h => h.Contract, h => h.Geplaatst, StringComparer.Ordinal);
            dossiers.AddRange(blok.Select(rij => new Dossier(Contract.Lees(rij.Json), [.. handtekeningen[rij.Hash]])));
        }

        return dossiers;
    }
}
