namespace Meent.Services.Personen.Velden;

/// <summary>The asked paths as a tree; a leaf asks everything below it.</summary>
internal sealed class Vraagboom
{
    /// <summary>Asks everything.</summary>
    public static readonly Vraagboom Alles = new();

    private readonly Dictionary<string, Vraagboom> _delen = new(StringComparer.Ordinal);

    public static Vraagboom Van(IEnumerable<string> paden)
    {
        var boom = new Vraagboom();
        foreach (var pad in paden) boom = Verenig(boom, VanPad(pad.Split('.')))!;
        return boom;
    }

    public Vraagboom? Deel(string naam) => this == Alles ? Alles : _delen.GetValueOrDefault(naam);

    /// <summary>What this tree asks of the given parts only.</summary>
    public Vraagboom Beperk(IEnumerable<string> namen)
    {
        var boom = new Vraagboom();
        foreach (var naam in namen)
            if (Deel(naam) is { } deel) boom._delen[naam] = deel;
        return boom;
    }

    public static Vraagboom? Verenig(Vraagboom? een, Vraagboom? ander)
    {
        if (een is null || ander == Alles) return ander ?? een;
        if (ander is null || een == Alles) return een;
        var boom = new Vraagboom();
        foreach (var naam in een._delen.Keys.Union(ander._delen.Keys))
            boom._delen[naam] = Verenig(een._delen.GetValueOrDefault(naam), ander._delen.GetValueOrDefault(naam))!;
        return boom;
    }

    private static Vraagboom VanPad(ReadOnlySpan<string> delen)
    {
        if (delen.IsEmpty) return Alles;
        var boom = new Vraagboom();
        boom._delen[delen[0]] = VanPad(delen[1..]);
        return boom;
    }
}
