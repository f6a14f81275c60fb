using System.Security.Cryptography.X509Certificates;
using Meent.Integration.Certificaten;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Crypto;
using Meent.Standards.Koppelvlak;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Meent.Integration.Poort;

/// <summary>The Peer at the other end of the mTLS connection.</summary>
internal sealed class Beller(X509Certificate2 certificaat)
{
    public X509Certificate2 Certificaat { get; } = certificaat;
    public PeerNaam Peer { get; } = PeerNaam.Van(certificaat);
    public string X5t { get; } = Thumbprints.Certificate(certificaat);
}

internal static class BellerFeature
{
    private static readonly object Sleutel = new();

    /// <exception cref="FscException">The connection brought no certificate, which cannot be on the FSC port.</exception>
    public static Beller Beller(this HttpContext http)
    {
        // Read from the certificate once a connection, not once a request.
        var onthouden = http.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        if (onthouden.TryGetValue(Sleutel, out var bekend)) return (Beller)bekend!;
        var certificaat = http.Connection.ClientCertificate
            ?? throw new FscException(400, FscCodes.PeerCertificateVerificationFailed, "De verbinding heeft geen certificaat.");
        var beller = new Beller(certificaat);
        onthouden[Sleutel] = beller;
        return beller;
    }

    /// <summary>The address of the caller's Manager, which FSC Core 4.4.4 demands of every POST and PUT between Managers.</summary>
    public static string ManagerAdres(this HttpContext http)
    {
        var adres = http.Request.Headers[Headers.FscManagerAddress].ToString().Trim().TrimEnd('/');
        if (Uri.TryCreate(adres, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", PathAndQuery: "/", Fragment: "" }
            && adres.Length <= 255 && adres.EndsWith($":{uri.Port}", StringComparison.Ordinal)) return adres;
        throw new FscException(400, FscCodes.InvalidRequest, $"Header {Headers.FscManagerAddress} moet een https-adres met poort zijn.");
    }
}
