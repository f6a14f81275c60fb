using Meent.Data.Modellen;
using Meent.Data.Modellen.Documenten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Documenten;

/// <summary>The Documenten API 1.7.0.</summary>
internal static class DocumentenResources
{
    public const string Versie = "1.7.0";
    public const string Lezen = "documenten.lezen";
    public const string Aanmaken = "documenten.aanmaken";
    public const string Bijwerken = "documenten.bijwerken";
    public const string Verwijderen = "documenten.verwijderen";

    /// <summary>Sub-resources carry the type and level of their document, so that one filter serves them all.</summary>
    private static readonly Zichtbaarheid PerType = new("drc", "informatieobjecttype", "vertrouwelijkheid", Catalogipaden.Informatieobjecttypen) { Typetabel = "zaakgericht_informatieobjecttypen" };

    private static readonly Zichtbaarheid VanDocument = PerType with
    {
        Gereedzin = "EXISTS (SELECT 1 FROM zaakgericht_enkelvoudiginformatieobjecten e WHERE e.id = t.informatieobject AND e.gereed_voor_publicatie = 1)",
    };

    public static readonly Resource<EnkelvoudigInformatieObject> Informatieobjecten = new()
    {
        Naam = "enkelvoudiginformatieobject",
        Meervoud = "enkelvoudiginformatieobjecten",
        Dienst = Diensten.Documenten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_enkelvoudiginformatieobjecten",
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeBijwerken = new Scopes(Bijwerken, "documenten.geforceerd-bijwerken"),
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = PerType with { Gereedzin = "t.gereed_voor_publicatie = 1" },
        Versies = new Versies("zaakgericht_informatieobjectversies", "informatieobject", "gereed_voor_publicatie"),
        Kinderen = () => [new(Gebruiksrechten!, "informatieobject"), new(Verzendingen!, "informatieobject"), new(Objectinformatieobjecten!, "informatieobject")],
        Uitvouwbaar = ["informatieobjecttype"],
        Zoekbaar = true,
        Weergave = d => $"{d.Bronorganisatie} - {d.Identificatie}",
        Kolommen =
        [
            new("bronorganisatie", d => d.Bronorganisatie), new("identificatie", d => d.Identificatie),
            new("informatieobjecttype", d => EigenUrls.Id(d.Informatieobjecttype, Catalogipaden.Informatieobjecttypen)),
            new("vertrouwelijkheid", d => Vertrouwelijkheidaanduiding.Rang(d.Vertrouwelijkheidaanduiding)),
            new("status", d => d.Status), new("gereed_voor_publicatie", d => d.IsGereedVoorPublicatie == true),
            new("indicatie_gebruiksrecht", d => d.IndicatieGebruiksrecht), new("versie", d => d.Versie), new("begin_registratie", d => d.BeginRegistratie),
            new("inhoud", d => d.Opslagnaam),
        ],
        Links = [new("bestandsdelen", "bestandsdelen", false)],
        Berekend = [new("locked", ["(CASE WHEN t.slot IS NULL THEN 'false' ELSE 'true' END)"], static waarden => (string)waarden[0]!)],
        Filters =
        [
            Filter.Tekst("identificatie", "identificatie"), Filter.Tekst("bronorganisatie", "bronorganisatie"),
            .. Gerelateerd("objectinformatieobjecten_object", "objectinformatieobjecten_objectType"),
            // As Open Zaak spells them.
            .. Gerelateerd("objectinformatieobjecten__object", "objectinformatieobjecten__objectType"),
            Filter.In("trefwoorden", "id") with { Zin = "EXISTS (SELECT 1 FROM zaakgericht_trefwoorden w WHERE w.trefwoord = $ AND w.informatieobject = t.id)" },
        ],
        Zoekfilters = [Filter.Ids("uuid__in")],
        BijDubbel = _ => Documentregels.NietUniek(),
        Inlezen = Documentinvoer.Lees,
        Regels = Documentregels.Regels,
        Gevolgen = Documentregels.Gevolgen,
        Verwijderregels = Documentregels.Verwijder,
        Melding = (schrijven, _) => ValueTask.FromResult(Documentregels.Melding(schrijven.Model, schrijven.Id, schrijven.Versie)),
    };

