using System.Collections.Frozen;

namespace Meent.Services.Personen.Tabellen;

/// <summary>The tables of one organisation, in memory: small, read at every answer, changed a few times a year.</summary>
internal sealed class Tabelwaarden(IEnumerable<(Tabel Tabel, Tabelwaarde Waarde)> waarden)
{
    public static readonly Tabelwaarden Leeg = new([]);

    // The values of the standard itself (BRP API 'tabelwaarden').
    private static readonly FrozenDictionary<(Tabel, string), string> Vast = new Dictionary<(Tabel, string), string>
    {
        [(Tabel.AanduidingBijHuisnummer, "to")] = "tegenover",
        [(Tabel.AanduidingBijHuisnummer, "by")] = "bij",
        [(Tabel.Geslacht, "M")] = "man",
        [(Tabel.Geslacht, "V")] = "vrouw",
        [(Tabel.Geslacht, "O")] = "onbekend",
        [(Tabel.Naamgebruik, "E")] = "eigen geslachtsnaam",
        [(Tabel.Naamgebruik, "N")] = "geslachtsnaam echtgenoot/geregistreerd partner na eigen geslachtsnaam",
        [(Tabel.Naamgebruik, "P")] = "geslachtsnaam echtgenoot/geregistreerd partner",
        [(Tabel.Naamgebruik, "V")] = "geslachtsnaam echtgenoot/geregistreerd partner voor eigen geslachtsnaam",
        [(Tabel.RedenOpschorting, "O")] = "overlijden",
        [(Tabel.RedenOpschorting, "E")] = "emigratie",
        [(Tabel.RedenOpschorting, "M")] = "ministerieel besluit",
        [(Tabel.RedenOpschorting, "R")] = "pl is aangelegd in de rni",
        [(Tabel.RedenOpschorting, "F")] = "fout",
        [(Tabel.RedenOpschorting, ".")] = "onbekend",
        [(Tabel.SoortVerbintenis, "H")] = "huwelijk",
        [(Tabel.SoortVerbintenis, "P")] = "geregistreerd partnerschap",
        [(Tabel.SoortVerbintenis, ".")] = "onbekend",
        [(Tabel.FunctieAdres, "W")] = "woonadres",
        [(Tabel.FunctieAdres, "B")] = "briefadres",
        [(Tabel.EuropeesKiesrecht, "1")] = "persoon is uitgesloten",
        [(Tabel.EuropeesKiesrecht, "2")] = "persoon ontvangt oproep",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<(Tabel Tabel, string), Tabelwaarde> _waarden = waarden.ToFrozenDictionary(w => (w.Tabel, w.Waarde.Code), w => w.Waarde);

    /// <summary>The description; null when the code is not in the table (then only the code is delivered).</summary>
    public string? Omschrijving(Tabel tabel, string code) =>
        _waarden.GetValueOrDefault((tabel, code))?.Omschrijving ?? Vast.GetValueOrDefault((tabel, code));

    /// <summary>All of a table, also what has ended, by code.</summary>
    public IEnumerable<Tabelwaarde> Alle(Tabel tabel) => (tabel == Tabel.AdellijkeTitels
        ? AdellijkeTitel.Waarden
        : _waarden.Where(een => een.Key.Tabel == tabel).Select(een => een.Value).Concat(Vast.Where(een => een.Key.Item1 == tabel).Select(een => new Tabelwaarde(een.Key.Item2, een.Value))))
        .OrderBy(waarde => waarde.Code, StringComparer.Ordinal);
}
