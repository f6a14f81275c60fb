using System.Threading.Channels;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>Wakes the deliverer for one organisation.</summary>
internal sealed class Bezorgbel
{
    private readonly Channel<Organisatie> _gebeld = Channel.CreateUnbounded<Organisatie>(new() { SingleReader = true });

    public void Luid(Organisatie organisatie) => _gebeld.Writer.TryWrite(organisatie);

    /// <summary>Those who rang; waits until the time given at most.</summary>
    public async Task<IReadOnlySet<Organisatie>> Wacht(TimeSpan hoogstens, TimeProvider klok, CancellationToken stop)
    {
        using var geduld = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var wekker = klok.CreateTimer(_ => geduld.Cancel(), null, hoogstens, Timeout.InfiniteTimeSpan);
        var wie = new HashSet<Organisatie>();
        try
        {
            await _gebeld.Reader.WaitToReadAsync(geduld.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nobody rang.
        }

        while (_gebeld.Reader.TryRead(out var organisatie)) wie.Add(organisatie);
        return wie;
    }
}
