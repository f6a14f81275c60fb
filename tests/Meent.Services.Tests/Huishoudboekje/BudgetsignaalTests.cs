using System.Text.Json;
using Meent.Services.Huishoudboekje.Signalen;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.Logging.Abstractions;
using static Meent.Services.Tests.Huishoudboekje.HuishoudboekjeApiTests;

namespace Meent.Services.Tests.Huishoudboekje;

/// <summary>What an employee hears of, once, for as long as it is so.</summary>
public sealed class BudgetsignaalTests
{
    [EngineTheory]
    public async Task What_stays_away_or_differs_is_a_signal_until_it_is_right(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Loon(opzet));
        // April's wage was expected on the 25th, three days more or less; it is the fourth of May.
        await Nacht(node);
        await Nacht(node);
        Assert.Equal(["ontbreekt 2026-04-25 -150000"], await Signalen(node));
        await node.Bestand(200, "/afschriften", Budgetnode.Camt("A1", 0, ("2026-04-24", 1_400_00, Budgetnode.Werkgever, "Loon april", null)));
        Assert.Equal(["bedrag 2026-04-25 -10000"], await Signalen(node));
        await node.Bestand(200, "/afschriften", Budgetnode.Camt("A2", 1_400_00, ("2026-04-27", 1_500_00, Budgetnode.Werkgever, "Loon april nog eens", null)));
        Assert.Equal(["bedrag 2026-04-25 -10000", "meerdere 2026-04-25 140000"], await Signalen(node));
        // What was looked at stays so; what was taken back is no longer there.
        await node.Post(200, $"/signalen/{Budgetnode.Id(Resultaten(await node.Get(200, "/signalen")).Single(s => s.GetProperty("soort").GetString() == "bedrag"))}/afdoening");
        await Nacht(node);
        Assert.Equal(["meerdere 2026-04-25 140000"], await Signalen(node));
        var dubbel = Resultaten(await node.Get(200, "/transacties?geboekt=true")).Single(t => Cent(t, "cent") == 1_500_00);
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{Budgetnode.Id(dubbel)}/boeking");
        Assert.Empty(await Signalen(node));
    }

    [EngineTheory]
    public async Task A_balance_below_zero_is_a_signal_that_comes_back_unless_it_was_switched_off(Engine engine)
    {
        await using var node = await Budgetnode.Start(engine);
        var opzet = await node.Richt();
        var fenna = await node.Deelnemer();
        await node.Post(201, $"/deelnemers/{fenna}/afspraken", Budgetnode.Huur(opzet));
        var huur = Budgetnode.Camt("A1", 5_000_00, ("2026-04-30", -10_01, Budgetnode.Verhuurder, "Huur Zeelaan 12", null));
        await node.Bestand(200, "/afschriften", huur);
        Assert.Equal(["saldo 2026-05-04 -1001"], await Signalen(node));
        var regel = Budgetnode.Id(Resultaten(await node.Get(200, "/transacties?geboekt=true"))[0]);
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{regel}/boeking");
        Assert.Empty(await Signalen(node));
        await node.Post(200, "/transacties/_boek");
        Assert.Equal(["saldo 2026-05-04 -1001"], await Signalen(node));
        await node.Vraag(200, HttpMethod.Delete, $"/transacties/{regel}/boeking");
        await node.Vraag(200, HttpMethod.Put, $"/deelnemers/{fenna}", new { voorschotCent = 0, saldowaarschuwing = false });
        await node.Post(200, "/transacties/_boek");
        Assert.Empty(await Signalen(node));
    }

    private static async Task Nacht(Budgetnode node)
    {
        using var wacht = new Nachtwacht(node.Stores, node.Klok, NullLogger<Nachtwacht>.Instance);
        await wacht.Loop(node.Store, CancellationToken.None);
    }

    private static async Task<List<string>> Signalen(Budgetnode node) =>
        [.. Resultaten(await node.Get(200, "/signalen")).Select(s => $"{s.GetProperty("soort").GetString()} {s.GetProperty("dag").GetString()} {Cent(s, "cent")}").Order(StringComparer.Ordinal)];
}
