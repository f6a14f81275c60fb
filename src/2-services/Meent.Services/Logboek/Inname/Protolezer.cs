using System.Buffers.Binary;
using System.Text;

namespace Meent.Services.Logboek.Inname;

/// <summary>Reads the wire format of protobuf field by field: <see cref="Volgende"/>, then the value, or <see cref="SlaOver"/>.</summary>
internal ref struct Protolezer(ReadOnlySpan<byte> inhoud)
{
    private const int Varintsoort = 0;
    private const int Vast64soort = 1;
    private const int Lengtesoort = 2;
    private const int Vast32soort = 5;

    private ReadOnlySpan<byte> _rest = inhoud;
    private int _soort;

    /// <summary>Number of the field that is up.</summary>
    public int Veld { get; private set; }

    public bool Volgende()
    {
        if (_rest.IsEmpty) return false;
        var sleutel = LeesVarint();
        (Veld, _soort) = ((int)(sleutel >> 3), (int)(sleutel & 7));
        return true;
    }

    public ulong Varint() => _soort == Varintsoort ? LeesVarint() : throw Fout();

    public ulong Vast64() => _soort == Vast64soort ? BinaryPrimitives.ReadUInt64LittleEndian(Neem(8)) : throw Fout();

    public ReadOnlySpan<byte> Bytes() => _soort == Lengtesoort ? NeemMetLengte() : throw Fout();

    public string Tekst() => Encoding.UTF8.GetString(Bytes());

    public void SlaOver()
    {
        switch (_soort)
        {
            case Varintsoort: LeesVarint(); break;
            case Vast64soort: Neem(8); break;
            case Lengtesoort: NeemMetLengte(); break;
            case Vast32soort: Neem(4); break;
            default: throw Fout();
        }
    }

    private ulong LeesVarint()
    {
        ulong waarde = 0;
        for (var (i, schuif) = (0, 0); i < _rest.Length && schuif < 64; i++, schuif += 7)
        {
            waarde |= (ulong)(_rest[i] & 0x7F) << schuif;
            if (_rest[i] >= 0x80) continue;
            _rest = _rest[(i + 1)..];
            return waarde;
        }

        throw Fout();
    }

    private ReadOnlySpan<byte> NeemMetLengte() => LeesVarint() is var lengte && lengte <= (ulong)_rest.Length ? Neem((int)lengte) : throw Fout();

    private ReadOnlySpan<byte> Neem(int lengte)
    {
        if (lengte > _rest.Length) throw Fout();
        var deel = _rest[..lengte];
        _rest = _rest[lengte..];
        return deel;
    }

    private static InvalidDataException Fout() => new("De inhoud is geen protobuf-bericht van deze soort.");
}
