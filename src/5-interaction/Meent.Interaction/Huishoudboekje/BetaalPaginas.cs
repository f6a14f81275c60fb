using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>Paying: one proposes, another releases, the file goes to the bank.</summary>
internal sealed class BetaalPaginas(Budgetbron budget, TimeProvider klok)
{
    public const string Pad = "/werk/huishoudboekje/betalen";
    private static readonly Dictionary<string, string> Velden = new(StringComparer.Ordinal) { ["rekening"] = "rekening", ["van"] = "van", ["tot"] = "tot" };

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<BetaalPaginas>();
        var (zien, betalen, fiatteren) = (Eis.Medewerker(Rechten.BudgetAlle), Eis.Medewerker(Rechten.BudgetBetalen), Eis.Medewerker(Rechten.BudgetFiatteren));
        pagina.Get(Pad, zien, p => p.Lijst);
        pagina.Post(Pad, betalen, p => p.Stel);
        pagina.Get(Pad + "/{id:guid}", zien, p => p.Een);
        pagina.Post(Pad + "/{id:guid}/vrijgave", fiatteren, p => v => p.Doe(v, "vrijgave", "vrijgegeven"));
        pagina.Post(Pad + "/{id:guid}/verval", betalen, p => v => p.Doe(v, "verval", "vervallen"));
        pagina.Post(Pad + "/{id:guid}/weg/{betaling:guid}", betalen, p => v => p.Doe(v, $"betalingen/{v.Route("betaling")}/verval", "weggelaten"));
        pagina.Get(Pad + "/{id:guid}/bestand", betalen, p => p.Bestand);
        pagina.PostBestand(Pad + "/{id:guid}/antwoord", betalen, p => p.Antwoord);
    }

    private Task<IResult> Lijst(Verzoek verzoek)
    {
        var vandaag = klok.Vandaag();
        return ToonLijst(verzoek, new Formulier(new Dictionary<string, string> { ["van"] = $"{vandaag:yyyy-MM-dd}", ["tot"] = $"{vandaag.AddDays(7):yyyy-MM-dd}" }));
    }

    private async Task<IResult> Stel(Verzoek verzoek)
    {
        var t = verzoek.T;
        var formulier = await Formulier.Lees(verzoek);
        var rekening = formulier.Verplicht("rekening", t["Kies van welke rekening.", "Choose from which account."]);
        var van = formulier.Datum("van", t["Vul de eerste dag in.", "Fill in the first day."]);
        var tot = formulier.Datum("tot", t["Vul de laatste dag in.", "Fill in the last day."]);
        var id = await formulier.Probeer(Velden, "van", _ => null, async () => (await budget.Zend<Betaalrun>(verzoek, Doelen.Huishoudboekje, "betaalruns", new { rekening, van, tot })).Id.ToString());
        return id is null ? await ToonLijst(verzoek, formulier) : verzoek.GaNaar($"{Pad}/{id}");
    }

    private Task<IResult> Een(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> Doe(Verzoek verzoek, string stap, string gedaan)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gelukt = await formulier.Probeer(Velden, "bestand", _ => null, async () =>
        {
            await budget.Zend<Betaalrun>(verzoek, Doelen.Huishoudboekje, $"betaalruns/{verzoek.Route("id")}/{stap}");
            return gedaan;
        });
        return gelukt is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}/{verzoek.Route("id")}?gebeurd={gelukt}");
    }

    private async Task<IResult> Bestand(Verzoek verzoek) =>
        Results.File(await budget.Bestand(verzoek, Doelen.Huishoudboekje, $"betaalruns/{verzoek.Route("id")}/bestand"), "application/xml", $"betalingen-{verzoek.Route("id")}.xml");

    private async Task<IResult> Antwoord(Verzoek verzoek)
    {
        var formulier = await Formulier.Lees(verzoek);
        if (formulier.Bestand("bestand") is not { } bestand)
        {
            formulier.Fout("bestand", verzoek.T["Kies een bestand van de bank.", "Choose a file of the bank."]);
            return await Toon(verzoek, formulier);
        }

        var gedaan = await formulier.Probeer(Velden, "bestand", _ => null, async () =>
        {
            await using var stroom = bestand.OpenReadStream();
            await budget.ZendBestand(verzoek, Doelen.Huishoudboekje, $"betaalruns/{verzoek.Route("id")}/antwoord", stroom);
            return "verwerkt";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}/{verzoek.Route("id")}?gebeurd={gedaan}");
    }

    private async Task<IResult> ToonLijst(Verzoek verzoek, Formulier formulier)
    {
        var rekeningen = budget.Lijst<Bankrekening>(verzoek, Doelen.Huishoudboekje, "bankrekeningen");
        var runs = await budget.Lijst<Betaalrun>(verzoek, Doelen.Huishoudboekje, "betaalruns?pageSize=50");
        return verzoek.Toon<BetaalrunsScherm>(new BetaalrunsModel(runs.Results, (await rekeningen).Results, formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier) => await budget.Haal<Betaalrun>(verzoek, Doelen.Huishoudboekje, $"betaalruns/{verzoek.Route("id")}") is { } run
        ? verzoek.Toon<BetaalrunScherm>(new BetaalrunModel(run, verzoek.Http.Request.Query["gebeurd"].ToString(), formulier), formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
        : verzoek.NietGevonden();
}

internal sealed record BetaalrunsModel(IReadOnlyList<Betaalrun> Runs, IReadOnlyList<Bankrekening> Rekeningen, Formulier Formulier);

internal sealed record BetaalrunModel(Betaalrun Run, string Gebeurd, Formulier Formulier);
