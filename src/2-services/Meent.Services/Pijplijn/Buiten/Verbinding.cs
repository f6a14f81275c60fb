using System.Net;
using System.Net.Sockets;

namespace Meent.Services.Pijplijn.Buiten;

/// <summary>Connects for <see cref="SocketsHttpHandler.ConnectCallback"/>, to addresses that may be connected to only: the one that is checked is the one that is used.</summary>
internal static class Verbinding
{
    /// <param name="intern">Whether the host is known to be in an internal network.</param>
    /// <exception cref="HttpRequestException">There is no such address, or none that may be connected to.</exception>
    public static async ValueTask<Stream> Maak(DnsEndPoint eindpunt, bool intern, CancellationToken stop)
    {
        var reden = "het adres ligt in een intern netwerk";
        foreach (var adres in (await Dns.GetHostAddressesAsync(eindpunt.Host, stop)).Where(adres => Netwerkadres.Mag(adres, intern)))
        {
            var socket = new Socket(adres.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(adres, eindpunt.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException fout)
            {
                socket.Dispose();
                reden = fout.SocketErrorCode.ToString();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new HttpRequestException(HttpRequestError.ConnectionError, reden);
    }
}
