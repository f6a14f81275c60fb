using System.Net;
using System.Text;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

/// <summary>Parts of ten bytes.</summary>
public sealed class BestandsdeelTests
{
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes("0123456789abcdefghijKLMNO");

    [EngineTheory]
    public async Task A_large_content_comes_in_parts_in_any_order_and_is_put_together_at_unlocking(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var document = await node.Maak(new { bestandsomvang = 25 });
        var (url, sleutel) = (Zaaknode.Url(document), document.GetProperty("lock").GetString()!);
        Assert.Matches("^[0-9a-f]{32}$", sleutel);
        Assert.Equal((true, JsonValueKind.Null), (document.GetProperty("locked").GetBoolean(), document.GetProperty("inhoud").ValueKind));
        var delen = document.GetProperty("bestandsdelen").EnumerateArray().ToList();
        Assert.Equal([(1, 10, false), (2, 10, false), (3, 5, false)], delen.Select(d => (d.GetProperty("volgnummer").GetInt32(), d.GetProperty("omvang").GetInt32(), d.GetProperty("voltooid").GetBoolean())));
        Assert.All(delen, deel => Assert.Equal("", deel.GetProperty("lock").GetString()));
        await node.Vraag(404, HttpMethod.Get, $"{Pad(url)}/download");

        var derde = await node.StuurDeel(200, Zaaknode.Url(delen[2]), Bytes[20..], sleutel);
        Assert.Equal((true, sleutel, Zaaknode.Url(delen[2])), (derde.GetProperty("voltooid").GetBoolean(), derde.GetProperty("lock").GetString(), Zaaknode.Url(derde)));
        Assert.Equal("nonFieldErrors incomplete-upload", Catalogusnode.Fouten(await node.Ontgrendel(url, sleutel, 400)).Single());
        await node.StuurDeel(200, Zaaknode.Url(delen[0]), Bytes[..10], sleutel);
        // Sent again, since the line broke: the last one counts.
        await node.StuurDeel(200, Zaaknode.Url(delen[1]), Bytes[..10], sleutel);
        await node.StuurDeel(200, Zaaknode.Url(delen[1]), Bytes[10..20], sleutel);
        Assert.Equal([true, true, true], (await node.Vraag(200, HttpMethod.Get, Pad(url))).GetProperty("bestandsdelen").EnumerateArray().Select(d => d.GetProperty("voltooid").GetBoolean()));
        await node.Ontgrendel(url, sleutel);

        var klaar = await node.Vraag(200, HttpMethod.Get, Pad(url));
        Assert.Equal((1, 25, false, 0), (klaar.GetProperty("versie").GetInt32(), klaar.GetProperty("bestandsomvang").GetInt32(), klaar.GetProperty("locked").GetBoolean(), klaar.GetProperty("bestandsdelen").GetArrayLength()));
        Assert.Equal(Encoding.ASCII.GetString(Bytes), await node.Inhoud(Pad(klaar.GetProperty("inhoud").GetString()!)));
        await node.StuurDeel(404, Zaaknode.Url(delen[0]), Bytes[..10], sleutel);
        Assert.Equal(["create", "partial_update"], (await node.Vraag(200, HttpMethod.Get, $"{Pad(url)}/audittrail")).EnumerateArray().Select(r => r.GetProperty("actie").GetString()));
    }

