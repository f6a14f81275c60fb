using System.Diagnostics;

namespace Meent.Bench.Fsc;

/// <summary>What one run gave.</summary>
/// <param name="Cpu">Microseconds of processor a request, of all that takes part: client, proxies and service.</param>
internal sealed record Fscuitslag(double PerSeconde, double P50, double P99, double Cpu);

/// <summary>Asks the same thing over a number of connections at once, for a while.</summary>
internal static class Fsclast
{
    /// <param name="processor">Processor time that was used until now.</param>
    public static async Task<Fscuitslag> Meet(int verbindingen, TimeSpan duur, Func<Task> vraag, Func<TimeSpan> processor)
    {
        var tijden = new List<long>[verbindingen];
        var (begin, vooraf) = (Stopwatch.GetTimestamp(), processor());
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
        var (seconden, cpu) = (Stopwatch.GetElapsedTime(begin).TotalSeconds, processor() - vooraf);
        var alle = tijden.SelectMany(t => t).Order().ToList();
        return new Fscuitslag(alle.Count / seconden, Milliseconden(alle, 0.5), Milliseconden(alle, 0.99), cpu.TotalMicroseconds / alle.Count);
    }

    private static double Milliseconden(List<long> gesorteerd, double deel) =>
        gesorteerd[(int)(gesorteerd.Count * deel)] * 1000.0 / Stopwatch.Frequency;
}
