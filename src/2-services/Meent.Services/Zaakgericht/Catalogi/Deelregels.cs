using Meent.Data.Modellen.Catalogi;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules for the parts of a zaaktype: statustypen, roltypen, resultaattypen, eigenschappen, zaakobjecttypen and zaaktype-informatieobjecttypen.</summary>
internal static class Deelregels
{
    public static async ValueTask<StatusType> Statustype(Schrijven<StatusType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await Zaaktype(schrijven, session, s => s.Zaaktype);
        await Datums(session, zaaktype, model.BeginGeldigheid, null);
        await Volgnummer(session, "zaakgericht_statustypen", zaaktype, model.Volgnummer, schrijven.Id);
        for (var i = 0; i < model.Eigenschappen.Count; i++)
            await VanZaaktype(session, model.Eigenschappen[i], CatalogiResources.Eigenschappen, zaaktype, $"eigenschappen.{i}");
        // The order of statustypen decides which one ends a case.
        if (schrijven.Oud is { } oud && !await IsConcept(session, zaaktype))
            Versieregels.Breidt(oud.Volgnummer == model.Volgnummer && Versieregels.Omvat(model.Eigenschappen, oud.Eigenschappen));
        return model with { BeginGeldigheid = null, EindeGeldigheid = null, BeginObject = null, EindeObject = null };
    }

    public static async ValueTask NaStatustype(Schrijven<StatusType> schrijven, Session session)
    {
        await session.Execute("DELETE FROM zaakgericht_statustype_eigenschappen WHERE statustype = $1", schrijven.Id);
        foreach (var eigenschap in schrijven.Model.Eigenschappen.Distinct())
        {
            await session.Execute("INSERT INTO zaakgericht_statustype_eigenschappen (statustype, eigenschap) VALUES ($1, $2)",
                schrijven.Id, EigenUrls.Id(eigenschap, Catalogipaden.Eigenschappen));
        }
    }

    public static async ValueTask<RolType> Roltype(Schrijven<RolType> schrijven, Session session)
    {
        var model = schrijven.Model;
        await Datums(session, await Zaaktype(schrijven, session, r => r.Zaaktype), model.BeginGeldigheid, model.Catalogus);
        return model with { Catalogus = null, BeginGeldigheid = null, EindeGeldigheid = null, BeginObject = null, EindeObject = null };
    }

    public static async ValueTask<Eigenschap> Eigenschap(Schrijven<Eigenschap> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await Zaaktype(schrijven, session, e => e.Zaaktype);
        await Datums(session, zaaktype, model.BeginGeldigheid, null);
        if (model.Statustype is { Length: > 0 } statustype) await VanZaaktype(session, statustype, CatalogiResources.Statustypen, zaaktype, "statustype");
        Datumformaat(model.Specificatie);
        return model with
        {
            Statustype = model.Statustype is "" ? null : model.Statustype,
            BeginGeldigheid = null,
            EindeGeldigheid = null,
            BeginObject = null,
            EindeObject = null,
        };
    }

    /// <summary>ztc-015: a date has 8 digits (YYYYMMDD), a date with time 14 (YYYYMMDDhhmmss).</summary>
    private static void Datumformaat(EigenschapSpecificatie specificatie)
    {
        var lengte = specificatie.Formaat switch { "datum" => "8", "datum_tijd" => "14", _ => specificatie.Lengte };
        if (specificatie.Lengte != lengte) throw Weiger.Ongeldig("specificatie.lengte", "invalid", $"De lengte van een {specificatie.Formaat} is {lengte}.");
    }

    public static async ValueTask<ZaakObjectType> Zaakobjecttype(Schrijven<ZaakObjectType> schrijven, Session session)
    {
        var model = schrijven.Model;
        await Datums(session, await Zaaktype(schrijven, session, z => z.Zaaktype), model.BeginGeldigheid, model.Catalogus);
        return model with { Catalogus = null, BeginGeldigheid = null, EindeGeldigheid = null, BeginObject = null, EindeObject = null };
    }

