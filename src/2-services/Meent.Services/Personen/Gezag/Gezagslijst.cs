using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Gezag;

/// <summary>
/// A persoonslijst as far as gezag is decided from it. Remembers whether anything that was read is under investigation: then the outcome is.
/// </summary>
internal sealed class Gezagslijst(Persoonslijst lijst, DateOnly vandaag)
{
    private const string PuntOuder = ".";

    /// <summary>Persoonslijsten that are kept, with children born of them: years until one is of age.</summary>
    private const int Meerderjarig = 18;

    // Kinds of deed (tabel 39) in the third place of its number (81.20).
    private const string Erkenningen = "BCJVA";
    private const string ErkendDoorOuder = "BCJV";
    private const string Adoptie = "Q";
    private const string Ontkenning = "E";

    public bool WasInOnderzoek { get; private set; }

    public string? Bsn => lijst.Waarde("01", "0120");

    public Voorkomen Eigen { get; } = lijst.Actueel("01")!.Value;

    public string? Gemeente => lijst.Actueel("08")?["0910"];

    public bool HeeftVerblijfplaats => lijst.Actueel("08") is not null;

    public bool IsGevestigdUitBuitenland => lijst.Waarde("08", "1420") is not null;

    public bool IsNietIngezetene => lijst.Waarde("07", "6720") == "R";

    public bool IsOverleden => lijst.Waarde("07", "6720") == "O" && lijst.Waarde("07", "6710") is not null;

    public bool IsMinderjarig => IsMinderjarigOp(Lees("01", "0310"));

    public bool IsGeadopteerd => HeeftAkte("01", Adoptie);

    public bool IsErkend => HeeftAkte("01", Erkenningen);

    /// <summary>Why this person can have no gezag; null when nothing is in the way.</summary>
    public Beletsel? Beletsel => IsOverleden ? Gezag.Beletsel.Overleden : Lees("11", "3310") is not null ? Gezag.Beletsel.Curatele : IsMinderjarig ? Gezag.Beletsel.Minderjarig : null;

    /// <param name="ouder">Category 02 or 03.</param>
    public Voorkomen? Ouder(string ouder) => lijst.Actueel(ouder);

    public bool HeeftOuder(string ouder) => Lees(ouder, "0240") is { } naam && naam != PuntOuder;

    public bool IsPuntOuder(string ouder) => Lees(ouder, "0240") == PuntOuder;

    public bool HeeftErkend(string ouder) => HeeftAkte(ouder, ErkendDoorOuder);

    public bool HeeftOntkend(string ouder) => HeeftAkte(ouder, Ontkenning);

    public string? Lees(string categorie, string element) => lijst.Actueel(categorie) is { } voorkomen ? Lees(voorkomen, element) : null;

    /// <summary>All that is known of marriages and partnerships, of which the most recent is first; not what proved wrong (84.10).</summary>
    public IReadOnlyList<Voorkomen> Verbintenissen { get; } =
    [
        .. lijst.Stapels("05").SelectMany(stapel => stapel.Historie.Prepend(stapel.Actueel)).Where(voorkomen => voorkomen["8410"] is null && Moment(voorkomen) is not null)
            .OrderByDescending(voorkomen => Moment(voorkomen), StringComparer.Ordinal),
    ];

    public IEnumerable<Voorkomen> VerbintenissenMet(string? bsn) => bsn is null ? [] : Verbintenissen.Where(verbintenis => Lees(verbintenis, "0120") == bsn);

    /// <summary>BSNs of all partners ever.</summary>
    public IEnumerable<string> Partners => Verbintenissen.Select(verbintenis => verbintenis["0120"]).OfType<string>().Distinct(StringComparer.Ordinal);

    public IEnumerable<string> MinderjarigeKinderen => lijst.Stapels("09").Select(stapel => stapel.Actueel).Where(kind => IsMinderjarigOp(kind["0310"])).Select(kind => kind["0120"]).OfType<string>();

    /// <summary>With whom this person was married or partner on a day: the occurrence that tells when it began.</summary>
    public Voorkomen? PartnerOp(string dag)
    {
        foreach (var stapel in lijst.Stapels("05"))
        {
            var alle = stapel.Historie.Prepend(stapel.Actueel).Where(voorkomen => voorkomen["8410"] is null).ToList();
            var begin = alle.Where(voorkomen => Lees(voorkomen, "0610") is not null).MinBy(voorkomen => voorkomen["0610"], StringComparer.Ordinal);
            var einde = stapel.Actueel["0710"];
            if (begin["0610"] is { } sinds && string.CompareOrdinal(sinds, dag) <= 0 && (einde is null || string.CompareOrdinal(einde, dag) > 0)) return begin;
        }

        return null;
    }

    public bool IsMinderjarigOp(string? geboortedatum) =>
        geboortedatum is not null && string.CompareOrdinal(geboortedatum, vandaag.AddYears(-Meerderjarig).ToString("yyyyMMdd", null)) > 0;

    public string? Lees(Voorkomen voorkomen, string element)
    {
        // Whose number is looked into, is still the one whom it was asked about.
        if (voorkomen.Onderzoek is { } onderzoek && (voorkomen.Categorie, element) != ("01", "0120") && onderzoek.Betreft(new Rubriek(voorkomen.Categorie, element))) WasInOnderzoek = true;
        return voorkomen[element];
    }

    private bool HeeftAkte(string categorie, string soorten) => lijst.Stapels(categorie).SelectMany(stapel => stapel.Historie.Prepend(stapel.Actueel)).Where(voorkomen => voorkomen["8410"] is null)
        .Any(voorkomen => Lees(voorkomen, "8120") is { Length: >= 3 } akte && soorten.Contains(akte[2], StringComparison.Ordinal));

    private static string? Moment(Voorkomen voorkomen) => voorkomen["0610"] ?? voorkomen["0710"];
}

/// <summary>What takes somebody's power to have gezag.</summary>
internal enum Beletsel
{
    Overleden,
    Curatele,
    Minderjarig,
}
