using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meent.Interaction.Onderdelen;
using Meent.Interaction.Tests.Hulp;

namespace Meent.Interaction.Tests;

/// <summary>What a resident sees of the use of their data, keeps of it, and asks about it.</summary>
public sealed partial class GebruikTests : IAsyncLifetime
{
    private const string Gebruik = "/duinwaarde/mijn/gebruik";
    private const string Bsn = "999970008";

    private Paginaserver _server = null!;

    private Zaakland Zaken => _server.Land.Zaken;

    public async Task InitializeAsync()
    {
        _server = await Paginaserver.Start();
        Zaken.MetAvg = true;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Uses_are_chosen_by_organisation_and_purpose_and_looking_is_on_record_first()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, Gebruik);
        Assert.Equal(["Toeristische verhuur registreren", "Toezicht op toeristische verhuur"], fenna.Pagina.QuerySelectorAll("#doel option[value^='urn']").Select(o => o.TextContent));
        await fenna.Ga($"{Gebruik}?doel={Uri.EscapeDataString("urn:x:Toezicht op toeristische verhuur")}&organisatie=00000001990000011000");
        Assert.Contains("Toezicht op toeristische verhuur", Assert.Single(fenna.Pagina.QuerySelectorAll(".gebruik")).TextContent, StringComparison.Ordinal);
        // Each purpose leads to what the register said of it at that time.
        Assert.Equal("/duinwaarde/verwerkingen/Toezicht%20op%20toeristische%20verhuur?op=2026-07-02T08%3A00%3A00.0000000%2B00%3A00", Assert.Single(fenna.Pagina.QuerySelectorAll(".gebruik a[href*='/verwerkingen/']")).GetAttribute("href"));
        await fenna.Ga($"{Gebruik}?organisatie=1");
        Assert.Empty(fenna.Pagina.QuerySelectorAll(".gebruik"));

