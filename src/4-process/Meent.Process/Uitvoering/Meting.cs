using System.Diagnostics.Metrics;

namespace Meent.Process.Uitvoering;

/// <summary>What the process layer counts.</summary>
internal static class Meting
{
    private static readonly Meter Meter = new("Meent.Process");
    private static readonly Counter<long> Instanties = Meter.CreateCounter<long>("meent.proces.instanties", description: "Begonnen procesinstanties.");
    private static readonly Counter<long> Diensten = Meter.CreateCounter<long>("meent.proces.diensten", description: "Aanroepen van connectoren, naar uitkomst.");

    public static void Begonnen(string proces) => Instanties.Add(1, new KeyValuePair<string, object?>("proces", proces));

    public static void Aangeroepen(string connector, string uitkomst) =>
        Diensten.Add(1, new KeyValuePair<string, object?>("connector", connector), new KeyValuePair<string, object?>("uitkomst", uitkomst));
}
