using System.Net;
using System.Security.Authentication;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Transport;

/// <summary>
/// The port for the other nodes of the cluster: mTLS with the cluster's key. What comes in here is what would else come over the in-memory
/// listeners; which of the two, the server name says (<see cref="Knooplijn"/>).
/// </summary>
internal sealed class Knooppoort(KnoopOptions opties, Knoopsleutel sleutel) : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        if (opties.Luister is null) return;
        var adres = new Uri(opties.Luister);
        kestrel.Listen(IPAddress.Parse(adres.Host), adres.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => new(new System.Net.Security.SslServerAuthenticationOptions
                {
                    ServerCertificateContext = sleutel.Context,
                    ClientCertificateRequired = true,
                    EnabledSslProtocols = SslProtocols.Tls13,
                    RemoteCertificateValidationCallback = (_, certificaat, _, _) => sleutel.IsKnoop(certificaat),
                }),
            });
            listen.Use(volgende => verbinding =>
            {
                var naam = verbinding.Features.Get<ITlsHandshakeFeature>()?.HostName ?? "";
                verbinding.Features.Set<IConnectionEndPointFeature>(new Eindpunt
                {
                    LocalEndPoint = naam.StartsWith(Knooplijn.Naam(Herkomst.Inway), StringComparison.Ordinal) ? MemoryEndPoint.Inway : MemoryEndPoint.Intern,
                    RemoteEndPoint = verbinding.RemoteEndPoint,
                });
                return volgende(verbinding);
            });
        });
    }

    private sealed class Eindpunt : IConnectionEndPointFeature
    {
        public EndPoint? LocalEndPoint { get; set; }
        public EndPoint? RemoteEndPoint { get; set; }
    }
}
