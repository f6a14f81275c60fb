using Meent.Data.Opslag;
using Meent.Integration.Certificaten;

namespace Meent.Integration.Manager;

/// <summary>A Peer that this Manager knows.</summary>
internal sealed record BekendePeer(string Id, string Naam, string Adres);

/// <summary>The Peers that announced themselves or negotiated (FSC Core 4.4.1.8).</summary>
internal static class PeerTabel
{
    public static ValueTask<int> Onthoud(Session sessie, PeerNaam peer, string adres, DateTimeOffset nu) => sessie.Execute(
        """
        INSERT INTO integratie_peers (id, naam, adres, gezien) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET naam = excluded.naam, adres = excluded.adres, gezien = excluded.gezien
        """,
        peer.Id, peer.Naam, adres, nu);

    public static ValueTask<BekendePeer?> Vind(Session sessie, string id) =>
        sessie.One("SELECT id, naam, adres FROM integratie_peers WHERE id = $1", Rij, id);

    public static ValueTask<List<BekendePeer>> Alle(Session sessie) => sessie.All("SELECT id, naam, adres FROM integratie_peers ORDER BY id", Rij);

    private static BekendePeer Rij(Row rij) => new(rij.Text(0), rij.Text(1), rij.Text(2));
}
