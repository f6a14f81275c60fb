using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Notificaties;

/// <summary>
/// The one dispatcher of a node. A commit with an event wakes it at once; while an organisation has something to deliver it looks again twice a second,
/// for what has fallen due and for what other nodes wrote. Organisations without work cost nothing.
/// </summary>
internal sealed partial class Bezorger(Wekker wekker, IServiceProvider diensten, Bezorgopties opties, TimeProvider klok, ILogger<Bezorger> log) : BackgroundService
{
    private readonly ConcurrentDictionary<Store, Werk> _werk = new();
    private readonly SemaphoreSlim _gewekt = new(0);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt += Wek;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt -= Wek;
        await base.StopAsync(cancellationToken);
        foreach (var werk in _werk.Values)
        {
            if (werk.Postbode is { } postbode) await postbode.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Asleep until something happens; with work at hand, no longer than a round.
            await _gewekt.WaitAsync(_werk.IsEmpty ? Timeout.InfiniteTimeSpan : opties.Ronde, stoppingToken);
            while (_gewekt.Wait(0, CancellationToken.None))
            {
                // Many wake-ups, one round.
            }

            foreach (var (store, werk) in _werk)
            {
                if (!Rust(werk) && Interlocked.Exchange(ref werk.Bezig, 1) == 0) _ = Ronde(store, werk, stoppingToken);
            }
        }
    }

    /// <summary>Messages to a subscriber wait again, because somebody asked for it.</summary>
    public void Opnieuw(Store store, Guid abonnement)
    {
        if (_werk.TryGetValue(store, out var werk)) werk.Postbode?.Vergeef(abonnement);
        Wek(store, Wachtrij.Outbox);
    }

    private void Wek(Store store, Wachtrij wachtrij)
    {
        if (wachtrij != Wachtrij.Outbox) return;
        Werk werk;
        do
        {
            werk = _werk.GetOrAdd(store, _ => new Werk());
            Interlocked.Increment(ref werk.Signalen);
            // A round that found nothing to do may have put it away just before; then nobody would see the signal.
        }
        while (!_werk.TryGetValue(store, out var nu) || nu != werk);
        _gewekt.Release();
    }

    private bool Rust(Werk werk) => werk.Postbode?.Rust is { } sinds && klok.GetElapsedTime(sinds) < opties.Ronde;

    private async Task Ronde(Store store, Werk werk, CancellationToken stop)
    {
        var signalen = Volatile.Read(ref werk.Signalen);
        try
        {
            werk.Postbode ??= new Postbode(
                store, diensten.GetRequiredService<Callback>(), opties, klok, () => Wek(store, Wachtrij.Outbox), stop);
            if (!await werk.Postbode.Ronde() && _werk.TryRemove(new KeyValuePair<Store, Werk>(store, werk)) && Volatile.Read(ref werk.Signalen) != signalen)
                Wek(store, Wachtrij.Outbox);
        }
        catch (Exception fout) when (fout is not OperationCanceledException && !stop.IsCancellationRequested)
        {
            // The next round tries again.
            RondeMislukt(log, store.Organisatie.Slug, fout);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The node stops.
        }
        finally
        {
            Volatile.Write(ref werk.Bezig, 0);
            if (Volatile.Read(ref werk.Signalen) != signalen) _gewekt.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Notificaties van {Organisatie} konden niet bezorgd worden; het wordt opnieuw geprobeerd.")]
    private static partial void RondeMislukt(ILogger log, string organisatie, Exception fout);

    private sealed class Werk
    {
        public int Signalen;
        public int Bezig;

        public Postbode? Postbode { get; set; }
    }
}
