using Meent.Data.Modellen;
using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The Zaken API 1.7.0: zaken, statussen and rollen.</summary>
internal static class ZakenResources
{
    public static readonly Resource<Zaak> Zaken = new()
    {
        Naam = "zaak",
        Meervoud = "zaken",
        Dienst = Diensten.Zaken,
        ApiVersie = Zaakdeel.Versie,
        Tabel = "zaakgericht_zaken",
        MetUuid = true,
        Persoonsgegevens = true,
        ScopeLezen = Zaakdeel.Lezen,
        ScopeAanmaken = "zaken.aanmaken",
        ScopeBijwerken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = "zaken.verwijderen",
        Crs = true,
        Zoekbaar = true,
        Geometrie = "zaakgeometrie",
        Zoekfilters = [Filter.Ids("uuid__in"), Filter.Verwijzingen("zaaktype__in", "zaaktype", CatalogiResources.Zaaktypen.Pad)],
        Uitvouwbaar =
        [
            "zaaktype", "communicatiekanaal", "productenOfDiensten", "selectielijstklasse", "hoofdzaak", "deelzaken", "relevanteAndereZaken", "eigenschappen",
            "rollen", "status", "zaakinformatieobjecten", "zaakobjecten", "resultaat",
        ],
        Kinderen = ZaakdeelResources.Kinderen,
        Onveranderlijk = new HashSet<string> { "identificatie", "bronorganisatie" },
        Weergave = z => $"{z.Bronorganisatie} - {z.Identificatie}",
        Zichtbaarheid = Zaakdeel.PerZaaktype,
        Kolommen =
        [
            new("bronorganisatie", z => z.Bronorganisatie), new("identificatie", z => z.Identificatie),
            new("zaaktype", z => EigenUrls.Id(z.Zaaktype, CatalogiResources.Zaaktypen.Pad)),
            new("vertrouwelijkheid", z => Vertrouwelijkheidaanduiding.Rang(z.Vertrouwelijkheidaanduiding)),
            new("startdatum", z => z.Startdatum), new("registratiedatum", z => z.Registratiedatum), new("einddatum", z => z.Einddatum),
            new("einde", z => Sorteerdatum.Van(z.Einddatum)), new("publicatiedatum", z => Sorteerdatum.Van(z.Publicatiedatum)),
            new("archiefactiedatum", z => Sorteerdatum.Van(z.Archiefactiedatum)), new("archiefnominatie", z => z.Archiefnominatie ?? ""), new("archiefstatus", z => z.Archiefstatus),
            new("einddatum_gepland", z => z.EinddatumGepland), new("uiterlijke_einddatum", z => z.UiterlijkeEinddatumAfdoening),
            new("opgeschort", z => z.Opschorting is { Indicatie: true } ? 1L : 0L), new("verlengd", Zaaktermijn.Verlengd),
            new("hoofdzaak", z => z.Hoofdzaak is null ? null : EigenUrls.Id(z.Hoofdzaak, Zaakdeel.Zaakpad)),
            new("geo_x1", z => Vak.Van(z.Zaakgeometrie)?.X1), new("geo_y1", z => Vak.Van(z.Zaakgeometrie)?.Y1),
            new("geo_x2", z => Vak.Van(z.Zaakgeometrie)?.X2), new("geo_y2", z => Vak.Van(z.Zaakgeometrie)?.Y2),
        ],
        Links =
        [
            new("status", "status", true), new("resultaat", "resultaat", true),
            new("rollen", "rollen", false, "zaakgericht_rollen", "zaak", "/zaken/api/v1/rollen"),
            new("deelzaken", "deelzaken", false, "zaakgericht_zaken", "hoofdzaak", Zaakdeel.Zaakpad),
            new("eigenschappen", "eigenschappen", false, "zaakgericht_zaakeigenschappen", "zaak", Zaakdeel.Zaakpad + "/{}/zaakeigenschappen"),
            new("zaakinformatieobjecten", "zaakinformatieobjecten", false, "zaakgericht_zaakinformatieobjecten", "zaak", "/zaken/api/v1/zaakinformatieobjecten"),
            new("zaakobjecten", "zaakobjecten", false, "zaakgericht_zaakobjecten", "zaak", "/zaken/api/v1/zaakobjecten"),
        ],
        Filters = [.. ZaakFilters.Zaak, .. ZaakFilters.Rol],
        Sorteervelden = ZaakFilters.Sorteervelden,
        BijDubbel = _ => Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie."),
        // zrc-010 and zrc-011: what is at such a URL elsewhere is looked at before the write.
        Buiten = [new("communicatiekanaal", "url", "naam", "omschrijving") { Hier = Referenties.Hier }, new("relevanteAndereZaken.url", "url", "identificatie", "zaaktype")],
        Regels = ZaakRegels.Zaak,
        Gevolgen = Zaakrelaties.Bewaar,
        Verwijderregels = Vernietigen.Vooraf,
        Opruimen = Vernietigen.Achteraf,
        Melding = (schrijven, _) => ValueTask.FromResult(ZaakRegels.Melding(schrijven.Model, schrijven.Id, schrijven.Versie)),
    };

