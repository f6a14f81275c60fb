using System.IO.Hashing;
using System.Security.Cryptography;
using Meent.Data.Modellen.Documenten;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Counts the checksum that an <c>integriteit</c> names (decision 0028). SHA-256 is not counted here: the content store names content by it.</summary>
internal sealed class Controletelling : IDisposable
{
    public const string Sha256 = "sha_256";

    private const int Hap = 128 * 1024;

    private readonly IncrementalHash? _hash;
    private readonly NonCryptographicHashAlgorithm? _som;

    private Controletelling(HashAlgorithmName hash) => _hash = IncrementalHash.CreateHash(hash);

    private Controletelling(NonCryptographicHashAlgorithm som) => _som = som;

    /// <returns>Null for what is not counted.</returns>
    public static Controletelling? Van(Integriteit? integriteit) => integriteit is null || !Kent(integriteit) ? null : integriteit.Algoritme switch
    {
        "crc_16" => new(new Crc16()),
        "crc_32" => new(new Crc32()),
        "crc_64" => new(new Crc64()),
        "fletcher_4" => new(new Fletcher(4)),
        "fletcher_8" => new(new Fletcher(8)),
        "fletcher_16" => new(new Fletcher(16)),
        "fletcher_32" => new(new Fletcher(32)),
        "md5" => new(HashAlgorithmName.MD5),
        "sha_1" => new(HashAlgorithmName.SHA1),
        "sha_512" => new(HashAlgorithmName.SHA512),
        "sha_3" => new(Sha3(integriteit.Waarde.Length)),
        _ => null,
    };

    /// <summary>Not SHA-256, which is known already; not HMAC, of which the key is not ours; not SHA-3 on a platform that lacks it.</summary>
    public static bool Kent(Integriteit integriteit) => integriteit.Algoritme switch
    {
        Sha256 or "hmac" => false,
        "sha_3" => SHA3_256.IsSupported,
        _ => true,
    };

    public void Voeg(ReadOnlySpan<byte> bytes)
    {
        _hash?.AppendData(bytes);
        _som?.Append(bytes);
    }

    public async Task Voeg(Stream bron, CancellationToken stop)
    {
        var buffer = new byte[Hap];
        int gelezen;
        while ((gelezen = await bron.ReadAsync(buffer, stop)) > 0) Voeg(buffer.AsSpan(0, gelezen));
    }

    /// <summary>In hexadecimal digits, the highest first.</summary>
    public string Uitkomst() => _som switch
    {
        null => Convert.ToHexStringLower(_hash!.GetCurrentHash()),
        // The package gives the bytes of this one with the lowest first.
        Crc32 crc => crc.GetCurrentHashAsUInt32().ToString("x8", null),
        // A digit for its four bits.
        Fletcher { Bits: 4 } kort => kort.GetCurrentHash()[0].ToString("x1", null),
        _ => Convert.ToHexStringLower(_som.GetCurrentHash()),
    };

    public void Dispose() => _hash?.Dispose();

    /// <summary>The standard does not say which SHA-3; the number of digits does. No such number fits the shortest.</summary>
    private static HashAlgorithmName Sha3(int cijfers) => cijfers switch
    {
        96 => HashAlgorithmName.SHA3_384,
        128 => HashAlgorithmName.SHA3_512,
        _ => HashAlgorithmName.SHA3_256,
    };
}
