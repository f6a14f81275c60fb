using Meent.Services.EigenApi;
using Meent.Services.Huishoudboekje.Deelnemers;
using Meent.Services.Huishoudboekje.Journaal;
using Meent.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Overzichten;

/// <param name="SaldoCent">What the account holds (bank, debit), or what is owed (negative).</param>
internal sealed record Grootboekstand(string Rekening, long SaldoCent);

/// <param name="Fouten">What is wrong when all is added up anew; empty when the books are right.</param>
internal sealed record Balans(long BankCent, long DeelnemersCent, long RubriekenCent, long OngeboektCent, long BeginCent, IReadOnlyList<string> Fouten);

/// <summary>What came and went, for one resident and for all, and whether the books are right.</summary>
internal static class OverzichtEndpoints
{
    private const string Gegeven = "overzichten";
    private const int MaxDagen = 400;

    public static void MapOverzichten(this IEndpointRouteBuilder boek)
    {
        boek.MapLees("/deelnemers/{id:guid}/overzicht", Een).WithName("huishoudboekje_overzicht_read").WithSummary("Wat er voor een deelnemer kwam en ging in een periode.")
            .Vraagt(Parameter.Datum("van", "Vanaf deze dag; verplicht."), Parameter.Datum("tot", "Tot en met deze dag; verplicht.")).Produces<Overzicht>();
        boek.MapLees("/rapport", Allen).WithName("huishoudboekje_rapport_read").WithSummary("Van alle deelnemers: beginsaldo, inkomsten, uitgaven, eindsaldo.")
            .VraagtDeel(Parameter.Datum("van", "Vanaf deze dag; verplicht."), Parameter.Datum("tot", "Tot en met deze dag; verplicht.")).Produces<Pagina<Rapportregel>>();
        boek.MapLees("/balans", Balans).WithName("huishoudboekje_balans_read").WithSummary("Wat er op de bank staat en van wie het is, opnieuw nageteld.").Produces<Balans>();
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var (van, tot) = Periode(Vraag.Lees(http));
        var (deelnemer, overzicht) = await verzoek.Store.Snapshot(async session => (await session.Vind<Deelnemer>(id, "Deze deelnemer"), await session.Overzicht(id, van, tot)), verzoek.Stop);
        await verzoek.LogLezen("Overzicht van een deelnemer ingezien", deelnemer.Burgerservicenummer);
        return http.Json(overzicht);
    }

    private static async Task<IResult> Allen(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        var (van, tot) = Periode(vraag);
        var rapport = await verzoek.Store.Snapshot(session => session.Rapport(van, tot), verzoek.Stop);
        List<Rapportregel> getoond = [.. rapport.Skip((int)deel.Overslaan).Take(deel.PageSize)];
        await verzoek.LogLezen("Rapport over alle deelnemers ingezien", getoond.Select(r => r.Burgerservicenummer));
        return http.Lijst(verzoek.Organisatie.Url("rapport"), deel, rapport.Count, getoond);
    }

    private static async Task<IResult> Balans(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        return http.Json(await verzoek.Store.Snapshot(async session =>
        {
            var standen = await session.All("SELECT rekening, saldo FROM huishoudboekje_grootboek", row => new Grootboekstand(row.Text(0), row.Long(1)));
            long Som(string soort) => standen.Where(s => s.Rekening.StartsWith(soort, StringComparison.Ordinal)).Sum(s => s.SaldoCent);
            return new Balans(Som("bank:"), -Som("deelnemer:"), -Som("rubriek:"), -Som("ongeboekt:"), -Som("begin:"), await session.Controleer());
        }, verzoek.Stop));
    }

    private static (DateOnly Van, DateOnly Tot) Periode(Vraag vraag)
    {
        var (van, tot) = (vraag.Datum("van"), vraag.Datum("tot"));
        if (van is null || tot is null || tot < van || tot.Value.DayNumber - van.Value.DayNumber > MaxDagen) vraag.Fout("tot", $"Geef van en tot, met ten hoogste {MaxDagen} dagen ertussen.");
        vraag.Klaar();
        return (van!.Value, tot!.Value);
    }
}
