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
        [(Tabel.InhoudingVermissing, "I")] = "ingehouden of ingeleverd",
        [(Tabel.InhoudingVermissing, "R")] = "van rechtswege vervallen",
        [(Tabel.InhoudingVermissing, "V")] = "vermist",
        [(Tabel.InhoudingVermissing, ".")] = "onbekend",
        // What is given out or still met with of table 48; who reads that table in has all of it.
        [(Tabel.Reisdocumenten, "NI")] = "Nederlandse identiteitskaart",
        [(Tabel.Reisdocumenten, "PB")] = "Reisdocument voor vreemdelingen",
        [(Tabel.Reisdocumenten, "PD")] = "Diplomatiek paspoort",
        [(Tabel.Reisdocumenten, "PF")] = "Faciliteitenpaspoort",
        [(Tabel.Reisdocumenten, "PN")] = "Nationaal paspoort",
        [(Tabel.Reisdocumenten, "PV")] = "Reisdocument voor vluchtelingen",
        [(Tabel.Reisdocumenten, "PZ")] = "Dienstpaspoort",
        [(Tabel.Reisdocumenten, "R1")] = "Reisdocument ouder1",
        [(Tabel.Reisdocumenten, "R2")] = "Reisdocument ouder2",
        [(Tabel.Reisdocumenten, "RD")] = "Reisdocument voogd",
        [(Tabel.Reisdocumenten, "TE")] = "Tweede paspoort (zakenpaspoort)",
        [(Tabel.Reisdocumenten, "TN")] = "Tweede paspoort",
        [(Tabel.Reisdocumenten, "ZN")] = "Nationaal paspoort (zakenpaspoort)",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<(Tabel Tabel, string), Tabelwaarde> _waarden = waarden.ToFrozenDictionary(w => (w.Tabel, w.Waarde.Code), w => w.Waarde);

    /// <summary>What was read in of a code.</summary>
    public Tabelwaarde? Vind(Tabel tabel, string code) => _waarden.GetValueOrDefault((tabel, code));

    /// <summary>The description; null when the code is not in the table (then only the code is delivered).</summary>
    public string? Omschrijving(Tabel tabel, string code) =>
        Vind(tabel, code)?.Omschrijving ?? Vast.GetValueOrDefault((tabel, code));

    /// <summary>All of a table, also what has ended, by code.</summary>
    public IEnumerable<Tabelwaarde> Alle(Tabel tabel) => (tabel == Tabel.AdellijkeTitels
        ? AdellijkeTitel.Waarden
        : _waarden.Where(een => een.Key.Tabel == tabel).Select(een => een.Value).Concat(Vast.Where(een => een.Key.Item1 == tabel).Select(een => new Tabelwaarde(een.Key.Item2, een.Value))))
        .OrderBy(waarde => waarde.Code, StringComparer.Ordinal);
}
