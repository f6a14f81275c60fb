using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Meent.Bench;

/// <summary>What a run gave.</summary>
internal sealed record Uitslag(double PerSeconde, double P50, double P99, long Fouten)
{
    /// <summary>Processor time of the program a request, in microseconds; a database beside it does not count.</summary>
    public double Processor { get; init; }
}

/// <summary>
/// A load generator on bare sockets, one request at a time on each connection: an HTTP client library would cost more than what is measured.
/// </summary>
internal static class Belasting
{
    /// <param name="vragen">Makes the bytes of the next request.</param>
    public static async Task<Uitslag> Voer(int poort, int verbindingen, TimeSpan duur, Func<byte[]> vragen, int verwacht)
    {
        var einde = Stopwatch.GetTimestamp() + (long)(duur.TotalSeconds * Stopwatch.Frequency);
        var metingen = await Task.WhenAll(Enumerable.Range(0, verbindingen).Select(_ => Task.Run(() => Een(poort, einde, vragen, verwacht))));
        var tijden = metingen.SelectMany(m => m.Tijden).Order().ToList();
        if (tijden.Count == 0) return new Uitslag(0, 0, 0, metingen.Sum(m => m.Fouten));
        return new Uitslag(tijden.Count / duur.TotalSeconds, tijden[tijden.Count / 2], tijden[(int)(tijden.Count * 0.99)], metingen.Sum(m => m.Fouten));
    }

    private static async Task<(List<double> Tijden, long Fouten)> Een(int poort, long einde, Func<byte[]> vragen, int verwacht)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, poort);
        var buffer = new byte[1 << 20];
        var tijden = new List<double>();
        var fouten = 0L;
        while (Stopwatch.GetTimestamp() < einde)
        {
            var begin = Stopwatch.GetTimestamp();
            await socket.SendAsync(vragen());
            if (await Status(socket, buffer) != verwacht) fouten++;
            tijden.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return (tijden, fouten);
    }

    /// <summary>Reads one answer whole and returns its status.</summary>
    private static async Task<int> Status(Socket socket, byte[] buffer)
    {
        var gelezen = 0;
        int kop;
        while ((kop = buffer.AsSpan(0, gelezen).IndexOf("\r\n\r\n"u8)) < 0) gelezen += await Lees(socket, buffer, gelezen);
        var tekst = Encoding.ASCII.GetString(buffer, 0, kop);
        var plek = tekst.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var lengte = plek < 0 ? 0 : int.Parse(tekst.AsSpan(plek + 16, tekst.IndexOf('\r', plek) is var eind and > 0 ? eind - plek - 16 : tekst.Length - plek - 16), null);
        // The rest is read and forgotten: an answer may be larger than the buffer.
        for (var rest = kop + 4 + lengte - gelezen; rest > 0;) rest -= await Lees(socket, buffer, 0);
        return int.Parse(tekst.AsSpan(9, 3), null);
    }

    private static async Task<int> Lees(Socket socket, byte[] buffer, int vanaf)
    {
        var aantal = await socket.ReceiveAsync(buffer.AsMemory(vanaf));
        return aantal > 0 ? aantal : throw new IOException("De verbinding is verbroken.");
    }
}
