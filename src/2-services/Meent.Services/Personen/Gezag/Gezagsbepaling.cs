using Meent.Services.Personen.Lijst;

namespace Meent.Services.Personen.Gezag;

/// <summary>
/// Who has gezag over a minor, from what the BRP tells: a ruling of a court (category 11) unless something happened since, else by law from birth, marriage,
/// erkenning and adoption. In the order of the questions of RvIG's 'hoofdstroomschema'.
/// </summary>
internal sealed class Gezagsbepaling(Gezagslijst kind, Gezagslijst? ouder1, Gezagslijst? ouder2, Func<string, Gezagslijst?> partner)
{
    private const string Een = "02";
    private const string Twee = "03";
    private const string Nederland = "6030";
    private const string Rni = "1999";

    // From then on who acknowledges a child has gezag by law (Wet van 16 maart 2022, Stb. 2022, 148).
    private const string ErkenningGeeftGezag = "20230101";
    private const string VanOuder = "de bevoegdheid van een ouder";
    private const string VanVerbintenis = "het huwelijk/partnerschap van de ouder(s)";

    /// <summary>The partner at birth of the only parent, once it was asked for.</summary>
    public Gezagslijst? NietOuder { get; private set; }

    /// <returns>Null for who is of age, or died before.</returns>
    public Gezagsuitkomst? Bepaal()
    {
        if (!kind.IsMinderjarig || kind.IsOverleden) return null;
        if (!kind.HeeftVerblijfplaats) return Gezagsuitkomst.Ontbreekt("verblijfplaats van bevraagde persoon");
        if (kind.Gemeente is not { } gemeente) return Gezagsuitkomst.Ontbreekt("gemeente van inschrijving van bevraagde persoon");
        if (gemeente == Rni) return Gezagsuitkomst.Onbepaald("minderjarige niet in Nederland woont");
        if (!(kind.HeeftOuder(Een) && kind.HeeftOuder(Twee) && NietGeregistreerd(Een, Twee) is null && ZijnGehuwd() == Gehuwd.Ja) && Buitenland() is { } buitenland) return buitenland;
        return kind.Lees("11", "3210") is "1" or "2" or "12" or "1D" or "2D" or "D" ? NaUitspraak() : VanRechtswege();
    }

    // What other law applied abroad is not in the register; of parents who are married it makes no difference.
    private Gezagsuitkomst? Buitenland() => kind.Lees("01", "0330") switch
    {
        null => Gezagsuitkomst.Ontbreekt("Geboorteland van bevraagde persoon", "of de persoon naar het buitenland geëmigreerd is geweest"),
        Nederland when kind.IsGevestigdUitBuitenland => Gezagsuitkomst.Onbepaald("minderjarige buiten Nederland heeft verbleven"),
        not Nederland when !kind.IsGeadopteerd => Gezagsuitkomst.Onbepaald("minderjarige in het buitenland is geboren"),
        _ => null,
    };

    private Gezagsuitkomst NaUitspraak()
    {
        if (kind.Lees("11", "8510") is not { } sinds || sinds.Trim('0').Length == 0) return Gezagsuitkomst.Ontbreekt("ingangsdatum geldigheid van gezagsverhouding");
        var uitspraak = kind.Lees("11", "3210")!;
        if (IsAchterhaald(uitspraak, sinds)) return VanRechtswege();
        return uitspraak switch
        {
            "12" => Beiden("", onbeperkt: true),
            "1" => Alleen(Een, ""),
            "2" => Alleen(Twee, ""),
            "1D" => MetDerde(Een, null, "", isUitspraak: true),
            "2D" => MetDerde(Twee, null, "", isUitspraak: true),
            _ => new(Gezagsoort.Voogdij, [], null, null),
        };
    }

    // Since the ruling a parent fell away, the child was adopted, or its parents married each other again.
    private bool IsAchterhaald(string uitspraak, string sinds) =>
        (uitspraak == "12" && !(kind.HeeftOuder(Een) && kind.HeeftOuder(Twee)))
        || (kind.IsGeadopteerd && kind.Lees(Een, "6210") is { } een && kind.Lees(Twee, "6210") is { } twee && (IsOpOfNa(een, sinds) || IsOpOfNa(twee, sinds)))
        || (uitspraak is "1" or "2" && HertrouwdSinds(ouder1, ouder2, sinds) && HertrouwdSinds(ouder2, ouder1, sinds));

