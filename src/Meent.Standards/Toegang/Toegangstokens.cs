using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Meent.Standards.Organisaties;

namespace Meent.Standards.Toegang;

/// <summary>
/// Access tokens of our own token endpoints: JWT in the profile of RFC 9068, signed with ES256, for one organisation and a few minutes. The key follows
/// from a secret that the nodes share and changes every quarter, so nothing has to be kept or handed out.
/// </summary>
/// <param name="sleutel">32 bytes for a purpose, the same on every node that serves the organisations.</param>
public sealed class Toegangstokens(Func<string, byte[]> sleutel, OrganisatieLijst organisaties, TimeProvider klok)
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Houdbaarheid = TimeSpan.FromMinutes(5);

    private const string X5t = "x5t#S256";

    private static readonly TimeSpan Klokverschil = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, (ECDsa Sleutel, string Kid)> _sleutels = new();

    /// <summary>A token for a client; who asks for it has proved to be that client.</summary>
    /// <param name="certificaat">To which it is bound (RFC 8705 §3): elsewhere it is worth nothing.</param>
    /// <param name="scope">To which it is limited (RFC 9068 §2.2.3); null for all that the client may.</param>
    public string Maak(ApiClient client, Organisatie organisatie, X509Certificate2? certificaat = null, string? scope = null)
    {
        var nu = klok.GetUtcNow();
        var (ecdsa, kid) = Sleutel(Kwartaal(nu));
        var kop = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = kid });
        var claims = new Dictionary<string, object>
        {
            ["iss"] = organisatie.Basis,
            ["aud"] = organisatie.Basis,
            ["sub"] = client.Id,
            ["client_id"] = client.Id,
            ["iat"] = nu.ToUnixTimeSeconds(),
            ["exp"] = (nu + Houdbaarheid).ToUnixTimeSeconds(),
            ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        if (scope is not null) claims["scope"] = scope;
        if (certificaat is not null) claims["cnf"] = new Dictionary<string, string> { [X5t] = Clientcertificaat.X5t(certificaat) };
        var lading = JsonSerializer.SerializeToUtf8Bytes(claims);
        var getekend = $"{Base64Url.EncodeToString(kop)}.{Base64Url.EncodeToString(lading)}";
        return $"{getekend}.{Base64Url.EncodeToString(ecdsa.SignData(Encoding.ASCII.GetBytes(getekend), HashAlgorithmName.SHA256))}";
    }

    /// <summary>The public keys (JWKS): of this quarter, the one before and the next, so that a copy of them is never too old.</summary>
    public object Sleutelset()
    {
        var nu = Kwartaal(klok.GetUtcNow());
        return new { keys = new[] { nu, nu - 1, nu + 1 }.Select(Sleutel).Select(s => Publiek(s.Sleutel, s.Kid)) };
    }

    /// <summary>Who it is that a token was given to; null when it is not one of ours, for this organisation, and good now.</summary>
    /// <param name="kop">The decoded header; says <c>at+jwt</c>.</param>
    internal (ZgwIdentiteit Wie, DateTimeOffset Tot)? Controleer(JsonElement kop, JsonElement lading, ReadOnlySpan<char> getekend, ReadOnlySpan<char> handtekening, string organisatie)
    {
        var nu = klok.GetUtcNow();
        var kwartaal = Kwartaal(nu);
        if (kop.GetProperty("alg").GetString() != "ES256" || organisaties.Vind(organisatie) is not { } voor) return null;
        var kid = kop.GetProperty("kid").GetString();
        foreach (var (ecdsa, eigen) in new[] { kwartaal, kwartaal - 1, kwartaal + 1 }.Select(Sleutel).Where(s => s.Kid == kid))
        {
            if (!ecdsa.VerifyData(Encoding.ASCII.GetBytes(getekend.ToString()), Base64Url.DecodeFromChars(handtekening), HashAlgorithmName.SHA256)) return null;
            var (begin, einde) = (DateTimeOffset.FromUnixTimeSeconds(lading.GetProperty("iat").GetInt64()), DateTimeOffset.FromUnixTimeSeconds(lading.GetProperty("exp").GetInt64()));
            // What one organisation gave is worth nothing at another.
            var isVanHier = lading.GetProperty("iss").GetString() == voor.Basis && lading.GetProperty("aud").GetString() == voor.Basis;
            if (!isVanHier || begin > nu + Klokverschil || einde <= nu) return null;
            return (new ZgwIdentiteit(lading.GetProperty("client_id").GetString()!, "", "")
            {
                Scope = lading.TryGetProperty("scope", out var scope) ? scope.GetString() : null,
                X5t = lading.TryGetProperty("cnf", out var cnf) ? cnf.GetProperty(X5t).GetString() : null,
            }, einde);
        }

        return null;
    }

    private static int Kwartaal(DateTimeOffset moment) => (moment.Year * 4) + ((moment.Month - 1) / 3);

    private (ECDsa Sleutel, string Kid) Sleutel(int kwartaal) => _sleutels.GetOrAdd(kwartaal, _ =>
    {
        for (var poging = 0; ; poging++)
        {
            try
            {
                // One in four billion is no number of this curve; then the next.
                var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = sleutel($"toegangstokens {kwartaal} {poging}") });
                return (ecdsa, Convert.ToHexStringLower(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo()).AsSpan(0, 8)));
            }
            catch (CryptographicException) when (poging < 4)
            {
                // Tried again.
            }
        }
    });

    private static object Publiek(ECDsa ecdsa, string kid)
    {
        var punt = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", use = "sig", alg = "ES256", crv = "P-256", kid, x = Base64Url.EncodeToString(punt.X), y = Base64Url.EncodeToString(punt.Y) };
    }
}
