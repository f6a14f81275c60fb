using Meent.Data.Modellen;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Zaakgericht.Catalogi;

namespace Meent.Services.Zaakgericht.Zaken;

/// <summary>What GET /zaken and GET /rollen can be asked (Zaken API 1.7.0): zgw.md §1.6, all of it.</summary>
internal static class ZaakFilters
{
    private const string Persoon = "betrokkeneIdentificatie__natuurlijkPersoon__";
    private const string Rechtspersoon = "betrokkeneIdentificatie__nietNatuurlijkPersoon__";

    /// <summary>Filters on rollen hold for one and the same rol: "zaken of which this person is the initiator" is one question.</summary>
    private const string BinnenRol = "t.id IN (SELECT x.zaak FROM zaakgericht_rollen x WHERE {0})";

    private static readonly string[] Archiefnominaties = ["blijvend_bewaren", "vernietigen"];
    private static readonly string[] Archiefstatussen = ["nog_te_archiveren", "gearchiveerd", "gearchiveerd_procestermijn_onbekend", "overgedragen"];

    public static readonly IReadOnlyList<Filter> Zaak =
    [
        Filter.Tekst("identificatie", "identificatie"), Filter.Tekst("bronorganisatie", "bronorganisatie"), Filter.In("bronorganisatie__in", "bronorganisatie"),
        Filter.Verwijzing("zaaktype", "zaaktype", CatalogiResources.Zaaktypen.Pad),
        Filter.Keuze("archiefnominatie", "archiefnominatie", Archiefnominaties), Filter.KeuzeIn("archiefnominatie__in", "archiefnominatie", Archiefnominaties),
        .. Filter.DatumOfGeen("archiefactiedatum", "archiefactiedatum", "", "isnull", "lt", "gt"),
        Filter.Keuze("archiefstatus", "archiefstatus", Archiefstatussen), Filter.KeuzeIn("archiefstatus__in", "archiefstatus", Archiefstatussen),
        .. Filter.Datum("startdatum", "startdatum", "", "gt", "gte", "lt", "lte"), .. Filter.Datum("registratiedatum", "registratiedatum", "", "gt", "lt"),
        .. Filter.DatumOfGeen("einddatum", "einde", "", "isnull", "gt", "lt"),
        .. Filter.Datum("einddatumGepland", "einddatum_gepland", "", "gt", "lt"),
        .. Filter.Datum("uiterlijkeEinddatumAfdoening", "uiterlijke_einddatum", "", "gt", "lt"),
        new("maximaleVertrouwelijkheidaanduiding", "vertrouwelijkheid", "<=", static (tekst, _) =>
            Vertrouwelijkheidaanduiding.Rang(tekst) is > 0 and var rang ? (long)rang : throw new FormatException("Dit is een ongeldige keuze.")),
    ];

    public static readonly IReadOnlyList<Filter> Betrokkene =
    [
        Filter.Keuze("betrokkeneType", "betrokkene_type", "natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid", "medewerker"),
        Filter.Url("betrokkene", "betrokkene"),
        Filter.Keuze("omschrijvingGeneriek", "omschrijving_generiek", "adviseur", "behandelaar", "belanghebbende", "beslisser", "initiator", "klantcontacter", "zaakcoordinator", "mede_initiator"),
        Filter.Tekst(Persoon + "inpBsn", "bsn") with { Gevoelig = true }, Filter.Tekst(Persoon + "anpIdentificatie", "anp_identificatie"),
        Filter.Tekst(Persoon + "inpA_nummer", "a_nummer") with { Gevoelig = true },
        Filter.Tekst(Rechtspersoon + "innNnpId", "nnp_id"), Filter.Tekst(Rechtspersoon + "annIdentificatie", "ann_identificatie"),
        Filter.Tekst("betrokkeneIdentificatie__vestiging__vestigingsNummer", "vestigingsnummer"),
        Filter.Tekst("betrokkeneIdentificatie__medewerker__identificatie", "medewerker"),
        Filter.Tekst("betrokkeneIdentificatie__organisatorischeEenheid__identificatie", "organisatorische_eenheid"),
    ];

    public static readonly IReadOnlyList<Filter> Rol = [.. Betrokkene.Select(f => f with { Naam = $"rol__{f.Naam}", Binnen = BinnenRol })];

    public static readonly IReadOnlyDictionary<string, string> Sorteervelden = new Dictionary<string, string>
    {
        ["startdatum"] = "startdatum",
        ["einddatum"] = "einde",
        ["publicatiedatum"] = "publicatiedatum",
        ["archiefactiedatum"] = "archiefactiedatum",
        ["registratiedatum"] = "registratiedatum",
        ["identificatie"] = "identificatie",
    };
}
