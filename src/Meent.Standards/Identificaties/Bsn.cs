using System.Diagnostics.CodeAnalysis;

namespace Meent.Standards.Identificaties;

/// <summary>Burgerservicenummer: nine digits that pass the eleven test. Its text form is masked, so that it cannot reach a log by accident.</summary>
public readonly record struct Bsn
{
    private readonly string? _cijfers;

    private Bsn(string cijfers) => _cijfers = cijfers;

    /// <summary>The nine digits themselves; for bodies and stores only, never for a URL, log or trace.</summary>
    public string Cijfers => _cijfers ?? throw new InvalidOperationException("Leeg BSN.");

    public static bool TryParse([NotNullWhen(true)] string? tekst, out Bsn bsn)
    {
        var geldig = tekst is not null && Elfproef.Klopt(tekst);
        bsn = geldig ? new Bsn(tekst!) : default;
        return geldig;
    }

    /// <exception cref="FormatException">The text is no BSN; the message does not repeat it.</exception>
    public static Bsn Parse(string tekst) => TryParse(tekst, out var bsn) ? bsn : throw new FormatException("Geen geldig BSN.");

    /// <summary>A text without what can be a BSN in it: nine digits by themselves that pass the test.</summary>
    public static string Verberg(string tekst)
    {
        for (var i = 0; i + 9 <= tekst.Length; i++)
        {
            var los = (i == 0 || !char.IsAsciiDigit(tekst[i - 1])) && (i + 9 == tekst.Length || !char.IsAsciiDigit(tekst[i + 9]));
            if (los && TryParse(tekst.Substring(i, 9), out var bsn)) tekst = string.Concat(tekst.AsSpan(0, i), bsn.ToString(), tekst.AsSpan(i + 9));
        }

        return tekst;
    }

    public override string ToString() => "*********";
}
