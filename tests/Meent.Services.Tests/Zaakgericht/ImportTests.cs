using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Besluiten;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Beheer;
using Meent.Standards.Koppelvlak;
using Meent.Testing;
using Meent.Testing.Engines;
using Microsoft.Extensions.DependencyInjection;

namespace Meent.Services.Tests.Zaakgericht;

public sealed class ImportTests : IDisposable
{
    private const string Oud = "https://oud.example/gemeente/zaken/api/v1";

    private readonly TijdelijkeMap _map = new();

    [EngineTheory]
    public async Task What_another_system_answered_is_read_in_with_its_ids_and_links(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var (zaak, deelzaak, rol) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var meldingen = await Voer(node,
            Zaak(node, zaak, "OUD-1"),
            Zaak(node, deelzaak, "OUD-2", $"{Oud}/zaken/{zaak:D}"),
            new { url = $"{Oud}/rollen/{rol:D}", zaak = $"{Oud}/zaken/{zaak:D}", roltype = node.Roltype, betrokkeneType = "natuurlijk_persoon", roltoelichting = "Aanvrager", betrokkeneIdentificatie = new { inpBsn = "999970008" } });

        Assert.Equal(["3 ingelezen, 0 niet."], meldingen);
        var gelezen = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{zaak:D}");
        Assert.Equal("OUD-1", gelezen.GetProperty("identificatie").GetString());
        Assert.EndsWith($"/zaken/{deelzaak:D}", gelezen.GetProperty("deelzaken")[0].GetString(), StringComparison.Ordinal);
        Assert.EndsWith($"/rollen/{rol:D}", gelezen.GetProperty("rollen")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken")).GetProperty("count").GetInt32());
        var spoor = await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{zaak:D}/audittrail");
        Assert.Equal(("meent-import", "Ingelezen"), (spoor[0].GetProperty("applicatieId").GetString(), spoor[0].GetProperty("toelichting").GetString()));
        Assert.Equal(0, await (await node.Node.Store()).Read(s => s.One("SELECT count(*) FROM outbox_gebeurtenissen WHERE resource_url LIKE $1", row => row.Long(0), $"%{zaak:D}")));
    }

    [EngineTheory]
    public async Task A_line_that_breaks_a_rule_is_told_and_left_out_and_the_others_are_kept(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var (goed, ook) = (Guid.NewGuid(), Guid.NewGuid());

        var meldingen = await Voer(node, Zaak(node, goed, "A"), Zaak(node, Guid.NewGuid(), "A"), new { url = "https://oud.example/iets" }, "tekst",
            new { url = $"{Oud}/zaken/{Guid.NewGuid():D}", bronorganisatie = "990000012" }, Zaak(node, ook, "B"));

        Assert.Equal("2 ingelezen, 4 niet.", meldingen[^1]);
        Assert.Contains(meldingen, m => m.StartsWith("regel 2: identificatie", StringComparison.Ordinal));
        Assert.Contains("regel 3: de url is van geen bekende resource", meldingen);
        Assert.Contains(meldingen, m => m.StartsWith("regel 5: ", StringComparison.Ordinal) && m.Contains("zaaktype", StringComparison.Ordinal));
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{goed:D}");
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{ook:D}");
    }

    /// <summary>A document without its content would look as if it had none; its line is told as any wrong line is.</summary>
    [EngineTheory]
    public async Task A_document_is_not_read_in_without_its_content_and_the_lines_around_it_are(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var keten = await Keten.Van(node);
        var (voor, na, document) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var adres = $"https://oud.example/gemeente/documenten/api/v1/enkelvoudiginformatieobjecten/{document:D}";
        var regel = Catalogusnode.Met(keten.Documenten.Document(), new { url = adres, inhoud = adres + "/download?versie=1", bestandsomvang = 3, versie = 1 });

        object[] regels = [Zaak(node, voor, "A"), regel, Zaak(node, na, "B"), new { url = $"{Oud}/zaakinformatieobjecten/{Guid.NewGuid():D}", zaak = $"{Oud}/zaken/{voor:D}", informatieobject = adres }];
        var meldingen = await Voer(node, regels);

        Assert.Equal(["regel 2: nonFieldErrors: Een enkelvoudiginformatieobject kan niet zonder zijn inhoud ingelezen worden.", "2 ingelezen, 2 niet."], meldingen.Where(melding => !melding.StartsWith("regel 4: ", StringComparison.Ordinal)));
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{voor:D}");
        await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, $"/zaken/{na:D}");
        Assert.Equal(0, (await keten.Documenten.Vraag(200, HttpMethod.Get, "/enkelvoudiginformatieobjecten")).GetProperty("count").GetInt32());
        Assert.Equal([], await Sporen.InTabellen(await node.Node.Store(), engine, document.ToString("D")));
        Assert.Empty(keten.Documenten.Bestanden());
        // As after any wrong line, the same file goes on after its last one.
        Assert.Equal(["Gaat verder na regel 4.", "0 ingelezen, 0 niet."], await Voer(node, regels));
    }

