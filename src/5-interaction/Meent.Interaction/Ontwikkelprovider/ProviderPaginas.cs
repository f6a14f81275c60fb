using System.Security.Cryptography;
using System.Text;
using Meent.Interaction.Inloggen;
using Meent.Interaction.Paginas;
using Meent.Interaction.Toegang;
using Meent.Standards.Identificaties;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Interaction.Ontwikkelprovider;

/// <summary>
/// A real, small OpenID provider that asks for no password: the visitor picks who to be. For development only;
/// <see cref="Inlogvoorzieningen.Fouten"/> stops the start when it is on anywhere else.
/// </summary>
internal sealed class ProviderPaginas(Sleutel sleutel, Codes codes, TimeProvider klok)
{
    public static void Map(Paginabouwer paginas)
    {
        var provider = paginas.Van<ProviderPaginas>();
        const string basis = "/ontwikkelprovider/{middel}";
        provider.Machine(basis + "/.well-known/openid-configuration", HttpMethods.Get, Eis.Openbaar, p => p.Metadata);
        provider.Machine(basis + "/jwks", HttpMethods.Get, Eis.Openbaar, p => p.Jwks);
        provider.Machine(basis + "/token", HttpMethods.Post, Eis.Openbaar, p => p.Token);
        provider.Get(basis + "/authorize", Eis.Openbaar, p => p.Kies);
        provider.Post(basis + "/authorize", Eis.Openbaar, p => p.Gekozen);
        provider.Get(basis + "/einde", Eis.Openbaar, p => p.Einde);
    }

