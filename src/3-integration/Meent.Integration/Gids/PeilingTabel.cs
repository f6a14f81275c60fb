using Meent.Data.Opslag;

namespace Meent.Integration.Gids;

/// <summary>Whether a provider answered when the Directory last looked.</summary>
/// <param name="Bereikt">When it last answered; null for never.</param>
/// <param name="Fout">Why it did not, this time.</param>
internal sealed record Peiling(string Peer, DateTimeOffset Gekeken, DateTimeOffset? Bereikt, string? Fout);

internal static class PeilingTabel
{
    public static ValueTask<List<Peiling>> Alle(Session sessie) => sessie.All(
        "SELECT peer, gekeken, bereikt, fout FROM integratie_peilingen", rij => new Peiling(rij.Text(0), rij.Instant(1), rij.InstantOrNull(2), rij.TextOrNull(3)));

    /// <param name="fout">Null when it answered.</param>
    public static ValueTask<int> Schrijf(Session sessie, string peer, string? fout, DateTimeOffset nu) => sessie.Execute(
        """
        INSERT INTO integratie_peilingen (peer, gekeken, bereikt, fout) VALUES ($1, $2, $3, $4)
        ON CONFLICT (peer) DO UPDATE SET gekeken = excluded.gekeken, bereikt = COALESCE(excluded.bereikt, integratie_peilingen.bereikt), fout = excluded.fout
        """,
        peer, nu, fout is null ? nu : (DateTimeOffset?)null, fout);
}
