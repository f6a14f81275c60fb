using System.Text.RegularExpressions;
using Meent.Data.Modellen.Klantinteracties;
using Meent.Data.Opslag;
using Meent.Services.Klantinteracties.Contacten;
using Meent.Services.Pijplijn;
using Meent.Services.Pijplijn.Lijsten;
using Meent.Services.Pijplijn.Mutaties;

namespace Meent.Services.Klantinteracties.Partijen;

/// <summary>Klantinteracties 0.9.0: digitaleadressen.</summary>
internal static partial class DigitaleAdressen
{
    private static readonly string[] Soorten = ["email", "overig", "telefoonnummer"];

    public static readonly Resource<DigitaalAdres> Resource = Klantresource.Van<DigitaalAdres>("digitaaladres", "digitaleadressen", Betrokkenheid.DigitaalAdres,
        new("partij", a => a.VerstrektDoorPartij?.Uuid), new("betrokkene", a => a.VerstrektDoorBetrokkene?.Uuid), new("adres", a => a.Adres),
        new("adres_klein", a => a.Adres.ToLowerInvariant()), new("soort", a => a.SoortDigitaalAdres), new("standaard", a => a.IsStandaardAdres),
        new("omschrijving", a => a.Omschrijving.ToLowerInvariant()), new("referentie", a => a.Referentie), new("verificatie_datum", a => a.VerificatieDatum)) with
    {
        Zoekbaar = true,
        Uitvouwbaar = ["verstrektDoorBetrokkene"],
        Uitvouwpaden = ["verstrektDoorBetrokkene", "verstrektDoorBetrokkene.hadKlantcontact", "verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken"],
        Filters =
        [
            Filter.Tekst("adres", "adres"), Filter.Bevat("adres__icontains", "adres_klein"), Filter.Wel("isGeverifieerd", "t.verificatie_datum IS NOT NULL"),
            Filter.Vlag("isStandaardAdres", "standaard"), Filter.Bevat("omschrijving", "omschrijving"), Filter.Tekst("referentie", "referentie"),
            Filter.Keuze("soortDigitaalAdres", "soort", Soorten), .. Filter.Datum("verificatieDatum", "verificatie_datum", "", "gt", "gte", "lt", "lte"),
            Filter.Keuze("verstrektDoorBetrokkene__rol", "rol", "klant", "vertegenwoordiger") with { Zin = "t.betrokkene IN (SELECT x.id FROM klantcontact_betrokkenen x WHERE x.rol = $)" },
            .. Filter.IdOfUrl("verstrektDoorBetrokkene", "betrokkene", Klantpaden.Betrokkenen), .. Filter.IdOfUrl("verstrektDoorPartij", "partij", Klantpaden.Partijen),
            Filter.Keuze("verstrektDoorPartij__soortPartij", "soort_partij", "contactpersoon", "organisatie", "persoon") with
            {
                Zin = "t.partij IN (SELECT x.id FROM klantcontact_partijen x WHERE x.soort_partij = $)",
            },
            .. Klantfilters.Partijnummer("verstrektDoorPartij__partijIdentificator", "t.partij IN (SELECT x.partij FROM klantcontact_partijidentificatoren x WHERE {0})"),
        ],
        BijDubbel = static _ => Weiger.Ongeldig("nonFieldErrors", "unique", "De velden verstrektDoorPartij, referentie, soortDigitaalAdres moeten een unieke set zijn."),
        Regels = Regels,
        Gevolgen = (schrijven, session) => Voorkeuren.WisAdres(session, schrijven.Id, schrijven.Model.VerstrektDoorPartij?.Uuid),
        Opruimen = (schrijven, session) => Voorkeuren.WisAdres(session, schrijven.Id, null),
    };

    /// <summary>An address that becomes of a partij, or of none: the standard of its kind it is not then.</summary>
    public static DigitaalAdres Van(DigitaalAdres adres, Verwijzing? partij) => adres with { VerstrektDoorPartij = partij, IsStandaardAdres = false };

    private static async ValueTask<DigitaalAdres> Regels(Schrijven<DigitaalAdres> schrijven, Session session)
    {
        var adres = schrijven.Model with
        {
            VerstrektDoorBetrokkene = await Verwijzingen.VereisOfNiets(session, schrijven.Model.VerstrektDoorBetrokkene, ContactResources.Betrokkenen, "verstrektDoorBetrokkene"),
            VerstrektDoorPartij = await Verwijzingen.VereisOfNiets(session, schrijven.Model.VerstrektDoorPartij, PartijResources.Partijen, "verstrektDoorPartij"),
        };
        var goed = adres.SoortDigitaalAdres switch { "email" => Email().IsMatch(adres.Adres), "telefoonnummer" => Telefoon().IsMatch(adres.Adres), _ => true };
        if (!goed) throw Weiger.Ongeldig("adres", "invalid", adres.SoortDigitaalAdres == "email" ? "Voer een geldig e-mailadres in." : "Het opgegeven telefoonnummer is ongeldig.");
        if (!adres.IsStandaardAdres) return adres;
        if (adres.VerstrektDoorPartij is not { } partij)
            throw Weiger.Ongeldig("isStandaardAdres", "invalid", "`is_standaard_adres` kan alleen gezet worden als `verstrekt_door_partij` niet leeg is.");
        // One standard a kind: what was it before, is so no longer.
        foreach (var id in await session.All(
            "SELECT id FROM klantcontact_digitaleadressen WHERE partij = $1 AND soort = $2 AND standaard = 1 AND id <> $3", row => row.Guid(0), partij.Uuid, adres.SoortDigitaalAdres, schrijven.Id))
        {
            await Volgwijziging.Pas(session, Resource, id, oud => ValueTask.FromResult(oud with { IsStandaardAdres = false }));
        }

        return adres;
    }

    [GeneratedRegex(Contactpatronen.Email, RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(Contactpatronen.Telefoon, RegexOptions.CultureInvariant)]
    private static partial Regex Telefoon();
}
