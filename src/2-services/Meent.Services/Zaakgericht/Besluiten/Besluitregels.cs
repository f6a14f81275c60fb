using Meent.Data.Modellen.Besluiten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Besluiten;

/// <summary>The rules for a besluit and its documents, each by its number in the standard.</summary>
internal static class Besluitregels
{
    public static async ValueTask<Besluit> Besluit(Schrijven<Besluit> schrijven, Session session)
    {
        var besluit = schrijven.Model;
        // brc-001: the type exists, is one, and is published.
        var type = await Verwijzing.Vereis(session, besluit.Besluittype, CatalogiResources.Besluittypen, "besluittype");
        if (await session.One("SELECT concept FROM zaakgericht_besluittypen WHERE id = $1", row => row.Bool(0), type))
            throw Weiger.Ongeldig("besluittype", "not-published", "Het besluittype is nog in concept.");
        if (besluit.Zaak.Length > 0) await Brc007(besluit.Zaak, type, session);
        besluit = besluit with
        {
            // brc-002: generated when the client has none.
            Identificatie = besluit.Identificatie.Length > 0 ? besluit.Identificatie : schrijven.Oud?.Identificatie ?? schrijven.Nummer("BESLUIT"),
            Vervalreden = besluit.Vervalreden is { Length: > 0 } ? besluit.Vervalreden : null,
            VervalredenWeergave = Weergave(besluit.Vervalreden),
        };
        return await session.One("SELECT 1 FROM zaakgericht_besluiten WHERE verantwoordelijke_organisatie = $1 AND identificatie = $2 AND id <> $3", _ => true, besluit.VerantwoordelijkeOrganisatie, besluit.Identificatie, schrijven.Id)
            ? throw NietUniek() : besluit;
    }

    /// <summary>brc-006: the zaak shows its besluiten, and their days may date its archive.</summary>
    public static async ValueTask NaBesluit(Schrijven<Besluit> schrijven, Session session, Dienstverlening diensten)
    {
        var besluit = schrijven.Model;
        if (!schrijven.IsNieuw) await Zaakbesluiten.Wijzig(session, schrijven.Resource.Url(schrijven.Id, null), besluit.Ingangsdatum, besluit.Vervaldatum);
        else if (besluit.Zaak.Length > 0) await Zaakbesluiten.Koppel(schrijven, session, diensten);
    }

    /// <summary>brc-009: with its documents' relations, here and where they are mirrored.</summary>
    public static async ValueTask Verwijder(Schrijven<Besluit> schrijven, Session session, Dienstverlening diensten)
    {
        await Objectinformatieobjecten.OntkoppelAlles(session, schrijven.Resource.Url(schrijven.Id, null));
        await Zaakbesluiten.Ontkoppel(schrijven, session, diensten);
    }

    public static async ValueTask<(Guid Type, long Rang)> VanBesluit(BesluitInformatieObject model, Session session)
    {
        var id = await Verwijzing.Vereis(session, model.Besluit, BesluitenResources.Besluiten, "besluit");
        return (await session.One("UPDATE zaakgericht_besluiten SET version = version + 1 WHERE id = $1 RETURNING besluittype", row => row.Guid(0), id), 0);
    }

