using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Interaction.Paginas;

/// <summary>Turns a bare 404 into a page for who reads pages.</summary>
internal static class Foutpaginas
{
    public static async Task Toon(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: StatusCodes.Status404NotFound, ContentType: null, ContentLength: null }) return;
        if (!HttpMethods.IsGet(http.Request.Method) || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) return;
        Kopregels.Zet(http, []);
        await new Verzoek(http, http.OrganisatieOfNiets(), null).NietGevonden().ExecuteAsync(http);
    }
}
