using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>drc-006: the first gebruiksrechten of a document make its indication true; when the last go, it is unknown again.</summary>
internal static class Gebruiksrechtregels
{
    public static async ValueTask Gevolgen(Schrijven<Gebruiksrechten> schrijven, Session session)
    {
        if (schrijven.IsNieuw) await Zet(schrijven.Model, true, session);
    }

    public static async ValueTask Opruimen(Schrijven<Gebruiksrechten> schrijven, Session session)
    {
        var id = EigenUrls.Id(schrijven.Model.Informatieobject, Documentpaden.Informatieobjecten);
        if (!await session.One("SELECT 1 FROM zaakgericht_gebruiksrechten WHERE informatieobject = $1", _ => true, id)) await Zet(schrijven.Model, null, session);
    }

    private static ValueTask Zet(Gebruiksrechten rechten, bool? indicatie, Session session) =>
        Documentinhoud.Herschrijf(session, EigenUrls.Id(rechten.Informatieobject, Documentpaden.Informatieobjecten)!.Value, document => document with { IndicatieGebruiksrecht = indicatie });
}
