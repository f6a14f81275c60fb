using System.Globalization;
using System.Text;

namespace Meent.Process.Expressies;

internal enum TokenKind { Name, Keyword, Number, String, Symbol, End }

/// <param name="Value">The decimal or string that a literal stands for.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Positie, object? Value = null);

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols = ["..", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."];

    private static readonly HashSet<string> Keywords = ["and", "or", "true", "false", "null", "between", "in", "if", "then", "else"];

    public static List<Token> Lees(string bron)
    {
        var tokens = new List<Token>();
        var i = 0;
        while (i < bron.Length)
        {
            var c = bron[i];
            if (char.IsWhiteSpace(c)) i++;
            else if (c == '"') tokens.Add(Tekst(bron, ref i));
            else if (char.IsAsciiDigit(c)) tokens.Add(Getal(bron, ref i));
            else if (char.IsLetter(c) || c == '_') tokens.Add(Naam(bron, ref i));
            else tokens.Add(Symbool(bron, ref i));
        }
        tokens.Add(new Token(TokenKind.End, "het einde", bron.Length + 1));
        return tokens;
    }

    private static Token Naam(string bron, ref int i)
    {
        var begin = i;
        while (i < bron.Length && (char.IsLetterOrDigit(bron[i]) || bron[i] == '_')) i++;
        var tekst = bron[begin..i];
        return new Token(Keywords.Contains(tekst) ? TokenKind.Keyword : TokenKind.Name, tekst, begin + 1);
    }

    private static Token Getal(string bron, ref int i)
    {
        var begin = i;
        while (i < bron.Length && char.IsAsciiDigit(bron[i])) i++;
        // A dot is part of the number only before a digit: 1..5 is a range.
        if (i + 1 < bron.Length && bron[i] == '.' && char.IsAsciiDigit(bron[i + 1]))
        {
            i++;
            while (i < bron.Length && char.IsAsciiDigit(bron[i])) i++;
        }
        var tekst = bron[begin..i];
        return decimal.TryParse(tekst, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var waarde)
            ? new Token(TokenKind.Number, tekst, begin + 1, waarde)
            : throw new ExpressieFout(begin + 1, "dit getal is te groot.");
    }

    private static Token Tekst(string bron, ref int i)
    {
        var begin = i++;
        var tekst = new StringBuilder();
        while (i < bron.Length && bron[i] != '"')
        {
            if (bron[i] == '\\' && i + 1 < bron.Length) tekst.Append(Escape(bron[++i], i));
            else tekst.Append(bron[i]);
            i++;
        }
        if (i == bron.Length) throw new ExpressieFout(begin + 1, "deze tekst heeft geen sluitend aanhalingsteken.");
        i++;
        return new Token(TokenKind.String, bron[begin..i], begin + 1, tekst.ToString());
    }

    private static char Escape(char c, int i) => c switch
    {
        '"' or '\\' => c,
        'n' => '\n',
        't' => '\t',
        _ => throw new ExpressieFout(i + 1, $"\\{c} is geen bekend teken."),
    };

    private static Token Symbool(string bron, ref int i)
    {
        foreach (var symbool in Symbols)
        {
            if (!bron.AsSpan(i).StartsWith(symbool, StringComparison.Ordinal)) continue;
            i += symbool.Length;
            return new Token(TokenKind.Symbol, symbool, i - symbool.Length + 1);
        }
        throw new ExpressieFout(i + 1, $"'{bron[i]}' heeft hier geen betekenis.");
    }
}
