using Meent.Data.Modellen;
using Meent.Data.Modellen.Catalogi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Pijplijn.Mutaties;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The Catalogi API 1.3.3: catalogussen and the types that have versions.</summary>
internal static partial class CatalogiResources
{
    private const string Versie = "1.3.3";
    private const string Schrijven = "catalogi.schrijven";

    /// <summary>ztc-014: who may read cases, documents or decisions may read their types.</summary>
    private static readonly Scopes Lezen = new("catalogi.lezen", "zaken.lezen", "documenten.lezen", "besluiten.lezen");
    private static readonly Scopes Bijwerken = new(Schrijven, "catalogi.geforceerd-schrijven");
    private static readonly Scopes Verwijderen = new(Schrijven, "catalogi.geforceerd-verwijderen");

    public static readonly Resource<Catalogus> Catalogussen = new()
    {
        Naam = "catalogus",
        Meervoud = "catalogussen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_catalogussen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        ScopeBijwerken = Bijwerken,
        Uitvouwbaar = ["zaaktypen", "besluittypen", "informatieobjecttypen"],
        Weergave = c => $"{c.Rsin} - {c.Domein}",
        Kolommen = [new("domein", c => c.Domein), new("rsin", c => c.Rsin)],
        Berekend =
        [
            Verwant.Urls("zaaktypen", Catalogipaden.Zaaktypen, "zaakgericht_zaaktypen x WHERE x.catalogus = t.id"),
            Verwant.Urls("besluittypen", Catalogipaden.Besluittypen, "zaakgericht_besluittypen x WHERE x.catalogus = t.id"),
            Verwant.Namen("besluittypeOmschrijving", "x.omschrijving", "zaakgericht_besluittypen x WHERE x.catalogus = t.id"),
            Verwant.Urls("informatieobjecttypen", Catalogipaden.Informatieobjecttypen, "zaakgericht_informatieobjecttypen x WHERE x.catalogus = t.id"),
            Verwant.Namen("informatieobjecttypeOmschrijving", "x.omschrijving", "zaakgericht_informatieobjecttypen x WHERE x.catalogus = t.id"),
        ],
        Filters = [Filter.Tekst("domein", "domein"), Filter.In("domein__in", "domein"), Filter.Tekst("rsin", "rsin"), Filter.In("rsin__in", "rsin")],
        Regels = CatalogiRegels.Catalogus,
    };

    public static readonly Resource<ZaakType> Zaaktypen = new()
    {
        Naam = "zaaktype",
        Meervoud = "zaaktypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_zaaktypen",
        BepaaltRechten = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        MetPeildatum = true,
        // Statustypen last: eigenschappen and zaaktype-informatieobjecttypen may point at them.
        Kinderen = () =>
        [
            new(Eigenschappen!, "zaaktype"), new(ZaaktypeInformatieobjecttypen!, "zaaktype"), new(Zaakobjecttypen!, "zaaktype"),
            new(Resultaattypen!, "zaaktype"), new(Roltypen!, "zaaktype"), new(Statustypen!, "zaaktype"),
        ],
        Uitvouwbaar =
        [
            "zaakobjecttypen", "catalogus", "statustypen", "resultaattypen", "eigenschappen", "informatieobjecttypen", "roltypen", "besluittypen", "deelzaaktypen",
            "gerelateerdeZaaktypen",
        ],
        Weergave = z => z.Identificatie,
        Kolommen =
        [
            new("catalogus", z => EigenUrls.Id(z.Catalogus, Catalogipaden.Catalogussen)), new("catalogus_url", z => z.Catalogus), new("identificatie", z => z.Identificatie),
            new("vertrouwelijkheid", z => Vertrouwelijkheidaanduiding.Rang(z.Vertrouwelijkheidaanduiding)),
            new("begin_geldigheid", z => z.BeginGeldigheid), new("einde_geldigheid", z => z.EindeGeldigheid),
            new("begin_object", z => z.BeginObject), new("einde_object", z => z.EindeObject), new("concept", z => z.Concept),
            new("doorlooptijd", z => z.Doorlooptijd),
            new("gerelateerd", z => System.Text.Json.JsonSerializer.Serialize(z.GerelateerdeZaaktypen, Vorm.Json)),
        ],
        Berekend =
        [
            Deel("zaakobjecttypen", Catalogipaden.Zaakobjecttypen), Deel("statustypen", Catalogipaden.Statustypen), Deel("resultaattypen", Catalogipaden.Resultaattypen),
            Verwant.Namen("resultaattypeOmschrijving", "x.omschrijving", "zaakgericht_resultaattypen x WHERE x.zaaktype = t.id"),
            Deel("eigenschappen", Catalogipaden.Eigenschappen), Deel("roltypen", Catalogipaden.Roltypen),
            Verwant.Urls("informatieobjecttypen", Catalogipaden.Informatieobjecttypen,
                $"zaakgericht_informatieobjecttypen x WHERE x.catalogus = t.catalogus AND x.omschrijving IN (SELECT v.informatieobjecttype FROM zaakgericht_zaaktype_informatieobjecttypen v WHERE v.zaaktype = t.id) AND {Verwant.Toonbaar()}"),
            Verwant.Namen("informatieobjecttypeOmschrijving", "v.informatieobjecttype", "zaakgericht_zaaktype_informatieobjecttypen v WHERE v.zaaktype = t.id"),
            Genoemd("besluittypen", Catalogipaden.Besluittypen, Typenamen.Besluittype), Namen("besluittypeOmschrijving", Typenamen.Besluittype),
            Genoemd("deelzaaktypen", Catalogipaden.Zaaktypen, Typenamen.Deelzaaktype, "identificatie"), Namen("deelzaaktypeIdentificaties", Typenamen.Deelzaaktype),
            Verwant.Gerelateerd("gerelateerdeZaaktypen"),
        ],
        Filters =
        [
            .. Catalogifilters.Versie, Filter.Tekst("identificatie", "identificatie"), Catalogifilters.Trefwoorden("trefwoorden"),
        ],
        Regels = Zaaktyperegels.Regels,
        Gevolgen = Zaaktyperegels.Gevolgen,
        Verwijderregels = Zaaktyperegels.Verwijder,
        Melding = (schrijven, _) => Kanaal("zaaktypen", schrijven, schrijven.Model.Catalogus),
    };

