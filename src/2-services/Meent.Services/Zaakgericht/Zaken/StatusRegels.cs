using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for setting a status.</summary>
internal static class StatusRegels
{
    private const string Heropenen = "zaken.heropenen";
    private static readonly Scopes Vaker = new("zaken.statussen.toevoegen", Heropenen);
    private static readonly Scopes Overdoen = new(Heropenen, Zaakdeel.Geforceerd);

    public static async ValueTask<Status> Status(Schrijven<Status> schrijven, Session session)
    {
        var status = schrijven.Model;
        var statustype = await Verwijzing.Vereis(session, status.Statustype, CatalogiResources.Statustypen, "statustype");
        var zaak = await Zaakstand.Pak(session, Zaakdeel.Id(status.Zaak));
        var isEind = await IsEind(session, statustype, zaak);
        Rechten(schrijven, zaak, isEind);

        if (status.DatumStatusGezet > schrijven.Nu.AddMinutes(1)) throw Weiger.Ongeldig("datumStatusGezet", "date-in-future", "De datum mag niet in de toekomst liggen.");
        if (status.Gezetdoor.Length > 0) await Gezetdoor(session, status, zaak.Id);
        if (isEind) await Afsluiten.Controleer(session, zaak);
        else if (zaak.Gesloten) await Afsluiten.ControleerHeropenen(session, zaak);
        if (await session.One("SELECT 1 FROM zaakgericht_statussen WHERE zaak = $1 AND gezet = $2", _ => true, zaak.Id, status.DatumStatusGezet))
            throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaak, datumStatusGezet moeten een unieke set zijn.");
        return status;
    }

    /// <summary>The zaak shows the status that was set last, by its date and not by its arrival; but one that closes or opens it holds from now on.</summary>
    public static async ValueTask NaStatus(Schrijven<Status> schrijven, Session session)
    {
        var (status, id) = (schrijven.Model, Zaakdeel.Id(schrijven.Model.Zaak));
        var zaak = await Zaakstand.Pak(session, id);
        var isEind = await IsEind(session, EigenUrls.Id(status.Statustype, CatalogiResources.Statustypen.Pad)!.Value, zaak);
        var hoeDanOok = isEind || zaak.Gesloten;
        var nieuwer = hoeDanOok ? "1 = 1" : "laatste_status_gezet <= $3";
        await session.Execute(
            $"""
            UPDATE zaakgericht_zaken SET version = version + 1,
              status = CASE WHEN {nieuwer} THEN $4 ELSE status END,
              laatste_status = CASE WHEN {nieuwer} THEN $2 ELSE laatste_status END,
              laatste_status_gezet = CASE WHEN {nieuwer} THEN $3 ELSE laatste_status_gezet END
            WHERE id = $1
            """, id, schrijven.Id, status.DatumStatusGezet.Microseconden(), $"\"{EigenUrls.Van(schrijven.Resource.Pad, schrijven.Id)}\"");
        if (EigenUrls.Id(status.Gezetdoor, ZakenResources.Rollen.Pad) is { } rol)
            await Koppelingen.Voeg(session, "zaakgericht_rollen", "statussen", rol, schrijven.Resource.Pad, schrijven.Id);
        if (isEind) await Afsluiten.Sluit(session, id, status.DatumStatusGezet);
        else if (zaak.Gesloten) await Afsluiten.Heropen(session, id);
    }

    /// <summary>Whether it is the statustype with the highest volgnummer; zrc-016: it is one of the zaaktype of the zaak.</summary>
    private static async ValueTask<bool> IsEind(Session session, Guid statustype, Zaakstand zaak) => await session.One(
        """
        SELECT CASE WHEN s.volgnummer = (SELECT max(m.volgnummer) FROM zaakgericht_statustypen m WHERE m.zaaktype = s.zaaktype) THEN 1 ELSE 0 END
        FROM zaakgericht_statustypen s WHERE s.id = $1 AND s.zaaktype = $2
        """, row => (bool?)row.Bool(0), statustype, zaak.Zaaktype)
        ?? throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het statustype hoort niet bij het zaaktype van de zaak.");

    /// <summary>
    /// <c>zaken.aanmaken</c> is enough for the first status only. A closed zaak is opened with <c>zaken.heropenen</c> (zrc-008); another eindstatus is a
    /// correction of it (zrc-007).
    /// </summary>
    private static void Rechten(Schrijven<Status> schrijven, Zaakstand zaak, bool isEind)
    {
        if (zaak.Gesloten && !schrijven.Mag(isEind ? Overdoen : Heropenen, zaak.Zaaktype, zaak.Rang))
            throw Weiger.GeenRecht("De zaak is gesloten: voor een andere status is zaken.heropenen nodig.");
        if (zaak.HeeftStatus && !schrijven.Mag(Vaker, zaak.Zaaktype, zaak.Rang)) throw Weiger.GeenRecht("Met zaken.aanmaken kan alleen de eerste status worden gezet.");
    }

    private static async ValueTask Gezetdoor(Session session, Status status, Guid zaak)
    {
        var rol = await Verwijzing.Vereis(session, status.Gezetdoor, ZakenResources.Rollen, "gezetdoor");
        if (!await session.One("SELECT 1 FROM zaakgericht_rollen WHERE id = $1 AND zaak = $2", _ => true, rol, zaak))
            throw Weiger.Ongeldig("gezetdoor", "zaak-mismatch", "De rol hoort niet bij de zaak.");
    }
}
