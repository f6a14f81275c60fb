namespace Meent.Data.Inhoud;

/// <summary>Content in an S3 store, from any place in it: a request is made where reading begins, and again after each move.</summary>
internal sealed class S3Leesstroom(S3Plaats plaats, string adres, long lengte) : Stream
{
    private HttpResponseMessage? _antwoord;
    private Stream? _stroom;
    private long _plek;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => lengte;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= lengte || buffer.Length == 0) return 0;
        if (_stroom is null || _plek != Position)
        {
            _antwoord?.Dispose();
            _antwoord = await plaats.Vanaf(adres, Position, cancellationToken);
            _stroom = await _antwoord.Content.ReadAsStreamAsync(cancellationToken);
            _plek = Position;
        }

        var gelezen = await _stroom.ReadAsync(buffer, cancellationToken);
        if (gelezen == 0) throw new EndOfStreamException("De inhoud houdt te vroeg op.");
        Position = _plek += gelezen;
        return gelezen;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => lengte + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _antwoord?.Dispose();
        base.Dispose(disposing);
    }
}