    public static readonly Resource<BesluitType> Besluittypen = new()
    {
        Naam = "besluittype",
        Meervoud = "besluittypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_besluittypen",
        BepaaltRechten = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktypen", "informatieobjecttypen", "resultaattypen"],
        Weergave = b => b.Omschrijving,
        Kolommen =
        [
            new("catalogus", b => EigenUrls.Id(b.Catalogus, Catalogipaden.Catalogussen)), new("omschrijving", b => b.Omschrijving),
            new("begin_geldigheid", b => b.BeginGeldigheid), new("einde_geldigheid", b => b.EindeGeldigheid), new("concept", b => b.Concept),
        ],
        Berekend =
        [
            Verwant.Urls("zaaktypen", Catalogipaden.Zaaktypen, Getoond(ZaaktypenVanBesluittype)),
            Verwant.Namen("zaaktypeIdentificaties", "x.identificatie", Getoond(ZaaktypenVanBesluittype)),
            Genoemd("informatieobjecttypen", Catalogipaden.Informatieobjecttypen, Typenamen.Informatieobjecttype),
            Namen("informatieobjecttypeOmschrijvingen", Typenamen.Informatieobjecttype), Namen("informatieobjecttypeOmschrijving", Typenamen.Informatieobjecttype),
            Verwant.Urls("resultaattypen", Catalogipaden.Resultaattypen, $"{ResultaattypenVanBesluittype} AND {ZaaktypeToonbaar}"),
            Verwant.Namen("resultaattypenOmschrijving", "x.omschrijving", $"{ResultaattypenVanBesluittype} AND {ZaaktypeToonbaar}"), Namen("vastgelegdIn", Typenamen.Informatieobjecttype),
        ],
        Filters =
        [
            .. Catalogifilters.Versie, Filter.Tekst("omschrijving", "omschrijving"),
            Catalogifilters.Type("zaaktypen", Catalogipaden.Zaaktypen, $"EXISTS (SELECT 1 FROM {ZaaktypenVanBesluittype} AND (hex(x.id) = $ OR x.identificatie = $))"),
            Catalogifilters.Type("informatieobjecttypen", Catalogipaden.Informatieobjecttypen,
                $"EXISTS (SELECT 1 FROM zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{Typenamen.Informatieobjecttype}' AND (n.naam = $ OR n.naam IN (SELECT x.omschrijving FROM zaakgericht_informatieobjecttypen x WHERE x.catalogus = t.catalogus AND hex(x.id) = $)))"),
        ],
        Regels = CatalogiRegels.Besluittype,
        Gevolgen = CatalogiRegels.NaBesluittype,
        Verwijderregels = async (schrijven, session, _) =>
        {
            Versieregels.Verwijderbaar(schrijven, schrijven.Model.Concept);
            await Typenamen.Verwijder(session, schrijven.Id);
        },
        Melding = (schrijven, _) => Kanaal("besluittypen", schrijven, schrijven.Model.Catalogus),
    };

