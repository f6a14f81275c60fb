namespace Meent.Data.Opslag;

/// <summary>
/// A connection in use. SQL is what both engines know, with parameters <c>$1</c>, <c>$2</c>, …; values may be string, long, int, bool (as 0 and 1),
/// Guid, byte[], <see cref="Utf8Text"/>, DateOnly (as ISO text), DateTimeOffset (as microseconds) or null; and where <see cref="Store.HasLateral"/> arrays of Guid and long.
/// </summary>
public abstract class Session(Store store)
{
    private List<Action>? _afterCommit;

    public Store Store { get; } = store;

    /// <returns>The number of rows changed.</returns>
    public abstract ValueTask<int> Execute(string sql, params object?[] args);

    /// <summary>
    /// A change of a write whose outcome nobody waits for. It is made in its turn; to PostgreSQL it travels with the next statement or the commit, which
    /// then also reports what went wrong.
    /// </summary>
    public virtual async ValueTask Later(string sql, params object?[] args) => await Execute(sql, args);

    /// <summary>The same, for a change that an index or a foreign key may refuse.</summary>
    /// <param name="weigering">What to throw then, from <see cref="UniqueConflictException"/> or <see cref="ReferenceConflictException"/>, wherever it comes to light.</param>
    public virtual async ValueTask Later(Func<Exception, Exception> weigering, string sql, params object?[] args)
    {
        try
        {
            await Execute(sql, args);
        }
        catch (Exception e) when (e is UniqueConflictException or ReferenceConflictException)
        {
            throw weigering(e);
        }
    }

    /// <summary>Makes what was put off until later, so that what is wrong with it comes to light here.</summary>
    public virtual ValueTask Now() => ValueTask.CompletedTask;

    /// <summary>
    /// Visits rows as the write leaves them, on PostgreSQL with the commit: they have been visited when the write returns. On SQLite nothing happens,
    /// and they are to be read afterwards: the one writer is everybody's, and a round trip costs nothing.
    /// </summary>
    /// <returns>Whether they are visited.</returns>
    public virtual bool Last(string sql, Action<Row> visit, params object?[] args) => false;

    /// <summary>Visits each row; the row is valid during the visit only.</summary>
    public abstract ValueTask Each(string sql, Action<Row> visit, params object?[] args);

    public async ValueTask<List<T>> All<T>(string sql, Func<Row, T> map, params object?[] args)
    {
        var list = new List<T>();
        await Each(sql, row => list.Add(map(row)), args);
        return list;
    }

    /// <returns>The first row, or default when there is none.</returns>
    public async ValueTask<T?> One<T>(string sql, Func<Row, T> map, params object?[] args)
    {
        T? found = default;
        var any = false;
        await Each(sql, row =>
        {
            if (any) return;
            any = true;
            found = map(row);
        }, args);
        return found;
    }

    /// <summary>Runs when, and only when, this transaction has been committed.</summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    internal List<Action>? TakeAfterCommit()
    {
        var actions = _afterCommit;
        _afterCommit = null;
        return actions;
    }
}
