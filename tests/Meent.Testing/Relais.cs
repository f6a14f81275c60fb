using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Meent.Testing;

/// <summary>What stands between two programs on a network: passes bytes on, until a test cuts it, holds it up or slows it down.</summary>
public sealed class Relais : IAsyncDisposable
{
    private readonly IPEndPoint _voor;
    private readonly IPEndPoint _achter;
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private Socket _luisteraar;
    private TaskCompletionSource _door = new();

    /// <param name="voor">Where it listens.</param>
    /// <param name="achter">Where it leads to.</param>
    public Relais(IPEndPoint voor, IPEndPoint achter)
    {
        (_voor, _achter) = (voor, achter);
        _door.SetResult();
        _luisteraar = Luister();
    }

    /// <summary>How long everything takes longer, each way.</summary>
    public TimeSpan Vertraging { get; set; }

    /// <summary>Nobody is there any more: connections break, and none can be made.</summary>
    public void Knip()
    {
        _luisteraar.Dispose();
        Breek();
    }

    /// <summary>Connections can be made, and nothing comes of them.</summary>
    public void HoudOp()
    {
        _door = new();
        Breek();
    }

    /// <summary>All is well again.</summary>
    public void Herstel()
    {
        Vertraging = TimeSpan.Zero;
        _door.TrySetResult();
        Knip();
        _luisteraar = Luister();
    }

    public ValueTask DisposeAsync()
    {
        Knip();
        _door.TrySetResult();
        return ValueTask.CompletedTask;
    }

    private void Breek()
    {
        foreach (var socket in _open.Keys) socket.Dispose();
    }

    private Socket Luister()
    {
        var luisteraar = new Socket(_voor.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // The port is wanted again at once.
        luisteraar.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        luisteraar.Bind(_voor);
        luisteraar.Listen(512);
        _ = Neem(luisteraar);
        return luisteraar;
    }

    private async Task Neem(Socket luisteraar)
    {
        try
        {
            while (true) _ = Geleid(await luisteraar.AcceptAsync());
        }
        catch (Exception fout) when (fout is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task Geleid(Socket van)
    {
        using (van)
        using (var naar = new Socket(_achter.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true })
        {
            van.NoDelay = true;
            _open[van] = _open[naar] = 0;
            try
            {
                await _door.Task;
                await naar.ConnectAsync(_achter);
                await Task.WhenAny(Kopieer(van, naar), Kopieer(naar, van));
            }
            catch (Exception fout) when (fout is SocketException or ObjectDisposedException)
            {
                // Nobody there: who came in finds out.
            }
            finally
            {
                _open.TryRemove(van, out _);
                _open.TryRemove(naar, out _);
            }
        }
    }

    private async Task Kopieer(Socket van, Socket naar)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await van.ReceiveAsync(buffer) is > 0 and var aantal)
            {
                if (Vertraging > TimeSpan.Zero) await Task.Delay(Vertraging);
                for (var weg = 0; weg < aantal;) weg += await naar.SendAsync(buffer.AsMemory(weg, aantal - weg));
            }
        }
        catch (Exception fout) when (fout is SocketException or ObjectDisposedException)
        {
            // One side went away; the other is closed with it.
        }
    }
}
