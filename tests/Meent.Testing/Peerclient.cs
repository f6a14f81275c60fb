using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Meent.Testing;

/// <summary>HTTP towards the FSC port with any certificate, or none; every name is this machine.</summary>
public static class Peerclient
{
    public static HttpClient Met(X509Certificate2? certificaat) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificates = certificaat is null ? null : [certificaat],
            LocalCertificateSelectionCallback = (_, _, _, _, _) => certificaat!,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        },
        ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });
}
