using Meent.Data.Modellen;
using Meent.Data.Modellen.Zaken;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Referentielijsten;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>The Zaken API 1.7.0: create and read zaken, statussen and rollen.</summary>
internal static class ZakenResources
{
    private const string Versie = "1.7.0";
    private const string Lezen = "zaken.lezen";
    private static readonly Scopes Bijwerken = new("zaken.bijwerken", "zaken.geforceerd-bijwerken");
    private const string Zaakpad = "/zaken/api/v1/zaken";
    private const string Rolpad = "/zaken/api/v1/rollen";

    /// <summary>Sub-resources carry the zaaktype and level of their zaak, so that one filter serves them all.</summary>
    private static readonly Zichtbaarheid PerZaaktype = new("zrc", "zaaktype", "vertrouwelijkheid", CatalogiResources.Zaaktypen.Pad);

    public static readonly Resource<Zaak> Zaken = new()
    {
        Naam = "zaak",
        Meervoud = "zaken",
        Dienst = Diensten.Zaken,
        ApiVersie = Versie,
        Tabel = "zaakgericht_zaken",
        MetUuid = true,
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = "zaken.aanmaken",
        ScopeBijwerken = Bijwerken,
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
        Kinderen = () => [new(Statussen!, "zaak"), new(Rollen!, "zaak")],
        Onveranderlijk = new HashSet<string> { "identificatie", "bronorganisatie" },
        Weergave = z => $"{z.Bronorganisatie} - {z.Identificatie}",
        Zichtbaarheid = PerZaaktype,
        Kolommen =
        [
            new("bronorganisatie", z => z.Bronorganisatie), new("identificatie", z => z.Identificatie),
            new("zaaktype", z => EigenUrls.Id(z.Zaaktype, CatalogiResources.Zaaktypen.Pad)),
            new("vertrouwelijkheid", z => Vertrouwelijkheidaanduiding.Rang(z.Vertrouwelijkheidaanduiding)),
            new("startdatum", z => z.Startdatum), new("registratiedatum", z => z.Registratiedatum), new("einddatum", z => z.Einddatum),
            new("einde", z => Sorteerdatum.Van(z.Einddatum)), new("publicatiedatum", z => Sorteerdatum.Van(z.Publicatiedatum)),
            new("archiefactiedatum", z => Sorteerdatum.Van(z.Archiefactiedatum)), new("archiefnominatie", z => z.Archiefnominatie ?? ""), new("archiefstatus", z => z.Archiefstatus),
            new("einddatum_gepland", z => z.EinddatumGepland), new("uiterlijke_einddatum", z => z.UiterlijkeEinddatumAfdoening),
            new("hoofdzaak", z => z.Hoofdzaak is null ? null : EigenUrls.Id(z.Hoofdzaak, Zaakpad)),
            new("geo_x1", z => Vak.Van(z.Zaakgeometrie)?.X1), new("geo_y1", z => Vak.Van(z.Zaakgeometrie)?.Y1),
            new("geo_x2", z => Vak.Van(z.Zaakgeometrie)?.X2), new("geo_y2", z => Vak.Van(z.Zaakgeometrie)?.Y2),
        ],
        Links =
        [
            new("status", "status", true), new("resultaat", "resultaat", true),
            new("rollen", "rollen", false, "zaakgericht_rollen", "zaak", Rolpad),
            new("deelzaken", "deelzaken", false, "zaakgericht_zaken", "hoofdzaak", Zaakpad),
            new("eigenschappen", "eigenschappen", false), new("zaakinformatieobjecten", "zaakinformatieobjecten", false), new("zaakobjecten", "zaakobjecten", false),
        ],
        Filters = [.. ZaakFilters.Zaak, .. ZaakFilters.Rol],
        Sorteervelden = ZaakFilters.Sorteervelden,
        BijDubbel = _ => Weiger.Ongeldig("identificatie", "identificatie-niet-uniek", "Deze identificatie bestaat al binnen de organisatie."),
        // zrc-010 and zrc-011: what is at such a URL elsewhere is looked at before the write.
        Buiten = [new("communicatiekanaal", "url", "naam", "omschrijving") { Hier = Referenties.Hier }, new("relevanteAndereZaken.url", "url", "identificatie", "zaaktype")],
        Regels = ZaakRegels.Zaak,
        Gevolgen = ZaakRegels.NaZaak,
        Melding = (schrijven, _) => ValueTask.FromResult(ZaakRegels.Melding(schrijven.Model, schrijven.Id, schrijven.Versie)),
    };

