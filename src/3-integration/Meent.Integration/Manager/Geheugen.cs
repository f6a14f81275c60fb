using System.Collections.Concurrent;

namespace Meent.Integration.Manager;

/// <summary>
/// Something of each organisation that costs much to read: read once however many ask, forgotten when told, and read again behind the back of who asks when
/// it has become old; older still, who asks waits. What could not be read is not remembered.
/// </summary>
internal sealed class Geheugen<T>(TimeProvider klok, TimeSpan houdbaarheid)
{
    private readonly ConcurrentDictionary<string, Vak> _vakken = new(StringComparer.Ordinal);

    public void Vergeet(string slug) => _vakken.TryRemove(slug, out _);

    public Task<T> Geef(string slug, Func<Task<T>> lees)
    {
        var nu = klok.GetUtcNow();
        if (_vakken.TryGetValue(slug, out var vak) && !vak.IsMislukt && nu < vak.Tot + houdbaarheid)
        {
            if (nu >= vak.Tot && vak.IsGelezen && vak.MagVerversen()) _ = Ververs(slug, vak, lees);
            return vak.Waarde;
        }

        if (vak is not null) _vakken.TryRemove(new(slug, vak));
        // Put in place before it is read: a change meanwhile takes it away again.
        return _vakken.GetOrAdd(slug, _ => Nieuw(lees)).Waarde;
    }

    private async Task Ververs(string slug, Vak oud, Func<Task<T>> lees)
    {
        var nieuw = Nieuw(lees);
        await Task.WhenAny(nieuw.Waarde);
        // Of what was forgotten meanwhile this may be of before the change.
        if (nieuw.IsGelezen) _vakken.TryUpdate(slug, nieuw, oud);
        else _vakken.TryRemove(new(slug, oud));
    }

    private Vak Nieuw(Func<Task<T>> lees) => new(lees, klok.GetUtcNow() + houdbaarheid);

    private sealed class Vak(Func<Task<T>> lees, DateTimeOffset tot)
    {
        private readonly Lazy<Task<T>> _waarde = new(() => Task.Run(lees));
        private int _ververst;

        public Task<T> Waarde => _waarde.Value;
        public DateTimeOffset Tot => tot;
        public bool IsGelezen => _waarde is { IsValueCreated: true, Value.IsCompletedSuccessfully: true };
        public bool IsMislukt => _waarde is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };

        /// <summary>Once.</summary>
        public bool MagVerversen() => Interlocked.Exchange(ref _ververst, 1) == 0;
    }
}