    private static bool HertrouwdSinds(Gezagslijst? ouder, Gezagslijst? ander, string sinds) =>
        ouder is not null && ouder.VerbintenissenMet(ander?.Bsn).ToList() is [var laatste, _, ..] && ouder.Lees(laatste, "0610") is { } voltrokken && IsOpOfNa(voltrokken, sinds);

    private Gezagsuitkomst VanRechtswege()
    {
        if (kind.IsPuntOuder(Een) || kind.IsPuntOuder(Twee)) return Gezagsuitkomst.Onbepaald("één of meer ouders van minderjarige onbekend zijn");
        return (kind.HeeftOuder(Een), kind.HeeftOuder(Twee)) switch
        {
            (false, false) => Gezagsuitkomst.Geen("beide ouders onbekend zijn"),
            (true, true) => TweeOuders(),
            (var een, _) => EenOuder(een ? Een : Twee),
        };
    }

    private Gezagsuitkomst EenOuder(string ouder)
    {
        if (NietGeregistreerd(ouder) is { } gegeven) return Gezagsuitkomst.Ontbreekt(gegeven, VanVerbintenis);
        var bijGeboorte = kind.HeeftOntkend(ouder == Een ? Twee : Een) ? null : Lijst(ouder)?.PartnerOp(kind.Lees("01", "0310")!);
        if (bijGeboorte is not { } relatie) return Alleen(ouder, VanOuder);
        NietOuder = relatie["0120"] is { } bsn ? partner(bsn) : null;
        if (NietOuder is { IsNietIngezetene: true }) return Gezagsuitkomst.Ontbreekt("niet-ouder van bevraagde persoon is niet in BRP geregistreerd", VanOuder);
        return MetDerde(ouder, relatie, VanOuder, isUitspraak: false);
    }

    private Gezagsuitkomst TweeOuders()
    {
        if (NietGeregistreerd(Een, Twee) is { } gegeven) return Gezagsuitkomst.Ontbreekt(gegeven, VanVerbintenis);
        if (ZijnGehuwd() != Gehuwd.NietSindsGeboorte || kind.IsGeadopteerd) return Beiden(VanOuder, onbeperkt: true);
        if (kind.IsErkend && kind.Lees(Een, "6210") is null) return Gezagsuitkomst.Ontbreekt("datum ingang familiebetrekking van ouder 1", "de erkenning");
        if (kind.IsErkend && kind.Lees(Twee, "6210") is null) return Gezagsuitkomst.Ontbreekt("datum ingang familiebetrekking van ouder 2", "de erkenning");
        if (kind.IsErkend && (IsOpOfNa(kind.Lees(Een, "6210")!, ErkenningGeeftGezag) || IsOpOfNa(kind.Lees(Twee, "6210")!, ErkenningGeeftGezag))) return Beiden(VanOuder, onbeperkt: true);
        // Before that day: the parent who did not acknowledge the child, or else who gave birth to it.
        if (kind.HeeftErkend(Een) != kind.HeeftErkend(Twee)) return Alleen(kind.HeeftErkend(Een) ? Twee : Een, VanOuder);
        if (IsOpOfNa(kind.Lees("01", "0310")!, ErkenningGeeftGezag)) return Beiden(VanOuder, onbeperkt: true);
        var (isEenVrouw, isTweeVrouw) = (kind.Lees(Een, "0410") == "V", kind.Lees(Twee, "0410") == "V");
        return isEenVrouw != isTweeVrouw ? Alleen(isEenVrouw ? Een : Twee, VanOuder) : Beiden(VanOuder, onbeperkt: false);
    }

    /// <summary>Of two parents who have it together, as far as nothing is in the way.</summary>
    /// <param name="onbeperkt">Not so when only one of them has it, and it cannot be told which.</param>
    private Gezagsuitkomst Beiden(string waarbij, bool onbeperkt)
    {
        if (NietGeregistreerd(Een, Twee) is { } gegeven) return Gezagsuitkomst.Ontbreekt(gegeven, waarbij);
        return (BeletselVan(Een), BeletselVan(Twee)) switch
        {
            (null, null) => onbeperkt ? new(Gezagsoort.GezamenlijkOuderlijkGezag, [Een, Twee], null, null) : Gezagsuitkomst.Onbepaald("niet kan worden vastgesteld welke ouder de geboortemoeder is"),
            (null, _) => new(Gezagsoort.EenhoofdigOuderlijkGezag, [Een], null, null),
            (_, null) => new(Gezagsoort.EenhoofdigOuderlijkGezag, [Twee], null, null),
            ({ } een, { } twee) => Gezagsuitkomst.Geen(Beletselwoorden.VanOuders(een, twee)),
        };
    }

