using Meent.Data.Opslag;
using Meent.Services.Brk;
using Meent.Services.Brk.Demo;
using Meent.Services.Kvk;
using Meent.Services.Kvk.Demo;
using Meent.Services.Personen.Onderzoeken;
using Meent.Services.Pijplijn;
using Meent.Services.Sdep.Demo;
using Meent.Services.Terugmelden;
using Meent.Services.Woz;
using Meent.Services.Woz.Demo;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The purposes of the demo landscape.</summary>
internal static class VerwerkingsregisterDemo
{
    private const string Streekgids = "streekgids";
    private const string Avg = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    private const string Awb = "https://wetten.overheid.nl/BWBR0005537";
    private const string Archiefwet = "https://wetten.overheid.nl/BWBR0007376";
    private const string Archiefbesluit = "https://wetten.overheid.nl/BWBR0007748";
    private const string Huisvestingswet = "https://wetten.overheid.nl/BWBR0035303";
    private const string Wgs = "https://wetten.overheid.nl/BWBR0031331";
    private const string WetBag = "https://wetten.overheid.nl/BWBR0023466";
    private const string WetBrp = "https://wetten.overheid.nl/BWBR0033715";
    private const string Beveiliging = "Alleen wie het voor dit doel nodig heeft, kan erbij; elk gebruik staat in een verzegeld logboek; gegevens reizen alleen versleuteld.";

    /// <summary>What the municipalities use data for (a scope is no data, and nothing to conclude a contract on), with the longest term that the law behind it allows.</summary>
    public static IReadOnlyList<Demodoel> Doelen =>
        [.. Gemeente.Select(e => new Demodoel(e.Code, e.Activiteit.Doel, e.Activiteit.Grondslag == Grondslag.Toestemming ? FscDoel.Toestemming : e.Activiteit.ToelichtingGrondslag ?? "", [.. e.Activiteit.Gegevens.Where(gegeven => !gegeven.StartsWith("scope:", StringComparison.Ordinal))], "P5Y", e.Activiteit.DelenMet.Count > 0))];

