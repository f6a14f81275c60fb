using Meent.Data.Modellen.Catalogi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The parts of a zaaktype.</summary>
internal static partial class CatalogiResources
{
    public static readonly Resource<StatusType> Statustypen = new()
    {
        Naam = "statustype",
        Meervoud = "statustypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_statustypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktype", "eigenschappen"],
        Weergave = s => s.Omschrijving,
        Kolommen = [new("zaaktype", s => EigenUrls.Id(s.Zaaktype, Catalogipaden.Zaaktypen)), new("volgnummer", s => s.Volgnummer)],
        Berekend =
        [
            new("isEindstatus", ["(SELECT CASE WHEN max(s.volgnummer) = t.volgnummer THEN 'true' ELSE 'false' END FROM zaakgericht_statustypen s WHERE s.zaaktype = t.zaaktype)"],
                static waarden => (string)waarden[0]!),
            Verwant.Urls("eigenschappen", Catalogipaden.Eigenschappen,
                "zaakgericht_eigenschappen x WHERE x.zaaktype = t.zaaktype AND (x.statustype = t.id OR x.id IN (SELECT e.eigenschap FROM zaakgericht_statustype_eigenschappen e WHERE e.statustype = t.id))"),
            .. Verwant.VanZaaktype, .. Verwant.Geldigheid,
        ],
        Filters = Catalogifilters.Deel,
        Regels = Deelregels.Statustype,
        Gevolgen = Deelregels.NaStatustype,
        Verwijderregels = (schrijven, session, _) => Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype),
        BijDubbel = _ => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaaktype, volgnummer moeten een unieke set zijn."),
    };

    public static readonly Resource<RolType> Roltypen = new()
    {
        Naam = "roltype",
        Meervoud = "roltypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_roltypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktype"],
        Weergave = r => r.Omschrijving,
        Kolommen =
        [
            new("zaaktype", r => EigenUrls.Id(r.Zaaktype, Catalogipaden.Zaaktypen)), new("omschrijving", r => r.Omschrijving),
            new("omschrijving_generiek", r => r.OmschrijvingGeneriek),
        ],
        Berekend = [.. Verwant.VanZaaktype, .. Verwant.Geldigheid],
        Filters =
        [
            .. Catalogifilters.Deel, Catalogifilters.Keuze("omschrijvingGeneriek", "omschrijving_generiek",
                "adviseur", "behandelaar", "belanghebbende", "beslisser", "initiator", "klantcontacter", "zaakcoordinator", "mede_initiator"),
        ],
        Regels = Deelregels.Roltype,
        Verwijderregels = (schrijven, session, _) => Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype),
    };

    public static readonly Resource<ResultaatType> Resultaattypen = new()
    {
        Naam = "resultaattype",
        Meervoud = "resultaattypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_resultaattypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktype", "besluittypen", "informatieobjecttypen"],
        Weergave = r => r.Omschrijving,
        Kolommen = [new("zaaktype", r => EigenUrls.Id(r.Zaaktype, Catalogipaden.Zaaktypen)), new("omschrijving", r => r.Omschrijving)],
        Berekend =
        [
            .. Verwant.VanZaaktype, .. Verwant.Geldigheid,
            GenoemdInZaaktype("besluittypen", Catalogipaden.Besluittypen, Typenamen.Besluittype), Namen("besluittypeOmschrijving", Typenamen.Besluittype),
            GenoemdInZaaktype("informatieobjecttypen", Catalogipaden.Informatieobjecttypen, Typenamen.Informatieobjecttype),
            Namen("informatieobjecttypeOmschrijving", Typenamen.Informatieobjecttype),
        ],
        // The standard has two of them in two spellings.
        Filters =
        [
            .. Catalogifilters.Deel, Catalogifilters.VanZaaktype("zaaktype_identificatie", "z.identificatie = $"), Catalogifilters.Geldig("datum_geldigheid", "z"),
        ],
        Regels = Resultaattyperegels.Regels,
        Gevolgen = Resultaattyperegels.Gevolgen,
        Verwijderregels = async (schrijven, session, _) =>
        {
            await Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype);
            await Typenamen.Verwijder(session, schrijven.Id);
        },
    };

    public static readonly Resource<Eigenschap> Eigenschappen = new()
    {
        Naam = "eigenschap",
        Meervoud = "eigenschappen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_eigenschappen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["catalogus", "zaaktype", "statustype"],
        Weergave = e => e.Naam,
        Kolommen =
        [
            new("zaaktype", e => EigenUrls.Id(e.Zaaktype, Catalogipaden.Zaaktypen)), new("naam", e => e.Naam),
            new("statustype", e => e.Statustype is null ? null : EigenUrls.Id(e.Statustype, Catalogipaden.Statustypen)),
        ],
        Berekend = [.. Verwant.VanZaaktype, .. Verwant.Geldigheid],
        Filters = Catalogifilters.Deel,
        Regels = Deelregels.Eigenschap,
        Verwijderregels = (schrijven, session, _) => Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype),
    };

    public static readonly Resource<ZaakObjectType> Zaakobjecttypen = new()
    {
        Naam = "zaakobjecttype",
        Meervoud = "zaakobjecttypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_zaakobjecttypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["zaaktype", "resultaattypen", "statustypen", "catalogus"],
        Weergave = z => z.RelatieOmschrijving,
        Kolommen =
        [
            new("zaaktype", z => EigenUrls.Id(z.Zaaktype, Catalogipaden.Zaaktypen)), new("ander_objecttype", z => z.AnderObjecttype),
            new("objecttype", z => z.Objecttype), new("relatie_omschrijving", z => z.RelatieOmschrijving),
        ],
        Berekend =
        [
            .. Verwant.VanZaaktype, .. Verwant.Geldigheid,
            Verwant.Urls("resultaattypen", Catalogipaden.Resultaattypen, "zaakgericht_resultaattypen x WHERE x.zaaktype = t.zaaktype"),
            Verwant.Namen("resultaattypeOmschrijving", "x.omschrijving", "zaakgericht_resultaattypen x WHERE x.zaaktype = t.zaaktype"),
            Verwant.Urls("statustypen", Catalogipaden.Statustypen, "zaakgericht_statustypen x WHERE x.zaaktype = t.zaaktype"),
        ],
        Filters =
        [
            Filter.Verwijzing("zaaktype", "zaaktype", Catalogipaden.Zaaktypen), Catalogifilters.VanZaaktype("zaaktypeIdentificatie", "z.identificatie = $"),
            Filter.Verwijzing("catalogus", "", Catalogipaden.Catalogussen) with { Zin = Catalogifilters.InZaaktype("z.catalogus = $") },
            Catalogifilters.Geldig("datumGeldigheid", "z"),
            Catalogifilters.Datum("datumBeginGeldigheid") with { Zin = Catalogifilters.InZaaktype("z.begin_geldigheid = $") },
            Catalogifilters.Datum("datumEindeGeldigheid") with { Zin = Catalogifilters.InZaaktype("z.einde_geldigheid = $") },
            new Filter("objecttype", "objecttype", "=", EigenUrls.Bewaar), Filter.Tekst("relatieOmschrijving", "relatie_omschrijving"),
            new Filter("anderObjecttype", "ander_objecttype", "=", static (tekst, _) => bool.TryParse(tekst, out var ander) ? ander : throw new FormatException("Kies true of false.")),
        ],
        Regels = Deelregels.Zaakobjecttype,
        Verwijderregels = (schrijven, session, _) => Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype),
    };

    public static readonly Resource<ZaakTypeInformatieObjectType> ZaaktypeInformatieobjecttypen = new()
    {
        // As the standard names its operations; in notifications it does not occur.
        Naam = "zaakinformatieobjecttype",
        Meervoud = "zaaktype-informatieobjecttypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_zaaktype_informatieobjecttypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Uitvouwbaar = ["zaaktype", "catalogus", "informatieobjecttype", "statustype"],
        Weergave = z => z.Informatieobjecttype,
        Kolommen =
        [
            new("zaaktype", z => EigenUrls.Id(z.Zaaktype, Catalogipaden.Zaaktypen)), new("informatieobjecttype", z => z.Informatieobjecttype),
            new("volgnummer", z => z.Volgnummer), new("richting", z => z.Richting),
            new("statustype", z => z.Statustype is null ? null : EigenUrls.Id(z.Statustype, Catalogipaden.Statustypen)),
        ],
        Berekend = [.. Verwant.VanZaaktype, Verwant.Informatieobjecttype],
        Filters =
        [
            Filter.Verwijzing("zaaktype", "zaaktype", Catalogipaden.Zaaktypen), Catalogifilters.Status(Catalogifilters.InZaaktype("z.concept = $")),
            Catalogifilters.Keuze("richting", "richting", "inkomend", "intern", "uitgaand"),
            Catalogifilters.Type("informatieobjecttype", Catalogipaden.Informatieobjecttypen,
                $"(t.informatieobjecttype = $ OR {Catalogifilters.InZaaktype("t.informatieobjecttype IN (SELECT x.omschrijving FROM zaakgericht_informatieobjecttypen x WHERE x.catalogus = z.catalogus AND hex(x.id) = $)")})"),
        ],
        Regels = Deelregels.Informatieobjecttype,
        Verwijderregels = (schrijven, session, _) => Deelregels.Verwijder(schrijven, session, schrijven.Model.Zaaktype),
        BijDubbel = _ => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden zaaktype, volgnummer moeten een unieke set zijn."),
    };

    /// <summary>The versions of the types that this part of a zaaktype names.</summary>
    private static Berekend GenoemdInZaaktype(string veld, string pad, string soort) => Verwant.Urls(veld, pad,
        $"zaakgericht_{veld} x JOIN zaakgericht_zaaktypen z ON z.id = t.zaaktype WHERE x.catalogus = z.catalogus AND x.omschrijving IN (SELECT n.naam FROM zaakgericht_typenamen n WHERE n.type = t.id AND n.soort = '{soort}') AND {Verwant.Toonbaar("z.concept")}");
}
