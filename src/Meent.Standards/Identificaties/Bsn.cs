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

    public override string ToString() => "*********";
}
