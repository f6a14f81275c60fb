using System.Text.Json;
using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Manager;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Beheer;

/// <summary>A contract as an administrator sees it: content, state, who signed, and what was brought to whom.</summary>
internal sealed class ContractLezer(Stores stores, TimeProvider klok)
{
    public async Task<object> Lees(Dossier dossier, Organisatie organisatie)
    {
        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var bezorgingen = await store.Read(sessie => BezorgTabel.Van(sessie, dossier.Contract.Hash));
        return new
        {
            content_hash = dossier.Contract.Hash,
            state = dossier.Staat(nu).Naam(),
            content = JsonElement.Parse(dossier.Contract.Json),
            grants = dossier.Contract.Grants.Select(g => new
            {
                hash = g.Hash,
                type = Grant.Naam(g.Type),
                service_peer_id = g.ServicePeer,
                service_name = g.ServiceName,
            }),
            parties = dossier.Contract.Partijen,
            signatures = Enum.GetValues<HandtekeningSoort>().ToDictionary(Handtekening.Naam, soort => dossier.Van(soort).Select(h => h.Peer)),
            signed = dossier.Handtekeningen.Select(h => new
            {
                peer_id = h.Peer,
                kind = Handtekening.Naam(h.Soort),
                signed_at = Handtekening.Moment(h.Jws),
                certificate_ends_at = h.Tot,
                counts = h.Telt(nu),
            }).OrderBy(h => h.signed_at),
            deliveries = bezorgingen.Select(b => new
            {
                peer_id = b.Peer,
                kind = b.Soort,
                attempts = b.Pogingen,
                delivered_at = b.Bezorgd,
                next_attempt_at = b.Volgende,
                error = b.Fout,
            }),
        };
    }
}
