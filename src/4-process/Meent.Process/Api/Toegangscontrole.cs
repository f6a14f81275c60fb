using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Process.Api;

/// <summary>Who may call: the layers of the organisation itself, and applications with a token of its own.</summary>
internal static class Toegangscontrole
{
    private static readonly object Sleutel = new();

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Herkomst() == Herkomst.Inway) throw new ProbleemException(new Probleem(403, "permission_denied", "Processen zijn er alleen voor de organisatie zelf."));
        http.Items[Sleutel] = http.Herkomst() == Herkomst.Intern ? Waarde(http) : Extern(http);
        return await next(context);
    }

    /// <summary>The employee, <c>burger</c>, or null when nobody is named.</summary>
    public static string? Gebruiker(this HttpContext http) => http.Items[Sleutel] as string;

    private static string? Extern(HttpContext http)
    {
        var jwt = (ZgwJwt)http.RequestServices.GetService(typeof(ZgwJwt))!;
        var identiteit = jwt.Controleer(http.Request.Headers.Authorization, http.Organisatie().Slug, out var reden)
            ?? throw new ProbleemException(new Probleem(401, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of ongeldig.", reden));
        return identiteit.UserId.Length > 0 ? identiteit.UserId : null;
    }

    private static string? Waarde(HttpContext http) => http.Request.Headers[Headers.Gebruiker] is [{ Length: > 0 } gebruiker] ? gebruiker : null;
}
