using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;
using static Meent.Services.Tests.Zaakgericht.Catalogi.Catalogusnode;

namespace Meent.Services.Tests.Zaakgericht.Catalogi;

/// <summary>A catalogus as a file, from one organisation to another.</summary>
public sealed class UitwisselingTests : IDisposable
{
    private const string Elders = "https://bron.example/gemeente";

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task A_catalogus_of_one_organisation_is_read_in_at_another_with_new_ids_and_its_relations(Engine engine)
    {
        await using var bron = await Catalogusnode.Start(engine);
        var oud = await Vul(bron);
        var zip = Verhuis(await Export(bron));

        await using var doel = await Catalogusnode.Start(engine);
        var resultaat = await Import(doel, 201, zip, "?domein=NIEUW");

        Assert.Equal("""{"Catalogus":1,"InformatieObjectType":2,"BesluitType":1,"ZaakType":3,"StatusType":2,"ZaakTypeInformatieObjectType":1,"ResultaatType":1,"RolType":1,"Eigenschap":1,"ZaakObjectType":1}""",
            resultaat.GetProperty("gemaakt").GetRawText());
        var catalogus = resultaat.GetProperty("catalogus").GetString()!;
        var nieuw = (await doel.Lijst($"/zaaktypen?identificatie=A&datumGeldigheid=2024-06-01&catalogus={Uri.EscapeDataString(catalogus)}"))[0];
        Assert.NotEqual(Zaaknode.Id(oud), Zaaknode.Id(nieuw));
        Assert.Equal(await Beeld(bron, oud), await Beeld(doel, nieuw));
        var statustype = await doel.Lees(Teksten(await doel.Lees(nieuw), "statustypen")[0]);
        Assert.Equal(Teksten(await doel.Lees(nieuw), "eigenschappen"), Teksten(statustype, "eigenschappen"));

        // Once more: nothing is there twice.
        var nogmaals = await Import(doel, 201, zip, "?domein=NIEUW");
        Assert.Equal((catalogus, "{}", 6), (nogmaals.GetProperty("catalogus").GetString(), nogmaals.GetProperty("gemaakt").GetRawText(), nogmaals.GetProperty("bestond").GetInt32()));
        var concept = await Import(doel, 201, zip, "?domein=TEST2&concept=true");
        Assert.Empty(await doel.Lijst($"/zaaktypen?catalogus={Uri.EscapeDataString(concept.GetProperty("catalogus").GetString()!)}"));
    }

    [EngineTheory]
    public async Task A_file_of_open_zaak_is_read_in_with_its_relations_by_url(Engine engine)
    {
        await using var doel = await Catalogusnode.Start(engine);
        var zip = OpenZaak(doel.Zaken);

        var resultaat = await Import(doel, 201, zip);

        Assert.Equal(["https://open-zaak.example/catalogi/api/v1/besluittypen/0b8a2f37-0000-4000-8000-0000000000ff"], Teksten(resultaat, "vervallen"));
        var zaaktype = await doel.Lees((await doel.Lijst($"/zaaktypen?status=concept&catalogus={Uri.EscapeDataString(resultaat.GetProperty("catalogus").GetString()!)}"))[0]);
        Assert.Equal(["Vergunning"], Teksten(zaaktype, "besluittypeOmschrijving"));
        Assert.Equal(["Brief"], Teksten(zaaktype, "informatieobjecttypeOmschrijving"));
        Assert.Single(Teksten(zaaktype, "informatieobjecttypen"));
        Assert.Equal("A", zaaktype.GetProperty("gerelateerdeZaaktypen")[0].GetProperty("zaaktypeIdentificatie").GetString());
        var resultaattype = await doel.Lees(Teksten(zaaktype, "resultaattypen")[0]);
        Assert.Equal(("Verleend", JsonValueKind.Null), (resultaattype.GetProperty("omschrijvingGeneriek").GetString(), resultaattype.GetProperty("brondatumArchiefprocedure").ValueKind));
    }

