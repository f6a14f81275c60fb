using System.Collections.Concurrent;
using Meent.Data.Opslag;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Doelbinding;
using Meent.Standards.Organisaties;

namespace Meent.Integration.Manager;

/// <summary>A connection that the own Outway may use now.</summary>
internal sealed record Verbinding(Grant Grant, IReadOnlyList<string> Doelen, long NotAfter);

/// <summary>
/// The connections of an organisation's own Outway, in memory: asked at every request. Forgotten at every change here, and after a while in any case,
/// for changes by another node and contracts that begin or end.
/// </summary>
internal sealed class Contractwijzer(Stores stores, TimeProvider klok)
{
    private static readonly TimeSpan Houdbaarheid = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (Task<IReadOnlyList<Verbinding>> Lijst, DateTimeOffset Tot)> _verbindingen = new(StringComparer.Ordinal);

    public void Vergeet(Organisatie organisatie) => _verbindingen.TryRemove(organisatie.Slug, out _);

    public async ValueTask<Verbinding?> OpHash(Organisatie organisatie, string grantHash) =>
        (await Lijst(organisatie)).FirstOrDefault(v => v.Grant.Hash == grantHash);

    /// <summary>The youngest connection to a service for a purpose; without a purpose, one that names none.</summary>
    /// <param name="aanbieder">OIN of the one that provides it; null for any.</param>
    public async ValueTask<Verbinding?> OpDoel(Organisatie organisatie, string service, string? doel, string? aanbieder = null) => (await Lijst(organisatie))
        .LastOrDefault(v => v.Grant.ServiceName == service && (aanbieder is null || v.Grant.ServicePeer == aanbieder)
            && (doel is null ? v.Doelen.Count == 0 : v.Doelen.Contains(doel)));

    public async ValueTask<IReadOnlyList<Verbinding>> Lijst(Organisatie organisatie)
    {
        var nu = klok.GetUtcNow();
        if (_verbindingen.TryGetValue(organisatie.Slug, out var bekend) && bekend.Tot > nu && !bekend.Lijst.IsFaulted) return await bekend.Lijst;
        // Put in place before it is read: a change meanwhile takes it away again.
        var lijst = Lees(organisatie, nu);
        _verbindingen[organisatie.Slug] = (lijst, nu + Houdbaarheid);
        return await lijst;
    }

    private async Task<IReadOnlyList<Verbinding>> Lees(Organisatie organisatie, DateTimeOffset nu)
    {
        await Task.Yield();
        var store = await stores.Get(organisatie);
        return await store.Read<IReadOnlyList<Verbinding>>(async sessie =>
        {
            var dossiers = await ContractTabel.Lopend(sessie, GrantType.ServiceConnection, null, nu);
            dossiers.AddRange(await ContractTabel.Lopend(sessie, GrantType.DelegatedServiceConnection, null, nu));
            return [.. dossiers.Where(d => d.Geldt(nu)).SelectMany(d => d.Contract.Grants
                .Where(g => g.OutwayPeer == organisatie.Oin)
                .Select(g => new Verbinding(g, Doelen.Van(g.Properties), d.Contract.NotAfter)))];
        });
    }
}
