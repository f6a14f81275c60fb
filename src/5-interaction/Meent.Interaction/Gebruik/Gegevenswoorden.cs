using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Gebruik;

/// <summary>Names of data as the logbook has them, in the words of people.</summary>
internal static class Gegevenswoorden
{
    /// <summary>All that was used at one time.</summary>
    public static string Van(Tekst t, Keer keer) => string.Join(", ", keer.Gegevens.Select(g => Van(t, g)).Distinct());

    public static string Grondslag(Verwerkingsdoel doel) => doel.ToelichtingGrondslag is null ? doel.Grondslag! : $"{doel.Grondslag}: {doel.ToelichtingGrondslag}";

    public static string Van(Tekst t, string gegeven)
    {
        var (dienst, veld) = gegeven.Split(':', 2) is [var d, var v] ? (d, v) : ("", gegeven);
        var top = veld.Split('.')[0];
        return (dienst, top) switch
        {
            ("personen", "naam") => t["naam", "name"],
            ("personen", "verblijfplaats" or "adressering") => t["adres", "address"],
            ("personen", "geboorte") => t["geboortedatum en -plaats", "date and place of birth"],
            ("personen", "burgerservicenummer") => t["burgerservicenummer", "citizen service number"],
            ("personen", "leeftijd") => t["leeftijd", "age"],
            ("personen", "nationaliteiten") => t["nationaliteit", "nationality"],
            ("personen", "partners") => t["partner", "partner"],
            ("personen", "gezag") => t["gezag over kinderen", "parental responsibility"],
            ("personen", _) => t["persoonsgegevens", "personal data"],
            ("reisdocumenten", _) => t["reisdocumenten", "travel documents"],
            ("bewoning", _) => t["wie op een adres woont", "who lives at an address"],
            ("verblijfplaatshistorie", _) => t["eerdere adressen", "earlier addresses"],
            ("woz", "waarden") => t["WOZ-waarde", "value of a property"],
            ("woz", "belanghebbendeEigenaar" or "belanghebbendeGebruiker") => t["eigenaar of gebruiker van een woning of gebouw", "owner or user of a property"],
            ("woz", _) => t["gegevens over een woning of gebouw", "data about a property"],
            ("brk", "hypotheken") => t["hypotheken", "mortgages"],
            ("brk", "beslagen" or "privaatrechtelijkeBeperkingen") => t["beslagen en beperkingen", "seizures and restrictions"],
            ("brk", "kadasterNatuurlijkPersonen") => t["persoonsgegevens", "personal data"],
            ("brk", _) => t["bezit van grond en gebouwen", "ownership of land and buildings"],
            ("kvk", _) => t["gegevens over uw bedrijf", "data about your company"],
            ("verhuur", "registraties" or "registratie") => t["registraties van verhuur", "rental registrations"],
            ("verhuur", "meldingen" or "melding") => t["gemelde verblijven", "reported stays"],
            ("verhuur", _) => t["gegevens over verhuur", "rental data"],
            ("huishoudboekje", "transacties" or "overzichten") => t["wat er op uw huishoudboekje kwam en ging", "what came and went in your household budget"],
            ("huishoudboekje", "betalingen") => t["betalingen uit uw huishoudboekje", "payments from your household budget"],
            ("huishoudboekje", "rekeningen") => t["uw rekeningnummers", "your account numbers"],
            ("huishoudboekje", _) => t["gegevens van uw huishoudboekje", "data of your household budget"],
            ("sdep", "activiteiten" or "alle-activiteiten") => t["verhuringen die platforms melden", "stays that platforms report"],
            ("sdep", "aanbiedingen" or "alle-aanbiedingen") => t["advertenties van platforms", "listings of platforms"],
            ("sdep", _) => t["gegevens van verhuurplatforms", "data of rental platforms"],
            ("logboek", _) => t["gebruik van uw gegevens", "use of your data"],
            ("zaken", _) => t["zaak", "case"],
            _ => veld,
        };
    }
}
