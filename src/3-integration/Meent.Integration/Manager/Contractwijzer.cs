using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>
/// What contracts say that is asked at every request, in memory: the connections of an organisation's own Outway, and what it lists as published. Forgotten
/// at every change here, and after a while in any case, for changes by another node and contracts that begin or end; a request does not wait for the latter.
/// </summary>
internal sealed class Contractwijzer(Stores stores, ContractTabel tabel, Doelvertalingen vertalingen, TimeProvider klok)
{
    private static readonly TimeSpan Houdbaarheid = TimeSpan.FromSeconds(15);

    private readonly Geheugen<Verbindingen> _verbindingen = new(klok, Houdbaarheid);
    private readonly Geheugen<Gesorteerd<Grant>> _publicaties = new(klok, Houdbaarheid);

    public void Vergeet(Organisatie organisatie)
    {
        _verbindingen.Vergeet(organisatie.Slug);
        _publicaties.Vergeet(organisatie.Slug);
    }

    public async ValueTask<Verbinding?> OpHash(Organisatie organisatie, string grantHash) => (await Verbindingen(organisatie)).OpHash(grantHash);

    /// <summary>The youngest connection to a service for a purpose; without a purpose, one that names none.</summary>
    /// <param name="aanbieder">OIN of the one that provides it; null for any.</param>
    public async ValueTask<Verbinding?> OpDoel(Organisatie organisatie, string service, string? doel, string? aanbieder = null) =>
        (await Verbindingen(organisatie)).OpDoel(service, doel, aanbieder);

    public async ValueTask<IReadOnlyList<Verbinding>> Lijst(Organisatie organisatie) => (await Verbindingen(organisatie)).Alle;

    /// <summary>Grants of publications that are valid, by name of the service; of a service that was published again the latest.</summary>
    public Task<Gesorteerd<Grant>> Publicaties(Organisatie organisatie) => _publicaties.Geef(organisatie.Slug, () => LeesPublicaties(organisatie));

    private Task<Verbindingen> Verbindingen(Organisatie organisatie) => _verbindingen.Geef(organisatie.Slug, () => LeesVerbindingen(organisatie));

    private async Task<Verbindingen> LeesVerbindingen(Organisatie organisatie)
    {
        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var dossiers = await store.Read(sessie => tabel.VanOutway(sessie, organisatie.Oin, nu));
        return new([.. dossiers.Where(d => d.Geldt(nu)).SelectMany(d => d.Contract.Grants
            .Where(g => g.OutwayPeer == organisatie.Oin)
            .Select(g => vertalingen.Verbind(organisatie, g, d.Contract.NotAfter)))]);
    }

    private async Task<Gesorteerd<Grant>> LeesPublicaties(Organisatie organisatie)
    {
        var nu = klok.GetUtcNow();
        var store = await stores.Get(organisatie);
        var dossiers = await store.Read(async sessie =>
        {
            var alle = await tabel.Lopend(sessie, GrantType.ServicePublication, nu);
            alle.AddRange(await tabel.Lopend(sessie, GrantType.DelegatedServicePublication, nu));
            return alle;
        });
        return new(
            dossiers.Where(d => d.Geldt(nu)).SelectMany(d => d.Contract.Grants).GroupBy(g => (g.ServicePeer, g.ServiceName, g.Delegator)).Select(g => g.Last()),
            g => $"{g.ServiceName} {g.ServicePeer} {g.Delegator}");
    }
}
