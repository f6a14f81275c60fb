using Meent.Data.Modellen.Besluiten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Model;
using Meent.Services.Zaakgericht.Catalogi;
using Meent.Services.Zaakgericht.Documenten;
using Meent.Services.Zaakgericht.Zaken;
using Meent.Standards.Koppelvlak;

namespace Meent.Services.Zaakgericht.Besluiten;

/// <summary>The Besluiten API 1.1.0.</summary>
internal static class BesluitenResources
{
    private const string Versie = "1.1.0";
    private const string Lezen = "besluiten.lezen";
    private const string Aanmaken = "besluiten.aanmaken";
    private const string Verwijderen = "besluiten.verwijderen";
    private static readonly Zichtbaarheid PerType = new("brc", "besluittype", null, Catalogipaden.Besluittypen) { Typetabel = "zaakgericht_besluittypen" };

    public static readonly Resource<Besluit> Besluiten = new()
    {
        Naam = "besluit",
        Meervoud = "besluiten",
        Dienst = Diensten.Besluiten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_besluiten",
        Persoonsgegevens = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeBijwerken = "besluiten.bijwerken",
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = PerType,
        Kinderen = () => [new(Besluitinformatieobjecten!, "besluit")],
        Uitvouwbaar = ["besluittype", "zaak"],
        // brc-001, brc-002, brc-006.
        Onveranderlijk = new HashSet<string> { "besluittype", "identificatie", "verantwoordelijkeOrganisatie", "zaak" },
        Weergave = b => $"{b.VerantwoordelijkeOrganisatie} - {b.Identificatie}",
        Kolommen =
        [
            new("verantwoordelijke_organisatie", b => b.VerantwoordelijkeOrganisatie), new("identificatie", b => b.Identificatie),
            new("besluittype", b => EigenUrls.Id(b.Besluittype, Catalogipaden.Besluittypen)), new("zaak", b => EigenUrls.Id(b.Zaak, ZakenResources.Zaken.Pad)),
        ],
        Filters =
        [
            Filter.Tekst("identificatie", "identificatie"), Filter.Tekst("verantwoordelijkeOrganisatie", "verantwoordelijke_organisatie"),
            Filter.Verwijzing("besluittype", "besluittype", Catalogipaden.Besluittypen), Filter.Verwijzing("zaak", "zaak", ZakenResources.Zaken.Pad),
        ],
        BijDubbel = _ => Besluitregels.NietUniek(),
        Regels = Besluitregels.Besluit,
        Vervolg = Besluitregels.NaBesluit,
        Verwijderregels = Besluitregels.Verwijder,
        Melding = (schrijven, _) => ValueTask.FromResult(Besluitregels.Melding(schrijven.Model, schrijven.Id, schrijven.Versie)),
    };

    public static readonly Resource<BesluitInformatieObject> Besluitinformatieobjecten = new()
    {
        Naam = "besluitinformatieobject",
        Meervoud = "besluitinformatieobjecten",
        Dienst = Diensten.Besluiten,
        ApiVersie = Versie,
        Tabel = "zaakgericht_besluitinformatieobjecten",
        Persoonsgegevens = true,
        KaleLijst = true,
        ScopeLezen = Lezen,
        ScopeAanmaken = Aanmaken,
        ScopeVerwijderen = Verwijderen,
        Zichtbaarheid = PerType,
        Uitvouwbaar = ["informatieobject", "besluit"],
        Kolommen =
        [
            new("besluit", b => EigenUrls.Id(b.Besluit, Besluiten.Pad)), new("informatieobject", b => EigenUrls.Id(b.Informatieobject, Documentpaden.Informatieobjecten)),
        ],
        VanOuder = Besluitregels.VanBesluit,
        Filters = [Filter.Verwijzing("besluit", "besluit", Besluiten.Pad), Filter.Verwijzing("informatieobject", "informatieobject", Documentpaden.Informatieobjecten)],
        BijDubbel = _ => Besluitregels.AlGekoppeld(),
        Regels = Besluitregels.Informatieobject,
        Gevolgen = Besluitregels.NaInformatieobject,
        Opruimen = Besluitregels.InformatieobjectWeg,
        Melding = Besluitregels.MeldingVanBesluit,
    };
}
