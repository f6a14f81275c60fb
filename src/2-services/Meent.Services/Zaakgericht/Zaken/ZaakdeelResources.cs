using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The Zaken API 1.7.0: what belongs to a zaak besides statussen and rollen.</summary>
internal static class ZaakdeelResources
{
    private const string Alleenbijwerken = "zaken.bijwerken";
    private static readonly Scopes OokBijAanmaken = new("zaken.aanmaken", Alleenbijwerken, Zaakdeel.Geforceerd);
    private static readonly Scopes OokBijVerwijderen = new(Alleenbijwerken, Zaakdeel.Geforceerd, "zaken.verwijderen");
    private static readonly Filter VanZaak = Filter.Verwijzing("zaak", "zaak", Zaakdeel.Zaakpad);

    public static readonly Resource<Resultaat> Resultaten = Zaakdeel.Resource<Resultaat>("resultaat", "resultaten",
        new Kolom<Resultaat>("resultaattype", r => EigenUrls.Id(r.Resultaattype, CatalogiResources.Resultaattypen.Pad))) with
    {
        ScopeAanmaken = Zaakdeel.Bijwerken,
        ScopeBijwerken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = Zaakdeel.Bijwerken,
        Onveranderlijk = new HashSet<string> { "zaak", "resultaattype" },
        Uitvouwbaar = ["zaak", "resultaattype"],
        Filters = [VanZaak, Filter.Verwijzing("resultaattype", "resultaattype", CatalogiResources.Resultaattypen.Pad)],
        BijDubbel = _ => Weiger.Ongeldig("zaak", "unique", "De zaak heeft al een resultaat."),
        Regels = ResultaatRegels.Resultaat,
        Gevolgen = ResultaatRegels.NaResultaat,
        Verwijderregels = Zaakdeel.OpenBijWeg,
        Opruimen = ResultaatRegels.ResultaatWeg,
    };

    public static readonly Resource<ZaakObject> Zaakobjecten = Zaakdeel.Resource<ZaakObject>("zaakobject", "zaakobjecten",
        new("object", o => o.Object.Length > 0 ? o.Object : null), new("object_type", o => o.ObjectType),
        new("zaakobjecttype", o => EigenUrls.Id(o.Zaakobjecttype, CatalogiResources.Zaakobjecttypen.Pad))) with
    {
        ScopeAanmaken = OokBijAanmaken,
        ScopeBijwerken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = OokBijVerwijderen,
        Onveranderlijk = new HashSet<string> { "zaak", "object", "objectType" },
        Uitvouwbaar = ["zaak", "object", "zaakobjecttype"],
        Buiten = [new("object")],
        Filters = [VanZaak, Filter.Url("object", "object"), Filter.Tekst("objectType", "object_type")],
        Regels = ZaakobjectRegels.Zaakobject,
        Gevolgen = ZaakobjectRegels.NaZaakobject,
        Verwijderregels = Zaakdeel.OpenBijWeg,
        Opruimen = ZaakobjectRegels.ZaakobjectWeg,
    };

    public static readonly Resource<ZaakEigenschap> Zaakeigenschappen = Zaakdeel.Resource<ZaakEigenschap>("zaakeigenschap", "zaakeigenschappen",
        new("eigenschap", e => EigenUrls.Id(e.Eigenschap, CatalogiResources.Eigenschappen.Pad)), new("naam", e => e.Naam)) with
    {
        Nest = new Nest(ZakenResources.Zaken, "zaak", "zaak_uuid", "zaak"),
        KaleLijst = true,
        ScopeAanmaken = Zaakdeel.Bijwerken,
        ScopeBijwerken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = Zaakdeel.Bijwerken,
        Onveranderlijk = new HashSet<string> { "zaak", "eigenschap" },
        Uitvouwbaar = ["zaak", "eigenschap"],
        Filters = [],
        Weergave = e => e.Naam,
        Regels = EigenschapRegels.Eigenschap,
        Gevolgen = EigenschapRegels.NaEigenschap,
        Verwijderregels = Zaakdeel.OpenBijWeg,
        Opruimen = EigenschapRegels.EigenschapWeg,
    };

    public static readonly Resource<ZaakInformatieObject> Zaakinformatieobjecten = Zaakdeel.Resource<ZaakInformatieObject>("zaakinformatieobject", "zaakinformatieobjecten",
        new("informatieobject", z => DocumentRegels.Id(z)), new("informatieobject_url", z => z.Informatieobject),
        new("status", z => z.Status is null ? null : EigenUrls.Id(z.Status, ZakenResources.Statussen.Pad))) with
    {
        KaleLijst = true,
        ScopeAanmaken = OokBijAanmaken,
        ScopeBijwerken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = OokBijVerwijderen,
        Onveranderlijk = new HashSet<string> { "zaak", "informatieobject" },
        Uitvouwbaar = ["informatieobject", "zaak", "status"],
        Buiten = [new("informatieobject", "url", "informatieobjecttype")],
        Filters = [VanZaak, Filter.Url("informatieobject", "informatieobject_url")],
        BijDubbel = _ => DocumentRegels.Dubbel(),
        Regels = DocumentRegels.Document,
        Gevolgen = DocumentRegels.Na,
        Verwijderregels = Zaakdeel.OpenBijWeg,
        Opruimen = DocumentRegels.Weg,
    };

