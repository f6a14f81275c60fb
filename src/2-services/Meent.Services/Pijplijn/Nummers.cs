using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Standards;

namespace Meent.Services.Pijplijn;

/// <summary>
/// Gives out numbers (identificatie) from blocks that are reserved ahead in a write of their own: no lock on a counter during the transaction that uses
/// one. A number that is not used is lost, which the standards allow.
/// </summary>
internal sealed class Nummers(TimeProvider klok) : IDisposable
{
    /// <summary>Half of it exceeds the writes that can wait at once, so those that have passed <see cref="Vul"/> never find the numbers gone.</summary>
    private const int Blok = 10_000;

    private readonly ConcurrentDictionary<(Store, string Bron), Voorraad> _voorraden = new();
    private readonly SemaphoreSlim _een = new(1);

    /// <summary>Sees to it that there are numbers, before the write begins.</summary>
    public async ValueTask Vul(Store store, string bron, CancellationToken stop)
    {
        var jaar = klok.Vandaag().Year;
        if (_voorraden.TryGetValue((store, bron), out var voorraad) && voorraad.Jaar == jaar && voorraad.Over > Blok / 2) return;
        await _een.WaitAsync(stop);
        try
        {
            if (_voorraden.TryGetValue((store, bron), out voorraad) && voorraad.Jaar == jaar && voorraad.Over > Blok / 2) return;
            var einde = await Neem(store, bron, jaar, Blok, stop);
            _voorraden.AddOrUpdate((store, bron), _ => new Voorraad(jaar, einde), (_, oud) => oud.Jaar == jaar ? oud.Bij(einde) : new Voorraad(jaar, einde));
        }
        finally
        {
            _een.Release();
        }
    }

    /// <summary>A number that was never given before in this database: year and sequence.</summary>
    public string Volgende(Store store, string bron, string voorvoegsel)
    {
        var voorraad = _voorraden[(store, bron)];
        return Nummer(voorvoegsel, voorraad.Jaar, voorraad.Neem());
    }

    /// <summary>Numbers for later use by whoever asked: taken out of the sequence, so they are never given to another.</summary>
    public async ValueTask<IReadOnlyList<string>> Reserveer(Store store, string bron, string voorvoegsel, int aantal, CancellationToken stop)
    {
        var jaar = klok.Vandaag().Year;
        var einde = await Neem(store, bron, jaar, aantal, stop);
        return [.. Enumerable.Range(0, aantal).Select(i => Nummer(voorvoegsel, jaar, einde - aantal + 1 + i))];
    }

    public void Dispose() => _een.Dispose();

    private static ValueTask<long> Neem(Store store, string bron, int jaar, long aantal, CancellationToken stop) => store.Write(session => session.One(
        $"""
        INSERT INTO {bron}_nummers (jaar, volgende) VALUES ($1, $2)
        ON CONFLICT (jaar) DO UPDATE SET volgende = {bron}_nummers.volgende + $2 RETURNING volgende
        """, row => row.Long(0), (long)jaar, aantal), stop);

    private static string Nummer(string voorvoegsel, int jaar, long nummer) => $"{voorvoegsel}-{jaar:D4}-{nummer:D10}";

    /// <summary>Numbers in hand; blocks are taken one after the other.</summary>
    private sealed class Voorraad(int jaar, long einde)
    {
        private readonly ConcurrentQueue<(long Van, long Tot)> _blokken = new([(einde - Blok + 1, einde)]);
        private long _over = Blok;
        private (long Volgende, long Tot) _nu;

        public int Jaar { get; } = jaar;
        public long Over => Volatile.Read(ref _over);

        public Voorraad Bij(long einde)
        {
            _blokken.Enqueue((einde - Blok + 1, einde));
            Interlocked.Add(ref _over, Blok);
            return this;
        }

        public long Neem()
        {
            lock (_blokken)
            {
                if (_nu.Volgende == 0 || _nu.Volgende > _nu.Tot)
                    _nu = _blokken.TryDequeue(out var blok) ? blok : throw new InvalidOperationException("De nummers zijn op.");
                Interlocked.Decrement(ref _over);
                return _nu.Volgende++;
            }
        }
    }
}
