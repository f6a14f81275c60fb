using System.Diagnostics.CodeAnalysis;

namespace Meent.Standards.Identificaties;

/// <summary>International Bank Account Number (ISO 13616): country, check digits and account, compact and in capitals.</summary>
public readonly record struct Iban
{
    private readonly string? _tekst;

    private Iban(string tekst) => _tekst = tekst;

    public string Tekst => _tekst ?? throw new InvalidOperationException("Leeg IBAN.");

    /// <summary>Reads an IBAN as people write it, with spaces; only one whose check digits are right (mod 97).</summary>
    public static bool TryParse([NotNullWhen(true)] string? tekst, out Iban iban)
    {
        var compact = tekst?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() ?? "";
        var geldig = VormKlopt(compact) && Rest(compact) == 1;
        iban = geldig ? new Iban(compact) : default;
        return geldig;
    }

    private static bool VormKlopt(string tekst)
    {
        if (tekst.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(tekst[0]) || !char.IsAsciiLetterUpper(tekst[1])) return false;
        if (!char.IsAsciiDigit(tekst[2]) || !char.IsAsciiDigit(tekst[3])) return false;
        if (tekst.StartsWith("NL", StringComparison.Ordinal) && tekst.Length != 18) return false;
        return tekst.AsSpan(4).IndexOfAnyExcept(Tekens) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> Tekens = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static int Rest(string tekst)
    {
        var rest = 0;
        for (var i = 0; i < tekst.Length; i++)
        {
            var teken = tekst[(i + 4) % tekst.Length];
            rest = char.IsAsciiDigit(teken) ? (rest * 10 + teken - '0') % 97 : (rest * 100 + teken - 'A' + 10) % 97;
        }

        return rest;
    }

    public override string ToString() => _tekst ?? "";
}
