using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Demo;

/// <summary>The zaaktypen of the processes that come with Meent, made through the Catalogi API as any client would.</summary>
internal sealed class Demozaaktype(Bronnen bronnen)
{
    // The last status ends a case; that needs a result, which comes when the registration or the participation ends.
    private static readonly Soort[] Soorten =
    [
        new("TOERISTISCHE-VERHUUR-REGISTRATIE", "toeristische-verhuur-registreren", "WONEN", "Wonen", "Registratie toeristische verhuur", "Een registratienummer geven aan een woning die aan toeristen wordt verhuurd.",
            "Iemand wil een woning aan toeristen verhuren.", "Registreren", "Toeristische verhuur van woonruimte", "Verifiëren", "P14D", "Registratie behandelen", "Team Wonen",
            ["Ontvangen", "In onderzoek", "Afgehandeld", "Beëindigd"]),
        new("HUISHOUDBOEKJE", "huishoudboekje-voeren", "BUDGE", "Budget", "Huishoudboekje", "Het inkomen van een inwoner ontvangen, de vaste lasten betalen en de rest doorgeven.",
            "Een inwoner wil hulp bij zijn geld.", "Aanvragen", "Huishoudboekje", "Begeleiden", "P8W", "Deelname aan het huishoudboekje", "Team Schuldhulpverlening",
            ["Ontvangen", "Deelname gestart", "Afgewezen", "Beëindigd"]),
    ];

    public async Task Maak(Organisatie organisatie, CancellationToken stop)
    {
        foreach (var soort in Soorten) await Maak(organisatie, soort, stop);
    }

    private async Task Maak(Organisatie organisatie, Soort soort, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit(soort.Doelcode), "inrichting");
        var bestaand = await bronnen.Haal<JsonElement>(namens, Diensten.Catalogi, $"zaaktypen?identificatie={soort.Identificatie}", stop);
        if (bestaand.GetProperty("count").GetInt32() > 0) return;

        var catalogus = await Post(namens, "catalogussen", new { domein = soort.Domein, rsin = organisatie.Rsin, contactpersoonBeheerNaam = "Functioneel beheer", naam = soort.Catalogus }, stop);
        var zaaktype = await Post(namens, "zaaktypen", Zaaktype(soort, catalogus), stop);
        for (var i = 0; i < soort.Statussen.Count; i++)
            await Post(namens, "statustypen", new { zaaktype, omschrijving = soort.Statussen[i], volgnummer = i + 1, informeren = i != 1 }, stop);
        await Post(namens, "roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" }, stop);
        await Post(namens, "roltypen", new { zaaktype, omschrijving = "Behandelaar", omschrijvingGeneriek = "behandelaar" }, stop);
        await Post(namens, $"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { }, stop);
    }

    private async Task<string> Post(Namens namens, string pad, object inhoud, CancellationToken stop) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, namens, Diensten.Catalogi, pad, inhoud, stop)).GetProperty("url").GetString()!;

    private static object Zaaktype(Soort soort, string catalogus) => new
    {
        identificatie = soort.Identificatie,
        omschrijving = soort.Omschrijving,
        vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
        doel = soort.Waarvoor,
        aanleiding = soort.Aanleiding,
        indicatieInternOfExtern = "extern",
        handelingInitiator = soort.HandelingInitiator,
        onderwerp = soort.Onderwerp,
        handelingBehandelaar = soort.HandelingBehandelaar,
        doorlooptijd = soort.Doorlooptijd,
        opschortingEnAanhoudingMogelijk = false,
        verlengingMogelijk = false,
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        referentieproces = new { naam = soort.Referentieproces },
        verantwoordelijke = soort.Verantwoordelijke,
        catalogus,
        besluittypen = Array.Empty<string>(),
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = "2024-01-01",
        versiedatum = "2024-01-01",
    };

    /// <param name="Doelcode">Entry in the register of processing activities under which it is made.</param>
    private sealed record Soort(
        string Identificatie, string Doelcode, string Domein, string Catalogus, string Omschrijving, string Waarvoor, string Aanleiding, string HandelingInitiator, string Onderwerp, string HandelingBehandelaar,
        string Doorlooptijd, string Referentieproces, string Verantwoordelijke, IReadOnlyList<string> Statussen);
}
