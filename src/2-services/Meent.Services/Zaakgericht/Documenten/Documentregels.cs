using Meent.Data.Modellen;
using Meent.Data.Modellen.Documenten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>The rules for a document, each by its number in the standard.</summary>
internal static class Documentregels
{
    public static async ValueTask<EnkelvoudigInformatieObject> Regels(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session)
    {
        if (!schrijven.IsNieuw) await Sloten.Eis(session, schrijven);
        var rang = await Drc001(schrijven.Model, session);
        Drc005(schrijven.Model);
        var document = await Drc006(schrijven, session) with { Lock = null };
        document = document with
        {
            Identificatie = document.Identificatie.Length > 0 ? document.Identificatie : schrijven.Oud?.Identificatie ?? schrijven.Nummer("DOCUMENT"),
            // drc-007: as the client says, or else as the type says.
            Vertrouwelijkheidaanduiding = document.Vertrouwelijkheidaanduiding.Length > 0 ? document.Vertrouwelijkheidaanduiding : Vertrouwelijkheidaanduiding.Woord(rang),
            Versie = (schrijven.Oud?.Versie ?? 0) + 1,
            BeginRegistratie = schrijven.Nu,
        };
        if (await session.One(
            "SELECT 1 FROM zaakgericht_enkelvoudiginformatieobjecten WHERE bronorganisatie = $1 AND identificatie = $2 AND id <> $3",
            _ => true, document.Bronorganisatie, document.Identificatie, schrijven.Id))
            throw NietUniek();
        document = await Documentinhoud.Verwerk(schrijven, document, session);
        Integriteitsregels.Eis(schrijven, document);
        if (!schrijven.IsNieuw) await Bewaar(schrijven.Id, session);
        return document;
    }

    public static async ValueTask Gevolgen(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session)
    {
        await session.Execute("DELETE FROM zaakgericht_trefwoorden WHERE informatieobject = $1", schrijven.Id);
        foreach (var trefwoord in schrijven.Model.Trefwoorden.Distinct())
            await session.Execute("INSERT INTO zaakgericht_trefwoorden (trefwoord, informatieobject) VALUES ($1, $2)", trefwoord, schrijven.Id);
        await Bestandsdelen.Begin(schrijven, session);
        Documentinhoud.Bevestig(schrijven, session);
    }

