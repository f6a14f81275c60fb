using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Besluiten;
using Meent.Services.Zaakgericht.Zaken;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>
/// What documents belong to. The relation itself stands in the source of the object (zaakinformatieobject, besluitinformatieobject); its mirror here
/// comes and goes in the same transaction (zrc-005, brc-005).
/// </summary>
internal static class Objectinformatieobjecten
{
    /// <summary>Mirrors a relation that has just been made.</summary>
    /// <param name="objectUrl">Stored URL of the zaak or besluit.</param>
    /// <param name="objectType"><c>zaak</c>, <c>besluit</c> or <c>verzoek</c>.</param>
    public static async ValueTask Koppel(Session session, Guid informatieobject, string objectUrl, string objectType)
    {
        var resource = DocumentenResources.Objectinformatieobjecten;
        var model = new ObjectInformatieObject { Informatieobject = EigenUrls.Van(Documentpaden.Informatieobjecten, informatieobject), Object = objectUrl, ObjectType = objectType };
        // Under the document's row lock: a second one waits, and then sees this one.
        var (type, rang) = await resource.VanOuder!(model, session);
        if (await Bestaat(session, informatieobject, objectUrl)) return;
        var id = Guid.CreateVersion7();
        await Rij.VoegIn(session, resource, id, Vorm.Bewaar(model, resource.Url(id, null), id, resource.MetUuid), [informatieobject, objectUrl, objectType, type, rang]);
        await Tellingen.Wijzig(session, resource, type, rang, 1);
    }

    /// <summary>Takes the mirror of a relation away.</summary>
    public static ValueTask Ontkoppel(Session session, Guid informatieobject, string objectUrl) =>
        Verwijder(session, "informatieobject = $1 AND object = $2", informatieobject, objectUrl);

    /// <summary>Takes the mirrors of all relations of an object away, when it is removed itself.</summary>
    public static ValueTask OntkoppelAlles(Session session, string objectUrl) => Verwijder(session, "object = $1", objectUrl);

    /// <summary>drc-002, drc-003, drc-004: for a client that mirrors a relation itself.</summary>
    public static async ValueTask<ObjectInformatieObject> Regels(Schrijven<ObjectInformatieObject> schrijven, Session session)
    {
        var model = schrijven.Model;
        var informatieobject = EigenUrls.Id(model.Informatieobject, Documentpaden.Informatieobjecten)!.Value;
        // drc-002. There is no source of verzoeken here, so their URLs lead nowhere.
        if (Relatiebron.Van(model.ObjectType) is not { } bron) throw Weiger.Ongeldig("object", "bad-url", "De URL kan niet worden opgehaald.");
        var id = await Verwijzing.Vereis(session, model.Object, bron.Resource, "object");
        if (await Bestaat(session, informatieobject, model.Object)) throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden object, informatieobject moeten een unieke set zijn.");
        return await bron.IsGerelateerd(session, id, informatieobject) ? model
            : throw Weiger.Ongeldig("nonFieldErrors", "inconsistent-relation", "De relatie bestaat niet in de bron van het object.");
    }

    /// <summary>drc-004, the other way round: as long as the relation is in its source, its mirror stays.</summary>
    public static async ValueTask Verwijder(Schrijven<ObjectInformatieObject> schrijven, Session session, Dienstverlening diensten)
    {
        var model = schrijven.Model;
        if (Relatiebron.Van(model.ObjectType) is { } bron && EigenUrls.Id(model.Object, bron.Resource.Pad) is { } id
            && await bron.IsGerelateerd(session, id, EigenUrls.Id(model.Informatieobject, Documentpaden.Informatieobjecten)!.Value))
            throw Weiger.Ongeldig("nonFieldErrors", "inconsistent-relation", "De relatie bestaat nog in de bron van het object.");
    }

    private static async ValueTask<bool> Bestaat(Session session, Guid informatieobject, string objectUrl) =>
        await session.One("SELECT 1 FROM zaakgericht_objectinformatieobjecten WHERE object = $1 AND informatieobject = $2", _ => true, objectUrl, informatieobject);

    private static async ValueTask Verwijder(Session session, string voorwaarde, params object?[] args)
    {
        var weg = await session.All($"DELETE FROM zaakgericht_objectinformatieobjecten WHERE {voorwaarde} RETURNING informatieobjecttype, vertrouwelijkheid", row => (row.Guid(0), row.Long(1)), args);
        foreach (var (type, rang) in weg) await Tellingen.Wijzig(session, DocumentenResources.Objectinformatieobjecten, type, rang, -1);
    }

    /// <summary>Where a relation stands that is mirrored here.</summary>
    private sealed record Relatiebron(Resource Resource, string Tabel, string Kolom, string Documentkolom)
    {
        public static Relatiebron? Van(string objectType) => objectType switch
        {
            "zaak" => new(ZakenResources.Zaken, "zaakgericht_zaakinformatieobjecten", "zaak", "informatieobject"),
            "besluit" => new(BesluitenResources.Besluiten, "zaakgericht_besluitinformatieobjecten", "besluit", "informatieobject"),
            _ => null,
        };

        public async ValueTask<bool> IsGerelateerd(Session session, Guid id, Guid informatieobject) =>
            await session.One($"SELECT 1 FROM {Tabel} WHERE {Kolom} = $1 AND {Documentkolom} = $2", _ => true, id, informatieobject);
    }
}
