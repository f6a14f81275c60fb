using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>The resident: what there is, what comes and goes this month, what was agreed, and each month to keep.</summary>
internal sealed class MijnBudgetPaginas(Budgetbron budget, TimeProvider klok)
{
    public const string Pad = "/mijn/huishoudboekje";

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<MijnBudgetPaginas>();
        pagina.Get(Pad, Eis.Inwoner, p => p.Toon);
        pagina.Get(Pad + "/overzicht.pdf", Eis.Inwoner, p => p.Pdf);
    }

    private async Task<IResult> Toon(Verzoek verzoek) => verzoek.Toon<MijnBudgetScherm>(await Lees(verzoek));

    private async Task<IResult> Pdf(Verzoek verzoek)
    {
        if (await Lees(verzoek) is not { Deelnemer: not null } model) return verzoek.NietGevonden();
        return Results.File(Maandblad.Maak(verzoek.T, verzoek.Organisatie.Naam, model.Deelnemer.Nummer, model.Overzicht!), "application/pdf", $"huishoudboekje-{model.Maand:yyyy-MM}.pdf");
    }

    /// <summary>Only what is of the visitor: the participation is found by who is logged in, and the rest by that.</summary>
    private async Task<MijnBudgetModel> Lees(Verzoek verzoek)
    {
        var vandaag = klok.Vandaag();
        var maand = DateOnly.TryParseExact(verzoek.Http.Request.Query["maand"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var gevraagd) && gevraagd.Year is > 2000 and < 2900
            ? gevraagd
            : new DateOnly(vandaag.Year, vandaag.Month, 1);
        var deelnemers = await budget.Van(verzoek, Doelen.Inzien, verzoek.Inwoner.Bsn.Cijfers);
        if (deelnemers is not [.., var deelnemer]) return new MijnBudgetModel(null, maand, vandaag, null, []);
        var overzicht = budget.Haal<Budgetoverzicht>(verzoek, Doelen.Inzien, $"deelnemers/{deelnemer.Id}/overzicht?van={maand:O}&tot={maand.AddMonths(1).AddDays(-1):O}");
        var afspraken = await budget.Lijst<Budgetafspraak>(verzoek, Doelen.Inzien, $"deelnemers/{deelnemer.Id}/afspraken?pageSize=500");
        return new MijnBudgetModel(deelnemer, maand, vandaag, await overzicht, [.. afspraken.Results.Where(a => a.GeldtOp(vandaag))]);
    }
}

/// <param name="Deelnemer">Null for who does not take part.</param>
internal sealed record MijnBudgetModel(Deelnemer? Deelnemer, DateOnly Maand, DateOnly Vandaag, Budgetoverzicht? Overzicht, IReadOnlyList<Budgetafspraak> Afspraken);
