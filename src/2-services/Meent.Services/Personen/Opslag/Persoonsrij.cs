using Meent.Data.Opslag;
using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Opslag;

/// <summary>A persoonslijst on its way to the store: the body, and what it is found by.</summary>
internal sealed record Persoonsrij(string Anummer, string? Bsn, string? Gemeente, string? Opschorting, Utf8Text Body)
{
    /// <returns>Null when the list has no A-nummer, by which it is kept.</returns>
    public static Persoonsrij? Van(ReadOnlyMemory<byte> body)
    {
        using var lijst = Persoonslijst.Lees(body);
        return lijst.Waarde("01", "0110") is { } anummer
            ? new(anummer, lijst.Waarde("01", "0120"), lijst.Waarde("08", "0910"), lijst.Waarde("07", "6720"), new Utf8Text(body))
            : null;
    }
}
