using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Verwerkingsregister.Beslispunt;

/// <summary>Removes decisions after five years, as the records of Inway and Outway by default, of the organisations whose database is open.</summary>
internal sealed partial class Beslisopruiming(Stores stores, TimeProvider klok, ILogger<Beslisopruiming> log) : BackgroundService
{
    private static readonly TimeSpan Bewaren = TimeSpan.FromDays(5 * 366);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ronde = new PeriodicTimer(TimeSpan.FromHours(1), klok);
        while (await ronde.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var store in stores.Opened.Where(store => store.Organisatie.Diensten.Contains(Diensten.Verwerkingsregister)).ToList()) await RuimOp(store, stoppingToken);
        }
    }

    private async Task RuimOp(Store store, CancellationToken stop)
    {
        try
        {
            while (await Beslisboek.Wis(store, klok.GetUtcNow() - Bewaren, stop) > 0) stop.ThrowIfCancellationRequested();
        }
        catch (Exception fout) when (fout is ProbleemException or ObjectDisposedException or System.Data.Common.DbException)
        {
            NietGewist(log, store.Organisatie.Slug, fout);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Oude beslissingen van {Organisatie} konden niet worden gewist.")]
    private static partial void NietGewist(ILogger log, string organisatie, Exception fout);
}