    [EngineTheory]
    public async Task A_file_that_breaks_a_rule_is_refused_whole_and_says_where(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var zip = Pas(OpenZaak(node.Zaken), "ResultaatType", lijst => lijst[0]!["selectielijstklasse"] = "https://elders.example/1");

        Assert.Equal(["ResultaatType.0.selectielijstklasse invalid-resource"], Fouten(await Import(node, 400, zip)));
        Assert.Equal(2, (await node.Vraag(200, HttpMethod.Get, "/catalogussen")).GetProperty("count").GetInt32());
        // A version that would be valid on the same day as one that is here.
        await node.Publiceer(await node.Zaaktype("A", new { beginGeldigheid = "2020-01-01" }));
        var leeg = await node.Lees(node.Catalogus);
        var overlap = Pas(OpenZaak(node.Zaken), "ZaakType", lijst => lijst[0]!["concept"] = false);
        Assert.Equal(["ZaakType.0.beginGeldigheid overlap"], Fouten(await Import(node, 400, overlap, $"?domein=LEEG&rsin={leeg.GetProperty("rsin").GetString()}")));
        Assert.Equal(["bestand invalid"], Fouten(await Import(node, 400, [1, 2, 3])));
        Assert.Equal(["bestand invalid"], Fouten(await Import(node, 400, Zip(new Dictionary<string, JsonNode>()))));
        await node.Zaken.Node.Vraag(404, HttpMethod.Get, Diensten.Catalogusbeheer, $"/catalogussen/{Guid.NewGuid():D}/export", herkomst: Herkomst.Buiten);
        await node.Zaken.Node.Vraag(403, HttpMethod.Get, Diensten.Catalogusbeheer, $"{Pad(node.Catalogus)}/export", herkomst: Herkomst.Buiten, headers: Proefnode.Als("zakenlezer"));
        await node.Zaken.Node.Vraag(415, HttpMethod.Post, Diensten.Catalogusbeheer, "/catalogussen", new { }, Herkomst.Buiten);
    }

    [EngineTheory]
    public async Task The_command_reads_the_same_file(Engine engine)
    {
        await using var node = await Catalogusnode.Start(engine);
        var bestand = _map.Bestand("catalogus.zip");
        await File.WriteAllBytesAsync(bestand, OpenZaak(node.Zaken));
        var taak = node.Zaken.Node.Services.GetServices<IBeheertaak>().Single(t => t.Naam == "import catalogus");
        var meldingen = new List<string>();

        await taak.Voer(new Beheeropdracht(node.Zaken.Node.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), CancellationToken.None);

        Assert.Contains("ZaakType: 1 gemaakt", meldingen);
        Assert.Single(await node.Lijst("/catalogussen?domein=OZ"));
        await Assert.ThrowsAsync<Standards.Problemen.ProbleemException>(() =>
            taak.Voer(new Beheeropdracht(node.Zaken.Node.Organisatie, _map.Bestand("geen.zip"), new Progress<Voortgang>(), meldingen.Add), CancellationToken.None));
    }

    public void Dispose() => _map.Dispose();

