using System.Text.Json.Nodes;
using Meent.Data.Logboek;
using Meent.Data.Opslag;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Logboek.Inname;

/// <summary>
/// Takes records from the applications of the own organisation, as OTLP/HTTP in JSON. A 200 says that every record not counted as rejected is durable;
/// sending the same spans again changes nothing.
/// </summary>
internal static class InnameApi
{
    private const int PerTransactie = 500;

    public static void MapInname(this IEndpointRouteBuilder logboek) => logboek.MapPost("/v1/traces", Neem).WithName("traces_export");

    private static async Task<IResult> Neem(HttpContext http, Aanroepen aanroepen, Stores stores, Pseudoniemen pseudoniemen)
    {
        var organisatie = AlleenBinnen(await aanroepen.Van(http)).Organisatie;
        var lezer = new SpanLezer(pseudoniemen, organisatie);
        lezer.Lees(await Lichaam.LeesRuim<OtlpBericht>(http));
        if (lezer.Regels.Count > 0)
        {
            var store = await stores.Get(organisatie);
            foreach (var deel in lezer.Regels.Chunk(PerTransactie)) await store.Write(session => session.Logboek(deel), http.RequestAborted);
        }

        var antwoord = new JsonObject { ["partialSuccess"] = new JsonObject() };
        if (lezer.Geweigerd.Count > 0)
        {
            antwoord["partialSuccess"]!["rejectedSpans"] = $"{lezer.Geweigerd.Count}";
            antwoord["partialSuccess"]!["errorMessage"] = string.Join(" ", lezer.Geweigerd.Distinct());
        }

        return Results.Text(antwoord.ToJsonString(), "application/json");
    }

    /// <summary>The data subject arrives plain, so only from inside the organisation.</summary>
    internal static Aanroep AlleenBinnen(Aanroep aanroep) => aanroep.IsIntern ? aanroep : throw Weiger.GeenRecht("Dit kan alleen binnen de organisatie.");
}
