using System.Text;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lezen;
using Meent.Services.Pijplijn.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Buffer = Meent.Services.Pijplijn.Lezen.Buffer;

namespace Meent.Services.Zaakgericht.Autorisaties;

internal static class AutorisatiesApi
{
    private static readonly string[] ClientId = ["clientId"];

    public static void MapAutorisaties(this IEndpointRouteBuilder routes, Dienstverlening diensten)
    {
        var applicaties = AutorisatiesResources.Applicaties;
        routes.MapResource(applicaties, diensten);
        routes.MapGet($"{applicaties.Pad}/consumer", (RequestDelegate)(http => Consumer(http, diensten)))
            .WithName("applicatie_consumer").WithTags(applicaties.Meervoud).WithMetadata(applicaties, new Scope(AutorisatiesResources.Lezen));
        routes.MapResource(AutorisatiesResources.Rechten, diensten);
    }

    /// <summary>
    /// What the client of this id may, as the component that asks has to apply it: rights per type or catalogue written out for each version of a type.
    /// The standard answers an array, although it holds one.
    /// </summary>
    private static async Task Consumer(HttpContext http, Dienstverlening diensten)
    {
        var resource = AutorisatiesResources.Applicaties;
        var aanroep = await diensten.Aanroepen.Van(http);
        aanroep.Eis(resource.ScopeLezen, resource);
        Query.Alleen(http.Request, ClientId);
        var clientId = http.Request.Query["clientId"].ToString();
        if (clientId.Length == 0) throw Weiger.Ongeldig("clientId", "required", "Dit veld is vereist.");
        var store = await diensten.Stores.Get(aanroep.Organisatie);
        if (await diensten.Rechtenboek.Applicatie(store, clientId) is not { } gevonden) throw Weiger.NietGevonden();
        using var buffer = new Buffer();
        buffer.Schrijf("["u8);
        buffer.Kopieer(Vorm.Bewaar(gevonden.Model, resource.Url(gevonden.Id, null), gevonden.Id, resource.MetUuid), Encoding.UTF8.GetBytes(aanroep.Organisatie.Basis));
        buffer.Schrijf("]"u8);
        http.Response.Headers["API-version"] = resource.ApiVersie;
        await Antwoord.Json(http, buffer, StatusCodes.Status200OK);
    }
}
