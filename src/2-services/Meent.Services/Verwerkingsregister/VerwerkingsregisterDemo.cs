using Meent.Data.Opslag;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Verwerkingsregister;

/// <summary>The purposes of the demo landscape.</summary>
internal static class VerwerkingsregisterDemo
{
    /// <summary>What the municipalities use data for (a scope is no data, and nothing to conclude a contract on), with the longest term that the law behind it allows.</summary>
    public static IReadOnlyList<Demodoel> Doelen =>
        [.. Gemeente.Select(e => new Demodoel(e.Code, e.Activiteit.Doel, e.Activiteit.ToelichtingGrondslag ?? "", [.. e.Activiteit.Gegevens.Where(gegeven => !gegeven.StartsWith("scope:", StringComparison.Ordinal))], "P5Y"))];

    /// <summary>Adds the entries that are not there yet.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        var organisatie = store.Organisatie;
        if (!organisatie.Diensten.Contains(Diensten.Verwerkingsregister)) return;
        var nu = klok.GetUtcNow();
        // Before today, so that what the demo did yesterday had its ground.
        var begin = nu.AddYears(-1);
        var versies = (organisatie.IsGemeente ? Gemeente : Basisregistraties).Select(entry => new Versie(
            Guid.CreateVersion7(), 1, organisatie.Verwerkingsactiviteit(entry.Code), begin, null, nu, entry.Activiteit)).ToList();
        await store.Write(async session =>
        {
            var aanwezig = (await Register.Alle(session)).Select(versie => versie.Uri).ToHashSet(StringComparer.Ordinal);
            foreach (var versie in versies.Where(versie => !aanwezig.Contains(versie.Uri))) await Register.Voeg(session, versie);
            return true;
        });
    }

    private static readonly (string Code, Activiteit Activiteit)[] Gemeente =
    [
        ("toeristische-verhuur-registreren", new Activiteit
        {
            Naam = "Toeristische verhuur registreren",
            Doel = "Een registratienummer geven aan een woning die u aan toeristen verhuurt, en uw verhuringen bijhouden.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Huisvestingswet 2014, artikel 23a en 23b",
            Categorie = "Wonen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("verhuurder", "naam"), new("verhuurder", "adres"), new("verhuurder", "burgerservicenummer"), new("verhuurder", "verhuringen")],
            AfnemendeCategorieOntvangers = ["toezichthouders van de gemeente"],
            Bewaartermijn = "Zolang de registratie geldt, en daarna 5 jaar",
            Herkomst = "Betrokkene, BRP en BAG",
            Gegevens = ["personen:burgerservicenummer", "personen:naam", "personen:adressering", "personen:verblijfplaats", "adressen:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*", "catalogi:*"],
        }),
        ("mijn-gegevens-inzien", new Activiteit
        {
            Naam = "Mijn gegevens inzien",
            Doel = "U laten zien welke gegevens over u bekend zijn, en wie ze waarvoor gebruikte.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Algemene verordening gegevensbescherming, artikel 15",
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("inwoner", "persoonsgegevens uit de BRP"), new("inwoner", "registraties en zaken"), new("inwoner", "gebruik van gegevens")],
            AfnemendeCategorieOntvangers = ["de inwoner zelf"],
            Bewaartermijn = "Alleen tijdens het bezoek",
            Herkomst = "BRP, BAG en eigen registraties",
            Gegevens = ["personen:*", "adressen:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*", "catalogi:*", "logboek:inzage"],
        }),
        ("toeristische-verhuur-toezicht", new Activiteit
        {
            Naam = "Toezicht op toeristische verhuur",
            Doel = "Nagaan of een woning volgens de regels aan toeristen verhuurd wordt.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Huisvestingswet 2014, artikel 33; Algemene wet bestuursrecht, titel 5.2",
            Categorie = "Wonen",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("verhuurder", "naam"), new("verhuurder", "adres"), new("verhuurder", "verhuringen"), new("verhuurder", "signalen")],
            AfnemendeCategorieOntvangers = ["toezichthouders van de gemeente"],
            Bewaartermijn = "5 jaar na het laatste signaal",
            Herkomst = "Verhuurder, BRP, BAG en meldingen",
            Gegevens = ["personen:burgerservicenummer", "personen:naam", "personen:verblijfplaats", "adressen:*", "verhuur:*", "zaken:*", "documenten:*", "besluiten:*"],
        }),
        ("zaken-behandelen", new Activiteit
        {
            Naam = "Zaken behandelen",
            Doel = "Uw aanvraag, melding of bezwaar behandelen, erover beslissen en u vertellen hoe het ermee staat.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Algemene wet bestuursrecht, hoofdstuk 4",
            Categorie = "Dienstverlening",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            VerwerktePersoonsgegevens = [new("aanvrager", "naam"), new("aanvrager", "burgerservicenummer"), new("aanvrager", "zaken, documenten en besluiten"), new("betrokkene", "naam")],
            AfnemendeCategorieOntvangers = ["behandelaars van de gemeente"],
            Bewaartermijn = "Volgens de selectielijst voor gemeenten",
            Herkomst = "Betrokkene en eigen registraties",
            // No employee role may reopen a zaak, so it does not name that scope.
            Gegevens = ["zaken:*", "catalogi:*", "documenten:*", "besluiten:*"],
        }),
        ("zaakgericht-werken-inrichten", new Activiteit
        {
            Naam = "Zaakgericht werken inrichten",
            Doel = "Zaaktypen beheren, bepalen welke programma's welke zaken mogen gebruiken, en zorgen dat berichten aankomen.",
            Grondslag = Grondslag.PubliekeTaak,
            ToelichtingGrondslag = "Archiefwet, artikel 3; Algemene verordening gegevensbescherming, artikel 32",
            Categorie = "Bedrijfsvoering",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            AfnemendeCategorieOntvangers = ["functioneel beheerders van de gemeente"],
            Bewaartermijn = "Zolang de inrichting geldt",
            Herkomst = "Eigen registraties",
            // Deciding what a program may do asks for a purpose that names that scope.
            Gegevens = ["catalogi:*", "autorisaties:*", "rechten:*", "notificaties:*", "bezorging:*", "scope:autorisaties.bijwerken"],
        }),
        ("archief-vernietigen", new Activiteit
        {
            Naam = "Zaken vernietigen",
            Doel = "Zaken vernietigen waarvan de bewaartermijn voorbij is, met een oordeel van de behandelaar en de archivaris.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Archiefwet, artikel 3; Archiefbesluit, artikel 6 tot en met 8",
            Categorie = "Bedrijfsvoering",
            VerantwoordelijkeBestuursorgaan = "College van B&W",
            AfnemendeCategorieOntvangers = ["recordbeheerders en de archivaris van de gemeente"],
            Bewaartermijn = "De verklaring van vernietiging blijft bewaard",
            Herkomst = "Eigen registraties",
            Gegevens = ["vernietiging:*", "catalogi:*"],
        }),
    ];

    private static readonly (string Code, Activiteit Activiteit)[] Basisregistraties =
    [
        ("personen-verstrekken", new Activiteit
        {
            Naam = "Verstrekken uit de basisregistratie personen",
            Doel = "Overheidsorganisaties de gegevens geven die zij voor hun taak nodig hebben.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie personen, artikel 3.2",
            Categorie = "Basisregistraties",
            VerwerktePersoonsgegevens = [new("ingeschrevene", "persoonsgegevens uit de BRP")],
            AfnemendeCategorieOntvangers = ["gemeenten"],
            Bewaartermijn = "Onbeperkt",
            BewaartermijnLogboek = "P20Y",
            Herkomst = "Gemeenten",
            Gegevens = ["personen:*"],
        }),
        ("adressen-verstrekken", new Activiteit
        {
            Naam = "Verstrekken uit de basisregistratie adressen en gebouwen",
            Doel = "Iedereen de gegevens van adressen en gebouwen geven.",
            Grondslag = Grondslag.WettelijkeVerplichting,
            ToelichtingGrondslag = "Wet basisregistratie adressen en gebouwen, artikel 32",
            Categorie = "Basisregistraties",
            AfnemendeCategorieOntvangers = ["gemeenten"],
            Bewaartermijn = "Onbeperkt",
            Herkomst = "Gemeenten",
            Gegevens = ["adressen:*"],
        }),
    ];
}
