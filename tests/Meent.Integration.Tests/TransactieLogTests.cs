using Meent.Data.Migraties;
using Meent.Data.Opslag;
using Meent.Integration.Token;
using Meent.Integration.Transacties;
using Meent.Testing.Engines;

namespace Meent.Integration.Tests;

/// <summary>Records that wait share a write; what one of them is refused for is not the others' trouble.</summary>
public sealed class TransactieLogTests
{
    private static readonly TokenClaims Claims = new(
        "$1$3$grant", "groep", "00000001990000011000", "00000001990000035000", "zaken", "https://inway", 0, 0, "x", null, null, null);

    [EngineTheory]
    public async Task Records_that_come_together_are_all_kept_and_one_that_cannot_be_keeps_no_other_out(Engine engine)
    {
        await using var proef = await TestStore.Create(engine, s => s.AddBron("integratie", typeof(FscOptions).Assembly, "Meent.Integration.Migraties"));
        var log = new TransactieLog(proef.Stores);
        var eerste = Regel();
        await log.Schrijf(proef.Organisatie, eerste, default);

        var goed = Enumerable.Range(0, 200).Select(_ => Regel()).ToList();
        var schrijvend = goed.Select(regel => log.Schrijf(proef.Organisatie, regel, default).AsTask()).ToList();
        // The same record again.
        var dubbel = log.Schrijf(proef.Organisatie, eerste, default).AsTask();
        schrijvend.AddRange(Enumerable.Range(0, 50).Select(_ => log.Schrijf(proef.Organisatie, Regel(), default).AsTask()));
        await Task.WhenAll(schrijvend);
        await Assert.ThrowsAnyAsync<Exception>(() => dubbel);

        Assert.Equal(goed.Select(r => r.Id).Order(), (await log.Vind(proef.Organisatie, Claims.Sub, goed.Select(r => r.TransactieId), default)).Select(r => r.Id).Order());
        var alle = await log.Pagina(proef.Organisatie, Claims.Sub, new LogVraag(-1, long.MaxValue, [], [], null, Oplopend: true, 1000), default);
        Assert.Equal(251, alle.Count);
    }

    private static Transactie Regel() => Transactie.Van(Claims, Guid.CreateVersion7(), Transactie.Inkomend, null, DateTimeOffset.UtcNow);
}
