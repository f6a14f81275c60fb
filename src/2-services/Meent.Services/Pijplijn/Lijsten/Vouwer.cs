using System.Collections.Concurrent;
using Meent.Data.Opslag;

namespace Meent.Services.Pijplijn.Lijsten;

/// <summary>Folds the counts of a database after each so many writes, behind interactive work; no timer, so an idle organisation costs nothing.</summary>
internal sealed class Vouwer
{
    private const int Drempel = 256;

    private readonly ConcurrentDictionary<(Store, string), int> _sinds = new();

    public void Geschreven(Store store, string tabel)
    {
        if (_sinds.AddOrUpdate((store, tabel), 1, static (_, n) => n + 1) % Drempel == 0) _ = Vouw(store, tabel);
    }

    private static async Task Vouw(Store store, string tabel)
    {
        try
        {
            await store.WriteBulk(session => Tellingen.Vouw(session, tabel));
        }
        catch (Exception e) when (e is Standards.Problemen.ProbleemException or ObjectDisposedException)
        {
            // Folding only saves reading time; the rows stay right without it, and the next one comes by itself.
        }
    }
}
