using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Interaction.Inloggen;

/// <summary>
/// OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636), state and nonce. There is no other flow: nothing secret passes the browser.
/// </summary>
internal sealed class OidcClient(IHttpClientFactory clients)
{
    public const string ClientName = "meent-oidc";

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };
    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _metadata = new(StringComparer.Ordinal);

    /// <summary>The address at the provider where the visitor logs in.</summary>
    public async Task<string> Inlogadres(Inlogvoorziening voorziening, Inlogpoging poging, string terug, string taal, CancellationToken stop)
    {
        var metadata = await Metadata(voorziening).GetConfigurationAsync(stop);
        return QueryHelpers.AddQueryString(metadata.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = voorziening.ClientId,
            ["redirect_uri"] = terug,
            ["scope"] = "openid profile",
            ["state"] = poging.State,
            ["nonce"] = poging.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(poging.CodeVerifier))),
            ["code_challenge_method"] = "S256",
            ["ui_locales"] = taal,
            ["acr_values"] = voorziening.Betrouwbaarheid.Count > 0 ? string.Join(' ', voorziening.Betrouwbaarheid) : null,
        });
    }

    /// <summary>Exchanges the code and checks the id token.</summary>
    /// <exception cref="OidcException">The provider refused, or its token is not to be trusted.</exception>
    public async Task<(JsonWebToken Token, string Ruw)> Wissel(
        Inlogvoorziening voorziening, Inlogpoging poging, string code, string terug, CancellationToken stop)
    {
        var manager = Metadata(voorziening);
        var metadata = await manager.GetConfigurationAsync(stop);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, metadata.TokenEndpoint)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = terug,
                ["code_verifier"] = poging.CodeVerifier,
            }),
        };
        // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
        var inlog = $"{Uri.EscapeDataString(voorziening.ClientId)}:{Uri.EscapeDataString(voorziening.ClientSecret)}";
        verzoek.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(inlog)));
        using var antwoord = await clients.CreateClient(ClientName).SendAsync(verzoek, stop);
        if (!antwoord.IsSuccessStatusCode) throw new OidcException($"Het token-adres antwoordde {(int)antwoord.StatusCode}.");
        var ruw = (await antwoord.Content.ReadFromJsonAsync<Tokenantwoord>(stop))?.IdToken ?? throw new OidcException("Het antwoord heeft geen id_token.");
        return (await Controleer(voorziening, poging, ruw, manager, metadata, stop), ruw);
    }

    /// <summary>Where to end the session at the provider too (RP-initiated logout); null when it offers none.</summary>
    public async Task<string?> Uitlogadres(Inlogvoorziening voorziening, string idToken, string terug, CancellationToken stop)
    {
        var metadata = await Metadata(voorziening).GetConfigurationAsync(stop);
        return string.IsNullOrEmpty(metadata.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(metadata.EndSessionEndpoint, new Dictionary<string, string?>
        {
            ["id_token_hint"] = idToken,
            ["client_id"] = voorziening.ClientId,
            ["post_logout_redirect_uri"] = terug,
        });
    }

    private static async Task<JsonWebToken> Controleer(
        Inlogvoorziening voorziening, Inlogpoging poging, string ruw,
        ConfigurationManager<OpenIdConnectConfiguration> manager, OpenIdConnectConfiguration metadata, CancellationToken stop)
    {
        var uitkomst = await Valideer(metadata);
        if (uitkomst.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have changed its key since we read it.
            manager.RequestRefresh();
            uitkomst = await Valideer(await manager.GetConfigurationAsync(stop));
        }

        if (!uitkomst.IsValid) throw new OidcException("Het id_token klopt niet.", uitkomst.Exception);
        var token = (JsonWebToken)uitkomst.SecurityToken;
        if (!token.TryGetPayloadValue<string>("nonce", out var nonce) || nonce != poging.Nonce) throw new OidcException("Het id_token hoort niet bij deze poging (nonce).");
        if (token.Audiences.Skip(1).Any() && token.Azp != voorziening.ClientId) throw new OidcException("Het id_token is voor een ander (azp).");
        if (voorziening.Betrouwbaarheid.Count > 0 && !voorziening.Betrouwbaarheid.Contains(token.TryGetPayloadValue<string>("acr", out var acr) ? acr : ""))
            throw new OidcException("Het betrouwbaarheidsniveau is te laag (acr).");
        return token;

        Task<TokenValidationResult> Valideer(OpenIdConnectConfiguration bekend) => Tokens.ValidateTokenAsync(ruw, new TokenValidationParameters
        {
            ValidIssuer = bekend.Issuer,
            ValidAudience = voorziening.ClientId,
            IssuerSigningKeys = bekend.SigningKeys,
            ValidAlgorithms = ["RS256", "PS256", "ES256"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
        });
    }

    private ConfigurationManager<OpenIdConnectConfiguration> Metadata(Inlogvoorziening voorziening) =>
        _metadata.GetOrAdd(voorziening.Uitgever, uitgever => new ConfigurationManager<OpenIdConnectConfiguration>(
            uitgever.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(clients.CreateClient(ClientName)) { RequireHttps = !voorziening.IsOntwikkeling }));

    private sealed record Tokenantwoord([property: JsonPropertyName("id_token")] string? IdToken);
}

/// <summary>Logging in failed for a reason that is not the visitor's.</summary>
internal sealed class OidcException(string message, Exception? inner = null) : Exception(message, inner);
