using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Meent.Services.Pijplijn;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>Decodes base64 (RFC 4648 §4) that stands in a JSON string, in pieces of any size, up to the quote that ends it.</summary>
internal sealed class Base64Lezer : IDisposable
{
    private const int Ruimte = 64 * 1024;
    private static readonly SearchValues<byte> Bijzonder = SearchValues.Create("\"\\ "u8);

    private readonly byte[] _tekst = ArrayPool<byte>.Shared.Rent(Ruimte);
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(Ruimte);
    private readonly byte[] _vlucht = new byte[6];
    private int _vluchtlengte;
    private int _vol;
    private int _gelezen;

    /// <summary>What the last call decoded.</summary>
    public ReadOnlyMemory<byte> Gelezen => _bytes.AsMemory(0, _gelezen);

    /// <returns>How many bytes were used; the rest is for the next call.</returns>
    /// <exception cref="Standards.Problemen.ProbleemException">400: it is no base64.</exception>
    public int Voeg(ReadOnlySpan<byte> bytes, out bool klaar)
    {
        (_gelezen, klaar) = (0, false);
        var gebruikt = 0;
        while (gebruikt < bytes.Length && _vol < Ruimte)
        {
            var over = bytes[gebruikt..];
            if (_vluchtlengte > 0)
            {
                Vlucht(over[0]);
                gebruikt++;
                continue;
            }

            var plek = over.IndexOfAny(Bijzonder);
            var lengte = Math.Min(plek < 0 ? over.Length : plek, Ruimte - _vol);
            over[..lengte].CopyTo(_tekst.AsSpan(_vol));
            _vol += lengte;
            gebruikt += lengte;
            if (lengte != plek) continue;
            gebruikt++;
            if (over[plek] == '\\') _vlucht[_vluchtlengte++] = (byte)'\\';
            if (over[plek] != '"') continue;
            klaar = true;
            break;
        }

        Decodeer(klaar);
        return gebruikt;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_tekst);
        ArrayPool<byte>.Shared.Return(_bytes);
    }

    /// <summary>Some clients escape the slash, others the plus; line breaks are escaped always.</summary>
    private void Vlucht(byte teken)
    {
        _vlucht[_vluchtlengte++] = teken;
        if (_vlucht[1] == 'u' && _vluchtlengte < 6) return;
        var letter = _vlucht[1] switch
        {
            (byte)'/' => '/',
            (byte)'n' or (byte)'r' or (byte)'t' => ' ',
            (byte)'u' when ushort.TryParse(Encoding.ASCII.GetString(_vlucht, 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code) && code < 128 => (char)code,
            _ => throw Fout(),
        };
        _vluchtlengte = 0;
        if (!char.IsWhiteSpace(letter)) _tekst[_vol++] = (byte)letter;
    }

    /// <summary>Leaves the last four characters until it is sure that they are the last: only those may be padding.</summary>
    private void Decodeer(bool einde)
    {
        var aantal = einde ? _vol : Math.Max(0, (_vol - 4) & ~3);
        var status = Base64.DecodeFromUtf8(_tekst.AsSpan(0, aantal), _bytes, out var gebruikt, out _gelezen, isFinalBlock: einde);
        if (status != OperationStatus.Done || gebruikt != aantal) throw Fout();
        _tekst.AsSpan(aantal, _vol - aantal).CopyTo(_tekst);
        _vol -= aantal;
    }

    private static Standards.Problemen.ProbleemException Fout() => Weiger.Ongeldig("inhoud", "invalid-base64", "De inhoud is geen geldige base64.");
}
