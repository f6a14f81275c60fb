using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Meent.Data.Inhoud;

/// <summary>
/// The form of encrypted content: a mark, 24 random bytes, and chunks of 64 KiB, each AES-256-GCM with its tag. The key of a file comes from the
/// configured one and the random bytes (HKDF, RFC 5869), so nonces may simply count. The nonce of the last chunk says that it is the last: neither
/// a chunk that was moved nor a file that was cut off passes.
/// </summary>
internal static class Versleuteling
{
    public const int Stuk = 64 * 1024;
    public const int Tag = 16;
    public const int Kop = 32;

    private static readonly byte[] Merk = "MEENTGC1"u8.ToArray();

    public static byte[] NieuweKop()
    {
        var kop = new byte[Kop];
        Merk.CopyTo(kop, 0);
        RandomNumberGenerator.Fill(kop.AsSpan(Merk.Length));
        return kop;
    }

    /// <exception cref="InvalidDataException">It is no encrypted content.</exception>
    public static AesGcm Sleutel(byte[] hoofdsleutel, ReadOnlySpan<byte> kop)
    {
        if (!kop.StartsWith(Merk)) throw new InvalidDataException("De inhoud is niet versleuteld zoals verwacht.");
        Span<byte> sleutel = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, hoofdsleutel, sleutel, kop[Merk.Length..], "meent inhoud"u8);
        return new AesGcm(sleutel, Tag);
    }

    public static void Nonce(Span<byte> nonce, long nummer, bool laatste)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, nummer);
        nonce[11] = laatste ? (byte)1 : (byte)0;
    }
}
