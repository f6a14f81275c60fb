using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Meent.Bench.Zaken;

/// <summary>A few readers, and one writer that commits what waits together: what SQLite allows.</summary>
internal sealed class KaalSqlite : Kaalopslag
{
    private const int Lezers = 4;
    private const int Groep = 512;

    private readonly ConcurrentBag<Lezer> _lezers;
    private readonly SemaphoreSlim _vrij = new(Lezers);
    private readonly Channel<TaskCompletionSource<byte[]>> _rij = Channel.CreateUnbounded<TaskCompletionSource<byte[]>>(new() { SingleReader = true });
    private readonly SqliteConnection _schrijver;
    private readonly Task _schrijft;

    public KaalSqlite(string bestand)
    {
        _lezers = new(Enumerable.Range(0, Lezers).Select(_ => new Lezer(Open(bestand, "PRAGMA query_only=ON; PRAGMA cache_size=-4000; PRAGMA mmap_size=268435456"))));
        _schrijver = Open(bestand, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON");
        _schrijft = Task.Run(Schrijf);
    }

    public override Task<byte[]> Een(Guid id) => Lees(lezer => lezer.Een(id));

    public override Task<byte[]> Lijst() => Lees(lezer => lezer.Lijst());

    public override Task<byte[]> Voeg()
    {
        var klaar = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        _rij.Writer.TryWrite(klaar);
        return klaar.Task;
    }

    public override async ValueTask DisposeAsync()
    {
        _rij.Writer.Complete();
        await _schrijft;
        _schrijver.Dispose();
        _vrij.Dispose();
    }

    private async Task<byte[]> Lees(Func<Lezer, byte[]> lees)
    {
        await _vrij.WaitAsync();
        _lezers.TryTake(out var lezer);
        try
        {
            return lees(lezer!);
        }
        finally
        {
            _lezers.Add(lezer!);
            _vrij.Release();
        }
    }

    private async Task Schrijf()
    {
        var rijen = Tabellen.Select(tabel => new Invoeging(_schrijver, tabel)).ToList();
        using var begin = Opdracht(_schrijver, "BEGIN IMMEDIATE");
        using var commit = Opdracht(_schrijver, "COMMIT");
        var groep = new List<TaskCompletionSource<byte[]>>();
        while (await _rij.Reader.WaitToReadAsync())
        {
            begin.ExecuteNonQuery();
            while (groep.Count < Groep && _rij.Reader.TryRead(out var klaar))
            {
                var zaak = Guid.CreateVersion7();
                foreach (var rij in rijen) rij.Voer(Nieuw(zaak, rij.Kolommen, rij.Voorbeeld, id => id.ToByteArray(bigEndian: true)));
                groep.Add(klaar);
            }

            commit.ExecuteNonQuery();
            foreach (var klaar in groep) klaar.SetResult(rijen[0].Body);
            groep.Clear();
        }
    }

    private static SqliteConnection Open(string bestand, string pragmas)
    {
        var verbinding = new SqliteConnection($"Data Source={bestand};Pooling=False");
        verbinding.Open();
        using var pragma = Opdracht(verbinding, pragmas);
        pragma.ExecuteNonQuery();
        return verbinding;
    }

    private static SqliteCommand Opdracht(SqliteConnection verbinding, string sql)
    {
        var opdracht = verbinding.CreateCommand();
        opdracht.CommandText = sql;
        return opdracht;
    }

    private sealed class Lezer
    {
        private readonly SqliteCommand _een;
        private readonly SqliteCommand _lijst;

        public Lezer(SqliteConnection verbinding)
        {
            _een = Opdracht(verbinding, SqlEen);
            _een.Parameters.Add(new SqliteParameter { ParameterName = "$1" });
            _lijst = Opdracht(verbinding, SqlLijst);
        }

        public byte[] Een(Guid id)
        {
            _een.Parameters[0].Value = id.ToByteArray(bigEndian: true);
            using var rij = _een.ExecuteReader();
            return rij.Read() ? rij.GetFieldValue<byte[]>(0) : [];
        }

        public byte[] Lijst()
        {
            using var rij = _lijst.ExecuteReader();
            using var blad = new MemoryStream(200_000);
            while (rij.Read()) blad.Write(rij.GetFieldValue<byte[]>(0));
            return blad.ToArray();
        }
    }

    /// <summary>A prepared INSERT, with a row that is there as its example.</summary>
    private sealed class Invoeging
    {
        private readonly SqliteCommand _opdracht;

        public Invoeging(SqliteConnection verbinding, string tabel)
        {
            using var lees = Opdracht(verbinding, $"SELECT * FROM {tabel} ORDER BY id DESC LIMIT 1");
            using var rij = lees.ExecuteReader();
            rij.Read();
            Kolommen = [.. Enumerable.Range(0, rij.FieldCount).Select(rij.GetName)];
            Voorbeeld = [.. Kolommen.Select((_, i) => rij.IsDBNull(i) ? null : rij.GetValue(i))];
            Body = Kolommen.IndexOf("body") is >= 0 and var body ? rij.GetFieldValue<byte[]>(body) : [];
            _opdracht = Opdracht(verbinding, Invoegen(tabel, Kolommen));
            for (var i = 0; i < Kolommen.Count; i++) _opdracht.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        }

        public List<string> Kolommen { get; }
        public object?[] Voorbeeld { get; }
        public byte[] Body { get; }

        public void Voer(object?[] rij)
        {
            for (var i = 0; i < rij.Length; i++) _opdracht.Parameters[i].Value = rij[i] ?? DBNull.Value;
            _opdracht.ExecuteNonQuery();
        }
    }
}
