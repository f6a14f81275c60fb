using Meent.Data.Modellen.Klantinteracties;
using Meent.Services.Klantinteracties.Actoren;
using Meent.Services.Klantinteracties.Partijen;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;

namespace Meent.Services.Klantinteracties.Contacten;

/// <summary>Klantinteracties 0.9.0: klantcontacten, who took part in them, and what they were about.</summary>
internal static class ContactResources
{
    private const string PartijVanBetrokkene = "t.id IN (SELECT b.klantcontact FROM klantcontact_betrokkenen b JOIN klantcontact_partijidentificatoren x ON x.partij = b.partij WHERE {0})";
    private const string MetBetrokkene = "t.id IN (SELECT x.klantcontact FROM klantcontact_betrokkenen x WHERE {0})";

    public static readonly Resource<Klantcontact> Klantcontacten = Klantresource.Van<Klantcontact>("klantcontact", "klantcontacten", Betrokkenheid.VanContact,
        new("nummer", k => k.Nummer), new("referentienummer", k => k.Referentienummer), new("kanaal", k => k.Kanaal), new("onderwerp", k => k.Onderwerp.ToLowerInvariant()),
        new("inhoud", k => k.Inhoud.ToLowerInvariant()), new("reactie", k => k.Reactie.ToLowerInvariant()), new("gelukt", k => k.IndicatieContactGelukt),
        new("vertrouwelijk", k => k.Vertrouwelijk), new("plaatsgevonden_op", k => Sorteermoment.Van(k.PlaatsgevondenOp))) with
    {
        // The Zaken API has one too.
        Bewerkingsnaam = "klantinteracties_klantcontact",
        Zoekbaar = true,
        Volgorde = "-plaatsgevondenOp",
        Sorteervelden = new Dictionary<string, string> { ["plaatsgevondenOp"] = "plaatsgevonden_op" },
        Uitvouwbaar = ["gingOverOnderwerpobjecten", "hadBetrokkenen", "leiddeTotInterneTaken", "omvatteBijlagen"],
        Uitvouwpaden = ["gingOverOnderwerpobjecten", "hadBetrokkenen", "hadBetrokkenen.digitaleAdressen", "hadBetrokkenen.wasPartij", "leiddeTotInterneTaken", "omvatteBijlagen"],
        Kinderen = () =>
        [
            new(Betrokkenen!, "klantcontact"), new(InterneTaken.Resource, "klantcontact"), new(Onderwerpobjecten!, "klantcontact"), new(Onderwerpobjecten!, "was_klantcontact"),
            new(Bijlagen!, "klantcontact"), new(ActorResources.Actorklantcontacten, "klantcontact"),
        ],
        Berekend =
        [
            Omgekeerd.Verwijzingen("gingOverOnderwerpobjecten", "klantcontact_onderwerpobjecten", "klantcontact", Klantpaden.Onderwerpobjecten),
            Omgekeerd.Geheel("hadBetrokkenActoren", "klantcontact_actorklantcontacten k JOIN klantcontact_actoren x ON x.id = k.actor WHERE k.klantcontact = t.id"),
            Omgekeerd.Verwijzingen("omvatteBijlagen", "klantcontact_bijlagen", "klantcontact", Klantpaden.Bijlagen),
            Omgekeerd.Verwijzingen("hadBetrokkenen", "klantcontact_betrokkenen", "klantcontact", Klantpaden.Betrokkenen),
            Omgekeerd.Verwijzingen("leiddeTotInterneTaken", "klantcontact_internetaken", "klantcontact", Klantpaden.InterneTaken),
        ],
        Filters =
        [
            .. Filter.IdOfUrl("hadBetrokkene", "id", Klantpaden.Betrokkenen).Select(f => f with { Binnen = MetBetrokkene }),
            .. Filter.IdOfUrl("hadBetrokkene__wasPartij", "partij", Klantpaden.Partijen).Select(f => f with { Binnen = MetBetrokkene }),
            Filter.Wel("hadBetrokkene__wasPartij", "EXISTS (SELECT 1 FROM klantcontact_betrokkenen x WHERE x.klantcontact = t.id AND x.partij IS NOT NULL)"),
            .. Klantfilters.Partijnummer("hadBetrokkene__wasPartij__partijIdentificator", PartijVanBetrokkene),
            Filter.Bevat("hadBetrokkene__digitaaladres__adres__icontains", "adres_klein") with
            {
                Zin = @"t.id IN (SELECT b.klantcontact FROM klantcontact_betrokkenen b JOIN klantcontact_digitaleadressen x ON x.betrokkene = b.id WHERE x.adres_klein LIKE $ ESCAPE '\')",
            },
            Filter.Wel("leiddeTotInterneTaken", "EXISTS (SELECT 1 FROM klantcontact_internetaken x WHERE x.klantcontact = t.id)"),
            .. Onderwerpfilters("onderwerpobject", "klantcontact"), .. Onderwerpfilters("wasOnderwerpobject", "was_klantcontact"),
            Filter.Tekst("nummer", "nummer"), Filter.Tekst("referentienummer", "referentienummer"), Filter.Tekst("kanaal", "kanaal"), Filter.Bevat("onderwerp", "onderwerp"),
            Filter.Bevat("inhoud", "inhoud"), Filter.Bevat("reactie", "reactie"), Filter.Vlag("indicatieContactGelukt", "gelukt"), Filter.Vlag("vertrouwelijk", "vertrouwelijk"),
            Sorteermoment.Filter("plaatsgevondenOp", "plaatsgevonden_op"),
        ],
        BijDubbel = Nummering.Dubbel,
        Regels = KlantcontactRegels.Klantcontact,
        Verwijderregels = KlantcontactRegels.Verwijder,
        Melding = (schrijven, _) => ValueTask.FromResult(KlantcontactRegels.Melding(schrijven)),
    };

