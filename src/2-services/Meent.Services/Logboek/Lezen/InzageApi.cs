using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Standards;
using Meent.Standards.Identificaties;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Logboek;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Lezen;

/// <summary>
/// What a resident sees of the use of their data: each record with the purpose and ground that held at that time, and nothing of employees, systems
/// or other persons. Confidential activities are left out until their term has passed.
/// </summary>
internal static class InzageApi
{
    private const int PerPagina = 50;

    public static void MapInzage(this IEndpointRouteBuilder logboek) => logboek.MapPost("/inzage", Lees).WithName("inzage");

    private static async Task<IResult> Lees(HttpContext http, Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen, Duiding duiding, TimeProvider klok)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        aanroep.VereisDoel(Diensten.Logboek, "inzage");
        var vraag = await Lichaam.Lees<Inzagevraag>(http);
        if (!Bsn.TryParse(vraag.Burgerservicenummer, out var bsn))
            throw Weiger.Ongeldig("burgerservicenummer", "invalid", "Geen geldig burgerservicenummer.");
        if (vraag.Tot < vraag.Van) throw Weiger.Ongeldig("tot", "invalid", "Kies een dag die niet voor de eerste dag ligt.");
        var zoek = new Logvraag(PerPagina + 1)
        {
            Betrokkene = pseudoniemen.Van(aanroep.Organisatie, LogboekAttributen.Bsn, bsn.Cijfers),
            Vanaf = vraag.Van?.BeginVanDag(),
            // The last day counts in whole, with what began on it and went on.
            Voor = vraag.Tot?.AddDays(1).BeginVanDag(),
            Na = LezenVraag.LeesCursor(vraag.Cursor),
        };
        var regels = await (await stores.Get(aanroep.Organisatie)).Read(session => session.Zoek(zoek), http.RequestAborted);
        var verwerkingen = new List<Verwerking>();
        foreach (var regel in regels.Take(PerPagina))
        {
            if (await duiding.Duid(aanroep.Organisatie, regel.Regel, klok.GetUtcNow()) is { } verwerking) verwerkingen.Add(verwerking);
        }

        var meer = regels.Count > PerPagina ? LezenVraag.MaakCursor(new Logplaats(regels[PerPagina - 1].Regel.Begin, regels[PerPagina - 1].Nummer)) : null;
        return Results.Json(new Inzageantwoord(verwerkingen, meer), Bronnen.Json);
    }
}

/// <param name="Van">First day, in the Netherlands.</param>
/// <param name="Tot">Last day.</param>
internal sealed record Inzagevraag(string? Burgerservicenummer, DateOnly? Van, DateOnly? Tot, string? Cursor);

/// <param name="Cursor">To be sent along for the next page; null when there is none. A page may hold fewer than it could.</param>
internal sealed record Inzageantwoord(IReadOnlyList<Verwerking> Verwerkingen, string? Cursor);