    public static async ValueTask<ZaakTypeInformatieObjectType> Informatieobjecttype(Schrijven<ZaakTypeInformatieObjectType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await Zaaktype(schrijven, session, z => z.Zaaktype);
        await Volgnummer(session, "zaakgericht_zaaktype_informatieobjecttypen", zaaktype, model.Volgnummer, schrijven.Id);
        if (model.Statustype is { Length: > 0 } statustype) await VanZaaktype(session, statustype, CatalogiResources.Statustypen, zaaktype, "statustype");
        return model with
        {
            Statustype = model.Statustype is "" ? null : model.Statustype,
            Informatieobjecttype = await Typenamen.Van(
                session, model.Informatieobjecttype, CatalogiResources.Informatieobjecttypen, "omschrijving", await Catalogus(session, zaaktype), "informatieobjecttype"),
        };
    }

    /// <summary>ztc-010: nothing is removed from a published zaaktype, but with its own scope.</summary>
    public static async ValueTask Verwijder<T>(Schrijven<T> schrijven, Session session, string zaaktype) where T : class
    {
        if (!schrijven.Mag(Versieregels.GeforceerdVerwijderen) && !await IsConcept(session, EigenUrls.Id(zaaktype, Catalogipaden.Zaaktypen)!.Value)) throw NietConcept();
    }

    /// <summary>ztc-010: the parts of a published zaaktype stay as they are, but for a correction with its own scope.</summary>
    public static async ValueTask<Guid> Zaaktype<T>(Schrijven<T> schrijven, Session session, Func<T, string> zaaktype) where T : class
    {
        var forceert = schrijven.Mag(Versieregels.GeforceerdSchrijven);
        if (schrijven.Oud is { } oud && zaaktype(oud) != zaaktype(schrijven.Model) && !await IsConcept(session, EigenUrls.Id(zaaktype(oud), Catalogipaden.Zaaktypen)!.Value)) throw NietConcept();
        var id = await Verwijzing.Vereis(session, zaaktype(schrijven.Model), CatalogiResources.Zaaktypen, "zaaktype");
        // Under its lock, so that it is not published meanwhile.
        var concept = await session.One("UPDATE zaakgericht_zaaktypen SET version = version + 1 WHERE id = $1 RETURNING concept", row => row.Bool(0), id);
        return forceert || concept ? id : throw NietConcept();
    }

    /// <summary>The dates of a part are those of its zaaktype: one that is sent must agree; so must a catalogus.</summary>
    public static async ValueTask Datums(Session session, Guid zaaktype, DateOnly? begin, string? catalogus)
    {
        if (begin is not null && begin != await session.One("SELECT begin_geldigheid FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Date(0), zaaktype))
            throw Weiger.Ongeldig("beginGeldigheid", "invalid", "De begindatum moet gelijk zijn aan die van het zaaktype.");
        if (catalogus is { Length: > 0 } && EigenUrls.Id(catalogus, Catalogipaden.Catalogussen) != await Catalogus(session, zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "relations-incorrect-catalogus", "De catalogus moet die van het zaaktype zijn.");
    }

    public static ValueTask<Guid> Catalogus(Session session, Guid zaaktype) =>
        session.One("SELECT catalogus FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Guid(0), zaaktype);

    private static async ValueTask Volgnummer(Session session, string tabel, Guid zaaktype, int volgnummer, Guid id)
    {
        if (await session.One($"SELECT 1 FROM {tabel} WHERE zaaktype = $1 AND volgnummer = $2 AND id <> $3", _ => true, zaaktype, volgnummer, id))
            throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaaktype, volgnummer moeten een unieke set zijn.");
    }

    private static async ValueTask VanZaaktype(Session session, string url, Resource deel, Guid zaaktype, string veld)
    {
        var id = await Verwijzing.Vereis(session, url, deel, veld);
        if (!await session.One($"SELECT 1 FROM {deel.Tabel} WHERE id = $1 AND zaaktype = $2", _ => true, id, zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "relations-incorrect-zaaktype", $"{veld}: dit hoort bij een ander zaaktype.");
    }

    public static ValueTask<bool> IsConcept(Session session, Guid zaaktype) =>
        session.One("SELECT concept FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bool(0), zaaktype);

    private static Standards.Problemen.ProbleemException NietConcept() =>
        Weiger.Ongeldig("nonFieldErrors", "non-concept-zaaktype", "Objecten van een gepubliceerd zaaktype mogen niet worden aangemaakt, gewijzigd of verwijderd.");
}
