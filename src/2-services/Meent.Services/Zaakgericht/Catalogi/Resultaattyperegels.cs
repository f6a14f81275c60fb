using Meent.Data.Modellen.Catalogi;
using Meent.Data.Modellen.Referentielijsten;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Problemen;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The rules for a resultaattype, most of which are about how long a file is kept.</summary>
internal static class Resultaattyperegels
{
    public static async ValueTask<ResultaatType> Regels(Schrijven<ResultaatType> schrijven, Session session)
    {
        var model = schrijven.Model;
        var zaaktype = await Deelregels.Zaaktype(schrijven, session, r => r.Zaaktype);
        await Deelregels.Datums(session, zaaktype, model.BeginGeldigheid, model.Catalogus);
        var catalogus = await Deelregels.Catalogus(session, zaaktype);
        model = Brondatum(await Selectielijst(session, zaaktype, model));
        model = model with
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
        if (schrijven.Oud is { } oud && !await Deelregels.IsConcept(session, zaaktype))
            Versieregels.Breidt(Versieregels.Omvat(model.Besluittypen, oud.Besluittypen) && Versieregels.Omvat(model.Informatieobjecttypen, oud.Informatieobjecttypen));
        return model;
    }

    public static async ValueTask Gevolgen(Schrijven<ResultaatType> schrijven, Session session)
    {
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Besluittype, schrijven.Model.Besluittypen);
        await Typenamen.Zet(session, schrijven.Id, Typenamen.Informatieobjecttype, schrijven.Model.Informatieobjecttypen);
    }

    /// <summary>ztc-002: description and category are of the reference lists, and give what the client leaves out; ztc-003: the category limits the afleidingswijze.</summary>
    private static async ValueTask<ResultaatType> Selectielijst(Session session, Guid zaaktype, ResultaatType model)
    {
        var omschrijving = await Referenties.Vind<ResultaattypeOmschrijvingGeneriek>(session, model.Resultaattypeomschrijving)
            ?? throw Weiger.Ongeldig("resultaattypeomschrijving", "invalid-resource", "De URL is geen resultaattypeomschrijving van de referentielijsten.");
        var klasse = await Referenties.Vind<Resultaat>(session, model.Selectielijstklasse)
            ?? throw Weiger.Ongeldig("selectielijstklasse", "invalid-resource", "De URL is geen resultaat van de selectielijst.");
        if (model.BrondatumArchiefprocedure is { } brondatum) Afleidingswijze(klasse.Procestermijn, brondatum.Afleidingswijze);
        var procestype = Vorm.VanBewaard<ZaakType>((await session.One("SELECT body FROM zaakgericht_zaaktypen WHERE id = $1", row => row.Bytes(0), zaaktype))!).SelectielijstProcestype;
        if (procestype.Length > 0 && Lijsten.Adres(procestype)?.Id != Lijsten.Adres(klasse.ProcesType)?.Id)
            throw Weiger.Ongeldig("nonFieldErrors", "procestype-mismatch", "De selectielijstklasse hoort niet bij het procestype van het zaaktype.");
        return model with
        {
            OmschrijvingGeneriek = omschrijving.Omschrijving,
            Archiefnominatie = model.Archiefnominatie.Length > 0 ? model.Archiefnominatie : klasse.Waardering,
            Archiefactietermijn = model.Archiefactietermijn is { Length: > 0 } termijn ? termijn : klasse.Bewaartermijn,
        };
    }

    /// <summary>ztc-003.</summary>
    private static void Afleidingswijze(string procestermijn, string afleidingswijze)
    {
        if ((procestermijn, afleidingswijze) is ("nihil", not "afgehandeld") or ("ingeschatte_bestaansduur_procesobject", not "termijn"))
        {
            throw Weiger.Ongeldig("nonFieldErrors", "invalid-afleidingswijze-for-procestermijn",
                $"De afleidingswijze kan niet '{afleidingswijze}' zijn als de procestermijn van de selectielijstklasse '{procestermijn}' is.");
        }
    }

    /// <summary>ztc-004 to ztc-008: which parameters an afleidingswijze needs, and which it cannot have.</summary>
    private static ResultaatType Brondatum(ResultaatType model)
    {
        if (model.BrondatumArchiefprocedure is not { } brondatum) return model;
        var wijze = brondatum.Afleidingswijze;
        var fouten = new List<OngeldigVeld>();
        // ztc-004
        Eis("datumkenmerk", wijze is "eigenschap" or "zaakobject" or "ander_datumkenmerk", brondatum.Datumkenmerk);
        // ztc-005: false counts as empty.
        if (wijze is "afgehandeld" or "termijn") Eis("einddatumBekend", false, brondatum.EinddatumBekend ? "true" : "");
        // ztc-006
        Eis("objecttype", wijze is "zaakobject" or "ander_datumkenmerk", brondatum.Objecttype);
        // ztc-007
        Eis("registratie", wijze is "ander_datumkenmerk", brondatum.Registratie);
        // ztc-008
        Eis("procestermijn", wijze is "termijn", brondatum.Procestermijn ?? "");
        if (fouten.Count > 0) throw Weiger.Ongeldig(fouten);
        return model with { BrondatumArchiefprocedure = brondatum with { Procestermijn = brondatum.Procestermijn is "" ? null : brondatum.Procestermijn } };

        void Eis(string veld, bool nodig, string waarde)
        {
            if (nodig == waarde.Length > 0) return;
            fouten.Add(nodig
                ? new OngeldigVeld($"brondatumArchiefprocedure.{veld}", "required", $"Dit veld is vereist bij afleidingswijze '{wijze}'.")
                : new OngeldigVeld($"brondatumArchiefprocedure.{veld}", "must-be-empty", $"Dit veld moet leeg zijn bij afleidingswijze '{wijze}'."));
        }
    }
}
