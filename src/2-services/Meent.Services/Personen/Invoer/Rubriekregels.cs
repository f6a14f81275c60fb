using System.Collections.Frozen;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Invoer;

/// <summary>What a value of an element must look like to be taken over.</summary>
internal static class Rubriekregels
{
    private const int MaximumLengte = 200;

    private static readonly FrozenSet<string> Datums = new[]
    {
        "0310", "0610", "0710", "0810", "0920", "1030", "1320", "1420", "3130", "3530", "3550", "3820", "3920", "3930", "6210", "6620", "6710",
        "6810", "7110", "8220", "8320", "8330", "8510", "8610",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Why a value cannot be used; null when it can. The reason never repeats the value.</summary>
    public static string? Bezwaar(string element, string waarde) => element switch
    {
        "0110" or "2010" or "2020" => Cijfers(waarde, 10) ? null : "is geen A-nummer van tien cijfers",
        "0120" => Cijfers(waarde, 9) ? null : "is geen burgerservicenummer van negen cijfers",
        "8310" => Cijfers(waarde, 6) ? null : "is geen aanduiding van zes cijfers",
        _ when Datums.Contains(element) => Lo3Datum.Lees(waarde) is null ? "is geen datum die bestaat" : null,
        _ when waarde.Length > MaximumLengte => "is te lang",
        _ when waarde.Any(char.IsControl) => "bevat een stuurteken",
        _ => null,
    };

    private static bool Cijfers(string waarde, int aantal) => waarde.Length == aantal && waarde.All(char.IsAsciiDigit);
}
