using Meent.Standards.Beheer;

namespace Meent.Opdrachten;

/// <summary>Progress on the screen: one line that is rewritten, or, into a file or pipe, a new line each five seconds.</summary>
internal sealed class Voortgangsregel(TextWriter uit, string kop, TimeProvider klok) : IProgress<Voortgang>, IDisposable
{
    private readonly Lock _slot = new();
    private readonly bool _herschrijf = ReferenceEquals(uit, Console.Out) && !Console.IsOutputRedirected;
    private readonly long _begin = klok.GetTimestamp();
    private long _getoond;
    private Voortgang? _laatste;

    public void Report(Voortgang value)
    {
        lock (_slot)
        {
            _laatste = value;
            if (_getoond != 0 && klok.GetElapsedTime(_getoond) < (_herschrijf ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5))) return;
            Toon(value);
        }
    }

    /// <summary>A line that stays.</summary>
    public void Meld(string tekst)
    {
        lock (_slot)
        {
            Wis();
            uit.WriteLine($"{kop}: {tekst}");
        }
    }

    public void Dispose()
    {
        lock (_slot)
        {
            if (_laatste is { } stand) Toon(stand);
            if (_laatste is not null && _herschrijf) uit.WriteLine();
        }
    }

    private void Toon(Voortgang stand)
    {
        _getoond = klok.GetTimestamp();
        var snelheid = stand.Gedaan / Math.Max(0.001, klok.GetElapsedTime(_begin).TotalSeconds);
        var tekst = stand.Totaal is > 0 and var totaal
            ? $"{kop}: {stand.Gedaan:N0} van {totaal:N0} {stand.Eenheid} ({100 * stand.Gedaan / totaal} %, {snelheid:N0}/s)"
            : $"{kop}: {stand.Gedaan:N0} {stand.Eenheid} ({snelheid:N0}/s)";
        if (_herschrijf) uit.Write($"\r\x1b[K{tekst}");
        else uit.WriteLine(tekst);
    }

    private void Wis()
    {
        if (_herschrijf && _getoond != 0) uit.Write("\r\x1b[K");
    }
}
