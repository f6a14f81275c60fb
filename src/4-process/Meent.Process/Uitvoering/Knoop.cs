using System.Security.Cryptography;

namespace Meent.Process.Uitvoering;

/// <summary>This node, and this run of it: what an earlier run had in hand when it died is free to take.</summary>
internal sealed record Knoop(string Naam, string Run)
{
    public static Knoop Nieuw(string? naam) => new(naam ?? Environment.MachineName, RandomNumberGenerator.GetHexString(16, lowercase: true));
}
