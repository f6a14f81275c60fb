namespace Meent.Data.Opslag.Postgres;

/// <summary>
/// The connections that this node has open to PostgreSQL, over all its organisations: those in use, and those that wait in pools. Before the limit is
/// passed, the pools that were used longest ago are emptied.
/// </summary>
internal sealed class Verbindingsbudget(int max) : IDisposable
{
    private readonly SemaphoreSlim _inGebruik = new(max);
    private readonly Dictionary<PostgresStore, Pool> _pools = [];
    private long _moment;
    private int _open;

    public async ValueTask Neem(PostgresStore store, CancellationToken stop)
    {
        await _inGebruik.WaitAsync(stop);
        lock (_pools)
        {
            if (!_pools.TryGetValue(store, out var pool)) _pools[store] = pool = new Pool();
            pool.Gebruikt = ++_moment;
            if (++pool.Bezig <= pool.Grootte) return;
            pool.Grootte++;
            if (++_open > max) Ruim(store);
        }
    }

    public void Geef(PostgresStore store)
    {
        lock (_pools) _pools[store].Bezig--;
        _inGebruik.Release();
    }

    public void Vergeet(PostgresStore store)
    {
        lock (_pools)
        {
            if (_pools.Remove(store, out var pool)) _open -= pool.Grootte;
        }
    }

    public void Dispose() => _inGebruik.Dispose();

    private void Ruim(PostgresStore behalve)
    {
        foreach (var (store, pool) in _pools.Where(p => p.Key != behalve && p.Value is { Bezig: 0, Grootte: > 0 }).OrderBy(p => p.Value.Gebruikt).Take(max / 4 + 1).ToList())
        {
            store.SluitPool();
            _open -= pool.Grootte;
            pool.Grootte = 0;
        }
    }

    /// <summary>What a pool can hold at most: it shrinks by itself when it is idle, which is not counted.</summary>
    private sealed class Pool
    {
        public int Bezig { get; set; }
        public int Grootte { get; set; }
        public long Gebruikt { get; set; }
    }
}
