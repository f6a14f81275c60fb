using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Documenten;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for the documents of a zaak.</summary>
internal static class DocumentRegels
{
    public static async ValueTask<ZaakInformatieObject> Document(Schrijven<ZaakInformatieObject> schrijven, Session session)
    {
        var model = schrijven.Model;
        // zrc-003: a document here; one elsewhere was looked at before the write, or stood here already.
        var document = schrijven.Opgehaald.Van(model.Informatieobject) is not null || (schrijven.Oud is not null && !model.Informatieobject.StartsWith(EigenUrls.Plek))
            ? default(Guid?)
            : await Verwijzing.Vereis(session, model.Informatieobject, DocumentenResources.Informatieobjecten, "informatieobject");
        var zaak = await Zaakdeel.Open(schrijven, session);
        if (model.Status is { Length: > 0 } status) await Status(session, status, zaak.Id);
        if (!schrijven.IsNieuw) return model with { Status = model.Status is "" ? null : model.Status };

        if (zaak.Archiefstatus != "nog_te_archiveren") throw Weiger.Ongeldig("zaak", "zaak-archiefstatus-invalid", "De zaak is al gearchiveerd.");
        if (document is not null) await Type(session, document.Value, zaak.Zaaktype);
        if (await session.One("SELECT 1 FROM zaakgericht_zaakinformatieobjecten WHERE zaak = $1 AND informatieobject_url = $2", _ => true, zaak.Id, model.Informatieobject))
            throw Dubbel();
        // zrc-004
        return model with { Registratiedatum = schrijven.Nu, Status = model.Status is "" ? null : model.Status };
    }

    public static Standards.Problemen.ProbleemException Dubbel() => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaak, informatieobject moeten een unieke set zijn.");

    /// <summary>zrc-005: the relation shows in the Documenten API too.</summary>
    public static async ValueTask Na(Schrijven<ZaakInformatieObject> schrijven, Session session)
    {
        await Zaakdeel.Koppel("zaakinformatieobjecten", schrijven, session);
        if (schrijven.IsNieuw && Id(schrijven.Model) is { } document) await Objectinformatieobjecten.Koppel(session, document, schrijven.Model.Zaak, "zaak");
        if (schrijven.Oud?.Status == schrijven.Model.Status) return;
        await BijStatus(schrijven.Oud?.Status, Koppelingen.Verwijder, schrijven, session);
        await BijStatus(schrijven.Model.Status, Koppelingen.Voeg, schrijven, session);
    }

    public static async ValueTask Weg(Schrijven<ZaakInformatieObject> schrijven, Session session)
    {
        await Zaakdeel.Ontkoppel("zaakinformatieobjecten", schrijven, session);
        if (Id(schrijven.Model) is { } document) await Objectinformatieobjecten.Ontkoppel(session, document, schrijven.Model.Zaak);
        await BijStatus(schrijven.Model.Status, Koppelingen.Verwijder, schrijven, session);
    }

    /// <summary>zrc-007: of every document it is known whether it has gebruiksrechten, and nobody is working on it.</summary>
    public static async ValueTask ControleerVoorSluiten(Session session, Guid zaak)
    {
        if (await Is(session, zaak, "d.indicatie_gebruiksrecht IS NULL"))
            throw Weiger.Ongeldig("nonFieldErrors", "indicatiegebruiksrecht-unset", "Er zijn documenten waarvan de indicatieGebruiksrecht nog niet bekend is.");
        if (await Is(session, zaak, "d.slot IS NOT NULL"))
            throw Weiger.Ongeldig("nonFieldErrors", "informatieobject-locked", "Er zijn documenten die nog vergrendeld zijn.");
    }

    /// <summary>zrc-022: whether all documents of a zaak are archived.</summary>
    public static async ValueTask<bool> Gearchiveerd(Session session, Guid zaak) => !await Is(session, zaak, "d.status <> 'gearchiveerd'");

    public static Guid? Id(ZaakInformatieObject model) => EigenUrls.Id(model.Informatieobject, Documentpaden.Informatieobjecten);

    private static ValueTask<bool> Is(Session session, Guid zaak, string voorwaarde) => session.One(
        $"SELECT 1 FROM zaakgericht_zaakinformatieobjecten z JOIN zaakgericht_enkelvoudiginformatieobjecten d ON d.id = z.informatieobject WHERE z.zaak = $1 AND {voorwaarde}", _ => true, zaak);

    /// <summary>zrc-017: documents of that type occur in zaken of the zaaktype.</summary>
    private static async ValueTask Type(Session session, Guid document, Guid zaaktype)
    {
        if (!await session.One(
            """
            SELECT 1 FROM zaakgericht_enkelvoudiginformatieobjecten d JOIN zaakgericht_informatieobjecttypen i ON i.id = d.informatieobjecttype
              JOIN zaakgericht_zaaktype_informatieobjecttypen r ON r.informatieobjecttype = i.omschrijving
              JOIN zaakgericht_zaaktypen t ON t.id = r.zaaktype AND t.catalogus = i.catalogus
            WHERE d.id = $1 AND t.id = $2
            """, _ => true, document, zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "missing-zaaktype-informatieobjecttype-relation", "Het informatieobjecttype hoort niet bij het zaaktype van de zaak.");
    }

    private static async ValueTask Status(Session session, string url, Guid zaak)
    {
        var status = await Verwijzing.Vereis(session, url, ZakenResources.Statussen, "status");
        if (!await session.One("SELECT 1 FROM zaakgericht_statussen WHERE id = $1 AND zaak = $2", _ => true, status, zaak))
            throw Weiger.Ongeldig("status", "zaak-mismatch", "De status hoort niet bij de zaak.");
    }

    private static async ValueTask BijStatus(string? url, Func<Session, string, string, Guid, string, Guid, ValueTask<long?>> doe, Schrijven<ZaakInformatieObject> schrijven, Session session)
    {
        if (url is not null && EigenUrls.Id(url, ZakenResources.Statussen.Pad) is { } status)
            await doe(session, "zaakgericht_statussen", "zaakinformatieobjecten", status, schrijven.Resource.Pad, schrijven.Id);
    }
}
