using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>
/// How a zaak stands while something of it is written, under its row lock: nothing slips into a zaak that another is closing, and two who close it at
/// once do so one after the other.
/// </summary>
internal sealed record Zaakstand(Guid Id, Guid Zaaktype, long Rang, bool Gesloten, string Archiefstatus, bool HeeftStatus, bool HeeftResultaat, Guid? Hoofdzaak)
{
    public static async ValueTask<Zaakstand> Pak(Session session, Guid id) => (await session.One(
        """
        UPDATE zaakgericht_zaken SET version = version + 1 WHERE id = $1
        RETURNING zaaktype, vertrouwelijkheid, CASE WHEN einddatum IS NULL THEN 0 ELSE 1 END, archiefstatus, CASE WHEN laatste_status IS NULL THEN 0 ELSE 1 END,
          CASE WHEN resultaat = '' THEN 0 ELSE 1 END, hoofdzaak
        """,
        row => new Zaakstand(id, row.Guid(0), row.Long(1), row.Bool(2), row.Text(3), row.Bool(4), row.Bool(5), row.GuidOrNull(6)), id))
        ?? throw Pijplijn.Weiger.Ongeldig("zaak", "bad-url", "De zaak bestaat niet meer.");

    /// <summary>zrc-007: what belongs to a closed zaak changes only with <c>zaken.geforceerd-bijwerken</c>.</summary>
    /// <exception cref="Standards.Problemen.ProbleemException">403.</exception>
    public Zaakstand EisOpen<T>(Schrijven<T> schrijven) where T : class =>
        !Gesloten || schrijven.Mag(Zaakdeel.Geforceerd, Zaaktype, Rang) ? this
            : throw Pijplijn.Weiger.GeenRecht("De zaak is gesloten: hiervoor is zaken.geforceerd-bijwerken nodig.");
}
