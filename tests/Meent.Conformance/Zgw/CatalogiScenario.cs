using System.Text.Json;

namespace Meent.Conformance.Zgw;

/// <summary>Makes one of everything in a catalogue, reads, changes and removes it, each through every operation of the Catalogi API.</summary>
internal sealed class CatalogiScenario(Verkenner ztc)
{
    public string Zaaktype { get; private set; } = "";
    public string Informatieobjecttype { get; private set; } = "";
    public string Besluittype { get; private set; } = "";
    public string Resultaattype { get; private set; } = "";
    public string Roltype { get; private set; } = "";
    public string Eigenschap { get; private set; } = "";
    public string Zaakobjecttype { get; private set; } = "";
    public IReadOnlyList<string> Statustypen { get; private set; } = [];

    /// <param name="domein">Five letters; with the RSIN it is unique.</param>
    public async Task Voer(string domein, bool metAlles)
    {
        var catalogus = Url(await ztc.Maak("/catalogussen", Catalogus(domein)));
        var iot = await ztc.Maak("/informatieobjecttypen", InformatieObjectType(catalogus, "Brief"));
        var bt = await ztc.Maak("/besluittypen", BesluitType(catalogus, "Besluit op aanvraag"));
        var zt = await ztc.Maak("/zaaktypen", ZaakType(catalogus, "PROEF-1", "Besluit op aanvraag"));
        (Informatieobjecttype, Besluittype, Zaaktype) = (Url(iot), Url(bt), Url(zt));
        var ziot = new { zaaktype = Zaaktype, informatieobjecttype = "Brief", volgnummer = 1, richting = "inkomend" };
        var statussen = new List<string>();
        foreach (var nummer in new[] { 1, 2 }) statussen.Add(Url(await ztc.Maak("/statustypen", StatusType(nummer))));
        Statustypen = statussen;
        Resultaattype = Url(await ztc.Maak("/resultaattypen", await ResultaatType()));
        Roltype = Url(await ztc.Maak("/roltypen", RolType));
        Eigenschap = Url(await ztc.Maak("/eigenschappen", EigenschapVan("Kleur")));
        Zaakobjecttype = Url(await ztc.Maak("/zaakobjecttypen", ZaakObjectType));
        var koppeling = Url(await ztc.Maak("/zaaktype-informatieobjecttypen", ziot));

        if (metAlles)
        {
            await Wijzig(catalogus, Catalogus(domein), new { contactpersoonBeheerNaam = "Ander" }, verwijder: false);
            await Wijzig(Url(await ztc.Maak("/informatieobjecttypen", InformatieObjectType(catalogus, "Kladje"))), InformatieObjectType(catalogus, "Kladje"), new { omschrijving = "Kladje" });
            await Wijzig(Url(await ztc.Maak("/besluittypen", BesluitType(catalogus, "Kladbesluit"))), BesluitType(catalogus, "Kladbesluit"), new { toelichting = "Anders" });
            await Wijzig(Url(await ztc.Maak("/zaaktypen", ZaakType(catalogus, "PROEF-2", "Besluit op aanvraag"))), ZaakType(catalogus, "PROEF-2", "Besluit op aanvraag"), new { toelichting = "Anders" });
            await Wijzig(Url(await ztc.Maak("/statustypen", StatusType(3))), StatusType(3), new { toelichting = "Anders" });
            await Wijzig(Url(await ztc.Maak("/resultaattypen", await ResultaatType("Overig"))), await ResultaatType("Overig"), new { toelichting = "Anders" });
            await Wijzig(Url(await ztc.Maak("/roltypen", RolType)), RolType, new { omschrijving = "Medeaanvrager" });
            await Wijzig(Url(await ztc.Maak("/eigenschappen", EigenschapVan("Maat"))), EigenschapVan("Maat"), new { toelichting = "Anders" });
            await Wijzig(Url(await ztc.Maak("/zaakobjecttypen", ZaakObjectType)), ZaakObjectType, new { relatieOmschrijving = "Anders" });
            await Wijzig(koppeling, ziot, new { volgnummer = 2 });
            koppeling = Url(await ztc.Maak("/zaaktype-informatieobjecttypen", ziot));
        }

        foreach (var type in new[] { Informatieobjecttype, Besluittype, Zaaktype }) await ztc.Stuur(HttpMethod.Post, type + "/publish", new { }, 200);
        if (!metAlles) return;
        foreach (var een in new[] { catalogus, Informatieobjecttype, Besluittype, Zaaktype, Statustypen[0], Resultaattype, Roltype, Eigenschap, Zaakobjecttype, koppeling })
        {
            await ztc.Haal(een);
            await ztc.Stuur(HttpMethod.Head, een, null, 200);
            await ztc.Haal($"/{een.Split('/')[^2]}");
        }
    }

