using System.Text.Json;
using Meent.Standards;
using Meent.Standards.Koppelvlak;
using Meent.Standards.Organisaties;

namespace Meent.Demo;

/// <summary>
/// A zaaktype with a full course, from application to besluit and archive, and some zaken of it, so that an employee's work list is not empty.
/// Made through the APIs as any client would; all of it is invented.
/// </summary>
internal sealed class Demoevenementen(Bronnen bronnen, TimeProvider klok)
{
    private const string Identificatie = "EVENEMENTENVERGUNNING";
    private const string Domein = "EVENE";
    private const string Besluittype = "Evenementenvergunning";
    private const string Begin = "2024-01-01";
    private const string Selectielijst = "referentielijsten/api/v1";

    private static readonly string[] Statussen = ["Ontvangen", "In behandeling", "Besluit genomen", "Afgehandeld"];

    /// <summary>Outcome, its entry in the invented selectielijst and in the list of descriptions, and from when it is kept.</summary>
    private static readonly (string Naam, int Nummer, string Afleidingswijze, string Bewaartermijn)[] Resultaten =
        [("Verleend", 1, "ingangsdatum_besluit", "P5Y"), ("Geweigerd", 2, "afgehandeld", "P5Y"), ("Ingetrokken", 3, "afgehandeld", "P1Y")];

    private static readonly (string Naam, string Richting)[] Documenten = [("Aanvraagformulier", "inkomend"), ("Situatietekening", "inkomend"), ("Vergunning", "uitgaand")];

    private static readonly Voorbeeld[] Voorbeelden =
    [
        new("Braderie in de Dorpsstraat", 70, 2, "Dijkgraaf", "999970008", Behandeld: true),
        new("Muziekfestival op het strand", 61, 2, "el Amrani", "999970033"),
        new("Avondvierdaagse", 54, 2, "Dijkgraaf", "999970021", Behandeld: true),
        new("Kermis op het Raadhuisplein", 51, 1, "van der Wierde", "999970045"),
        new("Buurtfeest Duinpad", 40, 2, "el Amrani", "999970033", Behandeld: true),
        new("Intocht van Sinterklaas", 33, 1, "Dijkgraaf", "999970008"),
        new("Triatlon door de duinen", 20, 2, "van der Wierde", "999970045", Behandeld: true, Opgeschort: true),
        new("Kerstmarkt", 12, 1, "el Amrani", "999970033"),
        new("Lichtjestocht", 9, 1, "Dijkgraaf", "999970021"),
        new("Rommelmarkt op het schoolplein", 5, 1, "Dijkgraaf", "999970008", Behandeld: true),
        new("Nieuwjaarsduik", 2, 1, "el Amrani", "999970033"),
        new("Openluchtbioscoop", 1, 1, "van der Wierde", "999970045"),
    ];

    /// <summary>Withdrawn so long ago that their time has come, with the days since they began and ended.</summary>
    private static readonly (string Omschrijving, int Begonnen, int Gesloten)[] Verlopen = [("Jaarmarkt op de Brink", 640, 610), ("Wielerronde van Duinwaarde", 600, 560), ("Straatfeest Zeelaan", 570, 540)];

