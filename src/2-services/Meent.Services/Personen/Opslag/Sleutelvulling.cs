using System.Runtime.CompilerServices;
using System.Text;
using Meent.Data.Opslag;

namespace Meent.Services.Personen.Opslag;

/// <summary>Gives persons that were read in before there were searches what they are found by; before the first search in a store.</summary>
internal sealed class Sleutelvulling
{
    private const int PerTransactie = 500;

    private readonly ConditionalWeakTable<Store, Sleutelvulling> _gedaan = [];

    public async ValueTask Zorg(Store store, CancellationToken stop)
    {
        if (_gedaan.TryGetValue(store, out _)) return;
        while (await store.WriteBulk(Vul, stop) > 0) stop.ThrowIfCancellationRequested();
        _gedaan.AddOrUpdate(store, this);
    }

    private static async ValueTask<int> Vul(Session session)
    {
        var lijsten = await session.All($"SELECT body FROM personen_personen WHERE sleutels = 0 LIMIT {PerTransactie}", row => row.Text(0));
        foreach (var lijst in lijsten) await session.Zet(Persoonsrij.Van(Encoding.UTF8.GetBytes(lijst))!);
        return lijsten.Count;
    }
}
