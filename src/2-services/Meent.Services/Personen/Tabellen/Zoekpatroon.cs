using Meent.Services.Personen.Opslag;

namespace Meent.Services.Personen.Tabellen;

/// <summary>
/// What is sought in a description: without regard to capitals; a letter without diacritics finds it with them too, one with them only itself;
/// <c>*</c> stands for any text and <c>?</c> for one character (features of the Landelijke tabellen API).
/// </summary>
internal sealed class Zoekpatroon(string patroon)
{
    private readonly string _patroon = Zoektekst.Klein(patroon);

    public bool Past(string tekst)
    {
        var klein = Zoektekst.Klein(tekst);
        // After a star that proves too short, it takes one character more: never more work than pattern times text.
        var (p, t, ster, vanaf) = (0, 0, -1, 0);
        while (t < klein.Length)
        {
            if (p < _patroon.Length && _patroon[p] == '*') (ster, vanaf, p) = (p, t, p + 1);
            else if (p < _patroon.Length && Gelijk(_patroon[p], klein[t])) (p, t) = (p + 1, t + 1);
            else if (ster >= 0) (p, vanaf, t) = (ster + 1, vanaf + 1, vanaf + 1);
            else return false;
        }

        return _patroon.AsSpan(p).Trim('*').IsEmpty;
    }

    private static bool Gelijk(char gezocht, char teken) =>
        gezocht == '?' || gezocht == teken || (char.IsAscii(gezocht) && !char.IsAscii(teken) && Zoektekst.Kaal(teken.ToString()) is [var kaal] && kaal == gezocht);
}
