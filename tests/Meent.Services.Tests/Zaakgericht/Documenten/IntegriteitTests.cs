using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Meent.Services.Tests.Zaakgericht.Catalogi;
using Meent.Standards.Koppelvlak;
using Meent.Testing.Engines;
using static Meent.Services.Tests.Zaakgericht.Documenten.Documentnode;

namespace Meent.Services.Tests.Zaakgericht.Documenten;

/// <summary>The checksum that a client names is the one of the content, however and whenever the content comes.</summary>
public sealed class IntegriteitTests
{
    private const string Documenten = "/enkelvoudiginformatieobjecten";
    private const string Fout = "integriteit.waarde invalid-checksum";

    private static readonly Dictionary<string, Func<byte[], byte[]>> Algoritmen = new()
    {
        ["md5"] = MD5.HashData,
        ["sha_1"] = SHA1.HashData,
        ["sha_256"] = SHA256.HashData,
        ["sha_512"] = SHA512.HashData,
    };

    [EngineTheory]
    public async Task Content_in_json_is_counted_while_it_comes_and_a_wrong_checksum_leaves_nothing_behind(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var bytes = RandomNumberGenerator.GetBytes(300_001);
        foreach (var algoritme in Algoritmen.Keys)
        {
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met(bytes, Integriteit(algoritme, bytes.AsSpan(1).ToArray())))));
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Post, Documenten, node.Document(Met([], Integriteit(algoritme, bytes)))));
        }

        Assert.Empty(node.Bestanden());
        foreach (var algoritme in Algoritmen.Keys)
        {
            // The checksum before the content and after it, in small letters and in capitals.
            await node.Maak(Met(bytes, Integriteit(algoritme, bytes)));
            var (waarde, inhoud) = (Waarde(algoritme, bytes).ToUpperInvariant(), Convert.ToBase64String(bytes));
            await Rauw(node, 201, $$"""{"integriteit":{"algoritme":"{{algoritme}}","waarde":"{{waarde}}","datum":"2026-06-01"},"inhoud":"{{inhoud}}",""");
            await Rauw(node, 400, $$"""{"integriteit":{"algoritme":"{{algoritme}}","waarde":"{{waarde[2..]}}","datum":"2026-06-01"},"inhoud":"{{inhoud}}",""");
            await node.Maak(Met([], Integriteit(algoritme, [])));
        }

        // What cannot be counted here is kept as it is said.
        var crc = await node.Maak(Met(bytes, new { algoritme = "crc_32", waarde = "00000000", datum = "2026-06-01" }));
        Assert.Equal("crc_32", crc.GetProperty("integriteit").GetProperty("algoritme").GetString());
        Assert.Equal(2, node.Bestanden().Count());
    }

    [EngineTheory]
    public async Task A_checksum_without_its_content_is_held_to_the_content_that_there_is(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var (eerst, dan) = (Encoding.ASCII.GetBytes("eerst"), Encoding.ASCII.GetBytes("daarna"));
        var url = Zaaknode.Url(await node.Maak(Met(eerst, null)));
        var sleutel = await node.Vergrendel(url);

        foreach (var algoritme in Algoritmen.Keys)
        {
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), new { integriteit = Integriteit(algoritme, dan), @lock = sleutel }));
            Assert.Equal([Fout], await node.Fouten(HttpMethod.Put, Pad(url), node.Document(new { integriteit = Integriteit(algoritme, dan), @lock = sleutel })));
            await Wijzig(new { integriteit = Integriteit(algoritme, eerst) });
        }

        await Wijzig(new { titel = "Anders", integriteit = Integriteit("sha_512", eerst) });
        // New content under the old checksum; with its own; and without one.
        var nieuw = new { inhoud = Convert.ToBase64String(dan), bestandsomvang = dan.Length };
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), Catalogusnode.Met(nieuw, new { @lock = sleutel })));
        await Wijzig(Catalogusnode.Met(nieuw, new { integriteit = Integriteit("md5", dan) }));
        Assert.Equal("daarna", await node.Inhoud($"{Pad(url)}/download"));
        await Wijzig(Met(eerst, null));
        Assert.Equal("eerst", await node.Inhoud($"{Pad(url)}/download"));
        Assert.Equal([Fout], await node.Fouten(HttpMethod.Patch, Pad(url), new { integriteit = Integriteit("sha_256", dan), @lock = sleutel }));
        // A document without content promises its checksum.
        await node.Maak(new { integriteit = Integriteit("md5", dan) });

        Task<JsonElement> Wijzig(object leden) => node.Vraag(200, HttpMethod.Patch, Pad(url), Catalogusnode.Met(leden, new { @lock = sleutel }));
    }

    [EngineTheory]
    public async Task Content_in_parts_is_counted_when_the_parts_are_put_together(Engine engine)
    {
        await using var node = await Documentnode.Start(engine);
        var bytes = Encoding.ASCII.GetBytes("0123456789abcdefghijKLMNO");
        foreach (var algoritme in Algoritmen.Keys)
        {
            var (url, sleutel, delen) = await Begin(algoritme, bytes);
            await node.StuurDeel(200, delen[0], bytes[..10], sleutel);
            await node.StuurDeel(200, delen[1], bytes[..10], sleutel);
            await node.StuurDeel(200, delen[2], bytes[20..], sleutel);
            Assert.Equal([Fout], Catalogusnode.Fouten(await node.Ontgrendel(url, sleutel, 400)));
            // One part was wrong; the others need not be sent again.
            await node.StuurDeel(200, delen[1], bytes[10..20], sleutel);
            await node.Ontgrendel(url, sleutel);
            Assert.Equal(Encoding.ASCII.GetString(bytes), await node.Inhoud($"{Pad(url)}/download"));
        }

        // Who lets it go all the same, does without the content.
        var (los, slot, stukken) = await Begin("md5", bytes[1..]);
        for (var i = 0; i < 3; i++) await node.StuurDeel(200, stukken[i], bytes[(i * 10)..Math.Min(25, (i + 1) * 10)], slot);
        await node.Vraag(204, HttpMethod.Post, $"{Pad(los)}/unlock", new { });
        var losgelaten = await node.Vraag(200, HttpMethod.Get, Pad(los));
        Assert.Equal((JsonValueKind.Null, 0, false), (losgelaten.GetProperty("inhoud").ValueKind, losgelaten.GetProperty("bestandsdelen").GetArrayLength(), losgelaten.GetProperty("locked").GetBoolean()));

        async Task<(string Url, string Sleutel, List<string> Delen)> Begin(string algoritme, byte[] inhoud)
        {
            var document = await node.Maak(new { bestandsomvang = 25, integriteit = Integriteit(algoritme, inhoud) });
            return (Zaaknode.Url(document), document.GetProperty("lock").GetString()!, document.GetProperty("bestandsdelen").EnumerateArray().Select(Zaaknode.Url).ToList());
        }
    }

    private static object Met(byte[] inhoud, object? integriteit) => new { inhoud = Convert.ToBase64String(inhoud), bestandsomvang = inhoud.Length, integriteit };

    private static object Integriteit(string algoritme, byte[] inhoud) => new { algoritme, waarde = Waarde(algoritme, inhoud), datum = "2026-06-01" };

    private static string Waarde(string algoritme, byte[] inhoud) => Convert.ToHexStringLower(Algoritmen[algoritme](inhoud));

    /// <summary>Members in the order in which they are written.</summary>
    private static async Task Rauw(Documentnode node, int status, string begin)
    {
        using var inhoud = new StringContent(begin + JsonSerializer.Serialize(node.Document())[1..], Encoding.UTF8, "application/json");
        using var antwoord = await node.Zaken.Node.StuurInhoud(HttpMethod.Post, Diensten.Documenten, Documenten, inhoud, node.Zaken.Node.Doel("mijn-gegevens-inzien"));
        var tekst = await antwoord.Content.ReadAsStringAsync();
        Assert.True((int)antwoord.StatusCode == status, $"{(int)antwoord.StatusCode}: {tekst}");
    }
}