    /// <summary>drc-008: only without relations, and then with all that belongs to it; the content goes when nothing else names it.</summary>
    public static async ValueTask Verwijder(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session, Dienstverlening diensten)
    {
        if (await session.One("SELECT 1 FROM zaakgericht_objectinformatieobjecten WHERE informatieobject = $1", _ => true, schrijven.Id))
            throw Weiger.Ongeldig("nonFieldErrors", "pending-relations", "Het informatieobject hoort nog bij een zaak, een besluit of een verzoek.");
        if (await session.One("SELECT slot FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row => row.TextOrNull(0), schrijven.Id) is not null)
            throw Weiger.Ongeldig("nonFieldErrors", "destroy-locked", "Een vergrendeld informatieobject kan niet verwijderd worden.");
        foreach (var naam in await Documentinhoud.Namen(session, schrijven.Id)) diensten.Inhoud.Verlaat(session, naam);
    }

    public static ProbleemException NietUniek() => Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie.");

    public static Melding Melding(EnkelvoudigInformatieObject document, Guid id, long versie) =>
        Melding(id, versie, document.Bronorganisatie, document.Informatieobjecttype, document.Vertrouwelijkheidaanduiding);

    /// <summary>A notification about part of a document bears the document's kenmerken and its version.</summary>
    public static async ValueTask<Melding> MeldingVanDocument(string url, Session session)
    {
        var id = EigenUrls.Id(url, Documentpaden.Informatieobjecten)!.Value;
        return (await session.One("SELECT version, bronorganisatie, informatieobjecttype, vertrouwelijkheid FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1", row =>
            Melding(id, row.Long(0), row.Text(1), EigenUrls.Van(Catalogipaden.Informatieobjecttypen, row.Guid(2)), Vertrouwelijkheidaanduiding.Woord(row.Long(3))), id))!;
    }

    /// <summary>Type and level of the document that a resource belongs to; the document exists. Under its row lock, so that both stay as they are.</summary>
    public static Func<T, Session, ValueTask<(Guid Type, long Rang)>> VanDocument<T>(Func<T, string> informatieobject) => async (model, session) =>
    {
        var id = await Verwijzing.Vereis(session, informatieobject(model), DocumentenResources.Informatieobjecten, "informatieobject");
        return await session.One(
            "UPDATE zaakgericht_enkelvoudiginformatieobjecten SET version = version + 1 WHERE id = $1 RETURNING informatieobjecttype, vertrouwelijkheid", row => (row.Guid(0), row.Long(1)), id);
    };

    /// <summary>The version that is being replaced stays readable; the row still has it.</summary>
    private static ValueTask<int> Bewaar(Guid id, Session session) => session.Execute(
        """
        INSERT INTO zaakgericht_informatieobjectversies (informatieobject, versie, begin_registratie, vorm, body, informatieobjecttype, vertrouwelijkheid, gereed_voor_publicatie, inhoud)
        SELECT id, versie, begin_registratie, vorm, body, informatieobjecttype, vertrouwelijkheid, gereed_voor_publicatie, inhoud FROM zaakgericht_enkelvoudiginformatieobjecten WHERE id = $1
        """, id);

    /// <summary>The type exists, is one, and is published.</summary>
    /// <returns>The rank of its vertrouwelijkheidaanduiding.</returns>
    private static async ValueTask<long> Drc001(EnkelvoudigInformatieObject document, Session session)
    {
        var type = await Verwijzing.Vereis(session, document.Informatieobjecttype, CatalogiResources.Informatieobjecttypen, "informatieobjecttype");
        var (concept, rang) = await session.One("SELECT concept, vertrouwelijkheid FROM zaakgericht_informatieobjecttypen WHERE id = $1", row => (row.Bool(0), row.Long(1)), type);
        return concept ? throw Weiger.Ongeldig("informatieobjecttype", "not-published", "Het informatieobjecttype is nog in concept.") : rang;
    }

    /// <summary>What was received is not being written any more.</summary>
    private static void Drc005(EnkelvoudigInformatieObject document)
    {
        if (document is { Ontvangstdatum: not null, Status: "in_bewerking" or "ter_vaststelling" })
            throw Weiger.Ongeldig("status", "invalid_for_received", "Een ontvangen document kan niet in bewerking of ter vaststelling zijn.");
    }

    /// <summary>The indication is true when, and only when, there are gebruiksrechten.</summary>
    private static async ValueTask<EnkelvoudigInformatieObject> Drc006(Schrijven<EnkelvoudigInformatieObject> schrijven, Session session)
    {
        var document = schrijven.Model;
        if (!schrijven.Gestuurd.Contains("indicatieGebruiksrecht")) return document with { IndicatieGebruiksrecht = schrijven.Oud?.IndicatieGebruiksrecht };
        var heeft = !schrijven.IsNieuw && await session.One("SELECT 1 FROM zaakgericht_gebruiksrechten WHERE informatieobject = $1", _ => true, schrijven.Id);
        if (document.IndicatieGebruiksrecht == true && !heeft)
            throw Weiger.Ongeldig("indicatieGebruiksrecht", "missing-gebruiksrechten", "De indicatie wordt true als er gebruiksrechten bij het document gemaakt worden.");
        if (document.IndicatieGebruiksrecht != true && heeft)
            throw Weiger.Ongeldig("indicatieGebruiksrecht", "existing-gebruiksrechten", "De indicatie moet true zijn: er zijn gebruiksrechten bij het document.");
        return document;
    }

    private static Melding Melding(Guid id, long versie, string bronorganisatie, string type, string vertrouwelijkheid) =>
        new("documenten", EigenUrls.Van(Documentpaden.Informatieobjecten, id), versie, new Dictionary<string, string>
        {
            ["bronorganisatie"] = bronorganisatie,
            ["informatieobjecttype"] = type,
            ["vertrouwelijkheidaanduiding"] = vertrouwelijkheid,
        });
}
