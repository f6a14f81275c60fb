using Meent.Data.Modellen.Catalogi;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Pijplijn.Model;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules of the Catalogi API that hold at creation, each by its number in the standard.</summary>
internal static class CatalogiRegels
{
    public static async ValueTask<Catalogus> Catalogus(Schrijven<Catalogus> schrijven, Session session)
    {
        var bestaat = await session.One("SELECT 1 FROM zaakgericht_catalogussen WHERE domein = $1 AND rsin = $2", _ => true, schrijven.Model.Domein, schrijven.Model.Rsin);
        return bestaat ? throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden domein, rsin moeten een unieke set zijn.") : schrijven.Model;
    }

    public static async ValueTask<ZaakType> Zaaktype(Schrijven<ZaakType> schrijven, Session session)
    {
        var model = schrijven.Model;
        await Verwijzing.Vereis(session, model.Catalogus, CatalogiResources.Catalogussen, "catalogus");
        if (model.VerlengingMogelijk && model.Verlengingstermijn is null)
            throw Weiger.Ongeldig("verlengingstermijn", "required", "Een verlengingstermijn is vereist als verlenging mogelijk is.");
        await GeenOverlap(session, schrijven.Id, model);
        return model with
        {
            Identificatie = model.Identificatie.Length > 0 ? model.Identificatie : $"ZAAKTYPE-{schrijven.Id.ToString("N")[..12]}",
            BeginObject = model.BeginObject ?? model.BeginGeldigheid,
        };
    }

    /// <summary>ztc-002: two published versions of one zaaktype are not valid on the same day; concepts may overlap until they are published.</summary>
    private static async ValueTask GeenOverlap(Session session, Guid id, ZaakType model)
    {
        var botst = await session.One(
            """
            SELECT 1 FROM zaakgericht_zaaktypen WHERE catalogus = $1 AND identificatie = $2 AND concept = 0 AND id <> $5
              AND begin_geldigheid < $4 AND (einde_geldigheid IS NULL OR einde_geldigheid > $3)
            """,
            _ => true, EigenUrls.Id(model.Catalogus, CatalogiResources.Catalogussen.Pad), model.Identificatie, model.BeginGeldigheid,
            model.EindeGeldigheid ?? DateOnly.MaxValue, id);
        if (botst) throw Weiger.Ongeldig("beginGeldigheid", "overlap", "Dit zaaktype komt al voor binnen de catalogus en opgegeven geldigheidsperiode.");
    }

    /// <summary>A zaaktype is published with the parts that a zaak cannot do without.</summary>
    public static async ValueTask Publiceerbaar(Session session, Guid id, ZaakType model)
    {
        await GeenOverlap(session, id, model);
        if (!await session.One("SELECT 1 FROM zaakgericht_statustypen WHERE zaaktype = $1", _ => true, id))
            throw Weiger.Ongeldig("statustypen", "required", "Een zaaktype moet minstens één statustype hebben om gepubliceerd te worden.");
        if (!await session.One("SELECT 1 FROM zaakgericht_roltypen WHERE zaaktype = $1", _ => true, id))
            throw Weiger.Ongeldig("roltypen", "required", "Een zaaktype moet minstens één roltype hebben om gepubliceerd te worden.");
    }

    public static async ValueTask NaZaaktype(Schrijven<ZaakType> schrijven, Session session) =>
        await Koppelingen.Voeg(session, "zaakgericht_catalogussen", "zaaktypen", EigenUrls.Id(schrijven.Model.Catalogus, CatalogiResources.Catalogussen.Pad)!.Value,
            CatalogiResources.Zaaktypen.Pad, schrijven.Id);

    public static async ValueTask<StatusType> Statustype(Schrijven<StatusType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await ConceptZaaktype(session, model.Zaaktype);
        if (model.Volgnummer is < 1 or > 9999) throw Weiger.Ongeldig("volgnummer", "invalid", "Een getal van 1 tot en met 9999.");
        if (await session.One("SELECT 1 FROM zaakgericht_statustypen WHERE zaaktype = $1 AND volgnummer = $2", _ => true, zaaktype, model.Volgnummer))
            throw Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaaktype, volgnummer moeten een unieke set zijn.");
        return model;
    }

    public static async ValueTask<RolType> Roltype(Schrijven<RolType> schrijven, Session session)
    {
        await ConceptZaaktype(session, schrijven.Model.Zaaktype);
        return schrijven.Model;
    }

    public static async ValueTask NaDeeltype<T>(string zaaktype, string kolom, Schrijven<T> schrijven, Session session) where T : class =>
        await Koppelingen.Voeg(session, "zaakgericht_zaaktypen", kolom, EigenUrls.Id(zaaktype, CatalogiResources.Zaaktypen.Pad)!.Value, schrijven.Resource.Pad, schrijven.Id);

    /// <summary>ztc-010: parts are added to a concept only.</summary>
    private static async ValueTask<Guid> ConceptZaaktype(Session session, string url)
    {
        var id = await Verwijzing.Vereis(session, url, CatalogiResources.Zaaktypen, "zaaktype");
        var concept = await session.One("SELECT concept FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bool(0), id);
        return concept ? id : throw Weiger.Ongeldig("nonFieldErrors", "non-concept-zaaktype", "Het is niet toegestaan om een deel van een gepubliceerd zaaktype te maken.");
    }
}
