using System.Diagnostics;
using System.Globalization;
using Meent.Data;
using Meent.Data.Opslag;
using Meent.Services.Huishoudboekje;
using Meent.Services.Huishoudboekje.Afschriften;
using Meent.Services.Huishoudboekje.Afspraken;
using Meent.Services.Huishoudboekje.Betaalruns;
using Meent.Services.Huishoudboekje.Betalingen;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Inlezen;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Services.Huishoudboekje.Overzichten;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Transacties;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Bench.Huishoudboekje;

/// <summary>The household budget of a municipality: a statement of 5,040 lines, the three months of one resident, a payment run and a report of all, each beside a bare query on the same rows.</summary>
internal static class Budgetmeting
{
    private const string Bank = "NL65PROE0100000001";
    private const string Werkgever = "NL82PROE0200000002";
    private const int Regels = 5_040;

    public static async Task Voer(int deelnemers, string database)
    {
        await using var plek = await Plek.Maak(database);
        var organisatie = new Organisatie("org", "org", "00000001990000011000", "", "9901", "http://localhost/org", new HashSet<string> { Diensten.Huishoudboekje });
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new OrganisatieLijst([organisatie]));
        services.AddData(plek.Opslag);
        services.AddHuishoudboekje();
        await using var provider = services.BuildServiceProvider();
        var store = await provider.GetRequiredService<Stores>().Get(organisatie);
        var vandaag = TimeProvider.System.Vandaag();
        var begin = new DateOnly(vandaag.Year, vandaag.Month, 1).AddMonths(-2);
        var wie = await store.WriteBulk(session => Vul(session, deelnemers, begin));
        await plek.Onderhoud(organisatie.Slug);

        // A first file of a few lines, so that what follows does not measure the compiler.
        await LeesIn(store, "0", [Regel(wie[1], begin, 1), Regel(wie[1], begin, -2)]);
        var veel = Enumerable.Range(0, Regels).Select(i => Regel(wie[0], begin.AddDays(i % 80), i % 2 == 0 ? 100 + i : -100 - i)).ToList();
        Toon($"{Regels} lines read, booked and reconciled", await Tijd(1, async () => await LeesIn(store, "1", veel)), null);
        var breed = wie.SelectMany((id, i) => new[] { Regel(id, begin.AddDays(24), 1_700_00 + i), Regel(id, begin.AddDays(30), -600_00) }).ToList();
        Toon($"{breed.Count} lines of {deelnemers} residents", await Tijd(1, async () => await LeesIn(store, "2", breed)), null);