    public static readonly Resource<InformatieObjectType> Informatieobjecttypen = new()
    {
        Naam = "informatieobjecttype",
        Meervoud = "informatieobjecttypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_informatieobjecttypen",
        BepaaltRechten = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktypen", "besluittypen"],
        Weergave = i => i.Omschrijving,
        Kolommen =
        [
            new("catalogus", i => EigenUrls.Id(i.Catalogus, Catalogipaden.Catalogussen)), new("omschrijving", i => i.Omschrijving),
            new("vertrouwelijkheid", i => Vertrouwelijkheidaanduiding.Rang(i.Vertrouwelijkheidaanduiding)),
            new("begin_geldigheid", i => i.BeginGeldigheid), new("einde_geldigheid", i => i.EindeGeldigheid), new("concept", i => i.Concept),
        ],
        Berekend =
        [
            Verwant.Urls("zaaktypen", Catalogipaden.Zaaktypen, Getoond(ZaaktypenVanInformatieobjecttype)),
            Verwant.Namen("zaaktypeIdentificaties", "x.identificatie", Getoond(ZaaktypenVanInformatieobjecttype)),
            Verwant.Urls("besluittypen", Catalogipaden.Besluittypen, Getoond(BesluittypenVanInformatieobjecttype)),
            Verwant.Namen("besluittypeOmschrijving", "x.omschrijving", Getoond(BesluittypenVanInformatieobjecttype)),
        ],
        Filters = [.. Catalogifilters.Versie, Filter.Tekst("omschrijving", "omschrijving")],
        Regels = CatalogiRegels.Informatieobjecttype,
        Verwijderregels = (schrijven, _, _) =>
        {
            Versieregels.Verwijderbaar(schrijven, schrijven.Model.Concept);
            return ValueTask.CompletedTask;
        },
        Melding = (schrijven, _) => Kanaal("informatieobjecttypen", schrijven, schrijven.Model.Catalogus),
    };

    private const string ZaaktypenVanBesluittype =
        $"zaakgericht_zaaktypen x WHERE x.catalogus = t.catalogus AND x.id IN (SELECT n.type FROM zaakgericht_typenamen n WHERE n.soort = '{Typenamen.Besluittype}' AND n.naam = t.omschrijving)";

    private const string ResultaattypenVanBesluittype =
        $"zaakgericht_resultaattypen x JOIN zaakgericht_zaaktypen z ON z.id = x.zaaktype WHERE z.catalogus = t.catalogus AND x.id IN (SELECT n.type FROM zaakgericht_typenamen n WHERE n.soort = '{Typenamen.Besluittype}' AND n.naam = t.omschrijving)";

    private const string ZaaktypenVanInformatieobjecttype =
        "zaakgericht_zaaktypen x WHERE x.catalogus = t.catalogus AND x.id IN (SELECT v.zaaktype FROM zaakgericht_zaaktype_informatieobjecttypen v WHERE v.informatieobjecttype = t.omschrijving)";

    private const string BesluittypenVanInformatieobjecttype =
        $"zaakgericht_besluittypen x WHERE x.catalogus = t.catalogus AND x.id IN (SELECT n.type FROM zaakgericht_typenamen n WHERE n.soort = '{Typenamen.Informatieobjecttype}' AND n.naam = t.omschrijving)";

    private static string Getoond(string van) => $"{van} AND {Verwant.Toonbaar()}";

    /// <summary>The same of the zaaktype <c>z</c> of a resultaattype.</summary>
    private static string ZaaktypeToonbaar => Verwant.Toonbaar().Replace("x.", "z.", StringComparison.Ordinal);

    /// <summary>The parts of a zaaktype of one kind.</summary>
    private static Berekend Deel(string veld, string pad) => Verwant.Urls(veld, pad, $"zaakgericht_{veld} x WHERE x.zaaktype = t.id");

    /// <summary>The versions of the types that this one names.</summary>
    private static Berekend Genoemd(string veld, string pad, string soort, string naamkolom = "omschrijving") => Verwant.Urls(veld, pad,
        $"zaakgericht_{pad[(pad.LastIndexOf('/') + 1)..]} x WHERE x.catalogus = t.catalogus AND x.{naamkolom} IN (SELECT n.naam FROM zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{soort}') AND {Verwant.Toonbaar()}");

    private static Berekend Namen(string veld, string soort) => Verwant.Namen(veld, "n.naam", $"zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{soort}'");

    /// <summary>Notifications about a type bear its catalogus (Catalogi API, "Notificaties").</summary>
    private static ValueTask<Melding> Kanaal<T>(string kanaal, Schrijven<T> schrijven, string catalogus) where T : class => ValueTask.FromResult(new Melding(
        kanaal, schrijven.Resource.Url(schrijven.Id, null), schrijven.Versie, new Dictionary<string, string> { ["catalogus"] = catalogus }));
}
