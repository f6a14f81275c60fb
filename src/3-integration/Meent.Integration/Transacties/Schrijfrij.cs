using System.Data.Common;
using Meent.Data.Opslag;
using Meent.Standards.Problemen;

namespace Meent.Integration.Transacties;

/// <summary>
/// Records of one organisation that wait to be durable: one write at a time, with all that came in during the one before. So a commit is shared by as many
/// as wait, on either engine, and who comes alone waits for nobody.
/// </summary>
internal sealed class Schrijfrij(Store store, Func<Session, Transactie, ValueTask> schrijf)
{
    private const int Meest = 1000;

    private readonly Lock _slot = new();
    private readonly List<Wachter> _wachtend = [];
    private bool _bezig;

    public Task Schrijf(Transactie transactie)
    {
        var wachter = new Wachter(transactie);
        lock (_slot)
        {
            _wachtend.Add(wachter);
            if (_bezig) return wachter.Klaar.Task;
            _bezig = true;
        }

        _ = Leeg();
        return wachter.Klaar.Task;
    }

    private async Task Leeg()
    {
        while (Neem() is { Count: > 0 } groep)
        {
            try
            {
                await Schrijf(groep);
            }
            catch (Exception fout) when (groep.Count > 1 && fout is not (ProbleemException or DbException { IsTransient: true }))
            {
                // A record that the database does not take should not keep the others from it.
                foreach (var een in groep) await Alleen(een);
                continue;
            }
            catch (Exception fout)
            {
                foreach (var een in groep) een.Klaar.SetException(fout);
                continue;
            }

            foreach (var een in groep) een.Klaar.SetResult();
        }
    }

    private async Task Alleen(Wachter wachter)
    {
        try
        {
            await Schrijf([wachter]);
            wachter.Klaar.SetResult();
        }
        catch (Exception fout)
        {
            wachter.Klaar.SetException(fout);
        }
    }

    private async Task Schrijf(List<Wachter> groep) => await store.Write(async sessie =>
    {
        foreach (var een in groep) await schrijf(sessie, een.Transactie);
        return 0;
    });

    private List<Wachter> Neem()
    {
        lock (_slot)
        {
            var groep = _wachtend.GetRange(0, Math.Min(Meest, _wachtend.Count));
            _wachtend.RemoveRange(0, groep.Count);
            _bezig = groep.Count > 0;
            return groep;
        }
    }

    private sealed class Wachter(Transactie transactie)
    {
        public Transactie Transactie { get; } = transactie;
        public TaskCompletionSource Klaar { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