    private Gezagsuitkomst Alleen(string ouder, string waarbij)
    {
        if (!kind.HeeftOuder(ouder)) return Gezagsuitkomst.Ontbreekt($"{Naam(ouder)} van bevraagde persoon", waarbij);
        if (NietGeregistreerd(ouder) is { } gegeven) return Gezagsuitkomst.Ontbreekt(gegeven, waarbij);
        return BeletselVan(ouder) is { } beletsel ? Gezagsuitkomst.Geen(Beletselwoorden.VanOuder(beletsel)) : new(Gezagsoort.EenhoofdigOuderlijkGezag, [ouder], null, null);
    }

    /// <summary>Of a parent and somebody else: by a ruling, which does not tell who, or the partner at birth.</summary>
    private Gezagsuitkomst MetDerde(string ouder, Voorkomen? relatie, string waarbij, bool isUitspraak)
    {
        if (!kind.HeeftOuder(ouder)) return Gezagsuitkomst.Ontbreekt($"{Naam(ouder)} van bevraagde persoon", waarbij);
        if (NietGeregistreerd(ouder) is { } gegeven) return Gezagsuitkomst.Ontbreekt(gegeven, waarbij);
        return (BeletselVan(ouder), isUitspraak ? null : NietOuder?.Beletsel) switch
        {
            (null, null) => new(Gezagsoort.GezamenlijkGezag, [ouder], relatie, null),
            (null, _) => new(Gezagsoort.EenhoofdigOuderlijkGezag, [ouder], null, null),
            (_, null) => new(Gezagsoort.Voogdij, [], NietOuder?.Eigen, null),
            ({ } van, { } ander) => Gezagsuitkomst.Geen(Beletselwoorden.VanOuderEnNietOuder(van, ander)),
        };
    }

    private enum Gehuwd
    {
        Ja,

        /// <summary>It ended after the birth.</summary>
        Nee,

        NietSindsGeboorte,
    }

    private Gehuwd ZijnGehuwd()
    {
        if (ouder1 is null || ouder2 is null) return ouder1 is null && ouder2 is null ? Gehuwd.NietSindsGeboorte : MetOnbekende() ? Gehuwd.Ja : Gehuwd.NietSindsGeboorte;
        Voorkomen[] laatste = [.. ouder1.VerbintenissenMet(ouder2.Bsn).Take(1), .. ouder2.VerbintenissenMet(ouder1.Bsn).Take(1)];
        if (laatste.Length < 2) return Gehuwd.NietSindsGeboorte;
        if (ouder1.Lees(laatste[0], "0610") is not null && ouder2.Lees(laatste[1], "0610") is not null) return ouder1.IsOverleden || ouder2.IsOverleden ? Gehuwd.Nee : Gehuwd.Ja;
        var geboren = kind.Lees("01", "0310")!;
        return laatste.Any(verbintenis => verbintenis["0740"] == "S" && verbintenis["0710"] is { } einde && string.CompareOrdinal(einde, geboren) < 0) ? Gehuwd.NietSindsGeboorte : Gehuwd.Nee;
    }

    // Of a parent who is not in the register: the same name and day of birth.
    private bool MetOnbekende()
    {
        var (bekend, onbekend) = ouder1 is null ? (ouder2!, Een) : (ouder1, Twee);
        return bekend.Verbintenissen.Any(verbintenis => bekend.Lees(verbintenis, "0240") == kind.Lees(onbekend, "0240") && bekend.Lees(verbintenis, "0310") == kind.Lees(onbekend, "0310"));
    }

    private Beletsel? BeletselVan(string ouder) =>
        Lijst(ouder) is { } lijst ? lijst.Beletsel : kind.IsMinderjarigOp(kind.Lees(ouder, "0310")) ? Gezag.Beletsel.Minderjarig : null;

    private string? NietGeregistreerd(params string[] ouders) =>
        ouders.Where(ouder => Lijst(ouder) is { IsNietIngezetene: true }).Select(ouder => $"{Naam(ouder)} van bevraagde persoon is niet in BRP geregistreerd").FirstOrDefault();

    private Gezagslijst? Lijst(string ouder) => ouder == Een ? ouder1 : ouder2;

    private static string Naam(string ouder) => ouder == Een ? "ouder1" : "ouder2";

    private static bool IsOpOfNa(string dag, string ander) => string.CompareOrdinal(dag, ander) >= 0;
}