    /// <summary>A zaaktype with every relation there is, in two versions.</summary>
    private static async Task<string> Vul(Catalogusnode node)
    {
        await node.Publiceer(await node.Informatieobjecttype("Brief"));
        await node.Informatieobjecttype("Concept");
        await node.Publiceer(await node.Besluittype("Vergunning", new { informatieobjecttypen = new[] { "Brief" } }));
        await node.Publiceer(await node.Zaaktype("A", new { beginGeldigheid = "2020-01-01", eindeGeldigheid = "2023-12-31" }));
        var zaaktype = await node.Zaaktype("A", new
        {
            besluittypen = new[] { "Vergunning", "Nog niet" },
            deelzaaktypen = new[] { "B" },
            gerelateerdeZaaktypen = new object[] { new { zaaktype = "B", aardRelatie = "vervolg" }, new { zaaktype = "https://elders.example/zaaktypen/1", aardRelatie = "bijdrage" } },
        });
        await node.Zaaktype("B");
        var statustype = await node.Statustype(zaaktype);
        await node.Statustype(zaaktype, 2);
        await node.Roltype(zaaktype);
        await node.Resultaattype(zaaktype, new { besluittypen = new[] { "Vergunning" }, informatieobjecttypen = new[] { "Brief" } });
        var eigenschap = await node.Eigenschap(zaaktype);
        await node.Vraag(200, HttpMethod.Patch, Pad(statustype), new { eigenschappen = new[] { eigenschap } });
        await node.Zaakobjecttype(zaaktype);
        await node.ZaaktypeInformatieobjecttype(zaaktype, "Brief", anders: new { statustype });
        return await node.Publiceer(zaaktype);
    }

    /// <summary>A zaaktype with its parts, without what is different everywhere: the ids.</summary>
    private static async Task<string> Beeld(Catalogusnode node, string zaaktype)
    {
        var gelezen = await node.Lees(zaaktype);
        var delen = new List<JsonElement> { gelezen };
        foreach (var veld in new[] { "statustypen", "roltypen", "resultaattypen", "eigenschappen", "zaakobjecttypen", "informatieobjecttypen", "besluittypen" })
        {
            foreach (var url in Teksten(gelezen, veld)) delen.Add(await node.Lees(url));
        }

        return System.Text.RegularExpressions.Regex.Replace(JsonSerializer.Serialize(delen), "[0-9a-f]{8}-[0-9a-f-]{27}", "id");
    }

    private static async Task<byte[]> Export(Catalogusnode node)
    {
        using var antwoord = await node.Zaken.Node.Stuur(HttpMethod.Get, Diensten.Catalogusbeheer, $"{Pad(node.Catalogus)}/export", herkomst: Herkomst.Buiten);
        Assert.Equal("application/zip", antwoord.Content.Headers.ContentType!.MediaType);
        return await antwoord.Content.ReadAsByteArrayAsync();
    }

    private static async Task<JsonElement> Import(Catalogusnode node, int status, byte[] zip, string vraag = "")
    {
        using var inhoud = new ByteArrayContent(zip);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var antwoord = await node.Zaken.Node.StuurInhoud(HttpMethod.Post, Diensten.Catalogusbeheer, "/catalogussen" + vraag, inhoud);
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }

    /// <summary>The same file, as another organisation would have written it.</summary>
    private static byte[] Verhuis(byte[] zip) => Zip(Uitgepakt(zip).ToDictionary(deel => deel.Key, deel =>
        JsonNode.Parse(deel.Value.ToJsonString().Replace("http://localhost:8080/duinwaarde/catalogi", Elders + "/catalogi", StringComparison.Ordinal)
            .Replace("http://localhost:8080/duinwaarde/referentielijsten", Elders + "/referentielijsten", StringComparison.Ordinal))!));

    private static byte[] Pas(byte[] zip, string bestand, Action<JsonNode> anders)
    {
        var delen = Uitgepakt(zip);
        anders(delen[bestand]);
        return Zip(delen);
    }

    private static Dictionary<string, JsonNode> Uitgepakt(byte[] zip)
    {
        using var archief = new ZipArchive(new MemoryStream(zip));
        return archief.Entries.ToDictionary(deel => Path.GetFileNameWithoutExtension(deel.Name), deel =>
        {
            using var inhoud = deel.Open();
            return JsonNode.Parse(inhoud)!;
        });
    }

    private static byte[] Zip(IReadOnlyDictionary<string, JsonNode> delen)
    {
        var zip = new MemoryStream();
        using (var archief = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (naam, inhoud) in delen)
            {
                using var deel = archief.CreateEntry($"{naam}.json").Open();
                deel.Write(JsonSerializer.SerializeToUtf8Bytes(inhoud));
            }
        }

