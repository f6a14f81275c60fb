using Meent.Data.Opslag;

namespace Meent.Integration.Afrekening;

/// <summary>One line of a statement: so many times a price, towards one Peer for one service.</summary>
/// <param name="Kant">Who pays whom (<see cref="Levert"/>, <see cref="Neemt"/>).</param>
/// <param name="Grant">Hash of the grant under which was asked; empty for what is not paid a request.</param>
/// <param name="Delegator">For whom the other asked, or provided; empty when for itself.</param>
/// <param name="Prijs">Millionths of a euro each.</param>
/// <param name="Eerste">First of the transaction ids that were counted, in their own order.</param>
/// <param name="Bewijs">SHA-256 over those ids in that order, 16 bytes each: both sides can compute it from their own log.</param>
internal sealed record Afrekenregel(
    string Kant, string Peer, string Dienst, string Soort, string Grant, string Delegator, long Prijs, long Aantal, Guid? Eerste, Guid? Laatste, string Bewijs)
{
    /// <summary>We provide, the other pays us.</summary>
    public const string Levert = "levert";

    /// <summary>We use, and pay the other.</summary>
    public const string Neemt = "neemt-af";

    private const string Kolommen = "kant, peer, dienst, soort, grant_hash, delegator, prijs, aantal, eerste, laatste, bewijs";

    public decimal Euros => Prijs / Afrekening.Prijs.Euro;

    /// <summary>Whole cents: each line is rounded, a half upwards, and the total is the sum of what is shown.</summary>
    public decimal Bedrag => Math.Round(Euros * Aantal, 2, MidpointRounding.AwayFromZero);

    public static ValueTask<List<Afrekenregel>> Lees(Session sessie, Maand maand) => sessie.All(
        $"SELECT {Kolommen} FROM integratie_afrekenregels WHERE maand = $1 ORDER BY kant, peer, dienst, soort, grant_hash, prijs",
        rij => new Afrekenregel(
            rij.Text(0), rij.Text(1), rij.Text(2), rij.Text(3), rij.Text(4), rij.Text(5), rij.Long(6), rij.Long(7), rij.GuidOrNull(8), rij.GuidOrNull(9), rij.Text(10)),
        maand.ToString());

    public ValueTask<int> Bewaar(Session sessie, Maand maand) => sessie.Execute(
        $"INSERT INTO integratie_afrekenregels (maand, {Kolommen}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        maand.ToString(), Kant, Peer, Dienst, Soort, Grant, Delegator, Prijs, Aantal, Eerste, Laatste, Bewijs);
}
