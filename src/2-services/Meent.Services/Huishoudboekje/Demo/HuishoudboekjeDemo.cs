using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Crediteuren;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Inlezen;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Huishoudboekje.Demo;

/// <summary>One resident of the coast town, with three months behind her and a line that nobody has placed yet. Accounts are of a bank that does not exist.</summary>
internal static class HuishoudboekjeDemo
{
    private const string Duinwaarde = "duinwaarde";
    private const string Bank = "NL65PROE0100000001";
    private const string Werkgever = "NL82PROE0200000002";
    private const string Verhuurder = "NL55PROE0200000003";
    private const string Energie = "NL28PROE0200000004";
    private const string Onbekend = "NL71PROE0200000006";
    private const string Eigen = "NL56PROE0300000001";
    private const string Bsn = "999970033";

    private static readonly (string Naam, string Grootboek, Richting Richting)[] Rubrieken =
    [
        ("Inkomen", "WOmzNooNdo", Richting.Inkomst), ("Toeslagen", "WOvbOrsOsuSro", Richting.Inkomst), ("Uitkeringen", "WOvbOrsOsuSov", Richting.Inkomst), ("Huur of hypotheek", "WBedHuiBeh", Richting.Uitgave),
        ("Gas en elektriciteit", "WBedHuiGweElk", Richting.Uitgave), ("Water", "WBedHuiGweWat", Richting.Uitgave), ("Verzekeringen", "WBedAssOva", Richting.Uitgave), ("Leefgeld", "BEivKapProPok", Richting.Uitgave),
    ];

    /// <summary>Fills what is empty; a second start changes nothing.</summary>
    public static async Task Vul(Store store, TimeProvider klok)
    {
        await store.Write(async session =>
        {
            if ((await session.Rubrieken()).Count > 0) return false;
            var rubrieken = Rubrieken.Select(r => new Rubriek(Guid.CreateVersion7(), r.Naam, r.Grootboek, r.Richting)).ToDictionary(r => r.Naam);
            foreach (var rubriek in rubrieken.Values) await session.Voeg(rubriek);
            if (store.Organisatie.Slug != Duinwaarde) return true;
            await session.Execute("INSERT INTO huishoudboekje_bankrekeningen (iban, naam, bic) VALUES ($1, $2, $3)", Bank, store.Organisatie.Naam, null);
            await session.Inwoner(rubrieken, klok);
            return true;
        });
    }

    private static async ValueTask Inwoner(this Session session, Dictionary<string, Rubriek> rubrieken, TimeProvider klok)
    {
        var vandaag = klok.Vandaag();
        var begin = new DateOnly(vandaag.Year, vandaag.Month, 1).AddMonths(-3);
        var (werkgever, verhuurder, energie) = (await session.Organisatie("Strandpaviljoen De Branding", "90000048", Werkgever, klok), await session.Organisatie("Woonstichting De Vuurtoren", "90000013", Verhuurder, klok), await session.Organisatie("Duinstroom", "90000099", Energie, klok));
        var deelnemer = (await session.Voeg(new Deelnemer
        {
            Id = Guid.CreateVersion7(),
            Nummer = "",
            Burgerservicenummer = Bsn,
            Huishouden = Guid.CreateVersion7(),
            Consulent = "l.meijer",
            Begin = begin,
            OvereenkomstGetekendOp = begin.AddDays(-10),
            MachtigingGetekendOp = begin.AddDays(-10),
            VoorschotCent = 250_00,
        }))!;
        await session.Geldig(deelnemer.Id, Eigen, "Rekening van de deelnemer", klok);

        var loon = Afspraak("Inkomen", "Loon", 1_684_50, werkgever, Werkgever, Maandelijks(24), "loon") with { Alarm = new Marge(10_00, 3) };
        Afspraak[] afspraken =
        [
            loon, Afspraak("Huur of hypotheek", "Huur Duinpad", 612_35, verhuurder, Verhuurder, Maandelijks(1), "huur"), Afspraak("Gas en elektriciteit", "Stroom en gas", 148_00, energie, Energie, Maandelijks(5), "termijn"),
            Afspraak("Leefgeld", "Leefgeld", 75_00, null, Eigen, new([5], [], [], [], Verschuiving.Eerder), "leefgeld"),
        ];
        foreach (var afspraak in afspraken) await session.Voeg(afspraak);

        var regels = afspraken.SelectMany(a => a.Schema!.Betaalschema(begin, null).Dagen(begin, vandaag.AddDays(-2)).Select(dag => Regel(a.Tegenrekening, a.Bankcent, dag.Uitvoering < begin ? begin : dag.Uitvoering, a.Omschrijving + " " + a.Zoektermen[0])))
            .Append(Regel(Onbekend, 38_20, vandaag.AddDays(-3), "Teruggave eigen risico")).OrderBy(r => r.Boekdatum).ToList();
        var beginsaldo = new Saldo(5_000_00, begin);
        await session.LeesIn([new Afschrift(Bank, "DEMO-1", null, beginsaldo, new(beginsaldo.Cent + regels.Sum(r => r.Cent), vandaag.AddDays(-1)), regels)]);
        await session.BoekVanzelf(klok);

        Afspraak Afspraak(string rubriek, string omschrijving, long cent, Guid? crediteur, string iban, Schema schema, string zoekterm) => new()
        {
            Id = Guid.CreateVersion7(),
            Deelnemer = deelnemer.Id,
            Richting = rubrieken[rubriek].Richting,
            Omschrijving = omschrijving,
            Cent = cent,
            Rubriek = rubrieken[rubriek].Id,
            Crediteur = crediteur,
            Tegenrekening = iban,
            Van = begin,
            Zoektermen = [zoekterm],
            Schema = schema,
        };
    }

    private static Schema Maandelijks(int dag) => new([], [], [dag], [], Verschuiving.Eerder);

    private static Bankregel Regel(string iban, long cent, DateOnly dag, string omschrijving) => new(cent, dag, dag) { Tegenrekening = iban, Omschrijving = omschrijving };

    private static async ValueTask<Guid> Organisatie(this Session session, string naam, string kvk, string iban, TimeProvider klok)
    {
        var crediteur = new Crediteur { Id = Guid.CreateVersion7(), Naam = naam, KvkNummer = kvk };
        await session.Voeg(crediteur);
        await session.Geldig(crediteur.Id, iban, naam, klok);
        return crediteur.Id;
    }

    private static ValueTask<bool> Geldig(this Session session, Guid eigenaar, string iban, string naam, TimeProvider klok) => session.Voeg(new Rekening
    {
        Id = Guid.CreateVersion7(),
        Eigenaar = eigenaar,
        Iban = iban,
        Naam = naam,
        Status = Rekeningstatus.Geldig,
        VoorgesteldDoor = "l.meijer",
        VoorgesteldOp = klok.GetUtcNow(),
        BevestigdDoor = "c.dekker",
        BevestigdOp = klok.GetUtcNow(),
    });
}
