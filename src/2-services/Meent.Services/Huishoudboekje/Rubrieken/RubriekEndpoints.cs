using Meent.Services.EigenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Huishoudboekje.Rubrieken;

internal static class RubriekEndpoints
{
    private const string Gegeven = "rubrieken";

    public static void MapRubrieken(this IEndpointRouteBuilder boek)
    {
        boek.MapPost("/rubrieken", Voeg).WithName("huishoudboekje_rubriek_create").WithSummary("Voeg een rubriek toe.").Leest(invoer => Lees(invoer)).Produces<RubriekAntwoord>(StatusCodes.Status201Created);
        boek.MapLees("/rubrieken", Lijst).WithName("huishoudboekje_rubriek_list").WithSummary("Rubrieken, op naam.").VraagtDeel().Produces<Pagina<RubriekAntwoord>>();
    }

    private static async Task<IResult> Voeg(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        var rubriek = Lees(await Invoer.Lees(http));
        await verzoek.Store.Write(async session =>
            await session.Voeg(rubriek) ? true : throw Weigering.Botst("grootboekrekening", "bestaat", "Er is al een rubriek met deze grootboekrekening."), verzoek.Stop);
        var antwoord = RubriekAntwoord.Van(rubriek, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        var vraag = Vraag.Lees(http);
        var deel = vraag.Deel();
        vraag.Klaar();
        var rubrieken = await verzoek.Store.Read(session => session.Rubrieken(), verzoek.Stop);
        return http.Lijst(verzoek.Organisatie.Url("rubrieken"), deel, rubrieken.Count,
            [.. rubrieken.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(r => RubriekAntwoord.Van(r, verzoek.Organisatie))]);
    }

    private static Rubriek Lees(Invoer invoer)
    {
        var rubriek = new Rubriek(
            Guid.CreateVersion7(), invoer.Verplicht("naam", 100), invoer.Verplicht("grootboekrekening", IsCode, "Een code van het Referentie Grootboekschema, zoals WKprAklEkn."), invoer.Keuze<Richting>("richting"));
        invoer.Klaar();
        return rubriek;
    }

    private static bool IsCode(string tekst) => tekst.Length is > 0 and <= 40 && tekst.All(char.IsAsciiLetterOrDigit);
}
