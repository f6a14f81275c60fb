using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;

namespace Meent.Integration.Transport;

/// <summary>Hands each opened connection to Kestrel.</summary>
internal sealed class MemoryListener(EndPoint endpoint, Action unbound) : IConnectionListener
{
    private readonly Channel<ConnectionContext> _opened = Channel.CreateUnbounded<ConnectionContext>(new() { SingleReader = true });

    public EndPoint EndPoint => endpoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await _opened.Reader.WaitToReadAsync(cancellationToken) && _opened.Reader.TryRead(out var connection) ? connection : null;

    public Stream? Open()
    {
        var connection = new MemoryConnection(endpoint);
        return _opened.Writer.TryWrite(connection) ? connection.Client : null;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        unbound();
        _opened.Writer.TryComplete();
        return default;
    }

    public ValueTask DisposeAsync() => UnbindAsync();
}
