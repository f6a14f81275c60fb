using System.Buffers;

namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>Reads a bank file in whichever of the formats it is in; what it holds is trusted in nothing, its name and label neither.</summary>
internal static class Afschriftlezer
{
    /// <summary>Ten times the largest sample, which has 5,040 lines.</summary>
    public const int MaxBytes = 20_000_000;

    public static IReadOnlyList<Afschrift> Lees(byte[] inhoud)
    {
        if (inhoud.Length == 0) throw new LeesfoutException("Het bestand is leeg.");
        if (inhoud.Length > MaxBytes) throw new LeesfoutException($"Het bestand is groter dan {MaxBytes / 1_000_000} MB.");
        return IsXml(inhoud) ? CamtLezer.Lees(inhoud) : Mt940Lezer.Lees(inhoud);
    }

    private static readonly SearchValues<byte> Vooraf = SearchValues.Create(0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n');

    // After a byte order mark (of any encoding) and white space: only XML begins with '<'.
    private static bool IsXml(byte[] inhoud)
    {
        var begin = inhoud.AsSpan().IndexOfAnyExcept(Vooraf);
        return begin >= 0 && inhoud[begin] == (byte)'<';
    }
}
