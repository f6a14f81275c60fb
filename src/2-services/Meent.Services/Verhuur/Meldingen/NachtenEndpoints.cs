using Meent.Services.EigenApi;
using Meent.Services.Verhuur.Gebieden;
using Meent.Services.Verhuur.Regels;
using Meent.Services.Verhuur.Registraties;
using Meent.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Meldingen;

/// <summary>Nights of a dwelling in a calendar year, over all hosts and numbers.</summary>
/// <param name="Maximum">Absent when the rules set no limit, and so is <paramref name="Over"/>.</param>
internal sealed record NachtenAntwoord(int Jaar, int? Maximum, int Gebruikt, int? Over);

internal static class NachtenEndpoints
{
    public static void MapNachten(this IEndpointRouteBuilder verhuur) => verhuur.MapLees("/woonruimten/{id}/nachten", Nachten)
        .WithName("woonruimte_nachten").WithSummary("Nachten die in een kalenderjaar gebruikt en over zijn, van alle verhuurders samen.")
            .Vraagt(Parameter.Getal("jaar", "Kalenderjaar; zonder dit het huidige.", 2000, 2999)).Produces<NachtenAntwoord>();

    private static async Task<IResult> Nachten(string id, HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, "nachten");
        var vraag = Vraag.Lees(http);
        var vandaag = klok.Vandaag();
        var jaar = vraag.Getal("jaar", vandaag.Year, 2000, 2999);
        vraag.Klaar();
        if (!RegistratieInvoer.IsBag(id)) throw Weigering.NietGevonden("Deze woonruimte");

        var (gebruikt, boek, gebieden, registraties) = await verzoek.Store.Snapshot(async session => (
            (await session.Bezet(id, jaar, jaar)).Count,
            await session.Regelboek(),
            await session.Ligging(id),
            (await session.Registraties(new Registratiefilter(null, id, null), new Deelvraag(1, 500))).Deel), verzoek.Stop);
        await verzoek.LogLezen("Nachten van toeristische verhuur ingezien", [.. registraties.Select(registratie => registratie.Verhuurder)]);
        // The nights are of the dwelling: where several let it differently, the strictest maximum is what is left of it.
        var gevallen = registraties.Where(r => !r.IsBeeindigd).Select(r => new Geval(gebieden, r)).DefaultIfEmpty(new Geval(gebieden, null, null));
        var maximum = gevallen.Min(geval => boek.MaximumVoor(jaar, vandaag, geval));
        return http.Json(new NachtenAntwoord(jaar, maximum, gebruikt, maximum is { } max ? Math.Max(0, max - gebruikt) : null));
    }
}
