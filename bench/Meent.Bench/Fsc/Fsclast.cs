using System.Diagnostics;

namespace Meent.Bench.Fsc;

/// <summary>What one run gave.</summary>
internal sealed record Fscuitslag(double PerSeconde, double P50, double P99);

/// <summary>Asks the same thing over a number of connections at once, for a while.</summary>
internal static class Fsclast
{
    public static async Task<Fscuitslag> Meet(int verbindingen, TimeSpan duur, Func<Task> vraag)
    {
        var tijden = new List<long>[verbindingen];
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, verbindingen).Select(i => Task.Run(async () =>
        {
            var eigen = tijden[i] = new List<long>(4096);
            while (Stopwatch.GetElapsedTime(begin) < duur)
            {
                var start = Stopwatch.GetTimestamp();
                await vraag();
                eigen.Add(Stopwatch.GetTimestamp() - start);
            }
        })));
        var seconden = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var alle = tijden.SelectMany(t => t).Order().ToList();
        return new Fscuitslag(alle.Count / seconden, Milliseconden(alle, 0.5), Milliseconden(alle, 0.99));
    }

    private static double Milliseconden(List<long> gesorteerd, double deel) =>
        gesorteerd[(int)(gesorteerd.Count * deel)] * 1000.0 / Stopwatch.Frequency;
}
