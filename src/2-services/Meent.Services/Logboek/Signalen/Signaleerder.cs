using System.Collections.Concurrent;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Meent.Standards;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Logboek.Signalen;

/// <summary>Makes the signals of the days that are over, once a day, of organisations that want them and whose log is in use.</summary>
internal sealed partial class Signaleerder(Signaalregels regels, Pseudoniemen pseudoniemen, Wekker wekker, TimeProvider klok, ILogger<Signaleerder> log) : BackgroundService
{
    // A node that stood still for long does not look at all that it missed.
    private const int MeesteDagen = 14;
    private const int BewaarDagen = 90;

    private readonly ConcurrentDictionary<Store, DateOnly> _gedaan = new();
    private readonly ConcurrentDictionary<Store, bool> _wachtend = new();
    private readonly SemaphoreSlim _werk = new(0);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!regels.IsLeeg) wekker.Gewekt += Wek;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt -= Wek;
        return base.StopAsync(cancellationToken);
    }

    /// <summary>Of the days since the last, up to and including yesterday; at first of yesterday alone.</summary>
    public async Task Signaleer(Store store, CancellationToken stop = default)
    {
        var gisteren = klok.Vandaag().AddDays(-1);
        var vroegst = gisteren.AddDays(1 - MeesteDagen);
        var dag = await store.Read(Signaal.LaatsteDag, stop) is { } laatste ? laatste.AddDays(1) : gisteren;
        for (dag = dag < vroegst ? vroegst : dag; dag <= gisteren; dag = dag.AddDays(1))
        {
            var (deze, signalering) = (dag, new Signalering(regels.Van(store.Organisatie)));
            await store.Read(async session =>
            {
                await session.Opzoekingen(deze.BeginVanDag(), deze.AddDays(1).BeginVanDag(), signalering.Neem);
                return true;
            }, stop);
            var signalen = signalering.Uitkomst().Select(een => new Signaal(
                Guid.CreateVersion7(), deze, een.Regel, pseudoniemen.Van(store.Organisatie, Signaal.Soort, een.Gebruiker), een.Activiteit, een.Personen, een.Grens)).ToList();
            await store.WriteBulk(session => Signaal.Bewaar(session, deze, signalen), stop);
        }

        await store.WriteBulk(session => Signaal.Wis(session, gisteren.AddDays(-BewaarDagen), gisteren.AddYears(-1)), stop);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _werk.WaitAsync(stoppingToken);
            foreach (var store in _wachtend.Keys.ToList()) await Probeer(store, stoppingToken);
        }
    }

    private void Wek(Store store, Wachtrij wachtrij)
    {
        if (wachtrij != Wachtrij.Verzegeld || !regels.Van(store.Organisatie).Aan) return;
        if (_gedaan.TryGetValue(store, out var dag) && dag == klok.Vandaag()) return;
        if (_wachtend.TryAdd(store, true)) _werk.Release();
    }

    private async Task Probeer(Store store, CancellationToken stop)
    {
        _wachtend.TryRemove(store, out _);
        try
        {
            await Signaleer(store, stop);
            _gedaan[store] = klok.Vandaag();
        }
        catch (Exception fout) when (fout is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The next record that is sealed brings it here again.
            Mislukt(log, store.Organisatie.Slug, fout);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De signalen van {Organisatie} zijn niet gemaakt; het wordt opnieuw geprobeerd.")]
    private static partial void Mislukt(ILogger log, string organisatie, Exception fout);
}
