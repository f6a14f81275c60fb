using Meent.Process.Motor;
using Meent.Process.Uitvoering;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using Engine = Meent.Testing.Engines.Engine;

namespace Meent.Process.Tests.Uitvoering;

/// <summary>A process killed between any two steps loses nothing and does nothing twice.</summary>
public sealed class UitvalTests
{
    private const int MeerDanAlleStappen = 60;

    [EngineTheory]
    public async Task Killed_at_any_request_every_effect_is_there_once(Engine engine)
    {
        await using var wereld = await Wereld.Start(engine);
        var gestorven = 0;
        for (var stap = 1; stap < MeerDanAlleStappen; stap++)
        {
            foreach (var na in new[] { false, true })
            {
                var naam = $"stap {stap} {(na ? "na" : "voor")}";
                if (await Speel(wereld, naam, new Storing(stap, na))) gestorven++;
            }
        }
        // The whole path was covered: the last deaths lie beyond its end.
        Assert.InRange(gestorven, 30, (2 * MeerDanAlleStappen) - 10);
        await AllesEenmaal(wereld, 2 * (MeerDanAlleStappen - 1));
    }

    [Fact]
    public async Task Killed_again_while_resuming_every_effect_is_there_once()
    {
        await using var wereld = await Wereld.Start();
        var aantal = 0;
        for (var eerste = 4; eerste < 24; eerste += 2)
        {
            for (var tweede = 1; tweede < 24; tweede += 2)
            {
                await Speel(wereld, $"{eerste} en {tweede}", new Storing(eerste, true), new Storing(tweede, tweede % 4 == 1), new Storing(3, true));
                aantal++;
            }
        }
        await AllesEenmaal(wereld, aantal);
    }

    /// <summary>A resident and an employee who try again until it is done, on engines that die one after the other.</summary>
    /// <returns>Whether the first one died.</returns>
    private static async Task<bool> Speel(Wereld wereld, string naam, params Storing[] storingen)
    {
        foreach (var storing in storingen.Append(null))
        {
            await using var motor = wereld.Motorhuis(storing);
            try
            {
                await motor.Hervat();
                var lopend = await motor.Begin(naam, Wereld.Aanvraag(naam));
                if (lopend.Staat.Tokens.Any(t => t.Wacht == Wacht.Taak)) lopend = await motor.Voltooi(lopend, akkoord: true);
                if (storing is null) Assert.True(lopend.Staat.Status == InstantieStatus.Voltooid, $"{naam}: {lopend.Staat.Status} {string.Join(' ', lopend.Staat.Tokens)}");
            }
            catch (Exception e) when (storing is { IsDood: true } && e is HttpRequestException or BronException or GebeurtenisPastNiet)
            {
                // Killed; the next one takes over.
            }
        }
        return storingen[0].IsDood;
    }

    private static async Task AllesEenmaal(Wereld wereld, int n) => Assert.Equal(
        $"registraties {n}, zaken {n}, rollen {n}, statussen {n}, instanties {n}, taken {n}", await wereld.Effecten());
}
