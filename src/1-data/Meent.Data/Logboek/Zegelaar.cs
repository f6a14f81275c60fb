using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Logboek;

/// <summary>
/// Seals within a second after a record was committed. It works for organisations that have records waiting and knows of no others, so an idle
/// organisation costs nothing.
/// </summary>
internal sealed partial class Zegelaar(Zegels zegels, Wekker wekker, TimeProvider klok, ILogger<Zegelaar> log) : BackgroundService
{
    // Long enough to seal a burst as one batch.
    private static readonly TimeSpan Verzamel = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Herstel = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Store, bool> _wachtend = new();
    private readonly ConcurrentDictionary<Store, DateOnly> _opgeruimd = new();
    private readonly SemaphoreSlim _werk = new(0);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt += Wek;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt -= Wek;
        await base.StopAsync(cancellationToken);
        // What was committed at the last moment is sealed before the database closes.
        foreach (var store in _wachtend.Keys) await Verzegel(store, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _werk.WaitAsync(stoppingToken);
            await Task.Delay(Verzamel, klok, stoppingToken);
            await Parallel.ForEachAsync(_wachtend.Keys.ToList(), stoppingToken, async (store, stop) => await Verzegel(store, stop));
        }
    }

    private void Wek(Store store, Wachtrij wachtrij)
    {
        // Who keeps no logbook has no tables for it.
        if (wachtrij == Wachtrij.Logboek && store.Organisatie.Diensten.Contains(Diensten.Logboek) && _wachtend.TryAdd(store, true)) _werk.Release();
    }

    private async ValueTask Verzegel(Store store, CancellationToken stop)
    {
        // Taken off first: what is committed from now on announces itself again.
        _wachtend.TryRemove(store, out _);
        try
        {
            while (await zegels.Verzegel(store, stop) > 0)
            {
                // More waits.
            }

            // Once a day, of those that are in use.
            var vandaag = klok.Vandaag();
            if (_opgeruimd.TryGetValue(store, out var dag) && dag == vandaag) return;
            if (await zegels.Ruim(store, stop) is var aantal and > 0) Opgeruimd(log, store.Organisatie.Slug, aantal);
            _opgeruimd[store] = vandaag;
            // A month may be large, and nothing waits for its figures.
            _ = Tel(store, stop);
        }
        catch (Exception fout) when (fout is not OperationCanceledException)
        {
            VerzegelenMislukt(log, store.Organisatie.Slug, fout);
            _ = Later(store);
        }
    }

    private async Task Tel(Store store, CancellationToken stop)
    {
        try
        {
            await Gebruikstelling.Tel(store, klok.GetUtcNow(), long.MaxValue, stop);
        }
        catch (Exception fout) when (fout is OperationCanceledException or ObjectDisposedException)
        {
            // The node stops.
        }
        catch (Exception fout)
        {
            TellenMislukt(log, store.Organisatie.Slug, fout);
        }
    }

    private async Task Later(Store store)
    {
        await Task.Delay(Herstel, klok);
        Wek(store, Wachtrij.Logboek);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Van het logboek van {Organisatie} zijn {Aantal} regels verwijderd: hun bewaartermijn is voorbij.")]
    private static partial void Opgeruimd(ILogger log, string organisatie, long aantal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het gebruik in het logboek van {Organisatie} is niet geteld; morgen weer.")]
    private static partial void TellenMislukt(ILogger log, string organisatie, Exception fout);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het logboek van {Organisatie} kon niet verzegeld worden; het wordt opnieuw geprobeerd.")]
    private static partial void VerzegelenMislukt(ILogger log, string organisatie, Exception fout);
}
