using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Objecten;

/// <summary>A page in the form of the standard, while its results come in.</summary>
internal sealed class Bladzijde(Vraag blad, long aantal, Buffer buffer)
{
    private int _rijen;

    /// <exception cref="Standards.Problemen.ProbleemException">404: there is no such page.</exception>
    public void Begin()
    {
        if (blad is { Pagina: > 1, Cursor: null } && (blad.Pagina - 1L) * blad.Grootte >= aantal) throw Weiger.NietGevonden();
        buffer.Schrijf(Rijen.Kop(aantal));
    }

    /// <summary>Before each result.</summary>
    public void Rij()
    {
        if (_rijen++ > 0) buffer.Schrijf(","u8);
    }

    /// <param name="adres">Of the list, without its query.</param>
    /// <param name="laatste">Where the page ends; null when the next one is found by its number.</param>
    public void Einde(string adres, IEnumerable<KeyValuePair<string, string>> parameters, Guid? laatste = null)
    {
        var isLaatste = _rijen < blad.Grootte || (long)blad.Pagina * blad.Grootte >= aantal;
        buffer.Schrijf(Rijen.Staart(blad, adres, parameters, isLaatste, laatste is { } id ? new Cursor(null, id) : null));
    }

    /// <summary>How the rows of a page are taken out of all.</summary>
    public static string Deel(Vraag blad) => blad.Cursor is not null || blad.Pagina == 1 ? $"LIMIT {blad.Grootte}" : $"LIMIT {blad.Grootte} OFFSET {(blad.Pagina - 1L) * blad.Grootte}";
}
