using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;
using Meent.Standards.Toegang;

namespace Meent.Integration.Transport;

/// <summary>
/// Finds the way to a service: <c>http://{slug}.meent/{dienst}/{rest}</c> goes over the in-memory listener to the service that the organisation
/// keeps itself, else to its own Outway; over mTLS when that module is at another node. Either way as the internal client, and never outside the cluster here.
/// </summary>
internal sealed class BronHandler(OrganisatieLijst organisaties, InternClient intern, MemoryTransport transport, Knooplijn knopen)
    : DelegatingHandler(Http(transport, MemoryEndPoint.Intern))
{
    /// <summary>Path under an organisation's base URL at which its Outway takes requests.</summary>
    public const string OutwayPad = "/outway";

    private const string Domein = ".meent";

    private readonly HttpMessageInvoker _elders = new(knopen.Http());

    /// <summary>An HTTP handler whose connections lead to an in-memory listener, whatever the host in the address.</summary>
    public static SocketsHttpHandler Http(MemoryTransport transport, MemoryEndPoint endpoint, DistributedContextPropagator? trace = null) => new()
    {
        ActivityHeadersPropagator = trace ?? DistributedContextPropagator.Current,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = (_, _) => new(transport.Connect(endpoint)),
        // An explanation for the audit trail travels in a header and is written as people write.
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var adres = request.RequestUri!;
        var slug = adres.Host.EndsWith(Domein, StringComparison.Ordinal) ? adres.Host[..^Domein.Length] : "";
        if (organisaties.Vind(slug) is not { } organisatie) throw new HttpRequestException($"Onbekende organisatie in {adres.Host}.");

        var pad = adres.AbsolutePath.TrimStart('/');
        var schuin = pad.IndexOf('/');
        var (dienst, rest) = schuin < 0 ? (pad, "") : (pad[..schuin], pad[schuin..]);
        if (!Diensten.Bestaat(dienst)) throw new HttpRequestException($"Onbekende dienst '{dienst}'.");

        // Every organisation has a Manager of its own to administer.
        var eigen = dienst == Diensten.Fsc || (organisatie.Diensten.Contains(dienst) && !request.Headers.Contains(Headers.Aanbieder) && !request.Headers.Contains(Headers.Elders));
        if (!eigen) request.Headers.TryAddWithoutValidation(Headers.Dienst, dienst);
        var module = eigen ? Modules.Van(dienst) : Modules.Integratie;
        var elders = knopen.IsElders(module);
        var begin = elders ? Knooplijn.Adres(module, Herkomst.Intern) : $"http://{slug}{Domein}";
        request.RequestUri = new Uri($"{begin}/{slug}{(eigen ? Diensten.Pad(dienst) : OutwayPad)}{rest}{adres.Query}");
        var gebruiker = request.Headers.TryGetValues(Headers.Gebruiker, out var waarden) ? waarden.First() : null;
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(intern.Authorization(gebruiker));
        return elders ? _elders.SendAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _elders.Dispose();
        base.Dispose(disposing);
    }
}
