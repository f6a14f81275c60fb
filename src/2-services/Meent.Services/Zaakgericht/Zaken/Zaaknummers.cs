using System.Text.Json;
using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// Numbers for zaken that are still to be made (Zaken API 1.7.0, zaaknummer_reserveren): out of the sequence of the others, so no zaak that leaves its
/// number to us ever gets one.
/// </summary>
internal static class Zaaknummers
{
    public const string Voorvoegsel = "ZAAK";

    public static void MapZaaknummers(this IEndpointRouteBuilder routes, Dienstverlening diensten) =>
        routes.MapPost($"{Diensten.Pad(Diensten.Zaken)}/zaaknummer_reserveren", (RequestDelegate)(http => Reserveer(http, diensten)))
            .WithName("zaaknummer_reserveren").WithTags("zaaknummer_reserveren").WithMetadata(ZakenResources.Zaken, new Scope(ZakenResources.Zaken.ScopeAanmaken!.ToString()));

    private static async Task Reserveer(HttpContext http, Dienstverlening diensten)
    {
        var aanroep = await diensten.Aanroepen.Van(http);
        aanroep.Eis(ZakenResources.Zaken.ScopeAanmaken!, ZakenResources.Zaken);
        Query.Alleen(http.Request, []);
        using var json = await Inhoud.Lees(http);
        var aantal = Vorm.Lees<Reservering>(json.RootElement, []).Aantal;
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        var nummers = await diensten.Nummers.Reserveer(store, ZakenResources.Zaken.Bron, Voorvoegsel, aantal, http.RequestAborted);
        using var buffer = new Buffer();
        // One number is an object, more are a list: so says the text of the standard, and Open Zaak does it.
        buffer.Schrijf(JsonSerializer.SerializeToUtf8Bytes(nummers.Count == 1 ? Antwoord(nummers[0]) : nummers.Select(Antwoord), Vorm.Json));
        http.Response.Headers["API-version"] = Zaakdeel.Versie;
        await Pijplijn.Lezen.Antwoord.Json(http, buffer, StatusCodes.Status201Created);
    }

    private static object Antwoord(string zaaknummer) => new { zaaknummer };
}
