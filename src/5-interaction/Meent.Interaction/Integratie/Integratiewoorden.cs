using Meent.Interaction.Opvragen;
using Meent.Interaction.Taal;

namespace Meent.Interaction.Integratie;

/// <summary>The words of FSC, as people read them.</summary>
internal static class Integratiewoorden
{
    /// <summary>States of a contract, as the API names them.</summary>
    public static readonly IReadOnlyList<string> Staten =
        [Fsccontract.Voorgesteld, Fsccontract.Geldig, "CONTRACT_STATE_REJECTED", "CONTRACT_STATE_REVOKED", "CONTRACT_STATE_EXPIRED"];

    public static readonly IReadOnlyList<string> Soorten = [Fscgrant.Verbinding, Fscgrant.VerbindingNamens, Fscgrant.Publicatie, Fscgrant.PublicatieNamens];

    /// <summary>What can be done with a contract: path of its page, and how the API calls it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Stappen = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aanvaarden"] = "accept",
        ["afwijzen"] = "reject",
        ["intrekken"] = "revoke",
    };

    public static string Staat(Tekst t, string staat) => staat switch
    {
        Fsccontract.Voorgesteld => t["Voorgesteld", "Proposed"],
        Fsccontract.Geldig => t["Geldig", "Valid"],
        "CONTRACT_STATE_REJECTED" => t["Afgewezen", "Rejected"],
        "CONTRACT_STATE_REVOKED" => t["Ingetrokken", "Revoked"],
        "CONTRACT_STATE_EXPIRED" => t["Verlopen", "Expired"],
        _ => staat,
    };

    public static string Staatkleur(string staat) => staat switch
    {
        Fsccontract.Voorgesteld => "merkje--nu",
        Fsccontract.Geldig => "merkje--goed",
        _ => "",
    };

    public static string Soort(Tekst t, string soort) => soort switch
    {
        Fscgrant.Verbinding => t["Dienst gebruiken", "Use of a service"],
        Fscgrant.VerbindingNamens => t["Dienst gebruiken namens een ander", "Use on behalf of another"],
        Fscgrant.Publicatie => t["Dienst aanbieden", "Offer of a service"],
        Fscgrant.PublicatieNamens => t["Dienst aanbieden namens een ander", "Offer on behalf of another"],
        _ => soort,
    };

    public static string Handtekening(Tekst t, string soort) => soort switch
    {
        "accept" => t["Aanvaard", "Accepted"],
        "reject" => t["Afgewezen", "Rejected"],
        "revoke" => t["Ingetrokken", "Revoked"],
        _ => soort,
    };

    public static string Bezorging(Tekst t, string soort) => soort == "contract" ? t["Het voorstel", "The proposal"] : t[$"Handtekening: {Handtekening(t, soort).ToLowerInvariant()}", $"Signature: {Handtekening(t, soort).ToLowerInvariant()}"];

    public static string Bezorgstand(Tekst t, Contractbezorging b) => b switch
    {
        { DeliveredAt: { } bezorgd } => t[$"Bezorgd op {t.Moment(bezorgd)}", $"Delivered on {t.Moment(bezorgd)}"],
        { NextAttemptAt: { } straks } => t[$"Nog niet bezorgd; de volgende poging is op {t.Moment(straks)}", $"Not delivered yet; the next attempt is on {t.Moment(straks)}"],
        _ => t["Geweigerd door de ander; wacht op u", "Refused by the other; waits for you"],
    };

    public static string Geldigheid(Tekst t, string geldigheid) => geldigheid switch
    {
        "goed" => t["Goed", "Good"],
        "binnenkort" => t["Eindigt binnen 60 dagen", "Ends within 60 days"],
        "dringend" => t["Eindigt binnen 14 dagen", "Ends within 14 days"],
        "verlopen" => t["Verlopen", "Expired"],
        _ => geldigheid,
    };

    public static string Geldigheidkleur(string geldigheid) => geldigheid switch { "goed" => "merkje--goed", "binnenkort" => "merkje--nu", _ => "merkje--fout" };

    public static string Besluit(Tekst t, bool? toegestaan) => toegestaan switch
    {
        true => t["Toegestaan", "Allowed"],
        false => t["Geweigerd", "Refused"],
        null => t["Geen besluit: niet doorgelaten", "No decision: not let through"],
    };

    public static string Besluitkleur(bool? toegestaan) => toegestaan switch { true => "merkje--goed", false => "merkje--fout", null => "merkje--nu" };

    public static string Richting(Tekst t, string richting) => richting == "DIRECTION_INCOMING" ? t["Inkomend", "Incoming"] : t["Uitgaand", "Outgoing"];

    public static string Actie(Tekst t, string actie) => actie switch
    {
        "contract.voorstellen" => t["Contract voorgesteld", "Contract proposed"],
        "contract.aanvaarden" => t["Contract aanvaard", "Contract accepted"],
        "contract.afwijzen" => t["Contract afgewezen", "Contract rejected"],
        "contract.intrekken" => t["Contract ingetrokken", "Contract revoked"],
        "contract.hertekenen" => t["Contract opnieuw getekend", "Contract signed again"],
        "contract.bezorgen" => t["Contract opnieuw verstuurd", "Contract sent again"],
        "peer.bezorgen" => t["Alles opnieuw verstuurd", "Everything sent again"],
        "manager.aankondigen" => t["Aangemeld bij de gids", "Announced to the directory"],
        "certificaat.vergeten" => t["Aanvraag voor een certificaat ingetrokken", "Certificate request withdrawn"],
        "proefaanroep" => t["Proefaanroep gedaan", "Test call made"],
        "certificaat.aanvragen" => t["Certificaat aangevraagd", "Certificate asked for"],
        "prijs.zetten" => t["Prijs gezet", "Price set"],
        "afrekening.sluiten" => t["Maand gesloten", "Month closed"],
        "certificaat.inlezen" => t["Certificaat ingelezen", "Certificate taken into use"],
        _ => actie,
    };

    /// <summary>Who did it: a person, another program, or Meent itself.</summary>
    public static string Wie(Tekst t, Actieregel regel, IReadOnlyDictionary<string, string> medewerkers) => (regel.Client, regel.Gebruiker) switch
    {
        ("meent-intern", "") => t["Meent, bij het inrichten", "Meent, while setting up"],
        ("meent-intern", var wie) => medewerkers.GetValueOrDefault(wie, wie),
        ("opdrachtregel", var wie) => t[$"{wie}, op de opdrachtregel", $"{wie}, on the command line"],
        ("meent", _) => t["Meent, vanzelf", "Meent, by itself"],
        (var client, "") => t[$"programma {client}", $"program {client}"],
        var (client, wie) => t[$"{wie}, met programma {client}", $"{wie}, with program {client}"],
    };

    /// <summary>What the API refuses, in plain words; null where its own reason will do.</summary>
    public static Func<string, string?> Weigering(Tekst t) => code => code switch
    {
        "MEENT_NO_GRANT_FOR_PURPOSE" => t["Er is nog geen geldig contract. Wacht tot iedereen heeft getekend.", "There is no valid contract yet. Wait until everybody has signed."],
        "ERROR_CODE_GRANT_COMBINATION_NOT_ALLOWED" => t["Aanbieden en gebruiken kunnen niet in één contract.", "Offering and using cannot be in one contract."],
        _ => null,
    };
}
