using Meent.Services.Personen.Afleiding;
using Meent.Services.Personen.Gezag;
using Meent.Services.Personen.Lijst;
using Meent.Services.Personen.Tabellen;

namespace Meent.Services.Personen.Velden;

/// <summary>
/// Everything an answer about one person is made from. Parents, partners and children are as they stand on this persoonslijst, never looked
/// up but for gezag.
/// </summary>
internal sealed class PersoonBron(Persoonslijst lijst, Tabelwaarden tabellen, DateOnly vandaag)
{
    private List<Partner>? _partners;
    private Aanspreking? _aanspreking;

    public Persoonslijst Lijst => lijst;

    /// <summary>Category 01, without which no list is kept.</summary>
    public Voorkomen Eigen { get; } = lijst.Actueel("01") ?? throw new InvalidDataException("Persoonslijst zonder categorie 01.");
    public Tabelwaarden Tabellen => tabellen;
    public DateOnly Vandaag => vandaag;

    /// <summary>Where gezag is found; null when nobody asked.</summary>
    public Gezagsregister? Gezag { get; init; }

    public bool IsOverleden => lijst.Waarde("07", "6720") == "O";

    /// <summary>All actual marriages and partnerships; without one, the last that was dissolved.</summary>
    public IReadOnlyList<Partner> Partners => _partners ??= KiesPartners();

    /// <summary>Whose name the person may bear: of several actual partners the one of the oldest relation.</summary>
    public Partner? NaamPartner => Partners.MinBy(p => Lo3Datum.Lees(p.Aangaan?["0610"]) ?? Lo3Datum.Onbekend);

    public Aanspreking Aanspreking => _aanspreking ??= Aanspreking.Van(this);

    public string Naamgebruik => lijst.Waarde("01", "6110") ?? "E";

    /// <summary>The investigation that touches what is derived from a category of this person.</summary>
    public Onderzoek? Onderzoek(string categorie) => categorie switch
    {
        "05" => lijst.Waarde("01", "6110") == "E" ? null : NaamPartner?.Voorkomen.Onderzoek,
        _ => lijst.Actueel(categorie)?.Onderzoek,
    };

    private List<Partner> KiesPartners()
    {
        var alle = lijst.Stapels("05").Where(s => s.Actueel.HeeftGroep("01", "02", "03", "06", "07", "15"))
            .Select(s => new Partner(s)).ToList();
        var actueel = alle.Where(p => !p.IsOntbonden).ToList();
        if (actueel.Count > 0 || alle.Count == 0) return actueel;
        return [alle.MaxBy(p => Lo3Datum.Lees(p.Voorkomen["0710"]) ?? Lo3Datum.Onbekend)!];
    }
}

/// <summary>A marriage or registered partnership.</summary>
internal sealed class Partner(Stapel stapel)
{
    public Voorkomen Voorkomen { get; } = stapel.Actueel;

    public bool IsOntbonden => Voorkomen["0710"] is not null;

    /// <summary>
    /// The occurrence that tells when and where it began. A dissolution repeats all but that, so then it is the latest earlier occurrence
    /// that has it and is not marked as wrong (84.10).
    /// </summary>
    public Voorkomen? Aangaan { get; } = ZoekAangaan(stapel);

    private static Voorkomen? ZoekAangaan(Stapel stapel)
    {
        if (stapel.Actueel.HeeftGroep("06")) return stapel.Actueel;
        if (stapel.Actueel["0710"] is null) return null;
        foreach (var eerder in stapel.Historie)
            if (eerder.HeeftGroep("06") && eerder["8410"] is null) return eerder;
        return null;
    }
}
