using Meent.Services.Personen.Tabellen;
using Meent.Services.Personen.Velden;

namespace Meent.Services.Personen.Afleiding;

/// <summary>
/// How a person is addressed: in the salutation of a letter, above an address, and in running text. The three share the choice of surname
/// (naamgebruik 61.10) and the question whose title, if any, comes into it.
/// </summary>
internal sealed class Aanspreking
{
    private readonly Naam _naam;
    private readonly Naam? _partner;
    private readonly string? _geslacht;
    private readonly string _naamgebruik;
    private readonly Vorm _vorm;

    private Aanspreking(Naam naam, Naam? partner, bool partnerIsEx, string? geslacht, string naamgebruik)
    {
        (_naam, _partner, _geslacht, _naamgebruik) = (naam, partner, geslacht, naamgebruik);
        _vorm = KiesVorm(partnerIsEx);
    }

    private enum Vorm
    {
        Gewoon,

        /// <summary>The person's own title or predicaat.</summary>
        Adellijk,

        /// <summary>The title of a woman's partner, whose name she uses.</summary>
        Hoffelijkheid,
    }

    public static Aanspreking Van(PersoonBron persoon)
    {
        var eigen = persoon.Eigen;
        var partner = persoon.NaamPartner;
        return new Aanspreking(
            Naam.Van(eigen), partner is null ? null : Naam.Van(partner.Voorkomen), partner is { IsOntbonden: true },
            eigen["0410"]?.ToUpperInvariant(), persoon.Naamgebruik);
    }

    public string? Aanhef => _vorm switch
    {
        Vorm.Hoffelijkheid => _partner!.Titel!.Aanhef("V"),
        Vorm.Adellijk when _naam.Titel!.Aanhef(_geslacht) is { } aanhef => aanhef,
        _ => MetGeslacht("Geachte heer", "Geachte mevrouw", "Geachte"),
    };

    public string? AanschrijfwijzeNaam
    {
        get
        {
            if (_vorm == Vorm.Gewoon && NaamOntbreekt) return null;
            if (_vorm == Vorm.Adellijk && _naam.Titel!.IsPredicaat) return Leeg(Hoofdletter(MetPredicaat()));
            var naam = Naam.Samen(_naam.Voorletters, _vorm == Vorm.Gewoon ? Achternaam() : AchternaamMetTitels());
            return Leeg(_vorm == Vorm.Gewoon ? Hoofdletter(naam) : naam);
        }
    }

    public string? Aanspreekvorm => _vorm switch
    {
        Vorm.Hoffelijkheid => _partner!.Achternaam.Length == 0 ? null : _partner.Titel!.Aanspreekvorm(_geslacht),
        Vorm.Adellijk => _naam.Titel!.Aanspreekvorm(_geslacht),
        _ => null,
    };

    public string? GebruikInLopendeTekst
    {
        get
        {
            var titel = _vorm switch
            {
                Vorm.Hoffelijkheid => AchternaamMetTitels(),
                Vorm.Adellijk when _naam.Titel!.Woord(_geslacht).Length > 0 => AchternaamMetTitels(),
                _ => null,
            };
            if (titel is null) return MetGeslacht("de heer", "mevrouw", "");
            var begintMetTitel = new[] { _naam.Titel, _partner?.Titel }.Any(
                t => t?.Woord(_geslacht) is { Length: > 0 } woord && titel.StartsWith(woord + " ", StringComparison.Ordinal));
            return begintMetTitel ? titel : Naam.Samen(_geslacht == "M" ? "de heer" : "mevrouw", Hoofdletter(titel));
        }
    }

    // Without a surname of one's own nothing can be composed, unless only the partner's is used.
    private bool NaamOntbreekt => _naam.Achternaam.Length == 0 && _naamgebruik != "P";

    private Vorm KiesVorm(bool partnerIsEx)
    {
        var gebruiktPartner = _naamgebruik != "E";
        if (_geslacht == "V" && gebruiktPartner && _naam.Titel is not { IsPredicaat: true }
            && _partner?.Titel is { IsHoffelijkheidstitel: true })
            return Vorm.Hoffelijkheid;
        if (_naam.Titel is null || (_partner is not null && _naamgebruik == "P")) return Vorm.Gewoon;

        // A woman's predicaat gives way to her partner, and stays away after him as long as she bears his name.
        var predicaatVervalt = _naam.Titel.IsPredicaat && _geslacht == "V" && _partner is not null && (!partnerIsEx || gebruiktPartner);
        return predicaatVervalt ? Vorm.Gewoon : Vorm.Adellijk;
    }

    private string? MetGeslacht(string man, string vrouw, string onbekend)
    {
        if (NaamOntbreekt) return null;
        var achternaam = Achternaam();
        return Leeg(_geslacht switch
        {
            "M" => Naam.Samen(man, Hoofdletter(achternaam)),
            "V" => Naam.Samen(vrouw, Hoofdletter(achternaam)),
            "O" when _naam.Voorletters is null => Naam.Samen(onbekend, Hoofdletter(achternaam)),
            "O" => Naam.Samen(onbekend, _naam.Voorletters, achternaam),
            _ => "",
        });
    }

    private string Achternaam() => Combineer(_naam.Achternaam, _partner?.Achternaam ?? "");

    private string AchternaamMetTitels()
    {
        var partner = _partner?.Achternaam ?? "";
        if (_vorm == Vorm.Hoffelijkheid && partner.Length > 0) partner = Naam.Samen(_partner!.Titel!.Woord(_geslacht), partner);
        return Combineer(Naam.Samen(_naam.Titel?.Woord(_geslacht), _naam.Achternaam), partner);
    }

    // A predicaat stands before the initials, but after the partner's name if that comes first.
    private string MetPredicaat()
    {
        var predicaat = _naam.Titel!.Woord(_geslacht);
        var partner = _partner?.Achternaam ?? "";
        return _naamgebruik == "V" && partner.Length > 0
            ? Naam.Samen(_naam.Voorletters, $"{partner}-{Naam.Samen(predicaat, _naam.Achternaam)}")
            : Naam.Samen(predicaat, _naam.Voorletters, Combineer(_naam.Achternaam, partner));
    }

    private string Combineer(string eigen, string partner) => (_naamgebruik, partner) switch
    {
        (_, "") or ("E", _) => eigen,
        ("P", _) => partner,
        ("V", _) => $"{partner}-{eigen}",
        ("N", _) => $"{eigen}-{partner}",
        _ => eigen,
    };

    private static string Hoofdletter(string tekst) => tekst.Length == 0 ? tekst : char.ToUpperInvariant(tekst[0]) + tekst[1..];

    private static string? Leeg(string tekst) => tekst.Length == 0 ? null : tekst;
}
