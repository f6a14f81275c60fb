using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Standards;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>Closing a zaak (zrc-007) and opening it again (zrc-008); both are done by setting a status.</summary>
internal static class Afsluiten
{
    /// <exception cref="Standards.Problemen.ProbleemException">400: it is not ready to be closed.</exception>
    public static async ValueTask Controleer(Session session, Zaakstand zaak)
    {
        if (!zaak.HeeftResultaat) throw Weiger.Ongeldig("nonFieldErrors", "resultaat-does-not-exist", "Zaak heeft geen resultaat.");
        if (await session.One("SELECT 1 FROM zaakgericht_zaken WHERE hoofdzaak = $1 AND einddatum IS NULL", _ => true, zaak.Id))
            throw Weiger.Ongeldig("nonFieldErrors", "deelzaken-not-closed", "Er zijn deelzaken die nog niet afgesloten zijn.");
        await DocumentRegels.ControleerVoorSluiten(session, zaak.Id);
    }

    /// <exception cref="Standards.Problemen.ProbleemException">400: it is part of a zaak that is closed.</exception>
    public static async ValueTask ControleerHeropenen(Session session, Zaakstand zaak)
    {
        if (zaak.Hoofdzaak is { } hoofdzaak && await session.One("SELECT 1 FROM zaakgericht_zaken WHERE id = $1 AND einddatum IS NOT NULL", _ => true, hoofdzaak))
            throw Weiger.Ongeldig("nonFieldErrors", "hoofdzaak-closed", "Een deelzaak kan alleen worden heropend als de hoofdzaak niet afgesloten is.");
    }

    /// <summary>zrc-007: the end is the Dutch day of the eindstatus.</summary>
    public static async ValueTask Sluit(Session session, Guid id, DateTimeOffset gezet)
    {
        await Zaakwijziging.Pas(session, id, zaak => Archivering.Bepaal(session, id, zaak with { Einddatum = gezet.LokaleDag() }));
        await Archivering.HerberekenNaast(session, id);
    }

    /// <summary>zrc-008: einddatum, archiefactiedatum and archiefnominatie become null, and the day that was derived from them with them.</summary>
    public static async ValueTask Heropen(Session session, Guid id)
    {
        await Zaakwijziging.Pas(session, id, zaak => ValueTask.FromResult(zaak with
        {
            Einddatum = null,
            Archiefactiedatum = null,
            Archiefnominatie = null,
            StartdatumBewaartermijn = null,
            // zrc-022: without them it cannot be archived.
            Archiefstatus = "nog_te_archiveren",
        }));
        await Archivering.HerberekenNaast(session, id);
    }
}
