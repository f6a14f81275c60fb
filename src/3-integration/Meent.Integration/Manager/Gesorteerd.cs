using System.Collections;

namespace Meent.Integration.Manager;

/// <summary>A list that is asked by the page, more often than it changes: sorted once, by a key that each item has alone.</summary>
internal sealed class Gesorteerd<T> : IReadOnlyCollection<T>
{
    private readonly string[] _sleutels;
    private readonly T[] _items;

    public Gesorteerd(IEnumerable<T> items, Func<T, string> sleutel)
    {
        _items = [.. items];
        _sleutels = [.. _items.Select(sleutel)];
        Array.Sort(_sleutels, _items, StringComparer.Ordinal);
    }

    public int Count => _items.Length;

    /// <summary>What comes after a key, up or down; all when there is no key.</summary>
    public IEnumerable<(string Sleutel, T Item)> Na(string? sleutel, bool oplopend)
    {
        var plek = sleutel is null ? oplopend ? -1 : Count : Array.BinarySearch(_sleutels, sleutel, StringComparer.Ordinal);
        // What is no key of this list any more stands before the first that is larger.
        if (sleutel is not null && plek < 0) plek = oplopend ? ~plek - 1 : ~plek;
        for (var i = plek + (oplopend ? 1 : -1); i >= 0 && i < Count; i += oplopend ? 1 : -1) yield return (_sleutels[i], _items[i]);
    }

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