    private Task<IResult> Metadata(Verzoek verzoek)
    {
        var uitgever = Uitgever(verzoek);
        return Task.FromResult(Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = uitgever,
            ["authorization_endpoint"] = uitgever + "/authorize",
            ["token_endpoint"] = uitgever + "/token",
            ["jwks_uri"] = uitgever + "/jwks",
            ["end_session_endpoint"] = uitgever + "/einde",
            ["response_types_supported"] = Lijst("code"),
            ["subject_types_supported"] = Lijst("public"),
            ["id_token_signing_alg_values_supported"] = Lijst(SecurityAlgorithms.EcdsaSha256),
            ["code_challenge_methods_supported"] = Lijst("S256"),
            ["token_endpoint_auth_methods_supported"] = Lijst("client_secret_basic"),
            ["scopes_supported"] = Lijst("openid", "profile"),
        }));
    }

    private Task<IResult> Jwks(Verzoek verzoek) => Task.FromResult(Results.Json(new { keys = new[] { sleutel.Openbaar() } }));

    private Task<IResult> Kies(Verzoek verzoek)
    {
        if (Inlogmiddel.Van(verzoek.Route("middel")) is not { } middel) return Task.FromResult(verzoek.NietGevonden());
        var vraag = Vraag(verzoek.Http.Request.Query);
        return Task.FromResult(vraag is null || !IsEigen(verzoek, vraag)
            ? verzoek.Fout(400, "Onjuiste vraag", "Deze inlogvraag is niet van een bekende client.")
            : verzoek.Toon<PersonaKiezen>(new PersonaKeuze(middel, vraag, Formulier.Leeg)));
    }

    private async Task<IResult> Gekozen(Verzoek verzoek)
    {
        if (Inlogmiddel.Van(verzoek.Route("middel")) is not { } middel || Vraag(verzoek.Http.Request.Query) is not { } vraag || !IsEigen(verzoek, vraag))
            return verzoek.NietGevonden();
        var formulier = await Formulier.Lees(verzoek);
        if (formulier["annuleer"].Length > 0) return Terug(vraag, "error", "access_denied");

        var kenmerk = formulier["persona"].Length > 0 ? formulier["persona"] : formulier["anders"];
        if (kenmerk.Length == 0 || (middel == Inlogmiddel.Digid && !Bsn.TryParse(kenmerk, out _)))
            formulier.Fout("anders", middel == Inlogmiddel.Digid ? "Dit is geen geldig BSN. Vul 9 cijfers in uit de testset." : "Vul in wie u bent.");
        if (!formulier.IsGoed) return verzoek.Toon<PersonaKiezen>(new PersonaKeuze(middel, vraag, formulier), StatusCodes.Status422UnprocessableEntity);

        var naam = Persona.Van(middel).FirstOrDefault(p => p.Kenmerk == kenmerk)?.Naam ?? "";
        return Terug(vraag, "code", codes.Geef(new Uitgifte(Uitgever(verzoek), vraag.RedirectUri, vraag.CodeChallenge, vraag.Nonce, kenmerk, naam)));
    }

    private async Task<IResult> Token(Verzoek verzoek)
    {
        var form = await verzoek.Http.Request.ReadFormAsync(verzoek.Stop);
        var inlog = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Persona.ClientId}:{Persona.ClientSecret}"));
        if (verzoek.Http.Request.Headers.Authorization != inlog) return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (form["grant_type"] != "authorization_code" || codes.Neem(form["code"].ToString()) is not { } uitgifte
            || uitgifte.Uitgever != Uitgever(verzoek) || uitgifte.RedirectUri != form["redirect_uri"] || uitgifte.CodeChallenge != Uitdaging(form["code_verifier"].ToString()))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);

        var middel = Inlogmiddel.Van(verzoek.Route("middel"))!;
        var nu = klok.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = uitgifte.Kenmerk,
            [middel.Claim] = uitgifte.Kenmerk,
            ["name"] = uitgifte.Naam,
            ["auth_time"] = nu.ToUnixTimeSeconds(),
            ["acr"] = "urn:etoegang:core:assurance-class:loa3",
        };
        if (uitgifte.Nonce is not null) claims["nonce"] = uitgifte.Nonce;
        var idToken = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = uitgifte.Uitgever,
            Audience = Persona.ClientId,
            Claims = claims,
            IssuedAt = nu.UtcDateTime,
            NotBefore = nu.UtcDateTime,
            Expires = nu.AddMinutes(5).UtcDateTime,
            SigningCredentials = sleutel.Ondertekening,
        });
        return Results.Json(new { access_token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)), token_type = "Bearer", expires_in = 300, id_token = idToken });
    }

    private Task<IResult> Einde(Verzoek verzoek)
    {
        var terug = verzoek.Http.Request.Query["post_logout_redirect_uri"].ToString();
        return Task.FromResult(terug == verzoek.Organisatie.Basis + "/uitgelogd" ? Results.Redirect(terug) : verzoek.GaNaar("/uitgelogd"));
    }

    private static Inlogvraag? Vraag(IQueryCollection query) =>
        query["response_type"] == "code" && query["client_id"] == Persona.ClientId && query["code_challenge_method"] == "S256" && query["code_challenge"].ToString().Length == 43
            ? new Inlogvraag(query["redirect_uri"].ToString(), query["state"].ToString(), query["nonce"], query["code_challenge"].ToString())
            : null;

    private static bool IsEigen(Verzoek verzoek, Inlogvraag vraag) => vraag.RedirectUri == $"{verzoek.Organisatie.Basis}/inloggen/{verzoek.Route("middel")}/terug";

    private static IResult Terug(Inlogvraag vraag, string naam, string waarde) =>
        Results.Redirect(QueryHelpers.AddQueryString(vraag.RedirectUri, new Dictionary<string, string?> { [naam] = waarde, ["state"] = vraag.State }));

    private static string[] Lijst(params string[] waarden) => waarden;

    private static string Uitdaging(string verifier) => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Uitgever(Verzoek verzoek) => Persona.Voorziening(verzoek.Organisatie, Inlogmiddel.Van(verzoek.Route("middel")) ?? Inlogmiddel.Digid).Uitgever;
}

/// <summary>An authorization request.</summary>
internal sealed record Inlogvraag(string RedirectUri, string State, string? Nonce, string CodeChallenge);

internal sealed record PersonaKeuze(Inlogmiddel Middel, Inlogvraag Vraag, Formulier Formulier);
