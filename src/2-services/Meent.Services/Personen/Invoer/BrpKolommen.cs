using Meent.Standards.Problemen;

namespace Meent.Services.Personen.Invoer;

/// <summary>
/// The columns of the test set file: <c>01.02.40</c> is category, group and element, <c>01.H</c> tells what the next row holds of a
/// category.
/// </summary>
internal sealed class BrpKolommen
{
    private readonly Dictionary<string, List<(int Kolom, string Element)>> _elementen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _vervolg = new(StringComparer.Ordinal);

    /// <exception cref="ProbleemException">The file is not of this kind.</exception>
    public BrpKolommen(IReadOnlyList<string> kop)
    {
        for (var kolom = 1; kolom < kop.Count; kolom++)
        {
            switch (kop[kolom].Trim().Split('.'))
            {
                case [{ Length: 2 } categorie, "H"]:
                    _vervolg[categorie] = kolom;
                    break;
                case [{ Length: 2 } categorie, { Length: 2 } groep, { Length: 2 } element]:
                    Voeg(categorie, groep + element, kolom);
                    break;
            }
        }

        if (!_elementen.TryGetValue("01", out var persoon) || !persoon.Any(e => e.Element == "0110"))
            throw new ProbleemException(
                new Probleem(400, "invalid", "Dit is geen testset persoonslijsten.", "De eerste regel heeft geen kolom 01.01.10."));
    }

    public IEnumerable<string> Categorieen => _elementen.Keys;

    public IReadOnlyList<(int Kolom, string Element)> Elementen(string categorie) => _elementen[categorie];

    /// <summary>What the next row holds of a category: its history (category + 50), another of the same (category), or nothing.</summary>
    public string Vervolg(string categorie, IReadOnlyList<string> rij) =>
        _vervolg.TryGetValue(categorie, out var kolom) ? rij[kolom].Trim() : "";

    private void Voeg(string categorie, string element, int kolom)
    {
        if (!_elementen.TryGetValue(categorie, out var lijst)) _elementen[categorie] = lijst = [];

        // The published file names RNI-deelnemer (88.10) twice in category 06; the second is omschrijving verdrag (88.20).
        if (element == "8810" && lijst.Any(e => e.Element == element)) element = "8820";
        lijst.Add((kolom, element));
    }
}
