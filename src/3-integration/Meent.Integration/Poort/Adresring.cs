using System.Collections.Concurrent;

namespace Meent.Integration.Poort;

/// <summary>Addresses of one thing: used in turn, and those that could not be reached only when nothing else is left, for a while.</summary>
internal sealed class Adresring(IReadOnlyList<string> adressen, TimeProvider klok)
{
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _rustTot = new(StringComparer.Ordinal);
    private uint _beurt;

    /// <summary>All, in the order in which to try them.</summary>
    public IReadOnlyList<string> Volgorde()
    {
        if (adressen.Count == 1) return adressen;
        var begin = Interlocked.Increment(ref _beurt);
        var rij = Enumerable.Range(0, adressen.Count).Select(i => adressen[(int)((begin + i) % adressen.Count)]);
        return [.. rij.OrderBy(adres => !IsBereikbaar(adres))];
    }

    public void Faalde(string adres) => _rustTot[adres] = klok.GetUtcNow() + Rust;

    /// <summary>Whether it did not fail in the last moments.</summary>
    public bool IsBereikbaar(string adres) => !_rustTot.TryGetValue(adres, out var tot) || tot <= klok.GetUtcNow();
}