    public static async ValueTask<BesluitInformatieObject> Informatieobject(Schrijven<BesluitInformatieObject> schrijven, Session session)
    {
        var model = schrijven.Model;
        // brc-003.
        var document = await Verwijzing.Vereis(session, model.Informatieobject, DocumentenResources.Informatieobjecten, "informatieobject");
        var besluit = EigenUrls.Id(model.Besluit, BesluitenResources.Besluiten.Pad)!.Value;
        if (await session.One("SELECT 1 FROM zaakgericht_besluitinformatieobjecten WHERE besluit = $1 AND informatieobject = $2", _ => true, besluit, document)) throw AlGekoppeld();
        // brc-008: by the name of the type, so that any version of it will do.
        return await session.One(
            $"""
            SELECT 1 FROM zaakgericht_besluiten b
            JOIN zaakgericht_typenamen n ON n.type = b.besluittype AND n.soort = '{Typenamen.Informatieobjecttype}'
            JOIN zaakgericht_enkelvoudiginformatieobjecten e ON e.id = $2
            JOIN zaakgericht_informatieobjecttypen i ON i.id = e.informatieobjecttype AND i.omschrijving = n.naam
            JOIN zaakgericht_besluittypen t ON t.id = b.besluittype AND t.catalogus = i.catalogus
            WHERE b.id = $1
            """, _ => true, besluit, document)
            ? model
            : throw Weiger.Ongeldig("nonFieldErrors", "missing-besluittype-informatieobjecttype-relation", "Documenten van dit type horen niet bij het besluittype.");
    }

    /// <summary>brc-005.</summary>
    public static ValueTask NaInformatieobject(Schrijven<BesluitInformatieObject> schrijven, Session session) =>
        Objectinformatieobjecten.Koppel(session, Document(schrijven.Model), schrijven.Model.Besluit, "besluit");

    public static ValueTask InformatieobjectWeg(Schrijven<BesluitInformatieObject> schrijven, Session session) =>
        Objectinformatieobjecten.Ontkoppel(session, Document(schrijven.Model), schrijven.Model.Besluit);

    public static ProbleemException NietUniek() => Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie.");

    public static ProbleemException AlGekoppeld() => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden besluit, informatieobject moeten een unieke set zijn.");

    public static Melding Melding(Besluit besluit, Guid id, long versie) => Melding(id, versie, besluit.VerantwoordelijkeOrganisatie, besluit.Besluittype);

    public static async ValueTask<Melding> MeldingVanBesluit(Schrijven<BesluitInformatieObject> schrijven, Session session)
    {
        var id = EigenUrls.Id(schrijven.Model.Besluit, BesluitenResources.Besluiten.Pad)!.Value;
        return (await session.One("SELECT version, verantwoordelijke_organisatie, besluittype FROM zaakgericht_besluiten WHERE id = $1", row =>
            Melding(id, row.Long(0), row.Text(1), EigenUrls.Van(Catalogipaden.Besluittypen, row.Guid(2))), id))!;
    }

    private static Melding Melding(Guid id, long versie, string organisatie, string type) =>
        new("besluiten", EigenUrls.Van(BesluitenResources.Besluiten.Pad, id), versie, new Dictionary<string, string> { ["verantwoordelijke_organisatie"] = organisatie, ["besluittype"] = type });

    /// <summary>The zaaktype of the zaak names the besluittype.</summary>
    private static async ValueTask Brc007(string url, Guid besluittype, Session session)
    {
        var zaak = await Verwijzing.Vereis(session, url, ZakenResources.Zaken, "zaak");
        if (await session.One(
            $"""
            SELECT 1 FROM zaakgericht_zaken z
            JOIN zaakgericht_typenamen n ON n.type = z.zaaktype AND n.soort = '{Typenamen.Besluittype}'
            JOIN zaakgericht_zaaktypen t ON t.id = z.zaaktype
            JOIN zaakgericht_besluittypen b ON b.id = $2 AND b.omschrijving = n.naam AND b.catalogus = t.catalogus
            WHERE z.id = $1
            """, _ => true, zaak, besluittype)) return;
        throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het besluittype hoort niet bij het zaaktype van de zaak.");
    }

    private static Guid Document(BesluitInformatieObject model) => EigenUrls.Id(model.Informatieobject, Documentpaden.Informatieobjecten)!.Value;

    private static string? Weergave(string? reden) => reden switch
    {
        "tijdelijk" => "Besluit met tijdelijke werking",
        "ingetrokken_overheid" => "Besluit ingetrokken door overheid",
        "ingetrokken_belanghebbende" => "Besluit ingetrokken o.v.v. belanghebbende",
        _ => null,
    };
}
