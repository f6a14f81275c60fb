using Meent.Integration.Fsc.Contracten;

namespace Meent.Integration.Manager;

/// <summary>A signature that was placed.</summary>
internal sealed record Geplaatst(HandtekeningSoort Soort, string Peer, string Jws);

/// <summary>A contract with the signatures that this Manager has of it; its state follows from those alone.</summary>
internal sealed record Dossier(Contract Contract, IReadOnlyList<Geplaatst> Handtekeningen)
{
    public ContractStaat Staat(DateTimeOffset nu) => ContractStaten.Van(
        Contract.Partijen, Van(HandtekeningSoort.Accept).Select(h => h.Peer).ToHashSet(StringComparer.Ordinal),
        Van(HandtekeningSoort.Reject).Any(), Van(HandtekeningSoort.Revoke).Any(), Contract.NotAfter, nu);

    /// <summary>Valid, and begun.</summary>
    public bool Geldt(DateTimeOffset nu) => Staat(nu) == ContractStaat.Valid && Contract.NotBefore <= nu.ToUnixTimeSeconds();

    public IEnumerable<Geplaatst> Van(HandtekeningSoort soort) => Handtekeningen.Where(h => h.Soort == soort);

    public bool Heeft(HandtekeningSoort soort, string peer) => Van(soort).Any(h => h.Peer == peer);
}
