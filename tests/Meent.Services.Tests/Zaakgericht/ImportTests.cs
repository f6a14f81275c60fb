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
