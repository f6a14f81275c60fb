using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>What an employee has to look at, and the month of all residents together.</summary>
internal sealed class BudgetsignaalPaginas(Budgetbron budget, TimeProvider klok)
{
    public const string Pad = "/werk/huishoudboekje/signalen";
    public const string Rapport = "/werk/huishoudboekje/rapport";

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<BudgetsignaalPaginas>();
        pagina.Get(Pad, Eis.Medewerker(Rechten.BudgetInzien), p => p.Lijst);
        pagina.Post(Pad + "/{id:guid}", Eis.Medewerker(Rechten.BudgetBijwerken), p => p.DoeAf);
        pagina.Get(Rapport, Eis.Medewerker(Rechten.BudgetAlle), p => p.ToonRapport);
    }

    private async Task<IResult> Lijst(Verzoek verzoek) =>
        verzoek.Toon<BudgetsignalenScherm>(new BudgetsignalenModel(await budget.Lijst<Budgetsignaal>(verzoek, Doelen.Huishoudboekje, $"signalen?pageSize=100{(verzoek.Medewerker.Mag(Rechten.BudgetAlle) ? "" : $"&consulent={Uri.EscapeDataString(verzoek.Medewerker.Id)}")}"), verzoek.Http.Request.Query["gebeurd"].ToString()));

    private async Task<IResult> DoeAf(Verzoek verzoek)
    {
        await budget.Zend<Budgetsignaal>(verzoek, Doelen.Huishoudboekje, $"signalen/{verzoek.Route("id")}/afdoening");
        return verzoek.GaNaar(Pad + "?gebeurd=afgedaan");
    }

    private async Task<IResult> ToonRapport(Verzoek verzoek)
    {
        var vandaag = klok.Vandaag();
        var maand = DateOnly.TryParseExact(verzoek.Http.Request.Query["maand"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var gevraagd) && gevraagd.Year is > 2000 and < 2900
            ? gevraagd
            : new DateOnly(vandaag.Year, vandaag.Month, 1);
        var blad = budget.Lijst<Rapportregel>(verzoek, Doelen.Huishoudboekje, $"rapport?pageSize=500&van={maand:O}&tot={maand.AddMonths(1).AddDays(-1):O}");
        var balans = await budget.Haal<Budgetbalans>(verzoek, Doelen.Huishoudboekje, "balans");
        return verzoek.Toon<BudgetrapportScherm>(new BudgetrapportModel(maand, vandaag, (await blad).Results, balans!));
    }
}

internal sealed record BudgetsignalenModel(Budgetblad<Budgetsignaal> Blad, string Gebeurd);

internal sealed record Rapportregel(Guid Deelnemer, string Nummer, long BeginCent, long InkomstenCent, long UitgavenCent, long EindCent);

internal sealed record Budgetbalans(long BankCent, long DeelnemersCent, long RubriekenCent, long OngeboektCent, long BeginCent, IReadOnlyList<string> Fouten);

internal sealed record BudgetrapportModel(DateOnly Maand, DateOnly Vandaag, IReadOnlyList<Rapportregel> Regels, Budgetbalans Balans);
