using Meent.Services.EigenApi;
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

        var (gebruikt, boek, registraties) = await verzoek.Store.Snapshot(async session => (
            (await session.Bezet(id, jaar, jaar)).Count,
            await session.Regelboek(),
            (await session.Registraties(new Registratiefilter(null, id, null), new Deelvraag(1, 500))).Deel), verzoek.Stop);
        await verzoek.LogLezen("Nachten van toeristische verhuur ingezien", [.. registraties.Select(registratie => registratie.Verhuurder)]);
        var maximum = boek.MaximumVoor(jaar, vandaag);
        return http.Json(new NachtenAntwoord(jaar, maximum, gebruikt, maximum is { } max ? Math.Max(0, max - gebruikt) : null));
    }
}
