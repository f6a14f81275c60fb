using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for setting a status.</summary>
internal static class StatusRegels
{
    public static async ValueTask<Status> Status(Schrijven<Status> schrijven, Session session)
    {
        var status = schrijven.Model;
        var statustype = await Verwijzing.Vereis(session, status.Statustype, CatalogiResources.Statustypen, "statustype");
        var zaak = EigenUrls.Id(status.Zaak, ZakenResources.Zaken.Pad)!.Value;
        var (past, isEind, gesloten, heeftResultaat) = await session.One(
            """
            SELECT CASE WHEN s.zaaktype = z.zaaktype THEN 1 ELSE 0 END, CASE WHEN s.volgnummer = (SELECT max(m.volgnummer) FROM zaakgericht_statustypen m WHERE m.zaaktype = s.zaaktype) THEN 1 ELSE 0 END,
              CASE WHEN z.einddatum IS NULL THEN 0 ELSE 1 END, CASE WHEN z.resultaat = '' THEN 0 ELSE 1 END
            FROM zaakgericht_statustypen s, zaakgericht_zaken z WHERE s.id = $1 AND z.id = $2
            """, row => (row.Bool(0), row.Bool(1), row.Bool(2), row.Bool(3)), statustype, zaak);
        // zrc-011: the statustype is one of the zaaktype of the zaak.
        if (!past) throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het statustype hoort niet bij het zaaktype van de zaak.");
        if (status.DatumStatusGezet > schrijven.Nu.AddMinutes(1)) throw Weiger.Ongeldig("datumStatusGezet", "date-in-future", "De datum mag niet in de toekomst liggen.");
        // zrc-007a: an ended zaak is closed to everyone without zaken.heropenen or geforceerd-bijwerken.
        if (gesloten) throw Weiger.GeenRecht("De zaak is gesloten.");
        // zrc-007: the last status ends the zaak, for which it must have a resultaat.
        if (isEind && !heeftResultaat) throw Weiger.Ongeldig("nonFieldErrors", "resultaat-does-not-exist", "Zaak heeft geen resultaat.");
        if (await session.One("SELECT 1 FROM zaakgericht_statussen WHERE zaak = $1 AND gezet = $2", _ => true, zaak, status.DatumStatusGezet))
            throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaak, datumStatusGezet moeten een unieke set zijn.");
        return status;
    }

    /// <summary>The zaak shows the status that was set last, by its date and not by its arrival.</summary>
    public static async ValueTask NaStatus(Schrijven<Status> schrijven, Session session) => await session.Execute(
        """
        UPDATE zaakgericht_zaken SET version = version + 1,
          status = CASE WHEN laatste_status_gezet <= $3 THEN $4 ELSE status END,
          laatste_status = CASE WHEN laatste_status_gezet <= $3 THEN $2 ELSE laatste_status END,
          laatste_status_gezet = CASE WHEN laatste_status_gezet <= $3 THEN $3 ELSE laatste_status_gezet END
        WHERE id = $1
        """, EigenUrls.Id(schrijven.Model.Zaak, ZakenResources.Zaken.Pad), schrijven.Id, schrijven.Model.DatumStatusGezet.Microseconden(),
        $"\"{EigenUrls.Van(schrijven.Resource.Pad, schrijven.Id)}\"");
}
