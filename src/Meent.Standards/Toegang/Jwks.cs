using Microsoft.IdentityModel.Tokens;

namespace Meent.Standards.Toegang;

/// <summary>Public keys of a client, as text (RFC 7517).</summary>
public static class Jwks
{
    private const int KortsteRsa = 2048;

    /// <summary>Whether it holds keys, all of them public and fit for PS256, RS256 or ES256.</summary>
    public static bool IsGeldig(string tekst)
    {
        try
        {
            var sleutels = new JsonWebKeySet(tekst).Keys;
            return sleutels.Count > 0 && sleutels.All(sleutel => !sleutel.HasPrivateKey && sleutel.D is null && sleutel switch
            {
                { Kty: JsonWebAlgorithmsKeyTypes.RSA } => sleutel.KeySize >= KortsteRsa,
                { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve } => sleutel.Crv == JsonWebKeyECTypes.P256,
                _ => false,
            });
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