    private async Task Wijzig(string url, object geheel, object deel, bool verwijder = true)
    {
        await ztc.Stuur(HttpMethod.Put, url, geheel, 200);
        await ztc.Stuur(HttpMethod.Patch, url, deel, 200);
        if (verwijder) await ztc.Stuur(HttpMethod.Delete, url, null, 204);
    }

    private static string Url(JsonElement resource) => resource.GetProperty("url").GetString()!;

    private static object Catalogus(string domein) => new { domein, rsin = "990000011", contactpersoonBeheerNaam = "Beheer", naam = "Proef" };

    private static object InformatieObjectType(string catalogus, string omschrijving) => new
    {
        catalogus,
        omschrijving,
        vertrouwelijkheidaanduiding = "openbaar",
        beginGeldigheid = "2024-01-01",
        informatieobjectcategorie = "Brieven",
        besluittypen = Array.Empty<string>(),
    };

    private static object BesluitType(string catalogus, string omschrijving) => new
    {
        catalogus,
        omschrijving,
        zaaktypen = Array.Empty<string>(),
        publicatieIndicatie = false,
        informatieobjecttypen = new[] { "Brief" },
        beginGeldigheid = "2024-01-01",
    };

    private static object ZaakType(string catalogus, string identificatie, string besluittype) => new
    {
        identificatie,
        omschrijving = "Proef",
        vertrouwelijkheidaanduiding = "openbaar",
        doel = "Proef",
        aanleiding = "Proef",
        indicatieInternOfExtern = "extern",
        handelingInitiator = "Aanvragen",
        onderwerp = "Proef",
        handelingBehandelaar = "Behandelen",
        doorlooptijd = "P30D",
        opschortingEnAanhoudingMogelijk = true,
        verlengingMogelijk = true,
        verlengingstermijn = "P10D",
        publicatieIndicatie = false,
        productenOfDiensten = new[] { "https://product.example/1" },
        referentieproces = new { naam = "Proef", link = "https://proces.example" },
        verantwoordelijke = "Proef",
        catalogus,
        besluittypen = new[] { besluittype },
        gerelateerdeZaaktypen = Array.Empty<object>(),
        beginGeldigheid = "2024-01-01",
        versiedatum = "2024-01-01",
    };

    private object StatusType(int volgnummer) => new { zaaktype = Zaaktype, omschrijving = $"Status {volgnummer}", volgnummer };

    private object RolType => new { zaaktype = Zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" };

    private object EigenschapVan(string naam) => new
    {
        naam,
        definitie = naam,
        zaaktype = Zaaktype,
        specificatie = new { formaat = "tekst", lengte = "20", kardinaliteit = "1", waardenverzameling = Array.Empty<string>() },
    };

    private object ZaakObjectType => new
    {
        anderObjecttype = false,
        objecttype = "https://objecttypes.example/pand",
        relatieOmschrijving = "Betreft",
        zaaktype = Zaaktype,
        beginGeldigheid = "2024-01-01",
        resultaattypen = Array.Empty<string>(),
        statustypen = Array.Empty<string>(),
    };

    private async Task<object> ResultaatType(string omschrijving = "Verleend")
    {
        var (omschrijvingGeneriek, klasse) = await Selectielijst();
        return new
        {
            zaaktype = Zaaktype,
            omschrijving,
            resultaattypeomschrijving = omschrijvingGeneriek,
            selectielijstklasse = klasse,
            archiefnominatie = "vernietigen",
            archiefactietermijn = "P5Y",
            brondatumArchiefprocedure = new { afleidingswijze = "afgehandeld", datumkenmerk = "", einddatumBekend = false, objecttype = "", registratie = "", procestermijn = (string?)null },
        };
    }

    /// <summary>A description and a class out of Referentielijsten, as an administrator would choose them.</summary>
    private async Task<(string Omschrijving, string Klasse)> Selectielijst()
    {
        using var http = new HttpClient();
        var basis = ztc.Basis.Replace("/catalogi/", "/referentielijsten/", StringComparison.Ordinal);
        var omschrijvingen = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(basis + "/resultaattypeomschrijvingen")));
        var resultaten = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri(basis + "/resultaten"))).GetProperty("results").EnumerateArray();
        var klasse = resultaten.First(r => r.GetProperty("procestermijn").GetString() is "" or "nihil" && r.GetProperty("waardering").GetString() == "vernietigen");
        return (Url(omschrijvingen[0]), Url(klasse));
    }
}
