using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Data.Opslag.Sqlite;
using Meent.Standards.Organisaties;

namespace Meent.Data.Tests;

public sealed class SqliteStoreTests : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"meent-{Guid.CreateVersion7():N}.db");
    private readonly Stilklok _klok = new();
    private SqliteStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new SqliteStore(new Organisatie("proef", "Proef", "0", "0", null, "http://localhost", new HashSet<string>()), _file, _klok);
        await _store.Write(session => session.Execute(Dialect.Sqlite("CREATE TABLE t (\n  id UUID PRIMARY KEY,\n  naam TEXT NOT NULL UNIQUE,\n  body TEXT\n);")));
    }

    [Fact]
    public async Task Concurrent_writes_are_all_kept_and_a_refused_one_fails_alone()
    {
        var writes = Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                return await _store.Write(s => s.Execute("INSERT INTO t (id, naam, body) VALUES ($1, $2, $3)",
                    Guid.CreateVersion7(), $"n{i % 190}", new Utf8Text("{\"a\":\"é\"}"u8.ToArray())));
            }
            catch (UniqueConflictException e)
            {
                Assert.True(e.Betreft("naam"));
                return 0;
            }
        });

        Assert.Equal(190, (await Task.WhenAll(writes)).Sum());
        Assert.Equal(190, await _store.Read(s => s.One("SELECT count(*) FROM t", r => r.Long(0))));
        Assert.Equal("{\"a\":\"é\"}", await _store.Read(s => s.One("SELECT body FROM t LIMIT 1", r => System.Text.Encoding.UTF8.GetString(r.Bytes(0)))));
    }

    [Fact]
    public async Task A_failing_change_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _store.Write<int>(async s =>
        {
            await s.Execute("INSERT INTO t (id, naam) VALUES ($1, $2)", Guid.CreateVersion7(), "half");
            throw new InvalidOperationException();
        }));
        Assert.Equal(0, await _store.Read(s => s.One("SELECT count(*) FROM t WHERE naam = $1", r => r.Long(0), "half")));
    }

    [Fact]
    public async Task After_commit_runs_only_for_what_was_committed()
    {
        var ran = new List<string>();
        await _store.Write(async s =>
        {
            s.AfterCommit(() => ran.Add("yes"));
            return await s.Execute("INSERT INTO t (id, naam) VALUES ($1, $2)", Guid.CreateVersion7(), "x");
        });
        await Assert.ThrowsAsync<UniqueConflictException>(async () => await _store.Write(async s =>
        {
            s.AfterCommit(() => ran.Add("no"));
            return await s.Execute("INSERT INTO t (id, naam) VALUES ($1, $2)", Guid.CreateVersion7(), "x");
        }));
        Assert.Equal(["yes"], ran);
    }

    [Fact]
    public async Task Of_writes_that_may_run_again_only_the_one_that_fails_half_way_leaves_nothing()
    {
        var after = new List<string>();
        var runs = 0;
        var writes = await InOneGroup(
            () => Repeatable("a"),
            () => Repeatable("refused", _ => throw new InvalidOperationException(), write: false),
            () => Repeatable("b"),
            () => Repeatable("half", _ => throw new InvalidOperationException()),
            () => Once("c"),
            () => Repeatable("d"),
            () => Repeatable("half-too", _ => throw new InvalidOperationException()));

        Assert.Equal([true, false, true, false, true, true, false], writes);
        Assert.Equal("a,b,c,d", await _store.Read(async s => string.Join(',', await s.All("SELECT naam FROM t ORDER BY naam", r => r.Text(0)))));
        // What follows a commit happens once, however often the change ran: a and b ran again, c and d did not.
        Assert.Equal(["a", "b", "c", "d"], after);
        Assert.Equal(9, runs);

        Task<int> Once(string naam) => _store.Write(s => Insert(s, naam, null, true)).AsTask();
        Task<int> Repeatable(string naam, Action<Session>? then = null, bool write = true) => _store.WriteRepeatable(s => Insert(s, naam, then, write)).AsTask();
        async ValueTask<int> Insert(Session s, string naam, Action<Session>? then, bool write)
        {
            runs++;
            s.AfterCommit(() => after.Add(naam));
            if (write) await s.Execute("INSERT INTO t (id, naam) VALUES ($1, $2)", Guid.CreateVersion7(), naam);
            then?.Invoke(s);
            return 1;
        }
    }

    /// <summary>Holds the writer until all wait for it, so that they share a transaction.</summary>
    /// <returns>Of each whether it succeeded.</returns>
    private async Task<bool[]> InOneGroup(params Func<Task<int>>[] writes)
    {
        using var begun = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        var first = _store.Write(_ =>
        {
            begun.Set();
            gate.Wait();
            // Longer than a group may take: the others are of the next, which lasts as long as it needs.
            _klok.Voorbij(TimeSpan.FromSeconds(1));
            return ValueTask.FromResult(0);
        }).AsTask();
        begun.Wait();
        var tasks = writes.Select(write => write()).ToList();
        gate.Set();
        await first;
        try
        {
            await Task.WhenAll(tasks);
        }
        catch (InvalidOperationException)
        {
            // Seen below.
        }

        return [.. tasks.Select(task => task.IsCompletedSuccessfully)];
    }

    [Fact]
    public async Task Idle_connections_close_and_open_again()
    {
        _store.CloseIdle(DateTimeOffset.MaxValue);
        Assert.Equal(0, await _store.Read(s => s.One("SELECT count(*) FROM t", r => r.Long(0))));
    }

    /// <summary>Measures no time but what a test lets pass: how long a group takes must not depend on what else the machine does.</summary>
    private sealed class Stilklok : TimeProvider
    {
        private long _nu;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Voorbij(TimeSpan tijd) => Interlocked.Add(ref _nu, tijd.Ticks);

        public override long GetTimestamp() => Interlocked.Read(ref _nu);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        foreach (var path in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*")) File.Delete(path);
    }
}
