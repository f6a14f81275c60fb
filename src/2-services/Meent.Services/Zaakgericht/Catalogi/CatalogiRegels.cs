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
        if (Versieregels.Correctie(schrijven, schrijven.Oud?.Concept != false)) Versieregels.Breidt(BreidtUit(schrijven.Oud!, model));
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
        var correctie = Versieregels.Correctie(schrijven, schrijven.Oud?.Concept != false);
        var catalogus = await Versieregels.Catalogus(session, model.Catalogus);
        Versieregels.Geldigheid(model.BeginGeldigheid, model.EindeGeldigheid);
        model = model with
        {
            BeginObject = model.BeginObject ?? model.BeginGeldigheid,
            Informatieobjecttypen = await Typenamen.Van(
                session, model.Informatieobjecttypen, CatalogiResources.Informatieobjecttypen, "omschrijving", catalogus, "informatieobjecttypen"),
        };
        if (correctie) Versieregels.Breidt(BreidtUit(schrijven.Oud!, model));
        return model;
    }

    public static ValueTask NaBesluittype(Schrijven<BesluitType> schrijven, Session session) =>
        Typenamen.Zet(session, schrijven.Id, Typenamen.Informatieobjecttype, schrijven.Model.Informatieobjecttypen);

    private static bool BreidtUit(BesluitType oud, BesluitType nieuw) =>
        (oud.Omschrijving, oud.Catalogus, oud.BeginGeldigheid) == (nieuw.Omschrijving, nieuw.Catalogus, nieuw.BeginGeldigheid)
        && Versieregels.Omvat(nieuw.Informatieobjecttypen, oud.Informatieobjecttypen);

    private static bool BreidtUit(InformatieObjectType oud, InformatieObjectType nieuw) =>
        (oud.Omschrijving, oud.Catalogus, oud.BeginGeldigheid, oud.Vertrouwelijkheidaanduiding) == (nieuw.Omschrijving, nieuw.Catalogus, nieuw.BeginGeldigheid, nieuw.Vertrouwelijkheidaanduiding)
        && Versieregels.Omvat(nieuw.Trefwoord, oud.Trefwoord);
}
