using Meent.Data.Modellen;
using Meent.Data.Modellen.Catalogi;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Catalogi;

/// <summary>The Catalogi API 1.3.3, as far as creating and reading cases needs it.</summary>
internal static class CatalogiResources
{
    private const string Versie = "1.3.3";
    private const string Lezen = "catalogi.lezen";
    private const string Schrijven = "catalogi.schrijven";

    private static readonly Berekend[] NogGeenTypen =
    [
        new("besluittypen", [], static _ => "[]"), new("informatieobjecttypen", [], static _ => "[]"),
        new("besluittypeOmschrijving", [], static _ => "[]"), new("informatieobjecttypeOmschrijving", [], static _ => "[]"),
    ];

    public static readonly Resource<Catalogus> Catalogussen = new()
    {
        Naam = "catalogus",
        Meervoud = "catalogussen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_catalogussen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        Kolommen = [new("domein", c => c.Domein), new("rsin", c => c.Rsin)],
        Links = [new("zaaktypen", "zaaktypen", false, "zaakgericht_zaaktypen", "catalogus", Zaaktypepad)],
        Berekend = NogGeenTypen,
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
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        Kolommen =
        [
            new("catalogus", z => EigenUrls.Id(z.Catalogus, Catalogussen!.Pad)), new("catalogus_url", z => z.Catalogus), new("identificatie", z => z.Identificatie),
            new("vertrouwelijkheid", z => Vertrouwelijkheidaanduiding.Rang(z.Vertrouwelijkheidaanduiding)),
            new("begin_geldigheid", z => z.BeginGeldigheid), new("einde_geldigheid", z => z.EindeGeldigheid), new("concept", z => z.Concept),
        ],
        Links =
        [
            new("statustypen", "statustypen", false, "zaakgericht_statustypen", "zaaktype", Statustypepad),
            new("roltypen", "roltypen", false, "zaakgericht_roltypen", "zaaktype", Roltypepad),
        ],
        Berekend =
        [
            new("zaakobjecttypen", [], static _ => "[]"), new("resultaattypen", [], static _ => "[]"), new("resultaattypeOmschrijving", [], static _ => "[]"),
            new("eigenschappen", [], static _ => "[]"), new("informatieobjecttypen", [], static _ => "[]"),
            new("informatieobjecttypeOmschrijving", [], static _ => "[]"), new("besluittypeOmschrijving", [], static _ => "[]"),
            new("deelzaaktypeIdentificaties", [], static _ => "[]"),
        ],
        Filters =
        [
            Filter.Verwijzing("catalogus", "catalogus", Catalogussen.Pad), Filter.Tekst("identificatie", "identificatie"),
            new Filter("status", "concept", "=", static (tekst, _) => tekst switch
            {
                "concept" => 1L,
                "definitief" => 0L,
                "alles" => null,
                _ => throw new FormatException("Kies uit alles, concept, definitief."),
            })
            { Standaard = "definitief" },
            .. Filter.Datum("datumGeldigheid", "begin_geldigheid", "").Select(f => f with { Zin = "(t.begin_geldigheid <= $ AND (t.einde_geldigheid IS NULL OR t.einde_geldigheid > $))" }),
        ],
        Regels = CatalogiRegels.Zaaktype,
        Gevolgen = CatalogiRegels.NaZaaktype,
    };

    public static readonly Resource<StatusType> Statustypen = new()
    {
        Naam = "statustype",
        Meervoud = "statustypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_statustypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        Kolommen = [new("zaaktype", s => EigenUrls.Id(s.Zaaktype, Zaaktypen.Pad)), new("volgnummer", s => s.Volgnummer)],
        Berekend =
        [
            new("isEindstatus", ["(SELECT CASE WHEN max(s.volgnummer) = t.volgnummer THEN 'true' ELSE 'false' END FROM zaakgericht_statustypen s WHERE s.zaaktype = t.zaaktype)"],
                static waarden => (string)waarden[0]!),
            .. VanZaaktype,
        ],
        Filters = [Filter.Verwijzing("zaaktype", "zaaktype", Zaaktypen.Pad)],
        Regels = CatalogiRegels.Statustype,
        Gevolgen = (schrijven, session) => CatalogiRegels.NaDeeltype(schrijven.Model.Zaaktype, "statustypen", schrijven, session),
    };

    public static readonly Resource<RolType> Roltypen = new()
    {
        Naam = "roltype",
        Meervoud = "roltypen",
        Dienst = Diensten.Catalogi,
        ApiVersie = Versie,
        Tabel = "zaakgericht_roltypen",
        ScopeLezen = Lezen,
        ScopeAanmaken = Schrijven,
        Kolommen =
        [
            new("zaaktype", r => EigenUrls.Id(r.Zaaktype, Zaaktypen.Pad)), new("omschrijving", r => r.Omschrijving),
            new("omschrijving_generiek", r => r.OmschrijvingGeneriek),
        ],
        Berekend = VanZaaktype,
        Filters = [Filter.Verwijzing("zaaktype", "zaaktype", Zaaktypen.Pad), Filter.Tekst("omschrijvingGeneriek", "omschrijving_generiek")],
        Regels = CatalogiRegels.Roltype,
        Gevolgen = (schrijven, session) => CatalogiRegels.NaDeeltype(schrijven.Model.Zaaktype, "roltypen", schrijven, session),
    };

    private const string Zaaktypepad = "/catalogi/api/v1/zaaktypen";
    private const string Statustypepad = "/catalogi/api/v1/statustypen";
    private const string Roltypepad = "/catalogi/api/v1/roltypen";

    /// <summary>What a part of a zaaktype shows of it.</summary>
    private static Berekend[] VanZaaktype =>
    [
        new("zaaktypeIdentificatie", ["(SELECT z.identificatie FROM zaakgericht_zaaktypen z WHERE z.id = t.zaaktype)"], static w => System.Text.Json.JsonSerializer.Serialize((string?)w[0] ?? "")),
        new("catalogus", ["(SELECT z.catalogus_url FROM zaakgericht_zaaktypen z WHERE z.id = t.zaaktype)"], static w => $"\"{w[0]}\""),
    ];
}
