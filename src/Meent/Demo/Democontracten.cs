using Meent.Configuratie;
using Meent.Integration;
using Meent.Integration.Landschappen;
using Meent.Services;

namespace Meent.Demo;

/// <summary>At the first start the demo landscape makes its contracts, visibly, through the APIs that strangers would use.</summary>
internal static class Democontracten
{
    /// <summary>The base registries sign by themselves for the purposes of the demo; for any other a person does.</summary>
    public static void Beleid(FscOptions fsc)
    {
        foreach (var doel in ServicesLayer.Demodoelen) fsc.ToegestaneDoelen.Add(doel.Naam);
    }

    public static async Task Sluit(WebApplication app, TextWriter uit, CancellationToken stop)
    {
        if (!app.Services.GetRequiredService<MeentOptions>().IsDemo) return;
        var doelen = ServicesLayer.Demodoelen.Select(d => new Landschapsdoel(d.Naam, d.Omschrijving, [d.Grondslag], d.Gegevens, d.Bewaartermijn, d.BijBuren)).ToList();
        try
        {
            await app.Services.GetRequiredService<Landschap>().Sluit(doelen, regel => uit.WriteLine("  " + regel), stop);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            await uit.WriteLineAsync($"Het landschap is nog niet rond: {e.Message} Bij de volgende start gaat het verder.");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped before it was done; the next start goes on.
        }
    }
}
