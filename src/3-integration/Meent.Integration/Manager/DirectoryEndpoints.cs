using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Standards.Organisaties;
using Microsoft.AspNetCore.Http;

namespace Meent.Integration.Manager;

/// <summary>What a Manager lists: Peers it knows, and services with a valid publication contract. At a Directory that is the whole Group.</summary>
internal static class DirectoryEndpoints
{
    public static async Task<IResult> Peers(HttpContext http, Stores stores, Adressen adressen)
    {
        var query = http.Request.Query;
        var peers = await Bekend(http.Organisatie(), stores, adressen);
        var ids = Bladeren.Lijst(query, "peer_id");
        if (ids.Count > 0) return Antwoord(peers.Where(p => ids.Contains(p.Id)).ToList(), new { next_cursor = "" });

        var naam = query["peer_name"].ToString();
        var (blad, pagination) = Bladeren.Van(query).Blad(peers.Where(p => p.Naam.Contains(naam, StringComparison.OrdinalIgnoreCase)), p => p.Id);
        return Antwoord(blad, pagination);

        static IResult Antwoord(List<BekendePeer> peers, object pagination) => Results.Json(new { peers = peers.Select(Json), pagination });
    }

    public static async Task<IResult> Services(HttpContext http, Stores stores, Adressen adressen, Contractwijzer contracten)
    {
        var query = http.Request.Query;
        var (peer, naam) = (query["peer_id"].ToString(), query["service_name"].ToString());
        var peers = (await Bekend(http.Organisatie(), stores, adressen)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var (blad, pagination) = Bladeren.Van(query).Blad(await contracten.Publicaties(http.Organisatie()), g => peers.ContainsKey(g.ServicePeer) && Gezocht(g));
        return Results.Json(new { services = blad.Select(g => new { data = Listing(g, peers) }), pagination });

        // Several filters widen the result (manager.yaml).
        bool Gezocht(Grant grant) => (peer.Length == 0 && naam.Length == 0) || grant.ServicePeer == peer
            || (naam.Length > 0 && grant.ServiceName.Contains(naam, StringComparison.OrdinalIgnoreCase));
    }

    public static async Task<List<BekendePeer>> Bekend(Organisatie organisatie, Stores stores, Adressen adressen)
    {
        var store = await stores.Get(organisatie);
        var peers = (await store.Read(PeerTabel.Alle)).Where(p => p.Id != organisatie.Oin).ToList();
        peers.Add(new BekendePeer(organisatie.Oin, organisatie.Naam, adressen.Adres(organisatie, Component.Manager)));
        return peers;
    }

    public static Dictionary<string, object> Listing(Grant grant, Dictionary<string, BekendePeer> peers)
    {
        var listing = new Dictionary<string, object>
        {
            ["type"] = grant.Delegator is null ? "SERVICE_TYPE_SERVICE" : "SERVICE_TYPE_DELEGATED_SERVICE",
            ["peer"] = Json(peers[grant.ServicePeer]),
            ["name"] = grant.ServiceName,
            ["protocol"] = grant.Protocol!,
        };
        if (grant.Delegator is { } delegator) listing["delegator"] = new { peer_id = delegator, peer_name = peers.GetValueOrDefault(delegator)?.Naam ?? delegator };
        if (grant.Properties is { } properties) listing["properties"] = properties;
        return listing;
    }

    private static object Json(BekendePeer peer) => new { id = peer.Id, name = peer.Naam, manager_address = peer.Adres };
}
