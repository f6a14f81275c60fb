using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Regels;

/// <param name="Plaats">Whether the source knew where the dwelling lies; without it, rules for an area are left out.</param>
/// <param name="Gebieden">Names of the areas in which it lies.</param>
/// <param name="Regel">What is asked; absent where nothing is regulated.</param>
internal sealed record ToetsAntwoord(DateOnly Datum, bool Plaats, IReadOnlyList<string> Gebieden, string? Voorwaardenversie, Regel? Regel);

/// <param name="Herhaling">The earlier offence that makes it a repetition.</param>
internal sealed record BoeteAntwoord(Overtreding Overtreding, DateOnly Datum, int? Bedrag, DateOnly? Herhaling, string? Artikel, string? Regels);

/// <summary>What the rules say of a case, also rules that are only a draft: for who wants to know before applying, and for who writes them. Rules are public, so this is too.</summary>
internal static class RegeltoetsEndpoints
{
    public static void MapRegeltoets(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/regels/_toets", Toets).WithName("regels_toets").WithSummary("Wat de regels van een woning vragen; met een concept erbij: wat dat zou vragen.")
            .Leest(invoer => Lees(invoer)).Produces<ToetsAntwoord>().AllowAnonymous();
        verhuur.MapPost("/regels/_boete", Boete).WithName("regels_boete").WithSummary("Wat een overtreding kost volgens de regels van die dag.")
            .Leest(invoer => LeesBoete(invoer)).Produces<BoeteAntwoord>().AllowAnonymous();
        verhuur.MapLees("/regels/voorbeelden", Voorbeelden).WithName("regels_voorbeelden").WithSummary("Regels zoals gemeenten ze hebben, om van uit te gaan.")
            .Produces<IReadOnlyList<Voorbeeld>>().AllowAnonymous();
    }

    private static async Task<IResult> Toets(HttpContext http, Toegang toegang, Adresplek adresplek, TimeProvider klok)
    {
        Vraag.Lees(http).Klaar();
        var (woonruimte, deel, gebruik, datum, concept) = Lees(await Invoer.Lees(http));
        var dag = datum ?? klok.Vandaag();
        var store = await toegang.Openbaar(http);
        var plek = await adresplek.Zoek(http.Organisatie(), woonruimte, http.RequestAborted);
        return await store.Read(async session =>
        {
            var gebieden = await session.Gebieden();
            concept?.Controleer(gebieden);
            // The source first: what the register keeps of a dwelling says that somebody let it, and a stranger must not learn that here.
            var ligging = plek is { } gevonden ? await session.Ligging(gevonden) : new HashSet<Guid>();
            var regels = concept ?? (await session.Regelboek()).Op(dag);
            return http.Json(new ToetsAntwoord(
                dag, plek is not null, [.. gebieden.Where(g => ligging.Contains(g.Id)).Select(g => g.Naam)], regels?.Voorwaardenversie, regels?.Voor(new Geval(ligging, deel, gebruik))));
        }, http.RequestAborted);
    }

    private static async Task<IResult> Boete(HttpContext http, Toegang toegang)
    {
        Vraag.Lees(http).Klaar();
        var (overtreding, datum, eerdere) = LeesBoete(await Invoer.Lees(http));
        var regels = (await (await toegang.Openbaar(http)).Read(session => session.Regelboek(), http.RequestAborted)).Op(datum);
        var boete = regels?.Boete(overtreding, datum, eerdere);
        return http.Json(new BoeteAntwoord(overtreding, datum, boete?.Bedrag, boete?.EerderOp, boete?.Artikel, regels is null ? null : http.Organisatie().Url(Links.Regelset(regels.Id))));
    }

    private static Task<IResult> Voorbeelden(HttpContext http)
    {
        Vraag.Lees(http).Klaar();
        return Task.FromResult(http.Json(Voorbeeld.Alle));
    }

    private static (string Woonruimte, Deel? Deel, Gebruik? Gebruik, DateOnly? Datum, Regelset? Concept) Lees(Invoer invoer)
    {
        var gelezen = (
            invoer.Verplicht("adresseerbaarObjectIdentificatie", RegistratieInvoer.IsBag, RegistratieInvoer.BagVorm),
            invoer.OptioneleKeuze<Deel>("deel"),
            invoer.OptioneleKeuze<Gebruik>("gebruik"),
            invoer.OptioneleDatum("datum"),
            invoer.OptioneelDeel("concept") is { } concept ? RegelInvoer.Lees(concept) : null);
        invoer.Klaar();
        return gelezen;
    }

    private static (Overtreding Overtreding, DateOnly Datum, IReadOnlyList<DateOnly> Eerdere) LeesBoete(Invoer invoer)
    {
        var gelezen = (invoer.Keuze<Overtreding>("overtreding"), invoer.Datum("datum"), invoer.Delen("eerdere", 100, deel => deel.Datum("datum")));
        invoer.Klaar();
        return gelezen;
    }
}
