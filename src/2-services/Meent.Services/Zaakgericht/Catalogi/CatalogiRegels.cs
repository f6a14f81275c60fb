using Meent.Data.Modellen.Catalogi;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules for catalogussen, besluittypen and informatieobjecttypen.</summary>
internal static class CatalogiRegels
{
    public static async ValueTask<Catalogus> Catalogus(Schrijven<Catalogus> schrijven, Session session)
    {
        var bestaat = await session.One(
            "SELECT 1 FROM zaakgericht_catalogussen WHERE domein = $1 AND rsin = $2 AND id <> $3", _ => true, schrijven.Model.Domein, schrijven.Model.Rsin, schrijven.Id);
        return bestaat ? throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden domein, rsin moeten een unieke set zijn.") : schrijven.Model;
    }

    public static async ValueTask<InformatieObjectType> Informatieobjecttype(Schrijven<InformatieObjectType> schrijven, Session session)
    {
        var model = schrijven.Model;
        Versieregels.Wijzigbaar(schrijven, schrijven.Oud?.Concept != false, static (oud, nieuw) =>
            (oud.Omschrijving, oud.Catalogus, oud.BeginGeldigheid, oud.Vertrouwelijkheidaanduiding) == (nieuw.Omschrijving, nieuw.Catalogus, nieuw.BeginGeldigheid, nieuw.Vertrouwelijkheidaanduiding)
            && Versieregels.Omvat(nieuw.Trefwoord, oud.Trefwoord));
        await Versieregels.Catalogus(session, model.Catalogus);
        Versieregels.Geldigheid(model.BeginGeldigheid, model.EindeGeldigheid);
        return model with
        {
            BeginObject = model.BeginObject ?? model.BeginGeldigheid,
            OmschrijvingGeneriek = model.OmschrijvingGeneriek ?? new OmschrijvingGeneriek
            {
                InformatieobjecttypeOmschrijvingGeneriek = "",
                DefinitieInformatieobjecttypeOmschrijvingGeneriek = "",
                HerkomstInformatieobjecttypeOmschrijvingGeneriek = "",
                HierarchieInformatieobjecttypeOmschrijvingGeneriek = "",
            },
        };
    }

    public static async ValueTask<BesluitType> Besluittype(Schrijven<BesluitType> schrijven, Session session)
    {
        var model = schrijven.Model;
        Versieregels.Wijzigbaar(schrijven, schrijven.Oud?.Concept != false, static (oud, nieuw) =>
            (oud.Omschrijving, oud.Catalogus, oud.BeginGeldigheid) == (nieuw.Omschrijving, nieuw.Catalogus, nieuw.BeginGeldigheid)
            && nieuw.Informatieobjecttypen.Count >= oud.Informatieobjecttypen.Count);
        var catalogus = await Versieregels.Catalogus(session, model.Catalogus);
        Versieregels.Geldigheid(model.BeginGeldigheid, model.EindeGeldigheid);
        return model with
        {
            BeginObject = model.BeginObject ?? model.BeginGeldigheid,
            Informatieobjecttypen = await Typenamen.Van(
                session, model.Informatieobjecttypen, CatalogiResources.Informatieobjecttypen, "omschrijving", catalogus, "informatieobjecttypen"),
        };
    }

    public static ValueTask NaBesluittype(Schrijven<BesluitType> schrijven, Session session) =>
        Typenamen.Zet(session, schrijven.Id, Typenamen.Informatieobjecttype, schrijven.Model.Informatieobjecttypen);

    public static async ValueTask<ResultaatType> Resultaattype(Schrijven<ResultaatType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await Deelregels.Zaaktype(schrijven, session, r => r.Zaaktype);
        await Deelregels.Datums(session, zaaktype, model.BeginGeldigheid, model.Catalogus);
        var catalogus = await Deelregels.Catalogus(session, zaaktype);
        return model with
        {
            Catalogus = null,
            BeginGeldigheid = null,
            EindeGeldigheid = null,
            BeginObject = null,
            EindeObject = null,
            Besluittypen = await Typenamen.Van(session, model.Besluittypen, CatalogiResources.Besluittypen, "omschrijving", catalogus, "besluittypen"),
            Informatieobjecttypen = await Typenamen.Van(
                session, model.Informatieobjecttypen, CatalogiResources.Informatieobjecttypen, "omschrijving", catalogus, "informatieobjecttypen"),
        };
    }

    public static async ValueTask NaResultaattype(Schrijven<ResultaatType> schrijven, Session session)
    {
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Besluittype, schrijven.Model.Besluittypen);
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Informatieobjecttype, schrijven.Model.Informatieobjecttypen);
    }
}
