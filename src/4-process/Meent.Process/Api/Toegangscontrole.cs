using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Problemen;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Http;

namespace Meent.Process.Api;

/// <summary>
/// Who may call: the layers of the organisation itself, and applications with a token and an authorisation of it (component <c>processen</c>, scopes
/// <c>processen.lezen</c>, <c>processen.uitvoeren</c>, <c>processen.beheren</c>).
/// </summary>
internal static class Toegangscontrole
{
    public const string Lezen = "processen.lezen";
    public const string Uitvoeren = "processen.uitvoeren";
    public const string Beheren = "processen.beheren";

    private static readonly object Sleutel = new();

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Herkomst() == Herkomst.Inway) throw new ProbleemException(new Probleem(403, "permission_denied", "Processen zijn er alleen voor de organisatie zelf."));
        http.Items[Sleutel] = http.Herkomst() == Herkomst.Intern ? Waarde(http) : Extern(http);
        return await next(context);
    }

    /// <summary>Asks for another scope than the method does.</summary>
    internal sealed record Scope(string Naam);

    /// <summary>The employee, <c>burger</c>, or null when nobody is named.</summary>
    public static string? Gebruiker(this HttpContext http) => http.Items[Sleutel] as string;

    private static string? Extern(HttpContext http)
    {
        var jwt = (ZgwJwt)http.RequestServices.GetService(typeof(ZgwJwt))!;
        var identiteit = jwt.Controleer(http.Request.Headers.Authorization, http.Organisatie().Slug, out var reden, http.Connection.ClientCertificate)
            ?? throw new ProbleemException(new Probleem(401, "not_authenticated", "Authenticatiegegevens zijn niet opgegeven of ongeldig.", reden));
        var scope = http.GetEndpoint()?.Metadata.GetMetadata<Scope>()?.Naam ?? (HttpMethods.IsGet(http.Request.Method) ? Lezen : Uitvoeren);
        var clients = (ApiClients)http.RequestServices.GetService(typeof(ApiClients))!;
        if (clients.Vind(identiteit.ClientId, http.Organisatie().Slug) is not { } client || !Mag(client, scope) || !identiteit.Mag(scope))
            throw new ProbleemException(new Probleem(403, "permission_denied", "U heeft geen toestemming om deze actie uit te voeren.", $"De client mist de scope {scope}."));
        return identiteit.UserId.Length > 0 ? identiteit.UserId : null;
    }

    private static bool Mag(ApiClient client, string scope) =>
        client.HeeftAlleAutorisaties || client.Autorisaties.Any(a => a.Component == "processen" && a.Scopes.Contains(scope));

    private static string? Waarde(HttpContext http) => http.Request.Headers[Headers.Gebruiker] is [{ Length: > 0 } gebruiker] ? gebruiker : null;
}
