using System.Security.Cryptography;

namespace Meent.Bench.Documenten;

/// <summary>As many bytes as asked, different each time, so that no store can keep them once.</summary>
internal sealed class Toevalsstroom(long lengte) : Stream
{
    private static readonly byte[] Blok = Maak();
    private readonly Guid _eigen = Guid.CreateVersion7();
    private long _plek;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => lengte;
    public override long Position { get => _plek; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var aantal = (int)Math.Min(Math.Min(buffer.Length, Blok.Length), lengte - _plek);
        if (aantal <= 0) return 0;
        Blok.AsSpan(0, aantal).CopyTo(buffer);
        if (_plek == 0 && aantal >= 16) _eigen.TryWriteBytes(buffer);
        _plek += aantal;
        return aantal;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte[] Maak()
    {
        var blok = new byte[1 << 16];
        RandomNumberGenerator.Fill(blok);
        return blok;
    }
}