    [EngineTheory]
    public async Task A_new_version_with_another_size_comes_in_parts_too_and_one_that_never_comes_whole_can_be_let_go(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var url = Zaaknode.Url(await node.Maak(MetInhoud("oud")));
        var sleutel = await node.Vergrendel(url);

        var nieuw = await node.Vraag(200, HttpMethod.Patch, Pad(url), new { bestandsomvang = 12, @lock = sleutel });
        Assert.Equal((2, JsonValueKind.Null), (nieuw.GetProperty("versie").GetInt32(), nieuw.GetProperty("inhoud").ValueKind));
        var delen = nieuw.GetProperty("bestandsdelen").EnumerateArray().Select(Zaaknode.Url).ToList();
        await node.StuurDeel(200, delen[0], Bytes[..10], sleutel);
        // Metadata under the same lock leaves the parts as they are.
        await node.Vraag(200, HttpMethod.Patch, Pad(url), new { titel = "Onderweg", @lock = sleutel });
        await node.StuurDeel(200, delen[1], Bytes[10..12], sleutel);
        await node.Ontgrendel(url, sleutel);
        Assert.Equal("0123456789ab", await node.Inhoud($"{Pad(url)}/download"));
        Assert.Equal("oud", await node.Inhoud($"{Pad(url)}/download?versie=1"));

        sleutel = await node.Vergrendel(url);
        nieuw = await node.Vraag(200, HttpMethod.Patch, Pad(url), new { bestandsomvang = 30, @lock = sleutel });
        await node.StuurDeel(200, Zaaknode.Url(nieuw.GetProperty("bestandsdelen")[0]), Bytes[..10], sleutel);
        Assert.Equal("nonFieldErrors incomplete-upload", Catalogusnode.Fouten(await node.Ontgrendel(url, sleutel, 400)).Single());
        await node.Vraag(204, HttpMethod.Post, $"{Pad(url)}/unlock", new { });
        var losgelaten = await node.Vraag(200, HttpMethod.Get, Pad(url));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, 0, false), (losgelaten.GetProperty("inhoud").ValueKind, losgelaten.GetProperty("bestandsomvang").ValueKind, losgelaten.GetProperty("bestandsdelen").GetArrayLength(), losgelaten.GetProperty("locked").GetBoolean()));
    }

    /// <summary>What pages do when an upload broke off; there the lock suffices, and no right to force anything.</summary>
    [EngineTheory]
    public async Task A_document_of_which_the_content_did_not_come_is_let_go_with_its_lock_and_removed(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var document = await node.Maak(new { bestandsomvang = 25 });
        var (url, sleutel) = (Zaaknode.Url(document), document.GetProperty("lock").GetString()!);
        await node.StuurDeel(200, Zaaknode.Url(document.GetProperty("bestandsdelen")[0]), Bytes[..10], sleutel);
        await node.Vraag(400, HttpMethod.Delete, Pad(url));
        await node.Vraag(200, HttpMethod.Patch, Pad(url), new { inhoud = "AA==", bestandsomvang = 1, @lock = sleutel });
        await node.Ontgrendel(url, sleutel);
        await node.Vraag(204, HttpMethod.Delete, Pad(url));
        await node.Vraag(404, HttpMethod.Get, Pad(url));
    }

    /// <summary>Kestrel counts the frames of chunks as part of the body: 26 bytes come for each 20 of content.</summary>
    [EngineTheory]
    public async Task A_part_may_come_in_small_chunks_whose_frames_add_up(Engine engine)
    {
        const int Omvang = 1_000_000;
        await using var node = await Documentnode.Start(engine, deelomvang: Omvang);
        var document = await node.Maak(new { bestandsomvang = Omvang });
        using var formulier = new MultipartFormDataContent
        {
            { new Brokken(Omvang, 20), "inhoud", "deel.bin" },
            { new StringContent(document.GetProperty("lock").GetString()!), "lock" },
        };

        using var antwoord = await node.Zaken.Node.StuurInhoud(
            HttpMethod.Put, Diensten.Documenten, Pad(Zaaknode.Url(document.GetProperty("bestandsdelen")[0])), formulier, node.Zaken.Node.Doel("mijn-gegevens-inzien"), headers: h => h.TransferEncodingChunked = true);

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    [EngineTheory]
    public async Task A_part_of_another_size_or_without_the_lock_is_refused_and_leaves_nothing_behind(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var document = await node.Maak(new { bestandsomvang = 10 });
        var (deel, sleutel) = (Zaaknode.Url(document.GetProperty("bestandsdelen")[0]), document.GetProperty("lock").GetString()!);

        Assert.Equal(["nonFieldErrors file-size"], Catalogusnode.Fouten(await node.StuurDeel(400, deel, Bytes[..9], sleutel)));
        Assert.Equal(["nonFieldErrors file-size"], Catalogusnode.Fouten(await node.StuurDeel(400, deel, Bytes[..11], sleutel)));
        Assert.Equal(413, (int)(await Rauw(new byte[1_000_000])).StatusCode);
        Assert.Equal(["lock required"], Catalogusnode.Fouten(await node.StuurDeel(400, deel, Bytes[..10], null)));
        await node.StuurDeel(404, deel[..^36] + Guid.NewGuid().ToString("D"), Bytes[..10], sleutel);
        Assert.Empty(node.Bestanden());
        Assert.Equal(["nonFieldErrors incorrect-lock-id"], Catalogusnode.Fouten(await node.StuurDeel(400, deel, Bytes[..10], new string('0', 32))));
        await node.Vraag(415, HttpMethod.Put, Pad(deel), new { @lock = sleutel });

        // Broken off in the middle.
        using var half = new ByteArrayContent(Encoding.ASCII.GetBytes("--grens\r\nContent-Disposition: form-data; name=\"inhoud\"; filename=\"a\"\r\n\r\n01234"));
        half.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=grens");
        using var afgebroken = await node.Zaken.Node.StuurInhoud(HttpMethod.Put, Diensten.Documenten, Pad(deel), half, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        Assert.Equal(HttpStatusCode.BadRequest, afgebroken.StatusCode);
        Assert.False((await node.Vraag(200, HttpMethod.Get, Pad(Zaaknode.Url(document)))).GetProperty("bestandsdelen")[0].GetProperty("voltooid").GetBoolean());

        async Task<HttpResponseMessage> Rauw(byte[] bytes)
        {
            using var formulier = new MultipartFormDataContent { { new ByteArrayContent(bytes), "inhoud", "deel.bin" }, { new StringContent(sleutel), "lock" } };
            return await node.Zaken.Node.StuurInhoud(HttpMethod.Put, Diensten.Documenten, Pad(deel), formulier, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        }
    }

    /// <summary>Zeroes of no announced length; each write is a chunk.</summary>
    private sealed class Brokken(int omvang, int brok) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var bytes = new byte[brok];
            for (var over = omvang; over > 0; over -= brok) await stream.WriteAsync(bytes.AsMemory(0, Math.Min(brok, over)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
