using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Demo;

/// <summary>The zaaktype of the demo process, made through the Catalogi API as any client would.</summary>
internal sealed class Demozaaktype(Bronnen bronnen)
{
    private const string Identificatie = "TOERISTISCHE-VERHUUR-REGISTRATIE";

    public async Task Maak(Organisatie organisatie, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("toeristische-verhuur-registreren"), "inrichting");
        var bestaand = await bronnen.Haal<JsonElement>(namens, Diensten.Catalogi, $"zaaktypen?identificatie={Identificatie}", stop);
        if (bestaand.GetProperty("count").GetInt32() > 0) return;

        var catalogus = await Post(namens, "catalogussen", new { domein = "WONEN", rsin = organisatie.Rsin, contactpersoonBeheerNaam = "Functioneel beheer", naam = "Wonen" }, stop);
        var zaaktype = await Post(namens, "zaaktypen", Zaaktype(catalogus), stop);
        // The last one ends a case; that needs a result, which comes when the registration ends.
        string[] statussen = ["Ontvangen", "In onderzoek", "Afgehandeld", "Beëindigd"];
        for (var i = 0; i < statussen.Length; i++)
            await Post(namens, "statustypen", new { zaaktype, omschrijving = statussen[i], volgnummer = i + 1, informeren = i != 1 }, stop);
        await Post(namens, "roltypen", new { zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" }, stop);
        await Post(namens, "roltypen", new { zaaktype, omschrijving = "Behandelaar", omschrijvingGeneriek = "behandelaar" }, stop);
        await Post(namens, $"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { }, stop);
    }

    private async Task<string> Post(Namens namens, string pad, object inhoud, CancellationToken stop) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, namens, Diensten.Catalogi, pad, inhoud, stop)).GetProperty("url").GetString()!;

    private static object Zaaktype(string catalogus) => new
    {
        identificatie = Identificatie,
        omschrijving = "Registratie toeristische verhuur",
        vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
        doel = "Een registratienummer geven aan een woning die aan toeristen wordt verhuurd.",
        aanleiding = "Iemand wil een woning aan toeristen verhuren.",
        indicatieInternOfExtern = "extern",
        handelingInitiator = "Registreren",
        onderwerp = "Toeristische verhuur van woonruimte",
        handelingBehandelaar = "Verifiëren",
        doorlooptijd = "P14D",
        opschortingEnAanhoudingMogelijk = false,
        verlengingMogelijk = false,
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        referentieproces = new { naam = "Registratie behandelen" },
        verantwoordelijke = "Team Wonen",
        catalogus,
        besluittypen = Array.Empty<string>(),
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = "2024-01-01",
        versiedatum = "2024-01-01",
    };
}
