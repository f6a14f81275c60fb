using Meent.Data.Opslag;
using Meent.Integration.Fsc;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Meent.Integration.Gids;

/// <summary>What the Directory shows to anybody: services and participants, searched by name, with whether their providers answered lately.</summary>
internal static class GidsEndpoints
{
    public static void MapGids(this IEndpointRouteBuilder fsc)
    {
        fsc.MapGet("/gids/diensten", Diensten).WithName("gidsdienst_list");
        fsc.MapGet("/gids/deelnemers", Deelnemers).WithName("gidsdeelnemer_list");
    }

    private static async Task<IResult> Diensten(HttpContext http, Gidsbeeld beeld)
    {
        var query = http.Request.Query;
        var (zoek, peer, naam) = (query["zoek"].ToString(), query["peer_id"].ToString(), query["service_name"].ToString());
        var (grants, peers, peilingen) = await beeld.Neem(http.Organisatie(), http.RequestAborted);
        var (blad, pagination) = Bladeren.Van(query).Blad(grants, g => peers.ContainsKey(g.ServicePeer) && (peer.Length == 0 || g.ServicePeer == peer) && (naam.Length == 0 || g.ServiceName == naam)
            && (Heeft(g.ServiceName, zoek) || Heeft(peers[g.ServicePeer].Naam, zoek))
            && (query["bereikbaar"] != "true" || peilingen.GetValueOrDefault(g.ServicePeer) is not { Fout: not null }));
        return Results.Json(new
        {
            services = blad.Select(g => new { data = DirectoryEndpoints.Listing(g, peers), health = Stand(peilingen.GetValueOrDefault(g.ServicePeer)) }),
            pagination,
        });
    }

    private static async Task<IResult> Deelnemers(HttpContext http, Gidsbeeld beeld)
    {
        var zoek = http.Request.Query["zoek"].ToString();
        var (grants, peers, peilingen) = await beeld.Neem(http.Organisatie(), http.RequestAborted);
        var perPeer = grants.ToLookup(g => g.ServicePeer, StringComparer.Ordinal);
        var (blad, pagination) = Bladeren.Van(http.Request.Query).Blad(peers.Values.Where(p => Heeft(p.Naam, zoek) || p.Id == zoek), p => $"{p.Naam} {p.Id}");
        return Results.Json(new
        {
            peers = blad.Select(p => new { id = p.Id, name = p.Naam, services = perPeer[p.Id].Count(), health = Stand(peilingen.GetValueOrDefault(p.Id)) }),
            pagination,
        });
    }

    private static object? Stand(Peiling? peiling) => peiling is null ? null : new { reachable = peiling.Fout is null, checked_at = peiling.Gekeken, reached_at = peiling.Bereikt };

    private static bool Heeft(string tekst, string zoek) => tekst.Contains(zoek, StringComparison.OrdinalIgnoreCase);
}

/// <summary>All that a Directory lists, of one moment.</summary>
internal sealed class Gidsbeeld(Stores stores, Adressen adressen, Contractwijzer contracten, IOptions<FscOptions> options)
{
    /// <exception cref="FscException">404: this organisation is no Directory.</exception>
    public async Task<(Gesorteerd<Grant> Grants, Dictionary<string, BekendePeer> Peers, Dictionary<string, Peiling> Peilingen)> Neem(Organisatie organisatie, CancellationToken stop)
    {
        if (organisatie.Oin != options.Value.Directory) throw new FscException(404, FscCodes.NotFound, "Deze organisatie is niet de gids van de groep.");
        var store = await stores.Get(organisatie);
        return (
            await contracten.Publicaties(organisatie),
            (await DirectoryEndpoints.Bekend(organisatie, stores, adressen)).ToDictionary(p => p.Id, StringComparer.Ordinal),
            (await store.Read(PeilingTabel.Alle, stop)).ToDictionary(p => p.Peer, StringComparer.Ordinal));
    }
}
