using Meent.Data.Opslag;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Data.Outbox;

/// <summary>
/// Opens after the start, one by one, the databases that are marked: a killed process may have left events to deliver, records to seal or timers at
/// organisations that nobody asks for now. Now and then it does so again, for what another node marked that may have fallen out, or a command on this machine.
/// </summary>
internal sealed partial class Naloop(OrganisatieLijst organisaties, Stores stores, Wekker wekker, TimeProvider klok, ILogger<Naloop> log) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Een(stoppingToken);
        using var ronde = new PeriodicTimer(Ronde, klok);
        while (await ronde.WaitForNextTickAsync(stoppingToken)) await Een(stoppingToken);
    }

    /// <summary>What the start does.</summary>
    internal Task Een(CancellationToken stop) => Wek(stores.MetWerk(), stop);

    private async Task Wek(IEnumerable<string> slugs, CancellationToken stop)
    {
        foreach (var organisatie in slugs.Select(organisaties.Vind).OfType<Organisatie>())
        {
            if (stop.IsCancellationRequested) return;
            try
            {
                wekker.Geopend(await stores.Erf(organisatie));
            }
            catch (Exception fout) when (fout is ProbleemException or System.Data.Common.DbException)
            {
                // It answers 503 until it can be opened, and then counts as having work.
                Overgeslagen(log, organisatie.Slug, fout);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De database van {Organisatie} is na de start niet nagelopen.")]
    private static partial void Overgeslagen(ILogger log, string organisatie, Exception fout);
}