    [EngineTheory]
    public async Task Documents_come_with_their_content_from_files_beside_the_lines_or_in_them(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var keten = await Keten.Van(node);
        var zaak = Guid.NewGuid();
        Directory.CreateDirectory(_map.Bestand("inhoud"));
        await File.WriteAllTextAsync(_map.Bestand("inhoud/brief.txt"), "Geachte heer");
        var (bestand, regel, leeg, zonder) = (Adres(), Adres(), Adres(), Adres());

        object[] regels =
        [
            Catalogusnode.Met(Zaak(node, zaak, "A"), new { zaaktype = keten.Zaaktype }),
            Document(keten, bestand, new
            {
                inhoud = bestand + "/download?versie=1", inhoudBestand = "inhoud/brief.txt", bestandsomvang = 12, indicatieGebruiksrecht = true, versie = 3, locked = false,
                integriteit = new { algoritme = "sha_512", waarde = Convert.ToHexString(SHA512.HashData("Geachte heer"u8)), datum = "2020-01-01" },
            }),
            Document(keten, regel, new { inhoud = Convert.ToBase64String("in de regel"u8) }),
            Document(keten, leeg, new { inhoud = leeg + "/download", inhoudBestand = (string?)null, bestandsomvang = 0 }),
            Document(keten, zonder, new { inhoud = (string?)null, bestandsomvang = (long?)null, link = "https://elders.example/stuk" }),
            new { url = $"https://oud.example/gemeente/documenten/api/v1/gebruiksrechten/{Guid.NewGuid():D}", informatieobject = bestand, startdatum = "2020-01-01T00:00:00Z", omschrijvingVoorwaarden = "Geen" },
            new { url = $"{Oud}/zaakinformatieobjecten/{Guid.NewGuid():D}", zaak = $"{Oud}/zaken/{zaak:D}", informatieobject = bestand },
        ];
        var meldingen = await Voer(node, regels);

        Assert.Equal(["regel 4: nonFieldErrors: Een enkelvoudiginformatieobject kan niet zonder zijn inhoud ingelezen worden.", "6 ingelezen, 1 niet."], meldingen);
        Assert.Equal("Geachte heer", await keten.Documenten.Inhoud($"{Pad(bestand)}/download"));
        Assert.Equal("in de regel", await keten.Documenten.Inhoud($"{Pad(regel)}/download"));
        var gelezen = await keten.Documenten.Vraag(200, HttpMethod.Get, Pad(bestand));
        Assert.Equal((12, 1, true, false), (gelezen.GetProperty("bestandsomvang").GetInt32(), gelezen.GetProperty("versie").GetInt32(), gelezen.GetProperty("indicatieGebruiksrecht").GetBoolean(), gelezen.GetProperty("locked").GetBoolean()));
        Assert.Equal(JsonValueKind.Null, (await keten.Documenten.Vraag(200, HttpMethod.Get, Pad(zonder))).GetProperty("inhoud").ValueKind);
        Assert.Equal(["Gaat verder na regel 7.", "0 ingelezen, 0 niet."], await Voer(node, regels));
        Assert.Equal(2, keten.Documenten.Bestanden().Count());
        // Once its row is there, nobody needs to look after the content.
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(keten.Documenten.Inhoudmap, "onzeker")));
    }

    [EngineTheory]
    public async Task Content_that_is_not_what_its_line_says_or_stands_elsewhere_is_told_and_leaves_nothing_behind(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var keten = await Keten.Van(node);
        await File.WriteAllTextAsync(_map.Bestand("stuk.txt"), "stuk");
        using var buiten = new TijdelijkeMap();
        await File.WriteAllTextAsync(buiten.Bestand("geheim.txt"), "geheim");
        File.CreateSymbolicLink(_map.Bestand("link.txt"), buiten.Bestand("geheim.txt"));
        Directory.CreateSymbolicLink(_map.Bestand("map"), Path.GetDirectoryName(buiten.Bestand("geheim.txt"))!);
        var goed = Adres();

        object[] fout =
        [
            new { inhoudBestand = buiten.Bestand("geheim.txt") }, new { inhoudBestand = Path.GetRelativePath(Path.GetDirectoryName(_map.Bestand("stuk.txt"))!, buiten.Bestand("geheim.txt")) },
            new { inhoudBestand = "link.txt" }, new { inhoudBestand = "map/geheim.txt" }, new { inhoudBestand = "" }, new { inhoudBestand = "." },
            new { inhoudBestand = "weg.txt" }, new { inhoudBestand = 5 }, new { inhoudBestand = "stuk.txt", bestandsomvang = 5 },
            new { inhoudBestand = "stuk.txt", integriteit = new { algoritme = "crc_32", waarde = "00000000", datum = "2020-01-01" } },
            new { inhoud = "geen base64!" }, new { inhoudBestand = "stuk.txt", titel = "" }, new { bestandsomvang = 4 },
        ];
        var meldingen = await Voer(node, [.. fout.Select(anders => Document(keten, Adres(), anders)), Document(keten, goed, new { inhoudBestand = "stuk.txt", bestandsomvang = 4 })]);

        Assert.Equal("1 ingelezen, 13 niet.", meldingen[^1]);
        Assert.Equal(
            [
                (1, "inhoudBestand"), (2, "inhoudBestand"), (3, "inhoudBestand"), (4, "inhoudBestand"), (5, "inhoudBestand"), (6, "inhoudBestand"), (7, "inhoudBestand"), (8, "inhoudBestand"),
                (9, "nonFieldErrors"), (10, "integriteit.waarde"), (11, "inhoud"), (12, "titel"), (13, "nonFieldErrors"),
            ],
            meldingen[..^1].Select(melding => melding.Split(':')).Select(delen => (int.Parse(delen[0]["regel ".Length..], CultureInfo.InvariantCulture), delen[1].Trim())).Order());
        Assert.Equal("stuk", await keten.Documenten.Inhoud($"{Pad(goed)}/download"));
        Assert.Single(keten.Documenten.Bestanden());
    }

    [EngineTheory]
    public async Task A_besluit_shows_in_its_zaak_and_no_subscriber_takes_it_for_a_new_one(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var keten = await Keten.Van(node);
        var zaak = await keten.Zaak();
        var url = $"https://oud.example/gemeente/besluiten/api/v1/besluiten/{Guid.NewGuid():D}";

        Assert.Equal(["1 ingelezen, 0 niet."], await Voer(node, Catalogusnode.Met(BesluitTests.Besluit(keten.Besluittype, new { zaak, identificatie = "B-1" }), new { url })));

        var spiegel = Assert.Single((await keten.Lees(zaak, "/besluiten")).EnumerateArray());
        Assert.EndsWith(Zaaknode.Id(url), spiegel.GetProperty("besluit").GetString(), StringComparison.Ordinal);
        Assert.Equal("Ingelezen", (await keten.Lees(zaak, "/audittrail")).EnumerateArray().Last().GetProperty("toelichting").GetString());
        Assert.Equal(0, await (await node.Node.Store()).Read(s => s.One("SELECT count(*) FROM outbox_gebeurtenissen WHERE resource IN ('besluit', 'zaakbesluit')", row => row.Long(0))));
    }

    [EngineTheory]
    public async Task The_same_file_again_does_nothing_twice(Engine engine)
    {
        await using var node = await Zaaknode.Start(engine);
        var regel = Zaak(node, Guid.NewGuid(), "EEN");

        await Voer(node, regel);
        var meldingen = await Voer(node, regel);

        Assert.Equal(["Gaat verder na regel 1.", "0 ingelezen, 0 niet."], meldingen);
        Assert.Equal(1, (await node.Vraag(200, HttpMethod.Get, Diensten.Zaken, "/zaken")).GetProperty("count").GetInt32());
    }

    public void Dispose() => _map.Dispose();

    private static string Adres() => $"https://oud.example/gemeente/documenten/api/v1/enkelvoudiginformatieobjecten/{Guid.NewGuid():D}";

    private static string Pad(string url) => $"/enkelvoudiginformatieobjecten/{Zaaknode.Id(url)}";

    private static object Document(Keten keten, string url, object anders) => Catalogusnode.Met(keten.Documenten.Document(new { url }), anders);

    private static object Zaak(Zaaknode node, Guid id, string identificatie, string? hoofdzaak = null) => new
    {
        url = $"{Oud}/zaken/{id:D}",
        identificatie,
        bronorganisatie = "990000011",
        verantwoordelijkeOrganisatie = "990000011",
        zaaktype = node.Zaaktype,
        startdatum = "2020-06-01",
        hoofdzaak,
    };

    private async Task<List<string>> Voer(Zaaknode node, params object[] regels)
    {
        var bestand = _map.Bestand("zaken.jsonl");
        await File.WriteAllLinesAsync(bestand, regels.Select(regel => JsonSerializer.Serialize(regel)));
        var meldingen = new List<string>();
        var taak = node.Node.Services.GetServices<IBeheertaak>().Single(t => t.Naam == "import zgw");
        await taak.Voer(new Beheeropdracht(node.Node.Organisatie, bestand, new Progress<Voortgang>(), meldingen.Add), default);
        return meldingen;
    }
}
