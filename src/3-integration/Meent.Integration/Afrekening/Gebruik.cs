using Meent.Data.Opslag;
using Meent.Integration.Transacties;

namespace Meent.Integration.Afrekening;

/// <summary>A record of the transaction log as it counts on a statement: who used which service of whom.</summary>
/// <param name="Peer">The other one. Of a connection on behalf of another, the one that made it pays; the delegator stands beside it.</param>
internal readonly record struct Gebruik(string Kant, string Peer, string Dienst, string Grant, string Delegator, Guid Transactie, DateTimeOffset Moment)
{
    public const string Kolommen = "richting, outway_peer, service_peer, service, grant_hash, transactie, gemaakt, outway_delegator, service_delegator";

    /// <returns>Null for what is between two others.</returns>
    public static Gebruik? Van(Row rij, string oin)
    {
        var levert = rij.Text(0) == Transacties.Transactie.Inkomend;
        if ((levert ? rij.Text(2) : rij.Text(1)) != oin) return null;
        return new(
            levert ? Afrekenregel.Levert : Afrekenregel.Neemt, levert ? rij.Text(1) : rij.Text(2), rij.Text(3), rij.Text(4), (levert ? rij.TextOrNull(7) : rij.TextOrNull(8)) ?? "",
            rij.Guid(5), rij.Instant(6));
    }
}
