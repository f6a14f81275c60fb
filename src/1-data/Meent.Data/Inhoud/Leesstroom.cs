using System.Security.Cryptography;

namespace Meent.Data.Inhoud;

/// <summary>Encrypted content as it was, from any place in it: each chunk is checked before a byte of it is given out.</summary>
internal sealed class Leesstroom : Stream
{
    private readonly Stream _bron;
    private readonly AesGcm _aes;
    private readonly long _stukken;
    private readonly byte[] _in = new byte[Versleuteling.Stuk + Versleuteling.Tag];
    private readonly byte[] _stuk = new byte[Versleuteling.Stuk];
    private long _nummer = -1;
    private int _vol;

    private Leesstroom(Stream bron, AesGcm aes)
    {
        (_bron, _aes) = (bron, aes);
        _stukken = (bron.Length - Versleuteling.Kop + _in.Length - 1) / _in.Length;
        Length = bron.Length - Versleuteling.Kop - _stukken * Versleuteling.Tag;
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    /// <exception cref="InvalidDataException">It is no encrypted content, or too short for it.</exception>
    public static async ValueTask<Leesstroom> Open(Stream bron, byte[] hoofdsleutel, CancellationToken stop)
    {
        try
        {
            var kop = new byte[Versleuteling.Kop];
            if (bron.Length < Versleuteling.Kop + Versleuteling.Tag) throw new InvalidDataException("De inhoud is te kort.");
            await bron.ReadExactlyAsync(kop, stop);
            return new Leesstroom(bron, Versleuteling.Sleutel(hoofdsleutel, kop));
        }
        catch
        {
            await bron.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="CryptographicException">The content was changed, or the key is another one.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        var nummer = Position / Versleuteling.Stuk;
        if (nummer != _nummer)
        {
            var begin = Versleuteling.Kop + nummer * _in.Length;
            if (_bron.Position != begin) _bron.Position = begin;
            var lengte = (int)Math.Min(_in.Length, _bron.Length - begin);
            await _bron.ReadExactlyAsync(_in.AsMemory(0, lengte), cancellationToken);
            Ontsleutel(nummer, lengte - Versleuteling.Tag);
        }

        var vanaf = (int)(Position % Versleuteling.Stuk);
        var aantal = Math.Min(buffer.Length, _vol - vanaf);
        _stuk.AsMemory(vanaf, aantal).CopyTo(buffer);
        Position += aantal;
        return aantal;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _aes.Dispose();
        _bron.Dispose();
        base.Dispose(disposing);
    }

    private void Ontsleutel(long nummer, int lengte)
    {
        _nummer = -1;
        Span<byte> nonce = stackalloc byte[12];
        Versleuteling.Nonce(nonce, nummer, nummer == _stukken - 1);
        _aes.Decrypt(nonce, _in.AsSpan(0, lengte), _in.AsSpan(lengte, Versleuteling.Tag), _stuk.AsSpan(0, lengte));
        (_nummer, _vol) = (nummer, lengte);
    }
}
