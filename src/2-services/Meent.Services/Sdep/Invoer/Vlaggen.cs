namespace Meent.Services.Sdep.Invoer;

/// <summary>What a random check of a listing can find (Listing.Flag).</summary>
internal static class Vlaggen
{
    public static IReadOnlyList<string> Alle { get; } = ["ABS", "UNK", "EXP", "MIS", "NPR", "UNX", "UDS"];
}
