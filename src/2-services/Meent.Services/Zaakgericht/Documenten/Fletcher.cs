using System.Buffers.Binary;
using System.IO.Hashing;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>
/// Fletcher's checksum: the sum of words, and the sum of those sums, each modulo the highest word. Words are half the checksum; within a byte the high
/// one comes first, of two bytes the low one, and zeroes fill the last word.
/// </summary>
/// <param name="bits">Of the checksum: 4, 8, 16 or 32.</param>
internal sealed class Fletcher(int bits) : NonCryptographicHashAlgorithm(Math.Max(1, bits / 8))
{
    private readonly int _woord = bits / 2;
    private readonly uint _hoogste = (1u << (bits / 2)) - 1;
    private (uint Een, uint Twee) _som;
    private int _half = -1;

    public int Bits => bits;

    public override void Append(ReadOnlySpan<byte> source)
    {
        foreach (var een in source)
        {
            if (_woord <= 8)
            {
                for (var plek = 8 - _woord; plek >= 0; plek -= _woord) _som = Met((uint)(een >> plek) & _hoogste);
            }
            else if (_half < 0)
            {
                _half = een;
            }
            else
            {
                _som = Met((uint)(_half | (een << 8)));
                _half = -1;
            }
        }
    }

    public override void Reset() => (_som, _half) = (default, -1);

    protected override void GetCurrentHashCore(Span<byte> destination)
    {
        var (een, twee) = _half < 0 ? _som : Met((uint)_half);
        var samen = (twee << _woord) | een;
        if (bits == 32) BinaryPrimitives.WriteUInt32BigEndian(destination, samen);
        else if (bits == 16) BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)samen);
        else destination[0] = (byte)samen;
    }

    private (uint Een, uint Twee) Met(uint woord)
    {
        var een = (_som.Een + woord) % _hoogste;
        return (een, (_som.Twee + een) % _hoogste);
    }
}
