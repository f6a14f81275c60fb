using System.Security.Cryptography.X509Certificates;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Services.Toegang.OAuth;

/// <summary>
/// Checks <c>tls_client_auth</c> (RFC 8705 §2.1): the certificate of the connection is of the subject that the client has. That somebody trusted gave it
/// out, and that the client has its key, the port has seen already.
/// </summary>
internal sealed class Certificaatbewijs(ApiClients clients)
{
    /// <returns>The client; null when it is not proved.</returns>
    public ApiClient? Controleer(string clientId, X509Certificate2? certificaat, Organisatie organisatie) =>
        certificaat is not null && clients.Vind(clientId, organisatie.Slug) is { Certificaat: { } naam } client && Clientcertificaat.Heet(certificaat, naam) ? client : null;
}
