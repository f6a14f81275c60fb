using System.Text.RegularExpressions;
using Meent.Services.Brk.Model;
using Meent.Standards.Identificaties;

namespace Meent.Services.Brk;

/// <summary>What a line must be before it is kept.</summary>
internal static partial class Brkregels
{
    /// <summary>As the standard writes <c>kadastraleAanduiding</c>.</summary>
    public static Regex Aanduiding => AanduidingPatroon();

    public static Regex AanduidingMetCode => MetCodePatroon();

    /// <summary>Kinds of rights.</summary>
    public static readonly string[] Rechten =
    [
        "beklemrechthouder", "eigenaar", "erfpachter", "gebruik_bewoning", "grondrente", "opstalhouder", "vaderlandsrecht", "artikel5_3b_geheel", "stadsmeierrecht", "vruchtgebruiker",
        "erfpachter_opstalhouder", "nutsvoorzieningen", "brondocument", "twee_belastingen", "belasting_derde", "bp_recht", "nutsvoorzieningen_gedeelte", "artikel5_3b",
    ];

    private static readonly string[] Typen = ["appartementsrecht", "perceel"];
    private static readonly string[] Personen = [Persoon.IngeschrevenMens, Persoon.Kadastermens, Persoon.IngeschrevenOrganisatie, Persoon.Kadasterorganisatie];
    private static readonly string[] Geslachten = ["man", "vrouw", "onbekend"];

    /// <returns>The first thing that is wrong, without the value; null when nothing is.</returns>
    public static string? Fout(Brkregel regel)
    {
        var soorten = new object?[] { regel.KadastraalOnroerendeZaak, regel.KadasterNatuurlijkPersoon, regel.KadasterNietNatuurlijkPersoon, regel.Stuk }.Count(soort => soort is not null);
        if (soorten != 1) return "geen of meer dan één van kadastraalOnroerendeZaak, kadasterNatuurlijkPersoon, kadasterNietNatuurlijkPersoon, stuk";
        var bijZaak = (regel.KadastraleAanduidingMetGemeentecode ?? regel.ZakelijkGerechtigden ?? regel.Hypotheken ?? regel.Beslagen ?? regel.PrivaatrechtelijkeBeperkingen ?? (object?)regel.PubliekrechtelijkeBeperkingen) is not null;
        if (bijZaak && regel.KadastraalOnroerendeZaak is null) return "rechten en beperkingen horen bij een kadastraalOnroerendeZaak";
        if (regel.Stukdelen is not null && regel.Stuk is null) return "stukdelen horen bij een stuk";
        if (Afgeleid(regel)) return "een lijst met identificaties volgt uit wat ernaast staat en wordt niet ingelezen";
        if (Identificaties(regel).Any(id => !Identificatie().IsMatch(id))) return "identificatie heeft andere tekens dan letters, cijfers, punten en streepjes, of meer dan zestig";
        if (regel.KadasterNatuurlijkPersoon?.Geslachtsaanduiding is { } geslacht && !Geslachten.Contains(geslacht)) return $"geslachtsaanduiding is geen van {string.Join(", ", Geslachten)}";
        return regel.KadastraalOnroerendeZaak is { } zaak ? Fout(zaak) ?? Rechtenfout(regel) : null;
    }

    private static string? Fout(KadastraalOnroerendeZaak zaak)
    {
        if (!Typen.Contains(zaak.Type)) return $"type is geen van {string.Join(", ", Typen)}";
        if (zaak.GesplitstZakelijkRecht is { } recht && !Rechten.Contains(recht)) return "gesplitstZakelijkRecht is geen recht van de standaard";
        return Aanduiding.IsMatch(zaak.KadastraleAanduiding) ? null : "kadastraleAanduiding is geen gemeente, sectie en nummer";
    }