        var verzoeken = _server.Land.Verzoeken.ToList();
        Assert.InRange(verzoeken.IndexOf("POST logboek/v1/traces mijn-gegevens-inzien burger"), 0, verzoeken.IndexOf("POST logboek/inzage mijn-gegevens-inzien burger"));
        Assert.Equal(3, verzoeken.Count(v => v.StartsWith("POST logboek/v1/traces", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_is_kept_as_JSON_and_as_PDF_with_the_same_filter_and_without_a_number_of_a_person()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, $"{Gebruik}?doel={Uri.EscapeDataString("urn:x:Toezicht op toeristische verhuur")}");
        await fenna.Klik("Bewaren als JSON");
        Assert.StartsWith("gebruik-van-mijn-gegevens-duinwaarde-", fenna.Antwoord.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        var tekst = await fenna.Antwoord.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Bsn, tekst, StringComparison.Ordinal);
        var json = JsonElement.Parse(tekst);
        Assert.Equal((true, "Gemeente Duinwaarde"), (json.GetProperty("volledig").GetBoolean(), json.GetProperty("organisatie").GetProperty("naam").GetString()));
        Assert.Equal("Publieke taak", Assert.Single(json.GetProperty("verwerkingen").EnumerateArray()).GetProperty("doel").GetProperty("grondslag").GetString());

        await fenna.Ga($"{Gebruik}/overzicht.pdf");
        Assert.Equal("application/pdf", fenna.Antwoord.Content.Headers.ContentType!.MediaType);
        var pdf = Encoding.Latin1.GetString(await fenna.Antwoord.Content.ReadAsByteArrayAsync());
        Gaaf(pdf);
        foreach (var deel in (string[])["/Lang(nl)", "/Marked true", "/S/H1", "/S/H2", "(Gemeente Duinwaarde: Toezicht op toeristische verhuur) Tj", "Waarom dat mag: Publieke taak: Huisvestingswet 2014, artikel 33"])
            Assert.Contains(deel, pdf, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("Gebruik van mijn gegevens - Gemeente Duinwaarde")), pdf, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_PDF_of_several_pages_is_whole_and_every_mark_belongs_to_one_element()
    {
        var document = new Pdfdocument("Proef", "nl");
        document.Kop(1, "Één (proef) met \\ en \u20AC \u0141\u00F3d\u017A \u4E2D");
        for (var i = 0; i < 60; i++)
        {
            document.Kop(2, $"Deel {i}");
            document.Alinea(string.Join(' ', Enumerable.Repeat("een vrij lange zin over gebruik", 20)));
        }

        document.Alinea(new string('x', 500));
        var pdf = Encoding.Latin1.GetString(document.Sluit());
        Gaaf(pdf);
        Assert.Contains("(\u00C9\u00E9n \\(proef\\) met \\\\ en \u0080 ?\u00F3dz ?) Tj", pdf, StringComparison.Ordinal);
        Assert.True(Regex.Count(pdf, "/Type/Page/") > 3);
        Assert.Equal(Regex.Count(pdf, " BDC"), Regex.Count(pdf, "/Type/MCR"));
        Assert.Equal(Regex.Count(pdf, " BDC"), Regex.Count(pdf, "EMC"));
    }

    [Fact]
    public async Task Bezwaar_against_one_use_becomes_a_zaak_with_the_term_of_the_law_that_the_resident_follows()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, $"/duinwaarde/mijn/verzoeken/nieuw?spoor={Landgoed.Spoor}&dag=2026-07-01");
        Assert.Contains("Gemeente Duinwaarde: Toeristische verhuur registreren", fenna.Tekst, StringComparison.Ordinal);
        await fenna.Verstuur("form.vorm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, fenna.Antwoord.StatusCode);
        Assert.Equal(["soort", "tekst"], fenna.Pagina.QuerySelectorAll("#fouten a").Select(a => a.GetAttribute("href")!.TrimStart('#')));
        Assert.Empty(Zaken.Geschreven);

        await fenna.Verstuur("form.vorm", ("soort", "bezwaar"), ("tekst", "Ik verhuur niet meer."));
        Assert.Contains("Uw verzoek is ontvangen", fenna.Tekst, StringComparison.Ordinal);
        Assert.Equal(["POST zaken/zaken", "POST zaken/rollen", "POST zaken/statussen"], Zaken.Geschreven.Select(g => g.Wat));
        var zaak = Zaken.Geschreven[0].Inhoud;
        Assert.Equal("Bezwaar: Toeristische verhuur registreren", (string?)zaak["omschrijving"]);
        Assert.Equal(DateOnly.Parse((string)zaak["startdatum"]!, null).AddMonths(1), DateOnly.Parse((string)zaak["uiterlijkeEinddatumAfdoening"]!, null));
        foreach (var deel in (string[])["Ik verhuur niet meer.", Landgoed.Spoor, "Gemeente Duinwaarde"]) Assert.Contains(deel, (string)zaak["toelichting"]!, StringComparison.Ordinal);
        Assert.Equal(Bsn, (string?)Zaken.Geschreven[1].Inhoud["betrokkeneIdentificatie"]!["inpBsn"]);
        Assert.EndsWith($"{Zaakland.Avg}-Ontvangen", (string?)Zaken.Geschreven[2].Inhoud["statustype"], StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, fenna.Pad, StringComparison.Ordinal);

        var pad = fenna.Antwoord.RequestMessage!.RequestUri!.AbsolutePath;
        await fenna.Ga("/duinwaarde/mijn/verzoeken");
        await fenna.Klik("Bezwaar: Toeristische verhuur registreren");
        Assert.Equal(pad, fenna.Pad);
        // Somebody else's is not there for them.
        using var ander = await Bezoek.Als(_server, "999970033", pad);
        Assert.Equal(HttpStatusCode.NotFound, ander.Antwoord.StatusCode);
    }

    [Fact]
    public async Task A_request_that_could_not_be_made_whole_leaves_no_zaak_and_without_the_zaaktype_there_is_none()
    {
        using var fenna = await Bezoek.Als(_server, Bsn, "/duinwaarde/mijn/verzoeken/nieuw?soort=inzage");
        Zaken.Stuk = "POST zaken/rollen";
        await fenna.Verstuur("form.vorm", ("tekst", "Wat weet u van mij?"));
        Assert.NotEqual(HttpStatusCode.OK, fenna.Antwoord.StatusCode);
        Assert.Single(_server.Land.Verzoeken, v => v.StartsWith("DELETE zaken/zaken/", StringComparison.Ordinal));

        await using var zonder = await Paginaserver.Start();
        using var elders = await Bezoek.Als(zonder, Bsn, "/duinwaarde/mijn/verzoeken/nieuw");
        Assert.Equal(HttpStatusCode.NotFound, elders.Antwoord.StatusCode);
        await elders.Ga("/duinwaarde/mijn/verzoeken");
        Assert.Contains("nog niets gevraagd", elders.Tekst, StringComparison.Ordinal);
    }

    /// <summary>The table of contents of the file leads to its objects.</summary>
    private static void Gaaf(string pdf)
    {
        Assert.StartsWith("%PDF-1.7", pdf, StringComparison.Ordinal);
        var begin = int.Parse(Begin().Match(pdf).Groups[1].Value, null);
        var regels = pdf[begin..].Split('\n');
        Assert.Equal("xref", regels[0]);
        var aantal = int.Parse(regels[1].Split(' ')[1], null);
        for (var nummer = 1; nummer < aantal; nummer++) Assert.StartsWith($"{nummer} 0 obj", pdf[int.Parse(regels[2 + nummer][..10], null)..], StringComparison.Ordinal);
    }

    [GeneratedRegex("startxref\n([0-9]+)")]
    private static partial Regex Begin();
}
