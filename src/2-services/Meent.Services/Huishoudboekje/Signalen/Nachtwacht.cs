using Meent.Data.Opslag;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Huishoudboekje.Signalen;

/// <summary>Looks every few hours for what did not come, in the databases that are open anyway. A round that was missed is made up for by the next.</summary>
internal sealed partial class Nachtwacht(Stores stores, TimeProvider klok, ILogger<Nachtwacht> log) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wekker = new PeriodicTimer(Ronde, klok);
        while (await wekker.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var store in stores.Opened.Where(store => store.Organisatie.Diensten.Contains(Diensten.Huishoudboekje)).ToList()) await Loop(store, stoppingToken);
        }
    }

    /// <summary>Each agreement in a transaction of its own: one that goes wrong does not keep the others from being looked at.</summary>
    internal async Task Loop(Store store, CancellationToken stop)
    {
        try
        {
            var grens = klok.Vandaag().AddDays(-Signaleren.Terugkijken);
            var afspraken = await store.Read(session => session.All("SELECT id FROM huishoudboekje_afspraken WHERE tot IS NULL OR tot >= $1 ORDER BY id", row => row.Guid(0), grens), stop);
            foreach (var afspraak in afspraken) await store.WriteBulk(session => session.Toets(afspraak, klok), stop);
        }
        catch (ProbleemException fout)
        {
            Mislukt(log, store.Organisatie.Slug, fout);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Organisatie}: afspraken van het huishoudboekje konden niet nagekeken worden.")]
    private static partial void Mislukt(ILogger log, string organisatie, Exception fout);
}
