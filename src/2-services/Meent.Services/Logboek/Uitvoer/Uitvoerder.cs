using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Data.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Logboek.Uitvoer;

/// <summary>
/// Sends sealed records to the collector of their organisation. How far it came stands in the database and moves on only after the collector confirmed, so
/// each record arrives at least once; a collector that is away delays its own organisation alone.
/// </summary>
internal sealed partial class Uitvoerder(Collectoren collectoren, Wekker wekker, IHttpClientFactory clients, TimeProvider klok, ILogger<Uitvoerder> log) : BackgroundService
{
    private static readonly TimeSpan Herstel = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Store, bool> _wachtend = new();
    private readonly SemaphoreSlim _werk = new(0);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!collectoren.IsLeeg) wekker.Gewekt += Wek;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        wekker.Gewekt -= Wek;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _werk.WaitAsync(stoppingToken);
            await Parallel.ForEachAsync(_wachtend.Keys.ToList(), stoppingToken, async (store, stop) => await Verzend(store, stop));
        }
    }

    private void Wek(Store store, Wachtrij wachtrij)
    {
        if (wachtrij == Wachtrij.Verzegeld && collectoren.Van(store.Organisatie) is not null && _wachtend.TryAdd(store, true)) _werk.Release();
    }

    private async ValueTask Verzend(Store store, CancellationToken stop)
    {
        // Taken off first: what is sealed from now on announces itself again.
        _wachtend.TryRemove(store, out _);
        try
        {
            while (await store.Read(session => session.TeVerzenden(), stop) is { } deel)
            {
                // Nothing of a table that is gone, nor of what employees did: that stays here.
                if (deel.Regels.Count > 0) await Verzend(collectoren.Van(store.Organisatie)!, OtlpUitvoer.Bericht(deel.Regels), stop);
                await store.WriteBulk(session => session.Verzonden(deel.Zegel), stop);
            }
        }
        catch (Exception fout) when (fout is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            VerzendenMislukt(log, store.Organisatie.Slug, fout);
            _ = Later(store, stop);
        }
    }

    private async Task Verzend(Collector collector, ReadOnlyMemory<byte> bericht, CancellationToken stop)
    {
        using var inhoud = new ReadOnlyMemoryContent(bericht);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, collector.Adres.TrimEnd('/') + "/v1/traces") { Content = inhoud };
        foreach (var (naam, waarde) in collector.Koppen) verzoek.Headers.TryAddWithoutValidation(naam, waarde);
        using var client = clients.CreateClient(nameof(Uitvoerder));
        using var antwoord = await client.SendAsync(verzoek, stop);
        antwoord.EnsureSuccessStatusCode();
    }

    private async Task Later(Store store, CancellationToken stop)
    {
        await Task.Delay(Herstel, klok, stop);
        Wek(store, Wachtrij.Verzegeld);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Logregels van {Organisatie} konden niet naar de collector; het wordt opnieuw geprobeerd.")]
    private static partial void VerzendenMislukt(ILogger log, string organisatie, Exception fout);
}
