using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Pijplijn;

/// <summary>Settings of the organisation itself.</summary>
internal static class Bekenden
{
    /// <summary>The own layers, and clients that may do everything; no other organisation ever.</summary>
    public static RouteGroupBuilder AlleenBekenden(this RouteGroupBuilder groep) => groep.AddEndpointFilter(async (aanvraag, verder) =>
    {
        var aanroep = await aanvraag.HttpContext.RequestServices.GetRequiredService<Aanroepen>().Van(aanvraag.HttpContext);
        if (aanroep.Herkomst == Herkomst.Inway || (!aanroep.IsIntern && aanroep.Client is not { HeeftAlleAutorisaties: true })) throw Weiger.GeenRecht();
        return await verder(aanvraag);
    });
}