        var (van, tot) = (begin, begin.AddMonths(3).AddDays(-1));
        Toon("three months of a resident with 5,040 lines",
            await Tijd(20, async () => await store.Read(session => session.Overzicht(wie[0], van, tot))),
            await Tijd(20, async () => await store.Read(session => session.All("SELECT datum, cent FROM huishoudboekje_journaal WHERE rekening = $1 AND datum >= $2 AND datum <= $3", row => (row.Text(0), row.Long(1)), Grootboek.Deelnemer(wie[0]), van, tot))));
        Toon("report of all residents",
            await Tijd(5, async () => await store.Read(session => session.Rapport(van, tot))),
            await Tijd(5, async () => await store.Read(session => session.All("SELECT rekening, SUM(cent) FROM huishoudboekje_journaal WHERE datum <= $1 GROUP BY rekening", row => (row.Text(0), row.Long(1)), tot))));
        var run = new Betaalrun(Guid.CreateVersion7(), Bank, vandaag, vandaag.AddDays(30), Runstatus.Voorgesteld, "meting", TimeProvider.System.GetUtcNow());
        var betalingen = 0;
        Toon("payment run of a month", await Tijd(1, async () => betalingen = await store.Write(async session =>
        {
            await session.Voeg(run);
            return (await session.Stel(run, vandaag)).Count;
        })), null);
        Console.WriteLine($"  ({betalingen} payments)");
        var fouten = await store.Read(session => session.Controleer());
        Console.WriteLine(fouten.Count == 0 ? "  the books are right" : string.Join('\n', fouten));
    }

    private static async ValueTask<List<Guid>> Vul(Session session, int aantal, DateOnly begin)
    {
        await session.Execute("INSERT INTO huishoudboekje_bankrekeningen (iban, naam) VALUES ($1, $2)", Bank, "Gemeente");
        var (loon, huur) = (new Rubriek(Guid.CreateVersion7(), "Inkomen", "WOmzNooNdo", Richting.Inkomst), new Rubriek(Guid.CreateVersion7(), "Huur", "WBedHuiBeh", Richting.Uitgave));
        await session.Voeg(loon);
        await session.Voeg(huur);
        var wie = new List<Guid>();
        for (var i = 0; i < aantal; i++)
        {
            var deelnemer = (await session.Voeg(new Deelnemer
            {
                Id = Guid.CreateVersion7(),
                Nummer = "",
                Burgerservicenummer = (100_000_000 + i).ToString(CultureInfo.InvariantCulture),
                Huishouden = Guid.CreateVersion7(),
                Begin = begin,
                OvereenkomstGetekendOp = begin,
                MachtigingGetekendOp = begin,
                VoorschotCent = 1_000_000_00,
            }))!;
            wie.Add(deelnemer.Id);
            await session.Voeg(new Rekening { Id = Guid.CreateVersion7(), Eigenaar = deelnemer.Id, Iban = Werkgever, Naam = "x", Status = Rekeningstatus.Geldig, VoorgesteldDoor = "a", VoorgesteldOp = TimeProvider.System.GetUtcNow() });
            Afspraak Afspraak(Rubriek rubriek, long cent, int dag) => new()
            {
                Id = Guid.CreateVersion7(),
                Deelnemer = deelnemer.Id,
                Richting = rubriek.Richting,
                Omschrijving = rubriek.Naam,
                Cent = cent,
                Rubriek = rubriek.Id,
                Tegenrekening = Iban(deelnemer.Id),
                Van = begin,
                Zoektermen = [$"{deelnemer.Id:N}"],
                Schema = new Schema([], [], [dag], [], Verschuiving.Eerder),
                Alarm = rubriek == loon ? new Marge(10_00, 3) : null,
            };
            await session.Voeg(Afspraak(loon, 1_700_00, 24));
            await session.Voeg(Afspraak(huur, 600_00, 1) with { Tegenrekening = Werkgever });
        }

        return wie;
    }

    /// <summary>Of each resident an employer of their own; rents go to one account, as with a large landlord.</summary>
    private static string Iban(Guid deelnemer) => $"NL00PROE{Math.Abs(deelnemer.GetHashCode()):0000000000}";

    private static Bankregel Regel(Guid deelnemer, DateOnly dag, long cent) => new(cent, dag, dag) { Tegenrekening = cent > 0 ? Iban(deelnemer) : Werkgever, Omschrijving = $"betaling {deelnemer:N} {cent}" };

    private static async Task LeesIn(Store store, string kenmerk, List<Bankregel> regels) => await store.Write(async session =>
    {
        await session.LeesIn([new Afschrift(Bank, kenmerk, null, null, null, regels)]);
        return await session.BoekVanzelf(TimeProvider.System);
    });

    private static async Task<TimeSpan> Tijd(int keer, Func<Task> doe)
    {
        if (keer > 1) await doe();
        var beste = TimeSpan.MaxValue;
        for (var i = 0; i < keer; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await doe();
            var duur = Stopwatch.GetElapsedTime(begin);
            if (duur < beste) beste = duur;
        }

        return beste;
    }

    private static void Toon(string wat, TimeSpan duur, TimeSpan? kaal) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{wat,-50} {duur.TotalMilliseconds,9:0.0} ms{(kaal is { } k ? $"   bare {k.TotalMilliseconds,7:0.0} ms, {duur / k:0.0} times" : "")}"));
}
