using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

public sealed class InhoudTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";

    [EngineTheory]
    public async Task Base64_is_read_however_it_is_written(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        // With every character of the alphabet, over the size of all buffers on the way.
        var bytes = RandomNumberGenerator.GetBytes(300_001);
        var base64 = Convert.ToBase64String(bytes);
        var regels = string.Join("\\r\\n", base64.Chunk(76).Select(regel => new string(regel)));
        foreach (var tekst in new[] { base64, base64.Replace("/", "\\/", StringComparison.Ordinal), base64.Replace("+", "\\u002B", StringComparison.Ordinal), base64.Replace("=", "\\u003d", StringComparison.Ordinal), regels })
        {
            using var antwoord = await Stuur(node, $$"""{"inhoud" : "{{tekst}}", {{Leden(node)}}}""");
            var document = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync());
            Assert.True(antwoord.StatusCode == HttpStatusCode.Created, document.GetRawText());
            Assert.Equal(bytes.Length, document.GetProperty("bestandsomvang").GetInt32());
            using var terug = await node.Download(Pad(document.GetProperty("inhoud").GetString()!));
            Assert.Equal(bytes, await terug.Content.ReadAsByteArrayAsync());
        }

        // Once, however often it was sent.
        Assert.Single(node.Bestanden());
    }

    [EngineTheory]
    public async Task A_member_inhoud_deeper_down_or_in_a_text_is_no_content(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        foreach (var json in new[]
        {
            $$"""{"onbekend":{"inhoud":"geen base64!"},{{Leden(node)}}}""", $$"""{"onbekend":["inhoud","geen base64!"],{{Leden(node)}}}""",
            $$"""{"beschrijving":"\"inhoud\":\"geen base64!\"",{{Leden(node)}}}""", $$"""{"xinhoud":"geen base64!","inhoudx":"geen base64!",{{Leden(node)}}}""", $$"""{"inhoud":null,{{Leden(node)}}}""",
        })
        {
            using var antwoord = await Stuur(node, json);
            var document = JsonSerializer.Deserialize<JsonElement>(await antwoord.Content.ReadAsStringAsync());
            Assert.True(antwoord.StatusCode == HttpStatusCode.Created, document.GetRawText());
            Assert.Equal(JsonValueKind.Null, document.GetProperty("inhoud").ValueKind);
        }

        Assert.Empty(node.Bestanden());
    }

    [EngineTheory]
    public async Task What_is_broken_is_refused_by_its_name_and_leaves_nothing_behind(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        foreach (var (json, fout) in new[]
        {
            ($$"""{"inhoud":"geen base64!",{{Leden(node)}}}""", "inhoud invalid-base64"), ($$"""{"inhoud":"QQ==QQ==",{{Leden(node)}}}""", "inhoud invalid-base64"),
            ($$"""{"inhoud":"QQQ",{{Leden(node)}}}""", "inhoud invalid-base64"), ($$"""{"inhoud":"QQ\\u00e9=",{{Leden(node)}}}""".Replace("\\\\", "\\", StringComparison.Ordinal), "inhoud invalid-base64"),
            ($$"""{"inhoud":"http://elders.example/download",{{Leden(node)}}}""", "inhoud invalid-base64"),
            ($$"""{"inhoud":"QUJD","bestandsomvang":4,{{Leden(node)}}}""", "nonFieldErrors file-size"), ($$"""{"bestandsomvang":2,"inhoud":"QUJD",{{Leden(node)}}}""", "nonFieldErrors file-size"),
            ($$"""{"bestandsomvang":-1,{{Leden(node)}}}""", "bestandsomvang invalid"), ($$"""{"bestandsomvang":9000000000000000000,{{Leden(node)}}}""", "bestandsomvang file-size"),
            ($$"""{"inhoud":"QUJD","Inhoud":"QUJD",{{Leden(node)}}}""", "inhoud invalid"), ($$"""{"inhou\u0064":"QUJD",{{Leden(node)}}}""", "inhoud invalid"), ($$"""{"inhoud":12,{{Leden(node)}}}""", "inhoud invalid"),
            ("""{"inhoud":"QUJD"}""", "bronorganisatie required"),
        })
        {
            using var antwoord = await Stuur(node, json);
            var tekst = await antwoord.Content.ReadAsStringAsync();
            Assert.True(antwoord.StatusCode == HttpStatusCode.BadRequest, $"{json}: {tekst}");
            Assert.Equal(fout, Catalogusnode.Fouten(JsonSerializer.Deserialize<JsonElement>(tekst))[0]);
        }

        foreach (var (json, status) in new[] { ("""{"inhoud":"QUJD""", 400), ("""{"inhoud":"QUJD",""", 400), ("[]", 400), ("", 400), ("{\"titel\":\"" + new string('x', 3_000_000), 413) })
        {
            using var antwoord = await Stuur(node, json);
            Assert.Equal(status, (int)antwoord.StatusCode);
        }

        using var tekstsoort = new StringContent("QUJD", Encoding.UTF8, "text/plain");
        using var anders = await node.Zaken.Node.StuurInhoud(HttpMethod.Post, Diensten.Documenten, Documenten, tekstsoort, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, anders.StatusCode);
        Assert.Empty(node.Bestanden());
        Assert.Equal(0, (await node.Vraag(200, HttpMethod.Get, Documenten)).GetProperty("count").GetInt32());
    }

    [EngineTheory]
    public async Task A_download_is_saved_not_shown_and_can_be_had_in_part(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var document = await node.Maak(Catalogusnode.Met(MetInhoud("<script>alert(1)</script>"), new { formaat = "text/html", bestandsnaam = "../../etc/\"wacht\"\r\nX-Kop: \u00e9.html" }));
        var pad = Pad(document.GetProperty("inhoud").GetString()!);

        using var geheel = await node.Download(pad);
        Assert.Equal("attachment", geheel.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(".._.._etc__wacht___X-Kop_ é.html".TrimStart('.'), geheel.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(["nosniff"], geheel.Headers.GetValues("X-Content-Type-Options"));
        Assert.Contains("sandbox", geheel.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(geheel.Headers.Contains("X-Kop"));
        Assert.Equal(["1.7.0"], geheel.Headers.GetValues("API-version"));

        using var deel = await node.Download(pad, koppen => koppen.Range = new RangeHeaderValue(1, 6));
        Assert.Equal((HttpStatusCode.PartialContent, "script"), (deel.StatusCode, await deel.Content.ReadAsStringAsync()));
        using var staart = await node.Download(pad, koppen => koppen.Range = new RangeHeaderValue(null, 3));
        Assert.Equal("pt>", await staart.Content.ReadAsStringAsync());
        using var buiten = await node.Download(pad, koppen => koppen.Range = new RangeHeaderValue(100, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, buiten.StatusCode);
        using var bekend = await node.Download(pad, koppen => koppen.IfNoneMatch.Add(geheel.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, bekend.StatusCode);
        using var kop = await node.Zaken.Node.Stuur(HttpMethod.Head, Diensten.Documenten, pad, herkomst: Herkomst.Buiten);
        Assert.Equal(25, kop.Content.Headers.ContentLength);
        await node.Vraag(404, HttpMethod.Get, $"{Pad(Zaaknode.Url(await node.Maak()))}/download");
        await node.Vraag(400, HttpMethod.Get, $"{pad}&inline=true");
    }

    private static async Task<HttpResponseMessage> Stuur(Documentnode node, string json)
    {
        using var inhoud = new StringContent(json, Encoding.UTF8, "application/json");
        return await node.Zaken.Node.StuurInhoud(HttpMethod.Post, Diensten.Documenten, Documenten, inhoud, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
    }

    /// <summary>What a document must have, without the braces.</summary>
    private static string Leden(Documentnode node) => JsonSerializer.Serialize(node.Document())[1..^1];
}
