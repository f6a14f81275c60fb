using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Manager;

/// <summary>Which contracts are asked for; null asks nothing.</summary>
/// <param name="Peer">Another party to it.</param>
/// <param name="Nu">At which the state counts.</param>
internal sealed record Contractfilter(string? GrantType = null, ContractStaat? Staat = null, string? Peer = null, string? Service = null, DateTimeOffset Nu = default)
{
    /// <summary>Conditions on a contract <c>c</c>.</summary>
    /// <param name="arg">Takes a value, and gives the name of its parameter.</param>
    public IEnumerable<string> Voorwaarden(Func<object, string> arg)
    {
        if (GrantType is { Length: > 0 }) yield return $"EXISTS (SELECT 1 FROM integratie_grants g WHERE g.contract = c.hash AND g.type = {arg(GrantType)})";
        if (Service is { Length: > 0 }) yield return $"EXISTS (SELECT 1 FROM integratie_grants g WHERE g.contract = c.hash AND g.service = {arg(Service)})";
        if (Peer is { Length: > 0 }) yield return $"EXISTS (SELECT 1 FROM integratie_partijen o WHERE o.contract = c.hash AND o.peer = {arg(Peer)})";
        if (Staat is { } staat) yield return IsStaat(arg(Nu), arg(Nu.ToUnixTimeSeconds()), arg(staat.ToString()));
    }

    // What ContractStaten says, in SQL: to filter on it without reading every contract.
    private static string IsStaat(string nu, string seconden, string staat) =>
        $"""
        CASE WHEN EXISTS (SELECT 1 FROM integratie_handtekeningen h WHERE h.contract = c.hash AND h.soort = 'revoke') THEN 'Revoked'
          WHEN EXISTS (SELECT 1 FROM integratie_handtekeningen h WHERE h.contract = c.hash AND h.soort = 'reject') THEN 'Rejected'
          WHEN EXISTS (SELECT 1 FROM integratie_partijen q WHERE q.contract = c.hash AND NOT EXISTS (
            SELECT 1 FROM integratie_handtekeningen h WHERE h.contract = c.hash AND h.soort = 'accept' AND h.peer = q.peer
              AND (h.certificaat_tot IS NULL OR h.certificaat_tot > {nu}))) THEN CASE WHEN c.not_after < {seconden} THEN 'Rejected' ELSE 'Proposed' END
          WHEN c.not_after < {seconden} THEN 'Expired' ELSE 'Valid' END = {staat}
        """;
}
