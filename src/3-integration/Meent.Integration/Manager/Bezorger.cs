using Meent.Standards.Organisaties;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Integration.Manager;

/// <summary>
/// Has contracts and signatures brought to the other parties until they have them (FSC Core 3.6: the signer distributes). A run lasts while an organisation
/// has something open, and waits for no other's; the database of an organisation that was not rung is not opened.
/// </summary>
internal sealed partial class Bezorger(Bezorgronde ronde, OrganisatieWekker wekker, Bezorgbel bel, TimeProvider klok, ILogger<Bezorger> log) : BackgroundService
{
    private static readonly TimeSpan NaStoring = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Briefjes = TimeSpan.FromSeconds(10);
    private readonly Dictionary<Organisatie, SemaphoreSlim> _lopend = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was due when the process ended is due now; that organisation is woken.
        wekker.Volg(bel.Luid);
        using var briefjes = klok.CreateTimer(_ => bel.LeesBriefjes(), null, Briefjes, Briefjes);
        await foreach (var organisatie in bel.Gebeld(stoppingToken))
        {
            lock (_lopend)
            {
                if (_lopend.TryGetValue(organisatie, out var gebeld))
                {
                    gebeld.Release();
                    continue;
                }

                _lopend[organisatie] = gebeld = new SemaphoreSlim(0);
                _ = Loop(organisatie, gebeld, stoppingToken);
            }
        }
    }

    private async Task Loop(Organisatie organisatie, SemaphoreSlim gebeld, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                var wanneer = await Ronde(organisatie, stop);
                lock (_lopend)
                {
                    if (wanneer is null && gebeld.CurrentCount == 0)
                    {
                        _lopend.Remove(organisatie);
                        return;
                    }
                }

                await Wacht(gebeld, wanneer - klok.GetUtcNow(), stop);
                // However often it was rung, one look is enough.
                while (gebeld.CurrentCount > 0) await gebeld.WaitAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The node stops; what is due stands in the database.
        }
    }

    private async Task Wacht(SemaphoreSlim gebeld, TimeSpan? hoogstens, CancellationToken stop)
    {
        if (gebeld.CurrentCount > 0 || hoogstens is null || hoogstens <= TimeSpan.Zero) return;
        using var einde = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var wekker = klok.CreateTimer(_ => einde.Cancel(), null, hoogstens.Value, Timeout.InfiniteTimeSpan);
        try
        {
            await gebeld.WaitAsync(einde.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Nobody rang.
        }
    }

    private async Task<DateTimeOffset?> Ronde(Organisatie organisatie, CancellationToken stop)
    {
        try
        {
            return await ronde.Voer(organisatie, stop);
        }
        catch (Exception fout) when (fout is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            RondeMislukt(log, organisatie.Slug, fout);
            return klok.GetUtcNow() + NaStoring;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De bezorgronde van {Organisatie} is mislukt.")]
    private static partial void RondeMislukt(ILogger log, string organisatie, Exception fout);
}