    public static readonly Resource<Status> Statussen = Zaakdeel.Resource<Status>("status", "statussen",
        new("statustype", s => EigenUrls.Id(s.Statustype, CatalogiResources.Statustypen.Pad)), new("gezet", s => s.DatumStatusGezet),
        new("gezetdoor", s => EigenUrls.Id(s.Gezetdoor, Rollen!.Pad))) with
    {
        ScopeAanmaken = new("zaken.aanmaken", "zaken.statussen.toevoegen", "zaken.heropenen"),
        Uitvouwbaar = ["zaak", "statustype", "gezetdoor", "zaakinformatieobjecten"],
        Links = [new("zaakinformatieobjecten", "zaakinformatieobjecten", false, "zaakgericht_zaakinformatieobjecten", "status", "/zaken/api/v1/zaakinformatieobjecten")],
        Berekend =
        [
            new("indicatieLaatstGezetteStatus", ["(SELECT CASE WHEN z.laatste_status = t.id THEN 'true' ELSE 'false' END FROM zaakgericht_zaken z WHERE z.id = t.zaak)"],
                static waarden => (string)waarden[0]!),
        ],
        Filters =
        [
            Filter.Verwijzing("zaak", "zaak", Zaken.Pad), Filter.Verwijzing("statustype", "statustype", CatalogiResources.Statustypen.Pad),
            new("indicatieLaatstGezetteStatus", "id", "=", static (tekst, _) => bool.TryParse(tekst, out var laatste) ? laatste : throw new FormatException("Kies true of false."))
            {
                Zin = "(CASE WHEN (SELECT z.laatste_status FROM zaakgericht_zaken z WHERE z.id = t.zaak) = t.id THEN 1 ELSE 0 END) = $",
            },
        ],
        Regels = StatusRegels.Status,
        Gevolgen = StatusRegels.NaStatus,
    };

    public static readonly Resource<Rol> Rollen = Zaakdeel.Resource<Rol>("rol", "rollen",
        new("roltype", r => EigenUrls.Id(r.Roltype, CatalogiResources.Roltypen.Pad)),
        new("betrokkene_type", r => r.BetrokkeneType), new("omschrijving", r => r.Omschrijving), new("omschrijving_generiek", r => r.OmschrijvingGeneriek),
        new("betrokkene", r => r.Betrokkene.Length > 0 ? r.Betrokkene : null), new("bsn", r => Betrokkene.Deel(r, "natuurlijk_persoon", "inpBsn")),
        new("anp_identificatie", r => Betrokkene.Deel(r, "natuurlijk_persoon", "anpIdentificatie")), new("a_nummer", r => Betrokkene.Deel(r, "natuurlijk_persoon", "inpA_nummer")),
        new("nnp_id", r => Betrokkene.Deel(r, "niet_natuurlijk_persoon", "innNnpId")), new("ann_identificatie", r => Betrokkene.Deel(r, "niet_natuurlijk_persoon", "annIdentificatie")),
        new("vestigingsnummer", r => Betrokkene.Deel(r, "vestiging", "vestigingsNummer")), new("medewerker", r => Betrokkene.Deel(r, "medewerker", "identificatie")),
        new("organisatorische_eenheid", r => Betrokkene.Deel(r, "organisatorische_eenheid", "identificatie"))) with
    {
        ScopeAanmaken = Zaakdeel.Bijwerken,
        ScopeVerwijderen = Zaakdeel.Bijwerken,
        Betrokkenekolom = "bsn",
        Uitvouwbaar = ["zaak", "betrokkene", "roltype", "statussen"],
        Links = [new("statussen", "statussen", false, "zaakgericht_statussen", "gezetdoor", "/zaken/api/v1/statussen")],
        Filters =
        [
            Filter.Verwijzing("zaak", "zaak", Zaken.Pad), Filter.Verwijzing("roltype", "roltype", CatalogiResources.Roltypen.Pad),
            Filter.Tekst("omschrijving", "omschrijving"), .. ZaakFilters.Betrokkene,
        ],
        Regels = RolRegels.Rol,
        Gevolgen = (schrijven, session) => Zaakdeel.Koppel("rollen", schrijven, session),
        Verwijderregels = Zaakdeel.OpenBijWeg,
        Opruimen = (schrijven, session) => Zaakdeel.Ontkoppel("rollen", schrijven, session),
    };
}
