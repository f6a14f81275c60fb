using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Sdep.Bewaring;

/// <summary>Keeps the retention period (<see cref="Bewaartermijn"/>) of the databases that are open anyway; it opens none for it.</summary>
internal sealed partial class Opruimer(Stores stores, TimeProvider klok, ILogger<Opruimer> log) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wekker = new PeriodicTimer(Ronde, klok);
        while (await wekker.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var store in stores.Opened.Where(store => store.Organisatie.Diensten.Contains(Diensten.Sdep)).ToList())
                await RuimOp(store, stoppingToken);
        }
    }

    private async Task RuimOp(Store store, CancellationToken stop)
    {
        try
        {
            int aantal;
            do
            {
                aantal = await store.WriteBulk(session => session.Vernietig(klok.GetUtcNow()), stop);
                if (aantal > 0) Opgeruimd(log, store.Organisatie.Slug, aantal);
            }
            while (aantal > 0);
        }
        catch (ProbleemException fout)
        {
            // A store that is full or away now is not the end of the work for the others; the next round tries again.
            Mislukt(log, store.Organisatie.Slug, fout);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Organisatie}: {Aantal} activiteiten en advertenties van platforms vernietigd na achttien maanden.")]
    private static partial void Opgeruimd(ILogger log, string organisatie, int aantal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Organisatie}: activiteiten van platforms konden niet vernietigd worden.")]
    private static partial void Mislukt(ILogger log, string organisatie, Exception fout);
}