    public static readonly Resource<Status> Statussen = new()
    {
        Naam = "status",
        Meervoud = "statussen",
        Dienst = Diensten.Zaken,
        ApiVersie = Versie,
        Tabel = "zaakgericht_statussen",
        MetUuid = true,
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = new("zaken.aanmaken", "zaken.statussen.toevoegen", "zaken.heropenen"),
        Zichtbaarheid = PerZaaktype,
        Kolommen =
        [
            new("zaak", s => EigenUrls.Id(s.Zaak, Zaken.Pad)), new("statustype", s => EigenUrls.Id(s.Statustype, CatalogiResources.Statustypen.Pad)),
            new("gezet", s => s.DatumStatusGezet),
        ],
        Uitvouwbaar = ["zaak", "statustype", "gezetdoor", "zaakinformatieobjecten"],
        VanOuder = ZaakRegels.VanZaak<Status>(s => s.Zaak),
        Berekend =
        [
            new("indicatieLaatstGezetteStatus", ["(SELECT CASE WHEN z.laatste_status = t.id THEN 'true' ELSE 'false' END FROM zaakgericht_zaken z WHERE z.id = t.zaak)"],
                static waarden => (string)waarden[0]!),
        ],
        Filters = [Filter.Verwijzing("zaak", "zaak", Zaken.Pad), Filter.Verwijzing("statustype", "statustype", CatalogiResources.Statustypen.Pad)],
        Regels = StatusRegels.Status,
        Gevolgen = StatusRegels.NaStatus,
        Melding = (schrijven, session) => ZaakRegels.MeldingVanZaak(schrijven.Model.Zaak, session),
    };

    public static readonly Resource<Rol> Rollen = new()
    {
        Naam = "rol",
        Meervoud = "rollen",
        Dienst = Diensten.Zaken,
        ApiVersie = Versie,
        Tabel = "zaakgericht_rollen",
        MetUuid = true,
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Bijwerken,
        ScopeVerwijderen = Bijwerken,
        Betrokkenekolom = "bsn",
        Zichtbaarheid = PerZaaktype,
        Kolommen =
        [
            new("zaak", r => EigenUrls.Id(r.Zaak, Zaken.Pad)), new("roltype", r => EigenUrls.Id(r.Roltype, CatalogiResources.Roltypen.Pad)),
            new("betrokkene_type", r => r.BetrokkeneType), new("omschrijving", r => r.Omschrijving), new("omschrijving_generiek", r => r.OmschrijvingGeneriek),
            new("betrokkene", r => r.Betrokkene.Length > 0 ? r.Betrokkene : null), new("bsn", r => Betrokkene.Deel(r, "natuurlijk_persoon", "inpBsn")),
            new("anp_identificatie", r => Betrokkene.Deel(r, "natuurlijk_persoon", "anpIdentificatie")), new("a_nummer", r => Betrokkene.Deel(r, "natuurlijk_persoon", "inpA_nummer")),
            new("nnp_id", r => Betrokkene.Deel(r, "niet_natuurlijk_persoon", "innNnpId")), new("ann_identificatie", r => Betrokkene.Deel(r, "niet_natuurlijk_persoon", "annIdentificatie")),
            new("vestigingsnummer", r => Betrokkene.Deel(r, "vestiging", "vestigingsNummer")), new("medewerker", r => Betrokkene.Deel(r, "medewerker", "identificatie")),
            new("organisatorische_eenheid", r => Betrokkene.Deel(r, "organisatorische_eenheid", "identificatie")),
        ],
        Uitvouwbaar = ["zaak", "betrokkene", "roltype", "statussen"],
        VanOuder = ZaakRegels.VanZaak<Rol>(r => r.Zaak),
        Filters =
        [
            Filter.Verwijzing("zaak", "zaak", Zaken.Pad), Filter.Verwijzing("roltype", "roltype", CatalogiResources.Roltypen.Pad),
            Filter.Tekst("omschrijving", "omschrijving"), .. ZaakFilters.Betrokkene,
        ],
        Regels = RolRegels.Rol,
        Gevolgen = RolRegels.NaRol,
        Opruimen = RolRegels.RolWeg,
        Melding = (schrijven, session) => ZaakRegels.MeldingVanZaak(schrijven.Model.Zaak, session),
    };
}
