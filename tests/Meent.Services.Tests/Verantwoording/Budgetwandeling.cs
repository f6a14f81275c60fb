using System.Text.Json;
using Meent.Services.Huishoudboekje.Betaalruns;
using Meent.Services.Huishoudboekje.Crediteuren;
using Meent.Services.Huishoudboekje.Rekeningen;
using Meent.Services.Huishoudboekje.Rubrieken;
using Meent.Services.Huishoudboekje.Signalen;
using Meent.Services.Tests.Huishoudboekje;
using Meent.Standards;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Tests.Verantwoording;

/// <summary>The household budget: residents, in every answer that tells of their money.</summary>
internal static class Budgetwandeling
{
    public static async Task Loop(Wandeling w)
    {
        const string fenna = Wandeling.Fenna;
        var vandaag = TimeProvider.System.Vandaag();
        var (inkomsten, uitgaven) = (new Rubriek(Guid.CreateVersion7(), "Inkomsten", "WOmzNooNdo", Richting.Inkomst), new Rubriek(Guid.CreateVersion7(), "Huur", "WBedHuiBeh", Richting.Uitgave));
        var werkgever = new Crediteur { Id = Guid.CreateVersion7(), Naam = "Bakkerij De Korst", KvkNummer = "90000010" };
        await w.Store.Write(async session =>
        {
            await session.Execute("INSERT INTO huishoudboekje_bankrekeningen (iban, naam) VALUES ($1, $2)", Budgetnode.Bank, "Gemeente");
            await session.Voeg(inkomsten);
            await session.Voeg(uitgaven);
            await session.Voeg(werkgever);
            return await session.Voeg(Ingevoerd(werkgever.Id, Budgetnode.Werkgever));
        });

        object begin = new { burgerservicenummer = fenna, begin = "2025-01-01", overeenkomstGetekendOp = "2025-01-01", machtigingGetekendOp = "2025-01-01", voorschotCent = 100_00 };
        var id = Budgetnode.Id(await Doe(HttpMethod.Post, "/deelnemers", begin, fenna));
        var pad = $"/deelnemers/{id}";
        await Doe(HttpMethod.Get, pad, null, fenna);
        await Doe(HttpMethod.Get, "/deelnemers", null, fenna);
        await Doe(HttpMethod.Post, "/deelnemers/_zoek", new { burgerservicenummer = Wandeling.Milan }, Wandeling.Milan);
        await Doe(HttpMethod.Put, pad, new { voorschotCent = 200_00, saldowaarschuwing = true }, fenna);

        await Doe(HttpMethod.Post, pad + "/rekeningen", new { iban = Budgetnode.Eigen, naam = "F. D." }, fenna);
        await Doe(HttpMethod.Get, pad + "/rekeningen", null, fenna);
        // Entered by somebody else: whoever walks here cannot confirm what he entered.
        var ander = Ingevoerd(id, Budgetnode.Verhuurder);
        await w.Store.Write(session => session.Voeg(ander));
        await Doe(HttpMethod.Post, $"/rekeningen/{ander.Id}/bevestiging", null, fenna);
        var weg = Ingevoerd(id, "NL05BNGH0000000001");
        await w.Store.Write(session => session.Voeg(weg));
        await Doe(HttpMethod.Post, $"/rekeningen/{weg.Id}/verval", null, fenna);

        object Loon(long cent) => new { richting = "inkomst", omschrijving = "Loon", cent, rubriek = inkomsten.Id, crediteur = werkgever.Id, tegenrekening = Budgetnode.Werkgever, van = "2025-01-01", zoektermen = new[] { "loon" } };
        var loon = Budgetnode.Id(await Doe(HttpMethod.Post, pad + "/afspraken", Loon(5), fenna));
        object leefgeld = new { richting = "uitgave", omschrijving = "Leefgeld", cent = 1, rubriek = uitgaven.Id, tegenrekening = Budgetnode.Verhuurder, van = "2025-01-01", schema = new { byDay = new[] { 1, 2, 3, 4, 5, 6, 7 } } };
        var uit = Budgetnode.Id(await Doe(HttpMethod.Post, pad + "/afspraken", leefgeld, fenna));
        await Doe(HttpMethod.Get, pad + "/afspraken", null, fenna);
        await Doe(HttpMethod.Get, $"/afspraken/{loon}", null, fenna);
        await Doe(HttpMethod.Put, $"/afspraken/{loon}", Loon(7), fenna);
        await Doe(HttpMethod.Get, $"/afspraken/{uit}/dagen?van=2026-01-01&tot=2026-01-31", null, fenna);

        await w.Doe(HttpMethod.Post, Diensten.Huishoudboekje, "/afschriften", Budgetnode.Camt("A1", 0, ("2026-01-02", 7, Budgetnode.Werkgever, "loon", null), ("2026-01-02", 3, "NL05BNGH0000000001", "?", null)), fenna);
        var transacties = (await Doe(HttpMethod.Get, "/transacties?geboekt=true", null, fenna)).GetProperty("results");
        var regel = $"/transacties/{Budgetnode.Id(transacties[0])}";
        await Doe(HttpMethod.Get, regel, null, fenna);
        await Doe(HttpMethod.Get, regel + "/suggesties", null, fenna);
        await Doe(HttpMethod.Delete, regel + "/boeking", null, fenna);
        await Doe(HttpMethod.Post, "/transacties/_boek", null, fenna);
        await Doe(HttpMethod.Delete, regel + "/boeking", null, fenna);
        await Doe(HttpMethod.Post, regel + "/boeking", new { afspraak = loon }, fenna);
        await Doe(HttpMethod.Get, pad + "/overzicht?van=2026-01-01&tot=2026-01-31", null, fenna);
        await Doe(HttpMethod.Get, "/rapport?van=2026-01-01&tot=2026-01-31", null, fenna);

        var eigen = $"/betaalruns/{Budgetnode.Id(await Doe(HttpMethod.Post, "/betaalruns", new { rekening = Budgetnode.Bank, van = $"{vandaag.AddDays(8):O}", tot = $"{vandaag.AddDays(20):O}" }, fenna))}";
        await Doe(HttpMethod.Get, eigen, null, fenna);
        var een = (await w.Goed(HttpMethod.Get, Diensten.Huishoudboekje, eigen, null, fenna)).GetProperty("betalingen")[0];
        await Doe(HttpMethod.Post, $"{eigen}/betalingen/{Budgetnode.Id(een)}/verval", null, fenna);
        await Doe(HttpMethod.Post, eigen + "/verval", null, fenna);
        var run = new Betaalrun(Guid.CreateVersion7(), Budgetnode.Bank, vandaag.AddDays(8), vandaag.AddDays(20), Runstatus.Voorgesteld, "een.ander", DateTimeOffset.UnixEpoch);
        await w.Store.Write(async session =>
        {
            await session.Voeg(run);
            return await session.Stel(run, vandaag);
        });
        await Doe(HttpMethod.Post, $"/betaalruns/{run.Id}/vrijgave", null, fenna);
        await Doe(HttpMethod.Get, $"/betaalruns/{run.Id}/bestand", null, fenna);
        await w.Doe(HttpMethod.Post, Diensten.Huishoudboekje, $"/betaalruns/{run.Id}/antwoord", BetaalrunTests.Pain002(run.Kenmerk, "geen"), fenna);

        var signaal = new Signaal(Guid.CreateVersion7(), id, null, "wandeling", Signaalsoort.Saldo, vandaag, -1, [], Signaalstatus.Open, DateTimeOffset.UnixEpoch);
        await w.Store.Write(session => session.Voeg(signaal));
        await Doe(HttpMethod.Get, "/signalen", null, fenna);
        await Doe(HttpMethod.Post, $"/signalen/{signaal.Id}/afdoening", null, fenna);
        await Doe(HttpMethod.Post, pad + "/beeindiging", new { einde = $"{vandaag:O}", reden = "zelfstandig" }, fenna);

        Task<JsonElement> Doe(HttpMethod methode, string bij, object? inhoud, params string[] wie) => w.Doe(methode, Diensten.Huishoudboekje, bij, inhoud, wie);
    }

    private static Rekening Ingevoerd(Guid eigenaar, string iban) =>
        new() { Id = Guid.CreateVersion7(), Eigenaar = eigenaar, Iban = iban, Naam = "F. D.", VoorgesteldDoor = "een.ander", VoorgesteldOp = DateTimeOffset.UnixEpoch };
}
