namespace Meent.Services.Verhuur.Gebieden;

/// <summary>A part of the municipality with rules of its own.</summary>
/// <param name="Vingerafdruk">SHA-256 of the file that it came from, in hexadecimal.</param>
/// <param name="Hectare">How large it is, in whole hectares.</param>
/// <param name="Opmerkingen">What was noticed when it was read: nothing that makes it unusable.</param>
internal sealed record Gebied(Guid Id, string Naam, string Vingerafdruk, long Hectare, DateTimeOffset ToegevoegdOp, IReadOnlyList<string> Opmerkingen);

/// <summary>Where something lies: millionths of a degree east and north (WGS 84), a tenth of a metre.</summary>
internal readonly record struct Plek(long Lengte, long Breedte)
{
    private const double Delen = 1_000_000;

    public static Plek Van(double lengte, double breedte) => new((long)Math.Round(lengte * Delen), (long)Math.Round(breedte * Delen));

    public (double Lengte, double Breedte) Graden => (Lengte / Delen, Breedte / Delen);
}
