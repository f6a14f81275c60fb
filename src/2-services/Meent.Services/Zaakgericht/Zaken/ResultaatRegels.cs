using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for the resultaat of a zaak.</summary>
internal static class ResultaatRegels
{
    public static async ValueTask<Resultaat> Resultaat(Schrijven<Resultaat> schrijven, Session session)
    {
        var resultaat = schrijven.Model;
        var type = await Verwijzing.Vereis(session, resultaat.Resultaattype, CatalogiResources.Resultaattypen, "resultaattype");
        var zaak = await Zaakdeel.Open(schrijven, session);
        // zrc-020: the resultaattype is one of the zaaktype of the zaak.
        if (!await session.One("SELECT 1 FROM zaakgericht_resultaattypen WHERE id = $1 AND zaaktype = $2", _ => true, type, zaak.Zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het resultaattype hoort niet bij het zaaktype van de zaak.");
        return schrijven.IsNieuw && zaak.HeeftResultaat ? throw Weiger.Ongeldig("zaak", "unique", "De zaak heeft al een resultaat.") : resultaat;
    }

    public static async ValueTask NaResultaat(Schrijven<Resultaat> schrijven, Session session)
    {
        if (!schrijven.IsNieuw) return;
        await Toon(session, schrijven, $"\"{EigenUrls.Van(schrijven.Resource.Pad, schrijven.Id)}\"");
        // Only in a closed zaak, corrected by force, does it date the archive already.
        await Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak));
    }

    public static ValueTask ResultaatWeg(Schrijven<Resultaat> schrijven, Session session) => Toon(session, schrijven, "");

    private static async ValueTask Toon(Session session, Schrijven<Resultaat> schrijven, string link) =>
        await session.Execute("UPDATE zaakgericht_zaken SET version = version + 1, resultaat = $2 WHERE id = $1", Zaakdeel.Id(schrijven.Model.Zaak), link);
}
