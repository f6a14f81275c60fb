using System.Text.Encodings.Web;
using System.Text.Json;
using Meent.Services.Personen.Opslag;

namespace Meent.Services.Personen.Invoer;

/// <summary>
/// Builds one persoonslijst from its rows. Row by row and category by category the value of the column <c>H</c> in the row before tells
/// what a row holds: history of the same, or another of the same category. Data that was not announced cannot be placed, and is reported.
/// </summary>
internal sealed class Lijstbouwer(BrpKolommen kolommen, Action<long, string> melding)
{
    private static readonly JsonSerializerOptions Schrijfwijze = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, List<List<Dictionary<string, string>>>> _categorieen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aangekondigd = new(StringComparer.Ordinal);
    private bool _begonnen;

    public void Rij(long regel, IReadOnlyList<string> rij)
    {
        foreach (var categorie in kolommen.Categorieen)
        {
            var voorkomen = Lees(regel, categorie, rij);
            Plaats(regel, categorie, _begonnen ? _aangekondigd.GetValueOrDefault(categorie, "") : categorie, voorkomen);
            _aangekondigd[categorie] = kolommen.Vervolg(categorie, rij);
        }

        _begonnen = true;
    }

    /// <summary>The finished list; null when it has no A-nummer, by which it would be kept.</summary>
    /// <param name="regel">The last line that was read of it.</param>
    public Persoonsrij? Klaar(long regel)
    {
        foreach (var (categorie, aangekondigd) in _aangekondigd)
            if (aangekondigd.Length > 0) melding(regel, $"na deze regel ontbreekt wat van categorie {categorie} is aangekondigd");
        return Persoonsrij.Van(Body());
    }

    private Dictionary<string, string> Lees(long regel, string categorie, IReadOnlyList<string> rij)
    {
        var voorkomen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kolom, element) in kolommen.Elementen(categorie))
        {
            var waarde = rij[kolom].Trim();
            if (waarde.Length == 0) continue;
            if (Rubriekregels.Bezwaar(element, waarde) is { } bezwaar)
                melding(regel, $"rubriek {categorie}.{element[..2]}.{element[2..]} {bezwaar}");
            else
                voorkomen[element] = waarde;
        }

        return voorkomen;
    }

    private void Plaats(long regel, string categorie, string aangekondigd, Dictionary<string, string> voorkomen)
    {
        if (aangekondigd.Length == 0)
        {
            if (voorkomen.Count > 0) melding(regel, $"categorie {categorie} is niet aangekondigd op de regel ervoor");
            return;
        }

        var isHistorie = aangekondigd == Historie(categorie);
        if (!isHistorie && aangekondigd != categorie)
            melding(regel, $"categorie {categorie} is aangekondigd met een onbekende aanduiding");
        else if (voorkomen.Count == 0 && _begonnen)
            melding(regel, $"categorie {aangekondigd} is aangekondigd maar ontbreekt");
        else if (voorkomen.Count > 0)
            Voeg(categorie, isHistorie, voorkomen);
    }

    private void Voeg(string categorie, bool isHistorie, Dictionary<string, string> voorkomen)
    {
        if (!_categorieen.TryGetValue(categorie, out var stapels)) _categorieen[categorie] = stapels = [];
        if (!isHistorie) stapels.Add([voorkomen]);
        else if (stapels.Count > 0) stapels[^1].Add(voorkomen);
        else stapels.Add([[], voorkomen]);
    }

    private byte[] Body() => JsonSerializer.SerializeToUtf8Bytes(_categorieen, Schrijfwijze);

    private static string Historie(string categorie) => (int.Parse(categorie, null) + 50).ToString("00", null);
}