        return zip.ToArray();
    }

    /// <summary>As Open Zaak's export command writes it: its serializers show relations as URLs, and besluittypen without zaaktypen.</summary>
    private static byte[] OpenZaak(Zaaknode node)
    {
        const string basis = "https://open-zaak.example/catalogi/api/v1";
        string Url(string soort, int nummer) => $"{basis}/{soort}/0b8a2f37-0000-4000-8000-{nummer:x12}";
        var catalogus = Url("catalogussen", 1);
        var (brief, vergunning, zaaktype, statustype) = (Url("informatieobjecttypen", 2), Url("besluittypen", 3), Url("zaaktypen", 4), Url("statustypen", 5));
        JsonNode Lijst(params object[] delen) => JsonSerializer.SerializeToNode(delen)!;
        return Zip(new Dictionary<string, JsonNode>
        {
            ["Catalogus"] = Lijst(new { url = catalogus, domein = "OZ", rsin = "990000011", contactpersoonBeheerNaam = "Beheer", zaaktypen = new[] { zaaktype } }),
            ["InformatieObjectType"] = Lijst(new { url = brief, catalogus, omschrijving = "Brief", vertrouwelijkheidaanduiding = "openbaar", beginGeldigheid = "2019-01-01", eindeGeldigheid = (string?)null, concept = true, informatieobjectcategorie = "Brief" }),
            ["BesluitType"] = Lijst(new { url = vergunning, catalogus, zaaktypen = Array.Empty<string>(), omschrijving = "Vergunning", publicatieIndicatie = false, informatieobjecttypen = new[] { brief }, beginGeldigheid = "2019-01-01", concept = true }),
            ["ZaakType"] = Lijst(Met(Zaaknode.Type(catalogus, "A"), new
            {
                url = zaaktype,
                besluittypen = new[] { vergunning, Url("besluittypen", 255) },
                informatieobjecttypen = new[] { brief },
                deelzaaktypen = Array.Empty<string>(),
                gerelateerdeZaaktypen = new[] { new { zaaktype, aardRelatie = "vervolg", toelichting = "" } },
                broncatalogus = new { url = "", domein = "", rsin = "" },
                selectielijstProcestype = "https://selectielijst.openzaak.nl/api/v1/procestypen/de300002-0000-7000-8000-000000000004",
                statustypen = new[] { statustype },
                concept = true,
            })),
            ["StatusType"] = Lijst(new { url = statustype, omschrijving = "Ontvangen", zaaktype, volgnummer = 1, isEindstatus = true, beginGeldigheid = "2019-01-01", catalogus, eigenschappen = new[] { Url("eigenschappen", 9) } }),
            ["ZaakTypeInformatieObjectType"] = Lijst(new { url = Url("zaaktype-informatieobjecttypen", 6), zaaktype, informatieobjecttype = brief, volgnummer = 1, richting = "inkomend", statustype }),
            ["ResultaatType"] = Lijst(new
            {
                url = Url("resultaattypen", 7),
                zaaktype,
                omschrijving = "Verleend",
                resultaattypeomschrijving = node.Referentie("resultaattypeomschrijvingen", 1),
                selectielijstklasse = "https://selectielijst.openzaak.nl/api/v1/resultaten/de300003-0000-7000-8000-000000000010",
                brondatumArchiefprocedure = new { afleidingswijze = "", datumkenmerk = "", einddatumBekend = false, objecttype = "", registratie = "", procestermijn = (string?)null },
            }),
            ["RolType"] = Lijst(new { url = Url("roltypen", 8), zaaktype, omschrijving = "Aanvrager", omschrijvingGeneriek = "initiator" }),
            ["Eigenschap"] = Lijst(new { url = Url("eigenschappen", 9), zaaktype, naam = "Kenteken", definitie = "Van de auto", specificatie = new { groep = "", formaat = "tekst", lengte = "8", kardinaliteit = "1", waardenverzameling = Array.Empty<string>() }, statustype }),
        });
    }
}
