using System.Globalization;
using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>The resident: what there is, what comes and goes this month, what was agreed, and each month to keep.</summary>
internal sealed class MijnBudgetPaginas(Budgetbron budget, Avgbron aanvragen, Processenbron processen, TimeProvider klok)
{
    public const string Pad = "/mijn/huishoudboekje";
    private const string Proces = "huishoudboekje-aanvraag";
    private const string Zaaktype = "HUISHOUDBOEKJE";
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["variabelen.situatie"] = "situatie" };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<MijnBudgetPaginas>();
        pagina.Get(Pad, Eis.Inwoner, p => p.Toon);
        pagina.Post(Pad, Eis.Inwoner, p => p.VraagAan);
        pagina.Get(Pad + "/overzicht.pdf", Eis.Inwoner, p => p.Pdf);
    }

    private async Task<IResult> Toon(Verzoek verzoek) => verzoek.Toon<MijnBudgetScherm>(await Lees(verzoek));

    private async Task<IResult> VraagAan(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var situatie = formulier.Verplicht("situatie", t["Schrijf in een paar zinnen op waar u hulp bij wilt.", "Write in a few sentences what you want help with."]);
        if (!Guid.TryParse(formulier["sleutel"], out var sleutel)) formulier.Fout("situatie", t["Laad de pagina opnieuw.", "Reload the page."]);
        var gedaan = await formulier.Probeer(Velden, "situatie", _ => null, async () =>
            (await processen.Start(verzoek, Doelen.Huishoudboekje, Proces, sleutel, new { burgerservicenummer = verzoek.Inwoner.Bsn.Cijfers, situatie })).Id.ToString());
        return gedaan is null ? verzoek.Toon<MijnBudgetScherm>(await Lees(verzoek) with { Formulier = formulier }, StatusCodes.Status422UnprocessableEntity) : verzoek.GaNaar(Pad + "?gebeurd=aangevraagd");
    }

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
        if (deelnemers is not [.., var deelnemer]) return new MijnBudgetModel(null, maand, vandaag, null, []) { Aanvragen = await aanvragen.Mijn(verzoek, Zaaktype), Aangevraagd = verzoek.Http.Request.Query["gebeurd"] == "aangevraagd" };
        var overzicht = budget.Haal<Budgetoverzicht>(verzoek, Doelen.Inzien, $"deelnemers/{deelnemer.Id}/overzicht?van={maand:O}&tot={maand.AddMonths(1).AddDays(-1):O}");
        var afspraken = await budget.Lijst<Budgetafspraak>(verzoek, Doelen.Inzien, $"deelnemers/{deelnemer.Id}/afspraken?pageSize=500");
        return new MijnBudgetModel(deelnemer, maand, vandaag, await overzicht, [.. afspraken.Results.Where(a => a.GeldtOp(vandaag))]);
    }
}

/// <param name="Deelnemer">Null for who does not take part.</param>
internal sealed record MijnBudgetModel(Deelnemer? Deelnemer, DateOnly Maand, DateOnly Vandaag, Budgetoverzicht? Overzicht, IReadOnlyList<Budgetafspraak> Afspraken)
{
    /// <summary>The zaken of who asked to take part.</summary>
    public IReadOnlyList<Zaak> Aanvragen { get; init; } = [];

    public bool Aangevraagd { get; init; }

    // The business key: sending this form twice finds the same application.
    public Formulier Formulier { get; init; } = new(new Dictionary<string, string> { ["sleutel"] = $"{Guid.CreateVersion7()}" });
}