    /// <summary>Adds the entries that are not there yet.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        var organisatie = store.Organisatie;
        if (!organisatie.Diensten.Contains(Diensten.Verwerkingsregister)) return;
        var nu = klok.GetUtcNow();
        // Before today, so that what the demo did yesterday had its ground.
        var begin = nu.AddYears(-1);
        var versies = (organisatie.IsGemeente ? Gemeente : Basisregistraties).Select(entry => new Versie(
            Guid.CreateVersion7(), 1, organisatie.Verwerkingsactiviteit(entry.Code), begin, null, nu, entry.Activiteit with
            {
                // Here it is a code, since each organisation has URIs of its own.
                BovenliggendeActiviteit = entry.Activiteit.BovenliggendeActiviteit is { } ouder ? organisatie.Verwerkingsactiviteit(ouder) : null,
            })).ToList();
        await store.Write(async session =>
        {
            var aanwezig = (await Register.Alle(session)).Select(versie => versie.Uri).ToHashSet(StringComparer.Ordinal);
            foreach (var versie in versies.Where(versie => !aanwezig.Contains(versie.Uri))) await Register.Voeg(session, versie);
            return true;
        });
    }

    /// <summary>Of every organisation that keeps a register.</summary>
    private static readonly (string Code, Activiteit Activiteit)[] Overal =
    [
        ("fsc-beheer", Bedrijfsvoering(
            "Koppelingen beheren", "Afspreken welke organisatie welke dienst mag gebruiken, waarvoor en tot wanneer.", "Algemene verordening gegevensbescherming, artikel 24 en 32", Avg,
            "integratiebeheerders", "Zolang de afspraak geldt, en daarna voor de verantwoording", "verwerkingsregister:*")),
        // What stands in the register decides who gets what, so changing it asks for a purpose that names that scope.
        (Bijhouden.Doel, Bedrijfsvoering(
            "Register van verwerkingen bijhouden", "Opschrijven en laten zien waarvoor de organisatie persoonsgegevens gebruikt, en waarom dat mag.",
            "Algemene verordening gegevensbescherming, artikel 30", Avg, "iedereen, behalve van wat vertrouwelijk is", "Onbeperkt",
            "verwerkingsregister:*", "scope:" + RegisterSchrijven.Scope) with { Grondslag = Grondslag.WettelijkeVerplichting }),
        // Who watches over the use of data sees that of what is confidential too, in figures.
        ("gegevensgebruik-bewaken", Bedrijfsvoering(
            "Toezien op gebruik van persoonsgegevens", "Nagaan of persoonsgegevens alleen gebruikt worden waarvoor dat mag, met cijfers waarin niemand te herkennen is.",
            "Algemene verordening gegevensbescherming, artikel 5, 24 en 39", Avg, "privacyfunctionaris en functionaris gegevensbescherming", "Zo lang als het logboek",
            "logboek:gebruik", "logboek:vertrouwelijk", "logboek:signalen") with { Grondslag = Grondslag.WettelijkeVerplichting }),
    ];

    private static readonly (string Code, Activiteit Activiteit)[] Gemeente =
    [
        .. Overal,
        ("toeristische-verhuur-registreren", new Activiteit
        {
            Naam = "Toeristische verhuur registreren",
            Doel = "Een registratienummer geven aan een woning die u aan toeristen verhuurt, en uw verhuringen bijhouden.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Huisvestingswet 2014, artikel 23a en 23b",
            Wetten = [Huisvestingswet],
            Categorie = "Wonen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("verhuurder", "naam"), new("verhuurder", "adres"), new("verhuurder", "burgerservicenummer"), new("verhuurder", "verhuringen")],
            AfnemendeCategorieOntvangers = ["toezichthouders van de gemeente"],
            Bewaartermijn = "Zolang de registratie geldt, en daarna 5 jaar",
            Herkomst = "Betrokkene, BRP en BAG",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["personen:burgerservicenummer", "personen:naam", "personen:adressering", "personen:verblijfplaats", "adressen:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*", "catalogi:*"],
        }),
        ("mijn-gegevens-inzien", new Activiteit
        {
            Naam = "Mijn gegevens inzien",
            Doel = "U laten zien welke gegevens over u bekend zijn, en wie ze waarvoor gebruikte.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Algemene verordening gegevensbescherming, artikel 15",
            Wetten = [Avg],
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("inwoner", "persoonsgegevens uit de BRP"), new("inwoner", "registraties en zaken"), new("inwoner", "gebruik van gegevens")],
            AfnemendeCategorieOntvangers = ["de inwoner zelf"],
            Bewaartermijn = "Alleen tijdens het bezoek",
            Herkomst = "BRP, BAG en eigen registraties",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["personen:*", "adressen:*", "verhuur:*", "huishoudboekje:deelnemers", "huishoudboekje:afspraken", "huishoudboekje:overzichten", "zaken:*", "documenten:*", "besluiten:*", "catalogi:*", "logboek:inzage"],
        }),
        // Never needed for anything else that the municipality does: who shares nothing misses nothing.
        (Streekgids, new Activiteit
        {
            Naam = "Streekgids met vakantiewoningen",
            Doel = "Uw vakantiewoning laten zien in de streekgids die de gemeenten Duinwaarde en Lindewoude samen maken, als u dat wilt.",
            Grondslag = Grondslag.Toestemming,
            ToelichtingGrondslag = "Algemene verordening gegevensbescherming, artikel 6, eerste lid, onder a",
            Wetten = [Avg],
            Categorie = "Recreatie",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("verhuurder", "adres van de vakantiewoning")],
            AfnemendeCategorieOntvangers = ["gemeenten die de streekgids maken"],
            DelenMet = [Deelnemer("00000001990000011000"), Deelnemer("00000001990000023000")],
            Bewaartermijn = "Zolang de toestemming geldt",
            Herkomst = "Register van toeristische verhuur",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["verhuur:registraties", "adressen:*"],
        }),
        ("gegevens-terugmelden", new Activiteit
        {
            Naam = "Twijfel over gegevens terugmelden",
            Doel = "De bronhouder van een basisregistratie laten weten dat een gegeven misschien niet klopt, en volgen wat die ermee doet.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie personen, artikel 2.34",
            Wetten = [WetBrp],
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("inwoner", "burgerservicenummer"), new("inwoner", "het gegeven dat misschien niet klopt")],
            AfnemendeCategorieOntvangers = ["bronhouder van de basisregistratie"],
            Bewaartermijn = "Bij de bronhouder",
            Herkomst = "Betrokkene en medewerkers",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["terugmeldingen:terugmeldingen"],
        }),
        ("toestemmingen-bijhouden", new Activiteit
        {
            Naam = "Toestemmingen bijhouden",
            Doel = "Onthouden wat u van uw gegevens wilt delen, met wie en tot wanneer, en u dat laten zien en intrekken.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Algemene verordening gegevensbescherming, artikel 7",
            Wetten = [Avg],
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("inwoner", "gegeven en ingetrokken toestemmingen")],
            AfnemendeCategorieOntvangers = ["de inwoner zelf"],
            Bewaartermijn = "Zolang de gemeente de toestemming moet kunnen aantonen",
            Herkomst = "Betrokkene",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["toestemmingen:toestemmingen"],
        }),
        ("toeristische-verhuur-toezicht", new Activiteit
        {
            Naam = "Toezicht op toeristische verhuur",
            Doel = "Nagaan of een woning volgens de regels aan toeristen verhuurd wordt.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Huisvestingswet 2014, artikel 33; Algemene wet bestuursrecht, titel 5.2",
            Wetten = [Huisvestingswet, Awb],
            Categorie = "Wonen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("verhuurder", "naam"), new("verhuurder", "adres"), new("verhuurder", "verhuringen"), new("verhuurder", "signalen")],
            AfnemendeCategorieOntvangers = ["toezichthouders van de gemeente"],
            Bewaartermijn = "5 jaar na het laatste signaal",
            Herkomst = "Verhuurder, BRP, BAG, handelsregister en meldingen",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["personen:burgerservicenummer", "personen:naam", "personen:verblijfplaats", "adressen:*", "kvk:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*"],
        }),
        ("huishoudboekje-voeren", new Activiteit
        {
            Naam = "Huishoudboekje",
            Doel = "Uw inkomen ontvangen, uw vaste lasten betalen en u de rest geven, omdat u dat met de gemeente hebt afgesproken.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Wet gemeentelijke schuldhulpverlening, artikel 3 en 4a",
            Wetten = [Wgs],
            Categorie = "Werk en inkomen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("deelnemer", "burgerservicenummer"), new("deelnemer", "inkomsten, vaste lasten en saldo"), new("deelnemer", "rekeningnummers"), new("deelnemer", "naam en adres")],
            AfnemendeCategorieOntvangers = ["wie u inkomen geeft", "wie u betaalt", "de bank van de gemeente"],
            Bewaartermijn = "Zolang u meedoet, en daarna 7 jaar",
            Herkomst = "Betrokkene, BRP, handelsregister en de bank",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["huishoudboekje:*", "personen:burgerservicenummer", "personen:naam", "personen:adressering", "personen:verblijfplaats", "personen:overlijden", "kvk:*", "zaken:*", "documenten:*", "besluiten:*", "catalogi:*"],
        }),
        ("zaken-behandelen", new Activiteit
        {
            Naam = "Zaken behandelen",
            Doel = "Uw aanvraag, melding of bezwaar behandelen, erover beslissen en u vertellen hoe het ermee staat.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Algemene wet bestuursrecht, hoofdstuk 4",
            Wetten = [Awb],
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("aanvrager", "naam"), new("aanvrager", "burgerservicenummer"), new("aanvrager", "zaken, documenten en besluiten"), new("betrokkene", "naam")],
            AfnemendeCategorieOntvangers = ["behandelaars van de gemeente"],
            Bewaartermijn = "Volgens de selectielijst voor gemeenten",
            Herkomst = "Betrokkene en eigen registraties",
            Beveiligingsmaatregelen = Beveiliging,
            BovenliggendeActiviteit = "zaakgericht-werken",
            // No employee role may reopen a zaak, so it does not name that scope.
            Gegevens = ["zaken:*", "catalogi:*", "documenten:*", "besluiten:*"],
        }),
        // Deciding what a program may do asks for a purpose that names that scope.
        ("zaakgericht-werken-inrichten", Bedrijfsvoering(
            "Zaakgericht werken inrichten", "Zaaktypen beheren, bepalen welke programma's welke zaken mogen gebruiken, en zorgen dat berichten aankomen.",
            "Archiefwet, artikel 3; Algemene verordening gegevensbescherming, artikel 32", Archiefwet, "functioneel beheerders van de gemeente", "Zolang de inrichting geldt",
            "catalogi:*", "autorisaties:*", "rechten:*", "notificaties:*", "bezorging:*", "scope:autorisaties.bijwerken")),
        // What a process uses is for its own purpose; this is of the state alone, which no other organisation sees.
        ("processen-uitvoeren", Bedrijfsvoering(
            "Processen uitvoeren", "Bijhouden hoe ver een aanvraag of melding is, en wie er nu aan de beurt is.",
            "Algemene wet bestuursrecht, hoofdstuk 4", Awb, "behandelaars van de gemeente", "Tot de zaak is afgesloten")),
        ("zaakgericht-werken", new Activiteit
        {
            Naam = "Zaakgericht werken",
            Doel = "Aanvragen, meldingen en besluiten bijhouden met programma's die daarvoor rechten hebben.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Algemene wet bestuursrecht, hoofdstuk 4; Archiefwet, artikel 3",
            Wetten = [Awb, Archiefwet],
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("betrokkene bij een zaak", "naam"), new("betrokkene bij een zaak", "burgerservicenummer"), new("betrokkene bij een zaak", "zaken, documenten en besluiten")],
            AfnemendeCategorieOntvangers = ["behandelaars van de gemeente"],
            Bewaartermijn = "Volgens de selectielijst voor gemeenten",
            Herkomst = "Betrokkene en eigen registraties",
            Beveiligingsmaatregelen = Beveiliging,
        }),
        ("archief-vernietigen", new Activiteit
        {
            Naam = "Zaken vernietigen",
            Doel = "Zaken vernietigen waarvan de bewaartermijn voorbij is, met een oordeel van de behandelaar en de archivaris.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Archiefwet, artikel 3; Archiefbesluit, artikel 6 tot en met 8",
            Wetten = [Archiefwet, Archiefbesluit],
            Categorie = "Bedrijfsvoering",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            AfnemendeCategorieOntvangers = ["recordbeheerders en de archivaris van de gemeente"],
            Bewaartermijn = "De verklaring van vernietiging blijft bewaard",
            Herkomst = "Eigen registraties",
            Beveiligingsmaatregelen = Beveiliging,
            BovenliggendeActiviteit = "zaakgericht-werken",
            Gegevens = ["vernietiging:*", "catalogi:*"],
        }),
        (WozApi.Activiteit, WozDemo.Verstrekken),
        ("woz-waarden-bepalen", new Activiteit
        {
            Naam = "WOZ-waarden bepalen",
            Doel = "Bepalen wat woningen en gebouwen waard zijn, en wie daarover bericht krijgt.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet waardering onroerende zaken, artikel 17 en 22",
            Wetten = ["https://wetten.overheid.nl/BWBR0007119"],
            Categorie = "Belastingen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("rechthebbende", "naam, BSN en rechten op grond en gebouwen"), new("ondernemer", "naam en adres van het bedrijf")],
            AfnemendeCategorieOntvangers = ["waterschappen en de Belastingdienst"],
            Bewaartermijn = "10 jaar",
            Herkomst = "BAG, BRK, handelsregister en eigen beschikkingen",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["woz:*", "adressen:*", "brk:kadastraalOnroerendeZaken", "brk:zakelijkGerechtigden", "brk:kadasterNatuurlijkPersonen", "brk:kadasterNietNatuurlijkPersonen", "kvk:*"],
        }),
    ];

    private static readonly (string Code, Activiteit Activiteit)[] Basisregistraties =
    [
        .. Overal,
        ("personen-verstrekken", new Activiteit
        {
            Naam = "Verstrekken uit de basisregistratie personen",
            Doel = "Overheidsorganisaties de gegevens geven die zij voor hun taak nodig hebben.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie personen, artikel 3.2",
            Wetten = [WetBrp],
            Categorie = "Basisregistraties",
            VerwerktePersoonsgegevens = [new("ingeschrevene", "persoonsgegevens uit de BRP")],
            AfnemendeCategorieOntvangers = ["gemeenten"],
            Bewaartermijn = "Onbeperkt",
            BewaartermijnLog = "P20Y",
            Herkomst = "Gemeenten",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["personen:*", "reisdocumenten:*", "bewoning:*", "verblijfplaatshistorie:*"],
        }),
        (TerugmeldenApi.Activiteit, new Activiteit
        {
            Naam = "Terugmeldingen behandelen",
            Doel = "Onderzoeken of een gegeven in de basisregistratie klopt als iemand daaraan twijfelt, en de melder laten weten wat eruit kwam.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie personen, artikel 2.26 en 2.34",
            Wetten = [WetBrp],
            Categorie = "Basisregistraties",
            VerwerktePersoonsgegevens = [new("ingeschrevene", "burgerservicenummer"), new("ingeschrevene", "het gegeven dat misschien niet klopt")],
            AfnemendeCategorieOntvangers = ["wie het gegeven gebruikt"],
            Bewaartermijn = "5 jaar na afhandeling",
            Herkomst = "Melders",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["terugmeldingen:*", "scope:" + OnderzoekApi.Scope],
        }),
        (SdepDemo.Code, SdepDemo.Doorgeven),
        ("adressen-verstrekken", new Activiteit
        {
            Naam = "Verstrekken uit de basisregistratie adressen en gebouwen",
            Doel = "Iedereen de gegevens van adressen en gebouwen geven.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie adressen en gebouwen, artikel 32",
            Wetten = [WetBag],
            Categorie = "Basisregistraties",
            AfnemendeCategorieOntvangers = ["gemeenten"],
            Bewaartermijn = "Onbeperkt",
            Herkomst = "Gemeenten",
            Beveiligingsmaatregelen = Beveiliging,
            Gegevens = ["adressen:*"],
        }),
        (BrkApi.Activiteit, BrkDemo.Verstrekken),
        (KvkApi.Activiteit, KvkDemo.Verstrekken),
    ];

    private static string Deelnemer(string oin) => $"urn:nld:oin:{oin}:verwerkingsactiviteit:{Streekgids}";

    /// <summary>What an organisation does for its own conduct of business, with data of its own.</summary>
    private static Activiteit Bedrijfsvoering(string naam, string doel, string grondslag, string wet, string ontvangers, string bewaartermijn, params IReadOnlyList<string> gegevens) => new()
    {
        Naam = naam,
        Doel = doel,
        Grondslag = Grondslag.PubliekeTaak,
        ToelichtingGrondslag = grondslag,
        Wetten = [wet],
        Categorie = "Bedrijfsvoering",
        VerantwoordelijkeBestuursorgaan = "Bestuur",
        AfnemendeCategorieOntvangers = [ontvangers],
        Bewaartermijn = bewaartermijn,
        Herkomst = "Eigen registraties",
        Beveiligingsmaatregelen = Beveiliging,
        Gegevens = gegevens,
    };
}
