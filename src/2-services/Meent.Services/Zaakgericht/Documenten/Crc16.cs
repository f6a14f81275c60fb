using System.Buffers.Binary;
using System.IO.Hashing;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>CRC-16/ARC: polynomial 0x8005, lowest bit first, from 0. It is the one that catalogues call CRC-16 without more.</summary>
internal sealed class Crc16() : NonCryptographicHashAlgorithm(sizeof(ushort))
{
    private static readonly ushort[] Tabel = [.. Enumerable.Range(0, 256).Select(Deel)];

    private ushort _rest;

    public override void Append(ReadOnlySpan<byte> source)
    {
        foreach (var een in source) _rest = (ushort)((_rest >> 8) ^ Tabel[(byte)(_rest ^ een)]);
    }

    public override void Reset() => _rest = 0;

    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt16BigEndian(destination, _rest);

    private static ushort Deel(int getal)
    {
        for (var bit = 0; bit < 8; bit++) getal = (getal >> 1) ^ ((getal & 1) * 0xA001);
        return (ushort)getal;
    }
}
