namespace Meent.Process.Expressies;

/// <summary>
/// A Pratt parser: every operator has a binding power, and an operand takes all operators to its right that bind stronger than the one to its left.
/// Lowest to highest: or, and, comparison, + -, * /, unary minus, path.
/// </summary>
internal ref struct Parser(List<Token> tokens)
{
    private const int MaxDepth = 64;
    private const int Vergelijking = 3;
    private const int Minteken = 6;

    private int _index;
    private int _depth;

    private readonly Token Volgende => tokens[_index];

    public Node Lees()
    {
        var node = Expressie(0);
        return Volgende.Kind == TokenKind.End ? node : throw Onverwacht("het einde");
    }

    private Node Expressie(int macht)
    {
        // The stack of the process is finite and a model comes from outside.
        if (++_depth > MaxDepth) throw new ExpressieFout(Volgende.Positie, "de expressie is te diep genest.");
        var links = Begin();
        while (Macht(Volgende) is var kracht && kracht > macht) links = Vervolg(links, kracht);
        _depth--;
        return links;
    }

    private static int Macht(Token token) => token.Text switch
    {
        _ when token.Kind is not (TokenKind.Symbol or TokenKind.Keyword) => 0,
        "or" => 1,
        "and" => 2,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "between" or "in" => Vergelijking,
        "+" or "-" => 4,
        "*" or "/" => 5,
        "." => 7,
        _ => 0,
    };

    private Node Begin()
    {
        var token = Neem();
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.String: return new Literal(token.Value);
            case TokenKind.Name: return NaamOfFunctie(token);
        }
        switch (token.Text)
        {
            case "true": return new Literal(true);
            case "false": return new Literal(false);
            case "null": return new Literal(null);
            case "-": return new Negatie(Expressie(Minteken));
            case "if": return Als();
            case "[": return new Lijst(Reeks("]"));
            case "(":
                var binnen = Expressie(0);
                Verwacht(")");
                return binnen;
        }
        _index--;
        throw Onverwacht("een waarde");
    }

    private Node Vervolg(Node links, int macht)
    {
        var token = Neem();
        switch (token.Text)
        {
            case ".":
                var veld = Neem();
                if (veld.Kind is TokenKind.Name or TokenKind.Keyword) return new Veld(links, veld.Text);
                _index--;
                throw Onverwacht("de naam van een veld");
            case "and": return new En(links, Expressie(macht));
            case "or": return new Of(links, Expressie(macht));
            case "in": return In(links);
            case "between":
                var onder = Expressie(Vergelijking);
                Verwacht("and");
                return new Tussen(links, onder, true, Expressie(Vergelijking), true);
            case "+" or "-" or "*" or "/": return new Rekensom(token.Text[0], links, Expressie(macht));
            default:
                var vergelijking = new Vergelijking(token.Text, links, Expressie(macht));
                // a < b < c means nothing in FEEL.
                return Macht(Volgende) == Parser.Vergelijking ? throw Onverwacht("'and' of 'or'") : vergelijking;
        }
    }

    /// <summary>Names of functions may have spaces (<c>starts with</c>); names of variables here may not.</summary>
    private Node NaamOfFunctie(Token eerste)
    {
        var naam = eerste.Text;
        while (Volgende.Kind == TokenKind.Name) naam += " " + Neem().Text;
        if (!Is("("))
        {
            return naam == eerste.Text ? new Variabele(naam) : throw new ExpressieFout(eerste.Positie, $"'{naam}' is geen naam van een variabele.");
        }
        Neem();
        var argumenten = Reeks(")");
        if (!Functies.Alle.TryGetValue(naam, out var functie)) throw new ExpressieFout(eerste.Positie, $"de functie '{naam}' bestaat niet.");
        return functie.Argumenten == argumenten.Length
            ? new Aanroep(functie, argumenten)
            : throw new ExpressieFout(eerste.Positie, $"'{naam}' heeft {functie.Argumenten} argument(en) nodig.");
    }

    private Als Als()
    {
        var voorwaarde = Expressie(0);
        Verwacht("then");
        var dan = Expressie(0);
        Verwacht("else");
        return new Als(voorwaarde, dan, Expressie(0));
    }

    /// <summary><c>x in [1..5]</c>, <c>x in (1..5)</c>, <c>x in ("a", "b")</c>, <c>x in lijst</c>.</summary>
    private Node In(Node links)
    {
        if (!Is("[") && !Is("(")) return new Bevat(links, Expressie(Vergelijking));
        var open = Neem().Text;
        var eerste = Expressie(0);
        if (Is(".."))
        {
            Neem();
            var boven = Expressie(0);
            var sluit = Is("]") || Is(")") ? Neem().Text : throw Onverwacht("']' of ')'");
            return new Tussen(links, eerste, open == "[", boven, sluit == "]");
        }
        var waarden = new List<Node> { eerste };
        while (Is(","))
        {
            Neem();
            waarden.Add(Expressie(0));
        }
        Verwacht(open == "[" ? "]" : ")");
        // (lijst) is a list in brackets, not a list of one list.
        return new Bevat(links, open == "(" && waarden is [Variabele or Veld] ? eerste : new Lijst([.. waarden]));
    }

    private Node[] Reeks(string sluit)
    {
        var waarden = new List<Node>();
        while (!Is(sluit))
        {
            if (waarden.Count > 0) Verwacht(",");
            waarden.Add(Expressie(0));
        }
        Neem();
        return [.. waarden];
    }

    private readonly bool Is(string tekst) => Volgende.Kind is TokenKind.Symbol or TokenKind.Keyword && Volgende.Text == tekst;

    private Token Neem() => Volgende.Kind == TokenKind.End ? throw Onverwacht("iets") : tokens[_index++];

    private void Verwacht(string tekst)
    {
        if (!Is(tekst)) throw Onverwacht($"'{tekst}'");
        _index++;
    }

    private readonly ExpressieFout Onverwacht(string verwacht) =>
        new(Volgende.Positie, $"{verwacht} werd verwacht, hier staat {(Volgende.Kind == TokenKind.End ? Volgende.Text : $"'{Volgende.Text}'")}.");
}
