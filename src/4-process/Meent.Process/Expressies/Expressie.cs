using System.Text.Json;

namespace Meent.Process.Expressies;

/// <summary>
/// A condition or computation in a model: a subset of FEEL (DMN 1.3) that always ends, has no side effect and reaches nothing but the variables of its instance.
/// </summary>
internal sealed class Expressie
{
    public const int MaxLengte = 4_000;

    private readonly Node _node;

    private Expressie(string bron, Node node) => (Bron, _node) = (bron, node);

    public string Bron { get; }

    /// <exception cref="ExpressieFout">It is not an expression in this language; says where.</exception>
    public static Expressie Lees(string bron)
    {
        if (bron.Length > MaxLengte) throw new ExpressieFout(MaxLengte, $"een expressie heeft hoogstens {MaxLengte} tekens.");
        if (bron.Contains("${", StringComparison.Ordinal)) throw new ExpressieFout(1, "dit is JUEL (${...}); Meent leest FEEL.");
        return new Expressie(bron, new Parser(Lexer.Lees(bron)).Lees());
    }

    public object? Bereken(IReadOnlyDictionary<string, JsonElement> variabelen) =>
        _node.Bereken(naam => variabelen.TryGetValue(naam, out var waarde) ? Waarde.Van(waarde) : null);

    /// <summary>A condition holds when it is true; unknown does not hold.</summary>
    public bool Geldt(IReadOnlyDictionary<string, JsonElement> variabelen) => Bereken(variabelen) is true;
}
