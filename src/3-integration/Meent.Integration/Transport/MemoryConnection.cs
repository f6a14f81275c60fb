using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Meent.Integration.Transport;

/// <summary>The server's side of one connection: a pair of pipes, of which <see cref="Client"/> is the other end.</summary>
internal sealed class MemoryConnection : DefaultConnectionContext
{
    private static readonly PipeOptions Options = new(useSynchronizationContext: false);

    // Own source, never disposed: the base cancels its own from the thread pool, possibly after its disposal.
    private readonly CancellationTokenSource _gesloten = new();

    public MemoryConnection(EndPoint endpoint)
        : base(Guid.CreateVersion7().ToString("N"))
    {
        var naarServer = new Pipe(Options);
        var naarClient = new Pipe(Options);
        Transport = new Duplex(naarServer.Reader, naarClient.Writer);
        Application = new Duplex(naarClient.Reader, naarServer.Writer);
        LocalEndPoint = endpoint;
        RemoteEndPoint = endpoint;
        ConnectionClosed = _gesloten.Token;
        Client = new MemoryStream(this);
    }

    public Stream Client { get; }

    public override void Abort(ConnectionAbortedException abortReason) =>
        ThreadPool.UnsafeQueueUserWorkItem(s => s.Cancel(), _gesloten, preferLocal: false);

    public override async ValueTask DisposeAsync()
    {
        // Kestrel is done: the client reads to the end of what was sent, and then the end.
        await Transport.Output.CompleteAsync();
        await Transport.Input.CompleteAsync();
        await base.DisposeAsync();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>The client's side. Disposing it is what closing a socket is: the server sees the end, and a running request is aborted.</summary>
    private sealed class MemoryStream(MemoryConnection connection) : Stream
    {
        private readonly Stream _lezen = connection.Application!.Input.AsStream(leaveOpen: true);
        private readonly PipeWriter _schrijven = connection.Application!.Output;
        private int _dicht;

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _lezen.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _lezen.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var result = await _schrijven.WriteAsync(buffer, cancellationToken);
            if (result.IsCompleted) throw new IOException("De server sloot de verbinding.");
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Alleen asynchroon.");
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Alleen asynchroon.");
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && Interlocked.Exchange(ref _dicht, 1) == 0)
            {
                _schrijven.Complete();
                connection.Application!.Input.Complete();
                connection.Abort(new ConnectionAbortedException());
            }

            base.Dispose(disposing);
        }
    }
}
