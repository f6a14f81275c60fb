using Meent.Services.Sdep.Deelnemers;
using Meent.Services.Sdep.Fouten;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Meent.Services.Sdep;

/// <summary>Whether the entry point is there, and whether a token is good: of no role and no version.</summary>
internal static class Algemeen
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var groep = routes.MapGroup(Diensten.Pad(Diensten.Sdep)).WithTags("SDEP");
        groep.AddEndpointFilter(Foutvertaler.Vang);
        groep.MapMethods("/health", [HttpMethods.Get, HttpMethods.Head], () => Ok()).WithName("sdep_health").WithSummary("Whether it is there.").AllowAnonymous();
        groep.MapMethods("/ping", [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, Toelating toelating) =>
        {
            await toelating.Bekend(http);
            return Ok();
        }).WithName("sdep_ping").WithSummary("Whether a token is good.");
    }

    private static IResult Ok() => SdepJson.Antwoord(json =>
    {
        json.WriteStartObject();
        json.WriteString("status", "OK");
        json.WriteEndObject();
    });
}
