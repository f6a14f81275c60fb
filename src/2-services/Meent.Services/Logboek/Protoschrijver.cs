using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Meent.Services.Logboek;

/// <summary>Writes the wire format of protobuf.</summary>
internal sealed class Protoschrijver
{
    private readonly ArrayBufferWriter<byte> _buffer = new(256);

    public ReadOnlyMemory<byte> Bericht => _buffer.WrittenMemory;

    public void Varint(int veld, ulong waarde)
    {
        Ruw((ulong)veld << 3);
        Ruw(waarde);
    }

    public void Vast64(int veld, ulong waarde)
    {
        Ruw(((ulong)veld << 3) | 1);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.GetSpan(8), waarde);
        _buffer.Advance(8);
    }

    public void Bytes(int veld, ReadOnlySpan<byte> waarde)
    {
        Ruw(((ulong)veld << 3) | 2);
        Ruw((ulong)waarde.Length);
        _buffer.Write(waarde);
    }

    public void Tekst(int veld, string waarde) => Bytes(veld, Encoding.UTF8.GetBytes(waarde));

    /// <summary>A message in a field.</summary>
    public void Deel(int veld, Action<Protoschrijver> schrijf)
    {
        var deel = new Protoschrijver();
        schrijf(deel);
        Bytes(veld, deel.Bericht.Span);
    }

    private void Ruw(ulong waarde)
    {
        var ruimte = _buffer.GetSpan(10);
        var lengte = 0;
        for (; waarde >= 0x80; waarde >>= 7) ruimte[lengte++] = (byte)(waarde | 0x80);
        ruimte[lengte++] = (byte)waarde;
        _buffer.Advance(lengte);
    }
}
