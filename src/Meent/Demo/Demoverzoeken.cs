using System.Text.Json;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Demo;

/// <summary>The zaaktype of what residents ask about their own data (AVG art. 15, 16 and 21), with the term of the law: one month. Made through the Catalogi API.</summary>
internal sealed class Demoverzoeken(Bronnen bronnen)
{
    private const string Identificatie = "AVG-VERZOEK";
    private const string Begin = "2024-01-01";
    private const string Selectielijst = "referentielijsten/api/v1";

    private static readonly string[] Uitkomsten = ["Ingewilligd", "Afgewezen", "Ingetrokken"];
    private static readonly (string Naam, string Richting)[] Documenten = [("Bijlage bij een verzoek", "inkomend"), ("Besluit op een verzoek", "uitgaand")];

    public async Task Maak(Organisatie organisatie, CancellationToken stop)
    {
        var namens = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("zaakgericht-werken-inrichten"), "inrichting");
        var bestaand = await bronnen.Haal<JsonElement>(namens, Diensten.Catalogi, $"zaaktypen?identificatie={Identificatie}", stop);
        if (bestaand.GetProperty("count").GetInt32() > 0) return;

        var catalogus = await Post(namens, "catalogussen", new { domein = "PRIVA", rsin = organisatie.Rsin, contactpersoonBeheerNaam = "Functioneel beheer", naam = "Privacy" }, stop);
        var zaaktype = await Post(namens, "zaaktypen", Zaaktype(catalogus, organisatie), stop);
        string[] statussen = ["Ontvangen", "In behandeling", "Afgehandeld"];
        for (var i = 0; i < statussen.Length; i++) await Post(namens, "statustypen", new { zaaktype, omschrijving = statussen[i], volgnummer = i + 1, informeren = true }, stop);
        foreach (var (omschrijving, generiek) in new[] { ("Aanvrager", "initiator"), ("Behandelaar", "behandelaar") }) await Post(namens, "roltypen", new { zaaktype, omschrijving, omschrijvingGeneriek = generiek }, stop);
        for (var nummer = 1; nummer <= Uitkomsten.Length; nummer++)
        {
            await Post(namens, "resultaattypen", new
            {
                zaaktype,
                omschrijving = Uitkomsten[nummer - 1],
                resultaattypeomschrijving = $"{organisatie.Basis}/{Selectielijst}/resultaattypeomschrijvingen/de300004-0000-7000-8000-{nummer:d12}",
                // Kept from the day on which it was closed.
                selectielijstklasse = $"{organisatie.Basis}/{Selectielijst}/resultaten/de300003-0000-7000-8000-000000000002",
                archiefnominatie = "vernietigen",
                archiefactietermijn = "P5Y",
                brondatumArchiefprocedure = new { afleidingswijze = "afgehandeld" },
            }, stop);
        }

        for (var i = 0; i < Documenten.Length; i++)
        {
            var soort = await Post(namens, "informatieobjecttypen", new
            {
                catalogus,
                omschrijving = Documenten[i].Naam,
                vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
                beginGeldigheid = Begin,
                informatieobjectcategorie = "Privacy",
            }, stop);
            await Post(namens, $"informatieobjecttypen/{soort.Split('/')[^1]}/publish", new { }, stop);
            await Post(namens, "zaaktype-informatieobjecttypen", new { zaaktype, informatieobjecttype = Documenten[i].Naam, volgnummer = i + 1, richting = Documenten[i].Richting }, stop);
        }

        await Post(namens, $"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { }, stop);
    }

    private async Task<string> Post(Namens namens, string pad, object inhoud, CancellationToken stop) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, namens, Diensten.Catalogi, pad, inhoud, stop)).GetProperty("url").GetString()!;

    private static object Zaaktype(string catalogus, Organisatie organisatie) => new
    {
        identificatie = Identificatie,
        omschrijving = "Verzoek over persoonsgegevens",
        vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
        doel = "Beslissen op een verzoek om inzage of rectificatie, of op een bezwaar tegen het gebruik van gegevens.",
        aanleiding = "Een inwoner gebruikt een recht uit de Algemene verordening gegevensbescherming.",
        indicatieInternOfExtern = "extern",
        handelingInitiator = "Verzoeken",
        onderwerp = "Persoonsgegevens van de inwoner",
        handelingBehandelaar = "Beslissen",
        doorlooptijd = "P1M",
        opschortingEnAanhoudingMogelijk = false,
        // AVG art. 12(3): two months more, for what is complex.
        verlengingMogelijk = true,
        verlengingstermijn = "P2M",
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        selectielijstProcestype = $"{organisatie.Basis}/{Selectielijst}/procestypen/de300002-0000-7000-8000-000000000001",
        referentieproces = new { naam = "Verzoek behandelen" },
        verantwoordelijke = "Privacy officer",
        catalogus,
        besluittypen = Array.Empty<string>(),
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = Begin,
        versiedatum = Begin,
    };
}
