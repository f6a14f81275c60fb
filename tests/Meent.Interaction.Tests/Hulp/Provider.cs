using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Interaction.Tests.Hulp;

/// <summary>An OpenID provider that a broker might be, and that gives the token that the test wants.</summary>
internal sealed class Provider : HttpMessageHandler
{
    public const string Uitgever = "https://broker.example";
    public const string ClientId = "meent-duinwaarde";

    private readonly ECDsa _sleutel = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Makes the token; null for the right one.</summary>
    public Func<string>? Token { get; set; }

    /// <summary>What the provider was sent with the code.</summary>
    public string Wissel { get; private set; } = "";

    public static IReadOnlyDictionary<string, string?> Instellingen => new Dictionary<string, string?>
    {
        ["Meent:Inloggen:duinwaarde:DigiD:Uitgever"] = Uitgever,
        ["Meent:Inloggen:duinwaarde:DigiD:ClientId"] = ClientId,
        ["Meent:Inloggen:duinwaarde:DigiD:ClientSecret"] = "geheim van de broker",
        ["Meent:Inloggen:duinwaarde:DigiD:Betrouwbaarheid:0"] = "midden",
    };

    public static Dictionary<string, object> Claims(string nonce) => new() { ["sub"] = "abc", ["bsn"] = "999970008", ["name"] = "Fenna Dijkgraaf", ["acr"] = "midden", ["nonce"] = nonce };

    public SigningCredentials Ondertekening => new(new ECDsaSecurityKey(_sleutel) { KeyId = "een" }, SecurityAlgorithms.EcdsaSha256);

    /// <summary>A token with everything right, but for what is given otherwise.</summary>
    public string Maak(
        Dictionary<string, object> claims, string uitgever = Uitgever, string? voor = ClientId, TimeSpan? geldig = null, SigningCredentials? ondertekening = null)
    {
        var tot = DateTime.UtcNow + (geldig ?? TimeSpan.FromMinutes(5));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = uitgever,
            Audience = voor,
            Claims = claims,
            IssuedAt = tot.AddMinutes(-5),
            NotBefore = tot.AddMinutes(-5),
            Expires = tot,
            SigningCredentials = ondertekening ?? Ondertekening,
        });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        switch (request.RequestUri!.AbsoluteUri)
        {
            case Uitgever + "/.well-known/openid-configuration":
                return Json(new { issuer = Uitgever, authorization_endpoint = Uitgever + "/authorize", token_endpoint = Uitgever + "/token", jwks_uri = Uitgever + "/jwks" });
            case Uitgever + "/jwks":
                var punt = _sleutel.ExportParameters(includePrivateParameters: false).Q;
                return Json(new { keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", kid = "een", x = Base64UrlEncoder.Encode(punt.X!), y = Base64UrlEncoder.Encode(punt.Y!) } } });
            case Uitgever + "/token":
                Wissel = await request.Content!.ReadAsStringAsync(cancellationToken);
                return Json(new { access_token = "x", token_type = "Bearer", id_token = Token!() });
            default:
                return new HttpResponseMessage(HttpStatusCode.NotFound);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _sleutel.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Json(object inhoud) => new(HttpStatusCode.OK) { Content = JsonContent.Create(inhoud) };
}
