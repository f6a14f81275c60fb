using System.Collections.Concurrent;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Integration.Inway;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Token;

/// <summary>
/// The Inway's check of an access token (FSC Core 4.7.2). Verifying the signature costs more than the rest of a hop, so a token that was found good
/// is remembered, together with the certificate that it came with, for as long as it is good.
/// </summary>
internal sealed class Tokencontrole(CertificateStore certificaten, Adressen adressen, Dienstenaanbod aanbod, IOptions<FscOptions> options, TimeProvider klok)
{
    private const int MeesteOnthouden = 10_000;
    private const string Schema = "Bearer ";

    private readonly ConcurrentDictionary<(string Slug, string Token, string X5t), TokenClaims> _goed = new();

    /// <param name="header">Value of <c>Fsc-Authorization</c>: the token, with or without the scheme before it (both are in use).</param>
    /// <param name="x5t">Thumbprint of the certificate of the connection.</param>
    /// <exception cref="FscException">With the code that the standard has for the reason.</exception>
    public TokenClaims Controleer(Organisatie organisatie, string? header, string x5t)
    {
        var token = header?.Trim() ?? "";
        if (token.StartsWith(Schema, StringComparison.OrdinalIgnoreCase)) token = token[Schema.Length..].TrimStart();
        if (token.Length == 0) throw Fout(401, FscCodes.TokenMissing, "Er is geen access token meegegeven in Fsc-Authorization.");

        var sleutel = (organisatie.Slug, token, x5t);
        if (!_goed.TryGetValue(sleutel, out var claims))
        {
            claims = Lees(organisatie, token, x5t);
            if (_goed.Count >= MeesteOnthouden) _goed.Clear();
            _goed[sleutel] = claims;
        }

        var nu = klok.GetUtcNow().ToUnixTimeSeconds();
        if (claims.Nbf > nu) throw Fout(401, FscCodes.TokenInvalid, "Het access token is nog niet geldig.");
        if (claims.Exp > nu) return claims;
        _goed.TryRemove(sleutel, out _);
        throw Fout(401, FscCodes.TokenExpired, "Het access token is verlopen.");
    }

    private TokenClaims Lees(Organisatie organisatie, string token, string x5t)
    {
        // Only the own Manager gives tokens for the own Inway, so the own certificates are the only keys.
        if (Jws.Lees(token) is not { } jws || !certificaten.Alle(organisatie).Any(c => jws.Klopt(c.Certificaat)) || TokenClaims.Lees(jws.Lading) is not { } claims)
            throw Fout(401, FscCodes.TokenInvalid, "Het access token is niet door deze Peer gegeven.");
        if (claims.Cnf != x5t) throw Fout(401, FscCodes.TokenInvalid, "Het access token hoort bij een ander certificaat.");
        if (claims.Gid != options.Value.Groep) throw Fout(403, FscCodes.WrongGroupInToken, $"Het access token is voor groep '{claims.Gid}'.");
        if (claims.Iss != organisatie.Oin || !adressen.Inways(organisatie).Contains(claims.Aud))
            throw Fout(401, FscCodes.TokenInvalid, "Het access token is voor een andere Inway.");
        if (!aanbod.Biedt(organisatie, claims.Svc)) throw Fout(404, FscCodes.ServiceNotFound, $"Service '{claims.Svc}' wordt hier niet aangeboden.");
        return claims;
    }

    private static FscException Fout(int status, string code, string melding) => new(status, code, melding, FscDomein.Inway);
}
