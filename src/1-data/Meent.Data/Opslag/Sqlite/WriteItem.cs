using System.Diagnostics;

namespace Meent.Data.Opslag.Sqlite;

/// <summary>A write that waits for its commit.</summary>
internal abstract class WriteItem
{
    // The writer is nobody's request; what a write puts on record belongs to the trace of who asked for it (LDV 3.3).
    private readonly Activity? _activity = Activity.Current;

    private List<Action>? _afterCommit;

    /// <summary>Why this one write did not happen, while the others of its group did.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether the caller has gone away before its turn came.</summary>
    public abstract bool Cancelled { get; }

    /// <summary>Whether it touches nothing but its session, so that it may run again.</summary>
    public abstract bool Repeatable { get; }

    /// <summary>Whether nobody who waits for an answer waits for it.</summary>
    public abstract bool Bulk { get; }

    public void Run(Session session)
    {
        session.TakeAfterCommit();
        Activity.Current = _activity;
        try
        {
            Change(session);
        }
        finally
        {
            Activity.Current = null;
        }

        _afterCommit = session.TakeAfterCommit();
    }

    public void Complete()
    {
        if (Failure is not null)
        {
            Fail(Failure);
            return;
        }

        _afterCommit?.ForEach(action => action());
        Succeed();
    }

    public abstract void Fail(Exception e);

    protected abstract void Change(Session session);

    protected abstract void Succeed();
}

internal sealed class WriteItem<T>(Func<Session, ValueTask<T>> change, Schrijfwijze wijze, CancellationToken stop) : WriteItem
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;
    public override bool Cancelled => stop.IsCancellationRequested;
    public override bool Repeatable => wijze == Schrijfwijze.Herhaalbaar;
    public override bool Bulk => wijze == Schrijfwijze.Bulk;

    public override void Fail(Exception e) => _done.TrySetException(e);

    protected override void Change(Session session) => _result = SqliteStore.Completed(change(session));

    protected override void Succeed() => _done.TrySetResult(_result);
}
