namespace Meent.Process.Expressies;

/// <summary>A part of an expression that can be computed. Logic has three values, as in FEEL: true, false and null (unknown).</summary>
internal abstract record Node
{
    public abstract object? Bereken(Func<string, object?> variabele);
}

internal sealed record Literal(object? Waarde) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Waarde;
}

internal sealed record Variabele(string Naam) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => variabele(Naam);
}

internal sealed record Veld(Node Van, string Naam) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Waarde.Veld(Van.Bereken(variabele), Naam);
}

internal sealed record Lijst(Node[] Waarden) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Array.ConvertAll(Waarden, w => w.Bereken(variabele));
}

internal sealed record Negatie(Node Van) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Van.Bereken(variabele) is decimal getal ? -getal : null;
}

internal sealed record Rekensom(char Operatie, Node Links, Node Rechts) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Waarde.Reken(Operatie, Links.Bereken(variabele), Rechts.Bereken(variabele));
}

internal sealed record En(Node Links, Node Rechts) : Node
{
    public override object? Bereken(Func<string, object?> variabele)
    {
        var links = Links.Bereken(variabele) as bool?;
        if (links == false) return false;
        var rechts = Rechts.Bereken(variabele) as bool?;
        return rechts == false ? false : links == true && rechts == true ? true : null;
    }
}

internal sealed record Of(Node Links, Node Rechts) : Node
{
    public override object? Bereken(Func<string, object?> variabele)
    {
        var links = Links.Bereken(variabele) as bool?;
        if (links == true) return true;
        var rechts = Rechts.Bereken(variabele) as bool?;
        return rechts == true ? true : links == false && rechts == false ? false : null;
    }
}

internal sealed record Vergelijking(string Operatie, Node Links, Node Rechts) : Node
{
    public override object? Bereken(Func<string, object?> variabele)
    {
        var (a, b) = (Links.Bereken(variabele), Rechts.Bereken(variabele));
        if (Operatie == "=") return Waarde.Gelijk(a, b);
        if (Operatie == "!=") return !Waarde.Gelijk(a, b);
        if (Waarde.Vergelijk(a, b) is not { } orde) return null;
        return Operatie switch
        {
            "<" => orde < 0,
            "<=" => orde <= 0,
            ">" => orde > 0,
            _ => orde >= 0,
        };
    }
}

internal sealed record Tussen(Node Van, Node Onder, bool MetOnder, Node Boven, bool MetBoven) : Node
{
    public override object? Bereken(Func<string, object?> variabele)
    {
        var waarde = Van.Bereken(variabele);
        var onder = Waarde.Vergelijk(waarde, Onder.Bereken(variabele));
        var boven = Waarde.Vergelijk(waarde, Boven.Bereken(variabele));
        return onder is null || boven is null ? null : (MetOnder ? onder >= 0 : onder > 0) && (MetBoven ? boven <= 0 : boven < 0);
    }
}

internal sealed record Bevat(Node Van, Node Reeks) : Node
{
    public override object? Bereken(Func<string, object?> variabele) =>
        Reeks.Bereken(variabele) is IReadOnlyList<object?> reeks && Van.Bereken(variabele) is var waarde
            ? reeks.Any(element => Waarde.Gelijk(element, waarde) == true)
            : null;
}

internal sealed record Als(Node Voorwaarde, Node Dan, Node Anders) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => (Voorwaarde.Bereken(variabele) is true ? Dan : Anders).Bereken(variabele);
}

internal sealed record Aanroep(Functie Functie, Node[] Argumenten) : Node
{
    public override object? Bereken(Func<string, object?> variabele) => Functie.Werking(Array.ConvertAll(Argumenten, a => a.Bereken(variabele)));
}
