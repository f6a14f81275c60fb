using System.Collections.Frozen;
using Meent.Integration.Fsc.Contracten;
using Meent.Integration.Fsc.Doelbinding;

namespace Meent.Integration.Manager;

/// <summary>A connection that the own Outway may use now.</summary>
/// <param name="Vertaling">How the provider is told the purpose, when the grant has none; the purposes are then those that configuration allows.</param>
internal sealed record Verbinding(Grant Grant, IReadOnlyList<string> Doelen, long NotAfter, Doelvertaling? Vertaling = null)
{
    /// <summary>The purpose of a request: the one chosen, else the only one.</summary>
    public string? Doel(string? keuze) => keuze ?? (Doelen.Count == 1 ? Doelen[0] : null);
}

/// <summary>All of them, found as fast among ten thousand as among ten.</summary>
internal sealed class Verbindingen(IReadOnlyList<Verbinding> alle)
{
    private readonly FrozenDictionary<string, Verbinding> _opHash = alle.ToFrozenDictionary(v => v.Grant.Hash, StringComparer.Ordinal);

    // Of one service, and one purpose or none; the youngest last.
    private readonly ILookup<(string Dienst, string? Doel), Verbinding> _opDoel = alle
        .SelectMany(v => v.Doelen.Count == 0 ? [(Doel: (string?)null, Verbinding: v)] : v.Doelen.Distinct().Select(doel => (Doel: (string?)doel, Verbinding: v)))
        .ToLookup(v => (v.Verbinding.Grant.ServiceName, v.Doel), v => v.Verbinding);

    public IReadOnlyList<Verbinding> Alle => alle;

    public Verbinding? OpHash(string grantHash) => _opHash.GetValueOrDefault(grantHash);

    public Verbinding? OpDoel(string service, string? doel, string? aanbieder) =>
        _opDoel[(service, doel)].LastOrDefault(v => aanbieder is null || v.Grant.ServicePeer == aanbieder);
}
