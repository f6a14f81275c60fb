using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Meent.Services.Verhuur.Gebieden;

/// <summary>Finds afterwards where dwellings lie whose place the source could not tell when they were registered; in the databases that are open anyway.</summary>
internal sealed partial class Liggingzoeker(Stores stores, Adresplek adresplek, TimeProvider klok, ILogger<Liggingzoeker> log) : BackgroundService
{
    private const int Groep = 200;
    private static readonly TimeSpan Ronde = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wekker = new PeriodicTimer(Ronde, klok);
        while (await wekker.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var store in stores.Opened.Where(store => store.Organisatie.Diensten.Contains(Diensten.Verhuur)).ToList())
                await Zoek(store, stoppingToken);
        }
    }

    /// <returns>How many were found.</returns>
    internal async Task<int> Zoek(Store store, CancellationToken stop)
    {
        var gevonden = 0;
        try
        {
            var vanaf = "";
            while (true)
            {
                var groep = await store.Read(session => session.All(
                    $"SELECT id FROM verhuur_woonruimten WHERE lengte IS NULL AND id > $1 ORDER BY id LIMIT {Groep}", row => row.Text(0), vanaf), stop);
                foreach (var woonruimte in groep)
                {
                    if (await adresplek.Zoek(store.Organisatie, woonruimte, stop) is not { } plek) continue;
                    await store.Write(async session =>
                    {
                        await session.Plaats(woonruimte, plek);
                        return true;
                    }, stop);
                    gevonden++;
                }

                if (groep.Count < Groep) return gevonden;
                vanaf = groep[^1];
            }
        }
        catch (ProbleemException fout)
        {
            Mislukt(log, store.Organisatie.Slug, fout);
            return gevonden;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Organisatie}: waar woonruimten liggen kon niet opgezocht worden.")]
    private static partial void Mislukt(ILogger log, string organisatie, Exception fout);
}