    private static string? Rechtenfout(Brkregel regel)
    {
        if (regel.KadastraleAanduidingMetGemeentecode is { } aanduiding && !AanduidingMetCode.IsMatch(aanduiding)) return "kadastraleAanduidingMetGemeentecode is geen gemeentecode, sectie en nummer";
        if (regel.ZakelijkGerechtigden?.Any(een => !Rechten.Contains(een.Type)) == true) return "zakelijkGerechtigden.type is geen recht van de standaard";
        var personen = Genoemd(regel).ToList();
        if (personen.Exists(een => !Personen.Contains(een.Type))) return $"persoon.type is geen van {string.Join(", ", Personen)}";
        if (personen.Exists(een => een.Type == Persoon.IngeschrevenMens && !Bsn.TryParse(een.Identificatie, out _))) return "persoon.identificatie is geen geldig BSN";
        return personen.Exists(een => een.Type == Persoon.IngeschrevenOrganisatie && !Rsin.IsGeldig(een.Identificatie)) ? "persoon.identificatie is geen geldig RSIN" : null;
    }

    private static bool Afgeleid(Brkregel regel) =>
        (regel.KadastraalOnroerendeZaak?.ZakelijkGerechtigdeIdentificaties ?? regel.KadastraalOnroerendeZaak?.HypotheekIdentificaties ?? regel.KadastraalOnroerendeZaak?.BeslagIdentificaties
            ?? regel.KadastraalOnroerendeZaak?.PrivaatrechtelijkeBeperkingIdentificaties ?? regel.Stuk?.StukdeelIdentificaties
            ?? regel.KadasterNatuurlijkPersoon?.KadastraalOnroerendeZaakIdentificaties ?? regel.KadasterNietNatuurlijkPersoon?.KadastraalOnroerendeZaakIdentificaties) is not null;

    private static IEnumerable<Persoon> Genoemd(Brkregel regel) =>
    [
        .. (regel.ZakelijkGerechtigden ?? []).SelectMany(een => een.Personen),
        .. (regel.Hypotheken ?? []).SelectMany(een => een.Hypotheekhouders ?? []),
        .. (regel.Beslagen ?? []).SelectMany(een => een.Beslagleggers ?? []),
        .. (regel.PubliekrechtelijkeBeperkingen ?? []).Select(een => een.BevoegdGezag).OfType<Persoon>(),
    ];

    private static IEnumerable<string> Identificaties(Brkregel regel) =>
    [
        .. new[] { regel.KadastraalOnroerendeZaak?.Identificatie, regel.KadasterNatuurlijkPersoon?.Identificatie, regel.KadasterNietNatuurlijkPersoon?.Identificatie, regel.Stuk?.Identificatie }.OfType<string>(),
        .. (regel.ZakelijkGerechtigden ?? []).Select(een => een.Identificatie),
        .. (regel.Hypotheken ?? []).Select(een => een.Identificatie),
        .. (regel.Beslagen ?? []).Select(een => een.Identificatie),
        .. (regel.PrivaatrechtelijkeBeperkingen ?? []).Select(een => een.Identificatie),
        .. (regel.PubliekrechtelijkeBeperkingen ?? []).Select(een => een.Identificatie),
        .. (regel.Stukdelen ?? []).Select(een => een.Identificatie),
    ];

    [GeneratedRegex(@"^([a-zA-Z0-9'][a-zA-Z0-9' ,-]*[a-zA-Z0-9]) ([A-IK-Z]{1,2}) ([1-9][0-9]{0,4})( A[1-9][0-9]{0,3})?\z")]
    private static partial Regex AanduidingPatroon();

    [GeneratedRegex(@"^([A-Z]{3}[0-9]{2}) ([A-IK-Z]{1,2}) ([1-9][0-9]{0,4})( A[1-9][0-9]{0,3})?\z")]
    private static partial Regex MetCodePatroon();

    // It stands in URLs.
    [GeneratedRegex(@"^[A-Za-z0-9.\-]{1,60}\z")]
    private static partial Regex Identificatie();
}
