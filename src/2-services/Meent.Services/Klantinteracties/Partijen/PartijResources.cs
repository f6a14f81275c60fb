using Meent.Data.Modellen.Klantinteracties;
using Meent.Services.Klantinteracties.Contacten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Klantinteracties 0.9.0: partijen.</summary>
internal static class PartijResources
{
    private const string MetNummer = "t.id IN (SELECT x.partij FROM klantcontact_partijidentificatoren x WHERE {0})";
    private static readonly string[] Soorten = ["contactpersoon", "organisatie", "persoon"];

    public static readonly Resource<Partij> Partijen = Klantresource.Van<Partij>("partij", "partijen", Betrokkenheid.Partij("id"),
        [
            new("nummer", p => p.Nummer), new("soort_partij", p => p.SoortPartij),
            new("indicatie_geheimhouding", p => p.IndicatieGeheimhouding), new("indicatie_actief", p => p.IndicatieActief),
            new("voorkeurs_digitaal_adres", p => p.VoorkeursDigitaalAdres?.Uuid), new("voorkeurs_rekeningnummer", p => p.VoorkeursRekeningnummer?.Uuid),
            new("werkte_voor", p => Partijsoorten.WerkteVoor(p)),
            .. Adreskolommen("bezoekadres", p => p.Bezoekadres), .. Adreskolommen("correspondentieadres", p => p.Correspondentieadres),
        ]) with
    {
        Zoekbaar = true,
        Uitvouwbaar = ["betrokkenen", "categorieRelaties", "digitaleAdressen"],
        Uitvouwpaden = ["betrokkenen", "betrokkenen.hadKlantcontact", "categorieRelaties", "digitaleAdressen"],
        Kinderen = () =>
        [
            new(DigitaleAdressen.Resource, "partij"), new(ContactResources.Betrokkenen, "partij"), new(Rekeningnummers.Resource, "partij"), new(Identificatoren.Resource, "partij"),
            new(RelatieResources.CategorieRelaties, "partij"), new(RelatieResources.Vertegenwoordigingen, "vertegenwoordigende"), new(RelatieResources.Vertegenwoordigingen, "vertegenwoordigde"),
        ],
        Berekend =
        [
            Omgekeerd.Verwijzingen("betrokkenen", "klantcontact_betrokkenen", "partij", Klantpaden.Betrokkenen), Omgekeerd.Categorieen,
            Omgekeerd.Verwijzingen("digitaleAdressen", "klantcontact_digitaleadressen", "partij", Klantpaden.DigitaleAdressen),
            Omgekeerd.Verwijzingen("vertegenwoordigden", "klantcontact_vertegenwoordigingen", "vertegenwoordigende", Klantpaden.Partijen, "vertegenwoordigde"),
            Omgekeerd.Verwijzingen("rekeningnummers", "klantcontact_rekeningnummers", "partij", Klantpaden.Rekeningnummers),
            Omgekeerd.Geheel("partijIdentificatoren", "klantcontact_partijidentificatoren x WHERE x.partij = t.id"),
        ],
        Filters =
        [
            Filter.Tekst("nummer", "nummer"), Filter.Keuze("soortPartij", "soort_partij", Soorten),
            Filter.Vlag("indicatieGeheimhouding", "indicatie_geheimhouding"), Filter.Vlag("indicatieActief", "indicatie_actief"),
            .. Adresfilters("bezoekadres"), .. Adresfilters("correspondentieadres"),
            .. Klantfilters.Partijnummer("partijIdentificator", MetNummer), .. Klantfilters.Bovennummer("subIdentificatorVan", MetNummer),
            Filter.In("categorierelatie__categorie__naam", "naam") with
            {
                Binnen = "t.id IN (SELECT r.partij FROM klantcontact_categorierelaties r JOIN klantcontact_categorieen x ON x.id = r.categorie WHERE {0})",
            },
            // As Open Klant answers it: those for whom the partij that is named acts.
            .. Filter.IdOfUrl("vertegenwoordigdePartij", "vertegenwoordigende", Klantpaden.Partijen).Select(f => f with
            {
                Binnen = "t.id IN (SELECT x.vertegenwoordigde FROM klantcontact_vertegenwoordigingen x WHERE {0})",
            }),
        ],
        BijDubbel = Nummering.Dubbel,
        Regels = PartijRegels.Partij,
        Vervolg = PartijDelen.Bewaar,
        Verwijderregels = PartijRegels.Verwijder,
        Melding = (schrijven, _) => ValueTask.FromResult(PartijRegels.Melding(schrijven)),
    };

    private static IEnumerable<Kolom<Partij>> Adreskolommen(string groep, Func<Partij, Adres?> adres) =>
    [
        new($"{groep}_nummeraanduiding", p => adres(p)?.NummeraanduidingId), new($"{groep}_regel1", p => adres(p)?.Adresregel1), new($"{groep}_regel2", p => adres(p)?.Adresregel2),
        new($"{groep}_regel3", p => adres(p)?.Adresregel3), new($"{groep}_land", p => adres(p)?.Land),
    ];

    private static IEnumerable<Filter> Adresfilters(string groep) =>
    [
        Filter.Tekst($"{groep}NummeraanduidingId", $"{groep}_nummeraanduiding"), Filter.Tekst($"{groep}Adresregel1", $"{groep}_regel1"), Filter.Tekst($"{groep}Adresregel2", $"{groep}_regel2"),
        Filter.Tekst($"{groep}Adresregel3", $"{groep}_regel3"), Filter.Tekst($"{groep}Land", $"{groep}_land"),
    ];
}
