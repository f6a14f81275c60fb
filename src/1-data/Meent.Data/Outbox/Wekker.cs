using Meent.Data.Opslag;
using Meent.Standards.Organisaties;

namespace Meent.Data.Outbox;

/// <summary>Kinds of work that a transaction can leave behind for the background.</summary>
public enum Wachtrij
{
    /// <summary>Events to deliver.</summary>
    Outbox,

    /// <summary>Log records to seal.</summary>
    Logboek,

    /// <summary>Log records that were sealed, to be sent on.</summary>
    Verzegeld,
}

/// <summary>
/// Tells the background work of this node which organisation has something waiting, so that nothing polls the others. A database that is opened
/// counts as having work.
/// </summary>
public sealed class Wekker(OrganisatieWekker organisaties)
{
    /// <summary>Called after a commit, on the thread of the writer: handlers only take note.</summary>
    public event Action<Store, Wachtrij>? Gewekt;

    /// <summary>A killed process may have left work behind.</summary>
    internal void Geopend(Store store)
    {
        foreach (var wachtrij in Enum.GetValues<Wachtrij>()) Wek(store, wachtrij);
        organisaties.Wek(store.Organisatie);
    }

    internal void Wek(Store store, Wachtrij wachtrij) => Gewekt?.Invoke(store, wachtrij);
}

internal static class WekkerSession
{
    public static void Wek(this Session session, Wachtrij wachtrij) => session.AfterCommit(() => session.Store.Wekker?.Wek(session.Store, wachtrij));
}
