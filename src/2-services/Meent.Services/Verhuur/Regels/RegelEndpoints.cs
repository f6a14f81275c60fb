using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Gebieden;
using Meent.Standards;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Regels;

/// <summary>A version as callers see it; when it ends follows from the next one.</summary>
internal sealed record RegelsetAntwoord(
    string Url,
    int Versie,
    DateOnly GeldigVan,
    DateOnly? GeldigTot,
    string Voorwaardenversie,
    IReadOnlyList<Regel> Regels,
    IReadOnlyList<Boete> Boetes,
    int Recidivejaren);

/// <summary>The municipality's rules, for everybody to read; an administrator adds versions, none is ever changed.</summary>
internal static class RegelEndpoints
{
    public static void MapRegels(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapLees("/regels", Lijst).WithName("regels_list").WithSummary("Versies van de regels; met datum de versie die op die dag geldt.")
            .VraagtDeel(Parameter.Datum("datum", "De versie die op deze dag geldt.")).Produces<Pagina<RegelsetAntwoord>>().AllowAnonymous();
        verhuur.MapLees("/regels/{id:guid}", Een).WithName("regels_read").WithSummary("Een versie van de regels.")
            .Produces<RegelsetAntwoord>().AllowAnonymous();
        verhuur.MapPost("/regels", Maak).WithName("regels_create").WithSummary("Een nieuwe versie van de regels, vanaf vandaag of later.")
            .Leest(invoer => Lees(invoer)).Produces<RegelsetAntwoord>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> Lijst(HttpContext http, Toegang toegang)
    {
        var vraag = Vraag.Lees(http);
        var datum = vraag.Datum("datum");
        var deel = vraag.Deel();
        vraag.Klaar();
        var boek = await (await toegang.Openbaar(http)).Read(session => session.Regelboek(), http.RequestAborted);
        var versies = datum is { } dag ? boek.Op(dag) is { } versie ? [versie] : [] : boek.Versies;
        return http.Lijst(http.Organisatie().Url("regels"), deel, versies.Count,
            [.. versies.Skip((int)deel.Overslaan).Take(deel.PageSize).Select(v => Antwoord(v, boek, http.Organisatie()))]);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        Vraag.Lees(http).Klaar();
        var boek = await (await toegang.Openbaar(http)).Read(session => session.Regelboek(), http.RequestAborted);
        var versie = boek.Versies.FirstOrDefault(v => v.Id == id) ?? throw Weigering.NietGevonden("Deze versie van de regels");
        return http.Json(Antwoord(versie, boek, http.Organisatie()));
    }

    private static async Task<IResult> Maak(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, "regels");
        Vraag.Lees(http).Klaar();
        var invoer = await Invoer.Lees(http);
        var regelset = Lees(invoer);
        if (regelset.GeldigVan < klok.Vandaag()) throw Weigering.Regel(new OngeldigVeld("geldigVan", "verleden", "Regels gaan niet in voor vandaag: wat gold, blijft staan."));
        var sleutel = http.Sleutel(invoer);

        var (versie, boek) = await verzoek.Store.Write(async session =>
        {
            var eerder = await session.Eerder("regels", sleutel, regelset.Id, klok);
            if (eerder is null)
            {
                regelset.Controleer(await session.Gebieden());
                await session.Voeg(regelset);
            }

            var alle = await session.Regelboek();
            return (alle.Versies.First(v => v.Id == (eerder ?? regelset.Id)), alle);
        }, verzoek.Stop);
        var antwoord = Antwoord(versie, boek, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static Regelset Lees(Invoer invoer)
    {
        var regelset = RegelInvoer.Lees(invoer);
        invoer.Klaar();
        return regelset;
    }

    private static RegelsetAntwoord Antwoord(Regelset versie, Regelboek boek, Organisatie organisatie) => new(
        organisatie.Url(Links.Regelset(versie.Id)), versie.Versie, versie.GeldigVan, boek.GeldigTot(versie), versie.Voorwaardenversie,
        versie.Regels, versie.Boetes, versie.Recidivejaren);
}