    public static readonly Resource<ObjectInformatieObject> Objectinformatieobjecten = new()
    {
        Naam = "objectinformatieobject",
        Meervoud = "objectinformatieobjecten",
        Dienst = Diensten.Documenten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_objectinformatieobjecten",
        Persoonsgegevens = true,
        KaleLijst = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = VanDocument,
        Uitvouwbaar = ["informatieobject"],
        Kolommen = [new("informatieobject", o => EigenUrls.Id(o.Informatieobject, Documentpaden.Informatieobjecten)), new("object", o => o.Object), new("object_type", o => o.ObjectType)],
        VanOuder = Documentregels.VanDocument<ObjectInformatieObject>(o => o.Informatieobject),
        Filters = [Filter.Url("object", "object"), Filter.Verwijzing("informatieobject", "informatieobject", Documentpaden.Informatieobjecten)],
        Regels = Documenten.Objectinformatieobjecten.Regels,
        Verwijderregels = Documenten.Objectinformatieobjecten.Verwijder,
        Melding = (schrijven, session) => Documentregels.MeldingVanDocument(schrijven.Model.Informatieobject, session),
    };

    public static readonly Resource<Gebruiksrechten> Gebruiksrechten = new()
    {
        Naam = "gebruiksrechten",
        Meervoud = "gebruiksrechten",
        Dienst = Diensten.Documenten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_gebruiksrechten",
        Persoonsgegevens = true,
        KaleLijst = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = VanDocument,
        Uitvouwbaar = ["informatieobject"],
        Onveranderlijk = new HashSet<string> { "informatieobject" },
        Kolommen =
        [
            new("informatieobject", g => EigenUrls.Id(g.Informatieobject, Documentpaden.Informatieobjecten)), new("startdatum", g => g.Startdatum), new("einddatum", g => g.Einddatum),
        ],
        VanOuder = Documentregels.VanDocument<Gebruiksrechten>(g => g.Informatieobject),
        Filters =
        [
            Filter.Verwijzing("informatieobject", "informatieobject", Documentpaden.Informatieobjecten),
            .. Filter.Moment("startdatum", "startdatum", "lt", "lte", "gt", "gte"), .. Filter.Moment("einddatum", "einddatum", "lt", "lte", "gt", "gte"),
        ],
        Gevolgen = Gebruiksrechtregels.Gevolgen,
        Opruimen = Gebruiksrechtregels.Opruimen,
        Melding = (schrijven, session) => Documentregels.MeldingVanDocument(schrijven.Model.Informatieobject, session),
    };

    public static readonly Resource<Verzending> Verzendingen = new()
    {
        Naam = "verzending",
        Meervoud = "verzendingen",
        Dienst = Diensten.Documenten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_verzendingen",
        Persoonsgegevens = true,
        // The standard names no scopes for these; a verzending is part of its document.
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeBijwerken = Bijwerken,
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = VanDocument,
        Uitvouwbaar = ["informatieobject"],
        Onveranderlijk = new HashSet<string> { "informatieobject" },
        Kolommen =
        [
            new("informatieobject", v => EigenUrls.Id(v.Informatieobject, Documentpaden.Informatieobjecten)), new("aard_relatie", v => v.AardRelatie),
            new("betrokkene", v => v.Betrokkene),
        ],
        VanOuder = Documentregels.VanDocument<Verzending>(v => v.Informatieobject),
        Filters =
        [
            Filter.Tekst("aardRelatie", "aard_relatie"), Filter.Verwijzing("informatieobject", "informatieobject", Documentpaden.Informatieobjecten),
            Filter.Url("betrokkene", "betrokkene"),
        ],
        Regels = Verzendingregels.Regels,
        Melding = (schrijven, session) => Documentregels.MeldingVanDocument(schrijven.Model.Informatieobject, session),
    };

    private static Filter[] Gerelateerd(string naam, string type)
    {
        const string Zin = "EXISTS (SELECT 1 FROM zaakgericht_objectinformatieobjecten o WHERE o.informatieobject = t.id AND ";
        return [Filter.Url(naam, "id") with { Zin = Zin + "o.object = $)" }, Filter.Tekst(type, "id") with { Zin = Zin + "o.object_type = $)" }];
    }
}
