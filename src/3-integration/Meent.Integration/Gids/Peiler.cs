using Meent.Data.Opslag;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Gids;

/// <summary>
/// Looks, as Directory, whether those who offer services answer: their Managers, the one address that the Directory knows of them (decision 0039).
/// A node that serves no Directory looks at nobody.
/// </summary>
internal sealed partial class Peiler(
    Stores stores, OrganisatieLijst organisaties, Adressen adressen, Contractwijzer contracten, ManagerClient client, IOptions<FscOptions> options, TimeProvider klok, ILogger<Peiler> log)
    : BackgroundService
{
    private const int MeesteTegelijk = 8;
    private static readonly TimeSpan Ronde = TimeSpan.FromMinutes(5);

    // Long enough for the node to be there, also for itself.
    private static readonly TimeSpan Eerste = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.DirectoryAdres is not null || organisaties.Alle.FirstOrDefault(o => o.Oin == options.Value.Directory) is not { } directory) return;
        await Task.Delay(Eerste, klok, stoppingToken);
        using var ronde = new PeriodicTimer(Ronde, klok);
        do
        {
            try
            {
                await Kijk(directory, stoppingToken);
            }
            catch (Exception fout) when (fout is ProbleemException or ObjectDisposedException or System.Data.Common.DbException)
            {
                NietGekeken(log, fout);
            }
        }
        while (await ronde.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at all of them.</summary>
    public async Task Kijk(Organisatie directory, CancellationToken stop)
    {
        var store = await stores.Get(directory);
        var aanbieders = (await contracten.Publicaties(directory)).Select(g => g.ServicePeer).ToHashSet(StringComparer.Ordinal);
        var peers = (await DirectoryEndpoints.Bekend(directory, stores, adressen)).Where(p => aanbieders.Contains(p.Id));
        await Parallel.ForEachAsync(peers, new ParallelOptions { MaxDegreeOfParallelism = MeesteTegelijk, CancellationToken = stop }, async (peer, einde) =>
        {
            var fout = await Fout(directory, peer, einde);
            await store.Write(sessie => PeilingTabel.Schrijf(sessie, peer.Id, fout, klok.GetUtcNow()), einde);
        });
    }

    private async Task<string?> Fout(Organisatie directory, BekendePeer peer, CancellationToken stop)
    {
        try
        {
            await client.Haal(directory, peer.Id, peer.Adres, "/peer", stop);
            return null;
        }
        catch (ManagerWeigering fout)
        {
            return fout.Message;
        }
        catch (Exception fout) when (fout is HttpRequestException or InvalidOperationException || (fout is OperationCanceledException && !stop.IsCancellationRequested))
        {
            // What exactly is for its administrator; the public learns that it could not be reached.
            return "onbereikbaar";
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De Directory kon niet kijken wie bereikbaar is.")]
    private static partial void NietGekeken(ILogger log, Exception fout);
}
