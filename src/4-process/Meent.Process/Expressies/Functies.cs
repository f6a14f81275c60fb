using System.Collections.Frozen;

namespace Meent.Process.Expressies;

internal sealed record Functie(int Argumenten, Func<object?[], object?> Werking);

/// <summary>The functions of FEEL that conditions in municipal models use. Ones that could be made to run long (<c>matches</c>) are not among them.</summary>
internal static class Functies
{
    public static readonly FrozenDictionary<string, Functie> Alle = new Dictionary<string, Functie>
    {
        ["not"] = new(1, a => a[0] is bool waarde ? !waarde : null),
        ["is defined"] = new(1, a => a[0] is not null),
        ["count"] = new(1, a => a[0] is IReadOnlyList<object?> lijst ? (decimal)lijst.Count : null),
        ["abs"] = new(1, a => a[0] is decimal getal ? Math.Abs(getal) : null),
        ["string length"] = new(1, a => a[0] is string tekst ? (decimal)tekst.Length : null),
        ["lower case"] = new(1, a => (a[0] as string)?.ToLowerInvariant()),
        ["upper case"] = new(1, a => (a[0] as string)?.ToUpperInvariant()),
        ["contains"] = Tekst((tekst, deel) => tekst.Contains(deel, StringComparison.Ordinal)),
        ["starts with"] = Tekst((tekst, deel) => tekst.StartsWith(deel, StringComparison.Ordinal)),
        ["ends with"] = Tekst((tekst, deel) => tekst.EndsWith(deel, StringComparison.Ordinal)),
    }.ToFrozenDictionary();

    private static Functie Tekst(Func<string, string, bool> werking) =>
        new(2, a => a[0] is string tekst && a[1] is string deel ? werking(tekst, deel) : null);
}
