using System.Collections.Concurrent;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Services.Toegang.OAuth;

/// <summary>
/// Checks <c>private_key_jwt</c> (RFC 7523 §3, NL GOV Assurance profile for OAuth 2.0): a JWT that the client signed with its own key, for this endpoint,
/// for a short time, and once.
/// </summary>
internal sealed class Clientbewijs(ApiClients clients, TimeProvider klok)
{
    private const int MeesteOnthouden = 100_000;
    private static readonly TimeSpan Langst = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Klokverschil = TimeSpan.FromSeconds(30);
    private static readonly string[] Algoritmen = [SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256];
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    // Each is used once; on this node, since an answer goes to who sent it over TLS.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _gebruikt = new(StringComparer.Ordinal);

    /// <returns>The client; null when the proof is none.</returns>
    public async Task<ApiClient?> Controleer(string bewijs, Organisatie organisatie, string adres)
    {
        if (!Tokens.CanReadToken(bewijs)) return null;
        try
        {
            var gelezen = Tokens.ReadJsonWebToken(bewijs);
            if (gelezen.Issuer != gelezen.Subject || clients.Vind(gelezen.Issuer, organisatie.Slug) is not { Jwks: { } jwks } client) return null;
            var uitslag = await Tokens.ValidateTokenAsync(bewijs, new TokenValidationParameters
            {
                ValidIssuer = client.Id,
                // RFC 7523 has the endpoint, its successor the issuer.
                ValidAudiences = [adres, organisatie.Basis],
                IssuerSigningKeys = new JsonWebKeySet(jwks).GetSigningKeys(),
                ValidAlgorithms = Algoritmen,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ValidateLifetime = true,
                LifetimeValidator = IsKort,
            });
            return uitslag.IsValid && gelezen.Id.Length > 0 && Eenmalig($"{client.Id} {gelezen.Id}", gelezen.ValidTo) ? client : null;
        }
        catch (Exception fout) when (fout is ArgumentException or SecurityTokenException)
        {
            // No JWT after all.
            return null;
        }
    }

    private bool IsKort(DateTime? begin, DateTime? einde, SecurityToken token, TokenValidationParameters eisen)
    {
        var nu = klok.GetUtcNow().UtcDateTime;
        return einde > nu - Klokverschil && einde <= nu + Langst + Klokverschil && (begin is null || begin <= nu + Klokverschil);
    }

    private bool Eenmalig(string wat, DateTime einde)
    {
        if (_gebruikt.Count >= MeesteOnthouden)
        {
            var nu = klok.GetUtcNow();
            foreach (var (oud, _) in _gebruikt.Where(paar => paar.Value + Klokverschil < nu)) _gebruikt.TryRemove(oud, out _);
            // Better refused than let in twice.
            if (_gebruikt.Count >= MeesteOnthouden) return false;
        }

        return _gebruikt.TryAdd(wat, new DateTimeOffset(einde, TimeSpan.Zero));
    }
}
