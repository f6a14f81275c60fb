using Meent.Data.Opslag;

namespace Meent.Data.Outbox;

/// <summary>A lease: of several nodes, one does a piece of background work of an organisation; when it dies, another takes over after the term.</summary>
public static class Beurt
{
    /// <summary>Takes or renews the turn.</summary>
    /// <returns>False while another holds it.</returns>
    public static async ValueTask<bool> NeemBeurt(this Session session, string werk, string houder, DateTimeOffset nu, TimeSpan duur) => await session.Execute(
        """
        INSERT INTO outbox_beurten (werk, houder, tot) VALUES ($1, $2, $3)
        ON CONFLICT (werk) DO UPDATE SET houder = excluded.houder, tot = excluded.tot
        WHERE outbox_beurten.houder = excluded.houder OR outbox_beurten.tot <= $4
        """,
        werk, houder, nu + duur, nu) == 1;

    /// <summary>Lets others take the turn at once.</summary>
    public static ValueTask<int> GeefBeurtTerug(this Session session, string werk, string houder) =>
        session.Execute("DELETE FROM outbox_beurten WHERE werk = $1 AND houder = $2", werk, houder);
}
