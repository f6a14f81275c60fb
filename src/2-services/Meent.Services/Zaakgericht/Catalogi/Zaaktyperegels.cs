using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Referentielijsten;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules for a version of a zaaktype.</summary>
internal static class Zaaktyperegels
{
    public static async ValueTask<ZaakType> Regels(Schrijven<ZaakType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var correctie = Versieregels.Correctie(schrijven, schrijven.Oud?.Concept != false);
        var catalogus = await Versieregels.Catalogus(session, model.Catalogus);
        Versieregels.Geldigheid(model.BeginGeldigheid, model.EindeGeldigheid);
        if (model.VerlengingMogelijk && model.Verlengingstermijn is null)
            throw Weiger.Ongeldig("verlengingstermijn", "required", "Een verlengingstermijn is vereist als verlenging mogelijk is.");
        model = model with { Identificatie = model.Identificatie.Length > 0 ? model.Identificatie : $"ZAAKTYPE-{schrijven.Id.ToString("N")[..12]}" };
        if (!model.Concept) await GeenOverlap(session, schrijven.Id, model);
        await Procestype(session, model);
        model = model with
        {
            Broncatalogus = model.Broncatalogus ?? new BronCatalogus { Url = "", Domein = "", Rsin = "" },
            Bronzaaktype = model.Bronzaaktype ?? new BronZaaktype { Url = "", Identificatie = "", Omschrijving = "" },
            Besluittypen = await Typenamen.Van(session, model.Besluittypen, CatalogiResources.Besluittypen, "omschrijving", catalogus, "besluittypen"),
            Deelzaaktypen = await Typenamen.Van(session, model.Deelzaaktypen, CatalogiResources.Zaaktypen, "identificatie", catalogus, "deelzaaktypen"),
            GerelateerdeZaaktypen = await Gerelateerd(session, model.GerelateerdeZaaktypen, catalogus),
            BeginObject = model.BeginObject ?? await BeginObject(session, catalogus, model),
            Versiedatum = model.Versiedatum ?? model.BeginGeldigheid,
        };
        if (correctie) Versieregels.Breidt(BreidtUit(schrijven.Oud!, model));
        return model;
    }

    public static async ValueTask Gevolgen(Schrijven<ZaakType> schrijven, Session session)
    {
        var model = schrijven.Model;
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Besluittype, model.Besluittypen);
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Deelzaaktype, model.Deelzaaktypen);
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Gerelateerd, model.GerelateerdeZaaktypen.Select(r => r.Zaaktype));
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Trefwoord, model.Trefwoorden);
    }

    /// <summary>ztc-009; a type that is in use stays.</summary>
    public static async ValueTask Verwijder(Schrijven<ZaakType> schrijven, Session session, Dienstverlening diensten)
    {
        Versieregels.Verwijderbaar(schrijven, schrijven.Model.Concept);
        if (await session.One("SELECT 1 FROM zaakgericht_zaken WHERE zaaktype = $1 LIMIT 1", _ => true, schrijven.Id))
            throw Weiger.Ongeldig("nonFieldErrors", "pending-relations", "Er zijn zaken van dit zaaktype.");
        await session.Execute("DELETE FROM zaakgericht_typenamen WHERE type IN (SELECT id FROM zaakgericht_resultaattypen WHERE zaaktype = $1)", schrijven.Id);
        await Typenamen.Verwijder(session, schrijven.Id);
    }

    /// <summary>ztc-001: the procestype is one of the selectielijst.</summary>
    private static async ValueTask Procestype(Session session, ZaakType model)
    {
        if (model.SelectielijstProcestype.Length > 0 && await Referenties.Vind<ProcesType>(session, model.SelectielijstProcestype) is null)
            throw Weiger.Ongeldig("selectielijstProcestype", "invalid-resource", "De URL is geen procestype van de selectielijst.");
    }

    /// <summary>ztc-016: no two published versions are valid on the same day, the last day of each included; concepts may overlap until they are published.</summary>
    private static async ValueTask GeenOverlap(Session session, Guid id, ZaakType model)
    {
        var botst = await session.One(
            """
            SELECT 1 FROM zaakgericht_zaaktypen WHERE catalogus = $1 AND identificatie = $2 AND concept = 0 AND id <> $5
              AND begin_geldigheid <= $4 AND (einde_geldigheid IS NULL OR einde_geldigheid >= $3)
            """,
            _ => true, EigenUrls.Id(model.Catalogus, Catalogipaden.Catalogussen), model.Identificatie, model.BeginGeldigheid,
            model.EindeGeldigheid ?? DateOnly.MaxValue, id);
        if (botst) throw Weiger.Ongeldig("beginGeldigheid", "overlap", "Dit zaaktype komt al voor binnen de catalogus en opgegeven geldigheidsperiode.");
    }

    /// <summary>Of a correction: the relations, the identity and the days stay.</summary>
    private static bool BreidtUit(ZaakType oud, ZaakType nieuw) =>
        (oud.Identificatie, oud.Catalogus, oud.BeginGeldigheid, oud.Vertrouwelijkheidaanduiding) == (nieuw.Identificatie, nieuw.Catalogus, nieuw.BeginGeldigheid, nieuw.Vertrouwelijkheidaanduiding)
        && Versieregels.Omvat(nieuw.Trefwoorden, oud.Trefwoorden) && Versieregels.Omvat(nieuw.ProductenOfDiensten, oud.ProductenOfDiensten)
        && (!oud.OpschortingEnAanhoudingMogelijk || nieuw.OpschortingEnAanhoudingMogelijk) && (!oud.VerlengingMogelijk || nieuw.VerlengingMogelijk)
        && Versieregels.Omvat(nieuw.Besluittypen, oud.Besluittypen) && Versieregels.Omvat(nieuw.Deelzaaktypen, oud.Deelzaaktypen)
        && Versieregels.Omvat(nieuw.GerelateerdeZaaktypen, oud.GerelateerdeZaaktypen);

    private static async ValueTask<IReadOnlyList<ZaakTypenRelatie>> Gerelateerd(Session session, IReadOnlyList<ZaakTypenRelatie> relaties, Guid catalogus)
    {
        var namen = new List<ZaakTypenRelatie>();
        for (var i = 0; i < relaties.Count; i++)
        {
            // The standard lets a relation point at a catalogue elsewhere: that one stays a URL.
            namen.Add(Typenamen.IsElders(relaties[i].Zaaktype) ? relaties[i] : relaties[i] with
            {
                Zaaktype = await Typenamen.Van(session, relaties[i].Zaaktype, CatalogiResources.Zaaktypen, "identificatie", catalogus, $"gerelateerdeZaaktypen.{i}.zaaktype"),
            });
        }

        return namen;
    }

    /// <summary>The first day of the first version.</summary>
    private static async ValueTask<DateOnly> BeginObject(Session session, Guid catalogus, ZaakType model)
    {
        var eerste = await session.One("SELECT min(begin_geldigheid) FROM zaakgericht_zaaktypen WHERE catalogus = $1 AND identificatie = $2", row => row.DateOrNull(0), catalogus, model.Identificatie);
        return eerste < model.BeginGeldigheid ? eerste.Value : model.BeginGeldigheid;
    }
}
