using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Processtaat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Process.Uitvoering;

/// <summary>
/// The one scheduler of the node. It asks an organisation what was left unfinished when that comes into use; after that it goes by the
/// <see cref="Agenda"/>. Organisations at rest are not asked.
/// </summary>
internal sealed partial class Hervatter(
    OrganisatieWekker wekker, ProcesstaatClient bron, Uitvoerder uitvoerder, Agenda agenda, Knoop knoop, TimeProvider klok,
    IHostApplicationLifetime leven, ILogger<Hervatter> log) : BackgroundService
{
    private const int Greep = 100;
    private const int Tegelijk = 8;

    private static readonly TimeSpan NaFout = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Gestart(stoppingToken);
            wekker.Volg(organisatie =>
            {
                if (organisatie.Diensten.Contains(Diensten.Processtaat)) agenda.Meld(organisatie, klok.GetUtcNow());
            });
            await Parallel.ForEachAsync(agenda.Lees(stoppingToken), Opties(stoppingToken), Werk);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops; what is unfinished is resumed by the next run.
        }
    }

    /// <summary>The services answer only once the listeners are up.</summary>
    private async Task Gestart(CancellationToken stop)
    {
        var gestart = new TaskCompletionSource();
        using var registratie = leven.ApplicationStarted.Register(gestart.SetResult);
        await gestart.Task.WaitAsync(stop);
    }

    private static ParallelOptions Opties(CancellationToken stop) => new() { MaxDegreeOfParallelism = Tegelijk, CancellationToken = stop };

    private async ValueTask Werk(Organisatie organisatie, CancellationToken stop)
    {
        try
        {
            var werk = await bron.Werk(organisatie, knoop, Greep, stop);
            var mislukt = 0;
            await Parallel.ForEachAsync(werk.Instanties, Opties(stop), async (id, annuleer) =>
            {
                if (!await Hervat(organisatie, id, annuleer)) Interlocked.Increment(ref mislukt);
            });
            if (Volgende(werk, mislukt) is { } moment) agenda.Meld(organisatie, moment);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One organisation whose data cannot be reached holds up no other.
            LogGeenWerk(log, organisatie.Slug, e);
            agenda.Meld(organisatie, klok.GetUtcNow() + NaFout);
        }
    }

    private DateTimeOffset? Volgende(Werk werk, int mislukt)
    {
        var nu = klok.GetUtcNow();
        // What failed is still due: without a pause it would be tried in a circle.
        if (mislukt > 0) return nu + NaFout;
        return werk.Instanties.Count == Greep ? nu : werk.Volgende;
    }

    private async Task<bool> Hervat(Organisatie organisatie, Guid id, CancellationToken stop)
    {
        try
        {
            await uitvoerder.Hervat(organisatie, id, stop);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One broken instance holds up no other; it stays due.
            LogNietHervat(log, organisatie.Slug, id, e);
            return false;
        }
    }

    [LoggerMessage(4011, LogLevel.Warning, "Organisatie {Organisatie}: het werk voor de procesmotor is niet te lezen.")]
    private static partial void LogGeenWerk(ILogger log, string organisatie, Exception fout);

    [LoggerMessage(4012, LogLevel.Error, "Organisatie {Organisatie}: instantie {Instantie} kan niet hervat worden.")]
    private static partial void LogNietHervat(ILogger log, string organisatie, Guid instantie, Exception fout);
}
