using Meent.Data.Logboek;
using Meent.Services.Pijplijn;
using Meent.Services.Zaakgericht.Autorisaties;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Meent.Services.Toegang.OAuth;

/// <summary>
/// OAuth 2.0 beside the tokens that clients of the ZGW standard make themselves: client credentials with <c>private_key_jwt</c> or <c>tls_client_auth</c> in the
/// NL GOV profile. What a client may follows from its authorisations; scopes that it asks for limit a token to some of them.
/// </summary>
internal static class OAuthApi
{
    private const string Token = "/oauth/token";
    private const string Jwks = "/oauth/jwks";
    private const string Metadata = "/.well-known/oauth-authorization-server";
    private const string Bewijssoort = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private const string Sleutelbewijs = "private_key_jwt";
    private const string Tlsbewijs = "tls_client_auth";
    private const int LangsteScope = 1_000;

    private static readonly string[] Algoritmen = ["PS256", "ES256", "RS256"];
    private static readonly string[] Soorten = ["client_credentials"];

    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.TryAddSingleton(new TlsOptions());
        return services
            .AddSingleton<Clientbewijs>()
            .AddSingleton<Certificaatbewijs>()
            .AddSingleton(diensten => new Toegangstokens(diensten.GetRequiredService<Sleutelkluis>().VanKnopen, diensten.GetRequiredService<OrganisatieLijst>(), diensten.GetRequiredService<TimeProvider>()));
    }

    public static void MapOAuth(this IEndpointRouteBuilder routes)
    {
        var groep = routes.MapGroup("").WithTags("OAuth").AllowAnonymous();
        groep.MapPost(Token, Geef).WithName("oauth_token").DisableAntiforgery();
        groep.MapGet(Jwks, (HttpContext http, Toegangstokens tokens) => http.OrganisatieOfNiets() is null ? Results.NotFound() : Results.Json(tokens.Sleutelset())).WithName("oauth_jwks");
        groep.MapGet(Metadata, (HttpContext http, TlsOptions tls) => http.OrganisatieOfNiets() is { } organisatie ? Beschrijving(organisatie, tls) : Results.NotFound()).WithName("oauth_metadata");
        // RFC 8414 §3.1: the well-known part goes before the path of an issuer that has one.
        groep.MapGet(Metadata + "/{slug}", (string slug, OrganisatieLijst organisaties, TlsOptions tls) => organisaties.Vind(slug) is { } organisatie ? Beschrijving(organisatie, tls) : Results.NotFound())
            .WithName("oauth_metadata_pad");
    }

    /// <summary>RFC 8414; what needs a certificate is told only where a port takes those (RFC 8705 §5).</summary>
    private static IResult Beschrijving(Organisatie organisatie, TlsOptions tls)
    {
        var velden = new Dictionary<string, object>
        {
            ["issuer"] = organisatie.Basis,
            ["token_endpoint"] = organisatie.Basis + Token,
            ["jwks_uri"] = organisatie.Basis + Jwks,
            ["grant_types_supported"] = Soorten,
            ["response_types_supported"] = Array.Empty<string>(),
            ["token_endpoint_auth_methods_supported"] = (string[])(tls.Luister is null ? [Sleutelbewijs] : [Sleutelbewijs, Tlsbewijs]),
            ["token_endpoint_auth_signing_alg_values_supported"] = Algoritmen,
        };
        if (tls.Van(organisatie) is { } basis)
        {
            velden["tls_client_certificate_bound_access_tokens"] = true;
            velden["mtls_endpoint_aliases"] = new { token_endpoint = basis + Token };
        }

        return Results.Json(velden);
    }

    private static async Task<IResult> Geef(HttpContext http, Clientbewijs bewijzen, Certificaatbewijs certificaten, Rechtenboek rechten, Toegangstokens tokens)
    {
        if (http.OrganisatieOfNiets() is not { } organisatie) return Results.NotFound();
        // RFC 6749 §5.1: an answer with a token is never kept.
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType) return Fout("invalid_request", "Stuur application/x-www-form-urlencoded.");
        var formulier = await http.Request.ReadFormAsync(http.RequestAborted);
        if (formulier.Any(veld => veld.Value.Count > 1)) return Fout("invalid_request", "Een parameter komt twee keer voor.");
        if (formulier["grant_type"] is not [{ Length: > 0 } soort]) return Fout("invalid_request", "grant_type ontbreekt.");
        if (soort != Soorten[0]) return Fout("unsupported_grant_type", "Alleen client_credentials.");
        var certificaat = http.Connection.ClientCertificate;
        var (genoemd, bewijs) = (formulier["client_id"].ToString(), formulier["client_assertion"].ToString());
        ApiClient? client;
        if (bewijs.Length > 0 || formulier.ContainsKey("client_assertion_type"))
            client = formulier["client_assertion_type"] == Bewijssoort ? await bewijzen.Controleer(bewijs, organisatie, organisatie.Basis + Token) : null;
        else client = certificaten.Controleer(genoemd, certificaat, organisatie);
        if (client is null || (genoemd.Length > 0 && genoemd != client.Id))
            return Fout("invalid_client", "Bewijs met private_key_jwt, of met het certificaat van de verbinding, een client te zijn die hier bekend is.", StatusCodes.Status401Unauthorized);
        if (Scope(formulier["scope"].ToString()) is not { } scopes || !(await rechten.Client(client, organisatie)).Heeft(scopes))
            return Fout("invalid_scope", "De client heeft deze scopes niet.");
        var scope = scopes.Length == 0 ? null : string.Join(' ', scopes);
        var token = new Dictionary<string, object>
        {
            ["access_token"] = tokens.Maak(client, organisatie, certificaat, scope),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)Toegangstokens.Houdbaarheid.TotalSeconds,
        };
        if (scope is not null) token["scope"] = scope;
        return Results.Json(token);
    }

    /// <returns>None for all that the client has; null when it is no list of scopes (RFC 6749 §3.3).</returns>
    private static string[]? Scope(string tekst) => tekst.Length <= LangsteScope && !tekst.AsSpan().ContainsAnyExceptInRange(' ', '~')
        ? [.. tekst.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)] : null;

    /// <summary>RFC 6749 §5.2: this endpoint has problems of its own form.</summary>
    private static IResult Fout(string code, string uitleg, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error = code, error_description = uitleg }, statusCode: status);
}
