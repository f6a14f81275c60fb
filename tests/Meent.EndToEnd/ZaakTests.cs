using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Meent.Testing;
using Microsoft.Playwright;

namespace Meent.EndToEnd;

/// <summary>An employee handles a zaak of a zaaktype that was made a moment ago, from start to besluit and closing; an administrator published it.</summary>
public sealed class ZaakTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public Task A_zaak_of_a_new_zaaktype_from_start_to_besluit_and_closing() => Behandel(1280, "KAPVERGUNNING", "KAPPE");

    [BrowserFact]
    public Task A_zaak_handled_at_320_pixels() => Behandel(320, "INRITVERGUNNING", "INRIT");

    [BrowserFact]
    public async Task The_work_list_and_a_form_work_with_a_keyboard_and_without_JavaScript()
    {
        var sanne = await browser.Als("s.bakker", "/werk/zaken", "medewerker", javascript: false);
        await sanne.SelectOptionAsync("#termijn", "verstreken");
        await sanne.PressAsync("#termijn", "Tab");
        await sanne.FocusAsync("main form button[type=submit]");
        await sanne.Keyboard.PressAsync("Enter");
        await sanne.WaitForURLAsync("**termijn=verstreken**");
        Assert.Contains("dagen te laat", await sanne.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Openluchtbioscoop", await sanne.InnerTextAsync("main table"), StringComparison.Ordinal);
        await sanne.FocusAsync("tbody th a >> nth=0");
        await sanne.Keyboard.PressAsync("Enter");
        await sanne.WaitForURLAsync("**/werk/zaken/*-*");
        await sanne.ClickAsync("text=Gegevens wijzigen");
        await sanne.FillAsync("#toelichting", "Meer kramen dan vorig jaar");
        await sanne.FillAsync("#reden", "De aanvrager belde: het worden er méér");
        await sanne.ClickAsync("main button[type=submit]");
        Assert.Contains("De gegevens zijn gewijzigd", await sanne.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Reden: De aanvrager belde: het worden er méér", await sanne.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_document_larger_than_a_page_usually_takes_is_added_and_comes_back_in_the_dossier()
    {
        const int omvang = 31_000_000;
        var bestand = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.bin");
        await using (var stroom = File.Create(bestand)) stroom.SetLength(omvang);
        try
        {
            var sanne = await browser.Als("s.bakker", "/werk/zaken?volgorde=-startdatum", "medewerker");
            await sanne.ClickAsync("tr:has-text('Openluchtbioscoop') th a");
            await sanne.ClickAsync("text=Document toevoegen");
            await sanne.SelectOptionAsync("#documenttype", new SelectOptionValue { Index = 1 });
            await sanne.FillAsync("#titel", "Filmpje van de plek");
            await sanne.SetInputFilesAsync("#bestand", bestand);
            await Verzend(sanne, "Het document is toegevoegd");
            Assert.Contains("31 MB", await sanne.InnerTextAsync("main .documenten"), StringComparison.Ordinal);
            var zip = await sanne.APIRequest.GetAsync((await sanne.GetAttributeAsync("main a[href$='/dossier']", "href"))!);
            await using var inhoud = new ZipArchive(new MemoryStream(await zip.BodyAsync()));
            Assert.Equal(omvang, inhoud.Entries.Single().Length);
        }
        finally
        {
            File.Delete(bestand);
        }
    }

    [BrowserFact]
    public async Task What_a_resident_asks_about_their_data_is_found_by_the_privacy_officer_and_followed()
    {
        var fenna = await browser.Als("999970008", "/mijn/gegevens", breedte: 320);
        await fenna.GotoAsync("/duinwaarde/mijn/gebruik");
        await Browser.Keur(fenna);
        var pdf = await fenna.APIRequest.GetAsync((await fenna.GetAttributeAsync("main a[href*='overzicht.pdf']", "href"))!);
        Assert.Equal("%PDF-1.7"u8.ToArray(), (await pdf.BodyAsync())[..8]);
        // Some use is of this very visit: about that one they ask.
        await fenna.ClickAsync(".gebruik >> text=Vraag hier iets over of maak bezwaar >> nth=0");
        Assert.Contains("Dit gaat over", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        await Browser.Keur(fenna);
        await fenna.CheckAsync("#soort-bezwaar");
        await fenna.FillAsync("#tekst", "Hier wil ik dit niet voor.");
        await fenna.ClickAsync("main form.vorm button[type=submit]");
        Assert.Contains("Uw verzoek is ontvangen", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await Browser.Keur(fenna);

        var petra = await browser.Als("p.jansen", "/werk/zaken", "medewerker");
        await petra.ClickAsync("tbody tr:has-text('Bezwaar: ') th a");
        Assert.Contains("Hier wil ik dit niet voor.", await petra.InnerTextAsync("main"), StringComparison.Ordinal);
        await Doe(petra, "Status zetten", "De status is gezet");
        await fenna.ReloadAsync();
        Assert.Contains("In behandeling", await fenna.InnerTextAsync("main"), StringComparison.Ordinal);
        await fenna.GotoAsync("/duinwaarde/mijn/verzoeken");
        await Browser.Keur(fenna);
    }

    private async Task Behandel(int breedte, string identificatie, string domein)
    {
        var zaaktype = await Zaaktype(identificatie, domein);
        var fatma = await browser.Als("f.yilmaz", "/werk/catalogus", "medewerker", breedte);
        await fatma.ClickAsync($"tr:has-text('{identificatie}') a");
        await Browser.Keur(fatma);
        await fatma.CheckAsync("#zeker");
        await fatma.ClickAsync("main button[type=submit]");
        Assert.Contains("Het zaaktype is gepubliceerd", await fatma.InnerTextAsync("main"), StringComparison.Ordinal);

        var nummer = await Zaak(zaaktype, $"Boom bij {identificatie}");
        var sanne = await browser.Als("s.bakker", "/werk/zaken/persoon", "medewerker", breedte);
        await Browser.Keur(sanne);
        await sanne.GotoAsync("/duinwaarde/werk/zaken");
        await Browser.Keur(sanne);
        await sanne.FillAsync("#nummer", nummer);
        await sanne.ClickAsync("main form button[type=submit]");
        await Browser.Keur(sanne);
        await sanne.ClickAsync($"text={nummer}");
        await Browser.Keur(sanne);

        await sanne.ClickAsync("text=Op mijn naam zetten");
        await sanne.ClickAsync("main button[type=submit]");
        Assert.Contains("Schrijf op waarom", await sanne.InnerTextAsync(".foutenlijst"), StringComparison.Ordinal);
        await Browser.Keur(sanne);
        await Verzend(sanne, "De zaak staat op uw naam");
        await Doe(sanne, "Status zetten", "De status is gezet");
        await Doe(sanne, "Termijn verlengen", "De termijn is verlengd", ("#dagen", "7"));
        await Doe(sanne, "Termijn opschorten", "De termijn staat stil");
        await Doe(sanne, "Termijn hervatten", "De termijn loopt weer");

        await sanne.ClickAsync("text=Betrokkene toevoegen");
        await sanne.SelectOptionAsync("#roltype", new SelectOptionValue { Label = "Aanvrager" });
        await sanne.SelectOptionAsync("#soort", "natuurlijk_persoon");
        await sanne.FillAsync("#naam", "Hartog");
        await Verzend(sanne, "De betrokkene is toegevoegd");

        await sanne.ClickAsync("text=Document toevoegen");
        await sanne.SelectOptionAsync("#documenttype", new SelectOptionValue { Index = 1 });
        await sanne.FillAsync("#titel", "Foto van de boom");
        await sanne.SetInputFilesAsync("#bestand", new FilePayload { Name = "boom.txt", MimeType = "text/plain", Buffer = "Een eik."u8.ToArray() });
        await Browser.Keur(sanne);
        await Verzend(sanne, "Het document is toegevoegd");
        var inhoud = await sanne.APIRequest.GetAsync((await sanne.GetAttributeAsync(".document a[href*='documenten']", "href"))!);
        Assert.Equal("Een eik.", await inhoud.TextAsync());

        await Doe(sanne, "Eigenschap invullen", "De eigenschap is ingevuld", ("#waarde", "12"));
        await Doe(sanne, "Notitie maken", "De notitie staat bij de zaak", ("#onderwerp", "Gebeld"), ("#tekst", "Morgen kijken."));

        await sanne.ClickAsync("text=Besluit vastleggen");
        await sanne.SelectOptionAsync("#besluittype", new SelectOptionValue { Index = 1 });
        await sanne.FillAsync("#besluittekst", "De boom mag worden gekapt.");
        await Browser.Keur(sanne);
        await Verzend(sanne, "Het besluit is vastgelegd");
        Assert.Contains("bezwaar tot en met", await sanne.InnerTextAsync("main"), StringComparison.Ordinal);

        await sanne.ClickAsync("text=Zaak afsluiten");
        await sanne.SelectOptionAsync("#resultaattype", new SelectOptionValue { Index = 1 });
        await Verzend(sanne, "De zaak is afgesloten");
        var pagina = await sanne.InnerTextAsync("main");
        Assert.Contains("U kunt er niets meer aan wijzigen", pagina, StringComparison.Ordinal);
        foreach (var deel in (string[])["Toegekend", "Hartog", "Morgen kijken.", "Foto van de boom", "Reden: Omdat het moet", "Vernietigen op"]) Assert.Contains(deel, pagina, StringComparison.Ordinal);
        await Browser.Keur(sanne);
    }

    private static async Task Doe(IPage pagina, string handeling, string gedaan, params (string Veld, string Waarde)[] velden)
    {
        await pagina.ClickAsync($".doen >> text={handeling}");
        foreach (var (veld, waarde) in velden) await pagina.FillAsync(veld, waarde);
        await Verzend(pagina, gedaan);
    }

    private static async Task Verzend(IPage pagina, string gedaan)
    {
        await pagina.FillAsync("#reden", "Omdat het moet");
        await pagina.ClickAsync("main button[type=submit]");
        Assert.Contains(gedaan, await pagina.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>A concept with all that a zaak can need, as a municipality would load it.</summary>
    private async Task<string> Zaaktype(string identificatie, string domein)
    {
        const string begin = "2025-01-01";
        var lijst = $"{browser.Basis}/duinwaarde/referentielijsten/api/v1";
        var catalogus = await Post("catalogi", "catalogussen", new { domein, rsin = "990000011", contactpersoonBeheerNaam = "Beheer", naam = $"Catalogus {domein}" });
        var document = await Post("catalogi", "informatieobjecttypen", new { catalogus, omschrijving = "Foto", vertrouwelijkheidaanduiding = "openbaar", beginGeldigheid = begin, informatieobjectcategorie = "x" });
        await Post("catalogi", $"informatieobjecttypen/{Id(document)}/publish", new { });
        var besluit = await Post("catalogi", "besluittypen", new { catalogus, omschrijving = "Vergunning", publicatieIndicatie = false, reactietermijn = "P6W", informatieobjecttypen = Array.Empty<string>(), beginGeldigheid = begin });
        await Post("catalogi", $"besluittypen/{Id(besluit)}/publish", new { });
        var zaaktype = await Post("catalogi", "zaaktypen", new
        {
            identificatie,
            omschrijving = $"Aanvraag {identificatie.ToLowerInvariant()}",
            vertrouwelijkheidaanduiding = "zaakvertrouwelijk",
            doel = "Beslissen",
            aanleiding = "Een aanvraag",
            indicatieInternOfExtern = "extern",
            handelingInitiator = "Aanvragen",
            onderwerp = "Boom",
            handelingBehandelaar = "Beslissen",
            doorlooptijd = "P8W",
            opschortingEnAanhoudingMogelijk = true,
            verlengingMogelijk = true,
            verlengingstermijn = "P6W",
            publicatieIndicatie = false,
            productenOfDiensten = Array.Empty<string>(),
            selectielijstProcestype = $"{lijst}/procestypen/de300002-0000-7000-8000-000000000001",
            referentieproces = new { naam = "x" },
            verantwoordelijke = "x",
            catalogus,
            besluittypen = new[] { "Vergunning" },
            gerelateerdeZaaktypen = Array.Empty<object>(),
            beginGeldigheid = begin,
            versiedatum = begin,
        });
        foreach (var (omschrijving, volgnummer) in (IEnumerable<(string, int)>)[("Binnen", 1), ("Onderzoek", 2), ("Klaar", 3)])
            await Post("catalogi", "statustypen", new { zaaktype, omschrijving, volgnummer });
        foreach (var (omschrijving, omschrijvingGeneriek) in (IEnumerable<(string, string)>)[("Aanvrager", "initiator"), ("Behandelaar", "behandelaar")])
            await Post("catalogi", "roltypen", new { zaaktype, omschrijving, omschrijvingGeneriek });
        await Post("catalogi", "eigenschappen", new { zaaktype, naam = "Hoogte", definitie = "In meters", specificatie = new { formaat = "getal", lengte = "3", kardinaliteit = "1" } });
        await Post("catalogi", "resultaattypen", new
        {
            zaaktype,
            omschrijving = "Toegekend",
            resultaattypeomschrijving = $"{lijst}/resultaattypeomschrijvingen/de300004-0000-7000-8000-000000000002",
            selectielijstklasse = $"{lijst}/resultaten/de300003-0000-7000-8000-000000000002",
            archiefnominatie = "vernietigen",
            archiefactietermijn = "P5Y",
            brondatumArchiefprocedure = new { afleidingswijze = "afgehandeld" },
        });
        await Post("catalogi", "zaaktype-informatieobjecttypen", new { zaaktype, informatieobjecttype = "Foto", volgnummer = 1, richting = "inkomend" });
        return zaaktype;
    }

    /// <summary>As a form or another program starts it.</summary>
    private async Task<string> Zaak(string zaaktype, string omschrijving)
    {
        var zaak = await Maak("zaken", "zaken", new
        {
            bronorganisatie = "990000011",
            verantwoordelijkeOrganisatie = "990000011",
            zaaktype,
            omschrijving,
            startdatum = DateTime.UtcNow.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        using var client = browser.Meent.Client("duinwaarde");
        var typen = await client.GetFromJsonAsync<JsonElement>(new Uri($"catalogi/api/v1/statustypen?zaaktype={Uri.EscapeDataString(zaaktype)}", UriKind.Relative));
        var eerste = typen.GetProperty("results").EnumerateArray().MinBy(s => s.GetProperty("volgnummer").GetInt32()).GetProperty("url").GetString();
        await Post("zaken", "statussen", new { zaak = zaak.GetProperty("url").GetString(), statustype = eerste, datumStatusGezet = DateTime.UtcNow.AddMinutes(-5) });
        return zaak.GetProperty("identificatie").GetString()!;
    }

    private async Task<string> Post(string dienst, string pad, object inhoud) => (await Maak(dienst, pad, inhoud)).GetProperty("url").GetString()!;

    private async Task<JsonElement> Maak(string dienst, string pad, object inhoud)
    {
        using var client = browser.Meent.Client("duinwaarde");
        client.DefaultRequestHeaders.Add("Accept-Crs", "EPSG:4326");
        client.DefaultRequestHeaders.Add("Content-Crs", "EPSG:4326");
        using var antwoord = await client.PostAsJsonAsync(new Uri($"{dienst}/api/v1/{pad}", UriKind.Relative), inhoud);
        Assert.True(antwoord.IsSuccessStatusCode, $"{pad}: {await antwoord.Content.ReadAsStringAsync()}");
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Id(string url) => url[(url.LastIndexOf('/') + 1)..];
}
