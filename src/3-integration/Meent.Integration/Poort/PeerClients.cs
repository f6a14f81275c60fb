using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Certificaten;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Poort;

/// <summary>
/// HTTP towards other Peers: with the organisation's own certificate, and only to servers of the Peer that is meant; a wrong address in a directory
/// must not lead data to another member of the Group. Connections are pooled; a handshake costs 20 requests.
/// </summary>
internal sealed class PeerClients(CertificateStore certificaten, IOptions<FscOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<(string Slug, string Peer, string X5t), Lazy<HttpMessageInvoker>> _clients = new();

    public HttpMessageInvoker Van(Organisatie organisatie, string peer)
    {
        // A renewed certificate means other connections; those under the old one end when they have been idle.
        var eigen = certificaten.Van(organisatie);
        return _clients.GetOrAdd((organisatie.Slug, peer, eigen.X5t), _ => new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(Handler(eigen, peer)))).Value;
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(c => c.IsValueCreated)) client.Value.Dispose();
    }

    private SocketsHttpHandler Handler(PeerCertificaat eigen, string peer) => new()
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = new TracePropagator(),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        EnableMultipleHttp2Connections = true,
        ConnectCallback = Verbind,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = eigen.Context,
            RemoteCertificateValidationCallback = (_, certificaat, keten, fouten) =>
                certificaten.Vertrouwen.Tls(certificaat, keten, options.Value.Lezing.HostnaamControleren ? fouten : fouten & ~SslPolicyErrors.RemoteCertificateNameMismatch) && PeerNaam.Van((X509Certificate2)certificaat!).Id == peer,
        },
    };

    private static async ValueTask<Stream> Verbind(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var doel = context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // RFC 6761 6.3: names under localhost are this machine, also where the resolver does not know them.
            if (doel.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)) await socket.ConnectAsync(IPAddress.Loopback, doel.Port, stop);
            else await socket.ConnectAsync(doel, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
