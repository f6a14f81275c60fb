using System.Numerics;
using System.Security.Cryptography;

namespace Meent.Data.Logboek;

/// <summary>Merkle tree as RFC 6962, 2.1 builds it (Certificate Transparency): its root proves every leaf, in a few hashes each.</summary>
internal static class Boom
{
    public const byte BladPrefix = 0;
    private const byte KnoopPrefix = 1;

    /// <param name="bladeren">Leaf hashes, one or more.</param>
    public static byte[] Wortel(ReadOnlySpan<byte[]> bladeren)
    {
        if (bladeren.Length == 1) return bladeren[0];
        // The left part is the largest power of two that is smaller than the whole.
        var links = (int)(BitOperations.RoundUpToPowerOf2((uint)bladeren.Length) >> 1);
        return SHA256.HashData([KnoopPrefix, .. Wortel(bladeren[..links]), .. Wortel(bladeren[links..])]);
    }
}
