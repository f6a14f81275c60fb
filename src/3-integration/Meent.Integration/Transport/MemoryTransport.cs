using System.Collections.Concurrent;
using System.Net;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Connections;

namespace Meent.Integration.Transport;

/// <summary>
/// A Kestrel transport without a port: real HTTP, with its limits and cancellation, over pipes inside the process. Stands beside the socket
/// transport; Kestrel asks each which end points it can bind.
/// </summary>
internal sealed class MemoryTransport : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly ConcurrentDictionary<EndPoint, MemoryListener> _listeners = new();

    public bool CanBind(EndPoint endpoint) => endpoint is MemoryEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var listener = new MemoryListener(endpoint, () => _listeners.TryRemove(endpoint, out _));
        if (!_listeners.TryAdd(endpoint, listener)) throw new AddressInUseException($"{endpoint} is al in gebruik.");
        return new(listener);
    }

    /// <summary>Opens a connection; the stream is the client's side of it.</summary>
    /// <exception cref="HttpRequestException">Nothing listens (yet, or any more).</exception>
    public Stream Connect(MemoryEndPoint endpoint)
    {
        if (_listeners.TryGetValue(endpoint, out var listener) && listener.Open() is { } stream) return stream;
        throw new HttpRequestException(HttpRequestError.ConnectionError, $"Niemand luistert op {endpoint}.");
    }
}
