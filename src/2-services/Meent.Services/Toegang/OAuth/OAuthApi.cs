using Meent.Data.Logboek;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Toegang.OAuth;

/// <summary>
/// OAuth 2.0 beside the tokens that clients of the ZGW standard make themselves: client credentials with <c>private_key_jwt</c> in the NL GOV profile. What
/// a client may follows from its authorisations, not from scopes that it asks for.
/// </summary>
internal static class OAuthApi
{
    private const string Token = "/oauth/token";
    private const string Jwks = "/oauth/jwks";
    private const string Metadata = "/.well-known/oauth-authorization-server";
    private const string Bewijssoort = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly string[] Methoden = ["private_key_jwt"];
    private static readonly string[] Algoritmen = ["PS256", "ES256", "RS256"];
    private static readonly string[] Soorten = ["client_credentials"];

    public static IServiceCollection AddOAuth(this IServiceCollection services) => services
        .AddSingleton<Clientbewijs>()
        .AddSingleton(diensten => new Toegangstokens(diensten.GetRequiredService<Sleutelkluis>().VanKnopen, diensten.GetRequiredService<OrganisatieLijst>(), diensten.GetRequiredService<TimeProvider>()));

    public static void MapOAuth(this IEndpointRouteBuilder routes)
    {
        var groep = routes.MapGroup("").WithTags("OAuth").AllowAnonymous();
        groep.MapPost(Token, Geef).WithName("oauth_token").DisableAntiforgery();
        groep.MapGet(Jwks, (HttpContext http, Toegangstokens tokens) => http.OrganisatieOfNiets() is null ? Results.NotFound() : Results.Json(tokens.Sleutelset())).WithName("oauth_jwks");
        groep.MapGet(Metadata, (HttpContext http) => http.OrganisatieOfNiets() is { } organisatie ? Beschrijving(organisatie) : Results.NotFound()).WithName("oauth_metadata");
        // RFC 8414 §3.1: the well-known part goes before the path of an issuer that has one.
        groep.MapGet(Metadata + "/{slug}", (string slug, OrganisatieLijst organisaties) => organisaties.Vind(slug) is { } organisatie ? Beschrijving(organisatie) : Results.NotFound())
            .WithName("oauth_metadata_pad");
    }

    private static IResult Beschrijving(Organisatie organisatie) => Results.Json(new
    {
        issuer = organisatie.Basis,
        token_endpoint = organisatie.Basis + Token,
        jwks_uri = organisatie.Basis + Jwks,
        grant_types_supported = Soorten,
        response_types_supported = Array.Empty<string>(),
        token_endpoint_auth_methods_supported = Methoden,
        token_endpoint_auth_signing_alg_values_supported = Algoritmen,
    });

    private static async Task<IResult> Geef(HttpContext http, Clientbewijs bewijzen, Toegangstokens tokens)
    {
        if (http.OrganisatieOfNiets() is not { } organisatie) return Results.NotFound();
        // RFC 6749 §5.1: an answer with a token is never kept.
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType) return Fout("invalid_request", "Stuur application/x-www-form-urlencoded.");
        var formulier = await http.Request.ReadFormAsync(http.RequestAborted);
        if (formulier.Any(veld => veld.Value.Count > 1)) return Fout("invalid_request", "Een parameter komt twee keer voor.");
        if (formulier["grant_type"] is not [{ Length: > 0 } soort]) return Fout("invalid_request", "grant_type ontbreekt.");
        if (soort != Soorten[0]) return Fout("unsupported_grant_type", "Alleen client_credentials.");
        if (formulier["scope"] is [{ Length: > 0 }]) return Fout("invalid_scope", "Wat een client mag, volgt uit zijn autorisaties; vraag geen scope.");
        if (formulier["client_assertion_type"] != Bewijssoort || formulier["client_assertion"] is not [{ Length: > 0 } bewijs])
            return Fout("invalid_client", "Bewijs met private_key_jwt wie u bent.", StatusCodes.Status401Unauthorized);
        if (await bewijzen.Controleer(bewijs, organisatie, organisatie.Basis + Token) is not { } client || (formulier["client_id"] is [{ Length: > 0 } genoemd] && genoemd != client.Id))
            return Fout("invalid_client", "Het bewijs is niet van een client die hier bekend is, of niet meer geldig.", StatusCodes.Status401Unauthorized);
        return Results.Json(new { access_token = tokens.Maak(client, organisatie), token_type = "Bearer", expires_in = (int)Toegangstokens.Houdbaarheid.TotalSeconds });
    }

    /// <summary>RFC 6749 §5.2: this endpoint has problems of its own form.</summary>
    private static IResult Fout(string code, string uitleg, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { error = code, error_description = uitleg }, statusCode: status);
}
