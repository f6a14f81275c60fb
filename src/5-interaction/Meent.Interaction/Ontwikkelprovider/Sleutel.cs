using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Meent.Interaction.Ontwikkelprovider;

/// <summary>The development provider's signing key: new at every start.</summary>
internal sealed class Sleutel : IDisposable
{
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Sleutel() => Kid = Convert.ToHexStringLower(SHA256.HashData(_ecdsa.ExportSubjectPublicKeyInfo()))[..16];

    public string Kid { get; }

    public SigningCredentials Ondertekening => new(new ECDsaSecurityKey(_ecdsa) { KeyId = Kid }, SecurityAlgorithms.EcdsaSha256);

    public object Openbaar()
    {
        var punt = _ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = Kid, x = Base64UrlEncoder.Encode(punt.X!), y = Base64UrlEncoder.Encode(punt.Y!) };
    }

    public void Dispose() => _ecdsa.Dispose();
}
