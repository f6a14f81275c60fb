using Meent.Standards.Koppelvlak;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Meent.Process.Api;

/// <summary>The API of the process layer, by the NL API Design Rules.</summary>
internal static class ProcesApi
{
    public const string Versie = "0.1.0";

    private const long MaxBericht = 256_000;

    public static void MapProcesApi(this IEndpointRouteBuilder endpoints)
    {
        var groep = endpoints.MapGroup(Diensten.Pad(Diensten.Processen)).WithTags("processen").WithMetadata(new RequestSizeLimitAttribute(MaxBericht));
        groep.AddEndpointFilter(MetVersie);
        groep.AddEndpointFilter(Toegangscontrole.Filter);
        groep.AddEndpointFilter(BronFouten);
        groep.MapInstanties();
        groep.MapTaken();
        groep.MapProcesdefinities();
    }

    private static ValueTask<object?> MetVersie(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["API-Version"] = Versie;
        return next(context);
    }

    /// <summary>A bron that cannot be reached is not an error in the request.</summary>
    private static async ValueTask<object?> BronFouten(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BronException e)
        {
            throw new ProbleemException(new Probleem(e.Status is 429 or 503 ? 503 : 502, e.Code, "Een bron waarop dit steunt, antwoordt niet.", $"Het gaat om {e.Dienst}.") { RetryAfter = 5 });
        }
        catch (HttpRequestException)
        {
            throw new ProbleemException(new Probleem(503, "bron-onbereikbaar", "Een bron waarop dit steunt, is niet bereikbaar.") { RetryAfter = 5 });
        }
    }
}
