using Meent.Interaction.Taal;

namespace Meent.Interaction.Verhuur;

/// <summary>The register's words, as people read them.</summary>
internal static class Woorden
{
    public static string Deel(Tekst t, string deel) => deel == "gedeelte" ? t["Een deel van de woning", "A part of the home"] : t["De hele woning", "The whole home"];

    public static string Gebruik(Tekst t, string gebruik) => gebruik switch
    {
        "hoofdverblijf" => t["Hoofdverblijf: de verhuurder woont er", "Main residence: the host lives there"],
        "tweedeWoning" => t["Tweede woning", "Second home"],
        _ => t["Anders", "Other"],
    };

    public static string Meldingstatus(Tekst t, string status) => status switch
    {
        "gepland" => t["Gepland", "Planned"],
        "lopend" => t["Nu bezig", "Under way"],
        "afgelopen" => t["Afgelopen", "Past"],
        _ => t["Geannuleerd", "Cancelled"],
    };

    public static string Kleur(string status) => status switch { "gepland" => "merkje--goed", "lopend" => "merkje--nu", _ => "" };

    public static string Registratiestatus(Tekst t, string status) => status switch
    {
        "actief" => t["Geldig", "Valid"],
        "herstelverzoek" => t["Geldig, aanvulling gevraagd", "Valid, correction asked"],
        "voornemen" => t["Geldig, voornemen om op te schorten", "Valid, suspension intended"],
        "opgeschort" => t["Opgeschort: nu niet geldig", "Suspended: not valid now"],
        "doorgehaald" => t["Doorgehaald: niet meer geldig", "Struck off: no longer valid"],
        _ => t["Niet meer geldig", "No longer valid"],
    };

    public static string Stap(Tekst t, string stap) => stap switch
    {
        "herstelverzoek" => t["Gevraagd om aan te vullen of te verbeteren", "Asked to complete or correct"],
        "hersteld" => t["In orde bevonden: het nummer geldt", "Found in order: the number is valid"],
        "voornemen" => t["Voornemen om het nummer op te schorten", "Intention to suspend the number"],
        "zienswijze" => t["Reactie van de verhuurder", "Response of the host"],
        "opschorten" => t["Nummer opgeschort", "Number suspended"],
        _ => t["Nummer doorgehaald", "Number struck off"],
    };

    /// <summary>Why the register refuses a stay. It explains itself in Dutch; in English we do.</summary>
    public static string Weigering(Tekst t, string code, string reden) => t[reden, code switch
    {
        "nachtenOverschreden" => "This stay asks for more nights than are left at this address in that year.",
        "overlapt" => "A stay was already reported for these dates.",
        "begonnen" => "Report, change or cancel a stay before the day of arrival begins.",
        "vertrekNietNaAankomst" => "The departure is at least one day after the arrival.",
        "teLang" => "The stay is too long to report at once.",
        "teVeelGasten" => "There are more guests than may stay at the same time.",
        "geenVergunning" => "A permit is needed for one or more of these nights, and there is none.",
        "nietActief" => "This registration number is not valid.",
        "nietVanuitDezeStand" => "This step cannot be taken now.",
        "termijnLoopt" => "The host still has time to respond.",
        "termijnNodig" => "Give the last day on which the host can respond, after today.",
        "geenTermijn" => "This step has no term.",
        "vierOgen" => "Another employee has to decide this: you took the step before.",
        "geenMeldplicht" => "Stays in this period need not be reported.",
        "geannuleerd" => "This report was cancelled. Please report the stay again.",
        _ => reden,
    }];
}