    public static readonly Resource<ZaakBesluit> Zaakbesluiten = Zaakdeel.Resource<ZaakBesluit>("zaakbesluit", "zaakbesluiten",
        new("besluit", b => b.Besluit), new("ingangsdatum", b => b.Ingangsdatum), new("vervaldatum", b => b.Vervaldatum)) with
    {
        Meervoud = "besluiten",
        Nest = new Nest(ZakenResources.Zaken, "zaak", "zaak_uuid", "zaak"),
        KaleLijst = true,
        ScopeAanmaken = Alleenbijwerken,
        ScopeVerwijderen = Alleenbijwerken,
        Uitvouwbaar = ["besluit"],
        Buiten = [new("besluit", "url", "besluittype", "ingangsdatum")],
        Filters = [],
        Regels = Zaken.Zaakbesluiten.Zaakbesluit,
        Gevolgen = Zaken.Zaakbesluiten.Herbereken,
        Verwijderregels = Zaken.Zaakbesluiten.BijWeg,
        Opruimen = Zaken.Zaakbesluiten.Herbereken,
    };

    public static readonly Resource<ZaakContactMoment> Zaakcontactmomenten = Zaakdeel.Resource<ZaakContactMoment>("zaakcontactmoment", "zaakcontactmomenten",
        new Kolom<ZaakContactMoment>("contactmoment", c => c.Contactmoment)) with
    {
        KaleLijst = true,
        ScopeAanmaken = Alleenbijwerken,
        ScopeVerwijderen = Alleenbijwerken,
        Buiten = [new("contactmoment", "url")],
        Filters = [VanZaak, Filter.Url("contactmoment", "contactmoment")],
    };

    public static readonly Resource<ZaakVerzoek> Zaakverzoeken = Zaakdeel.Resource<ZaakVerzoek>("zaakverzoek", "zaakverzoeken",
        new Kolom<ZaakVerzoek>("verzoek", v => v.Verzoek)) with
    {
        KaleLijst = true,
        ScopeAanmaken = Alleenbijwerken,
        ScopeVerwijderen = Alleenbijwerken,
        Buiten = [new("verzoek", "url")],
        Filters = [VanZaak, Filter.Url("verzoek", "verzoek")],
    };

    public static readonly Resource<KlantContact> Klantcontacten = Zaakdeel.Resource<KlantContact>("klantcontact", "klantcontacten",
        new Kolom<KlantContact>("identificatie", k => k.Identificatie)) with
    {
        ScopeAanmaken = Zaakdeel.Bijwerken,
        BijDubbel = _ => Weiger.Ongeldig("identificatie", "unique", "Deze identificatie bestaat al."),
        Weergave = k => k.Identificatie,
        Regels = ContactRegels.Klantcontact,
    };

    public static readonly Resource<ZaakNotitie> Zaaknotities = Zaakdeel.Resource<ZaakNotitie>("zaaknotitie", "zaaknotities",
        new("onderwerp", n => n.Onderwerp), new("onderwerp_klein", n => n.Onderwerp.ToLowerInvariant()), new("tekst", n => n.Tekst), new("tekst_klein", n => n.Tekst.ToLowerInvariant()),
        new("aangemaakt_door", n => n.AangemaaktDoor), new("aangemaakt_door_klein", n => n.AangemaaktDoor.ToLowerInvariant()), new("notitie_type", n => n.NotitieType),
        new("status", n => n.Status), new("aanmaakdatum", n => n.Aanmaakdatum), new("wijzigingsdatum", n => n.Wijzigingsdatum)) with
    {
        MetUuid = false,
        ScopeAanmaken = Alleenbijwerken,
        ScopeBijwerken = Alleenbijwerken,
        ScopeVerwijderen = Alleenbijwerken,
        Onveranderlijk = new HashSet<string> { "gerelateerdAan" },
        Filters =
        [
            Filter.Verwijzing("gerelateerdAan", "zaak", Zaakdeel.Zaakpad), Filter.Tekst("onderwerp", "onderwerp"), Filter.Bevat("onderwerp__icontains", "onderwerp_klein"),
            Filter.Tekst("tekst", "tekst"), Filter.Bevat("tekst__icontains", "tekst_klein"),
            Filter.Tekst("aangemaaktDoor", "aangemaakt_door"), Filter.Bevat("aangemaaktDoor__icontains", "aangemaakt_door_klein"),
            Filter.Keuze("notitieType", "notitie_type", "intern", "extern"), Filter.Keuze("status", "status", "concept", "definitief"),
            .. Filter.Moment("aanmaakdatum", "aanmaakdatum", "", "gt", "gte", "lt", "lte"), .. Filter.Moment("wijzigingsdatum", "wijzigingsdatum", "", "gt", "gte", "lt", "lte"),
        ],
        Regels = ContactRegels.Notitie,
    };

    /// <summary>What goes with a zaak; first what refers to the others.</summary>
    public static IReadOnlyList<Kind> Kinderen() =>
    [
        new(Zaakinformatieobjecten, "zaak"), new(ZakenResources.Statussen, "zaak"), new(ZakenResources.Rollen, "zaak"), new(Resultaten, "zaak"), new(Zaakobjecten, "zaak"),
        new(Zaakeigenschappen, "zaak"), new(Zaakbesluiten, "zaak"), new(Zaakcontactmomenten, "zaak"), new(Zaakverzoeken, "zaak"), new(Klantcontacten, "zaak"), new(Zaaknotities, "zaak"),
    ];
}
