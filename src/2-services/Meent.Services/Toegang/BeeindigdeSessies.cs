using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Toegang;

/// <summary>
/// Sessions of layer 5 that ended before their time. A session itself stands in the browser only, so that logging in writes nothing; ending one
/// leaves a mark here until it would have ended by itself, and a copy of its cookie is worth nothing from then on, at every node.
/// </summary>
internal static class BeeindigdeSessies
{
    private static readonly TimeSpan Langst = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder toegang)
    {
        toegang.MapGet("/beeindigde-sessies/{sessie}", Een).WithName("beeindigde_sessie_read");
        toegang.MapPut("/beeindigde-sessies/{sessie}", Zet).WithName("beeindigde_sessie_update");
    }

    private static async Task<IResult> Een(string sessie, HttpContext http, Stores stores, TimeProvider klok) =>
        await (await stores.Get(http.Organisatie())).Read(s => s.One(
            "SELECT tot FROM toegang_beeindigde_sessies WHERE sessie = $1 AND tot > $2", r => new Einde(r.Instant(0)), sessie, klok.GetUtcNow()), http.RequestAborted) is { } einde
            ? Results.Json(einde, Bronnen.Json)
            : throw new ProbleemException(new Probleem(404, "not_found", "Niet gevonden.", "Deze sessie is niet voortijdig beëindigd."));

    private static async Task<IResult> Zet(string sessie, HttpContext http, Stores stores, TimeProvider klok)
    {
        var invoer = await Lichaam.Lees<Einde>(http);
        var nu = klok.GetUtcNow();
        if (!ToegangApi.IsKenmerk(sessie)) throw ToegangApi.Ongeldig(ToegangApi.Vorm("sessie"));
        if (invoer.Tot is not { } tot || tot > nu + Langst)
            throw ToegangApi.Ongeldig(new OngeldigVeld("tot", "invalid", "Noem het tijdstip waarop de sessie vanzelf eindigt, ten hoogste een dag vooruit."));
        await (await stores.Get(http.Organisatie())).Write(async s =>
        {
            await s.Execute("DELETE FROM toegang_beeindigde_sessies WHERE tot <= $1", nu);
            return await s.Execute("INSERT INTO toegang_beeindigde_sessies (sessie, tot) VALUES ($1, $2) ON CONFLICT DO NOTHING", sessie, tot);
        }, http.RequestAborted);
        return Results.Json(invoer, Bronnen.Json);
    }

    /// <param name="Tot">When the session would have ended by itself.</param>
    private sealed record Einde(DateTimeOffset? Tot);
}
