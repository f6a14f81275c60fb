using Meent.Interaction.Opvragen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Huishoudboekje;

/// <summary>Statements in, and the lines that a person has to place.</summary>
internal sealed class BankPaginas(Budgetbron budget)
{
    public const string Pad = "/werk/huishoudboekje/bank";
    private const int OpBlad = 10;
    private static readonly Dictionary<string, string> Velden = [];

    public static void Map(Paginabouwer paginas)
    {
        var pagina = paginas.Van<BankPaginas>();
        pagina.Get(Pad, Eis.Medewerker(Rechten.BudgetAlle), p => p.Lees);
        pagina.PostBestand(Pad, Eis.Medewerker(Rechten.BudgetBoeken), p => p.LeesIn);
        pagina.Post(Pad + "/{id:guid}", Eis.Medewerker(Rechten.BudgetBoeken), p => p.Boek);
        pagina.Post(Pad + "/{id:guid}/terug", Eis.Medewerker(Rechten.BudgetBoeken), p => p.Herroep);
    }

    private Task<IResult> Lees(Verzoek verzoek) => Toon(verzoek, Formulier.Leeg);

    private async Task<IResult> LeesIn(Verzoek verzoek)
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
            var antwoord = await budget.ZendBestand(verzoek, Doelen.Huishoudboekje, "afschriften", stroom);
            return $"ingelezen&nieuw={antwoord.GetProperty("afschriften").EnumerateArray().Sum(a => a.GetProperty("nieuw").GetInt32())}&geboekt={antwoord.GetProperty("geboekt").GetInt32()}";
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}?gebeurd={gedaan}");
    }

    private Task<IResult> Boek(Verzoek verzoek) => Doe(verzoek, "geboekt", formulier => budget.Zend<Bankregel>(verzoek, Doelen.Huishoudboekje, $"transacties/{verzoek.Route("id")}/boeking",
        formulier["op"].Split(':') is [var soort, var id] && soort == "rubriek" ? new { rubriek = id } : (object)new { afspraak = formulier["op"].Split(':')[^1] }));

    private Task<IResult> Herroep(Verzoek verzoek) => Doe(verzoek, "terug", _ => budget.Zend<Bankregel>(verzoek, Doelen.Huishoudboekje, $"transacties/{verzoek.Route("id")}/boeking", null, HttpMethod.Delete));

    private async Task<IResult> Doe(Verzoek verzoek, string wat, Func<Formulier, Task> doe)
    {
        var formulier = await Formulier.Lees(verzoek);
        var gedaan = await formulier.Probeer(Velden, "bestand", _ => null, async () =>
        {
            await doe(formulier);
            return wat;
        });
        return gedaan is null ? await Toon(verzoek, formulier) : verzoek.GaNaar($"{Pad}?gebeurd={gedaan}{(verzoek.Http.Request.Query["toon"] == "geboekt" ? "&toon=geboekt" : "")}");
    }

    private async Task<IResult> Toon(Verzoek verzoek, Formulier formulier)
    {
        var geboekt = verzoek.Http.Request.Query["toon"] == "geboekt";
        var pagina = int.TryParse(verzoek.Http.Request.Query["pagina"], out var nummer) && nummer is > 0 and < 10_000 ? nummer : 1;
        var rubrieken = budget.Lijst<Rubriek>(verzoek, Doelen.Huishoudboekje, "rubrieken?pageSize=500");
        var regels = await budget.Lijst<Bankregel>(verzoek, Doelen.Huishoudboekje, $"transacties?geboekt={(geboekt ? "true" : "false")}&pageSize={OpBlad}&page={pagina}");
        var voorstellen = new Dictionary<Guid, IReadOnlyList<Boekvoorstel>>();
        if (!geboekt)
        {
            // A page has ten lines; each is asked for once, side by side.
            var gevraagd = regels.Results.Select(async r => (r.Id, await budget.Lijst<Boekvoorstel>(verzoek, Doelen.Huishoudboekje, $"transacties/{r.Id}/suggesties?pageSize=5")));
            foreach (var (id, blad) in await Task.WhenAll(gevraagd)) voorstellen[id] = blad.Results;
        }

        return verzoek.Toon<BankScherm>(
            new BankModel(regels, voorstellen, (await rubrieken).Results, geboekt, pagina, verzoek.Http.Request.Query["gebeurd"].ToString(), formulier),
            formulier.IsGoed ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed record BankModel(
    Budgetblad<Bankregel> Blad, IReadOnlyDictionary<Guid, IReadOnlyList<Boekvoorstel>> Voorstellen, IReadOnlyList<Rubriek> Rubrieken, bool Geboekt, int Pagina, string Gebeurd, Formulier Formulier);
