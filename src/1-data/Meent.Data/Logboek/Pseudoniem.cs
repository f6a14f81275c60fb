using System.Diagnostics.CodeAnalysis;

namespace Meent.Data.Logboek;

/// <summary>
/// A data subject as the logbook keeps it: a keyed hash that only this organisation can recompute. Only <see cref="Pseudoniemen"/> makes one of a
/// BSN, so that none can reach the log by mistake.
/// </summary>
public readonly record struct Pseudoniem
{
    internal const int Lengte = 16;

    internal Pseudoniem(string type, byte[] waarde) => (Type, Waarde) = (type, waarde);

    /// <summary>Type of the identifier it stands for: BSN, KVK …</summary>
    public string Type { get; }

    internal byte[] Waarde { get; }

    /// <summary>As it stands in <c>dpl.core.data_subject_id</c>: 32 hexadecimal characters.</summary>
    public string Tekst => Convert.ToHexStringLower(Waarde);

    /// <summary>Reads the text form again, as others quote it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? tekst, string type, out Pseudoniem pseudoniem)
    {
        var geldig = tekst is { Length: 2 * Lengte } && tekst.All(char.IsAsciiHexDigit);
        pseudoniem = geldig ? new Pseudoniem(type, Convert.FromHexString(tekst!)) : default;
        return geldig;
    }

    public override string ToString() => Tekst ?? "";
}