    public static readonly Resource<Betrokkene> Betrokkenen = Klantresource.Van<Betrokkene>("betrokkene", "betrokkenen", Betrokkenheid.Partij("partij"),
        new("klantcontact", b => b.HadKlantcontact.Uuid), new("partij", b => b.WasPartij?.Uuid), new("rol", b => b.Rol), new("organisatienaam", b => b.Organisatienaam),
        new("voorletters", b => b.Contactnaam?.Voorletters), new("voornaam", b => b.Contactnaam?.Voornaam), new("voorvoegsel", b => b.Contactnaam?.VoorvoegselAchternaam),
        new("achternaam", b => b.Contactnaam?.Achternaam)) with
    {
        Zoekbaar = true,
        Uitvouwbaar = ["digitaleAdressen", "wasPartij", "hadKlantcontact"],
        Uitvouwpaden = ["digitaleAdressen"],
        Berekend = [Omgekeerd.Verwijzingen("digitaleAdressen", "klantcontact_digitaleadressen", "betrokkene", Klantpaden.DigitaleAdressen)],
        Filters =
        [
            Filter.Tekst("contactnaamVoorletters", "voorletters"), Filter.Tekst("contactnaamVoornaam", "voornaam"), Filter.Tekst("contactnaamVoorvoegselAchternaam", "voorvoegsel"),
            Filter.Tekst("contactnaamAchternaam", "achternaam"), Filter.Tekst("organisatienaam", "organisatienaam"),
            .. Filter.IdOfUrl("hadKlantcontact", "klantcontact", Klantpaden.Klantcontacten),
            Klantfilters.Via("hadKlantcontact__nummer", "klantcontact", "klantcontact_klantcontacten", "nummer"),
            Klantfilters.Via("hadKlantcontact__referentienummer", "klantcontact", "klantcontact_klantcontacten", "referentienummer"),
            .. Filter.IdOfUrl("verstrektedigitaalAdres", "id", Klantpaden.DigitaleAdressen).Append(Filter.Tekst("verstrektedigitaalAdres__adres", "adres")).Select(f => f with
            {
                Binnen = "t.id IN (SELECT x.betrokkene FROM klantcontact_digitaleadressen x WHERE {0})",
            }),
            .. Filter.IdOfUrl("wasPartij", "partij", Klantpaden.Partijen), Klantfilters.Via("wasPartij__nummer", "partij", "klantcontact_partijen", "nummer"),
            .. Klantfilters.Partijnummer("wasPartij__partijIdentificator", "t.partij IN (SELECT x.partij FROM klantcontact_partijidentificatoren x WHERE {0})"),
        ],
        Regels = BetrokkeneRegels.Betrokkene,
        Verwijderregels = (schrijven, session, _) => BetrokkeneRegels.Los(session, schrijven.Id),
    };

