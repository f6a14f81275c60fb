using Meent.Services.EigenApi;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Verhuur.Vergunningen;

/// <param name="Volgorde">Ids of applications in the order that was drawn; anybody can do it over with the seed.</param>
internal sealed record LotingAntwoord(string Url, string Quotum, string Zaad, IReadOnlyList<Guid> Deelnemers, IReadOnlyList<Guid> Volgorde, int EerstePlaats, DateTimeOffset GehoudenOp)
{
    public static LotingAntwoord Maak(Loting loting, Organisatie organisatie) =>
        new(organisatie.Url(Links.Loting(loting.Id)), loting.Quotum, loting.Zaad, loting.Deelnemers, loting.Volgorde, loting.EerstePlaats, loting.GehoudenOp);
}

/// <summary>Draws where more apply than there may be permits. They name no person and are open to all, so that who lost can check.</summary>
internal static class LotingEndpoints
{
    private const string Gegeven = "registraties";

    public static void MapLotingen(this IEndpointRouteBuilder verhuur)
    {
        verhuur.MapPost("/lotingen", Houd).WithName("loting_create").WithSummary("Loot onder alle aanvragen van een quotum die nog geen plaats hebben.")
            .Leest(invoer => Lees(invoer)).Produces<LotingAntwoord>(StatusCodes.Status201Created);
        verhuur.MapLees("/lotingen/{id:guid}", Een).WithName("loting_read").WithSummary("Een loting, om na te rekenen: de volgorde is die van SHA-256 over 'zaad:id'.")
            .Produces<LotingAntwoord>().AllowAnonymous();
    }

    private static async Task<IResult> Houd(HttpContext http, Toegang toegang, TimeProvider klok)
    {
        var verzoek = await toegang.Open(http, Gegeven);
        Vraag.Lees(http).Klaar();
        if (verzoek.Medewerker is null) throw Weigering.Regel(new OngeldigVeld("quotum", "alleenMedewerker", "Alleen een medewerker van de gemeente kan loten."));
        var quotum = Lees(await Invoer.Lees(http));
        var loting = await verzoek.Store.Write(async session =>
        {
            var gehouden = await session.Loot(Guid.CreateVersion7(), quotum, klok.GetUtcNow());
            await verzoek.Log(session, "Geloot om vergunningen voor toeristische verhuur");
            return gehouden;
        }, verzoek.Stop);
        var antwoord = LotingAntwoord.Maak(loting, verzoek.Organisatie);
        return http.Gemaakt(antwoord, antwoord.Url);
    }

    private static async Task<IResult> Een(Guid id, HttpContext http, Toegang toegang)
    {
        Vraag.Lees(http).Klaar();
        var loting = await (await toegang.Openbaar(http)).Read(session => session.Loting(id), http.RequestAborted) ?? throw Weigering.NietGevonden("Deze loting");
        return http.Json(LotingAntwoord.Maak(loting, http.Organisatie()));
    }

    private static string Lees(Invoer invoer)
    {
        var quotum = invoer.Verplicht("quotum", 100);
        invoer.Klaar();
        return quotum;
    }
}
