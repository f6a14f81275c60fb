using System.Net.Http.Headers;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Fsc.Doelbinding;

/// <summary>
/// Purposes towards Peers that take no properties in a grant: the own configuration says for which a service of theirs may be used, the Outway asks each
/// request for one of those, and tells it to the Peer in the header that it knows.
/// </summary>
internal sealed class Doelvertalingen(IOptions<FscOptions> options)
{
    /// <summary>A grant that the own Outway may use, with its purposes: those that both parties signed, else those of the configuration.</summary>
    public Verbinding Verbind(Organisatie organisatie, Grant grant, long notAfter)
    {
        var doelen = Doelen.Van(grant.Properties);
        var vertaling = doelen.Count > 0 || !options.Value.Doelvertalingen.TryGetValue(organisatie.Slug, out var eigen)
            ? null
            : eigen.Values.FirstOrDefault(v => v.Aanbieder == grant.ServicePeer && v.Dienst == grant.ServiceName);
        return vertaling is null
            ? new Verbinding(grant, doelen, notAfter)
            : new Verbinding(grant, [.. vertaling.Doelen.Select(d => d.Doel)], notAfter, new Doelvertaling(vertaling));
    }
}

/// <summary>How one service of a Peer is told the purpose.</summary>
internal sealed class Doelvertaling(DoelvertalingOptions options)
{
    /// <param name="doel">One of the purposes; what the client wrote in that header itself does not count.</param>
    public void Zet(HttpRequestHeaders headers, string? doel)
    {
        headers.Remove(options.Header);
        headers.TryAddWithoutValidation(options.Header, options.Doelen.First(d => d.Doel == doel).Waarde);
    }
}
