namespace Meent.Interaction.Toegang;

/// <summary>The rights that pages ask for; roles and mandates in the access register give them.</summary>
internal static class Rechten
{
    /// <summary>Sees the tasks of the own groups.</summary>
    public const string Werkvoorraad = "werkvoorraad";

    /// <summary>Looks up a registration, with a zaak or a reason.</summary>
    public const string VerhuurInzien = "verhuur.inzien";

    /// <summary>Completes the verification of a registration.</summary>
    public const string VerhuurVerifieren = "verhuur.verifieren";

    /// <summary>Notes a signal with a registration.</summary>
    public const string VerhuurSignaleren = "verhuur.signaleren";

    /// <summary>Asks a host to correct, proposes and decides on suspension.</summary>
    public const string VerhuurHandhaven = "verhuur.handhaven";

    /// <summary>Decides on permits for tourist rental, and draws lots for them.</summary>
    public const string VerhuurVergunnen = "verhuur.vergunnen";

    /// <summary>Sees the residents of the own caseload in the household budget, and their money.</summary>
    public const string BudgetInzien = "huishoudboekje.inzien";

    /// <summary>Sees those of all, with what the bank says and what is paid.</summary>
    public const string BudgetAlle = "huishoudboekje.alle";

    /// <summary>Begins and ends participation, makes agreements, enters accounts.</summary>
    public const string BudgetBijwerken = "huishoudboekje.bijwerken";

    /// <summary>Reads in statements and books lines.</summary>
    public const string BudgetBoeken = "huishoudboekje.boeken";

    /// <summary>Proposes payments.</summary>
    public const string BudgetBetalen = "huishoudboekje.betalen";

    /// <summary>Releases what another proposed, and confirms accounts that another entered.</summary>
    public const string BudgetFiatteren = "huishoudboekje.fiatteren";

    /// <summary>Sees who may do what.</summary>
    public const string ToegangBeheren = "toegang.beheren";

    /// <summary>Sees the zaken of the zaaktypen that the role names (<see cref="Zaakzicht"/>).</summary>
    public const string ZakenInzien = "zaken.inzien";

    /// <summary>Works on those zaken: status, term, people, documents, notes.</summary>
    public const string ZakenBehandelen = "zaken.behandelen";

    /// <summary>Decides: records a besluit or a resultaat, and closes the zaak.</summary>
    public const string ZakenBeslissen = "zaken.beslissen";

    /// <summary>Sees catalogue, authorisations, subscriptions and deliveries.</summary>
    public const string InrichtingInzien = "inrichting.inzien";

    /// <summary>Changes them.</summary>
    public const string InrichtingBeheren = "inrichting.beheren";

    /// <summary>Sees the lists of zaken to be destroyed.</summary>
    public const string VernietigingInzien = "vernietiging.inzien";

    /// <summary>Makes such a list, and carries it out once others have agreed.</summary>
    public const string VernietigingOpstellen = "vernietiging.opstellen";

    /// <summary>Judges it as behandelaar.</summary>
    public const string VernietigingBeoordelen = "vernietiging.beoordelen";

    /// <summary>Establishes it as archivaris.</summary>
    public const string VernietigingVaststellen = "vernietiging.vaststellen";

    /// <summary>Sees the register of processing activities, with what is confidential in it.</summary>
    public const string RegisterInzien = "verwerkingsregister.inzien";

    /// <summary>Adds, changes and ends activities.</summary>
    public const string RegisterBeheren = "verwerkingsregister.beheren";

    /// <summary>Sees figures of the use of personal data.</summary>
    public const string Toezien = "gegevensgebruik.inzien";

    /// <summary>Sees signals of unusual use, without a name.</summary>
    public const string SignalenInzien = "signalen.inzien";

    /// <summary>Asks who a signal is about.</summary>
    public const string SignalenVragen = "signalen.vragen";

    /// <summary>Decides whether that may be known.</summary>
    public const string SignalenToestaan = "signalen.toestaan";

    /// <summary>Reports doubt about what the registry of persons says.</summary>
    public const string TerugmeldingenMelden = "terugmeldingen.melden";

    /// <summary>Looks into such reports, at the bronhouder.</summary>
    public const string TerugmeldingenBehandelen = "terugmeldingen.behandelen";

    /// <summary>Sees contracts with other organisations, their certificates and logs.</summary>
    public const string IntegratieInzien = "integratie.inzien";

    /// <summary>Proposes, signs and ends contracts, and asks for certificates.</summary>
    public const string IntegratieBeheren = "integratie.beheren";
}
