using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;
using Microsoft.AspNetCore.Http;

namespace Meent.Services.HaalCentraal;

/// <summary>The Haal Centraal APIs answer an unknown caller with 401, where the ZGW APIs have 403.</summary>
internal static class Aanmelding
{
    private const string NietBekend = "not_authenticated";

    /// <exception cref="ProbleemException">401: the caller is not known. 403: the purpose is not.</exception>
    public static async ValueTask<Aanroep> VanHaalCentraal(
        this Aanroepen aanroepen, HttpContext http, string type, Func<string, ProbleemException> nietGeautoriseerd)
    {
        try
        {
            return await aanroepen.Van(http);
        }
        catch (ProbleemException e) when (e.Probleem.Code == NietBekend)
        {
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.WWWAuthenticate = "Bearer";
                return Task.CompletedTask;
            });
            throw new ProbleemException(new Probleem(401, "authentication", "Niet correct geauthenticeerd.", e.Probleem.Detail) { Type = type });
        }
        catch (ProbleemException e) when (e.Probleem.Status == 403)
        {
            throw nietGeautoriseerd(e.Probleem.Detail);
        }
    }
}
