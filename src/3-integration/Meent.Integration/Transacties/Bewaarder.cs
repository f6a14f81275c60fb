using Meent.Data.Opslag;
using Meent.Integration.Afrekening;
using Meent.Integration.Auditlog;
using Meent.Integration.Beleid;
using Meent.Integration.Fsc;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Transacties;

/// <summary>
/// Removes records of the transaction log (once they are on a statement), the decision log and the own audit log that were kept long enough, every hour, of the organisations
/// whose database is open: those that are at rest get no new ones either.
/// </summary>
internal sealed partial class Bewaarder(Stores stores, Afrekeningen afrekeningen, IOptions<FscOptions> options, OpslagOptions opslag, TimeProvider klok, ILogger<Bewaarder> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ronde = new PeriodicTimer(TimeSpan.FromHours(1), klok);
        while (await ronde.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var store in stores.Opened.ToList()) await RuimOp(store, stoppingToken);
        }
    }

    internal async Task RuimOp(Store store, CancellationToken stop)
    {
        try
        {
            var voor = klok.GetUtcNow() - options.Value.LogBewaren;
            var verrekend = await afrekeningen.Verreken(store, voor, stop);
            if (await TransactieLog.Wis(store, verrekend, stop) is > 0 and var aantal) Gewist(log, store.Organisatie.Slug, aantal);
            await Beslislog.Wis(store, voor, stop);
            await ActieTabel.Wis(store, klok.GetUtcNow().AddDays(-opslag.Auditdagen), stop);
        }
        catch (Exception fout) when (fout is ProbleemException or FscException or ObjectDisposedException or System.Data.Common.DbException)
        {
            NietGewist(log, store.Organisatie.Slug, fout);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Uit het transactielog van {Organisatie} zijn {Aantal} regels gewist: de bewaartermijn is voorbij.")]
    private static partial void Gewist(ILogger log, string organisatie, long aantal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het transactielog van {Organisatie} is niet opgeruimd.")]
    private static partial void NietGewist(ILogger log, string organisatie, Exception fout);
}