    public static readonly Resource<Bijlage> Bijlagen = Klantresource.Van<Bijlage>("bijlage", "bijlagen", Betrokkenheid.Klantcontact,
        [new("klantcontact", b => b.WasBijlageVanKlantcontact?.Uuid), .. Object<Bijlage>(b => b.Bijlageidentificator)]) with
    {
        Filters = [Filter.Id("klantcontact__uuid", "klantcontact"), .. Klantfilters.Object("bijlageidentificator")],
        Regels = async (schrijven, session) => schrijven.Model with
        {
            WasBijlageVanKlantcontact = await Verwijzingen.VereisOfNiets(session, schrijven.Model.WasBijlageVanKlantcontact, Klantcontacten, "wasBijlageVanKlantcontact"),
        },
    };

    public static readonly Resource<Onderwerpobject> Onderwerpobjecten = Klantresource.Van<Onderwerpobject>("onderwerpobject", "onderwerpobjecten", Betrokkenheid.Klantcontact,
        [new("klantcontact", o => o.Klantcontact?.Uuid), new("was_klantcontact", o => o.WasKlantcontact?.Uuid), .. Object<Onderwerpobject>(o => o.Onderwerpobjectidentificator)]) with
    {
        // With cascade it answers what was kept: an operation of its own.
        ScopeVerwijderen = null,
        Filters =
        [
            .. Filter.IdOfUrl("klantcontact", "klantcontact", Klantpaden.Klantcontacten), .. Filter.IdOfUrl("wasKlantcontact", "was_klantcontact", Klantpaden.Klantcontacten),
            .. Klantfilters.Object("onderwerpobjectidentificator"),
        ],
        Regels = async (schrijven, session) => schrijven.Model with
        {
            Klantcontact = await Verwijzingen.VereisOfNiets(session, schrijven.Model.Klantcontact, Klantcontacten, "klantcontact"),
            WasKlantcontact = await Verwijzingen.VereisOfNiets(session, schrijven.Model.WasKlantcontact, Klantcontacten, "wasKlantcontact"),
        },
    };

    private static IEnumerable<Filter> Onderwerpfilters(string naam, string kolom)
    {
        var binnen = $"t.id IN (SELECT x.{kolom} FROM klantcontact_onderwerpobjecten x WHERE {{0}})";
        return [.. Filter.IdOfUrl(naam, "id", Klantpaden.Onderwerpobjecten).Select(f => f with { Binnen = binnen }), .. Klantfilters.Object($"{naam}__onderwerpobjectidentificator", binnen)];
    }

    private static IEnumerable<Kolom<T>> Object<T>(Func<T, Objectidentificator?> identificator) =>
    [
        new("code_objecttype", m => identificator(m)?.CodeObjecttype), new("code_register", m => identificator(m)?.CodeRegister),
        new("code_soort_object_id", m => identificator(m)?.CodeSoortObjectId), new("object_id", m => identificator(m)?.ObjectId),
    ];
}
