namespace Meent.Process.Expressies;

/// <summary>An expression that cannot be read.</summary>
/// <param name="positie">Where, counted from 1.</param>
internal sealed class ExpressieFout(int positie, string reden) : Exception($"Op positie {positie}: {reden}")
{
    public int Positie { get; } = positie;
}
