using System.Text.Json.Nodes;
using Meent.Services.EigenApi;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Meent.Services.Logboek.Inname;

/// <summary>OTLP/HTTP 1.x, in protobuf and in JSON. The answer is in the form of the request, also when it is a refusal.</summary>
internal static class InnameApi
{
    private const string Protobuf = "application/x-protobuf";

    public static void MapInname(this IEndpointRouteBuilder logboek) => logboek.MapPost("/v1/traces", Neem).WithName("traces_export");

    private static async Task Neem(HttpContext http, Innemer innemer)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var soort) || !soort.MediaType.Equals(Protobuf, StringComparison.OrdinalIgnoreCase))
        {
            var inneming = await innemer.Neem(http, async () =>
            {
                http.Request.Body = await Innemer.Uitgepakt(http.Request.Body, http.Request.Headers.ContentEncoding, http.RequestAborted);
                return await Lichaam.LeesRuim<OtlpBericht>(http);
            });
            await Results.Text(Json(inneming).ToJsonString(), "application/json").ExecuteAsync(http);
            return;
        }

        ReadOnlyMemory<byte> antwoord;
        try
        {
            antwoord = OtlpProto.Antwoord(await innemer.Neem(http, async () =>
            {
                using var bericht = await Innemer.Uitgepakt(http.Request.Body, http.Request.Headers.ContentEncoding, http.RequestAborted);
                return Innemer.VanProto(bericht.GetBuffer().AsSpan(0, (int)bericht.Length));
            }));
        }
        catch (ProbleemException fout)
        {
            http.Response.StatusCode = fout.Probleem.Status;
            http.Response.Headers.RetryAfter = fout.Probleem.RetryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
            antwoord = OtlpProto.Weigering(fout.Probleem);
        }

        http.Response.ContentType = Protobuf;
        http.Response.ContentLength = antwoord.Length;
        await http.Response.Body.WriteAsync(antwoord, http.RequestAborted);
    }

    /// <summary>A request that was taken whole leaves <c>partialSuccess</c> out.</summary>
    private static JsonObject Json(Inneming inneming) => inneming.Geweigerd == 0 ? [] : new()
    {
        ["partialSuccess"] = new JsonObject { ["rejectedSpans"] = $"{inneming.Geweigerd}", ["errorMessage"] = inneming.Reden },
    };

    /// <summary>For what names a person plainly.</summary>
    internal static Aanroep AlleenBinnen(Aanroep aanroep) => aanroep.IsIntern ? aanroep : throw Weiger.GeenRecht("Dit kan alleen binnen de organisatie.");
}