    public async Task Maak(Organisatie organisatie, CancellationToken stop)
    {
        var inrichten = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("zaakgericht-werken-inrichten"), "inrichting");
        if (await Eerste(inrichten, Diensten.Catalogi, $"zaaktypen?identificatie={Identificatie}", stop) is not { } zaaktype)
            zaaktype = await MaakZaaktype(inrichten, organisatie, stop);
        var behandelen = new Namens(organisatie.Slug, organisatie.Verwerkingsactiviteit("zaken-behandelen"), "inrichting");
        if (await Eerste(behandelen, Diensten.Zaken, $"zaken?pageSize=1&zaaktype={Uri.EscapeDataString(zaaktype)}", stop) is not null) return;
        var statustypen = await Typen(behandelen, "statustypen", zaaktype, stop);
        var roltypen = await Typen(behandelen, "roltypen", zaaktype, stop);
        foreach (var voorbeeld in Voorbeelden) await MaakZaak(behandelen, organisatie, zaaktype, statustypen, roltypen, voorbeeld, stop);
        var ingetrokken = (await Typen(behandelen, "resultaattypen", zaaktype, stop))[2];
        foreach (var (omschrijving, begonnen, gesloten) in Verlopen)
        {
            var zaak = await MaakZaak(behandelen, organisatie, zaaktype, statustypen, roltypen, new(omschrijving, begonnen, 1, "Dijkgraaf", "999970008"), stop);
            await Post(behandelen, Diensten.Zaken, "resultaten", new { zaak, resultaattype = ingetrokken }, stop);
            await Post(behandelen, Diensten.Zaken, "statussen", new { zaak, statustype = statustypen[^1], datumStatusGezet = klok.Vandaag().AddDays(-gesloten).BeginVanDag().AddHours(9) }, stop);
        }
    }

    private async Task<string> MaakZaaktype(Namens namens, Organisatie organisatie, CancellationToken stop)
    {
        var catalogus = await Eerste(namens, Diensten.Catalogi, $"catalogussen?domein={Domein}", stop)
            ?? await Post(namens, Diensten.Catalogi, "catalogussen", new { domein = Domein, rsin = organisatie.Rsin, contactpersoonBeheerNaam = "Functioneel beheer", naam = "Evenementen" }, stop);
        foreach (var (naam, _) in Documenten)
        {
            await Publiceer(namens, "informatieobjecttypen", new
            {
                catalogus,
                omschrijving = naam,
                vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
                beginGeldigheid = Begin,
                informatieobjectcategorie = "Vergunningen",
            }, stop);
        }

        await Publiceer(namens, "besluittypen", new
        {
            catalogus,
            omschrijving = Besluittype,
            publicatieIndicatie = false,
            reactietermijn = "P6W",
            informatieobjecttypen = new[] { "Vergunning" },
            beginGeldigheid = Begin,
        }, stop);

        var zaaktype = await Post(namens, Diensten.Catalogi, "zaaktypen", Zaaktype(catalogus, organisatie), stop);
        for (var i = 0; i < Statussen.Length; i++)
            await Post(namens, Diensten.Catalogi, "statustypen", new { zaaktype, omschrijving = Statussen[i], volgnummer = i + 1, informeren = i != 1 }, stop);
        foreach (var (omschrijving, generiek) in new[] { ("Aanvrager", "initiator"), ("Behandelaar", "behandelaar"), ("Adviseur", "adviseur"), ("Beslisser", "beslisser") })
            await Post(namens, Diensten.Catalogi, "roltypen", new { zaaktype, omschrijving, omschrijvingGeneriek = generiek }, stop);
        foreach (var (naam, nummer, afleidingswijze, bewaartermijn) in Resultaten)
        {
            await Post(namens, Diensten.Catalogi, "resultaattypen", new
            {
                zaaktype,
                omschrijving = naam,
                resultaattypeomschrijving = $"{organisatie.Basis}/{Selectielijst}/resultaattypeomschrijvingen/de300004-0000-7000-8000-{nummer:d12}",
                selectielijstklasse = $"{organisatie.Basis}/{Selectielijst}/resultaten/de300003-0000-7000-8000-{nummer:d12}",
                archiefnominatie = "vernietigen",
                archiefactietermijn = bewaartermijn,
                brondatumArchiefprocedure = new { afleidingswijze },
            }, stop);
        }

        await Post(namens, Diensten.Catalogi, "eigenschappen", new
        {
            zaaktype,
            naam = "Bezoekers",
            definitie = "Hoeveel bezoekers er tegelijk worden verwacht",
            specificatie = new { formaat = "getal", lengte = "6", kardinaliteit = "1" },
        }, stop);
        for (var i = 0; i < Documenten.Length; i++)
            await Post(namens, Diensten.Catalogi, "zaaktype-informatieobjecttypen", new { zaaktype, informatieobjecttype = Documenten[i].Naam, volgnummer = i + 1, richting = Documenten[i].Richting }, stop);
        await Post(namens, Diensten.Catalogi, $"zaaktypen/{zaaktype.Split('/')[^1]}/publish", new { }, stop);
        return zaaktype;
    }

    private async Task<string> MaakZaak(
        Namens namens, Organisatie organisatie, string zaaktype, IReadOnlyList<string> statustypen, IReadOnlyList<string> roltypen, Voorbeeld voorbeeld, CancellationToken stop)
    {
        var start = klok.Vandaag().AddDays(-voorbeeld.DagenGeleden);
        var zaak = await Post(namens, Diensten.Zaken, "zaken", new
        {
            bronorganisatie = organisatie.Rsin,
            verantwoordelijkeOrganisatie = organisatie.Rsin,
            zaaktype,
            omschrijving = voorbeeld.Omschrijving,
            startdatum = start,
            registratiedatum = start,
            uiterlijkeEinddatumAfdoening = start.AddDays(8 * 7),
            opschorting = voorbeeld.Opgeschort ? new { indicatie = true, reden = "Wacht op het veiligheidsplan van de aanvrager" } : null,
        }, stop);
        for (var i = 0; i < voorbeeld.Status; i++)
            await Post(namens, Diensten.Zaken, "statussen", new { zaak, statustype = statustypen[i], datumStatusGezet = start.BeginVanDag().AddHours(9 + i) }, stop);
        await Rol(namens, zaak, roltypen[0], "natuurlijk_persoon", new { inpBsn = voorbeeld.Bsn, geslachtsnaam = voorbeeld.Aanvrager }, stop);
        if (voorbeeld.Behandeld) await Rol(namens, zaak, roltypen[1], "medewerker", new { identificatie = "s.bakker", achternaam = "Bakker", voorletters = "S." }, stop);
        return zaak;
    }

    private Task<string> Rol(Namens namens, string zaak, string roltype, string betrokkeneType, object betrokkeneIdentificatie, CancellationToken stop) =>
        Post(namens, Diensten.Zaken, "rollen", new { zaak, roltype, betrokkeneType, roltoelichting = "Bij de aanvraag", betrokkeneIdentificatie }, stop);

    /// <summary>The parts of a zaaktype in the order in which they were made.</summary>
    private async Task<IReadOnlyList<string>> Typen(Namens namens, string soort, string zaaktype, CancellationToken stop)
    {
        var lijst = await bronnen.Haal<JsonElement>(namens, Diensten.Catalogi, $"{soort}?zaaktype={Uri.EscapeDataString(zaaktype)}", stop);
        return [.. lijst.GetProperty("results").EnumerateArray().Select(type => type.GetProperty("url").GetString()!)];
    }

    private async Task<string?> Eerste(Namens namens, string dienst, string pad, CancellationToken stop)
    {
        var lijst = (await bronnen.Haal<JsonElement>(namens, dienst, pad, stop)).GetProperty("results");
        return lijst.GetArrayLength() == 0 ? null : lijst[0].GetProperty("url").GetString();
    }

    private async Task Publiceer(Namens namens, string soort, object inhoud, CancellationToken stop)
    {
        var url = await Post(namens, Diensten.Catalogi, soort, inhoud, stop);
        await Post(namens, Diensten.Catalogi, $"{soort}/{url.Split('/')[^1]}/publish", new { }, stop);
    }

    private async Task<string> Post(Namens namens, string dienst, string pad, object inhoud, CancellationToken stop) =>
        (await bronnen.Zend<JsonElement>(HttpMethod.Post, namens, dienst, pad, inhoud, stop)).GetProperty("url").GetString()!;

    private static object Zaaktype(string catalogus, Organisatie organisatie) => new
    {
        identificatie = Identificatie,
        omschrijving = "Evenementenvergunning aanvragen",
        vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
        doel = "Beslissen of een evenement door mag gaan, en onder welke voorwaarden.",
        aanleiding = "Iemand wil in de openbare ruimte een evenement houden.",
        indicatieInternOfExtern = "extern",
        handelingInitiator = "Aanvragen",
        onderwerp = "Evenement in de openbare ruimte",
        handelingBehandelaar = "Beslissen",
        doorlooptijd = "P8W",
        opschortingEnAanhoudingMogelijk = true,
        verlengingMogelijk = true,
        verlengingstermijn = "P6W",
        publicatieIndicatie = false,
        productenOfDiensten = Array.Empty<string>(),
        selectielijstProcestype = $"{organisatie.Basis}/{Selectielijst}/procestypen/de300002-0000-7000-8000-000000000001",
        referentieproces = new { naam = "Vergunning verlenen" },
        verantwoordelijke = "Team Vergunningen",
        catalogus,
        besluittypen = new[] { Besluittype },
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = Begin,
        versiedatum = Begin,
    };

    /// <param name="Status">How many statussen it got.</param>
    /// <param name="Behandeld">Whether it has a behandelaar.</param>
    private sealed record Voorbeeld(string Omschrijving, int DagenGeleden, int Status, string Aanvrager, string Bsn, bool Behandeld = false, bool Opgeschort = false);
}
