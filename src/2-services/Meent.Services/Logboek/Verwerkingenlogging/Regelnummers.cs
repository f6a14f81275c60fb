using System.Buffers.Binary;

namespace Meent.Services.Logboek.Verwerkingenlogging;

/// <summary>The standard wants a UUID of what has a number here: of an object, and of an action that was not written by this API. UUID version 8, with the number in its last half.</summary>
internal static class Regelnummers
{
    // "meentlog", with version and variant in their places; below 2^56 a number leaves the variant alone.
    private static readonly byte[] Kop = [0x6D, 0x65, 0x65, 0x6E, 0x74, 0x6C, 0x80, 0x00];
    private const ulong Variant = 0x8000_0000_0000_0000;

    public static Guid Uuid(long nummer)
    {
        Span<byte> bytes = stackalloc byte[16];
        Kop.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Variant | (ulong)nummer);
        return new Guid(bytes, bigEndian: true);
    }

    /// <returns>Null when it is no UUID of a number.</returns>
    public static long? Van(Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[16];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes[..8].SequenceEqual(Kop) && BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) is var nummer && nummer >> 56 == Variant >> 56 ? (long)(nummer ^ Variant) : null;
    }
}
