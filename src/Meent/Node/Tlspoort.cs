using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Beheer;
using Meent.Standards.Toegang;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Meent.Node;

/// <summary>
/// The port on which TLS ends here, and not at a proxy that would have to be believed about it: a client may show a certificate of one of the anchors,
/// and one of anybody else gets no connection.
/// </summary>
internal static class Tlspoort
{
    private const string ClientAuthenticatie = "1.3.6.1.5.5.7.3.2";

    public static void Luister(KestrelServerOptions kestrel, TlsOptions opties)
    {
        if (opties.Luister is null) return;
        var (adres, ankers) = (new Uri(opties.Luister), Ankers(opties));
        var keten = new X509Certificate2Collection();
        keten.ImportFromPemFile(opties.Certificaat);
        kestrel.Listen(IPAddress.Parse(adres.Host), adres.Port, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = X509Certificate2.CreateFromPemFile(opties.Certificaat, opties.Sleutel);
            https.ServerCertificateChain = keten;
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (certificaat, gestuurd, _) => IsVertrouwd(certificaat, gestuurd, ankers);
        }));
    }

    public static bool IsAdres(string tekst) => Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri is { Scheme: "https", PathAndQuery: "/" } && IPAddress.TryParse(uri.Host, out _);

    /// <summary>What is wrong with the files that are named.</summary>
    public static IEnumerable<Configuratiefout> Fouten(TlsOptions opties)
    {
        if (!Lukt(() => X509Certificate2.CreateFromPemFile(opties.Certificaat, opties.Sleutel).Dispose()))
            yield return new("Meent:Tls:Certificaat", $"'{opties.Certificaat}' is geen PEM-bestand met een certificaat, of '{opties.Sleutel}' heeft zijn sleutel niet.");
        if (opties.Ankers.Count == 0 || !Lukt(() => Ankers(opties))) yield return new("Meent:Tls:Ankers", "noem PEM-bestanden met de certificaten van wie clients een certificaat geven.");
    }

    private static bool IsVertrouwd(X509Certificate2 certificaat, X509Chain? gestuurd, X509Certificate2Collection ankers)
    {
        using var keten = new X509Chain();
        keten.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        keten.ChainPolicy.CustomTrustStore.AddRange(ankers);
        if (gestuurd is not null) keten.ChainPolicy.ExtraStore.AddRange(gestuurd.ChainPolicy.ExtraStore);
        keten.ChainPolicy.ApplicationPolicy.Add(new Oid(ClientAuthenticatie));
        keten.ChainPolicy.DisableCertificateDownloads = true;
        // What is taken back is taken out of the configuration here, with the client.
        keten.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return keten.Build(certificaat);
    }

    private static X509Certificate2Collection Ankers(TlsOptions opties)
    {
        var ankers = new X509Certificate2Collection();
        foreach (var bestand in opties.Ankers) ankers.ImportFromPemFile(bestand);
        return ankers;
    }

    private static bool Lukt(Action lees)
    {
        try
        {
            lees();
            return true;
        }
        catch (Exception fout) when (fout is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
