using Meent.Integration.Auditlog;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Poort;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Integration.Beheer;

/// <summary>The request for a certificate, and what the issuer made of it, for the pages. A private key goes neither way.</summary>
internal static class Certificaataanvragen
{
    private const int GrootsteVerzoek = 256 * 1024;

    public static void MapCertificaataanvraag(this IEndpointRouteBuilder fsc)
    {
        fsc.MapGet("/certificaataanvraag", (HttpContext http, Certificaatbeheer beheer) => Results.Json(Json(beheer.Toon(http.Organisatie())))).WithName("certificaataanvraag_read");
        fsc.MapPost("/certificaataanvraag", Maak).WithName("certificaataanvraag_create");
        fsc.MapDelete("/certificaataanvraag", async (HttpContext http, Certificaatbeheer beheer) =>
        {
            await beheer.TrekIn(http.Organisatie(), http.Opdrachtgever(), http.RequestAborted);
            return Results.NoContent();
        }).WithName("certificaataanvraag_delete");
        fsc.MapPut("/certificaataanvraag/keten", Neem).WithName("certificaatketen_update");
        fsc.MapPost("/certificaataanvraag/proefketen", async (HttpContext http, Certificaatbeheer beheer) =>
        {
            await beheer.NeemVanProefanker(http.Organisatie(), http.Opdrachtgever(), http.RequestAborted);
            return Results.NoContent();
        }).WithName("proefketen_create");
    }

    private static async Task<IResult> Maak(HttpContext http, Certificaatbeheer beheer)
    {
        using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteVerzoek));
        var soort = new Veld(json.RootElement, "").LidOfNiets("soort")?.Tekst();
        return Results.Json(Json(await beheer.VraagAan(http.Organisatie(), soort, http.Opdrachtgever(), http.RequestAborted)), statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Neem(HttpContext http, Certificaatbeheer beheer)
    {
        using var json = IJson.Parse(await Lichaam.Lees(http, GrootsteVerzoek));
        await beheer.Neem(http.Organisatie(), new Veld(json.RootElement, "").Lid("pem").Tekst(1, GrootsteVerzoek), http.Opdrachtgever(), http.RequestAborted);
        return Results.NoContent();
    }

    private static object Json(Aanvraag aanvraag) => new { csr = aanvraag.Csr, public_key_thumbprint = aanvraag.PublicKeyThumbprint, made_at = aanvraag.Gemaakt };
}
