using Meent.Data.Opslag;

namespace Meent.Integration.Manager;

/// <summary>What is to be told to another Manager: a contract, or a signature on one.</summary>
/// <param name="Soort"><c>contract</c>, <c>accept</c>, <c>reject</c> or <c>revoke</c>.</param>
internal sealed record Bezorging(
    string Contract, string Peer, string Soort, long Pogingen, DateTimeOffset? Volgende, DateTimeOffset? Bezorgd, string? Fout);

/// <summary>How far the deliveries to one Peer are.</summary>
/// <param name="Geweigerd">Refused by the rules; they wait for a person.</param>
internal sealed record Peerstand(
    string Peer, string? Naam, string? Adres, DateTimeOffset? Gezien, long Bezorgd, long Open, long Geweigerd, DateTimeOffset? Laatst,
    DateTimeOffset? Volgende, string? Fout);

/// <summary>
/// The durable outbox towards other Managers. A row is written with the contract or signature, so nothing is forgotten when the process dies.
/// </summary>
internal static class BezorgTabel
{
    private const string Kolommen = "contract, peer, soort, pogingen, volgende, bezorgd, fout FROM integratie_bezorgingen";

    // Digikoppeling REST-API 4.0.0 §3.4.3.5: 1 s, 2, 4, ... with a ceiling of 300 s.
    private static readonly TimeSpan Plafond = TimeSpan.FromSeconds(300);

    public static ValueTask<int> Plan(Session sessie, string contract, string peer, string soort, DateTimeOffset nu) => sessie.Execute(
        """
        INSERT INTO integratie_bezorgingen (contract, peer, soort, pogingen, volgende) VALUES ($1, $2, $3, 0, $4)
        ON CONFLICT (contract, peer, soort) DO UPDATE SET pogingen = 0, volgende = excluded.volgende, bezorgd = NULL
        """,
        contract, peer, soort, nu);

    /// <summary>Due now, oldest first: at one peer a contract goes before what is said about it.</summary>
    public static ValueTask<List<Bezorging>> Nu(Session sessie, DateTimeOffset nu) =>
        sessie.All(
            $"SELECT {Kolommen} WHERE volgende <= $1 ORDER BY volgende, contract, CASE soort WHEN 'contract' THEN 0 ELSE 1 END LIMIT 100", Rij, nu);

    /// <summary>When the next is due.</summary>
    public static ValueTask<DateTimeOffset?> Eerste(Session sessie) =>
        sessie.One("SELECT MIN(volgende) FROM integratie_bezorgingen", rij => rij.InstantOrNull(0));

    public static ValueTask<List<Bezorging>> Van(Session sessie, string contract) =>
        sessie.All($"SELECT {Kolommen} WHERE contract = $1 ORDER BY peer, soort", Rij, contract);

    /// <summary>Where the deliveries to each Peer stand.</summary>
    public static ValueTask<List<Peerstand>> Standen(Session sessie) => sessie.All(
        """
        SELECT b.peer, p.naam, p.adres, p.gezien, COUNT(b.bezorgd), COUNT(b.volgende),
          COUNT(CASE WHEN b.bezorgd IS NULL AND b.volgende IS NULL THEN 1 END), MAX(b.bezorgd), MIN(b.volgende),
          (SELECT f.fout FROM integratie_bezorgingen f WHERE f.peer = b.peer AND f.fout IS NOT NULL ORDER BY COALESCE(f.volgende, 0) DESC, f.contract LIMIT 1)
        FROM integratie_bezorgingen b LEFT JOIN integratie_peers p ON p.id = b.peer GROUP BY b.peer, p.naam, p.adres, p.gezien ORDER BY b.peer
        """,
        rij => new Peerstand(
            rij.Text(0), rij.TextOrNull(1), rij.TextOrNull(2), rij.InstantOrNull(3), rij.Long(4), rij.Long(5), rij.Long(6), rij.InstantOrNull(7),
            rij.InstantOrNull(8), rij.TextOrNull(9)));

    /// <summary>Everything that a Peer does not have yet is due now, also what it refused.</summary>
    public static ValueTask<int> Opnieuw(Session sessie, string peer, DateTimeOffset nu) => sessie.Execute(
        "UPDATE integratie_bezorgingen SET volgende = $2 WHERE peer = $1 AND bezorgd IS NULL", peer, nu);

    public static ValueTask<int> Gelukt(Session sessie, Bezorging bezorging, DateTimeOffset nu) => sessie.Execute(
        """
        UPDATE integratie_bezorgingen SET pogingen = pogingen + 1, volgende = NULL, bezorgd = $4, fout = NULL
        WHERE contract = $1 AND peer = $2 AND soort = $3
        """,
        bezorging.Contract, bezorging.Peer, bezorging.Soort, nu);

    /// <param name="opnieuw">Whether trying again can help; a refusal by the rules stays one until a person sends it again.</param>
    public static ValueTask<int> Mislukt(Session sessie, Bezorging bezorging, string fout, bool opnieuw, DateTimeOffset nu) => sessie.Execute(
        "UPDATE integratie_bezorgingen SET pogingen = pogingen + 1, volgende = $4, fout = $5 WHERE contract = $1 AND peer = $2 AND soort = $3",
        bezorging.Contract, bezorging.Peer, bezorging.Soort, opnieuw ? nu + Wacht(bezorging.Pogingen) : null, fout);

    internal static TimeSpan Wacht(long pogingen) =>
        pogingen > 8 ? Plafond : TimeSpan.FromSeconds(Math.Min(1L << (int)pogingen, (long)Plafond.TotalSeconds));

    private static Bezorging Rij(Row rij) =>
        new(rij.Text(0), rij.Text(1), rij.Text(2), rij.Long(3), rij.InstantOrNull(4), rij.InstantOrNull(5), rij.TextOrNull(6));
}
