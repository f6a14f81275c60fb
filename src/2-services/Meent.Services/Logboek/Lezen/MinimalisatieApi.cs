using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Logboek.Inname;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Verwerkingsregister;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Lezen;

/// <summary>For each purpose what it may have, asks for and is told, and what would be enough; for who watches over the use of data.</summary>
internal static class MinimalisatieApi
{
    public static void MapMinimalisatie(this IEndpointRouteBuilder logboek) => logboek.MapGet("/minimalisatie", Toon).WithName("minimalisatie_list")
        .WithSummary("Per verwerkingsactiviteit de velden die zij mag hebben, vroeg en kreeg in de laatste 90 dagen, en wat genoeg zou zijn.").Produces<Minimalisatieoverzicht>();

    private static async Task<IResult> Toon(HttpContext http, Aanroepen aanroepen, Stores stores, Doelen doelen, TimeProvider klok)
    {
        var aanroep = InnameApi.AlleenBinnen(await aanroepen.Van(http));
        var doel = aanroep.VereisDoel(Diensten.Logboek, "gebruik");
        Query.Alleen(http.Request, []);
        var nu = klok.GetUtcNow();
        var van = Veldgebruik.Dag(nu).AddDays(-Veldgebruik.Dagen);
        var store = await stores.Get(aanroep.Organisatie);
        var (sinds, gebruik) = await store.Snapshot(async session => (await Veldgebruik.Sinds(session), await Veldgebruik.Lees(session, van)), http.RequestAborted);
        var perActiviteit = gebruik.ToLookup(een => een.Activiteit, StringComparer.Ordinal);
        var magVertrouwelijk = doel.Dekt(Diensten.Logboek, "vertrouwelijk");
        return Results.Json(
            new Minimalisatieoverzicht(
                Dag(van), sinds is { } begin ? Dag(begin) : null, Minimalisatie.MinsteAntwoorden,
                [.. (await doelen.Versies(aanroep.Organisatie))
                    .Select(versies => (Versies: versies.ToList(), Nu: versies.Op(nu)))
                    .Where(een => een.Nu is { Activiteit: var activiteit } && Minimalisatie.Meet(activiteit.Gegevens) && (magVertrouwelijk || !activiteit.IsVertrouwelijk))
                    .Select(een => Minimalisatie.Van(een.Versies, een.Nu!, [.. perActiviteit[een.Nu!.Uri]], van, sinds, aanroep.Organisatie.Diensten.Contains(Diensten.Personen)))
                    .OrderBy(een => een.Naam, StringComparer.OrdinalIgnoreCase)]),
            Bronnen.Json);
    }

    private static DateOnly Dag(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
