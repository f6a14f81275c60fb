using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Meent.Integration.Certificaten;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Poort;

/// <summary>The one port for Managers and Inways of all organisations: mTLS, with the Peer's certificate chosen by the server name (SNI).</summary>
internal sealed class FscListener(CertificateStore certificaten, Adressen adressen, IOptions<FscOptions> options) : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>Marks a connection as one of this port.</summary>
    public static readonly Merk Gemerkt = new();

    public void Configure(KestrelServerOptions kestrel) => kestrel.Listen(IPAddress.Parse(options.Value.Adres), options.Value.Poort, listen =>
    {
        listen.Use(volgende => verbinding =>
        {
            verbinding.Features.Set(Gemerkt);
            return volgende(verbinding);
        });
        listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = handdruk => new(Tls(handdruk.ClientHelloInfo)) });
    });

    private SslServerAuthenticationOptions Tls(SslClientHelloInfo hallo)
    {
        // Without a name of ours there is no certificate to show, and nothing to talk about.
        var gevraagd = adressen.Vind(hallo.ServerName) ?? throw new AuthenticationException("Onbekende servernaam.");
        return new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificaten.Van(gevraagd.Organisatie).Context,
            ClientCertificateRequired = true,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificaat, keten, fouten) => certificaten.Vertrouwen.Tls(certificaat, keten, fouten),
        };
    }

    internal sealed class Merk;
}
