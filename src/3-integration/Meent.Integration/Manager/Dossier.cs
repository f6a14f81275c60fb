using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Manager;

/// <summary>A signature that was placed.</summary>
/// <param name="Tot">When the certificate ends with which it was placed; null when that was not kept.</param>
internal sealed record Geplaatst(HandtekeningSoort Soort, string Peer, string Jws, DateTimeOffset? Tot)
{
    /// <summary>An acceptance ends with its certificate, unless it is placed again under a new one (FSC Core 4.2.7); what ended a contract stays.</summary>
    public bool Telt(DateTimeOffset nu) => Soort != HandtekeningSoort.Accept || Tot is null || Tot > nu;
}

/// <summary>A contract with the signatures that this Manager has of it; its state follows from those alone.</summary>
internal sealed record Dossier(Contract Contract, IReadOnlyList<Geplaatst> Handtekeningen)
{
    public ContractStaat Staat(DateTimeOffset nu) => ContractStaten.Van(
        Contract.Partijen, Van(HandtekeningSoort.Accept).Where(h => h.Telt(nu)).Select(h => h.Peer).ToHashSet(StringComparer.Ordinal),
        Van(HandtekeningSoort.Reject).Any(), Van(HandtekeningSoort.Revoke).Any(), Contract.NotAfter, nu);

    /// <summary>Valid, and begun.</summary>
    public bool Geldt(DateTimeOffset nu) => Staat(nu) == ContractStaat.Valid && Contract.NotBefore <= nu.ToUnixTimeSeconds();

    public IEnumerable<Geplaatst> Van(HandtekeningSoort soort) => Handtekeningen.Where(h => h.Soort == soort);

    /// <summary>Whether a Peer's acceptance is there and counts.</summary>
    public bool Aanvaard(string peer, DateTimeOffset nu) => Van(HandtekeningSoort.Accept).Any(h => h.Peer == peer && h.Telt(nu));

    public bool Heeft(HandtekeningSoort soort, string peer) => Van(soort).Any(h => h.Peer == peer);
}
