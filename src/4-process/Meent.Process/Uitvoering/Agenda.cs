using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Meent.Standards.Organisaties;

namespace Meent.Process.Uitvoering;

/// <summary>When each organisation next has work for the engine. One for the node; it asks no database that has nothing to do.</summary>
internal sealed class Agenda(TimeProvider klok)
{
    private readonly Lock _slot = new();
    private readonly Dictionary<string, (Organisatie Organisatie, DateTimeOffset Moment)> _eerste = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wekker = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Meld(Organisatie organisatie, DateTimeOffset moment)
    {
        lock (_slot)
        {
            if (_eerste.TryGetValue(organisatie.Slug, out var bekend) && bekend.Moment <= moment) return;
            _eerste[organisatie.Slug] = (organisatie, moment);
        }
        _wekker.Writer.TryWrite(true);
    }

    /// <summary>Each organisation when it has work; it is then off the agenda until somebody puts it there again.</summary>
    public async IAsyncEnumerable<Organisatie> Lees([EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            if (Neem(out var wacht) is { } organisatie)
            {
                yield return organisatie;
                continue;
            }
            using var tijd = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var wekker = _wekker.Reader.ReadAsync(tijd.Token).AsTask();
            await Task.WhenAny(wekker, Task.Delay(wacht, klok, tijd.Token));
            await tijd.CancelAsync();
            stop.ThrowIfCancellationRequested();
        }
    }

    private Organisatie? Neem(out TimeSpan wacht)
    {
        lock (_slot)
        {
            wacht = Timeout.InfiniteTimeSpan;
            if (_eerste.Count == 0) return null;
            var (slug, (organisatie, moment)) = _eerste.MinBy(paar => paar.Value.Moment);
            // A timer takes no more than 49 days; waking early costs nothing.
            wacht = TimeSpan.FromMilliseconds(Math.Clamp((moment - klok.GetUtcNow()).TotalMilliseconds, 0, 86_400_000));
            if (wacht > TimeSpan.Zero) return null;
            _eerste.Remove(slug);
            return organisatie;
        }
    }
}
