using System.Buffers;
using Meent.Data.Inhoud;
using Meent.Services.Pijplijn;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>
/// Separates the member <c>inhoud</c> from the rest of a JSON object while it comes in: its text goes to the decoder, and <c>null</c> stands in its
/// place. It follows strings, escapes and depth only; whether the rest is JSON at all is for the parser that reads it afterwards.
/// </summary>
/// <param name="ontvang">Makes ready for content.</param>
internal sealed class Scheider(Func<Ontvangst> ontvang) : IDisposable
{
    /// <summary>Far above the other members of a document.</summary>
    public const int MaxRest = 2 * 1024 * 1024;

    private static readonly SearchValues<byte> Buiten = SearchValues.Create("\"{}[]:,"u8);
    private static readonly SearchValues<byte> InTekst = SearchValues.Create("\"\\"u8);

    private readonly ArrayBufferWriter<byte> _rest = new(4096);
    private readonly byte[] _sleutel = new byte["inhoud".Length];
    private readonly Base64Lezer _base64 = new();
    private Stand _stand;
    private int _diepte;
    private int _sleutellengte;
    private bool _isObject;
    private bool _sleutelVolgt;
    private bool _isSleutel;
    private bool _vlucht;
    private bool _inhoudVolgt;

    private enum Stand
    {
        Buiten,
        Tekst,
        Inhoud,
    }

    /// <summary>The content; null when there was none.</summary>
    public Ontvangst? Inhoud { get; private set; }

    /// <summary>All else.</summary>
    public ReadOnlyMemory<byte> Rest => _rest.WrittenMemory;

    public async ValueTask Voeg(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        while (bytes.Length > 0)
        {
            if (_stand != Stand.Inhoud)
            {
                bytes = bytes[(_stand == Stand.Tekst ? Tekst(bytes.Span) : Structuur(bytes.Span))..];
                if (_rest.WrittenCount > MaxRest) throw new ProbleemException(new Probleem(413, "request_entity_too_large", "Het bericht is te groot."));
                continue;
            }

            bytes = bytes[_base64.Voeg(bytes.Span, out var klaar)..];
            await Inhoud!.Schrijf(_base64.Gelezen, stop);
            if (klaar) _stand = Stand.Buiten;
        }
    }

    public void Dispose() => _base64.Dispose();

    /// <returns>How many bytes were used.</returns>
    private int Structuur(ReadOnlySpan<byte> bytes)
    {
        if (_inhoudVolgt)
        {
            var wit = bytes.IndexOfAnyExcept(" \t\r\n"u8);
            if (wit != 0) return Kopieer(bytes, wit < 0 ? bytes.Length : wit);
            _inhoudVolgt = false;
            if (bytes[0] == '"') return BeginInhoud();
        }

        var plek = bytes.IndexOfAny(Buiten);
        if (plek < 0) return Kopieer(bytes, bytes.Length);
        switch (bytes[plek])
        {
            case (byte)'"':
                _stand = Stand.Tekst;
                _isSleutel = _sleutelVolgt;
                _sleutellengte = 0;
                break;
            case (byte)'{' or (byte)'[':
                if (_diepte++ == 0) _sleutelVolgt = _isObject = bytes[plek] == '{';
                else _sleutelVolgt = false;
                break;
            case (byte)'}' or (byte)']':
                _diepte--;
                _sleutelVolgt = false;
                break;
            case (byte)',':
                _sleutelVolgt = _diepte == 1 && _isObject;
                break;
            default:
                _inhoudVolgt = _sleutelVolgt && IsInhoud();
                _sleutelVolgt = false;
                break;
        }

        return Kopieer(bytes, plek + 1);
    }

    private int Tekst(ReadOnlySpan<byte> bytes)
    {
        if (_vlucht)
        {
            _vlucht = false;
            // No plain name any more.
            _sleutellengte = int.MaxValue;
            return Kopieer(bytes, 1);
        }

        var plek = bytes.IndexOfAny(InTekst);
        var lengte = plek < 0 ? bytes.Length : plek;
        if (_isSleutel) Onthoud(bytes[..lengte]);
        if (plek < 0) return Kopieer(bytes, bytes.Length);
        if (bytes[plek] == '\\') _vlucht = true;
        else _stand = Stand.Buiten;
        return Kopieer(bytes, plek + 1);
    }

    private int BeginInhoud()
    {
        if (Inhoud is not null) throw Weiger.Ongeldig("inhoud", "invalid", "Dit veld komt twee keer voor.");
        Inhoud = ontvang();
        _stand = Stand.Inhoud;
        _rest.Write("null"u8);
        return 1;
    }

    private void Onthoud(ReadOnlySpan<byte> deel)
    {
        if (_sleutellengte <= _sleutel.Length && deel.Length <= _sleutel.Length - _sleutellengte) deel.CopyTo(_sleutel.AsSpan(_sleutellengte));
        _sleutellengte = _sleutellengte == int.MaxValue ? int.MaxValue : _sleutellengte + deel.Length;
    }

    private bool IsInhoud() => _sleutellengte == _sleutel.Length && System.Text.Ascii.EqualsIgnoreCase(_sleutel, "inhoud"u8);

    private int Kopieer(ReadOnlySpan<byte> bytes, int aantal)
    {
        _rest.Write(bytes[..aantal]);
        return aantal;
    }
}
