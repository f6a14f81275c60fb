using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Meent.Standards.Koppelvlak;

namespace Meent.Integration.Transport;

/// <summary>
/// The way to modules on other nodes: <c>https://{herkomst}.{module}/…</c>, a name that only leads to the address in the configuration and to a server
/// with the cluster's key. Connections are pooled.
/// </summary>
/// <param name="sleutel">None on a node that stands alone.</param>
internal sealed class Knooplijn(KnoopOptions opties, Knoopsleutel? sleutel = null)
{
    private readonly Dictionary<string, Uri> _elders = opties.Elders.ToDictionary(e => e.Key, e => new Uri(e.Value), StringComparer.Ordinal);

    /// <summary>Whether a module is at another node.</summary>
    public bool IsElders(string module) => _elders.ContainsKey(module);

    /// <summary>Base of addresses of a module at another node.</summary>
    public static string Adres(string module, Herkomst herkomst) => $"https://{Naam(herkomst)}{module}";

    public static string Naam(Herkomst herkomst) => herkomst == Herkomst.Inway ? "inway." : "intern.";

    public SocketsHttpHandler Http(System.Diagnostics.DistributedContextPropagator? trace = null) => new()
    {
        ActivityHeadersPropagator = trace ?? System.Diagnostics.DistributedContextPropagator.Current,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        // Another address behind the same name is found within this time.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = Verbind,
        SslOptions = new SslClientAuthenticationOptions
        {
            ClientCertificateContext = sleutel?.Context,
            EnabledSslProtocols = SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificaat, _, _) => sleutel?.IsKnoop(certificaat) == true,
        },
    };

    private async ValueTask<Stream> Verbind(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var naam = context.DnsEndPoint.Host;
        if (!_elders.TryGetValue(naam[(naam.IndexOf('.', StringComparison.Ordinal) + 1)..], out var adres))
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"Geen node voor {naam}.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(adres.Host, adres.Port), stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
