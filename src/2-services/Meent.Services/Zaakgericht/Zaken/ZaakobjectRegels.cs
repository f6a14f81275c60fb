using System.Text.Json;
using Meent.Data.Modellen.Zaken;
using Meent.Data.Opslag;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The rules for what a zaak is about.</summary>
internal static class ZaakobjectRegels
{
    private const string Overige = "overige";

    private static readonly Dictionary<string, Type> Vormen = new()
    {
        ["adres"] = typeof(ObjectAdres),
        ["buurt"] = typeof(ObjectBuurt),
        ["gemeente"] = typeof(ObjectGemeente),
        ["gemeentelijke_openbare_ruimte"] = typeof(ObjectGemeentelijkeOpenbareRuimte),
        ["huishouden"] = typeof(ObjectHuishouden),
        ["inrichtingselement"] = typeof(ObjectInrichtingselement),
        ["kadastrale_onroerende_zaak"] = typeof(ObjectKadastraleOnroerendeZaak),
        ["kunstwerkdeel"] = typeof(ObjectKunstwerkdeel),
        ["maatschappelijke_activiteit"] = typeof(ObjectMaatschappelijkeActiviteit),
        ["medewerker"] = typeof(Medewerker),
        ["natuurlijk_persoon"] = typeof(NatuurlijkPersoon),
        ["niet_natuurlijk_persoon"] = typeof(NietNatuurlijkPersoon),
        ["openbare_ruimte"] = typeof(ObjectOpenbareRuimte),
        ["organisatorische_eenheid"] = typeof(OrganisatorischeEenheid),
        ["pand"] = typeof(ObjectPand),
        ["spoorbaandeel"] = typeof(ObjectSpoorbaandeel),
        ["terreindeel"] = typeof(ObjectTerreindeel),
        ["terrein_gebouwd_object"] = typeof(ObjectTerreinGebouwdObject),
        ["vestiging"] = typeof(Vestiging),
        ["waterdeel"] = typeof(ObjectWaterdeel),
        ["wegdeel"] = typeof(ObjectWegdeel),
        ["wijk"] = typeof(ObjectWijk),
        ["woonplaats"] = typeof(ObjectWoonplaats),
        ["woz_deelobject"] = typeof(ObjectWozDeelobject),
        ["woz_object"] = typeof(ObjectWozObject),
        ["woz_waarde"] = typeof(ObjectWozWaarde),
        ["zakelijk_recht"] = typeof(ObjectZakelijkRecht),
        [Overige] = typeof(ObjectOverige),
    };

    public static async ValueTask<ZaakObject> Zaakobject(Schrijven<ZaakObject> schrijven, Session session)
    {
        var model = schrijven.Model;
        var type = model.Zaakobjecttype.Length == 0 ? default(Guid?) : await Verwijzing.Vereis(session, model.Zaakobjecttype, CatalogiResources.Zaakobjecttypen, "zaakobjecttype");
        var zaak = await Zaakdeel.Open(schrijven, session);
        if (type is not null && !await session.One("SELECT 1 FROM zaakgericht_zaakobjecttypen WHERE id = $1 AND zaaktype = $2", _ => true, type, zaak.Zaaktype))
            throw Weiger.Ongeldig("nonFieldErrors", "zaaktype-mismatch", "Het zaakobjecttype hoort niet bij het zaaktype van de zaak.");
        AndereSoort(model);
        return model with { ObjectIdentificatie = Identificatie(model) };
    }

    public static async ValueTask NaZaakobject(Schrijven<ZaakObject> schrijven, Session session)
    {
        await Zaakdeel.Koppel("zaakobjecten", schrijven, session);
        await Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak), "zaakobject");
    }

    public static async ValueTask ZaakobjectWeg(Schrijven<ZaakObject> schrijven, Session session)
    {
        await Zaakdeel.Ontkoppel("zaakobjecten", schrijven, session);
        await Archivering.Herbereken(session, Zaakdeel.Id(schrijven.Model.Zaak), "zaakobject");
    }

    /// <summary>Of an object of another kind it is said which; of one that the standard knows it is not.</summary>
    private static void AndereSoort(ZaakObject model)
    {
        if (model.ObjectType == Overige && model.ObjectTypeOverige.Length == 0)
            throw Weiger.Ongeldig("objectTypeOverige", "missing-object-type-overige", "Bij objectType overige moet objectTypeOverige ingevuld zijn.");
        if (model.ObjectType != Overige && (model.ObjectTypeOverige.Length > 0 || model.ObjectTypeOverigeDefinitie is not null))
            throw Weiger.Ongeldig("objectTypeOverige", "invalid-object-type-overige-usage", "objectTypeOverige mag alleen bij objectType overige.");
    }

    private static JsonElement? Identificatie(ZaakObject model)
    {
        if (model.ObjectIdentificatie is { ValueKind: not JsonValueKind.Null } json)
            return Vormen.TryGetValue(model.ObjectType, out var vorm) ? Polymorf.Volledig(json, vorm, "objectIdentificatie") : null;
        return model.Object.Length > 0 ? null : throw Weiger.Ongeldig("nonFieldErrors", "invalid-zaakobject", "object of objectIdentificatie moet ingevuld zijn.");
    }
}
