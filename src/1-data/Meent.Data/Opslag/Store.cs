using Meent.Data.Outbox;
using Meent.Standards.Organisaties;

namespace Meent.Data.Opslag;

/// <summary>The database of one organisation. Two engines: SQLite (embedded) and PostgreSQL.</summary>
public abstract class Store(Organisatie organisatie) : IAsyncDisposable
{
    public Organisatie Organisatie { get; } = organisatie;

    /// <summary>Hears of committed transactions that left work for the background; none when a store stands alone.</summary>
    internal Wekker? Wekker { get; set; }

    /// <summary>Says on the disk that there may be work; none when a store stands alone.</summary>
    internal Werkmerk? Merk { get; set; }

    /// <summary>
    /// Changes when a back-up is put back: versions may repeat then, so what was derived from them before (ETags, positions) no longer counts.
    /// </summary>
    public string Epoch { get; internal set; } = "";

    /// <summary>Whether a query may be joined with a subquery that looks at its rows (LATERAL), and may have arrays as parameters.</summary>
    public virtual bool HasLateral => false;

    /// <summary>Runs a query. Rows must be copied out inside it: the connection goes back before the answer is sent.</summary>
    public abstract ValueTask<T> Read<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default);

    /// <summary>As <see cref="Read{T}"/>, but all statements see one moment.</summary>
    public abstract ValueTask<T> Snapshot<T>(Func<Session, ValueTask<T>> query, CancellationToken stop = default);

    /// <summary>
    /// One transaction, durable when it returns. On SQLite it runs on the one writer and may share its commit with others, so the change awaits
    /// session methods only: fetching and parsing come before.
    /// </summary>
    /// <exception cref="UniqueConflictException">A unique index refused it; nothing was written.</exception>
    /// <exception cref="Standards.Problemen.ProbleemException">429 when the queue is full, 503 when the commit failed.</exception>
    public ValueTask<T> Write<T>(Func<Session, ValueTask<T>> change, CancellationToken stop = default) => Gemerkt(change, Schrijfwijze.Eenmalig, stop);

    /// <summary>
    /// As <see cref="Write{T}"/>, for a change that touches nothing but its session. On SQLite it then needs no savepoint: should one that shares its
    /// transaction fail half-way, all is undone and it runs again.
    /// </summary>
    public ValueTask<T> WriteRepeatable<T>(Func<Session, ValueTask<T>> change, CancellationToken stop = default) => Gemerkt(change, Schrijfwijze.Herhaalbaar, stop);

    /// <summary>As <see cref="Write{T}"/>, behind interactive writes: for imports and background work.</summary>
    public ValueTask<T> WriteBulk<T>(Func<Session, ValueTask<T>> change, CancellationToken stop = default) => Gemerkt(change, Schrijfwijze.Bulk, stop);

    internal abstract ValueTask<T> Commit<T>(Func<Session, ValueTask<T>> change, Schrijfwijze wijze, CancellationToken stop);

    /// <summary>Closes connections that have not been used since the moment given.</summary>
    internal abstract void CloseIdle(DateTimeOffset unusedSince);

    /// <summary>Moves what is in the write-ahead log to the database file; no work on PostgreSQL.</summary>
    public virtual ValueTask Checkpoint() => ValueTask.CompletedTask;

    public abstract ValueTask DisposeAsync();

    private async ValueTask<T> Gemerkt<T>(Func<Session, ValueTask<T>> change, Schrijfwijze wijze, CancellationToken stop)
    {
        if (Merk is not { } merk) return await Commit(change, wijze, stop);
        merk.Begin();
        try
        {
            return await Commit(change, wijze, stop);
        }
        finally
        {
            merk.Einde();
        }
    }
}

/// <summary>How a change stands beside others that share its transaction.</summary>
internal enum Schrijfwijze
{
    /// <summary>It runs once.</summary>
    Eenmalig,

    /// <summary>It may run again.</summary>
    Herhaalbaar,

    /// <summary>It runs once, behind the others.</summary>
    Bulk,
}
