using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Documenten;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>zrc-023: a zaak that is removed goes for good, with all that belongs to it.</summary>
internal static class Vernietigen
{
    public static async ValueTask Vooraf(Schrijven<Zaak> schrijven, Session session, Dienstverlening diensten)
    {
        // A besluit stands by itself in its own API: who destroys a zaak decides on it first.
        if (await session.One("SELECT 1 FROM zaakgericht_zaakbesluiten WHERE zaak = $1 AND besluit LIKE $2", _ => true, schrijven.Id, EigenUrls.Plek + "%"))
            throw Weiger.Ongeldig("nonFieldErrors", "pending-besluit-relation", "Verwijder eerst de besluiten bij de zaak.");
        foreach (var deelzaak in await session.All("SELECT id FROM zaakgericht_zaken WHERE hoofdzaak = $1", row => row.Guid(0), schrijven.Id))
            await Deelzaak(schrijven, session, deelzaak, diensten);
        await UitAndere(session, schrijven);
        // The documents themselves stay: they may belong to other things.
        await Objectinformatieobjecten.OntkoppelAlles(session, EigenUrls.Van(Zaakdeel.Zaakpad, schrijven.Id));
    }

    public static async ValueTask Achteraf(Schrijven<Zaak> schrijven, Session session)
    {
        if (schrijven.Model.Hoofdzaak is { } hoofdzaak)
            await Koppelingen.Verwijder(session, "zaakgericht_zaken", "deelzaken", Zaakdeel.Id(hoofdzaak), schrijven.Resource.Pad, schrijven.Id);
    }

    private static async ValueTask Deelzaak(Schrijven<Zaak> hoofdzaak, Session session, Guid id, Dienstverlening diensten)
    {
        if (await Rij.Pak(session, hoofdzaak.Resource, id, null) is not { } rij) return;
        var model = Vorm.VanBewaard<Zaak>(rij.Body);
        await Verwijderen.Schrijf(session, hoofdzaak with { Id = id, Model = model, Oud = model, Versie = rij.Versie }, rij, diensten);
    }

    /// <summary>Takes the zaak out of the relevanteAndereZaken of others, and dates their archive without it.</summary>
    private static async ValueTask UitAndere(Session session, Schrijven<Zaak> schrijven)
    {
        var url = EigenUrls.Van(Zaakdeel.Zaakpad, schrijven.Id);
        var anderen = await session.All("SELECT zaak FROM zaakgericht_relevante_zaken WHERE andere = $1", row => row.Guid(0), schrijven.Id);
        await session.Execute("DELETE FROM zaakgericht_relevante_zaken WHERE andere = $1 OR zaak = $1", schrijven.Id);
        foreach (var ander in anderen)
        {
            await Zaakwijziging.Pas(session, ander, zaak => ValueTask.FromResult(zaak with { RelevanteAndereZaken = [.. zaak.RelevanteAndereZaken.Where(r => r.Url != url)] }));
            await Archivering.Herbereken(session, ander, "gerelateerde_zaak");
        }
    }
}
