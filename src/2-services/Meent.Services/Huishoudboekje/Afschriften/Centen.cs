namespace Meent.Services.Huishoudboekje.Afschriften;

/// <summary>An amount in a bank file as whole cents; never by way of floating point, never rounded.</summary>
internal static class Centen
{
    // Below a hundred billion euros: as many of these as a file can hold still fit in a long when they are added.
    private const int MaxCijfers = 11;

    /// <summary>Digits with a point or comma before the decimals; anything finer than a cent must be zero.</summary>
    public static long Lees(string tekst)
    {
        var deel = tekst.Trim();
        var scheiding = deel.IndexOfAny(['.', ',']);
        var heel = scheiding < 0 ? deel : deel[..scheiding];
        var decimalen = scheiding < 0 ? "" : deel[(scheiding + 1)..];
        if (heel.Length == 0 || heel.TrimStart('0').Length > MaxCijfers || Geencijfers(heel) || Geencijfers(decimalen)) throw new LeesfoutException($"Dit is geen bedrag: {Kort(tekst)}.");
        if (decimalen.AsSpan(Math.Min(2, decimalen.Length)).ContainsAnyExcept('0'))
            throw new LeesfoutException($"Een bedrag heeft meer dan twee decimalen: {Kort(tekst)}.");
        return long.Parse(heel, null) * 100 + long.Parse(decimalen.PadRight(2, '0')[..2], null);
    }

    private static bool Geencijfers(string tekst) => tekst.Any(t => !char.IsAsciiDigit(t));

    private static string Kort(string tekst) => tekst.Length > 30 ? tekst[..30] : tekst;
}
