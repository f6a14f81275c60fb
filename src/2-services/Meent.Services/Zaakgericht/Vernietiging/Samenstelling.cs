using Meent.Data.Opslag;

namespace Meent.Services.Zaakgericht.Vernietiging;

/// <summary>Finds the zaken whose time has come: to be destroyed, closed, past their archiefactiedatum, and on no other open list.</summary>
internal static class Samenstelling
{
    /// <param name="tot">Archiefactiedatum on or before this day.</param>
    /// <returns>How many zaken the list has.</returns>
    public static ValueTask<int> Vul(Session session, Guid lijst, DateOnly tot) => session.Execute(
        """
        INSERT INTO zaakgericht_vernietigingsregels (lijst, zaak, identificatie, zaaktype, einddatum, archiefactiedatum, stand)
        SELECT $1, z.id, z.identificatie, t.identificatie, z.einddatum, z.archiefactiedatum, 'voorgesteld'
        FROM zaakgericht_zaken z JOIN zaakgericht_zaaktypen t ON t.id = z.zaaktype
        WHERE z.archiefnominatie = 'vernietigen' AND z.archiefactiedatum <= $2 AND z.einddatum IS NOT NULL AND z.einddatum <> '~' AND z.hoofdzaak IS NULL
          AND NOT EXISTS (SELECT 1 FROM zaakgericht_vernietigingsregels r WHERE r.zaak = z.id AND r.stand IN ('voorgesteld', 'vernietigd'))
        """, lijst, tot);
}
